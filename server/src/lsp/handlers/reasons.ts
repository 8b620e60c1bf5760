// Reasons that are offered for clearing a finding, per rule. "A false alarm" comes first, since it says nothing about the world. A
// reason that states a fact can be given for one finding, never for many at once.
import type { Reason } from '../../engine/clearances';
import { later } from '../words';

/** A reason as it is kept, and the words for it. */
export type Why = readonly [reason: Reason, words: string];

const falseAlarm: Why = ['false-alarm', later('a false alarm')];
const houseStyle: Why = ['house-style', later('it is house style')];

const claim: readonly Why[] = [
  ['witnessed', later('our reporter witnessed it')],
  ['public-record', later('it is on the public record')],
  ['confirmed', later('the desk has confirmed it')],
  houseStyle,
];
const unnamed: readonly Why[] = [['confirmed', later('the desk knows who it is')], houseStyle];
const word: readonly Why[] = [['confirmed', later('the word is meant')], houseStyle];
const figure: readonly Why[] = [['confirmed', later('it was checked, and stands')]];
const spelling: readonly Why[] = [['confirmed', later('they are two, not one')], houseStyle];
const mark: readonly Why[] = [['confirmed', later('it stands as it was sent')], houseStyle];

/** Reasons besides "a false alarm". A rule that is not listed has "it is house style". */
const ofRule: Readonly<Record<string, readonly Why[]>> = {
  'unattributed-claim': claim,
  'late-attribution': claim,
  'unattributed-quote': [['confirmed', later('it is clear who says it')], houseStyle],
  'late-speaker': [['confirmed', later('it is clear who says it')], houseStyle],
  'ambiguous-speaker': [['confirmed', later('it is clear who is meant')]],
  'vague-source': unnamed,
  'anonymous-source': unnamed,
  'unnamed-media': unnamed,
  'loaded-verb': word,
  'double-hedge': word,
  'mind-reading': word,
  'orphan-quote': word,
  'bare-surname': [['confirmed', later('readers know who it is')], houseStyle],
  'inconsistent-name': spelling,
  'inconsistent-transliteration': spelling,
  'inconsistent-term': spelling,
  'sum-mismatch': figure,
  'weekday-mismatch': figure,
  'inconsistent-age': figure,
  embargo: [['confirmed', later('the embargo was lifted')]],
  'not-for-publication': [['confirmed', later('it may be published')]],
  placeholder: [],
  'unbalanced-quote': mark,
  'running-quote': mark,
};

export const reasonsFor = (rule: string): readonly Why[] => [falseAlarm, ...(ofRule[rule] ?? [houseStyle])];

/** Reasons that may be given for many findings at once: they state no fact. */
export const reasonsForMany = (rule: string): readonly Why[] =>
  reasonsFor(rule).filter(([reason]) => reason === 'false-alarm' || reason === 'house-style');

/** Rules that have reasons of their own: each must be there. */
export const rulesWithReasons: readonly string[] = Object.keys(ofRule);
