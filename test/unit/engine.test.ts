// The engine: fixes that keep their promises, comments that silence, rules that fail.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readStory } from '../../server/src/document/read';
import { toRecord } from '../../server/src/engine/diagnostic';
import { compatible, fixUntilStable } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import { fromShown, toOffset, toShown } from '../../server/src/lsp/convert';
import { createTally } from '../../server/src/cli/lint/tally';
import { parseArguments } from '../../server/src/cli/arguments';
import { recommended } from '../../server/src/engine/settings';
import { rules as everyRule } from '../../server/src/rules/index';
import { paragraphRule, type Rule } from '../../server/src/rules/rule';
import { lineIndex } from '../../server/src/text/line-index';
import { replaces } from '../support/replaces';

const linter = (rules: readonly Rule[]) => (text: string) =>
  toRecord(lint(readStory({ text, format: 'text' }), recommended(rules), rules), text).diagnostics;

describe('fixes', () => {
  it('are applied again until nothing changes', () => {
    const chain = linter([replaces('a', 'one', 'two'), replaces('b', 'two', 'three')]);
    assert.deepEqual(fixUntilStable('One of one, he said.', chain), {
      text: 'three of three, he said.',
      applied: 2,
      problems: [],
      withheld: [],
    });
  });

  it('that undo each other are made by nobody, not counted, and told', () => {
    const quarrel = linter([replaces('a', 'one', 'two'), replaces('b', 'two', 'one')]);
    const asIs = 'There is one of them, and two of us, and eye witness.';
    const { text, applied, problems } = fixUntilStable(asIs, quarrel);
    assert.deepEqual([text, applied], [asIs, 0]);
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /^The fixes of a and b undo one another \(“one” → “two” → “one”\)/);
  });

  it('of any rules come to rest; what quarrels is left as it was, what is counted is changed', () => {
    const letters = ['one', 'two', 'three', 'four', 'five'] as const;
    const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...letters)), { maxLength: 5 });
    const texts = fc.array(fc.constantFrom(...letters, 'and'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(pairs, texts, (wanted, parts) => {
        const lintAll = linter(wanted.map(([from, to], i) => replaces(`r${i}`, from, to)));
        const text = `It is ${parts.join(' ')}.`;
        const once = fixUntilStable(text, lintAll);
        const twice = fixUntilStable(once.text, lintAll);
        assert.deepEqual([twice.text, twice.applied], [once.text, 0]);
        const before = text.split(/[ .]/);
        const changed = once.text.split(/[ .]/).filter((word, i) => word !== before[i]);
        assert.equal(once.applied, changed.length);
      }),
      { numRuns: 500 },
    );
  });

  it('that grow without end are made by nobody', () => {
    const more = linter([replaces('a', 'one', 'one one')]);
    const { text, applied, problems } = fixUntilStable('There is one of them.', more);
    assert.deepEqual([text, applied, problems.length], ['There is one of them.', 0, 1]);
  });

  it('that write the same round their own words again are made by nobody, though they would come to rest', () => {
    const more = linter([replaces('a', 'one', 'red one')]);
    const until = (text: string) => (text.split('red').length > 4 ? [] : more(text));
    const { text, applied, problems } = fixUntilStable('There is one of them.', until);
    assert.deepEqual([text, applied], ['There is one of them.', 0]);
    assert.match(problems[0]?.message ?? '', /^Fixes of a never come to an end at “one”, so none of them was made/);
  });

  it('are not made at a place of which it is told that none was, by the same rule in other words', () => {
    const [grows, other] = [replaces('a', 'one', 'one one'), replaces('a', 'one', 'two')];
    // the other way is taken only where the first was never offered
    let offered = 0;
    const turning = (text: string) => linter([offered++ < 10 ? grows : other])(text);
    const { text, applied, problems } = fixUntilStable('There is one of them.', turning);
    assert.deepEqual([text, applied, problems.length], ['There is one of them.', 0, 1]);
  });

  it('that undo each other in one place leave others their work', () => {
    const rules = [replaces('a', 'one', 'two'), replaces('b', 'two', 'one'), replaces('c', 'red', 'blue')];
    const { text, applied, problems } = fixUntilStable('The red one, and the red two.', linter(rules));
    assert.deepEqual([text, applied, problems.length], ['The blue one, and the blue two.', 2, 1]);
    assert.deepEqual([problems[0]?.line, problems[0]?.column], [1, 10]);
  });

  it('put in nothing that their rule has not declared', () => {
    const asked = (rule: Rule) => linter([rule])('There is one of them, and two.')[0]?.fixes.length;
    const wanting = replaces('a', 'one', 'seven men');
    assert.equal(asked(wanting), 1);
    assert.equal(asked({ ...wanting, inserts: [{ words: ['seven'] }] }), 0);
    assert.equal(asked({ ...wanting, inserts: [] }), 0);
    assert.equal(asked({ ...replaces('a', 'one', 'two'), inserts: ['story'] }), 1);
    assert.equal(asked({ ...replaces('a', 'one', 'three'), inserts: ['story', 'house', 'marks'] }), 0);
    assert.equal(asked({ ...replaces('a', 'one', '“one”'), inserts: [] }), 0);
    assert.equal(asked({ ...replaces('a', 'one', '“one”'), inserts: ['marks'] }), 1);
    assert.equal(asked({ ...replaces('a', 'one', ''), inserts: [] }), 1);
  });

  it('that name a speaker wait for a person, and must be in the story; those of a query always wait', () => {
    const rule = paragraphRule({
      id: 'a',
      summary: 's',
      category: 'style',
      kind: 'query',
      inserts: [{ words: ['TK'] }, 'speaker'],
      severity: 'error',
      options: {},
      *check() {
        const fix = (title: string, text: string, speaker?: string) =>
          ({ title, apply: 'auto', edits: [{ start: 0, end: 0, text }], ...(speaker && { speaker }) }) as const;
        const fixes = [fix('who', 'Roe ', 'Roe'), fix('gap', 'TK '), fix('no', 'Doe ', 'Doe'), fix('unsaid', 'Roe ')];
        yield { start: 0, end: 2, message: 'm', fixes };
      },
    });
    const [found] = linter([rule])('It fell, and Roe saw it.');
    assert.deepEqual(
      found?.fixes.map(({ title, apply }) => [title, apply]),
      [
        ['gap', 'ask'],
        ['who', 'ask'],
      ],
    );
  });

  it('that collide are not applied together, the first one wins', () => {
    const edit = (start: number, end: number) => ({ edits: [{ start, end, text: 'x' }] });
    const spans = (fixes: ReturnType<typeof edit>[]) => compatible(fixes).map(({ start, end }) => [start, end]);
    assert.deepEqual(spans([edit(0, 5), edit(3, 8), edit(8, 9)]), [
      [0, 5],
      [8, 9],
    ]);
    assert.deepEqual(spans([edit(5, 8), edit(0, 6), edit(0, 5)]), [
      [5, 8],
      [0, 5],
    ]);
    assert.deepEqual(spans([edit(2, 2), edit(2, 2)]), [[2, 2]]);
    // with the square of that many this would not come to an end
    const many = Array.from({ length: 500_000 }, (_, i) => edit(i * 3, i * 3 + 2));
    assert.equal(compatible(many).length, many.length);
  });

  const copy = fc
    .array(
      fc.constantFrom(
        'He said',
        ' one',
        ' "one',
        ' one"',
        ' “one”',
        '.',
        ' Two',
        '\n\n',
        ' one,',
        ' she',
        ' ‘one',
        '’',
        ' Enditem',
        '\n',
        ' TK',
        ' eye witness',
        '  ',
        '\u00a0',
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join(''));

  it('never change a word inside quotation marks', () => {
    const words = (text: string): string[] => {
      const { prose, blocks } = readStory({ text, format: 'text' });
      return blocks
        .flatMap(({ start, facts }) =>
          facts.quotations.map((q) => prose.slice(start + q.inner.start, start + q.inner.end)),
        )
        .flatMap((s) => s.match(/[\p{L}\p{N}]+/gu) ?? []);
    };
    // as long as it was, so that lines fold as they did and quotations stay the same
    const wanting = linter([replaces('a', 'one', 'won')]);
    fc.assert(
      fc.property(copy, (text) => {
        const before = words(text).filter((w) => w === 'one').length;
        const after = words(fixUntilStable(text, wanting).text).filter((w) => w === 'one').length;
        assert.equal(after, before);
      }),
      { numRuns: 500 },
    );
  });

  it('of every rule come to rest, and a fixed text stays as it is', () => {
    const all = linter(everyRule);
    fc.assert(
      fc.property(copy, (text) => {
        const once = fixUntilStable(text, all).text;
        assert.equal(fixUntilStable(once, all).text, once);
      }),
      { numRuns: 200 },
    );
  });
});

