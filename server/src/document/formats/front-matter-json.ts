// The fields of JSON front matter.
import { getNodeValue, type ParseError, parseTree } from 'jsonc-parser';
import type { Problem } from '../story';
import type { Span } from '../../text/span';
import { type Field, lineNumber } from './front-matter';

/** What nests deeper is no front matter, and would be read by recursion. */
const DEEPEST = 100;

export function readJson(text: string, { start, end }: Span): ReadonlyMap<string, Field> | Problem {
  const source = text.slice(start, end);
  const errors: ParseError[] = [];
  const tree = isDeep(source) ? undefined : parseTree(source, errors);
  if (!tree || errors.length) {
    const line = lineNumber(text, start + (errors[0]?.offset ?? 0));
    const message = `The front matter is no JSON that can be read (line ${line}), so its fields were left out. Put the line right.`;
    return { code: 'front-matter', line, message };
  }
  const fields = new Map<string, Field>();
  for (const { children: [key, value] = [] } of tree.children ?? []) {
    if (key?.type !== 'string' || value?.type !== 'string') continue;
    const written = String(getNodeValue(value));
    const at = { start: start + value.offset + 1, end: start + value.offset + value.length - 1 };
    const isPlain = text.slice(at.start, at.end) === written;
    fields.set(String(getNodeValue(key)).toLowerCase(), {
      value: written,
      line: lineNumber(text, at.start),
      ...(isPlain && { at }),
    });
  }
  return fields;
}

function isDeep(source: string): boolean {
  let depth = 0;
  for (const character of source) {
    if ('{['.includes(character) && ++depth > DEEPEST) return true;
    if ('}]'.includes(character)) depth--;
  }
  return false;
}
