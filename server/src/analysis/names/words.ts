// Word variants: name words of a story that are near in letters and, by the evidence, one name. Pairs are found by keys, never by
// trying all; every list of candidates is capped, so that ten thousand near names cost ten thousand looks.
import type { Story } from '../../document/story';
import { Shape } from '../../document/token';
import { perWord, wordOf } from '../../document/word';
import { rememberByText } from '../../text/memoize-by-text';
import { classOf, sameClass } from '../transliteration/given-names';
import { distance, keysOf, NEAR } from '../transliteration/likeness';
import { slipBetween, slipKeys } from '../transliteration/slips';
import {
  areChinese,
  areComplements,
  areIntroducedAsTwo,
  areOneFamily,
  isIntroduced,
  isOnlyListed,
  isOrphan,
  isPerson,
  isTermAndPerson,
  pairOf,
  shareSentence,
  vetoOf,
} from './evidence';
import { areFormedAlike, isPluralOf } from './formation';
import { type Form, namesOf, type Occurrence } from './forms';
import { areKnownDistinct, isTerm, verdict } from './gazetteer';
import { isForeignForm, isGivenName, isKnownName, isKnownWord, isPlace, isProperAdjective } from './lists';
import { pairsUnder } from './pairs-under';
import { relationBetween, relationOf } from './relation';
import type { Evidence } from './variant';

/** Two forms of a story that are one name. */
export interface WordLink {
  readonly a: Form;
  readonly b: Form;
  readonly evidence: Evidence;
}

/** Shorter words say nothing by themselves; between equal neighbours they may. */
const SHORTEST = 3;
const SHORT = 4;
const LONGEST = 40;
const MOST_IN_BUCKET = 24;
const LENGTHS_APART = 5;

/** @param knownDistinct heed the list of pairs that are not variants; off only to measure what the analysis does without. */
export function wordLinks(story: Story, knownDistinct: boolean): WordLink[] {
  const { forms } = namesOf(story);
  const lower = lowerCaseWords(story);
  const apart = (a: Form, b: Form): boolean =>
    (knownDistinct && areKnownDistinct(a.form, b.form)) ||
    verdict(a.form, b.form) === 'other' ||
    areWordsOfPeoples(a, b) ||
    areTermsOnly(a, b) ||
    /\d/.test(a.form) !== /\d/.test(b.form);
  const links: WordLink[] = [];
  const told = new Set<string>();
  for (const { a, b, at } of nearPairs(forms)) {
    if (apart(a, b) || isTermAndPerson(a, b)) continue;
    const pair = pairOf(a, b, at, lower);
    if (vetoOf(pair)) continue;
    links.push({ a, b, evidence: evidenceOf(a, b, pair) });
    told.add(`${a.form} ${b.form}`).add(`${b.form} ${a.form}`);
  }
  for (const [a, b] of slipPairs(forms)) {
    if (told.has(`${a.form} ${b.form}`) || apart(a, b) || lower(a) || lower(b) || !isSlip(a, b)) continue;
    if (areIntroducedAsTwo(a, b)) continue;
    links.push({ a, b, evidence: 'slip' });
  }
  return links;
}

/** A people, its tongue and its country are three words, and so is what only looks like one: Finnish and Finish. */
function areWordsOfPeoples(a: Form, b: Form): boolean {
  if (verdict(a.form, b.form) === 'same') return false;
  const other = (form: Form): boolean => isProperAdjective(form.form) || isPlace(form.form) || form.plain;
  return (isProperAdjective(a.form) && other(b)) || (isProperAdjective(b.form) && other(a));
}

/** Ramadan, Ramzan: a month, or a man; two words for a month are both right. */
const areTermsOnly = (a: Form, b: Form): boolean =>
  (isTerm(a.form) || isTerm(b.form)) && !isPerson(a) && !isPerson(b) && verdict(a.form, b.form) !== 'same';

function evidenceOf(
  a: Form,
  b: Form,
  { romanised, strict, same }: { romanised: boolean; strict: boolean; same: boolean },
): Evidence {
  if (verdict(a.form, b.form) === 'same') return 'gazetteer';
  if (sameClass(a.form, b.form)) return 'given name';
  if (strict && same) return 'spelling';
  if (romanised) return 'romanisation';
  return slipBetween(a.form, b.form) ? 'slip' : 'near';
}

const keysOfWord = perWord(keysOf);
const slipKeysOfWord = perWord(slipKeys);

/** Stories whose names are remembered: those that are being written. */
const STORIES = 8;

/** What is near depends on the list of names alone, and that seldom changes while somebody writes. */
const nearAmong = rememberByText((names) => {
  const near: (readonly [a: string, b: string, at: number])[] = [];
  for (const [a, b] of pairsUnder(names.split(' '), (word) => keysOfWord(wordOf(word)), MOST_IN_BUCKET)) {
    const at = Math.abs(a.length - b.length) > LENGTHS_APART ? Number.POSITIVE_INFINITY : distance(a, b);
    if (at <= NEAR) near.push([a, b, at]);
  }
  return near;
}, STORIES);

function* nearPairs(
  forms: ReadonlyMap<string, Form>,
): Generator<{ readonly a: Form; readonly b: Form; readonly at: number }> {
  const names: string[] = [];
  for (const { form, acronym } of forms.values())
    if (form.length >= SHORTEST && form.length <= LONGEST && !acronym) names.push(form);
  for (const [one, other, at] of nearAmong(names.join(' '))) {
    const [a, b] = [forms.get(one) as Form, forms.get(other) as Form];
    if (Math.min(one.length, other.length) >= SHORT || relationOf(a, b) === 'shared') yield { a, b, at };
  }
}