describe('comments', () => {
  const rules = [replaces('swaps-one', 'one', 'two'), replaces('swaps-six', 'six', 'ten')];
  const told = (text: string, on = recommended(rules)): string[] =>
    lint(readStory({ text, format: 'text' }), on, rules).problems.map(
      ({ line, severity, message }) => `${line} ${severity}: ${message.replace(/^The comment on line \d+ /, '')}`,
    );

  it('that silence nothing are told of, once each', () => {
    assert.deepEqual(told('<!-- copydesk-ignore-next swaps-one -->\nIt was one.\n\nIt was six.'), []);
    assert.deepEqual(told('<!-- copydesk-ignore-next -->\nIt was six.'), []);
    assert.deepEqual(told('<!-- copydesk-ignore-next swaps-one -->\nIt was six.'), [
      '1 note: silences nothing: swaps-one has nothing to say there. Take it out.',
    ]);
    assert.deepEqual(told('It was one.\n<!-- copydesk-ignore -->\nIt was eight.\n\nIt was nine.'), [
      '2 note: silences nothing: no rule has anything to say there. Take it out.',
    ]);
  });

  it('that nothing ends are told of, with how much they hide', () => {
    const rest =
      'Put <!-- copydesk-ignore-end --> where it is to end, or write copydesk-ignore-next for one paragraph.';
    const silences = (line: number, what: string): string =>
      `${line} note: is never ended, so it silences the rest of the draft, ${what} in all. ${rest}`;
    assert.deepEqual(
      told('It was one.\n<!-- copydesk-ignore swaps-one -->\nIt was one.\n\nIt was six.\n\nIt was one.'),
      [silences(2, '2 findings')],
    );
    assert.deepEqual(told('<!-- copydesk-ignore -->\nIt was six.'), [silences(1, 'one finding')]);
    assert.deepEqual(told('<!-- copydesk-ignore -->\nIt was six.\n<!-- copydesk-ignore-end -->\nIt was one.'), []);
    // one rule speaks again, the other never does
    assert.deepEqual(
      told(
        '<!-- copydesk-ignore swaps-one swaps-six -->\nIt was one.\n<!-- copydesk-ignore-end swaps-one -->\nIt was six.',
      ),
      [silences(1, 'one finding')],
    );
    assert.deepEqual(
      told(
        '<!-- copydesk-ignore swaps-one swaps-six -->\nIt was one.\n<!-- copydesk-ignore-end swaps-one -->\nIt was five.',
      ),
      [],
    );
  });

  it('that name no rule are told of, with the one that was meant', () => {
    assert.deepEqual(told('<!-- copydesk-ignore-next swap-one -->\nIt was one.'), [
      '1 note: names a rule that there is not, “swap-one”. Did you mean "swaps-one"? Put its name right, or take the comment out.',
    ]);
  });

  it('for a rule that is off here may be for another house', () => {
    const settings = recommended(rules);
    const off = { ...settings, rules: new Map([...settings.rules].filter(([id]) => id !== 'swaps-one')) };
    assert.deepEqual(told('<!-- copydesk-ignore-next swaps-one -->\nIt was eight.', off), []);
  });
});

