// Vale's vocabularies and its rules of substitution and existence.
import { literalOf } from './literal';
import { EXPRESSION, type Imported, type Left } from './imported';

/** `accept.txt`: forms that the house writes; `reject.txt`: words that it does not. A line each, `#` for comments. */
export function vocabulary(text: string, name: string): Imported {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (/reject\.txt$/i.test(name)) return { forms: [], left: lines.map((what) => ({ what, why: NOTHING_INSTEAD })) };
  const forms: Imported['forms'][number][] = [];
  const left: Left[] = [];
  for (const line of lines) {
    const prefer = literalOf(line);
    if (prefer === undefined) left.push({ what: line, why: EXPRESSION });
    else forms.push({ prefer, instead: [], source: 'Vale, accept.txt' });
  }
  return { forms, left };
}

const NOTHING_INSTEAD = 'for nothing is said of what takes its place, and the glossary holds forms that do';

/** A rule of Vale, as its file has it. */
export interface ValeRule {
  readonly extends?: unknown;
  readonly swap?: unknown;
  readonly tokens?: unknown;
  readonly raw?: unknown;
  readonly scope?: unknown;
  readonly pos?: unknown;
  readonly exceptions?: unknown;
  readonly link?: unknown;
}

/** @param name of the file, for the source where the rule has no link. */
export function valeRule(rule: ValeRule, name: string): Imported {
  const kind = textOf(rule.extends);
  if (kind === 'existence') return { forms: [], left: textsOf(rule.tokens, rule.raw).map(banned) };
  if (kind !== 'substitution')
    return whole(name, `for a rule of the kind “${kind}” measures or compares and is no list of forms`);
  const scopes = textsOf(rule.scope).filter((scope) => !EVERYWHERE.has(scope));
  if (scopes.length) return whole(name, `for it is for “${scopes.join(', ')}” only, and the glossary is for all copy`);
  if (rule.pos !== undefined) return whole(name, 'for it asks for parts of speech');
  const source = textOf(rule.link) || `Vale, ${name}`;
  const forms: Imported['forms'][number][] = [];
  const left: Left[] = textsOf(rule.exceptions).map((what) => ({
    what,
    why: 'for it is an exception of its rule, and the glossary has none',
  }));
  for (const [from, to] of pairsOf(rule.swap)) {
    const [instead, prefer] = [literalOf(from), literalOf(to)];
    if (instead === undefined) left.push({ what: from, why: EXPRESSION });
    else if (prefer === undefined) left.push({ what: `${from} → ${to}`, why: severalOrNone(to) });
    else forms.push({ prefer, instead: [instead], source });
  }
  return { forms, left };
}

const EVERYWHERE: ReadonlySet<string> = new Set(['text', 'sentence', 'paragraph', 'raw', 'summary']);

const banned = (what: string): Left => ({ what, why: literalOf(what) === undefined ? EXPRESSION : NOTHING_INSTEAD });

const severalOrNone = (to: string): string =>
  to.includes('|')
    ? 'for several forms may take its place, and the glossary has one'
    : 'for what takes its place is not written out';

const whole = (what: string, why: string): Imported => ({ forms: [], left: [{ what, why }] });

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const textsOf = (...values: readonly unknown[]): string[] =>
  values.flat().filter((value): value is string => typeof value === 'string' && value !== '');

/** `swap` is a map, or a list of maps. */
const pairsOf = (swap: unknown): [string, string][] =>
  [swap]
    .flat()
    .flatMap((map) => Object.entries(Object(map)))
    .map(([from, to]) => [from, textOf(to)]);
