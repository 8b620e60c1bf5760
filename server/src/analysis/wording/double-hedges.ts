// Hedges inside words that already have a source: "police said he allegedly fled".
import { wordList } from '../../lexicon/word-lists';
import { Class, classOf, isBe } from '../../language/word-classes';
import { inSentences, type Paragraph } from '../../document/paragraph';
import { has, Shape, spanOf, type Tokens, tokenAt, wordAt } from '../../document/token';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { byPosition, contains, type Span } from '../../text/span';
import { perParagraph } from '../../document/memo';
import { type Attribution, attributionsOf } from '../attribution/attribution';
import { governsHedge, joinsNames } from './hedge-scope';
import { hasTone } from '../attribution/verb-connotations';

export interface DoubleHedge extends Span {
  readonly words: string;
  /** Who said it already. */
  readonly source: string;
  /** The clause is as well hedged without it, and reads on. */
  readonly removable: boolean;
  /** It may be somebody else's doubt than the source's: the writer's, or of whom the source heard it. */
  readonly isAnothers: boolean;
}

/** In order. Offsets relative to the paragraph. */
export const doubleHedgesIn: (paragraph: Paragraph) => readonly DoubleHedge[] = perParagraph((paragraph) => {
  const attributions = attributionsOf(paragraph);
  const { text } = paragraph;
  const hedge = (cue: Span, source: Span | null | undefined, removable: boolean): DoubleHedge[] =>
    source
      ? [
          {
            ...cue,
            words: text.slice(cue.start, cue.end),
            source: text.slice(source.start, source.end),
            removable: removable && areOneDoubt(paragraph, cue, source),
            isAnothers: isAnothers(text.slice(cue.start, cue.end)),
          },
        ]
      : [];
  const adverbs = attributions.flatMap(({ sentence, form, cue, lemma }) => {
    if (form !== 'adverb' || !cue || lemma.includes('-')) return [];
    const accuser = accusedBefore(paragraph, cue);
    if (accuser) return hedge(cue, accuser, suspects.test(text.slice(accuser.start, accuser.end)));
    if (isInNounPhrase(paragraph, cue) || isInClauseOfItsOwn(paragraph, cue)) return [];
    const said = saidBy(sentence, cue, attributions);
    return hedge(cue, said?.source, said !== undefined && governsHedge(paragraph, cue, said));
  });
  // "is alleged to have fired" has to be written anew
  const passives = passiveHedges(paragraph).flatMap(({ sentence, ...cue }) =>
    isInClauseOfItsOwn(paragraph, cue) ? [] : hedge(cue, saidBy(sentence, cue, attributions)?.source, false),
  );
  return [...adverbs, ...passives].sort(byPosition);
});

/**
 * "Police said he allegedly": who accuses alleges. "Doctors said it was supposedly harmless" has the writer's own doubt, "reportedly" what the
 * source has from others, "his lawyer said he allegedly" the lawyer's: without it the source would say what it did not.
 */
function areOneDoubt({ tokens, sentences }: Paragraph, cue: Span, source: Span): boolean {
  if (isAnothers(wordAt(tokens, tokenAt(tokens, cue.start)))) return false;
  const at = tokenAt(tokens, cue.start);
  const { lastToken = at } = sentences.find((one) => at < one.lastToken) ?? {};
  for (let i = at + 1; i < lastToken; i++) if (against.has(wordAt(tokens, i))) return false;
  const [from, to] = [tokenAt(tokens, source.start), tokenAt(tokens, source.end - 1)];
  for (let i = from; i <= to; i++) if (accusers.has(wordAt(tokens, i)) || accusing.has(wordAt(tokens, i))) return true;
  return false;
}

const isAnothers = (words: string): boolean => /^(?:supposed|reported)/i.test(words);
const accusers = wordList('who accuses somebody of a deed');
const against = wordList('joins of what speaks against it');

