// What a list of another tool looks for, as a house rule says it: phrases, or patterns where one of its words is a number or an adverb.
import { readPattern } from '../../rules/as-data/pattern-faults';
import { EXPRESSION, type Left } from './imported';
import { formsOf } from './finite';

export interface Sought {
  readonly phrases: readonly string[];
  readonly patterns: readonly string[];
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly left: readonly Left[];
  /** Entries that are in phrases and patterns. */
  readonly taken: number;
}

/** @param before what stands directly before each of them. @param exact whether letters count as they are. */
export function soughtIn(tokens: readonly string[], before: string, exact: boolean): Sought {
  const lead = before.replace(/^\(\?i\)/, '');
  if (lead && tokens.length > 1) return joined(lead, tokens, exact);
  const phrases: string[] = [];
  const patterns: string[] = [];
  const left: Left[] = [];
  for (const token of tokens.length ? tokens : ['']) {
    const whole = (lead + token).replace(/^\(\?i\)/, '');
    const forms = formsOf(whole);
    const pattern = forms ? undefined : patternOf(whole, exact);
    const words = (forms ?? []).filter(holdsWord);
    phrases.push(...words);
    if (pattern !== undefined) patterns.push(pattern);
    else if (!words.length) left.push({ what: whole, why: forms ? MARK : EXPRESSION });
  }
  return {
    phrases: withoutDoubles(phrases, exact),
    patterns: [...new Set(patterns)],
    classes: {},
    left,
    taken: Math.max(1, tokens.length) - left.length,
  };
}

const MARK = 'for it is a mark, and a house rule looks for words';

const holdsWord = (form: string): boolean => /[\p{L}\p{N}]/u.test(form);

/** "is|was" before each of a list: two classes and one pattern, where written out it would be a product. */
function joined(lead: string, tokens: readonly string[], exact: boolean): Sought {
  const none = { phrases: [], patterns: [], classes: {}, taken: 0 };
  const first = /(?:\\s[*+]?| [*+]?|\\b)$/.test(lead) ? wordsIn(lead, exact) : undefined;
  const read = tokens.map((token) => ({ token, words: wordsIn(token, exact), kind: wordKindOf(token) }));
  const taken = first ? read.filter(({ words, kind }) => words ?? kind) : [];
  const left = read.filter((one) => !taken.includes(one)).map(({ token }) => ({ what: lead + token, why: EXPRESSION }));
  if (!first || !taken.length) return { ...none, left };
  const second = [...new Set(taken.flatMap(({ words = [] }) => words))];
  const kinds = [...new Set(taken.flatMap(({ kind }) => kind ?? []))];
  return {
    phrases: [],
    patterns: [`<first> ${[...(second.length ? ['<second>'] : []), ...kinds].join('|')}`],
    classes: { first, ...(second.length && { second }) },
    left,
    taken: taken.length,
  };
}

/** Single words and phrases in small letters; nothing where there are others. */
function wordsIn(expression: string, exact: boolean): readonly string[] | undefined {
  const forms = formsOf(expression)?.filter(holdsWord);
  if (!forms?.length || !forms.every((form) => WORDS.test(form))) return undefined;
  return exact && forms.some((form) => form !== form.toLowerCase()) ? undefined : forms.map((one) => one.toLowerCase());
}

const WORDS = /^[\p{L}\p{N}'’]+(?: [\p{L}\p{N}'’]+)*$/u;

/** What a word of an expression is in the pattern language: a number, an adverb, a verb in the past. */
function wordKindOf(written: string): string | undefined {
  const word = written.replace(/^\\b|\\b$/g, '');
  if (/^(?:\\d\+?|\[0-9\]\+)$/.test(word)) return '#';
  return /^(?:\\w|\[\\w\]|\[a-z\])\+(ly|ed)$/.exec(word)?.[1];
}

/** Word by word; nothing where one of them cannot be said, or the whole is not in order. */
function patternOf(expression: string, exact: boolean): string | undefined {
  const parts = expression.trim().split(/ (?![^([]*[)\]])|\\s\+?/);
  if (parts.length < 2) return undefined;
  const said = parts.map(
    (part) =>
      wordKindOf(part) ??
      wordsIn(part, exact)
        ?.map((one) => one.replaceAll(' ', '_'))
        .join('|'),
  );
  if (said.includes(undefined)) return undefined;
  const pattern = said.join(' ');
  return readPattern(pattern, {}) === undefined ? pattern : undefined;
}

/** In any letters the small ones are found as the capitals are at a sentence's head. */
function withoutDoubles(phrases: readonly string[], exact: boolean): readonly string[] {
  const all = new Set(phrases);
  return exact ? [...all] : [...all].filter((one) => one === one.toLowerCase() || !all.has(one.toLowerCase()));
}
