// Copydesk in CodeMirror 6. It marks what a desk would ask, F8 goes from mark to mark (`lintKeymap`), and each fix is a button.
//
//   const desk = await createDesk({ extends: 'ap' });
//   const session = await desk.open(text);
//   new EditorView({ doc: text, extensions: [copydesk(session), keymap.of([...lintKeymap, { key: 'Mod-Alt-f', run: fixSafely(session) }])] });
import { type Action, type Diagnostic as Mark, linter } from '@codemirror/lint';
import type { ChangeSpec, Extension } from '@codemirror/state';
import type { Command } from '@codemirror/view';
import type { Diagnostic, Session, TextEdit } from 'copydesk';

/** One session belongs to one document. @param delay how long the writer rests before the desk reads, in ms. */
export const copydesk = (session: Session, delay = 750): Extension =>
  linter(
    ({ state }) => {
      session.update(state.doc.toString());
      return session.diagnostics.map(toMark);
    },
    { delay },
  );

/** Makes all fixes that are safe unseen: one change, which one undo takes back. */
export const fixSafely =
  (session: Session): Command =>
  ({ state, dispatch }) => {
    session.update(state.doc.toString());
    const { edits } = session.safeFixes();
    if (!edits.length) return false;
    dispatch({ changes: edits.map(toChange), userEvent: 'input.copydesk' });
    return true;
  };

export const toMark = ({ start, end, severity, rule, message, fixes }: Diagnostic): Mark => ({
  from: start,
  to: end,
  severity: severity === 'information' ? 'info' : severity,
  source: rule,
  message,
  // a person chooses each: that is what makes a fix that is not safe unseen possible here
  actions: fixes.map(
    ({ title, edits }): Action => ({
      name: title,
      apply: (view) => view.dispatch({ changes: edits.map(toChange), userEvent: 'input.copydesk' }),
    }),
  ),
});

const toChange = ({ start, end, text }: TextEdit): ChangeSpec => ({ from: start, to: end, insert: text });
