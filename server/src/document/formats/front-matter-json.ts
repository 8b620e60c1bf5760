// The fields of JSON front matter.
import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Problem } from '../story';
import type { Span } from '../../text/span';
import { type Field, type Fields, lineNumber, saidBy } from './front-matter-field';
import { bareText, jsonText } from './front-matter-scalars';

/** What nests deeper is no front matter, and would be read by recursion. */
const DEEPEST = 100;

export function readJson(text: string, { start, end }: Span): Fields | Problem {
  const source = text.slice(start, end);
  const errors: ParseError[] = [];
  const tree = isDeep(source) ? undefined : parseTree(source, errors);
  if (!tree || errors.length) {
    const line = lineNumber(text, start + (errors[0]?.offset ?? 0));
    const message = `The front matter is no JSON that can be read (line ${line}), so its fields were left out. Put the line right.`;
    return { code: 'front-matter', line, message };
  }
  const fields = new Map<string, Field>();
  const visit = (node: Node, path: string): void => {
    if (node.type === 'object')
      for (const { children: [key, value] = [] } of node.children ?? [])
        if (key && value) visit(value, joined(path, String(getNodeValue(key)).toLowerCase()));
    if (node.type === 'array')
      for (const [i, one] of (node.children ?? []).entries()) visit(one, joined(path, String(i)));
    if (node.type !== 'string' && node.type !== 'boolean') return;
    const from = start + node.offset;
    const value = String(getNodeValue(node));
    const at = { start: from, end: from + node.length };
    const written = node.type === 'string' ? jsonText(text, at.start, at.end) : bareText(at);
    const isWhole = written !== undefined && saidBy(text, written) === value;
    fields.set(path, { value, line: lineNumber(text, from), ...(isWhole && { written }) });
  };
  visit(tree, '');
  return fields;
}

const joined = (path: string, key: string): string => (path ? `${path}.${key}` : key);

function isDeep(source: string): boolean {
  let depth = 0;
  for (const character of source) {
    if ('{['.includes(character) && ++depth > DEEPEST) return true;
    if ('}]'.includes(character)) depth--;
  }
  return false;
}
