// A JSON file read into its tree, as far as it goes: what is wrong with it is told once, with its place.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Fault, DEEPEST } from '../tags/tree';

/** Never throws. What only some readers of JSON take, a comment, a comma behind the last value, a name twice, is a fault. */
export function jsonTree(file: string): { readonly root: Node | undefined; readonly fault: Fault | undefined } {
  const text = file.startsWith('\ufeff') ? ` ${file.slice(1)}` : file;
  const deep = tooDeep(text);
  const errors: ParseError[] = [];
  const root = parseTree(deep === undefined ? text : text.slice(0, deep), errors, {
    disallowComments: true,
  });
  const [first] = errors;
  if (deep !== undefined) {
    const most = DEEPEST.toLocaleString('en-US');
    return { root, fault: { what: `nests deeper than ${most} values, and what stands behind was not read`, at: deep } };
  }
  if (!first) return { root, fault: root && nameTwice(root) };
  const code = printParseErrorCode(first.error);
  const isOneTooMany = isCommaTooMany(text, first.offset);
  const said = isOneTooMany ? 'has a comma behind its last value' : faults[code];
  if (!isOneTooMany && breaksOff(text, code, first.offset))
    return { root, fault: { what: 'is JSON that breaks off', at: Math.max(0, text.trimEnd().length - 1) } };
  return {
    root,
    fault: { what: `is no JSON that can be read: it ${said ?? 'goes on otherwise'}`, at: first.offset },
  };
}

/** `[1, 2, ]`: a mark that closes stands where another value was to come. */
const isCommaTooMany = (text: string, offset: number): boolean =>
  /[\]}]/.test(text.charAt(offset)) && text.slice(0, offset).trimEnd().endsWith(',');

/** Most programs read the last of two fields of one name, some the first: what one changes is not what another shows. */
function nameTwice(root: Node): Fault | undefined {
  const waiting = [root];
  let first: Node | undefined;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const names = new Set<unknown>();
    for (const child of node.children ?? []) {
      const [key, value] = node.type === 'object' ? (child.children ?? []) : [undefined, child];
      if (value?.children) waiting.push(value);
      if (!key) continue;
      if (names.has(key.value) && (!first || key.offset < first.offset)) first = key;
      names.add(key.value);
    }
  }
  return first && { what: `has a field twice, “${String(first.value).slice(0, 60)}”`, at: first.offset };
}

/** Nothing is wrong but that no more comes: behind the last value something is expected, or it has no end. */
function breaksOff(text: string, code: string, offset: number): boolean {
  if (code.startsWith('UnexpectedEnd')) return !/[\r\n]/.test(text.slice(offset).trimEnd());
  return code.endsWith('Expected') && offset >= text.trimEnd().length - 1;
}

const faults: Readonly<Record<string, string>> = {
  InvalidSymbol: 'has words outside quotation marks, or a quotation mark inside a value without \\ before it',
  InvalidNumberFormat: 'has a number that is none',
  PropertyNameExpected: 'lacks the name of a field',
  ValueExpected: 'lacks a value',
  ColonExpected: 'lacks a colon behind the name of a field',
  CommaExpected: 'lacks a comma, or has a quotation mark inside a value without \\ before it',
  CloseBraceExpected: 'lacks a closing brace',
  CloseBracketExpected: 'lacks a closing bracket',
  EndOfFileExpected: 'goes on behind its end',
  UnexpectedEndOfString: 'has a value that is broken off at the end of its line',
  InvalidUnicode: 'has an escape that stands for no character',
  InvalidEscapeCharacter: 'has a backslash that escapes nothing',
  InvalidCommentToken: 'has a comment',
  InvalidCharacter: 'has a control character inside a value',
};

/** Where brackets stand deeper in one another than anything is read; brackets in strings are none. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    if (mark === '{' || mark === '[') {
      if (++depth > DEEPEST) return index;
    } else if (mark === '}' || mark === ']') depth--;
  }
  return undefined;
}
