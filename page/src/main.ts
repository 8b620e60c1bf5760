// The page: a draft on one side, what the desk says of it on the other. All of it happens here; nothing is sent or fetched.
import type { Format, Reason, TextEdit } from 'copydesk';
import { LARGEST_OPEN } from '../../server/src/document/longest';
import { copyOut } from './copy-out';
import { type Ask, startDesk, Stopped } from './desk';
import { type Draft, openDraft } from './editor';
import { counted, element, known } from './elements';
import { takeChosen, takeFiles } from './files';
import { formatNames } from './format';
import { isSettings, openHouse } from './house';
import type { Shown, State, Views } from './protocol';
import { redraw } from './redraw';
import { openTabs } from './tabs';
import { findingsView, type Hands, namesView, reportView, sourcesView } from './views';

const tooLongToOpen = (length: number): string =>
  `This draft has ${(length / 1e6).toFixed(1)} million characters; the page reads drafts of up to one million. Nothing was changed. Split it into its stories.`;

/** The sample story; the build puts it in. */
declare const SAMPLE: string;

/** How long a writer rests, in ms, before queries on an unfinished sentence are shown; as in the editor. */
const REST = 2000;

const status = known('status', HTMLElement);
const trouble = known('trouble', HTMLElement);
const panels = {
  findings: known('findings', HTMLElement),
  sources: known('sources', HTMLElement),
  names: known('names', HTMLElement),
  report: known('report', HTMLElement),
};
const buttons = {
  undo: known('undo', HTMLButtonElement),
  redo: known('redo', HTMLButtonElement),
  safe: known('safe', HTMLButtonElement),
  copy: known('copy', HTMLButtonElement),
};
const formats = known('format', HTMLSelectElement);

/** Version of the draft, counted up with each change. */
let version = 0;
let state: State | undefined;
/** Edits that the desk has not been told yet; 'all' where the whole draft is to be read. */
let untold: { readonly edits: readonly TextEdit[]; readonly at: number }[] | 'all' = 'all';
let isAsking = false;
let rest: ReturnType<typeof setTimeout> | undefined;
let hasRested = true;
let restarts = 0;

const program = document.getElementById('engine')?.textContent ?? '';
let desk = startDesk(program, died);
const ask: Ask = (name, ...given) => desk.ask(name, ...given);

const draft: Draft = openDraft(known('editor', HTMLElement), LARGEST_OPEN, {
  changed(edits, at) {
    version++;
    if (edits === undefined || untold === 'all') untold = 'all';
    else untold.push({ edits, at });
    hasRested = at < 0;
    clearTimeout(rest);
    if (!hasRested)
      rest = setTimeout(() => {
        hasRested = true;
        show();
      }, REST);
    say('');
    offer();
    void tell();
  },
  refused: (length) => say(tooLongToOpen(length)),
});

const house = openHouse(known('house', HTMLElement), known('settings', HTMLInputElement), ask, {
  changed() {
    untold = 'all';
    void tell();
  },
  say,
});

const hands: Hands = {
  goTo: (start, end) => draft.select(start, end),
  fix: ({ edits }) => ifSame(() => draft.edit(edits)),
  clear: (index, reason: Reason) => ifSame(() => void read(ask('clear', index, reason))),
  askAgain: (index) => ifSame(() => void read(ask('askAgain', index))),
  lineOf: (offset) => draft.lineOf(offset),
  words(start, end) {
    const words = draft.text.slice(start, end).replace(/\s+/g, ' ').trim();
    return words.length > 140 ? `${words.slice(0, 139)}…` : words;
  },
};

const tabs = openTabs<keyof typeof panels>(known('tabs', HTMLElement), () => void view());

/** Acts only if the state that is shown is that of the draft now: not while a newer draft is being read. */
function ifSame(act: () => void): void {
  if (state?.version === version && untold !== 'all') act();
}

/** Sends the desk all edits since it was last told, one batch after another: edits gather while it reads. */
async function tell(): Promise<void> {
  if (isAsking) return;
  const asked = desk;
  isAsking = true;
  try {
    // a desk that was started meanwhile is told by `died`
    while (desk === asked && (untold === 'all' || untold.length)) {
      if (untold === 'all') {
        untold = [];
        await read(asked.ask('open', version, draft.text, draft.format, state?.decided ?? []));
        continue;
      }
      const changes = untold;
      untold = [];
      const to = version;
      for (const { edits, at } of changes)
        await read(asked.ask('edit', to, edits, at), changes.at(-1)?.edits !== edits);
    }
  } finally {
    if (desk === asked) isAsking = false;
  }
}

/** @param isOld a newer state is already on its way. */
async function read(asked: Promise<State>, isOld = false): Promise<void> {
  try {
    const answered = await asked;
    if (isOld) return;
    state = answered;
    if (state.version === version) show();
  } catch (error) {
    failed(error);
  }
}

/** Handles an error of the desk. Questions of a desk that was stopped on purpose are no fault of the next one. */
function failed(error: unknown): void {
  if (!(error instanceof Stopped)) died(String(error));
}

/** The findings that are shown now, each with its index in the state. */
function shownFindings(): (readonly [number, Shown])[] {
  return (state?.findings ?? []).flatMap((one, i) => (one.waits && !hasRested ? [] : [[i, one] as const]));
}

