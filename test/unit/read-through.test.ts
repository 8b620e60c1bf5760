// The read-through as far as it needs no editor: what is read through moves with the text, and keys are taken one after the other.
import { deepEqual, equal, rejects } from 'node:assert/strict';
import { inTurn } from '../../client/src/read-through/in-turn';
import { movedStretch } from '../../client/src/read-through/moved';

describe('what is read through of a draft', () => {
  const stretch = { start: 10, end: 20 };
  for (const [what, rangeOffset, rangeLength, text, start, end] of [
    ['is the same words behind what is written before it', 0, 0, 'TK ', 13, 23],
    ['is the same words behind what is taken out before it', 2, 4, '', 6, 16],
    ['holds what is written at its beginning', 10, 0, 'TK ', 10, 23],
    ['holds what is written into it', 15, 2, 'three', 10, 23],
    ['holds what is written at its end', 20, 0, 'TK', 10, 22],
    ['ends where it ended before what is written behind it', 21, 0, 'TK', 10, 20],
    ['begins where the text is changed across its beginning', 8, 4, '', 8, 16],
  ] as const)
    it(what, () => deepEqual(movedStretch(stretch, { rangeOffset, rangeLength, text }), { start, end }));

  it('is the whole draft, however it is changed, where it was', () => {
    const whole = { start: 0, end: Number.POSITIVE_INFINITY };
    deepEqual(movedStretch(whole, { rangeOffset: 0, rangeLength: 5, text: 'TK' }), whole);
  });
});

describe('steps of the read-through', () => {
  const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

  it('are taken one after the other', async () => {
    const taken: string[] = [];
    const take = inTurn(() => false);
    const slow = take(async () => {
      await tick();
      taken.push('slow');
    });
    await Promise.all([slow, take(async () => void taken.push('quick'))]);
    deepEqual(taken, ['slow', 'quick']);
  });

  it('are taken behind one that failed, which is told to whoever took it', async () => {
    let taken = 0;
    const take = inTurn(() => false);
    const failed = rejects(
      take(() => Promise.reject(new Error('refused'))),
      /refused/,
    );
    await take(async () => void taken++);
    await failed;
    equal(taken, 1);
  });

  it('are not taken when all is over', async () => {
    let over = false;
    let taken = 0;
    const take = inTurn(() => over);
    const step = take(async () => void taken++);
    over = true;
    await step;
    equal(taken, 0);
  });
});
