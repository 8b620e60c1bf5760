// Rules switched in the editor: one place changes, and what others have said stays theirs.
import * as assert from 'node:assert/strict';
import { switched } from '../../client/src/rule-switches';

describe('a rule that is switched', () => {
  const off = { rule: 'placeholder', on: false, severity: 'error' };
  const on = { ...off, on: true };
  const table: readonly [what: string, ...Parameters<typeof switched>, written: [number, unknown][]][] = [
    [
      'off goes to the person where no place names it',
      [{ cliche: 'off' }, undefined],
      [off],
      [[0, { cliche: 'off', placeholder: 'off' }]],
    ],
    [
      'off changes the workspace where that names it, and copies nothing of the person’s',
      [{ cliche: 'off' }, { placeholder: 'warning' }],
      [off],
      [[1, { placeholder: 'off' }]],
    ],
    ['on takes the word back', [{ placeholder: 'off' }, { cliche: 'off' }], [on], [[0, undefined]]],
    [
      'on says so where a place below says off',
      [{ placeholder: 'off' }, { placeholder: ['off', {}] }],
      [on],
      [[1, { placeholder: 'error' }]],
    ],
    [
      'on asks as a question where it is off by default',
      [],
      [{ ...on, severity: 'off' }],
      [[0, { placeholder: 'information' }]],
    ],
  ];
  for (const [what, held, switches, written] of table)
    it(what, () => assert.deepEqual([...switched(held, switches)], written));
});