describe('a place beyond its line', () => {
  for (const end of ['\n', '\r\n', '\r'])
    it(`is the end of that line, before ${JSON.stringify(end)}`, () => {
      const text = `ab${end}cd`;
      const at = (line: number): number => toOffset(lineIndex(text), { line, character: 999 }, text);
      assert.deepEqual([at(0), at(1), at(2)], [2, text.length, text.length]);
    });
});

describe('a rule that throws', () => {
  const broken: Rule = {
    ...replaces('broken', 'one', 'two'),
    check: () => {
      throw new Error('no such word');
    },
  } as Rule;
  const rules = [broken, replaces('whole', 'two', 'three')];
  const text = 'One and two, he said.';
  const record = toRecord(lint(readStory({ text, format: 'text' }), recommended(rules), rules), text);

  it('is one problem that names it, and the others run', () => {
    assert.deepEqual(
      record.problems.map(({ code, message }) => [code, message.split(' and was')[0]]),
      [['rule-failed', 'The rule broken could not read this draft']],
    );
    assert.deepEqual(
      record.diagnostics.map(({ rule }) => rule),
      ['whole'],
    );
  });

  it('is left out with all that it had found before', () => {
    const halfWay: Rule = {
      ...replaces('half-way', 'one', 'two'),
      *check({ text }: { text: string }) {
        if (text.startsWith('Two')) throw new Error('no such word');
        yield { start: 0, end: 3, message: 'm' };
      },
    } as Rule;
    const text = 'One, he said.\n\nTwo, he said.\n';
    const { findings, problems } = lint(readStory({ text, format: 'text' }), recommended([halfWay]), [halfWay]);
    assert.deepEqual([findings.length, problems.map(({ code }) => code)], [0, ['rule-failed']]);
  });

  it('says where in the program it was, without the folders of a machine', () => {
    const [first, second = ''] = record.problems[0]?.stack?.split('\n') ?? [];
    assert.equal(first, 'Error: no such word');
    assert.match(second, /^\s+at .*\bengine\.test\.[jt]s:\d+:\d+\)?$/);
    assert.doesNotMatch(record.problems[0]?.stack ?? '', /[\\/]/);
  });

  it('says so in an editor, and the record that comes back is the same', () => {
    const uri = 'file:///draft.txt';
    assert.deepEqual(
      fromShown(toShown(record, uri, text), uri, text, (one) => one),
      record,
    );
  });

  it('is told by `--stats`, once a place', () => {
    const tally = createTally(parseArguments([], { summary: '', takes: '', flags: {}, examples: [] }, 'lint'));
    for (let i = 0; i < 2; i++) tally.count(record, text);
    assert.equal(tally.stats(1).split('Error: no such word').length, 2);
  });
});
