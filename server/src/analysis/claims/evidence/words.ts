// Evidence of grammar and figures: how the writer's own words tell it, in which tense and mood, and what they count.
import { Shape, has, recordAt, wordAt } from '../../../document/token';
import { Class, classesOf } from '../../../language/word-classes';
import { quantitiesIn } from '../../../language/quantities';
import { looksLikeAdverb } from '../../../lexicon/adverbs';
import { timesOf, whenOf } from '../../dates/times';
import { verbOf } from '../../attribution/lexicon';
import { type Reading, step } from './reading';

export function figureEvidence({ story, facts, sentence, own, voices }: Reading, say: (key: string) => void): void {
  const { tokens } = facts;
  const found = quantitiesIn(facts, sentence);
  for (const { first, last, kind, vague, bound, value } of found) {
    const whose = own[first - sentence.firstToken] ? '' : 'said ';
    say(`${whose}number=${kind}`);
    if (vague) say(`${whose}number=vague`);
    if (bound) say(`${whose}number bound=${bound}`);
    const next = last < sentence.lastToken ? wordAt(tokens, last) : '';
    const before = first > sentence.firstToken ? wordAt(tokens, first - 1) : '^';
    say(`${whose}counted=${kind} ${next}`);
    say(`${whose}number behind=${before}`);
    if (kind === 'count') say(`${whose}size=${step(value, 2, 5, 20, 100, 1000, 100_000)}`);
  }
  say(`numbers=${Math.min(found.length, 4)}`);
  let times = 0;
  for (const time of timesOf(facts)) {
    if (time.sentence !== voices.at.sentence) continue;
    times++;
    say(`time=${time.is.kind}`);
    say(`when=${whenOf(time, story.date) ?? 'open'}`);
    if (time.is.kind === 'year' && time.is.year < 2000) say('when=long ago');
  }
  say(`times=${Math.min(times, 2)}`);
}

/** Tokens behind "was" in which its participle, and a "by", may stand. */
const PARTICIPLE_WITHIN = 3;
const BY_WITHIN = 8;

export function grammarEvidence(reading: Reading, say: (key: string) => void): void {
  const { facts, sentence, own } = reading;
  const { tokens } = facts;
  const { firstToken, lastToken } = sentence;
  let finite: string | undefined;
  for (let t = firstToken; t < lastToken; t++) {
    if (!own[t - firstToken] || has(tokens, t, Shape.mark)) continue;
    const word = wordAt(tokens, t);
    const bits = classesOf(recordAt(tokens, t));
    const next = skipAdverbs(t + 1);
    if (bits & Class.be) {
      const participle = wordAt(tokens, next);
      if (next < lastToken && isParticiple(next)) {
        say(`passive=${byFollows(next) ? 'by' : 'agentless'}`);
        say(`passive of=${participle}`);
        finite ??= `passive ${word}`;
      } else {
        say(`is=${word}`);
        finite ??= `is ${word}`;
      }
    } else if (bits & Class.modal && word !== 'to') {
      say(`modal=${word}`);
      say(`modal of=${word} ${wordAt(tokens, next)}`);
      finite ??= `modal ${word}`;
    } else if (bits & Class.have) {
      if (isParticiple(next)) say('perfect=yes');
      finite ??= `have ${word}`;
    } else if (word.length > 4 && word.endsWith('ed') && !has(tokens, t, Shape.capital)) {
      if (!(classesOf(recordAt(tokens, t - 1)) & (Class.determiner | Class.be | Class.have))) {
        say(`past=${word}`);
        finite ??= 'past';
      }
    } else if (bits & Class.past) finite ??= 'past';
    else if (word.endsWith('ing') && wordAt(tokens, t - 1) === ',') say(`with it=${word}`);
    if (bits & Class.negation) say('negated=yes');
    if (bits & (Class.subordinator | Class.question) && t > firstToken) say(`clause=${word}`);
    if (word === 'most' || (word.length > 5 && word.endsWith('est'))) say('superlative=yes');
    if (looksLikeAdverb(word)) say('adverb=yes');
  }
  say(`finite=${finite ?? 'none'}`);
  opening(reading, finite, say);

  function skipAdverbs(from: number): number {
    let t = from;
    while (t < lastToken && t < from + PARTICIPLE_WITHIN && isPassedOver(t)) t++;
    return t;
  }
  function isPassedOver(t: number): boolean {
    const bits = classesOf(recordAt(tokens, t));
    return (bits & (Class.negation | Class.adverb | Class.be)) !== 0 || looksLikeAdverb(wordAt(tokens, t));
  }
  function isParticiple(t: number): boolean {
    const word = wordAt(tokens, t);
    if (word.length > 3 && (word.endsWith('ed') || word.endsWith('en'))) return true;
    return (classesOf(recordAt(tokens, t)) & Class.past) !== 0 || verbOf(recordAt(tokens, t)) !== undefined;
  }
  function byFollows(from: number): boolean {
    for (let t = from; t < Math.min(lastToken, from + BY_WITHIN); t++) if (wordAt(tokens, t) === 'by') return true;
    return false;
  }
}

/** How the sentence opens and ends. */
function opening({ facts, sentence }: Reading, finite: string | undefined, say: (key: string) => void): void {
  const { tokens } = facts;
  const { firstToken, lastToken } = sentence;
  const bits = classesOf(recordAt(tokens, firstToken));
  const first = wordAt(tokens, firstToken);
  const name = has(tokens, firstToken, Shape.capital) && has(tokens, firstToken + 1, Shape.capital);
  const kind = has(tokens, firstToken, Shape.number)
    ? 'number'
    : bits & (Class.subject | Class.determiner | Class.conjunction | Class.preposition | Class.subordinator)
      ? first
      : name
        ? 'name'
        : 'word';
  say(`opens=${kind}`);
  say(`opens with=${first}`);
  if (finite) say(`opens so=${kind} ${finite}`);
  let end = lastToken - 1;
  while (
    end > firstToken &&
    (wordAt(tokens, end) === '"' || wordAt(tokens, end) === '”' || wordAt(tokens, end) === ')')
  )
    end--;
  say(`ends=${has(tokens, end, Shape.mark) ? wordAt(tokens, end) : 'word'}`);
  let commas = 0;
  for (let t = firstToken; t < lastToken; t++) {
    const word = wordAt(tokens, t);
    if (word === ',') commas++;
    else if (has(tokens, t, Shape.mark) && !has(tokens, t, Shape.quoted) && t < end) say(`mark=${word}`);
  }
  say(`commas=${Math.min(commas, 4)}`);
}
