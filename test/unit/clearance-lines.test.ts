// The lines of `.copydesk/cleared.jsonl`: which of them hold, what is told of the others, and what is left when some are taken out.
import * as assert from 'node:assert/strict';
import {
  type ClearanceLine,
  inTheWay,
  parseClearances,
  toLines,
  withoutLines,
} from '../../server/src/config/clearance-lines';
import { clearanceKey, reasons, sameClearance, whatIsAsked } from '../../server/src/engine/clearances';

const line = (change: Partial<ClearanceLine> = {}): ClearanceLine => ({
  file: 'a.txt',
  rule: 'double-hedge',
  sentence: '0123456789abcdef',
  occurrence: 0,
  reason: 'confirmed',
  date: '2026-03-01',
  ...change,
});
const { reason: _, ...unreasoned } = line();
const written = (change?: Partial<ClearanceLine>): string => toLines([line(change)]);
/** As long as a decision, and none. */
const other = `${JSON.stringify({ note: 'somebody has written something else into this file here' })}\n`;
const told = (text: string): string[] =>
  parseClearances(text).problems.map(({ line, message }) => `${line} ${message.split('.')[0]}`);
const held = (text: string): string[] => parseClearances(text).all.map(({ file, sentence }) => `${file} ${sentence}`);

const NONE = 'This line is no clearance, so it does not count';

describe('a file of decisions', () => {
  it('is a line for each, and read as it was written', () => {
    const lines = [line(), line({ file: 'b.txt', initials: 'ck' }), line({ file: 'a.txt', occurrence: 1 })];
    const { of, all, problems, broken } = parseClearances(toLines(lines));
    assert.deepEqual(all, [lines[0], lines[2], lines[1]], 'draft by draft, in the order of their first decision');
    assert.deepEqual(of('a.txt'), [lines[0], lines[2]]);
    assert.deepEqual(of('c.txt'), []);
    assert.deepEqual([problems, broken], [[], undefined]);
  });

  it('may be empty, end without a line end, have blank lines and those of Windows', () => {
    assert.deepEqual(held(''), []);
    const [a, b] = [written(), written({ file: 'b.txt' })];
    const both = ['a.txt 0123456789abcdef', 'b.txt 0123456789abcdef'];
    for (const text of [a + b.trimEnd(), `\n\n${a}  \t \n${b}\n`, (a + b).replaceAll('\n', '\r\n')]) {
      assert.deepEqual(held(text), both, JSON.stringify(text));
      assert.deepEqual(told(text), []);
    }
    const blank = `${' '.repeat(200)}\n`;
    assert.deepEqual([held(blank + a), told(blank + a)], [['a.txt 0123456789abcdef'], []]);
  });

  it('holds the newest decision on a finding, at the place where it was made again', () => {
    const newer = line({ reason: 'house-style' });
    const between = line({ sentence: 'fedcba9876543210' });
    assert.deepEqual(parseClearances(toLines([line(), between, newer])).all, [between, newer]);
  });

  it('takes a decision back where a later line revokes it, until it is made again', () => {
    const back = { ...unreasoned, revoked: true } as const;
    assert.deepEqual(parseClearances(toLines([line(), back])).of('a.txt'), []);
    assert.deepEqual(parseClearances(toLines([line(), { ...back, file: 'b.txt' }])).all, [line()], 'of another draft');
    assert.deepEqual(parseClearances(toLines([line(), back, line()])).all, [line()]);
    assert.deepEqual(told(toLines([back])), []);
  });

  it('knows every reason that there is, and none but those', () => {
    for (const reason of reasons) assert.equal(held(written({ reason })).length, 1, reason);
    assert.deepEqual(told(written({ reason: 'because' as never })), [`1 ${NONE}`]);
  });
});