function show(): void {
  if (!state || state.version !== version) return;
  const findings = shownFindings();
  draft.mark(findings.map(([, one]) => one));
  const isEmpty = !draft.text.trim();
  const said = isEmpty
    ? 'Nothing to read yet.'
    : inWords(
        findings.map(([, one]) => one),
        state.problems,
      );
  if (status.textContent !== said) status.textContent = said;
  redraw(panels.findings, [
    ...(isEmpty ? [emptyView()] : []),
    ...state.problems.map(({ message, line }) =>
      element('p', { class: 'problem' }, line === undefined ? message : `Line ${line}: ${message}`),
    ),
    ...findingsView(findings, state, hands),
  ]);
  offer();
  void view();
}

function inWords(findings: readonly Shown[], problems: State['problems']): string {
  // silence about what was not read is no tick
  if (!findings.length)
    return problems.some((one) => one.severity !== 'note')
      ? 'Not all of this could be read.'
      : 'The desk asks nothing.';
  const grave = findings.filter(({ severity }) => severity === 'error').length;
  const queries = findings.filter(({ kind, severity }) => kind === 'query' && severity !== 'error').length;
  const fixes = findings.length - grave - queries;
  const parts = [
    ...(grave ? [`${grave} must not run`] : []),
    ...(fixes ? [counted(fixes, 'fix', 'fixes')] : []),
    ...(queries ? [counted(queries, 'query', 'queries')] : []),
  ];
  return `${counted(findings.length, 'finding')}: ${parts.join(', ')}.`;
}

function emptyView(): HTMLElement {
  return element(
    'div',
    { class: 'empty' },
    element('p', {}, 'Paste a draft, drop a file on the page, or take the sample. The desk reads as you write.'),
    element('p', {}, 'Fixes are to be put right. Queries are questions to the writer, and may be fine as they are.'),
  );
}

/** Enables the buttons for all that can be done now. */
function offer(): void {
  const isRead = state?.version === version;
  const safe = isRead
    ? shownFindings().filter(([, { fixes }]) => fixes.some(({ apply }) => apply === 'auto')).length
    : 0;
  able(buttons.undo, draft.canUndo, buttons.redo);
  able(buttons.redo, draft.canRedo, buttons.undo);
  buttons.copy.disabled = !draft.text;
  able(buttons.safe, safe > 0, buttons.undo);
  buttons.safe.textContent = safe ? `Fix what is safe (${safe})` : 'Fix what is safe';
  formats.value = draft.format;
}

/** A button that has nothing more to do lets go of the keyboard: it goes to the one that a person would press next. */
function able(button: HTMLButtonElement, isAble: boolean, next: HTMLButtonElement): void {
  const held = document.activeElement === button;
  button.disabled = !isAble;
  if (held && !isAble) next.focus();
}

/** Draws the view that is in front, of the draft as it is. */
async function view(): Promise<void> {
  const name = tabs?.current;
  if (!name || name === 'findings' || !state) return;
  const drawn = {
    sources: (of: Views['sources']) => sourcesView(of, hands),
    names: (of: Views['names']) => namesView(of, hands),
    report: (of: Views['report']) => reportView(of),
  };
  try {
    const answer = await ask('view', name);
    if (answer.version === version) redraw(panels[name], drawn[name](answer.view as never));
  } catch (error) {
    failed(error);
  }
}

/** Shows a sentence at the top of the page, where screen readers read it out. It stays until another takes its place. */
function say(sentence: string): void {
  trouble.hidden = !sentence;
  if (trouble.textContent !== sentence) trouble.textContent = sentence;
}

/** Starts another desk after one has failed. The draft lives in the editor, so nothing of it is lost. */
function died(error: string): void {
  const again = restarts++ < 3;
  say(
    `The desk has stopped (${error}). Your draft is as it was. ${again ? 'Another desk reads it now.' : 'Copy it out, and load this page again.'}`,
  );
  desk.stop();
  isAsking = false;
  if (!again) return;
  desk = startDesk(program, died);
  untold = 'all';
  void house.again().then(tell, failed);
}

async function takeFile(file: File): Promise<void> {
  if (isSettings(file)) return house.take(file);
  // of a file that is too large only so much is loaded as makes the desk say so
  const bytes = new Uint8Array(await file.slice(0, (10 << 20) + 1).arrayBuffer());
  const answer = await ask('file', bytes, file.name);
  if ('message' in answer) say(answer.message);
  else if (answer.text.length > LARGEST_OPEN) say(tooLongToOpen(answer.text.length));
  else {
    draft.replace(answer.text, answer.format);
    draft.focus();
  }
}

async function fixSafely(): Promise<void> {
  const { version: of, edits, problems } = await ask('safeFixes');
  if (of !== version) return;
  draft.edit(edits);
  if (problems[0]) say(problems[0].message);
}

async function copy(): Promise<void> {
  const isCopied = await copyOut(draft.text);
  buttons.copy.textContent = isCopied ? 'Copied' : 'Select it and press Ctrl+C';
  setTimeout(() => (buttons.copy.textContent = 'Copy the text'), REST);
}

formats.append(...formatNames.map(([format, name]) => element('option', { value: format }, name)));
formats.addEventListener('change', () => draft.setFormat(formats.value as Format));
buttons.undo.addEventListener('click', () => draft.undo());
buttons.redo.addEventListener('click', () => draft.redo());
buttons.safe.addEventListener('click', () => void fixSafely().catch(failed));
buttons.copy.addEventListener('click', () => void copy());
known('sample', HTMLButtonElement).addEventListener('click', () => {
  draft.replace(SAMPLE, 'text');
  draft.focus();
});
takeFiles(known('file', HTMLInputElement), (file) => void takeFile(file).catch(failed));
takeChosen(known('settings', HTMLInputElement), (file) => void house.take(file).catch(failed));
offer();
void tell();
