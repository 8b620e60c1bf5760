// Fixes over several rounds: what is made, what is counted, and what is told where they undo one another. The desk here is a toy that
// knows patterns alone, so each case shows its rounds.
import * as assert from 'node:assert/strict';
import { readStory } from '../../server/src/document/read';
import type { Diagnostic } from '../../server/src/engine/diagnostic';
import { asEdits, fixUntilStable, keepsQuotedWords, notWithheld, together } from '../../server/src/engine/fix';
import { fixableIn } from '../../server/src/engine/fixable';
import type { Finding } from '../../server/src/rules/rule';
import { applyEdits, type TextEdit } from '../../server/src/text/edit';

type Swap = readonly [rule: string, wanted: RegExp, by: string];

/** Each rule writes what it is given for what its pattern finds. */
const desk =
  (...swaps: readonly Swap[]) =>
  (text: string): Diagnostic[] =>
    swaps.flatMap(([rule, wanted, by]) =>
      [...text.matchAll(wanted)].map(({ 0: found, index }) => {
        const edits = [{ start: index, end: index + found.length, text: by }];
        return { rule, fixes: [{ title: 't', apply: 'auto', edits }] } as unknown as Diagnostic;
      }),
    );
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
      'The fixes of a and b undo one another (“one” → “two” → “one”), so none of them was made: “copydesk glossary check” shows entries that do.',
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

describe('several fixes', () => {
  const fix = (...edits: readonly (readonly [number, number, string])[]) => ({
    edits: edits.map(([start, end, text]): TextEdit => ({ start, end, text })),
  });

  it('are taken in order, each that collides with none before it, all of it or nothing', () => {
    const [a, b, c, d] = [
      fix([4, 6, 'x'], [10, 12, '']),
      fix([0, 2, 'x'], [11, 13, '']),
      fix([6, 8, '']),
      fix([0, 3, '']),
    ];
    assert.deepEqual(together([a, b, c, d]), [a, c, d]);
    assert.deepEqual(together([fix(), a]), [a], 'one without edits is none');
    assert.deepEqual(together([a, a]), [a], 'twice the same is once');
    assert.deepEqual(together([fix([2, 4, '']), fix([4, 4, 'x'])]).length, 2, 'what touches is apart');
  });

  it('leave out those that touch a place where others undo one another', () => {
    const [a, b] = [fix([0, 2, '']), fix([4, 6, ''], [8, 9, ''])];
    assert.deepEqual(notWithheld([a, b], []), [a, b]);
    assert.deepEqual(notWithheld([a, b], [{ start: 9, end: 11 }]), [a]);
    assert.deepEqual(notWithheld([a, b], [{ start: 2, end: 3 }]), [b]);
    assert.deepEqual(notWithheld([a, b], [{ start: 3, end: 3 }]), [a, b]);
    assert.deepEqual(
      notWithheld(
        [a, b],
        [
          { start: 7, end: 7 },
          { start: 10, end: 12 },
        ],
      ),
      [a, b],
    );
    assert.deepEqual(notWithheld([a, b], [{ start: 5, end: 5 }]), [a]);
  });

  it('are the edits of one round where that is all, or one edit over all that has changed', () => {
    const fixes = [fix([0, 1, 'A']), fix([4, 5, 'E'])];
    assert.deepEqual(asEdits('abcde', 'AbcdE', fixes), [...(fixes[0]?.edits ?? []), ...(fixes[1]?.edits ?? [])]);
    assert.deepEqual(asEdits('abcde', 'abcde', fixes), []);
    const edits = asEdits('abcde', 'AbXdE', fixes);
    assert.equal(edits.length, 1);
    assert.equal(applyEdits('abcde', edits), 'AbXdE');
  });
});

