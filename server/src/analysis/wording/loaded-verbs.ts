// Verbs that say more than "said": they doubt the speaker, convict him, or vouch for him. By sense: "claimed asylum" and
// "admitted to hospital" are other verbs, "admitted in court" is what happened there.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, spanOf, type Tokens, tokenAt } from '../../document/token';
import type { Span } from '../../text/span';
import { perParagraph } from '../../document/memo';
import { type Attribution, attributionsOf } from '../attribution/attribution';
import { takesSaid } from './said-here';
import { hasTone, type Tone } from '../attribution/tones';

export interface LoadedVerb extends Span {
  /** As written, its particle with it: "pointed out". */
  readonly words: string;
  readonly tone: Tone;
  /** The form of "say" in which the verb stands. */
  readonly said: string;
  /** That form can take the verb's place as it is. */
  readonly fits: boolean;
}

/** In order; outside quotations. Offsets relative to the paragraph. */
export const loadedVerbsIn: (paragraph: Paragraph) => readonly LoadedVerb[] = perParagraph((paragraph) =>
  attributionsOf(paragraph).flatMap((a): LoadedVerb[] => {
    const tone = toneOf(a);
    if (!tone || !a.cue || isSpoken(paragraph)) return [];
    const { tokens, text } = paragraph;
    const first = tokenAt(tokens, a.cue.start);
    const last = tokenAt(tokens, a.cue.end - 1);
    const verb = a.lemma.includes('-') ? last - 1 : last;
    if (isQualified(tokens, first, verb)) return [];
    if (tone === 'dispute' && isDemand(tokens, last + 1)) return [];
    if (tone === 'guilt' && (isInCourt(paragraph, a) || ownsUp(tokens, last + 1))) return [];
    const span = spanOf(tokens, verb, last + 1);
    const words = text.slice(span.start, span.end);
    const said = inCaseOf(formOfSay(tokens.word[verb] as string), words);
    const fits = takesSaid(paragraph, {
      first,
      verb,
      next: last + 1,
      demands: a.lemma === 'insist',
      clauses: a.lemma.includes('-'),
    });
    return [{ ...span, words, tone, said, fits }];
  }),
);

const tones = ['doubt', 'mock', 'guilt', 'fact', 'secret', 'dispute', 'contest'] as const;

/** Only where words are reported: a clause or a quotation follows or went before. */
function toneOf({ form, type, governs, lemma, source }: Attribution): Tone | undefined {
  if (form !== 'verb' || !source || type === 'act' || type === 'attitude' || governs === 'phrase' || !governs)
    return undefined;
  return tones.find((tone) => hasTone(lemma, tone));
}

/** "Falsely claimed", "did not admit", "refused to concede": the verb is meant as it stands. */
function isQualified(tokens: Tokens, first: number, verb: number): boolean {
  for (let i = first; i < verb; i++) if (qualifiers.has(tokens.word[i] as string)) return true;
  return qualifiers.has(tokens.word[first - 1] ?? '');
}

/** Tokens behind "insisted" in which what is demanded stands. */
const DEMANDED_WITHIN = 14;

/** "Insisted on a sale", "insisted that it be paid": a demand, and no other verb says so. */
function isDemand(tokens: Tokens, behind: number): boolean {
  const { word } = tokens;
  // "insisted on Friday that" tells when
  if (word[behind] === 'upon' || (word[behind] === 'on' && !has(tokens, behind + 1, Shape.capital))) return true;
  for (let i = behind; i < behind + DEMANDED_WITHIN && word[i] !== undefined && word[i] !== '.'; i++)
    if (word[i] === 'should' || (word[i] === 'be' && !beforeBe.has(word[i - 1] as string))) return true;
  return false;
}

/** Words behind which "be" is no subjunctive. */
const beforeBe = wordList('words before be');

const qualifiers = wordList('words that turn a verb');

/** A turn of a transcript, its speaker before it: "[CRISTIANI] They claim …". The words are not ours to change. */
const isSpoken = ({ text }: Paragraph): boolean => /^\[[\p{L}. -]{2,40}\]/u.test(text);

/** "Admitted taking the money", "confessed to lying": somebody owns up, and the verb says so. */
const ownsUp = (tokens: Tokens, behind: number): boolean =>
  tokens.word[behind] === 'to' || (tokens.word[behind] ?? '').endsWith('ing');

/** A plea or a confession before a court is a fact of the record. */
function isInCourt({ tokens, sentences }: Paragraph, { sentence }: Attribution): boolean {
  const { firstToken, lastToken } = sentences[sentence] as { firstToken: number; lastToken: number };
  for (let i = firstToken; i < lastToken; i++) if (court.has(tokens.word[i] as string)) return true;
  return false;
}

const court = wordList('words of the court');

const inCaseOf = (said: string, words: string): string => {
  if (words === words.toUpperCase()) return said.toUpperCase();
  return words.charAt(0) === words.charAt(0).toUpperCase() ? said.charAt(0).toUpperCase() + said.slice(1) : said;
};

function formOfSay(verb: string): string {
  if (verb.endsWith('ing')) return 'saying';
  if (verb.endsWith('ed')) return 'said';
  return verb.endsWith('s') ? 'says' : 'say';
}
