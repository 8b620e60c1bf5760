// "A" before a vowel's sound and "an" before a consonant's. By sound: an hour, a European, an MP, a UN envoy, an 11-year-old, an 8%.
import { wordList } from '../../lexicon/word-lists';
import { bank, perParagraphWith } from '../../document/gates';
import { isEnglish, type Paragraph } from '../../document/paragraph';
import { tokenise } from '../../document/segment/tokens';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { perWord, wordOf } from '../../document/word';
import { Class, classesOf } from '../../language/word-classes';
import type { TextEdit } from '../../text/edit';
import { isNext, plain, type Slip, slipAt, touches } from './slip';

const anArticle = bank().word((word) => word === 'a' || word === 'an');

export const wrongArticles = perParagraphWith([anArticle], [], (paragraph): readonly Slip[] => {
  const { tokens } = paragraph;
  const found: Slip[] = [];
  if (!isEnglish(paragraph)) return found;
  for (let i = 0; i < tokens.length; i++) {
    const word = wordAt(tokens, i);
    if (word !== 'a' && word !== 'an') continue;
    if (!isArticle(tokens, i)) continue;
    const at = behindMark(tokens, i);
    // "a an accident": two articles, and which is one too many is another's question
    if (isAn(wordAt(tokens, at))) continue;
    const sound = soundAt(paragraph, at);
    if (sound === undefined || sound === (word === 'an' ? 'vowel' : 'consonant')) continue;
    const right = word === 'a' ? 'an' : 'a';
    const edit = otherArticle(paragraph, i);
    const next = paragraph.text.slice(tokens.start[at], tokens.end[at]);
    found.push(slipAt(paragraph, i, at + 1, 'article', `“${right}” goes before the sound of “${next}”`, edit));
  }
  return found;
});

const isAn = (word: string): boolean => word === 'a' || word === 'an';

/** The edit that makes "an" of "a" and "a" of "an", in the case of the one that stands there. */
export function otherArticle({ tokens, allCaps }: Reading, i: number): TextEdit {
  const right = wordAt(tokens, i) === 'a' ? 'an' : 'a';
  const written = has(tokens, i, Shape.capital) ? `A${right.slice(1)}` : right;
  const [start, end] = [tokens.start[i] as number, tokens.end[i] as number];
  return { start, end, text: allCaps ? written.toUpperCase() : written };
}

/**
 * No letter of a name or a list: "Vitamin A is", "a) in". A capital stands at the head of its sentence only.
 * @param opens it stands where a sentence or a cell begins. @param isLast what it stands before is in the next line.
 */
export function isArticle(
  tokens: Tokens,
  i: number,
  opens: boolean = has(tokens, i, Shape.initial),
  isLast = false,
): boolean {
  if (has(tokens, i, Shape.capital) && !opens) return false;
  if (touches(tokens, i) || (i > 0 && touches(tokens, i - 1) && has(tokens, i - 1, Shape.word | Shape.number)))
    return false;
  return !beforeLetter.has(wordAt(tokens, i - 1)) && (isLast || isNext(tokens, i));
}

const beforeLetter = wordList('words before a letter');

/** The word behind an opening mark: a "unique" find. */
export const behindMark = (tokens: Tokens, i: number): number =>
  has(tokens, i + 1, Shape.mark) && has(tokens, i + 2, Shape.word) && touches(tokens, i + 1) ? i + 2 : i + 1;

export type Sound = 'vowel' | 'consonant' | undefined;

/** What of a paragraph says how a word of it is read. */
export type Reading = Pick<Paragraph, 'tokens' | 'text' | 'allCaps'>;

/** How words begin that stand in no paragraph yet. */
export function soundOf(text: string, allCaps: boolean): Sound {
  const reading = { tokens: tokenise(text), text, allCaps };
  return soundAt(reading, behindMark(reading.tokens, -1));
}

/** How the token begins when it is read aloud; undefined where that may be either. */
export function soundAt({ tokens, text, allCaps }: Reading, i: number): Sound {
  const word = wordAt(tokens, i);
  if (has(tokens, i, Shape.number)) return ofNumber(word);
  if (!has(tokens, i, Shape.word)) return undefined;
  if (word.includes('.')) return allCaps || !has(tokens, i, Shape.capital) ? undefined : ofInitials(word);
  const [head = ''] = word.split('-', 1);
  // "an al-Hol family"
  if (isArabicArticle(head) && head.length < word.length) return 'vowel';
  if (head.length === 1) return head === word || !has(tokens, i, Shape.capital) ? undefined : ofLetter(head);
  const start = tokens.start[i] as number;
  if (!allCaps && isCapitals(text.slice(start, start + head.length))) return ofCapitals(head);
  if (has(tokens, i, Shape.capital) && !allCaps) return ofName(head);
  // "a of", "a is": a letter or a word lost, and no matter of sound
  if (classesOf(recordAt(tokens, i)) & (SMALL & ~Class.determiner)) return undefined;
  return head === word ? ofWord(recordAt(tokens, i)) : bySpelling(head);
}

