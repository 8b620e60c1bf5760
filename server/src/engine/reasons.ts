// Reasons that are offered for clearing a finding, per rule. "A false alarm" comes first, since it says nothing about the world. A
// reason that states a fact can be given for one finding, never for many at once.
import { ownRule } from '../rules/own-rule';
import type { ClearedAs } from '../rules/rule';
import { later } from '../text/later';
import type { Reason } from './clearance';

/** A reason as it is kept, and the words for it. */
export type WordedReason = readonly [reason: Reason, words: string];

const falseAlarm: WordedReason = ['false-alarm', later('a false alarm')];
const houseStyle: WordedReason = ['house-style', later('it is house style')];

/** Reasons besides "a false alarm", by what the answer is. */
const byAnswer: Readonly<Record<ClearedAs, readonly WordedReason[]>> = {
  sourced: [
    ['witnessed', later('our reporter witnessed it')],
    ['public-record', later('it is on the public record')],
    ['confirmed', later('the desk has confirmed it')],
    houseStyle,
  ],
  'known-source': [['confirmed', later('the desk knows who it is')], houseStyle],
  'clear-speaker': [['confirmed', later('it is clear who says it')], houseStyle],
  'clear-person': [['confirmed', later('it is clear who is meant')]],
  'known-person': [['confirmed', later('readers know who it is')], houseStyle],
  meant: [['confirmed', later('the word is meant')], houseStyle],
  'two-names': [['confirmed', later('they are two, not one')], houseStyle],
  checked: [['confirmed', later('it was checked, and stands')]],
  'as-sent': [['confirmed', later('it stands as it was sent')], houseStyle],
  lifted: [['confirmed', later('the embargo was lifted')]],
  released: [['confirmed', later('it may be published')]],
  'only-false-alarm': [],
};

/** @param rule its id. */
export function reasonsFor(rule: string): readonly WordedReason[] {
  const answer = ownRule(rule)?.clearedAs;
  return [falseAlarm, ...(answer === undefined ? [houseStyle] : byAnswer[answer])];
}

/** Reasons that may be given for many findings at once: they state no fact. */
export const reasonsForMany = (rule: string): readonly WordedReason[] =>
  reasonsFor(rule).filter(([reason]) => reason === 'false-alarm' || reason === 'house-style');
