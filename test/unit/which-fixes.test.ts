// Which fixes may stand and go together, and how many `--fix` would make.
import * as assert from 'node:assert/strict';
import { readStory } from '../../server/src/document/read';
import type { Diagnostic } from '../../server/src/engine/diagnostic';
import { asEdits, keepsQuotedWords, notWithheld, together } from '../../server/src/engine/fix';
import { fixableIn } from '../../server/src/engine/fixable';
import type { Finding } from '../../server/src/rules/rule';
import { applyEdits, type TextEdit } from '../../server/src/text/edit';
import { desk, type Swap } from '../support/toy-desk';

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
    assert.deepEqual(together([fix([0, 5, '']), fix([10, 12, '']), fix([3, 4, ''])]).length, 2, 'it collides with one');
    assert.deepEqual(together([fix(), a]), [a], 'one without edits is none');
    assert.deepEqual(together([a, a]), [a], 'twice the same is once');
    assert.deepEqual(together([fix([2, 4, '']), fix([4, 4, 'x'])]).length, 2, 'what touches is apart');
  });

  it('leave out those that touch a place where others undo one another', () => {
    const [a, b] = [fix([0, 2, '']), fix([4, 6, ''], [8, 9, ''])];
    assert.deepEqual(notWithheld([a, b], []), [a, b]);
    assert.deepEqual(notWithheld([b], [{ start: 7, end: 8 }]), []);
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
    assert.ok(!stands(SAID, 'harbour is', 'harbouris'), 'two words made one');
    assert.ok(stands(SAID, 'open,', 'open') && stands(SAID, 'harbour is', 'harbour  is'));
    assert.ok(stands('He said: “the caf&eacute; is open today,” and left.', 'caf&eacute;', 'café'));
  });

  it('are not reached into from outside', () => {
    assert.ok(!stands(SAID, 'shut, “the', 'closed, “the'));
    assert.ok(!stands(SAID, 'shut, “the', 'shut, “a'));
    assert.ok(!stands(SAID, 'open,” he', 'open, he said'));
    assert.ok(!stands(SAID, 'open,” he', 'open, he') && !stands(SAID, 'shut, “the', 'shut, the'), 'nor a mark moved');
    assert.ok(stands(SAID, 'shut, “', 'closed, “') && stands(SAID, '” he', '” she'), 'up to the very mark');
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
    const both = fixes.flatMap(({ edits }) => edits);
    const [whole] = fixes;
    assert.deepEqual(keepsQuotedWords(story, { ...finding, fixes: [{ ...whole, edits: both }] } as Finding).fixes, []);
    const insert = (at: number): number =>
      keepsQuotedWords(story, {
        ...finding,
        fixes: [{ title: 't', apply: 'auto', edits: [{ start: at, end: at, text: 'now ' }] }],
      }).fixes?.length ?? 0;
    const mark = story.prose.indexOf('“');
    assert.deepEqual(
      [insert(mark), insert(mark + 1), insert(mark + 2)],
      [1, 0, 0],
      'put in before and behind the mark',
    );
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
  const preset = (): never => [{ prefer: 'p', instead: ['Two'], basis: 'preset' }] as never;
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
    assert.deepEqual(counted('one, one', preset(), ONE), [2, 0], 'a preset is at peace with itself');
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
    const longer: Swap = ['a', /one/g, 'one-and-twenty'];
    const far = 'so '.repeat(30);
    assert.ok(
      counted(`${`one, ${far}`.repeat(6)}one ferries`, house('twenty ferries'), longer)[1] > 0,
      'though all has moved',
    );
    assert.ok(counted(`${`one, ${far}`.repeat(6)}red one`, house('red one'), ['a', /one/g, 'on'])[1] === 0);
    assert.ok(counted(`${`one, ${far}`.repeat(6)}red one`, house('red on'), ['a', /one/g, 'on'])[1] > 0);
    assert.ok(counted('one', house('Nothing', 'Two'), ONE)[1] > 0, 'one of its forms');
    assert.equal(counted(`ferries ${far}one`, house('ferries'), ONE)[1], 0, 'too far before it');
    let again = 0;
    const backwards = desk(longer)(`one ${far}one ferries`).reverse();
    fixableIn(`one ${far}one ferries`, backwards, house('twenty ferries'), () => {
      again++;
      return [];
    });
    assert.ok(again > 0, 'in any order');
    assert.equal(counted(`one ${'so '.repeat(30)}ferries`, house('ferries'), ONE)[1], 0, 'too far to be woken');
    assert.equal(counted('one ferries', house('ferries'), ['a', /one/g, ''])[1], 0, 'what is taken out writes nothing');
  });
});
