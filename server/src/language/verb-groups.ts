// Verb groups of a sentence: "has not yet been found" is one, its verb "find", perfect, passive, denied. What a group says of time
// and certainty is read here, once, for everybody who asks whether something has happened.
import { has, recordAt, Shape, type Tokens, wordAt } from '../document/token';
import { perWord } from '../document/word';
import { looksLikeAdverb } from '../lexicon/adverbs';
import { closedClass } from './closed-classes';
import { type Auxiliary, contractionOf } from './contractions';
import { Form } from './morphology';
import { type VerbForm, verbFormOf } from './verb-forms';
import { Class, classesOf } from './word-classes';

/** Tokens `[first, last)`; `verb` is the main verb, or the auxiliary where that is all: "is", "has". */
export interface VerbGroup {
  readonly first: number;
  readonly last: number;
  readonly verb: number;
  readonly lemma: string;
  readonly form: 'finite' | 'infinitive' | 'participle' | 'gerund';
  readonly tense: 'past' | 'present' | 'future' | 'none';
  /** "may", "would" …; "be going to" is a future and no modal. */
  readonly modal?: Auxiliary;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
  /** "Seems to think", "began to fear": an infinitive that is as real as the verb before it. */
  readonly raised?: true;
}

/** How a word serves in a verb group, by itself. */
interface Helper {
  readonly lemma: Auxiliary;
  readonly past: boolean;
  readonly negated: boolean;
  /** "been", "being", "having": finite nowhere. */
  readonly finite: boolean;
}

const helpers: Readonly<Record<string, readonly [Auxiliary, past?: boolean, finite?: boolean]>> = {
  is: ['be'],
  are: ['be'],
  am: ['be'],
  was: ['be', true],
  were: ['be', true],
  be: ['be', false, false],
  been: ['be', false, false],
  being: ['be', false, false],
  has: ['have'],
  have: ['have'],
  had: ['have', true],
  having: ['have', false, false],
  do: ['do'],
  does: ['do'],
  did: ['do', true],
  will: ['will'],
  would: ['would'],
  can: ['can'],
  could: ['could'],
  shall: ['shall'],
  should: ['should'],
  may: ['may'],
  might: ['might'],
  must: ['must'],
};

