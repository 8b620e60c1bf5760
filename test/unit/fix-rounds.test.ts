// Fixes over several rounds: what is made, what is counted, and what is told where they undo one another.
import * as assert from 'node:assert/strict';
import type { Diagnostic } from '../../server/src/engine/diagnostic';
import { fixUntilStable } from '../../server/src/engine/fix';
import { desk, type Swap } from '../support/toy-desk';

const run = (text: string, ...swaps: readonly Swap[]) => {
  const { text: after, applied, problems, withheld } = fixUntilStable(text, desk(...swaps));
  return { after, applied, told: problems.map((one) => one.message), problems, withheld };
};

describe('a place that is put right', () => {
  it('counts once, however many rounds it takes, and wherever it has moved to', () => {
    const swaps: Swap[] = [
      ['a', /one/g, 'three'],
      ['b', /three/g, 'eleven'],
      ['c', /^It/g, 'That which'],
    ];
    assert.deepEqual(run('It was one and one.', ...swaps), {
      after: 'That which was eleven and eleven.',
      applied: 3,
      told: [],
      problems: [],
      withheld: [],
    });
  });

  it('counts anew where a later round changes another place', () => {
    // the first round makes room for the second, which is elsewhere
    assert.equal(run('ab cd', ['a', /a/g, 'x'], ['b', /(?<=x.*)d/g, 'y']).applied, 2);
    assert.equal(run('ab cd', ['a', /b/g, ''], ['b', /(?<=^a c)d/g, 'y']).applied, 2);
    assert.equal(run('a b', ['a', /a/g, 'xx'], ['b', /xx b/g, 'done']).applied, 1, 'one that takes in the first');
  });

  it('is none where a fix writes what stands there, and none where a person is to choose', () => {
    assert.deepEqual(run('one', ['a', /one/g, 'one']), {
      after: 'one',
      applied: 0,
      told: [],
      problems: [],
      withheld: [],
    });
    const [found] = desk(['a', /one/g, 'two'])('one') as [Diagnostic];
    const asked = { ...found, fixes: found.fixes.map((fix) => ({ ...fix, apply: 'ask' as const })) };
    assert.equal(fixUntilStable('one', (text) => (text === 'one' ? [asked] : [])).text, 'one');
  });

  it('may be taken out, or be where something is put in', () => {
    assert.deepEqual(run('the the port', ['a', /the (?=the)/g, '']).after, 'the port');
    assert.deepEqual(run('the port.', ['a', /(?<!”)$/g, '”']).applied, 1);
  });
});

describe('fixes that undo one another', () => {
  const ONE_TWO: Swap[] = [
    ['b', /one/g, 'two'],
    ['a', /two/g, 'one'],
  ];

  it('leave the place as it was, are told once with their forms, and where it stands', () => {
    const { after, applied, told, problems, withheld } = run(
      'red\nis one, is one',
      ['c', /red/g, 'scarlet'],
      ...ONE_TWO,
    );
    assert.deepEqual([after, applied], ['scarlet\nis one, is one', 1]);
    assert.deepEqual(told, [
      'The fixes of a and b undo one another (“one” → “two” → “one”), so none of them was made: look in the house’s glossary for entries that do.',
    ]);
    assert.deepEqual([problems[0]?.code, problems[0]?.line, problems[0]?.column], ['fixes-undo-each-other', 2, 4]);
    assert.deepEqual(
      [...withheld].sort((x, y) => x.start - y.start),
      [
        { start: 7, end: 10 },
        { start: 15, end: 18 },
      ],
    );
  });

  it('of one rule are told as of one', () => {
    const { told } = run('is one', ['a', /one/g, 'two'], ['a', /two/g, 'one']);
    assert.match(told[0] ?? '', /^Fixes of a undo one another \(“one” → “two” → “one”\)/);
  });

  it('read the same wherever the circle was entered', () => {
    const circle: Swap[] = [
      ['a', /rot/g, 'blau'],
      ['b', /blau/g, 'grau'],
      ['c', /grau/g, 'rot'],
    ];
    const said = ['rot', 'blau', 'grau'].map((word) => run(`is ${word}`, ...circle).told);
    for (const told of said) {
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', /^The fixes of a and b and c undo one another \(“blau” → “grau” → “rot” → “blau”\)/);
    }
  });

  it('show no more than the beginning of a long passage, in one line', () => {
    const [long, other] = [`${'so long '.repeat(5)}\nx`, 'short\n\n one'];
    const { told } = run(long, ['a', new RegExp(long, 'g'), other], ['b', new RegExp(other, 'g'), long]);
    const forty = 'x'.repeat(40);
    assert.ok(run(forty, ['a', /x{40}/g, 'y'], ['b', /y/g, forty]).told[0]?.includes(`“${forty}”`), 'forty are shown');
    assert.match(told[0] ?? '', /\(“short one” → “so long so long so long so long so long …” → “short one”\)/);
  });

  it('leave others their work, though that moves the place', () => {
    const { after, applied, withheld, problems } = run('red red one', ['c', /red /g, 'dark blue '], ...ONE_TWO);
    assert.deepEqual([after, applied], ['dark blue dark blue one', 2]);
    assert.deepEqual(withheld, [{ start: 8, end: 11 }], 'in the text that was given');
    assert.equal(problems[0]?.column, 21, 'told where it stands now');
  });

  it('may take a way round over a third place', () => {
    // a moves the mark behind the word, b before it again: no one place is as it was
    const { after, applied, told, withheld } = run('!x', ['a', /!x/g, 'x!'], ['b', /x!/g, '!x']);
    assert.deepEqual([after, applied, told.length, withheld.length], ['!x', 0, 1, 1]);
    const moves = (from: number, to: number, rule: string) =>
      ({
        rule,
        fixes: [
          {
            title: 't',
            apply: 'auto',
            edits: [
              { start: from, end: from + 1, text: '' },
              { start: to, end: to, text: '!' },
            ],
          },
        ],
      }) as unknown as Diagnostic;
    const turning = (text: string): Diagnostic[] =>
      text.startsWith('!') ? [moves(0, text.length, 'a')] : [moves(text.length - 1, 0, 'b')];
    const fixed = fixUntilStable('! word', turning);
    assert.deepEqual([fixed.text, fixed.applied, fixed.problems.length], ['! word', 0, 1]);
    assert.match(fixed.problems[0]?.message ?? '', /^The fixes of a and b undo one another/);
  });
});

