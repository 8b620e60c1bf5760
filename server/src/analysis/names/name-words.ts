// Name words: a whole name as words to be matched and replaced one by one, each with the small words before it.
import { comparable, fillers, isArticle, isServant } from '../transliteration/letters';
import { isKind } from './lists';

/** A word of a name with the small words before it: "al-Assad" is `al-` and `Assad`, "bin Salman" `bin ` and `Salman`. */
export interface NamePiece {
  readonly article: string;
  /** The words of the article, in small letters. */
  readonly small: readonly string[];
  readonly written: string;
  readonly form: string;
}

export type NameWords = readonly NamePiece[];

export function wordsOfName(name: string): NameWords {
  const words = name.split(/\s+/).filter(Boolean);
  const pieces: NamePiece[] = [];
  let small: string[] = [];
  let article = '';
  for (const [i, word] of words.entries()) {
    const low = word.toLowerCase();
    const next = words[i + 1]?.toLowerCase();
    if (next !== undefined && (fillers.has(low) || isArticle(low, next) || isKind(low, 'link') || isServant(low))) {
      article += `${word} `;
      small.push(low);
      continue;
    }
    const dash = /^\p{L}{2,4}[-‐‑](?=\p{L})/u.exec(word)?.[0] ?? '';
    const cut = dash && isArticle(low.slice(0, dash.length - 1), low.slice(dash.length)) ? dash.length : 0;
    pieces.push({ article: article + word.slice(0, cut), small, written: word.slice(cut), form: comparable(word) });
    article = '';
    small = [];
  }
  return pieces;
}

/** "Jr.", "III": behind the surname. */
export const isSuffix = (form: string): boolean => /^(?:jr|sr|ii|iii|iv)$/.test(form);

/** What a person does, and a word at a sentence's start seldom has behind it. */
const VERB =
  /^(?:said|says|told|was|is|has|had|will|would|did|does|also|later|went|came|left|met|won|lost|ran|spoke|wrote|made|took|gave|got|saw|began|became|held|led|sought|thought|knew|kept|put|[a-z]{3,}ed)$/;

/** A word of what people do, right behind a name. */
export const doesSomething = (word: string): boolean => VERB.test(word);
