// Links between whole names that are the same letters cut differently, Alireza and Ali Reza, Jong Un and Jong-un, Deir Ezzor and Deir el-Zour;
// and the same words with other particles between them, Fahmi ben Khalifa and Fahmi bin Khalifa.
import type { Story } from '../../document/story';
import { rememberByText } from '../../text/memoize-by-text';
import { allowance, cost } from '../transliteration/cost';
import { strictKey } from '../transliteration/letters';
import { keysOf } from '../transliteration/likeness';
import { looksRomanised } from './evidence';
import { areFormedAlike } from './formation';
import { namesOf, type Occurrence } from './forms';
import { verdict } from './gazetteer';
import { isKind, isPlace } from './lists';
import type { NameWord } from './mention-words';
import { pairsUnder } from './pairs-under';

/** A whole name with all its places. */
interface Whole {
  readonly places: Occurrence[];
  readonly words: readonly NameWord[];
  /** Comparable words joined with spaces, and without. */
  readonly key: string;
  readonly letters: string;
}

/** Two ways of one whole name, each with all its places, none empty. */
export interface CutLink {
  readonly a: readonly Occurrence[];
  readonly b: readonly Occurrence[];
  readonly evidence: 'cut' | 'near' | 'format';
}

const MOST_WORDS = 6;
const FEWEST_LETTERS = 6;
const MOST_LETTERS = 60;
const MOST_IN_BUCKET = 24;
const NEAR = 0.6;
const LETTERS_A_DIFFERENCE = 12;
const NONE = 0.02;

export function cutLinks(story: Story): CutLink[] {
  const wholes = new Map<string, Whole>();
  for (const at of namesOf(story).mentions) {
    if (at.words.length > MOST_WORDS) continue;
    const { name: key, words } = at;
    const known = wholes.get(key);
    if (known) known.places.push(at);
    else wholes.set(key, { places: [at], words, key, letters: lettersOf(key) });
  }
  const links: CutLink[] = [];
  for (const whole of wholes.values()) {
    const link = byParticles(whole);
    if (link) links.push(link);
  }
  for (const [a, b] of nearWholes(wholes)) {
    const evidence = evidenceFor(a, b);
    if (evidence) links.push({ a: a.places, b: b.places, evidence });
  }
  return links;
}

/** The same words, of a romanised name, with "bin" here and "ben" or nothing there. A name of one word may drop its article. */
function byParticles({ places, words }: Whole): CutLink | undefined {
  if (places.length < 2 || !places.some((p) => p.words.some(isRomanisedWord))) return undefined;
  const said = words.length > 1 ? places : places.filter((p) => p.mention.particles !== '');
  const [first] = said;
  if (!first) return undefined;
  const a = said.filter((p) => p.mention.particles === first.mention.particles);
  const b = said.filter((p) => p.mention.particles !== first.mention.particles);
  return b.length ? { a, b, evidence: 'format' } : undefined;
}

/** Wholes that may be one: of the very same letters, or filed under one key where the story has romanised names at all. */
function* nearWholes(wholes: ReadonlyMap<string, Whole>): Generator<readonly [Whole, Whole]> {
  let romanised = false;
  const names: string[] = [];
  for (const { key, letters, words } of wholes.values()) {
    romanised ||= words.some(isRomanisedWord);
    if (letters.length >= FEWEST_LETTERS && letters.length <= MOST_LETTERS) names.push(key);
  }
  const pairs = (romanised ? nearAmong : alikeAmong)(names.join('\n'));
  for (const [a, b] of pairs) yield [wholes.get(a) as Whole, wholes.get(b) as Whole];
}

const lettersOf = (name: string): string => name.replaceAll(' ', '');
const lengthOf = (name: string): number => name.split(' ').length;

/** Stories whose names are remembered: those that are being written. */
const STORIES = 8;

const alikeAmong = rememberByText((names) => unlikeUnder(names.split('\n'), (letters) => [letters]), STORIES);
const nearAmong = rememberByText(
  (names) => unlikeUnder(names.split('\n'), (letters) => [letters, ...keysOf(letters)]),
  STORIES,
);

/** Whole names of unlike length that stand under one key, each pair once. */
const unlikeUnder = (names: readonly string[], keysOf: (letters: string) => readonly string[]) =>
  [...pairsUnder(names, (name) => keysOf(lettersOf(name)), MOST_IN_BUCKET)].filter(
    ([a, b]) => lengthOf(a) !== lengthOf(b),
  );

const isRomanisedWord = (w: NameWord): boolean => w.article !== '' || looksRomanised(w.form);

const NUMERAL = /^(?:i{1,3}|iv|vi{0,3}|ix|x|jr|sr)$/;

function evidenceFor(a: Whole, b: Whole): 'cut' | 'near' | undefined {
  if (verdict(a.letters, b.letters) === 'other') return undefined;
  const [short, long] = a.words.length < b.words.length ? [a, b] : [b, a];
  const all = [...a.words, ...b.words];
  if (all.every((w) => w.plain)) return undefined;
  // the very letters, and a word that both keep: Bing Shen Chen, Bingshen Chen
  if (a.letters === b.letters && short.words.length > 1 && sharesEdge(short, long)) return 'cut';
  const keyA = strictKey(a.letters);
  const keyB = strictKey(b.letters);
  const price = cost(keyA, keyB);
  const longest = Math.max(keyA.length, keyB.length);
  // a whole name of four words or more has as many places to differ in
  const romanised =
    price / Math.max(allowance(longest), longest / LETTERS_A_DIFFERENCE) <= NEAR &&
    all.some((w) => looksRomanised(w.form));
  if (price > NONE && (!romanised || (a.places[0] as Occurrence).sentence === (b.places[0] as Occurrence).sentence))
    return undefined;
  if (long.words.some((w) => NUMERAL.test(w.form) || isKind(w.form, 'company') || (w.form.length === 1 && !romanised)))
    return undefined;
  if (
    short.words.every((w) => long.words.some((v) => v.form === w.form)) ||
    areFormedAlike(a.letters, b.letters, false)
  )
    return undefined;
  if (romanised) return 'cut';
  // a hyphen against a space, and no compound of two places or words
  const hyphen = short.words.some((w) => w.end - w.core > w.form.length);
  return hyphen && !long.words.some((w) => isPlace(w.form) || w.plain) ? 'near' : undefined;
}

function sharesEdge({ words: a }: Whole, { words: b }: Whole): boolean {
  const first = (a[0] as NameWord).form === (b[0] as NameWord).form;
  return first || (a.at(-1) as NameWord).form === (b.at(-1) as NameWord).form;
}
