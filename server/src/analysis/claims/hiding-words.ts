// Words that hide somebody: "was said to have fled", "widely seen as", "speculation", "analysts". Of a sentence whose source is asked for
// one of them is named; any other word that weighed much, a place or a calamity, would not tell a person why.
import type { Story } from '../../document/story';
import { recordAt, spanOf, wordAt } from '../../document/token';
import { wordOf } from '../../document/word';
import { clausesOf } from '../../language/clauses';
import { Form } from '../../language/morphology';
import { type Span, shift } from '../../text/span';
import { nounOf, type Phrase, phrasesFrom, type Verb, verbOf } from '../attribution/lexicon';
import { hasTone } from '../attribution/verb-connotations';
import { namedKindsOf } from '../speakers/weasels';
import { type Reading, readingsOf } from './evidence/reading';
import { partsOf } from './judge';
import type { Head } from './weights';

/** Prose offsets, and the words as they are written. */
export interface HidingWord extends Span {
  readonly words: string;
}

/** The first passive that tells what somebody says or thinks; else, of all such words, the one that weighed most for the question. */
export function hidingWord(story: Story, sentence: number, head: Head): HidingWord | undefined {
  const reading = readingsOf(story)[sentence];
  if (!reading) return undefined;
  const one = heaviestIn(reading, head);
  const at = passiveIn(reading) ?? (one !== undefined ? ([one, one + 1] as const) : undefined);
  if (!at) return undefined;
  const { start, end } = shift(spanOf(reading.facts.tokens, ...at), reading.block.start);
  return { start, end, words: story.prose.slice(start, end) };
}

/** The token of the first that weighed as much as any. */
function heaviestIn({ story, index, facts: { tokens }, sentence }: Reading, head: Head): number | undefined {
  const weighed = new Map(
    partsOf(story, index, head).flatMap((part) => ('word' in part ? [[part.word, part.weight] as const] : [])),
  );
  let best: number | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
    const word = wordAt(tokens, t);
    const weight = weighed.get(word) ?? 0;
    if (weight > most && hides(word)) [best, most] = [t, weight];
  }
  return best;
}

/** Tokens `[first, last)`: "was rumoured to", "is widely seen as". */
function passiveIn({ facts, voices }: Reading): readonly [number, number] | undefined {
  const { tokens } = facts;
  const clause = clausesOf(facts)[voices.at.sentence]?.find(({ verb: { passive, verb, last } }) => {
    const told = passive ? verbOf(recordAt(tokens, verb)) : undefined;
    const behind = wordAt(tokens, last);
    return told && (behind === 'to' ? hasTone(told.lemma, 'hidden') : behind === 'as' && isOfMind(told));
  });
  return clause && [clause.verb.first, clause.verb.last + 1];
}

/** Said or thought, not done. */
const isOfMind = ({ kind }: Verb): boolean => kind !== 'act';

function hides(text: string): boolean {
  const word = wordOf(text);
  const verb = verbOf(word);
  if (verb && isOfMind(verb) && !(verb.nounish && verb.forms & nounlike)) return true;
  return [nounOf(word), namedKindsOf(text), adverbOf(word)].some((known) => known !== undefined);
}

/** "The calls", "a document" may be verbs; "called" is one. */
const nounlike = Form.base | Form.third;

/** "Reportedly". */
const adverbOf = (word: Word): Phrase | undefined =>
  phrasesFrom(word)?.find(({ words, place }) => words.length === 1 && place === 'alone');

type Word = ReturnType<typeof wordOf>;
