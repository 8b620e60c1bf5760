// The glossary in copydesk.json as text: forms put into it, entries in order, and what in it cannot be meant. Comments and layout
// between entries are kept. Loaded when somebody asks.
import { createScanner, findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import { applyEdits, type TextEdit } from '../text/edit';
import { treeOf, withValue } from './json-text';
import { layoutOf } from './layout';

/** An entry as a person gives it. */
export interface GlossaryForm {
  readonly prefer: string;
  readonly instead: readonly string[];
  readonly entity?: string;
  readonly source?: string;
}

/** @param text settings that are in order. */
export const glossaryOf = (text: string): GlossaryForm[] => entriesOf(text).map(({ form }) => form);

export interface GlossaryEntry {
  readonly node: Node;
  readonly form: GlossaryForm;
}

export function entriesOf(text: string): GlossaryEntry[] {
  return (arrayOf(text)?.children ?? []).flatMap((node): GlossaryEntry[] => {
    const { prefer, instead, ...rest } = Object(getNodeValue(node)) as Partial<GlossaryForm>;
    if (typeof prefer !== 'string') return [];
    return [{ node, form: { ...rest, prefer, instead: Array.isArray(instead) ? instead : [] } }];
  });
}

function arrayOf(text: string): Node | undefined {
  const tree = treeOf(text);
  const node = tree && findNodeAtLocation(tree, ['glossary']);
  return node?.type === 'array' ? node : undefined;
}

export interface Added {
  readonly text: string;
  readonly added: number;
  readonly changed: number;
}

/**
 * The settings with the forms in their glossary. An entry that prefers what a form replaces, or replaces what it prefers, becomes
 * that form and keeps its other spellings: the newest decision holds.
 */
export function withForms(settings: string, forms: readonly GlossaryForm[]): Added {
  const text = arrayOf(settings) ? settings : withValue(settings, ['glossary'], []);
  const entries = entriesOf(text).map((entry) => ({ ...entry, now: entry.form }));
  const fresh: GlossaryForm[] = [];
  for (const form of forms) {
    const touched = entries.find(({ now }) => concerns(now, form));
    const earlier = fresh.findIndex((one) => concerns(one, form));
    if (touched) touched.now = merged(touched.now, form);
    else if (earlier >= 0) fresh[earlier] = merged(fresh[earlier] as GlossaryForm, form);
    else fresh.push({ ...form, instead: spellings(form.instead, form.prefer) });
  }
  const changed = entries.filter(({ form, now }) => written(form) !== written(now));
  const edits = changed.map(({ node, now }) => ({ ...spanOf(node), text: written(now) }));
  return {
    text: applyEdits(text, [...edits, ...appended(text, fresh)]),
    added: fresh.length,
    changed: changed.length,
  };
}

const concerns = (entry: GlossaryForm, form: GlossaryForm): boolean =>
  entry.prefer === form.prefer || form.instead.includes(entry.prefer) || entry.instead.includes(form.prefer);

function merged(entry: GlossaryForm, form: GlossaryForm): GlossaryForm {
  const { source: old, ...kept } = entry;
  const source = form.source ?? (entry.prefer === form.prefer ? old : undefined);
  return {
    ...kept,
    prefer: form.prefer,
    instead: spellings([...entry.instead, entry.prefer, ...form.instead], form.prefer),
    ...(source !== undefined && { source }),
  };
}

const spellings = (all: readonly string[], prefer: string): string[] =>
  [...new Set(all)].filter((one) => one !== prefer);

/** On one line, as a person would write it. */
function written({ prefer, instead, ...rest }: GlossaryForm): string {
  const members = Object.entries({ prefer, ...(instead.length && { instead }), ...rest }).map(
    ([name, value]) => `${JSON.stringify(name)}: ${spaced(value)}`,
  );
  return `{ ${members.join(', ')} }`;
}

const spaced = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]` : JSON.stringify(value);

function appended(text: string, forms: readonly GlossaryForm[]): TextEdit[] {
  const array = arrayOf(text);
  if (!array || !forms.length) return [];
  const { tabSize = 2, insertSpaces, eol = '\n' } = layoutOf(text);
  const unit = insertSpaces ? ' '.repeat(tabSize) : '\t';
  const lines = forms.map((form) => `${eol}${unit}${unit}${written(form)}`).join(',');
  const last = array.children?.at(-1);
  if (!last) return [{ ...spanOf(array), text: `[${lines}${eol}${unit}]` }];
  const end = last.offset + last.length;
  const rest = text.slice(end, array.offset + array.length - 1);
  const comma = commaIn(text, end, array.offset + array.length - 1) === undefined ? ',' : '';
  // a comment behind the last entry stays behind it
  const line = rest.search(/\r?\n/);
  if (line > 0)
    return [
      { start: end, end, text: comma },
      { start: end + line, end: end + line, text: lines },
    ];
  const at = comma ? end : end + rest.indexOf(',') + 1;
  const onOneLine = !text.slice(array.offset, end).includes('\n');
  return [{ start: at, end: at, text: `${comma}${lines}${onOneLine ? `${eol}${unit}` : ''}` }];
}

/** Entries by the alphabet of what they prefer, capitals aside; each keeps the comments above it and behind it. */
export function sortedGlossary(text: string): string {
  const array = arrayOf(text);
  const children = array?.children ?? [];
  if (!array || children.length < 2) return text;
  const close = array.offset + array.length - 1;
  const parts: { readonly key: string; readonly above: string; readonly entry: string; readonly behind: string }[] = [];
  let from = array.offset + 1;
  for (const [i, { offset, length }] of children.entries()) {
    const end = offset + length;
    const next = children[i + 1]?.offset ?? close;
    const comma = commaIn(text, end, next);
    const rest = text.slice((comma ?? end - 1) + 1, next);
    // what stands on the same line is about this entry, what stands below about the next
    const line = rest.indexOf('\n');
    const behind = line < 0 ? '' : rest.slice(0, line);
    const { prefer } = Object(getNodeValue(children[i] as Node)) as { prefer?: unknown };
    parts.push({
      key: String(prefer).toLowerCase(),
      above: text.slice(from, offset),
      entry: text.slice(offset, end),
      behind,
    });
    from = next - rest.length + behind.length;
  }
  const tail = text.slice(from, close);
  const sorted = [...parts].sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1));
  const body = sorted.map(({ above, entry, behind }, i) => {
    const place = (parts[i] as (typeof parts)[number]).above;
    const space = above.trim() || place.trim() ? above : place;
    return `${space}${entry}${i < sorted.length - 1 ? ',' : ''}${behind}`;
  });
  return `${text.slice(0, array.offset + 1)}${body.join('')}${tail}${text.slice(close)}`;
}

/** Offset of the comma between `from` and `to`, comments passed over. */
function commaIn(text: string, from: number, to: number): number | undefined {
  const scanner = createScanner(text.slice(from, to), true);
  scanner.scan();
  const at = from + scanner.getTokenOffset();
  return at < to && text.charAt(at) === ',' ? at : undefined;
}

const spanOf = ({ offset, length }: Node) => ({ start: offset, end: offset + length });
