// What to put in the place of a written name so that it is the house's.
import type { Written } from '../analysis/names/variant';
import { distance } from '../analysis/transliteration/likeness';
import { leadingArticle, type NamePart, nameParts, unjoined } from '../analysis/transliteration/letters';
import { inCaseOf } from '../analysis/usage/phrases';
import { STRAY } from './entries-not-persons';
import { surnameIn } from './preferred';

/**
 * What to put in the place of a written name so that it is the house's, in the written one's case; nothing where the house's
 * form has no word for it, or where it is a shorter form that may stand.
 * @param initial a sentence begins here: the first letter is a capital whatever the house writes.
 * @param person a surname may stand for the whole name.
 */
export function replacementFor(
  written: Written,
  prefer: string,
  { initial, person = false }: { readonly initial: boolean; readonly person?: boolean },
): string | undefined {
  const parts = nameParts(prefer);
  const { words } = written;
  if (words.length < parts.length) {
    const last = parts.at(-1) as NamePart;
    const [word] = words as readonly [string];
    if (person && words.length === 1) {
      if (word === last.form || !isNear(word, last.form)) return undefined;
      return inCaseOf((written.article && leadingArticle(surnameIn(prefer))) + last.written, written.text, initial);
    }
    if (
      isPartOf(
        words,
        parts.map((part) => part.form),
      )
    )
      return undefined;
  }
  if (
    words.length > parts.length &&
    isPartOf(
      parts.map((part) => part.form),
      words,
    )
  )
    return undefined;
  const article = leadingArticle(prefer);
  const oneWord = words.length === 1 && parts.length === 1;
  // "Aljazeera" has its article, though no mark sets it off
  const bare = oneWord && !written.article && !isJoined(words[0] as string, (parts[0] as NamePart).form);
  const text = article && bare ? prefer.slice(article.length) : prefer;
  return inCaseOf(text, written.text, initial);
}

const isJoined = (word: string, form: string): boolean => word !== form && unjoined(word) === form;

/** True where the words stand in the others in a row: a shorter form of the name, not another spelling. */
const isPartOf = (words: readonly string[], others: readonly string[]): boolean =>
  ` ${others.join(' ')} `.includes(` ${words.join(' ')} `);

/** A nickname beside a surname is another name. */
export const isNear = (a: string, b: string): boolean => a === b || distance(a, b, STRAY) <= STRAY;

/** True where the written name already is the house's, a capital at a sentence's start and kinds of apostrophe aside. */
export function isAsPreferred({ text }: Pick<Written, 'text'>, replacement: string, initial: boolean): boolean {
  const [a, b] = [text, replacement].map((t) => t.replace(/[’‘`]/g, "'")) as [string, string];
  return a === b || (initial && a.slice(1) === b.slice(1) && a.charAt(0).toLowerCase() === b.charAt(0).toLowerCase());
}
