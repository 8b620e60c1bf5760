// Words that hide somebody: "was said to have fled", "widely seen as", "speculation", "analysts". Of a sentence whose source is asked for
// one of them is named; any other word that weighed much, a place or a calamity, would not tell a person why.
import type { Story } from '../../document/story';
import { recordAt, spanOf, wordAt } from '../../document/token';
import { wordOf } from '../../document/word';
import { clausesOf } from '../../language/clauses';
import { type Span, shift } from '../../text/span';
import { nounOf, type Phrase, phrasesFrom, type Verb, verbOf } from '../attribution/lexicon';
import { hasTone } from '../attribution/verb-connotations';
import { namedKindsOf } from '../speakers/weasels';
import { type Reading, readingsOf } from './evidence/reading';
import { heaviestWord } from './tell';
import type { Head } from './weights';

/** Prose offsets, and the words as they are written. */
export interface HidingWord extends Span {
  readonly words: string;
}

/** The first passive that tells what somebody says or thinks; else, of all such words, the one that weighed most for the question. */
export function hidingWord(story: Story, sentence: number, head: Head): HidingWord | undefined {
  const reading = readingsOf(story)[sentence];
  return (reading && passiveIn(reading)) ?? heaviestWord(story, sentence, head, hides);
}

/** "Was rumoured to", "is seen as". */
function passiveIn({ story, block, facts, voices }: Reading): HidingWord | undefined {
  const { tokens } = facts;
  const clause = clausesOf(facts)[voices.at.sentence]?.find(({ verb: { passive, verb, last } }) => {
    const told = passive ? verbOf(recordAt(tokens, verb)) : undefined;
    const behind = wordAt(tokens, last);
    return told && (behind === 'to' ? hasTone(told.lemma, 'hidden') : behind === 'as' && isOfMind(told));
  });
  if (!clause) return undefined;
  const { start, end } = shift(spanOf(tokens, clause.verb.verb, clause.verb.last), block.start);
  return { start, end, words: story.prose.slice(start, end) };
}

/** Said or thought, not done. */
const isOfMind = ({ kind }: Verb): boolean => kind !== 'act';

function hides(text: string): boolean {
  const word = wordOf(text);
  const verb = verbOf(word);
  if (verb && isOfMind(verb) && !verb.nounish) return true;
  return [nounOf(word), namedKindsOf(text), adverbOf(word)].some((known) => known !== undefined);
}

/** "Reportedly". */
const adverbOf = (word: Word): Phrase | undefined =>
  phrasesFrom(word)?.find(({ words, place }) => words.length === 1 && place === 'alone');

type Word = ReturnType<typeof wordOf>;
