// One pass through a draft: which question stands on the page, and what each key does at it.
import * as vscode from 'vscode';
import { findingsOn, ruleOf } from '../queries';
import type { Desk } from '../server-life';
import { type Course, openCourse } from './course';
import { type InTurn, inTurn } from './in-turn';
import { type Entered, enter, readAfter, reveal, typeInto } from './in-the-text';
import { summary, weightOf, wordsAround } from './in-words';
import { moved } from './moved';
import { isSame, labelsOf, type Offered, offersAt, pathIn, performed } from './offers';
import { openPage, type Page, type Pressed } from './page';
import { placeIn } from './place';
import { type Done, doing } from './undo';

/** What came of it. */
export interface ReadThrough {
  readonly settled: number;
  readonly left: number;
  /** Ended before the last finding. */
  readonly stopped: boolean;
}

export interface Pass {
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

/** A pass while it lasts. */
interface PassState {
  readonly desk: Desk;
  readonly document: vscode.TextDocument;
  readonly course: Course;
  readonly page: Page;
  readonly inTurn: InTurn;
  /** What was done, the last step last. */
  readonly done: Done[];
  /** Counts questions: one that is decided is no longer the one that stands, and a key pressed at it means nothing more. */
  question: number;
  /** The finding that the question is about; none while it is being decided. */
  asked: vscode.Diagnostic | undefined;
  offered: readonly Offered[];
  /** Where the writer last went into the text. */
  entered: Entered | undefined;
  ended: boolean;
  readonly end: (came: ReadThrough) => void;
}

/** @param within what is read through; the whole draft where it is left out. */
export function startPass(
  desk: Desk,
  document: vscode.TextDocument,
  extensionUri: vscode.Uri,
  within?: vscode.Range,
): Pass {
  let end: PassState['end'] = () => undefined;
  const over = new Promise<ReadThrough>((resolve) => {
    end = resolve;
  });
  const state: PassState = {
    desk,
    document,
    course: openCourse(document, within),
    page: openPage(extensionUri, {
      pressed: (what) => void hear(state, pass, what),
      closed: () => finish(state, true),
    }),
    inTurn: inTurn(() => state.ended),
    done: [],
    question: 0,
    asked: undefined,
    offered: [],
    entered: undefined,
    ended: false,
    end(came) {
      listening.dispose();
      end(came);
    },
  };
  const { course } = state;
  const pass: Pass = {
    over,
    goOn: () => state.inTurn(() => goOn(state)),
    leave: () => decide(state, async () => void course.pass()),
    back: () => decide(state, async () => void course.goBack()),
    edit: () => state.inTurn(() => enterText(state)),
    undo: () => decide(state, () => takeBack(state)),
    stop: async () => finish(state, true),
    take: (path) => decide(state, () => carryOut(state, path)),
  };
  const listening = listenFor(state);
  void state.inTurn(() => show(state));
  return pass;
}

function listenFor(state: PassState): vscode.Disposable {
  const { document, course } = state;
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed !== document) return;
      for (const change of contentChanges) {
        course.textChanged(change);
        for (const { at } of state.done) at.offset = moved(at.offset, change);
      }
    }),
    // what was asked may be answered elsewhere, by hand or by another person's settings
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const { asked } = state;
      if (!asked || !uris.some((one) => one.toString() === document.uri.toString())) return;
      if (findingsOn(document.uri).some((one) => isSame(one, asked))) return;
      state.question++;
      void state.inTurn(async () => {
        if (state.asked === asked) await show(state);
      });
    }),
  );
}

/** What goes into the text or ends is right at any question; the rest only at the one that the key was pressed at. */
async function hear(state: PassState, pass: Pass, pressed: Pressed): Promise<void> {
  const { document, page, question } = state;
  const anywhere = new Map<string, () => unknown>([
    ['edit', pass.edit],
    ['typed', () => state.inTurn(async () => state.entered && typeInto(state.entered, pressed.text ?? ''))],
    ['stayed', () => state.inTurn(async () => void (await enter(document)))],
    ['goOn', pass.goOn],
    ['stop', pass.stop],
    ['close', page.close],
  ]);
  const here = new Map<string, () => unknown>([
    ['leave', pass.leave],
    ['back', pass.back],
    ['undo', pass.undo],
    ['take', () => pass.take(pressed.path ?? [])],
  ]);
  const step = anywhere.get(pressed.do) ?? (pressed.question === question ? here.get(pressed.do) : undefined);
  await step?.();
}

/**
 * A step that decides something; whatever comes of it, the question that stands then is shown.
 * @param step may return why it could not be.
 */
function decide(state: PassState, step: () => Promise<string | undefined>): Promise<void> {
  state.question++;
  return state.inTurn(async () => {
    let notice: string | undefined;
    try {
      notice = await step();
    } finally {
      if (!state.ended) await show(state, notice);
    }
  });
}

async function goOn(state: PassState): Promise<void> {
  state.page.focus();
  await show(state);
}

async function enterText(state: PassState): Promise<void> {
  const here = state.course.current();
  if (!here) return show(state);
  state.asked = undefined;
  state.entered = await enter(state.document, here.range);
  state.page.editing();
}

/** @returns why it could not be taken back. */
async function takeBack({ document, course, done }: PassState): Promise<string | undefined> {
  const last = done.pop();
  if (!last) return undefined;
  const refused = await readAfter(
    document.uri,
    () => last.undo(),
    (said) => !said,
  );
  course.goTo(last.at);
  return refused;
}

/** Does what was chosen of the offers, by its path in them. */
async function carryOut(state: PassState, path: readonly number[]): Promise<undefined> {
  const { document, course, done } = state;
  const chosen = pathIn(state.offered, path);
  const here = course.current();
  if (!chosen || !here) return;
  state.asked = undefined;
  const step = await readAfter(
    document.uri,
    () => doing(document, placeIn(document, here), () => performed(document, chosen)),
    (one) => one !== undefined,
  );
  if (step) done.push(step);
}

async function show(state: PassState, notice = ''): Promise<void> {
  const { desk, document, course, page, done } = state;
  const open = course.findings();
  const finding = course.current();
  state.asked = undefined;
  state.question++;
  if (!finding) return finish(state, false);
  course.goTo(placeIn(document, finding));
  await reveal(document, finding.range);
  // the question is asked all the same where the desk is away
  state.offered = await offersAt(desk, document, finding).catch(() => []);
  const index = open.indexOf(finding);
  page.show({
    question: state.question,
    ...wordsAround(document, finding.range),
    // what is settled is no longer open, and was one of them
    progress: vscode.l10n.t('{0} of {1}', done.length + index + 1, done.length + open.length),
    rule: ruleOf(finding),
    weight: weightOf(finding),
    asks: finding.message,
    actions: state.offered.map(({ choice }) => ({ label: choice.label, choices: labelsOf(choice) })),
    first: index === 0,
    undo: done.length > 0,
    notice,
  });
  state.asked = finding;
}

function finish(state: PassState, stopped: boolean): void {
  if (state.ended) return;
  state.ended = true;
  const { course, page, done } = state;
  const standing = course.findings();
  const passed = standing.filter((one) => !stopped || course.isPassed(one));
  const grave = passed.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
  state.end({ settled: done.length, left: standing.length, stopped });
  const said = summary(done.length, passed.length, grave, standing.length - passed.length);
  if (!stopped) {
    page.over(said);
    return;
  }
  page.close();
  vscode.window.setStatusBarMessage(`$(check) Copydesk: ${said}`, SAID);
}

/** How long the end stands in the status bar, in ms. */
const SAID = 8000;
