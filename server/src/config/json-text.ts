// The text of a settings file, read in one way by whoever asks: JSON with comments and trailing commas, a byte order mark before it or not.
import { getNodeValue, modify, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { applyEdits } from '../text/edit';
import { layoutOf } from './layout';

/** The file's tree; offsets are the file's own. */
export const treeOf = (text: string, errors: ParseError[] = []): Node | undefined =>
  parseTree(markless(text), errors, { allowTrailingComma: true });

/** What the file says; nothing where it is no JSON. */
export function settingsOf(text: string): unknown {
  const errors: ParseError[] = [];
  const tree = treeOf(text, errors);
  return tree && !errors.length ? getNodeValue(tree) : undefined;
}

/** The text with that value at the path, laid out as its own are. */
export function withValue(text: string, path: (string | number)[], value: unknown, isInsertion = false): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const own = text.slice(mark.length);
  const edits = modify(own, path, value, { formattingOptions: layoutOf(own), isArrayInsertion: isInsertion });
  return (
    mark +
    applyEdits(
      own,
      edits.map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content })),
    )
  );
}

/** As long as before. */
const markless = (text: string): string => text.replace(/^\uFEFF/, ' ');

const jsonSentences: Readonly<Record<string, string>> = {
  CommaExpected: 'A comma is missing before this.',
  ColonExpected: 'A colon is missing before this.',
  ValueExpected: 'A value is missing here.',
  PropertyNameExpected: 'A name in double quotation marks is expected here.',
  CloseBraceExpected: 'A brace } is missing at the end.',
  CloseBracketExpected: 'A bracket ] is missing at the end.',
  EndOfFileExpected: 'The settings end before this; nothing may follow them.',
  UnexpectedEndOfString: 'A quotation mark is never closed.',
  UnexpectedEndOfComment: 'A comment is never closed.',
};

/** What is wrong where reading fails, as a sentence. */
export const jsonFault = (error: ParseError | undefined): string =>
  (error && jsonSentences[printParseErrorCode(error.error)]) ?? 'It cannot be read from here on.';