describe('a line that is no decision', () => {
  it('is told with its number, and the others hold', () => {
    assert.deepEqual(told(written() + other + written({ file: 'b.txt' })), [`2 ${NONE}`]);
    assert.equal(held(written() + other + written({ file: 'b.txt' })).length, 2);
    const [problem] = parseClearances(other).problems;
    assert.deepEqual([problem?.code, problem?.column], ['bad-clearance', 1]);
    assert.match(problem?.message ?? '', /Take it out, or restore it from version control\.$/);
  });

  it('lacks one of what a decision must say, or says it otherwise', () => {
    for (const name of ['file', 'rule', 'sentence', 'occurrence', 'reason'] as const) {
      const padded = { initials: 'as long as a whole one', ...line() };
      assert.deepEqual(told(`${JSON.stringify({ ...padded, [name]: undefined })}\n`), [`1 ${NONE}`], name);
      assert.deepEqual(told(`${JSON.stringify({ ...padded, [name]: [7] })}\n`), [`1 ${NONE}`], name);
    }
    assert.deepEqual(told(written({ occurrence: 0.5 })), [`1 ${NONE}`]);
    assert.deepEqual(told(`${JSON.stringify({ ...unreasoned, revoked: 'yes' })}\n`), [`1 ${NONE}`]);
  });

  it('may be shorter than any decision, and is told all the same', () => {
    for (const short of ['x', '{}', '!', ' - '])
      assert.deepEqual(told(`${written()}${short}\n`), [`2 ${NONE}`], JSON.stringify(short));
    const shortest = '{"file":"","rule":"","sentence":"","occurrence":0,"revoked":true}';
    assert.deepEqual(told(`${shortest}\n`), [], 'the shortest there can be is one');
    assert.deepEqual(told(`${shortest.replace('true', 'tru')}\n`), [`1 ${NONE}`]);
  });

  it('is told together with those right below it', () => {
    const text = other + other + other + written() + other + '\n' + other;
    const { problems } = parseClearances(text);
    assert.deepEqual(told(text), [
      '1 The 3 lines from here on are no clearances, so they do not count',
      `5 ${NONE}`,
      `7 ${NONE}`,
    ]);
    assert.match(problems[0]?.message ?? '', /Take them out, or restore them from version control\.$/);
  });

  it('is one of a number where there are more than twenty such places', () => {
    const places = (count: number): string => (other + written()).repeat(count);
    assert.equal(told(places(20)).length, 20);
    assert.ok(!told(places(20)).some((one) => one.includes('more lines')));
    const many = parseClearances(`${places(23)}${other}${other}`).problems;
    assert.equal(many.length, 21);
    assert.equal(
      many[20]?.message,
      '5 more lines below are no clearances and do not count. Restore the file from version control.',
    );
    assert.deepEqual([many[20]?.line, many[20]?.column, many[20]?.code], [40, 1, 'bad-clearance']);
  });
});

describe('no decision is added', () => {
  const brokenLine = (text: string): number | undefined => parseClearances(text).broken?.line;
  const half = written().slice(0, 90);

  it('where a line is cut: it may be half of somebody else’s', () => {
    assert.equal(brokenLine(`${written()}${half}\n`), 2);
    assert.equal(brokenLine(`${written()}${half.slice(0, 10)}\n`), 2, 'cut very short');
    assert.equal(brokenLine(`${written()}${written().slice(30)}`), 2, 'cut at its beginning');
    assert.equal(brokenLine(`${other}${written()}${half}\n`), 3);
    assert.equal(brokenLine(`${written()}{}\n`), 2, 'whole, and too short for a decision');
    assert.equal(
      brokenLine(`${written()}["a.txt", "double-hedge", "0123456789abcdef", 0, "confirmed", "2026-03-01"]\n`),
      2,
    );
    assert.equal(brokenLine(`${half}\n${written()}${other}`), 1, 'the cut one, not the last that is none');
    assert.equal(brokenLine(`${written().replace('"a.txt"', '"a.txt')}`), 1, 'broken inside');
  });

  it('but where a line is whole and says what this version does not know', () => {
    assert.equal(brokenLine(`${written()}${other}`), undefined);
    assert.equal(parseClearances(`${written()}${other}`).problems.length, 1);
  });

  it('while the marks of a merge stand there: both sides hold, the marks are told once', () => {
    const merged = (base = ''): string =>
      `${written()}<<<<<<< HEAD\n${written({ file: 'b.txt' })}${base}=======\n${written({ file: 'c.txt' })}>>>>>>> theirs\n`;
    const { problems, broken, all } = parseClearances(merged());
    assert.deepEqual(
      all.map(({ file }) => file),
      ['a.txt', 'b.txt', 'c.txt'],
    );
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /^A merge has left two versions in lines 2 to 6\. The decisions of both/);
    assert.deepEqual([broken, problems[0]?.line, problems[0]?.column], [problems[0], 2, 1]);
    assert.deepEqual(told(merged('||||||| base\n')), ['2 A merge has left two versions in lines 2 to 7']);
    assert.deepEqual(told(merged('+++++++ ours\n')), ['2 A merge has left two versions in lines 2 to 7', `4 ${NONE}`]);
    assert.equal(told(merged().replaceAll('\n', '\r\n')).length, 1);
    assert.deepEqual(told(`${written()}<<<<<<<`), ['2 A merge has left two versions in line 2']);
    assert.match(
      inTheWay(problems[0] as never),
      /^Nothing was cleared: line 2 of \.copydesk\/cleared\.jsonl is in the way\. A merge/,
    );
  });

  it('is told of as any line is that only looks like such a mark', () => {
    for (const none of ['<<<<<< HEAD', '<<<<<<<<', '<<<<<<<x', '=======', '>>>>>>> theirs', '+++++++ x', ' <<<<<<< x'])
      assert.deepEqual(told(`${written()}${none}\n`), [`2 ${NONE}`], none);
  });

  it('is told of beside lines that are none, the merge first', () => {
    const text = `${other}<<<<<<< HEAD\n${other}=======\n>>>>>>> theirs\n`;
    assert.deepEqual(told(text), ['2 A merge has left two versions in lines 2 to 5', `1 ${NONE}`, `3 ${NONE}`]);
    assert.equal(brokenLine(`${half}\n${text}`), 3);
  });
});

