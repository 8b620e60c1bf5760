// The draft: CodeMirror with the desk's marks in it. It stands in a shadow root, where its styles need no leave of the page's policy.
import { defaultKeymap, history, historyKeymap, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { linter, nextDiagnostic, previousDiagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension, type Transaction } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import type { Diagnostic, Format, TextEdit } from 'copydesk';
import { toMark } from '../../examples/codemirror';
import { formatField, setFormat, undoableFormat } from './format';
import { theme } from './theme';

export interface Draft {
  readonly text: string;
  readonly format: Format;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
  /** One change, which one undo takes back. */
  edit(edits: readonly TextEdit[]): void;
  /** Another draft in its place, which one undo takes back. */
  replace(text: string, format: Format): void;
  setFormat(format: Format): void;
  mark(findings: readonly Diagnostic[]): void;
  select(start: number, end: number): void;
  lineOf(offset: number): number;
  focus(): void;
}

export interface Listener {
  /** @param edits in the text before; nothing where the format has changed with it. @param at where the newest ends now. */
  changed(edits: readonly TextEdit[] | undefined, at: number): void;
  /** A change that would make the draft longer than may be was not made. */
  refused(length: number): void;
}

/** @param longest in UTF-16 units. */
export function openDraft(host: HTMLElement, longest: number, listener: Listener): Draft {
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root as unknown as Element,
    state: EditorState.create({ extensions: [writing, limit(longest, listener), telling(listener), theme] }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    get format() {
      return view.state.field(formatField);
    },
    get canUndo() {
      return undoDepth(view.state) > 0;
    },
    get canRedo() {
      return redoDepth(view.state) > 0;
    },
    undo: () => void undo(view),
    redo: () => void redo(view),
    edit(edits) {
      const changes = edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text }));
      view.dispatch({ changes, userEvent: 'input.copydesk', scrollIntoView: true });
    },
    replace(text, format) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        effects: setFormat.of(format),
        selection: { anchor: 0 },
        userEvent: 'input.paste',
        scrollIntoView: true,
      });
    },
    setFormat: (format) => view.dispatch({ effects: setFormat.of(format) }),
    mark: (findings) => view.dispatch(setDiagnostics(view.state, findings.map(toMark))),
    select(start, end) {
      const { length } = view.state.doc;
      const selection = { anchor: Math.min(start, length), head: Math.min(end, length) };
      view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) });
      view.focus();
    },
    lineOf: (offset) => view.state.doc.lineAt(Math.min(offset, view.state.doc.length)).number,
    focus: () => view.focus(),
  };
}

/** How the draft is written in, whoever listens. */
const writing: Extension = [
  history(),
  drawSelection(),
  undoableFormat,
  linter(null),
  keymap.of([
    { key: 'F8', run: nextDiagnostic },
    { key: 'Shift-F8', run: previousDiagnostic },
    ...historyKeymap,
    ...defaultKeymap,
  ]),
  placeholder('Paste or drop a draft here, or write one.'),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({
    'aria-label': 'Draft',
    'aria-describedby': 'keys',
    tabindex: '0',
    spellcheck: 'true',
    autocorrect: 'on',
    autocapitalize: 'sentences',
  }),
];

/** Refuses a change that makes the draft longer than it may be, and longer than it was. */
const limit = (longest: number, listener: Listener): Extension =>
  EditorState.changeFilter.of((change) => {
    const length = change.newDoc.length;
    if (length <= longest || length <= change.startState.doc.length) return true;
    queueMicrotask(() => listener.refused(length));
    return false;
  });

const telling = (listener: Listener): Extension =>
  EditorView.updateListener.of(({ docChanged, startState, state, changes, transactions }) => {
    const isOther = startState.field(formatField) !== state.field(formatField);
    if (!docChanged && !isOther) return;
    const edits: TextEdit[] = [];
    let at = state.selection.main.head;
    changes.iterChanges((start, end, _from, to, text) => {
      edits.push({ start, end, text: text.toString() });
      at = to;
    });
    listener.changed(isOther ? undefined : edits, isWriting(transactions) ? at : -1);
  });

/** A person types; what is pasted, undone or fixed is there at once, and whole. */
const isWriting = (transactions: readonly Transaction[]): boolean =>
  transactions.some((one) => one.isUserEvent('input.type') || one.isUserEvent('delete'));
