// Name words: a whole name as words to be matched and replaced one by one, each with the small words before it.
import { bare, comparable, fillers, isArticle, isServant } from '../transliteration/letters';
import { rememberByText } from '../../text/memoize-by-text';
import { isPlainWord } from '../../lexicon/plain-words';
import { isGivenName, isKind, isSurname } from './lists';

/** A word of a name with the small words before it: "al-Assad" is `al-` and `Assad`, "bin Salman" `bin ` and `Salman`. */
export interface NamePiece {
  readonly article: string;
  /** The words of the article, in small letters without accents. */
  readonly small: readonly string[];
  readonly written: string;
  readonly form: string;
  /** The hyphen that ties it to the piece before it, where a word is cut into its syllables. */
  readonly joint?: string;
}

export type NameWords = readonly NamePiece[];

/** @param opensWithGiven the name begins with a first name, though the word could be an article: "Ben" Carson, "Van" Morrison. */
export const wordsOfName = (name: string, opensWithGiven = false): NameWords =>
  opensWithGiven ? withGiven(name) : withLinks(name);

const withLinks = rememberByText((name) => cutWords(name, false));
const withGiven = rememberByText((name) => cutWords(name, true));

function cutWords(name: string, opensWithGiven: boolean): NameWords {
  const words = name.split(/\s+/).filter(Boolean);
  const pieces: NamePiece[] = [];
  let small: string[] = [];
  let article = '';
  for (const [i, word] of words.entries()) {
    const low = bare(word);
    const isOwn = i === 0 && opensWithGiven;
    const next = words[i + 1];
    const isBefore = next !== undefined && !INITIAL.test(word);
    if (isBefore && ((!isOwn && isSmall(low, bare(next))) || isPrefix(word, i, next))) {
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

/** "E." is no Portuguese "and". */
const INITIAL = /^\p{Lu}\.$/u;

/** "Ó Briain", "Mac Giolla": written apart, and of no meaning without the word that follows. "Mac" and "Nic" at the head are first names. */
const isPrefix = (word: string, at: number, next: string): boolean =>
  (PREFIX.test(word) || (at > 0 && mayBePrefix(word))) && /^\p{Lu}/u.test(next);

/** Of a surname, where one is meant. */
export const mayBePrefix = (word: string): boolean => BEHIND_GIVEN.test(word);

const PREFIX = /^(?:Ó|Ní|Uí|Mhic)$/u;
const BEHIND_GIVEN = /^(?:Mac|Mc|Nic|Mag|Ua|Fitz)$/;

/** An article, "van", "bin", "Abdel": of no meaning without the word that follows. */
export const isSmall = (word: string, next: string): boolean =>
  fillers.has(word) || isArticle(word, next) || isKind(word, 'link') || isServant(word);

/** A person's name in full: "Al Porter" and "Ben Porter" begin with a first name, "al-Haddad" and "De la Cruz" do not. */
export function wordsInFull(name: string): NameWords {
  const [first = '', next = ''] = name.split(/\s+/).filter(Boolean);
  const isParticle = PARTICLES.test(`${bare(first)} ${next}`);
  return wordsOfName(name, /^\p{Lu}/u.test(first) && !isParticle && isForename(bare(first), bare(next)));
}

/** "Von der Mark", with a capital where a sentence begins. */
const PARTICLES = /^(?:v[ao]n d(?:e[nrm]?|as)|v[ao]n 't|de (?:las?|los))$/;

/** A first name before another word: "Ben", "Van"; "Al" only before a surname that is no Arab's. */
export const isForename = (first: string, next: string): boolean =>
  next !== '' && (isGivenName(first) || (first === 'al' && (isSurname(next) || isPlainWord(next))));

/** "Jr.", "III": behind the surname. */
export const isSuffix = (form: string): boolean => /^(?:jr|sr|ii|iii|iv|junior|senior)$/.test(form);

/** The place of the last word that is no suffix. */
export function lastName(words: NameWords): number {
  let last = words.length - 1;
  while (last > 0 && isSuffix((words[last] as NamePiece).form)) last--;
  return last;
}

/** What a person does, and a word at a sentence's start seldom has behind it. */
const VERB =
  /^(?:said|says|told|was|is|has|had|will|would|did|does|also|later|went|came|left|met|won|lost|ran|spoke|wrote|made|took|gave|got|saw|began|became|held|led|sought|thought|knew|kept|put|[a-z]{3,}ed)$/;

/** A word of what people do, right behind a name. */
export const doesSomething = (word: string): boolean => VERB.test(word);