/** "Is alleged to have". */
const passiveHedges = ({ tokens, sentences }: Paragraph): readonly (Span & { readonly sentence: number })[] =>
  inSentences({ sentences }, ({ firstToken, lastToken }, sentence) => {
    const found: (Span & { readonly sentence: number })[] = [];
    for (let t = firstToken + 1; t < lastToken - 1; t++)
      if (
        alleged.has(wordAt(tokens, t)) &&
        wordAt(tokens, t + 1) === 'to' &&
        isBe(wordAt(tokens, t - 1)) &&
        !has(tokens, t, Shape.quoted)
      )
        found.push({ ...spanOf(tokens, t - 1, t + 1), sentence });
    return found;
  });

const alleged = new Set(['alleged', 'purported']);

/** "Accused of allegedly stealing", "charged with allegedly": the word before the preposition has said it. */
function accusedBefore({ tokens }: Paragraph, { start, end }: Span): Span | undefined {
  const at = tokenAt(tokens, start);
  const hedges = wordAt(tokens, tokenAt(tokens, end - 1) + 1).endsWith('ing');
  for (let t = at - 1; hedges && t > at - 1 - ACCUSED_WITHIN; t--)
    if (accusing.has(wordAt(tokens, t)) && /^(?:of|with|for)$/.test(wordAt(tokens, at - 1)))
      return spanOf(tokens, t, t + 1);
  return undefined;
}

/** "Charged with" and "sued for" tell what a court is asked; what they name stands as done. */
const suspects = /^(?:accus|suspect)/i;

/** Tokens between "accused" and "allegedly": "accused the minister of". */
const ACCUSED_WITHIN = 6;
const accusing = wordList('words of accusing');

/** "From allegedly fraudulent trades", "the allegedly stolen car": it hedges the adjective, and the claim stands. */
function isInNounPhrase({ tokens }: Paragraph, { start }: Span): boolean {
  const before = wordAt(tokens, tokenAt(tokens, start) - 1);
  return (classOf(before) & (Class.determiner | Class.possessive | Class.preposition)) !== 0;
}

const CLAUSE_WITHIN = 5;
const relatives = wordList('relatives but that');
const joins = wordList('joins of clauses');

/** "…, who is reportedly in hiding", "and the bank reportedly refused", "…, reportedly in Lom": the source need not speak for it. */
function isInClauseOfItsOwn({ tokens }: Paragraph, { start }: Span): boolean {
  const at = tokenAt(tokens, start);
  const before = wordAt(tokens, at - 1);
  if (before === ',') return !closesApposition(tokens, at - 1);
  for (let t = at - 1; t >= Math.max(0, at - CLAUSE_WITHIN); t--) {
    const word = wordAt(tokens, t);
    if (relatives.has(word)) return true;
    if (joins.has(word) && !joinsNames(tokens, t)) return t < at - 1;
    if (tagsSpeech(word)) return false;
  }
  return false;
}

/** "Nina Holloway, 44, allegedly moved": the comma before the hedge closes what another opens, and its verb follows. */
function closesApposition(tokens: Tokens, comma: number): boolean {
  if (classOf(wordAt(tokens, comma + 2)) & (Class.preposition | Class.determiner)) return false;
  for (let t = comma - 1; t >= Math.max(0, comma - APPOSITION); t--) {
    const word = wordAt(tokens, t);
    if (word === ',') return true;
    if (relatives.has(word) || joins.has(word) || tagsSpeech(word)) return false;
  }
  return false;
}

/** Tokens of an apposition: an age, an office. */
const APPOSITION = 8;

/** The attribution of the words that hold the hedge: by a verb, or "according to". */
function saidBy(sentence: number, cue: Span, all: readonly Attribution[]): Attribution | undefined {
  return all.find(
    (a) =>
      a.sentence === sentence &&
      a.source !== null &&
      (a.form === 'verb' ? a.governs !== undefined : a.form === 'phrase') &&
      (a.type === 'indirect' || a.type === 'document' || (a.governs === 'clause' && hasTone(a.lemma, 'belief'))) &&
      a.content.some((content) => contains(content, cue)),
  );
}
