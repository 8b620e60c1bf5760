// One place over several rounds of fixes: where it stands in each, and which fixes have changed it.
import * as assert from 'node:assert/strict';
import { feedingOnThemselves } from '../../server/src/engine/quarrels';
import { contentsOf, lastPlaceOf, type Round, roundOf, takenAt, traceOf } from '../../server/src/engine/rounds';
import type { TextEdit } from '../../server/src/text/edit';
import type { Span } from '../../server/src/text/span';

describe('one place over several rounds', () => {
  const fix = (rule: string, start: number, end: number, text: string) => ({ rule, edits: [{ start, end, text }] });
  /** Each round applies one fix to what the one before it has left. */
  const roundsOf = (text: string, ...fixes: readonly ReturnType<typeof fix>[]): Round[] => {
    const rounds: Round[] = [];
    for (const one of fixes) rounds.push(roundOf(rounds.at(-1)?.after ?? text, [one]));
    return rounds;
  };
  const at = (start: number, end: number) => ({ start, end });

  it('is as large in every round as in the one that takes most', () => {
    const rounds = roundsOf('ab cd', fix('a', 0, 2, 'x'), fix('b', 0, 4, 'y'));
    const trace = traceOf(rounds, 0, rounds[0]?.taken[0]?.edits[0] as TextEdit);
    assert.deepEqual(trace, [at(0, 5), at(0, 4), at(0, 1)]);
    assert.deepEqual(contentsOf(rounds, trace), ['ab cd', 'x cd', 'y']);
    const back = roundsOf('ab cd ef', fix('a', 3, 8, 'x'), fix('b', 0, 4, 'yy'), fix('c', 1, 2, '!'));
    const last = traceOf(back, 2, back[2]?.taken[0]?.edits[0] as TextEdit);
    assert.deepEqual(last, [at(0, 8), at(0, 4), at(0, 2), at(0, 2)]);
    const grows = roundsOf('ab cd ef', fix('a', 3, 8, 'x'), fix('b', 0, 2, 'yy'), fix('c', 1, 3, '!'));
    assert.deepEqual(contentsOf(grows, traceOf(grows, 2, grows[2]?.taken[0]?.edits[0] as TextEdit)), [
      'ab ',
      'ab ',
      'yy ',
      'y!',
    ]);
  });

  it('is followed through edits before it, round it and behind it', () => {
    const through = (place: Span, ...edits: Parameters<typeof fix>[]): Span =>
      lastPlaceOf(
        [
          roundOf(
            'one two six',
            edits.map((one) => fix(...one)),
          ),
        ],
        place,
      );
    assert.deepEqual(through(at(4, 7), ['a', 0, 3, 'eleven']), at(7, 10));
    assert.deepEqual(through(at(4, 7), ['a', 0, 4, '']), at(0, 3), 'which touches it');
    assert.deepEqual(through(at(0, 4), ['a', 4, 7, 'eleven']), at(0, 4), 'and behind it');
    assert.deepEqual(through(at(0, 3), ['a', 8, 11, 'eleven']), at(0, 3));
    assert.deepEqual(through(at(2, 5), ['a', 0, 3, 'eleven']), at(0, 8), 'one that cuts it is all in');
    assert.deepEqual(through(at(2, 5), ['a', 4, 7, 'eleven']), at(2, 10));
    assert.deepEqual(through(at(4, 7), ['a', 4, 4, 'my ']), at(4, 10), 'what is put in at its edges is part of it');
    assert.deepEqual(through(at(4, 7), ['a', 7, 7, '!']), at(4, 8));
    assert.deepEqual(through(at(4, 4), ['a', 0, 4, 'x']), at(0, 1), 'an empty one belongs to what it touches');
    assert.deepEqual(through(at(4, 7), ['a', 0, 3, 'x'], ['b', 5, 6, 'ooo'], ['c', 8, 11, '']), at(2, 7));
  });

  it('is changed by the fixes that touch it', () => {
    const taken = (place: Span, start: number, end: number): number =>
      takenAt([roundOf('one two six', [fix('a', start, end, 'x')])], 0, [place]).length;
    assert.deepEqual(
      [taken(at(4, 7), 0, 4), taken(at(4, 7), 7, 8), taken(at(4, 7), 6, 8), taken(at(4, 7), 0, 5)],
      [0, 0, 1, 1],
    );
    assert.deepEqual(
      [taken(at(4, 7), 4, 4), taken(at(4, 7), 7, 7), taken(at(4, 7), 3, 3), taken(at(4, 7), 8, 8)],
      [1, 1, 0, 0],
    );
    assert.deepEqual(
      [taken(at(4, 4), 0, 4), taken(at(4, 4), 4, 7), taken(at(4, 4), 5, 7), taken(at(4, 4), 0, 3)],
      [1, 1, 0, 0],
    );
    const twice = roundOf('one two', [
      { rule: 'a', edits: [...fix('a', 0, 1, 'x').edits, ...fix('a', 2, 3, 'y').edits] },
    ]);
    assert.equal(takenAt([twice], 0, [at(0, 7)]).length, 1, 'a fix of two edits is one');
  });

  it('feeds on itself where one rule writes the same round the same words again', () => {
    const fed = (...fixes: readonly ReturnType<typeof fix>[]): number =>
      feedingOnThemselves(roundsOf('one', ...fixes)).length;
    assert.equal(fed(fix('a', 0, 3, 'red one'), fix('a', 4, 7, 'red one')), 1);
    assert.equal(fed(fix('a', 0, 3, 'red one'), fix('b', 4, 7, 'red one')), 0, 'another rule');
    assert.equal(fed(fix('a', 0, 3, 'red one'), fix('a', 4, 7, 'dark one')), 0, 'other words');
    assert.equal(fed(fix('a', 0, 3, 'x one'), fix('a', 0, 1, 'x one')), 0, 'round other words');
    assert.equal(fed(fix('a', 0, 3, 'one'), fix('a', 0, 3, 'one')), 0, 'nothing is added');
    assert.equal(fed(fix('a', 0, 3, 'eleven'), fix('a', 0, 6, 'one')), 0);
    assert.equal(fed(fix('a', 0, 3, 'red one')), 0, 'the first time');
  });
});
