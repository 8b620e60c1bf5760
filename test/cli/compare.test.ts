// `copydesk compare`: what an update asks anew and no longer; and a clear sentence for whatever else is named as the old answers.
import * as assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { type Folder, folder, program, type Ran } from '../support/cli';
import { recordValidator } from '../support/records';
import { root } from '../support/root';

const TOLL = 'At least 17 people were killed in the blast.';
const draft = `The lorry stopped near the market.\n\n${TOLL} Ambulances were still arriving.\n\nThe council meets on Monday with TK members, the mayor said.\n`;
const files = { 'a.txt': draft, 'b/c.txt': `Local media reported that the mayor had resigned.\n` };

const kinds = ({ out }: Ran) => JSON.parse(out);
const compare = (made: Folder, ...args: string[]): Ran => made.run(['compare', '--against', ...args]);

/** A desk with the answers of the version that is installed. */
function desk(format = 'json'): Folder {
  const made = folder(files);
  made.write('../before', '');
  made.write('old.out', made.run(['lint', '--format', format, '--fail-on', 'never']).out);
  return made;
}

/** The old answers without some findings, and with one that is asked no longer. */
const changed = (made: Folder, change: (diagnostics: { rule: string }[]) => unknown[]): void => {
  const old = JSON.parse(made.read('old.out'));
  for (const file of old.files) file.diagnostics = change(file.diagnostics);
  made.write('old.out', JSON.stringify(old));
};

describe('copydesk compare', () => {
  for (const format of ['json', 'ndjson'])
    it(`finds nothing where nothing differs: ${format}`, () => {
      const { code, out, err } = compare(desk(format), 'old.out');
      assert.equal(code, 0, out + err);
      assert.match(out, /^2 drafts compared with old\.out: 0 asked anew, 0 asked no longer, [1-9]\d* as before\./);
      assert.doesNotMatch(out, /Asked/);
    });

  it('tells what is asked anew and no longer, with the sentence, and counts by draft and rule', () => {
    const made = desk();
    changed(made, (all) => [
      ...all.filter(({ rule }) => rule !== 'unattributed-claim'),
      ...all.filter(({ rule }) => rule === 'placeholder').map((one) => ({ ...one, rule: 'orphan-quote' })),
    ]);
    const told = kinds(compare(made, 'old.out', '--format', 'json'));
    recordValidator('compare')(told);
    assert.deepEqual(told.totals, [
      { rule: 'orphan-quote', new: 0, gone: 1, same: 0 },
      { rule: 'placeholder', new: 0, gone: 0, same: 1 },
      { rule: 'unattributed-claim', new: 1, gone: 0, same: 0 },
      { rule: 'unnamed-media', new: 0, gone: 0, same: 1 },
    ]);
    const [a, b] = told.drafts;
    assert.deepEqual([a.path, a.new.length, a.gone.length, b.path, b.new.length], ['a.txt', 1, 1, 'b/c.txt', 0]);
    assert.equal(a.new[0].sentence, TOLL);
    assert.equal(a.new[0].class, 'casualty');
    const { out } = compare(made, 'old.out');
    assert.match(out, /Asked anew:\n {2}a\.txt:3:1 {2}unattributed-claim: casualty\n {4}At least 17 people/);
    assert.match(out, /Asked no longer:\n {2}a\.txt:5:34 {2}orphan-quote\n/);
    assert.match(out, /unattributed-claim {2}1 /);
  });

  it('knows a question again under another sourcing rule and class, as clearances do', () => {
    const made = desk();
    changed(made, (all) =>
      all.map((one) => (one.rule === 'unattributed-claim' ? { ...one, rule: 'vague-source', class: undefined } : one)),
    );
    assert.match(compare(made, 'old.out').out, /: 0 asked anew, 0 asked no longer,/);
  });

  it('ends as lint does, by what is new', () => {
    const made = desk();
    changed(made, () => []);
    for (const [failOn, code] of [
      ['error', 1],
      ['information', 1],
      ['never', 0],
    ] as const)
      assert.equal(compare(made, 'old.out', '--fail-on', failOn).code, code, failOn);
    changed(desk(), (all) => all);
    const queries = desk();
    changed(queries, (all) => all.filter(({ rule }) => rule === 'placeholder'));
    assert.equal(compare(queries, 'old.out').code, 0, 'queries are new, and nothing is to fail on them');
  });

  it('shows as many as are wanted', () => {
    const made = desk();
    changed(made, () => []);
    assert.match(compare(made, 'old.out', '--sample', '1').out, /Asked anew, 1 of [2-9]:/);
    assert.doesNotMatch(compare(made, 'old.out', '--sample', '0').out, /Asked anew/);
    assert.equal(compare(made, 'old.out', '--sample', 'all').code, 2);
  });

  it('takes an older program, or the folder of one', () => {
    const made = folder(files);
    for (const old of [program, root]) {
      const { code, out, err } = compare(made, old, '--format', 'json');
      assert.equal(code, 0, out + err);
      const { against, totals } = JSON.parse(out);
      assert.match(against.version, /^\d+\.\d+\.\d+/);
      assert.ok(totals.length && totals.every((one: { new: number; gone: number }) => one.new + one.gone === 0));
    }
  });

  it('runs it with the same flags', () => {
    const { totals } = kinds(compare(folder(files), program, '--only', 'placeholder', '--format', 'json'));
    assert.deepEqual(totals, [{ rule: 'placeholder', new: 0, gone: 0, same: 1 }]);
  });

  it('runs nothing that nobody named', () => {
    const made = folder({ ...files, 'old.out': '#!/bin/sh\ntouch ran\n' });
    assert.equal(compare(made, 'old.out').code, 2);
    assert.throws(() => made.read('ran'));
  });
});

