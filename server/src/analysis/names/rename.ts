// Renaming: what each mention of a name becomes when one of them is written otherwise, whatever its spelling and however short.
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import { sameClass } from '../transliteration/given-names';
import { comparable, fillers, isArticle, isServant } from '../transliteration/letters';
import { distance, NEAR } from '../transliteration/likeness';
import { isKind } from './lists';

/**
 * What the mention `text` becomes when the mention `chosen` of the same name becomes `to`. A surname follows the end of a full
 * name and a forename its beginning, in any spelling; what shares no word with the chosen one (initials, a nickname) is left
 * alone: `undefined`.
 * @param opens a sentence begins with the mention `text`: an article is capital there.
 */
export function renamed(text: string, chosen: string, to: string, opens = false): string | undefined {
  const [old, from, now] = [partsOf(text), partsOf(chosen), partsOf(to)];
  const parts = old.length === from.length ? sameLength(old, from, now) : partly(old, from, now);
  if (!parts?.length) return undefined;
  const name = parts.map(({ article, letters }) => article + letters).join(' ');
  if (isInCapitals(text)) return name.toUpperCase();
  if (!parts[0]?.article) return name;
  // "Al-Haddadi" was chosen where a sentence began: elsewhere the article stays as small as it was
  const small = /^\p{Ll}/u.test(old[0]?.article ?? '');
  const first = name.charAt(0);
  return (opens ? first.toUpperCase() : small ? first.toLowerCase() : first) + name.slice(1);
}

const isInCapitals = (text: string): boolean =>
  text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase();

/** The edits that make the mention at `at` read `text`: word by word where it can be, so that a line stays broken where it was. */
export function editsOf(at: Span, before: string, text: string): TextEdit[] {
  const [old, now] = [[...before.matchAll(/\S+/g)], text.split(' ')];
  if (old.length !== now.length) return [{ ...at, text }];
  return old.flatMap((word, i): TextEdit[] => {
    const start = at.start + word.index;
    return word[0] === now[i] ? [] : [{ start, end: start + word[0].length, text: now[i] as string }];
  });
}

/** A word of a name with the small words before it: "al-Assad" is `al-` and `Assad`, "bin Salman" `bin ` and `Salman`. */
interface Part {
  readonly article: string;
  readonly letters: string;
  readonly form: string;
}

function partsOf(name: string): Part[] {
  const words = name.split(/\s+/).filter(Boolean);
  const parts: Part[] = [];
  let article = '';
  for (const [i, word] of words.entries()) {
    const low = word.toLowerCase();
    const next = words[i + 1]?.toLowerCase();
    if (next !== undefined && (fillers.has(low) || isArticle(low, next) || isKind(low, 'link') || isServant(low))) {
      article += `${word} `;
      continue;
    }
    const dash = /^\p{L}{2,4}[-‐‑](?=\p{L})/u.exec(word)?.[0] ?? '';
    const cut = dash && isArticle(low.slice(0, dash.length - 1), low.slice(dash.length)) ? dash.length : 0;
    parts.push({ article: article + word.slice(0, cut), letters: word.slice(cut), form: comparable(word) });
    article = '';
  }
  return parts;
}

const sameLength = (old: readonly Part[], from: readonly Part[], now: readonly Part[]): readonly Part[] =>
  now.length === old.length ? now.map((part, i) => dressed(part, old[i] as Part, from[i] as Part)) : now;

/** As the new name has it; an article that only the mention has, or only the chosen one, stays with it. */
function dressed(now: Part, old: Part, from: Part): Part {
  if (old.article === '' && from.article !== '') return isJoined(old, from) ? now : { ...now, article: '' };
  return from.article === '' && now.article === '' ? { ...now, article: old.article } : now;
}

const JOINED = /^[ae][dlnrstz]/;

/** "Ezzor" holds the article of "el-Zour". */
const isJoined = ({ form }: Part, { form: other }: Part): boolean =>
  JOINED.test(form) && form.length > other.length && distance(form.slice(2), other) <= NEAR;

/** The longer and the shorter mention, matched word by word; nothing where a word of the shorter has no match. */
function partly(old: readonly Part[], from: readonly Part[], now: readonly Part[]): readonly Part[] | undefined {
  const longer = old.length > from.length;
  const at = longer ? matches(from, old) : matches(old, from);
  if (!at) return undefined;
  if (longer) {
    if (now.length === from.length) return replaced(old, at, from, now);
    const [start, end] = [at[0] as number, (at.at(-1) as number) + 1];
    return end - start === from.length ? [...old.slice(0, start), ...now, ...old.slice(end)] : undefined;
  }
  if (now.length === from.length) return at.map((i, k) => dressed(now[i] as Part, old[k] as Part, from[i] as Part));
  if (now.length < old.length) return undefined;
  const isEnd = at.at(-1) === from.length - 1;
  const picked = isEnd ? now.slice(-old.length) : now.slice(0, old.length);
  return picked.map((part, k) => dressed(part, old[k] as Part, from[at[k] as number] as Part));
}

const replaced = (
  old: readonly Part[],
  at: readonly number[],
  from: readonly Part[],
  now: readonly Part[],
): readonly Part[] =>
  old.map((part, i) => {
    const k = at.indexOf(i);
    return k < 0 ? part : dressed(now[k] as Part, part, from[k] as Part);
  });

/** For each word of `short`, where it stands in `long`: in order, from the end. */
function matches(short: readonly Part[], long: readonly Part[]): number[] | undefined {
  const at: number[] = [];
  let j = long.length - 1;
  for (let i = short.length - 1; i >= 0; i--) {
    while (j >= i && !isOne(short[i] as Part, long[j] as Part)) j--;
    if (j < i) return undefined;
    at.unshift(j--);
  }
  return at;
}

const isOne = ({ form: a }: Part, { form: b }: Part): boolean =>
  a === b || sameClass(a, b) || distance(a, b, NEAR) <= NEAR;