const isCapitals = (head: string): boolean => /^\p{Lu}+s?$/u.test(head);

const SMALL = Class.preposition | Class.conjunction | Class.auxiliary | Class.be | Class.subject | Class.contraction;

const ofWord = perWord((word): Sound => (/^[a-z]+$/.test(word) ? bySpelling(word) : undefined));

const consonantSound = wordList('vowel letters said as consonants');
const vowelSound = wordList('consonant letters said as vowels');

/** By its letters: "use" and "unit" begin with a y, "hour" with a vowel; other words in h may go either way ("an historic"). */
function bySpelling(word: string): Sound {
  if (vowelSound.has(word)) return 'vowel';
  if (word.startsWith('h') || !isDictionaryWord(word)) return undefined;
  if (consonantSound.has(word) || /^eu/.test(word) || beginsWithYou(word)) return 'consonant';
  return 'aeiou'.includes(word.charAt(0)) ? 'vowel' : 'consonant';
}

const isDictionaryWord = (word: string): boolean => plain(wordOf(word));

/** "Use", "utility", "uranium", "uniform"; not "uninformed", "utter", "urban". */
const beginsWithYou = (word: string): boolean =>
  /^(?:us[aeiu]|ut[aeio]|ubi|uk|ura|uri|uro|uni(?:[cfloqtv]|s[^s]|p)|un-?ion|ufo|eu)/.test(word) &&
  !/^unill/.test(word);

const isArabicArticle = (head: string): boolean => head === 'al' || head === 'el';

/** "U.S.", "F.B.I.": letter by letter; four of them may be read as a word. "St." and "Mr." are words cut short. */
function ofInitials(word: string): Sound {
  const letters = /^(?:[a-z]\.){2,3}(?:'s)?$/.test(word) ? word.charAt(0) : undefined;
  return letters === undefined ? undefined : ofLetter(letters);
}

/** "A Italian", "an European"; names in U and those of other tongues may sound either way. */
function ofName(name: string): Sound {
  const head = withoutAccents(name);
  if (isArabicArticle(head)) return 'vowel';
  if (
    consonantSound.has(head) ||
    /^(?:euro|eura|eugen|eucl|eust|eunic|uk|ugan|utah|unit|univ|unes|uni[cfltv])/.test(head)
  )
    return 'consonant';
  if (vowelSound.has(head)) return 'vowel';
  if (head.length < 3) return undefined;
  if (/^[aeio][a-z]/.test(head) && !/^(?:eu|ew|ou|oa|io|ie|ia|ii)/.test(head)) return 'vowel';
  // "an Mi-8" is read letter by letter
  if (/^[mn][aeiouy]/.test(head) && head.length > 3) return 'consonant';
  return /^[bcdfgjklpqrstvwz][aeiouhlry]/.test(head) ? 'consonant' : undefined;
}

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

const LETTERS_IN_VOWELS = 'aefhilmnorsx';

const ofLetter = (letter: string): Sound =>
  LETTERS_IN_VOWELS.includes(withoutAccents(letter)) ? 'vowel' : 'consonant';

const spelledOut = wordList('capitals said letter by letter');

/** "MP", "BBC": letter by letter where no vowel lets them be read as a word; "NATO" is one. */
function ofCapitals(head: string): Sound {
  const first = head.charAt(0);
  // "a AAA rating" is a triple A
  if (/^a+$/.test(head)) return undefined;
  if (spelledOut.has(head) || !/[aeiouy]/.test(head)) return ofLetter(first);
  // read as a word or letter by letter, these begin alike
  if ('aeio'.includes(first) && !/^(?:eu|io|ou)/.test(head)) return 'vowel';
  return 'bcdgjkpqtvwz'.includes(first) ? 'consonant' : undefined;
}

/** "8%", "11-year-old", "$80 million", "18th", "800": by the figures that are read first. */
function ofNumber(word: string): Sound {
  const digits = /^[$€£¥]?(\d[\d,]*)/.exec(word)?.[1];
  if (!digits || digits.startsWith('0')) return undefined;
  const whole = digits.replace(/,/g, '');
  const first = whole.slice(0, whole.length % 3 || 3);
  // "1800": eighteen hundred, or one thousand eight hundred
  if (!digits.includes(',') && whole.length === 4 && /^1[18]/.test(whole)) return undefined;
  return first.startsWith('8') || first === '11' || first === '18' ? 'vowel' : 'consonant';
}