const SHORTEST_SLIP = 5;
/** Below this a person must be well established, above the next a single full mention is enough. */
const SHORT_SLIP = 6;
const LONG_SLIP = 7;
const LONGEST_SLIP = 24;
const MOST_SLIPS = 16;

const slipsAmong = rememberByText((names) => {
  const pairs = pairsUnder(names.split(' '), (word) => slipKeysOfWord(wordOf(word)), MOST_SLIPS);
  return [...pairs].filter(([a, b]) => slipBetween(a, b));
}, STORIES);

function* slipPairs(forms: ReadonlyMap<string, Form>): Generator<readonly [Form, Form]> {
  const names: string[] = [];
  for (const one of forms.values()) {
    const { form, acronym, plain } = one;
    if (
      form.length >= SHORTEST_SLIP &&
      form.length <= LONGEST_SLIP &&
      !acronym &&
      (!plain || isSurname(one) || isInBody(one))
    )
      names.push(form);
  }
  for (const [a, b] of slipsAmong(names.join(' '))) yield [forms.get(a) as Form, forms.get(b) as Form];
}

/** A word of the language that somebody of the story is called, in full and alone: Donald Trump, Trump. */
const isSurname = (form: Form): boolean => form.occurrences.length > 1 && isPerson(form) && isIntroduced(form);

/** A word of the language in a name of several that is nobody's: "Southern Pacific". */
const isInBody = (form: Form): boolean =>
  form.occurrences.some(({ words }) => words.length > 1 && !isGivenName(words[0]?.form ?? '')) && !isPerson(form);

/** One form rare and bare, the other introduced or frequent: a slip of the key, not a second person. */
function isSlip(a: Form, b: Form): boolean {
  const fewer = a.occurrences.length - b.occurrences.length;
  const isBetter = isIntroduced(b) || (isKnownName(b.form) && !isKnownName(a.form));
  const rare = fewer < 0 || (fewer === 0 && isBetter) ? a : b;
  const good = rare === a ? b : a;
  if (rare.plain || !mayRecur(good, rare) || isKnownName(rare.form) || isForeignForm(a.form) || isForeignForm(b.form))
    return false;
  const relation = relationOf(a, b);
  const family = relation === 'conflict' && areOneFamily(good, rare);
  if ((relation === 'conflict' && !family) || relation === 'cross') return false;
  if (relation !== 'shared' && slipBetween(a.form, b.form) === 'exchange') return false;
  if (
    family
      ? isShort(good, rare)
      : relation !== 'shared'
        ? !standsFor(good, rare)
        : isShort(good, rare) && !isKnownPart(good)
  )
    return false;
  // a people and its country
  if ([a, b].some((f) => isProperAdjective(f.form)) && [a, b].some((f) => isPlace(f.form))) return false;
  if (isPluralOf(a.form, b.form) || areChinese(a, b)) return false;
  if (areFormedAlike(a.form, b.form, false) && (relation === 'shared' || !isOrphan(good, rare))) return false;
  if (isPlace(good.form) && isPerson(rare)) return false;
  // two listed given names are two people, though a key apart
  return classOf(a.form) === undefined || classOf(b.form) === undefined;
}

/** "Santa" in "Santa Fe": a word or a place that readers know, beside a form that nobody does. */
const isKnownPart = (form: Form): boolean => isKnownWord(form.form) && isInBody(form);

/** A slip is made once, or again by whoever believes it: as often as the right spelling in a long name, less than half as often in others. */
function mayRecur(good: Form, rare: Form): boolean {
  const { length } = rare.occurrences;
  if (length < 2) return true;
  return length === 2 && (rare.form.length >= UNMISTAKABLE || good.occurrences.length >= 2 * length);
}

const UNMISTAKABLE = 8;

const isShort = (a: Form, b: Form): boolean => Math.min(a.form.length, b.form.length) < SHORT_SLIP;

function standsFor(good: Form, rare: Form): boolean {
  if (areComplements(good, rare)) return true;
  if (shareSentence(good, rare) || isIntroduced(rare) || isOnlyListed(rare)) return false;
  // a place that only somebody's quotation spells as readers know it
  if (isPlace(good.form) && rare.form.length >= LONG_SLIP && good.occurrences.every(({ word }) => word.quoted))
    return true;
  if (!isIntroduced(good) && good.occurrences.length < 2) return false;
  const often = good.occurrences.length;
  const wrong = slipBetween(good.form, rare.form) === 'wrong';
  if (isShort(good, rare))
    return (
      isOrphan(good, rare) && (often >= 3 || (!wrong && Math.max(good.form.length, rare.form.length) >= SHORT_SLIP))
    );
  return often >= 2 || !wrong || (rare.form.length >= LONG_SLIP && isOrphan(good, rare));
}

/** True where the two places can be one name: what stands beside them does not speak against it. */
export function canBeOne(p: Occurrence, q: Occurrence): boolean {
  const relation = relationBetween(p, q);
  return relation === 'shared' || relation === 'alone';
}

/** Whether a form also stands in lower case in the story: then it is a word. Read when first asked. */
function lowerCaseWords(story: Story): (form: Form) => boolean {
  let words: Set<string> | undefined;
  return ({ form }) => {
    if (!words) {
      words = new Set();
      for (const { facts } of story.blocks) {
        const { word, shape, length } = facts.tokens;
        for (let i = 0; i < length; i++) {
          const bits = shape[i] as number;
          if (bits & Shape.word && !(bits & Shape.capital)) words.add(word[i] as string);
        }
      }
    }
    return words.has(form);
  };
}
