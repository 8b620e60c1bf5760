// Copydesk in ProseMirror: marks as decorations, a command for each fix and one for all that are safe unseen.
//
//   const session = await (await createDesk()).open('');
//   const plugin = copydesk(session);
//   plugin.getState(view.state).diagnostics          what the desk says of the document now
//   applyFix(session, diagnostic.fixes[0])(view.state, view.dispatch)
//
// The document is read as plain text, a line for each block of text; so an offset is a place in a block, and a place in the document.
import type { Node } from 'prosemirror-model';
import { type Command, Plugin, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Diagnostic, Session, TextEdit } from 'copydesk';

export interface DeskState {
  readonly diagnostics: readonly Diagnostic[];
  readonly marks: DecorationSet;
}

/** One session belongs to one document. Reads the document anew after each change: of what stays, nothing is read again. */
export const copydesk = (session: Session): Plugin<DeskState> =>
  new Plugin<DeskState>({
    state: {
      init: (_, { doc }) => read(session, doc),
      apply: ({ docChanged }, before, _, { doc }) => (docChanged ? read(session, doc) : before),
    },
    props: {
      decorations(state) {
        return this.getState(state)?.marks;
      },
    },
  });

/** Makes the fix that a person has chosen. */
export const applyFix =
  (session: Session, { edits }: Diagnostic['fixes'][number]): Command =>
  (state, dispatch) => {
    const places = placesIn(state.doc);
    // made for another state of the document
    if (places.text !== session.text || !edits.length) return false;
    dispatch?.(edit(state.tr, places, edits));
    return true;
  };

/** Makes all fixes that are safe unseen, in one step that one undo takes back. */
export const fixSafely =
  (session: Session): Command =>
  (state, dispatch) => {
    const places = placesIn(state.doc);
    session.update(places.text);
    const { edits } = session.safeFixes();
    if (!edits.length) return false;
    dispatch?.(edit(state.tr, places, edits));
    return true;
  };

function read(session: Session, doc: Node): DeskState {
  const { text, at } = placesIn(doc);
  session.update(text);
  const { diagnostics } = session;
  const marks = diagnostics.map(({ start, end, kind, severity, message }) =>
    Decoration.inline(at(start), at(end), { class: `copydesk copydesk-${kind} copydesk-${severity}`, title: message }),
  );
  return { diagnostics, marks: DecorationSet.create(doc, marks) };
}

/** A block of text: where its text begins in the plain text, and its first position in the document. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly from: number;
}

function placesIn(doc: Node) {
  const places: Place[] = [];
  let text = '';
  doc.descendants((block, position) => {
    if (!block.isTextblock) return true;
    if (places.length) text += '\n';
    const start = text.length;
    block.forEach((inline) => {
      // a picture or a break is one position, and one character that is no letter
      text += inline.text ?? '\ufffc'.repeat(inline.nodeSize);
    });
    places.push({ start, end: text.length, from: position + 1 });
    return false;
  });
  const holding = (offset: number): Place =>
    places.find(({ end }) => offset <= end) ?? places.at(-1) ?? { start: 0, end: 0, from: 0 };
  const at = (offset: number): number => {
    const { start, from } = holding(offset);
    return from + offset - start;
  };
  return { text, places, holding, at };
}

type Places = ReturnType<typeof placesIn>;

/** From the last to the first, so that no edit moves another. */
function edit(tr: Transaction, { holding, at, places }: Places, edits: readonly TextEdit[]): Transaction {
  for (const { start, end, text } of [...edits].sort((a, b) => b.start - a.start)) {
    const first = holding(start);
    const last = holding(end);
    if (first === last) insert(tr, at(start), at(end), text);
    else if (start === first.start && end === last.start) {
      // whole lines with the breaks behind them: their blocks go
      insert(tr, last.from, last.from, text);
      for (const gone of places.slice(places.indexOf(first), places.indexOf(last)).reverse()) remove(tr, gone);
    } else if (start === first.end && end === last.end) {
      for (const gone of places.slice(places.indexOf(first) + 1, places.indexOf(last) + 1).reverse()) remove(tr, gone);
      insert(tr, at(start), at(start), text);
    } else insert(tr, at(start), at(end), text);
  }
  return tr.scrollIntoView();
}

/** With the list item or quotation that holds nothing else. */
const remove = (tr: Transaction, { start, end, from }: Place): Transaction =>
  tr.deleteRange(from - 1, from + end - start + 1);

/** A line break in what is written begins another block. */
function insert(tr: Transaction, from: number, to: number, text: string): void {
  const [line = '', ...more] = text.split('\n');
  if (line || from < to) tr.insertText(line, from, to);
  let position = from + line.length;
  for (const one of more) {
    tr.split(position);
    position += 2;
    if (one) tr.insertText(one, position);
    position += one.length;
  }
}