describe('quoted words', () => {
  /** How many of the fixes that write `by` for each `words` of the copy may stand. */
  const stands = (copy: string, words: string, by: string): boolean => {
    const story = readStory({ text: copy, format: 'text' });
    const start = story.prose.indexOf(words);
    assert.ok(start >= 0);
    const edits = [{ start, end: start + words.length, text: by }];
    const finding = { start, end: start + 1, message: 'm', fixes: [{ title: 't', apply: 'auto', edits }] } as Finding;
    return keepsQuotedWords(story, finding).fixes?.length === 1;
  };
  const SAID = 'The port is shut, “the harbour is open,” he said on Monday of last week.';

  it('are changed by no fix, in whole or in part, and nothing is put among them', () => {
    assert.ok(
      !stands(SAID, 'harbour', 'port') && !stands(SAID, 'harb', '') && !stands(SAID, 'the harbour', 'a harbour'),
    );
    assert.ok(!stands(SAID, 'open,', 'open now,'));
    assert.ok(stands(SAID, 'shut', 'closed') && stands(SAID, 'Monday', 'Tuesday'));
  });

  it('may have their marks and spaces changed, and a code written as the letter it stands for', () => {
    assert.ok(stands(SAID, 'open,', 'open') && stands(SAID, 'harbour is', 'harbour  is'));
    assert.ok(stands('He said: “the caf&eacute; is open today,” and left.', 'caf&eacute;', 'café'));
  });

  it('are not reached into from outside', () => {
    assert.ok(!stands(SAID, 'shut, “the', 'closed, “the'));
    assert.ok(!stands(SAID, 'shut, “the', 'shut, “a'));
    assert.ok(!stands(SAID, 'open,” he', 'open, he said'));
    assert.ok(stands(SAID, ', “', ': “'), 'but the marks before them may change');
    assert.ok(stands(SAID, ',” ', '”, '));
  });

  it('are also what somebody typed into a log', () => {
    const line = (head: string): string => `${head}the harbour is open today and tomorrow too`;
    for (const head of ['<ada> ', '12:30 <ada> ', '[12:30:05] <ada> ', '[1:05] <ada.b> ']) {
      assert.ok(!stands(line(head), 'harbour', 'port'), head);
      assert.ok(stands(line(head), 'harbour is', 'harbour – is'), head);
    }
    for (const head of ['ada: ', '<a b> ', '<> ', 'So <ada> ', '<ada>', `<${'a'.repeat(31)}> `])
      assert.ok(stands(line(head), 'harbour', 'port'), head);
  });

  it('leave a finding its other fixes, and one without any as it is', () => {
    const story = readStory({ text: SAID, format: 'text' });
    const fixes = ['harbour', 'shut'].map((word) => {
      const start = story.prose.indexOf(word);
      return { title: word, apply: 'auto', edits: [{ start, end: start + word.length, text: 'x' }] } as const;
    });
    const finding: Finding = { start: 0, end: 1, message: 'm', fixes };
    assert.deepEqual(
      keepsQuotedWords(story, finding).fixes?.map(({ title }) => title),
      ['shut'],
    );
    for (const whole of [
      { start: 0, end: 1, message: 'm' },
      { ...finding, fixes: [] },
      { ...finding, fixes: fixes.slice(1) },
    ])
      assert.equal(keepsQuotedWords(story, whole), whole);
  });
});

describe('how many can be fixed', () => {
  const house = (...instead: readonly string[]) => [{ prefer: 'p', instead, basis: 'house' }] as never;
  const preset = [{ prefer: 'p', instead: ['Two'], basis: 'preset' }] as never;
  const counted = (
    text: string,
    glossary: never,
    ...swaps: readonly Swap[]
  ): readonly [count: number, reads: number] => {
    let reads = 0;
    const lint = (one: string): Diagnostic[] => {
      reads++;
      return desk(...swaps)(one);
    };
    return [fixableIn(text, desk(...swaps)(text), glossary, lint), reads];
  };
  const ONE: Swap = ['a', /one/g, 'two'];

  it('is how many findings have a fix that is safe unseen, read from them alone', () => {
    assert.deepEqual(counted('one, one', house(), ONE), [2, 0]);
    assert.deepEqual(counted('one, one', preset, ONE), [2, 0], 'a preset is at peace with itself');
    assert.deepEqual(counted('no such word', house('Two'), ONE), [0, 0]);
    assert.deepEqual(counted('one, one', house('Three'), ONE), [2, 0], 'nothing that the house replaces is written');
    const asked = desk(ONE)('one').map((one) => ({
      ...one,
      fixes: one.fixes.map((fix) => ({ ...fix, apply: 'ask' })),
    }));
    assert.equal(
      fixableIn('one', asked as never, house(), () => []),
      0,
    );
  });

  it('is found by making them where one may wake an entry of the house', () => {
    const [count, reads] = counted('one, one', house('Two'), ONE, ['b', /two/g, 'one']);
    assert.equal(count, 0, 'they undo one another');
    assert.ok(reads > 0);
    // the form comes about with a word that stood beside it
    assert.ok(counted('one ferries', house('two ferries'), ONE)[1] > 0);
    assert.ok(counted('red one', house('Red two'), ONE)[1] > 0);
    assert.ok(counted(`one, ${'so '.repeat(30)}one ferries`, house('two ferries'), ONE)[1] > 0, 'at the second place');
    assert.equal(counted(`one ${'so '.repeat(30)}ferries`, house('ferries'), ONE)[1], 0, 'too far to be woken');
    assert.equal(counted('one ferries', house('ferries'), ['a', /one/g, ''])[1], 0, 'what is taken out writes nothing');
  });
});