describe('fixes that undo one another over the whole text', () => {
  // a takes the first x away, b puts one behind the other: no one place is as it was, and the text is
  const there: Swap[] = [
    ['b', /^x(?=x$)/gm, ''],
    ['a', /(?<=^x)$/gm, 'x'],
  ];

  it('are told without forms, and nothing is changed', () => {
    const { after, applied, told, withheld } = run('xx', ...there);
    assert.deepEqual([after, applied, withheld], ['xx', 0, [{ start: 0, end: 1 }]]);
    assert.deepEqual(told, [
      'The fixes of a and b undo one another, so none of them was made: look in the house’s glossary for entries that do.',
    ]);
  });

  it('leave what another rule does, before it or beside it', () => {
    const beside = run('one\nxx', ['c', /one/g, 'two'], ...there);
    assert.deepEqual([beside.after, beside.applied, beside.told.length], ['two\nxx', 1, 1]);
    const before = run('red\nx-', ['c', /-/g, 'x'], ...there);
    assert.deepEqual([before.after, before.applied, before.told.length], ['red\nxx', 1, 1]);
  });
});

describe('fixes that are held back', () => {
  it('are so for their rule at that place, in whatever words, and for nobody else', () => {
    let calls = 0;
    const turning = (text: string): Diagnostic[] =>
      calls++ < 2 ? desk(['a', /one/g, 'one one'])(text) : desk(['a', /one/g, 'two'], ['a', /six/g, 'ten'])(text);
    const { text, applied, problems } = fixUntilStable('one, six', turning);
    assert.deepEqual([text, applied, problems.length], ['one, ten', 1, 1]);
    calls = 0;
    const other = (now: string): Diagnostic[] =>
      calls++ < 2 ? desk(['a', /one/g, 'one one'])(now) : desk(['b', /one/g, 'two'])(now);
    assert.equal(fixUntilStable('one, six', other).text, 'two, six');
  });
});

describe('fixes that never come to an end', () => {
  it('are made nowhere, and told with what they began at', () => {
    const { after, applied, told, withheld } = run('is one, is red', ['a', /one/g, 'one one'], ['b', /red/g, 'blue']);
    assert.deepEqual([after, applied], ['is one, is blue', 1]);
    assert.deepEqual(told, [
      'Fixes of a never come to an end at “one”, so none of them was made: look at the house’s glossary.',
    ]);
    assert.deepEqual(withheld, [{ start: 3, end: 6 }]);
  });

  it('are found where each writes something new', () => {
    // a number that is always raised
    const raises = (text: string): Diagnostic[] => {
      const number = /\d+/.exec(text) as RegExpExecArray;
      return desk(['a', /\d+/g, String(Number(number[0]) + 1)])(text);
    };
    const { text, applied, problems } = fixUntilStable('is 7', raises);
    assert.deepEqual([text, applied], ['is 7', 0]);
    assert.match(problems[0]?.message ?? '', /^Fixes of a never come to an end at “7”/);
  });

  it('are not those that write the same at several places, in one round or one behind the other', () => {
    const both = { after: 'red one, red one', applied: 2, told: [], problems: [], withheld: [] };
    assert.deepEqual(run('one, one', ['a', /(?<!red )one/g, 'red one']), both);
    assert.deepEqual(run('one, one', ['a', /^one/g, 'red one'], ['a', /(?<=^red one, )one/g, 'red one']), both);
    const other: Swap[] = [
      ['a', /^one/g, 'red one'],
      ['b', /^red one$/g, 'dark red one'],
    ];
    assert.deepEqual(
      [run('one', ...other).after, run('one', ...other).applied],
      ['dark red one', 1],
      'nor other words',
    );
  });
});
