// The read-through: what the desk has found, one finding after another, on a page beside the draft that holds the sentence and the
// whole question. Enter leaves a finding as it is; back, edit and go on, undo and Escape have keys of their own.
import * as vscode from 'vscode';
import { commands } from '../commands';
import { draftInFront } from '../drafts';
import { findingsOn, ruleOf } from '../queries';
import { summary, weightOf, wordsAround } from './in-words';
import { isSame, labelsOf, type Offered, offersAt, pathIn, performed } from './offers';
import { openPage, type Page } from './page';
import { type Done, doing } from './undo';

/** What came of it. */
export interface ReadThrough {
  readonly settled: number;
  readonly left: number;
  /** Ended before the last finding. */
  readonly stopped: boolean;
}

/** Tells keys that a draft is being read through. */
const underWay = 'copydesk.readingThrough';

interface Pass {
  /** Back to the question where the writer has edited the text. */
  goOn(): Promise<void>;
  leave(): Promise<void>;
  back(): Promise<void>;
  edit(): Promise<void>;
  undo(): Promise<void>;
  stop(): Promise<void>;
  /** @param path the number of what is chosen, from 0, and of what is chosen below it. */
  take(path: readonly number[]): Promise<void>;
  readonly over: Promise<ReadThrough>;
}

export function registerReadThrough({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  let pass: Pass | undefined;
  const { registerCommand } = vscode.commands;

  async function start(within?: vscode.Range): Promise<ReadThrough | undefined> {
    if (pass) {
      await pass.goOn();
      return pass?.over;
    }
    const editor = draftInFront();
    if (!editor) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Copydesk: Open a draft first; the read-through is of the one in front.'),
      );
      return undefined;
    }
    const mine = passThrough(editor.document, extensionUri, within);
    pass = mine;
    void vscode.commands.executeCommand('setContext', underWay, true);
    const came = await mine.over;
    if (pass === mine) {
      pass = undefined;
      void vscode.commands.executeCommand('setContext', underWay, false);
    }
    return came;
  }

  return vscode.Disposable.from(
    registerCommand(commands.readThrough, () => start()),
    registerCommand(commands.checkSelection, () => {
      const editor = draftInFront();
      return start(editor && !editor.selection.isEmpty ? editor.selection : undefined);
    }),
    registerCommand(commands.readThroughLeave, () => pass?.leave()),
    registerCommand(commands.readThroughBack, () => pass?.back()),
    registerCommand(commands.readThroughEdit, () => pass?.edit()),
    registerCommand(commands.readThroughUndo, () => pass?.undo()),
    registerCommand(commands.readThroughStop, () => pass?.stop()),
    registerCommand(commands.readThroughTake, (path: readonly number[]) => pass?.take(path)),
    { dispose: () => void pass?.stop() },
  );
}

