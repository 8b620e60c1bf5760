// Joined articles: a name that has its article in its own letters, ElBaradei, AlSisi, is changed and put in as a whole, so that no article is
// written twice and none is lost.
import type { WrittenAt, Spelling } from '../analysis/names/variant';
import { isArticle, isArticleWord, unjoined } from '../analysis/transliteration/letters';
import { distance } from '../analysis/transliteration/likeness';
import { inCaseOf } from '../analysis/usage/phrases';
import type { TextEdit } from '../text/edit';
import { inText } from '../text/spelling';

/** The edit where one of the two has its article joined and the other has not. @param initial a sentence begins here. */
export function joinedEdit(
  prose: string,
  place: WrittenAt,
  { text, places }: Spelling,
  initial: boolean,
): TextEdit | undefined {
  const [word, own] = [place.words[0], places[0]?.words[0]];
  if (place.words.length !== 1 || word === undefined || own === undefined || word === own) return undefined;
  const { start, end } = place.letters;
  const written = prose.slice(start, end);
  if (isJoined(own, word)) {
    const from = start - articleBefore(prose, start, inText(written)).length;
    const whole = { start: from, end };
    return { ...whole, text: inCaseOf(text, prose.slice(from, end), initial) };
  }
  if (!isJoined(word, own)) return undefined;
  const article = places.map((one) => articleBefore(prose, one.letters.start, inText(text))).find(Boolean) ?? '';
  return { start, end, text: inCaseOf(article + text, written, initial) };
}

/** "Al-Hasan" that becomes "al-Hassan": with the letters the article's capital goes, or the two would still be unlike. */
export function withArticleAlike(prose: string, place: WrittenAt, { places }: Spelling, edit: TextEdit): TextEdit {
  const { start } = place.letters;
  const articleOf = (at: number, name: string): string => articleBefore(prose, at, inText(name));
  const article = articleOf(start, edit.text);
  const other = places.map((one) => articleOf(one.letters.start, edit.text)).find(Boolean);
  if (!article || !other || edit.start !== start || article.toLowerCase() !== other.toLowerCase()) return edit;
  return article === other ? edit : { ...edit, start: start - article.length, text: other + edit.text };
}

/** "elbaradei" is "baradei" behind its article. */
const isJoined = (word: string, bare: string): boolean =>
  (word.length === bare.length + 2 && word.endsWith(bare) && isArticle(word.slice(0, 2), bare)) ||
  (unjoined(word) !== word && distance(unjoined(word), bare) <= NEAR);
const NEAR = 0.3;

/** "al-", "El " right before the letters, or nothing. */
function articleBefore(prose: string, at: number, next: string): string {
  const [article = '', word = ''] = ARTICLE.exec(prose.slice(Math.max(0, at - LONGEST), at))?.slice(1) ?? [];
  return isArticleWord(word.toLowerCase()) && isArticle(word.toLowerCase(), next) ? article : '';
}

const ARTICLE = /(?:^|[^\p{L}])((\p{L}{2,3})[- ‐‑])$/u;
const LONGEST = 6;