describe('copydesk compare, of drafts that are not what they were', () => {
  it('says which, compares the others, and ends with 2', () => {
    const made = desk();
    made.write('a.txt', `A line above.\n\n${draft}`);
    const { code, out } = compare(made, 'old.out');
    assert.equal(code, 2);
    assert.match(out, /^1 draft compared/);
    assert.match(out, /Not compared:\n {2}a\.txt: It was changed since/);
  });

  it('says which are gone, and which are new', () => {
    const made = desk();
    made.write('d.txt', draft);
    assert.match(compare(made, 'old.out').out, /d\.txt: It does not stand in old\.out/);
    assert.equal(compare(made, 'old.out').code, 0, 'a new draft has nothing to be compared with');
    made.write('old.out', made.read('old.out').replace('"b/c.txt"', '"b/gone.txt"'));
    const { code, out } = compare(made, 'old.out');
    assert.match(out, /b\/gone\.txt: It stands in old\.out and is no longer there/);
    assert.equal(code, 2);
  });

  it('leaves out what was not named', () => {
    const { code, out } = compare(desk(), 'old.out', 'a.txt');
    assert.equal(code, 0);
    assert.doesNotMatch(out, /Not compared/);
  });
});

describe('copydesk compare, of what holds no old answers', () => {
  const says = (content: string | Buffer | undefined, sentence: RegExp): void => {
    const made = folder(files);
    if (content !== undefined) made.write('old.out', content);
    const { code, out, err } = compare(made, 'old.out');
    assert.equal(code, 2);
    assert.match(err, sentence);
    assert.doesNotMatch(err, /fault of copydesk/);
    assert.equal(out, '');
  };
  const report = (format: string): string => folder(files).run(['lint', '--format', format]).out;
  const of = (command: string): string => folder(files).run([command, '--format', 'json']).out;

  it('is nothing', () => says(undefined, /There is no old\.out to compare with/));
  it('is empty', () => says('', /old\.out is empty/));
  it('is a SARIF log', () => says(report('sarif'), /is a SARIF log.*lint --format json or ndjson/));
  it('is a JUnit report', () => says(report('junit'), /is a JUnit report/));
  it('is a code quality report', () => says(report('gitlab'), /is a code quality report/));
  it('is words', () => says(report('pretty'), /is no report that a program can read/));
  it('is the answer of another command', () => {
    says(of('sources'), /no answer of lint but of another command/);
    says(of('names'), /no answer of lint but of another command/);
  });
  it('is of another form', () => says('{"version":2,"files":[]}', /form 2, and this Copydesk reads form 1/));
  it('breaks off', () => {
    says(report('json').slice(0, 300), /breaks off or is damaged/);
    says(report('ndjson').slice(0, 300), /Line 1 of old\.out breaks off/);
  });
  it('is one part of several', () => {
    const part = folder(files).run(['lint', '--shard', '1/2', '--format', 'json']).out;
    says(part, /is part 1\/2 of a report\. Join the parts first/);
  });
  it('holds stories without a path', () => {
    const line = JSON.stringify({ id: 1, text: draft });
    says(folder().run(['lint', '--input', 'ndjson'], line).out, /have no path/);
  });
  it('holds no draft, or none of these', () => {
    says('{"version":1,"files":[]}', /holds no draft/);
    says('{"path":"z.txt","diagnostics":[],"problems":[]}\n', /None of the drafts that were read stands in old\.out/);
  });
  it('holds findings of no kind that is known', () =>
    says('{"path":"a.txt","diagnostics":[{"rule":7}]}\n', /"diagnostics" are not as this Copydesk knows them/));
  it('has places that no draft has', () => {
    const one = { rule: 'placeholder', severity: 'error', message: 'x', line: 1, column: 1 };
    const made = folder(files);
    made.write('old.out', JSON.stringify({ path: 'a.txt', diagnostics: [{ ...one, start: 1e9, end: 1e9 + 1 }] }));
    assert.match(compare(made, 'old.out').err, /a\.txt: It was changed since/);
  });
  it('is a folder or a program that is no Copydesk', () => {
    const made = folder({ ...files, 'other.js': 'console.log("hello")\n' });
    mkdirSync(path.join(made.path, 'empty'));
    assert.match(compare(made, 'empty').err, /no Copydesk in the folder empty/);
    assert.match(compare(made, 'other.js').err, /other\.js is no Copydesk/);
    symlinkSync('nowhere', path.join(made.path, 'link'));
    assert.match(compare(made, 'link').err, /link/);
    assert.match(made.run(['compare']).err, /Say what to compare with/);
  });
});