function passThrough(document: vscode.TextDocument, extensionUri: vscode.Uri, within?: vscode.Range): Pass {
  const { uri } = document;
  const done: Done[] = [];
  let at: Place = { offset: within ? document.offsetAt(within.start) : 0, rule: '' };
  let until = within && document.offsetAt(within.end);
  let offered: readonly Offered[] = [];
  let asked: vscode.Diagnostic | undefined;
  let ended = false;
  let end: (came: ReadThrough) => void = () => undefined;
  const over = new Promise<ReadThrough>((resolve) => {
    end = resolve;
  });
  const page: Page = openPage(extensionUri, { told: (message) => void hear(message), closed: () => finish(true) });
  const first = at.offset;
  const placeOf = (finding: vscode.Diagnostic): Place => ({
    offset: document.offsetAt(finding.range.start),
    rule: ruleOf(finding),
  });
  const all = (): vscode.Diagnostic[] =>
    findingsOn(uri)
      .filter(({ range }) => {
        if (until === undefined) return true;
        return document.offsetAt(range.end) >= first && document.offsetAt(range.start) <= until;
      })
      .sort((a, b) => compare(placeOf(a), placeOf(b)));
  /** The first finding at or behind the place; none where the draft is read through. */
  const current = (): vscode.Diagnostic | undefined => all().find((one) => compare(placeOf(one), at) >= 0);

  const listeners = [
    vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document !== document) return;
      for (const { rangeOffset, rangeLength, text } of change.contentChanges) {
        const moved = (offset: number): number =>
          rangeOffset + rangeLength <= offset ? offset + text.length - rangeLength : Math.min(offset, rangeOffset);
        for (const place of [at, ...done.map((one) => one.at)]) place.offset = moved(place.offset);
        if (until !== undefined)
          until = rangeOffset <= until ? Math.max(rangeOffset, until + text.length - rangeLength) : until;
      }
    }),
    // what was asked may be answered elsewhere, by hand or by another person's settings
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!asked || !uris.some((one) => one.toString() === uri.toString())) return;
      const was = asked;
      if (!findingsOn(uri).some((one) => isSame(one, was))) void next(() => show());
    }),
  ];

  /** One thing after the other: a key pressed twice is two steps. */
  let doingNow: Promise<void> = Promise.resolve();
  function next(what: () => Promise<void>): Promise<void> {
    const step = doingNow.then(() => (ended ? undefined : what()));
    // a step that fails is told to whoever took it, and the next one is taken all the same
    doingNow = step.catch(() => undefined);
    return step;
  }

  async function hear(message: { readonly do: string; readonly path?: readonly number[] }): Promise<void> {
    if (message.do === 'close') return page.close();
    if (message.do === 'take') return self.take(message.path ?? []);
    const steps = new Map(Object.entries({ ...self, take: undefined, over: undefined }));
    return steps.get(message.do)?.();
  }

  async function show(notice = ''): Promise<void> {
    const open = all();
    const finding = current();
    asked = undefined;
    if (!finding) return finish(false);
    at = placeOf(finding);
    await reveal(document, finding.range);
    offered = await offersAt(uri, finding);
    const index = open.indexOf(finding);
    page.show({
      ...wordsAround(document, finding.range),
      progress: vscode.l10n.t('{0} of {1}', index + 1, open.length),
      rule: ruleOf(finding),
      weight: weightOf(finding),
      question: finding.message,
      actions: offered.map(({ label, choice }) => ({ label, choices: labelsOf(choice) })),
      first: index === 0,
      undo: done.length > 0,
      notice,
    });
    asked = finding;
  }

  function finish(stopped: boolean): void {
    if (ended) return;
    ended = true;
    for (const one of listeners) one.dispose();
    const standing = all();
    const passed = standing.filter((one) => !stopped || compare(placeOf(one), at) < 0).length;
    end({ settled: done.length, left: standing.length, stopped });
    const said = summary(done.length, passed, standing.length - passed);
    if (!stopped) {
      page.over(said);
      return;
    }
    page.close();
    vscode.window.setStatusBarMessage(`$(check) Copydesk: ${said}`, SAID);
  }

  const self: Pass = {
    over,
    goOn: () =>
      next(async () => {
        page.focus();
        await show();
      }),
    leave: () =>
      next(async () => {
        const here = current();
        if (here) at = behind(placeOf(here));
        await show();
      }),
    back: () =>
      next(async () => {
        const before = all().findLast((one) => compare(placeOf(one), at) < 0);
        if (before) at = placeOf(before);
        await show();
      }),
    edit: () =>
      next(async () => {
        const here = current();
        if (!here) return;
        asked = undefined;
        const viewColumn = columnOf(document);
        const editor = await vscode.window.showTextDocument(document, { viewColumn, preview: false });
        editor.selection = new vscode.Selection(here.range.start, here.range.end);
        page.editing();
      }),
    undo: () =>
      next(async () => {
        const last = done.pop();
        if (!last) return;
        const read = nextReading(uri);
        const refused = await last.undo();
        if (!refused) await read();
        at = last.at;
        await show(refused);
      }),
    stop: async () => finish(true),
    take: (path) =>
      next(async () => {
        const chosen = pathIn(offered, path);
        const here = current();
        if (!chosen || !here) return;
        asked = undefined;
        const read = nextReading(uri);
        const step = await doing(document, placeOf(here), () => performed(document, chosen));
        if (step) {
          done.push(step);
          await read();
        }
        await show();
      }),
  };
  void next(() => show());
  return self;
}

/** Where a finding stands among the others: by its offset, then by its rule. Moves with the text. */
export interface Place {
  offset: number;
  readonly rule: string;
}

const compare = (a: Place, b: Place): number => a.offset - b.offset || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
/** Just behind it. */
const behind = ({ offset, rule }: Place): Place => ({ offset, rule: `${rule}\u0000` });

/** How long the desk may take at most to read a draft again, in ms. */
const PATIENCE = 10_000;

/** What is waited for begins now; how long it is waited for at most, when it is. */
function nextReading(uri: vscode.Uri): () => Promise<void> {
  let heard: () => void = () => undefined;
  const reading = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.some((one) => one.toString() === uri.toString())) heard();
  });
  return async () => {
    await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    listener.dispose();
  };
}

const columnOf = (document: vscode.TextDocument): vscode.ViewColumn =>
  vscode.window.visibleTextEditors.find((one) => one.document === document)?.viewColumn ?? vscode.ViewColumn.One;

/** The sentence stays in sight, and the focus where it is. */
async function reveal(document: vscode.TextDocument, range: vscode.Range): Promise<void> {
  const open = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const editor =
    open ??
    (await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.One,
      preserveFocus: true,
      preview: false,
    }));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** How long the end stands in the status bar, in ms. */
const SAID = 8000;
