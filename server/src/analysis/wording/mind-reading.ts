// States of mind that the copy tells as its own knowledge: "the minister believes that", with no "said" in the sentence.
import { isUnrealVerb } from '../../language/clauses';
import { wordList } from '../../lexicon/word-lists';
import { Class, classOf } from '../../language/word-classes';
import { tokenAt, wordAt } from '../../document/token';
import type { Paragraph } from '../../document/paragraph';
import type { Span } from '../../text/span';
import { perParagraph } from '../../document/memo';
import { isName } from '../speakers/name-words';
import { speakingOf } from '../speakers/speaker';
import { type Attribution, attributionsOf } from '../attribution/attribution';
import { readingOf } from '../attribution/scope';
import { hasTone } from '../attribution/verb-connotations';

export interface MindRead extends Span {
  readonly words: string;
  readonly source: string;
}

/** In order; the span is the verb. Offsets relative to the paragraph. */
export const mindsReadIn: (paragraph: Paragraph) => readonly MindRead[] = perParagraph((paragraph) => {
  const attributions = attributionsOf(paragraph);
  return attributions.flatMap((a): MindRead[] => {
    const { cue, source, sentence } = a;
    if (!cue || !source || !readsMind(a, paragraph.text) || !isSomebody(paragraph, source)) return [];
    if (attributions.some((other) => other !== a && other.sentence === sentence && other.type !== 'attitude'))
      return [];
    // last: its clauses are read for nothing else
    if (isUnreal(paragraph, cue)) return [];
    const { text } = paragraph;
    return [{ ...cue, words: text.slice(cue.start, cue.end), source: text.slice(source.start, source.end) }];
  });
});

/** "Believes that", "resents the way"; "is convinced that". */
function readsMind({ type, form, governs, lemma, content }: Attribution, text: string): boolean {
  if (type !== 'attitude') return false;
  if (form === 'adjective') return text.startsWith('that ', content[0]?.start);
  return form === 'verb' && (governs === 'clause' ? hasTone(lemma, 'mind') : hasTone(lemma, 'heart'));
}

/** "Will hope", "may feel", "if he fears": nobody's thought is told. */
const isUnreal = (paragraph: Paragraph, { start }: Span): boolean =>
  isUnrealVerb(paragraph, tokenAt(paragraph.tokens, start));

/** A person by name, office or pronoun: what a crowd, a market or a government believes is shorthand for what it says. */
function isSomebody(paragraph: Paragraph, { start, end }: Span): boolean {
  const { tokens } = paragraph;
  const first = tokenAt(tokens, start);
  const until = tokenAt(tokens, end - 1);
  // "The mayor, Rania Khoury,"
  const last = until > first && wordAt(tokens, until) === ',' ? until - 1 : until;
  if (first === last && (wordAt(tokens, first) === 'he' || wordAt(tokens, first) === 'she')) return true;
  const r = readingOf(paragraph);
  if (some.has(wordAt(tokens, first))) return false;
  if (isName(r, last) && (classOf(wordAt(tokens, last)) & (Class.body | Class.outlet)) === 0) return true;
  const { kind, plural } = speakingOf(r, { from: first, to: last + 1 });
  return kind === 'role' && !plural;
}

const some = wordList('quantifiers of people');