describe('decisions that are taken out', () => {
  const isOut = ({ file }: ClearanceLine): boolean => file === 'a.txt';

  it('leave all other lines to the byte, and those that cannot be read', () => {
    const [out, stays] = [written(), written({ file: 'b.txt' })];
    assert.equal(withoutLines(out + stays + out, isOut), stays);
    assert.equal(
      withoutLines(`${out}\n# a note\n${other}${stays.trimEnd()}  \r\n`, isOut),
      `\n# a note\n${other}${stays.trimEnd()}  \r\n`,
    );
    assert.equal(withoutLines(stays + out.trimEnd(), isOut), stays, 'the last without its line end');
    assert.equal(withoutLines(out + stays.trimEnd(), isOut), stays.trimEnd());
    assert.equal(withoutLines(`  ${out.trimEnd()}\r\n`, isOut), '', 'with space round it');
    assert.equal(withoutLines('', isOut), '');
    assert.equal(
      withoutLines(`${out}# a note\n${other}${stays}`, () => true),
      `# a note\n${other}`,
      'all of them',
    );
  });
});

describe('two decisions', () => {
  it('are one where rule, class, sentence and number are', () => {
    assert.ok(sameClearance(line(), line({ file: 'b.txt', reason: 'false-alarm', initials: 'x' })));
    for (const change of [{ rule: 'cliche' }, { class: 'toll' }, { sentence: 'x' }, { occurrence: 1 }])
      assert.ok(!sameClearance(line(), line(change)), JSON.stringify(change));
  });

  it('on who says so are one whichever rule and class have asked', () => {
    assert.ok(sameClearance(line({ rule: 'unattributed-claim', class: 'casualty' }), line({ rule: 'vague-source' })));
    assert.equal(whatIsAsked('unattributed-claim', 'casualty'), whatIsAsked('anonymous-source', undefined));
    assert.notEqual(whatIsAsked('double-hedge', undefined), whatIsAsked('unattributed-claim', undefined));
    assert.notEqual(whatIsAsked('no-such-rule', undefined), whatIsAsked('no-such-rule', 'toll'));
    assert.notEqual(whatIsAsked('no-such-rule', 'arrest'), whatIsAsked('no-such-rule', 'toll'));
  });

  it('have keys in which no part runs into the next', () => {
    assert.notEqual(clearanceKey(line({ rule: 'a', class: 'b' })), clearanceKey(line({ rule: 'ab' })));
    assert.notEqual(
      clearanceKey(line({ sentence: '1', occurrence: 11 })),
      clearanceKey(line({ sentence: '11', occurrence: 1 })),
    );
  });
});