const helperOf = perWord((word): Helper | undefined => {
  const host =
    word === "ain't"
      ? 'is'
      : word === 'cannot' || word === "can't"
        ? 'can'
        : word === "won't"
          ? 'will'
          : word.replace(/n't$/, '');
  const known = Object.hasOwn(helpers, host) ? helpers[host] : undefined;
  if (!known) return undefined;
  const [lemma, past = false, finite = true] = known;
  return { lemma, past, finite, negated: host !== word };
});

const isModal = (lemma: Auxiliary): boolean => lemma !== 'be' && lemma !== 'have' && lemma !== 'do';

const denials = closedClass('denials');

const isAdverb = (tokens: Tokens, i: number): boolean =>
  denials.has(wordAt(tokens, i)) ||
  (classesOf(recordAt(tokens, i)) & Class.adverb) !== 0 ||
  (looksLikeAdverb(wordAt(tokens, i)) && !has(tokens, i, Shape.capital));

/** "May" in mid-sentence is the month, "Will" a man. */
const isNameOf = (tokens: Tokens, i: number): boolean =>
  has(tokens, i, Shape.capital) && !has(tokens, i, Shape.initial) && !has(tokens, i, Shape.allCaps);

/** The verb group that begins at `i`, or undefined. Its first word is an auxiliary, "to", or a verb by its form and neighbours. */
export function verbGroupAt(tokens: Tokens, i: number, limit: number): VerbGroup | undefined {
  if (has(tokens, i, Shape.mark) || isNameOf(tokens, i)) return undefined;
  const contraction = contractionOf(recordAt(tokens, i));
  if (contraction && !contraction.negated) return throughContraction(tokens, i, limit, contraction.auxiliaries);
  const helper = helperOf(recordAt(tokens, i));
  if (helper) return fromHelper(tokens, i, limit, helper);
  if (wordAt(tokens, i) === 'to') return infinitiveAt(tokens, i, limit);
  const verb = verbFormOf(recordAt(tokens, i));
  return verb && bareGroup(tokens, i, verb);
}

/** "It's raining", "they've left": the auxiliary is the ending of the word before the rest. */
function throughContraction(
  tokens: Tokens,
  i: number,
  limit: number,
  [first, second]: readonly Auxiliary[],
): VerbGroup | undefined {
  const next = afterAdverbs(tokens, i + 1, limit);
  const forms = verbFormOf(recordAt(tokens, next))?.forms ?? 0;
  const been = wordAt(tokens, next) === 'been';
  const participle = (forms & Form.participle) !== 0 && next < limit;
  // "he's said", "it's been": has; "it's thought that": is. "He'd gone": had; "he'd go": would
  const speaker = speakingHosts.has(wordAt(tokens, i).split("'")[0] as string);
  const have =
    second === 'have' &&
    (been || wordAt(tokens, next) === 'had' || (participle && (first === 'would' ? !(forms & Form.base) : speaker)));
  // "he's said to have fled": said of him
  const raised =
    participle && wordAt(tokens, next + 1) === 'to' && hearsay.has(verbFormOf(recordAt(tokens, next))?.lemma ?? '');
  const lemma = (have && !(raised && first === 'be') ? second : first) as Auxiliary;
  return fromHelper(tokens, i, limit, {
    lemma,
    past: lemma === 'have' && first === 'would',
    finite: true,
    negated: false,
  });
}

/** Behind these "'s" is "has" before a participle: "he's said", and "it's said". */
const speakingHosts = closedClass('speaking contraction hosts');

/** Verbs whose passive tells what is said of somebody. */
const hearsay = closedClass('verbs of hearsay');

function afterAdverbs(tokens: Tokens, i: number, limit: number): number {
  let at = i;
  while (at < limit && isAdverb(tokens, at)) at++;
  return at;
}

const LONGEST = 12;

/** From an auxiliary on: more of them, adverbs between, and the verb. */
function fromHelper(tokens: Tokens, first: number, end: number, opening: Helper): VerbGroup | undefined {
  const limit = Math.min(end, first + LONGEST);
  const helpersHere: Auxiliary[] = [opening.lemma];
  let negated = opening.negated;
  let verb = first;
  let i = first + 1;
  for (; i < limit; i++) {
    if (denials.has(wordAt(tokens, i))) negated = true;
    const next = helperOf(recordAt(tokens, i));
    if (next && !isModal(next.lemma) && !(next.finite && next.lemma === 'be')) {
      helpersHere.push(next.lemma);
      verb = i;
    } else if (!isAdverb(tokens, i)) break;
  }
  const last = helpersHere.at(-1) as Auxiliary;
  const main = i < limit && !isNameOf(tokens, i) ? mainVerb(tokens, i, last) : undefined;
  if (main) verb = i;
  const passive = main !== undefined && last === 'be' && (main.forms & Form.participle) !== 0;
  const progressive = main !== undefined && last === 'be' && (main.forms & Form.ing) !== 0 && !passive;
  const perfect = helpersHere.includes('have') && (main !== undefined || helpersHere.length > 1) && last !== 'do';
  const modal = isModal(opening.lemma) ? opening.lemma : undefined;
  const future =
    modal === 'will' || modal === 'shall' || (progressive && main?.lemma === 'go' && wordAt(tokens, i + 1) === 'to');
  return {
    first,
    last: verb + 1,
    verb,
    lemma: main?.lemma ?? last,
    form: opening.finite ? 'finite' : wordAt(tokens, first) === 'be' ? 'infinitive' : 'participle',
    tense: !opening.finite ? 'none' : future ? 'future' : modal ? 'none' : opening.past ? 'past' : 'present',
    ...(modal && modal !== 'will' && modal !== 'shall' && { modal }),
    perfect,
    progressive,
    passive,
    negated: negated || denials.has(wordAt(tokens, first - 1)),
  };
}

/** The form that may stand behind the auxiliary: "be" + participle or -ing, "have" + participle, all others + base. */
function mainVerb(tokens: Tokens, i: number, behind: Auxiliary): VerbForm | undefined {
  const verb = verbFormOf(recordAt(tokens, i));
  const wanted = behind === 'be' ? Form.participle | Form.ing : behind === 'have' ? Form.participle : Form.base;
  return verb && verb.forms & wanted ? verb : undefined;
}

/** "To leave", "to have been seen", "not to say". */
function infinitiveAt(tokens: Tokens, i: number, limit: number): VerbGroup | undefined {
  const at = afterAdverbs(tokens, i + 1, limit);
  if (at >= limit || isNameOf(tokens, at)) return undefined;
  const helper = helperOf(recordAt(tokens, at));
  const rest =
    helper && !isModal(helper.lemma)
      ? fromHelper(tokens, at, limit, { ...helper, finite: false })
      : (verbFormOf(recordAt(tokens, at))?.forms ?? 0) & Form.base
        ? bareGroup(tokens, at, verbFormOf(recordAt(tokens, at)) as VerbForm)
        : undefined;
  return (
    rest && {
      ...rest,
      first: i,
      form: 'infinitive',
      tense: 'none',
      negated: rest.negated || denials.has(wordAt(tokens, i - 1)),
      ...(isRaising(tokens, i - 1) && { raised: true as const }),
    }
  );
}

/** "Seems", "began": what stands behind its "to" is told as fact as far as it is. */
const isRaising = (tokens: Tokens, i: number): boolean => raising.has(verbFormOf(recordAt(tokens, i))?.lemma ?? '');
const raising = closedClass('raising verbs');

function bareGroup(tokens: Tokens, i: number, { lemma, forms }: VerbForm): VerbGroup {
  const past = (forms & Form.past) !== 0;
  return {
    first: i,
    last: i + 1,
    verb: i,
    lemma,
    form: forms & Form.ing ? 'gerund' : forms & Form.participle && !past ? 'participle' : 'finite',
    tense: past ? 'past' : forms & (Form.third | Form.base) ? 'present' : 'none',
    perfect: false,
    progressive: false,
    passive: (forms & Form.participle) !== 0 && !past,
    negated: denials.has(wordAt(tokens, i - 1)),
  };
}
