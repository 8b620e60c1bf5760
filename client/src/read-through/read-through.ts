// The read-through: what the desk has found, one finding after another, on a page beside the draft that holds the sentence and the
// whole question. Enter leaves a finding as it is; back, edit and go on, undo and Escape have keys of their own.
import * as vscode from 'vscode';
import { commands } from '../commands';
import type { Desk } from '../server-life';
import { draftInFront, whyNotRead } from '../drafts';
import { findingsOn, ruleOf } from '../queries';
import { summary, weightOf, wordsAround } from './in-words';
import { type Entered, enter, readAfter, reveal, typeInto } from './in-the-text';
import { isSame, labelsOf, type Offered, offersAt, pathIn, performed } from './offers';
import { openPage, type Page, type Told } from './page';
import { behind, compare, moved, type Place, placeIn } from './place';
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

export function registerReadThrough(desk: Desk, { extensionUri }: vscode.ExtensionContext): vscode.Disposable {
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
    const notRead = whyNotRead(desk, editor.document.uri);
    if (notRead) {
      void vscode.window.showInformationMessage(`Copydesk: ${notRead}`);
      return undefined;
    }
    const mine = passThrough(desk, editor.document, extensionUri, within);
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
    registerCommand(commands.readThroughGoOn, () => pass?.goOn()),
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

function passThrough(desk: Desk, document: vscode.TextDocument, extensionUri: vscode.Uri, within?: vscode.Range): Pass {
  const { uri } = document;
  const done: Done[] = [];
  let at: Place = { offset: within ? document.offsetAt(within.start) : 0, rule: '' };
  let until = within && document.offsetAt(within.end);
  let offered: readonly Offered[] = [];
  let asked: vscode.Diagnostic | undefined;
  let entered: Entered | undefined;
  /** Counts questions: one that is decided is no longer the one that stands, and a key pressed at it means nothing more. */
  let question = 0;
  let ended = false;
  let end: (came: ReadThrough) => void = () => undefined;
  const over = new Promise<ReadThrough>((resolve) => {
    end = resolve;
  });
  const page: Page = openPage(extensionUri, { told: (message) => void hear(message), closed: () => finish(true) });
  const first = at.offset;
  const placeOf = (finding: vscode.Diagnostic): Place => placeIn(document, finding);
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
      for (const one of change.contentChanges) {
        for (const place of [at, ...done.map((step) => step.at)]) place.offset = moved(place.offset, one);
        until &&= endMoved(until, one);
      }
    }),
    // what was asked may be answered elsewhere, by hand or by another person's settings
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!asked || !uris.some((one) => one.toString() === uri.toString())) return;
      const was = asked;
      if (findingsOn(uri).some((one) => isSame(one, was))) return;
      question++;
      void next(async () => {
        if (asked === was) await show();
      });
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

  /** A step that decides something; whatever comes of it, the question that stands then is shown. @param what may return why it could not be. */
  const decide = (what: () => Promise<string | undefined>): Promise<void> => {
    question++;
    return next(async () => {
      let notice: string | undefined;
      try {
        notice = await what();
      } finally {
        if (!ended) await show(notice);
      }
    });
  };

  /** What goes into the text or ends is right at any question; the rest only at the one that the key was pressed at. */
  async function hear(told: Told): Promise<void> {
    const anywhere = new Map<string, () => unknown>([
      ['edit', self.edit],
      ['typed', () => next(async () => entered && typeInto(entered, told.text ?? ''))],
      ['stayed', () => next(async () => void (await enter(document)))],
      ['goOn', self.goOn],
      ['stop', self.stop],
      ['close', page.close],
    ]);
    const here = new Map<string, () => unknown>([
      ['leave', self.leave],
      ['back', self.back],
      ['undo', self.undo],
      ['take', () => self.take(told.path ?? [])],
    ]);
    const step = anywhere.get(told.do) ?? (told.question === question ? here.get(told.do) : undefined);
    await step?.();
  }

  async function show(notice = ''): Promise<void> {
    const open = all();
    const finding = current();
    asked = undefined;
    question++;
    if (!finding) return finish(false);
    at = placeOf(finding);
    await reveal(document, finding.range);
    // the question is asked all the same where the desk is away
    offered = await offersAt(desk, document, finding).catch(() => []);
    const index = open.indexOf(finding);
    page.show({
      question,
      ...wordsAround(document, finding.range),
      // what is settled is no longer open, and was one of them
      progress: vscode.l10n.t('{0} of {1}', done.length + index + 1, done.length + open.length),
      rule: ruleOf(finding),
      weight: weightOf(finding),
      asks: finding.message,
      actions: offered.map(({ choice }) => ({ label: choice.label, choices: labelsOf(choice) })),
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
    const passed = standing.filter((one) => !stopped || compare(placeOf(one), at) < 0);
    const grave = passed.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
    end({ settled: done.length, left: standing.length, stopped });
    const said = summary(done.length, passed.length, grave, standing.length - passed.length);
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
      decide(async () => {
        const here = current();
        if (here) at = behind(placeOf(here));
        return undefined;
      }),
    back: () =>
      decide(async () => {
        const before = all().findLast((one) => compare(placeOf(one), at) < 0);
        if (before) at = placeOf(before);
        return undefined;
      }),
    edit: () =>
      next(async () => {
        const here = current();
        if (!here) return show();
        asked = undefined;
        entered = await enter(document, here.range);
        page.editing();
      }),
    undo: () =>
      decide(async () => {
        const last = done.pop();
        if (!last) return undefined;
        const refused = await readAfter(
          uri,
          () => last.undo(),
          (said) => !said,
        );
        at = last.at;
        return refused;
      }),
    stop: async () => finish(true),
    take: (path) =>
      decide(async () => {
        const chosen = pathIn(offered, path);
        const here = current();
        if (!chosen || !here) return undefined;
        asked = undefined;
        const step = await readAfter(
          uri,
          () => doing(document, placeOf(here), () => performed(document, chosen)),
          (one) => one !== undefined,
        );
        if (step) done.push(step);
        return undefined;
      }),
  };
  void next(() => show());
  return self;
}

/** The end of what is read, moved by a change of the text before it or in it. */
const endMoved = (until: number, { rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent): number =>
  rangeOffset <= until ? Math.max(rangeOffset, until + text.length - rangeLength) : until;

/** How long the end stands in the status bar, in ms. */
const SAID = 8000;
