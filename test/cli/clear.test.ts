// copydesk clear, stats and report: decisions at a desk, and what is told of them.
import * as assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import * as path from 'node:path';
import { folder } from '../support/cli';
import { recordValidator } from '../support/records';
import { marked, harbour } from '../support/desk-copy';

describe('copydesk clear', () => {
  const place = (ran: { out: string }): string[] =>
    ran.out.split('\n').filter((line) => / {2}(?:error|warning|query) {2}/.test(line));

  it('says how many findings it cleared on a line that has several', () => {
    const made = folder({ 'a.txt': `${marked.trim()} He met TK people, she said.\n` });
    const { length } = place(made.run(['lint']));
    assert.ok(length > 1);
    const { out } = made.run(['clear', 'a.txt:1', '--reason', 'confirmed']);
    assert.match(
      out,
      new RegExp(`\\nAll ${length} on that line\\. --undo takes them back, --rule <id> means those of one rule\\.\\n$`),
    );
  });

  it('clears a finding until its sentence changes, and takes it back', () => {
    const made = folder({ 'a.txt': `${marked}\nTK is to come, he said.\n` });
    assert.equal(place(made.run(['lint'])).length, 2);
    const cleared = made.run(['clear', 'a.txt:1', '--reason', 'confirmed', '--initials', 'ab']);
    assert.match(cleared.out, /^Cleared: a\.txt:1 placeholder: /);
    assert.equal(cleared.code, 0);
    const again = made.run(['clear', 'a.txt:1', '--reason', 'confirmed']);
    assert.match(again.err, /^copydesk: What is reported there is cleared already, so nothing was written\./);
    assert.equal(place(made.run(['lint'])).length, 1);
    const [line] = made
      .read('.copydesk/cleared.jsonl')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    assert.deepEqual(
      { ...line, sentence: '', date: '' },
      {
        file: 'a.txt',
        rule: 'placeholder',
        sentence: '',
        occurrence: 0,
        reason: 'confirmed',
        initials: 'ab',
        date: '',
      },
    );
    assert.ok(!made.read('.copydesk/cleared.jsonl').includes('council'), 'no words of the draft');

    made.write('a.txt', `A new lead, the mayor said.\n\n${marked.replace('on Monday', 'on  Monday')}`);
    assert.equal(made.run(['lint']).code, 0, 'it outlives edits elsewhere, and spacing');
    made.write('a.txt', marked.replace('Monday', 'Tuesday'));
    assert.equal(made.run(['lint']).code, 1, 'it dies with its sentence');
    made.write('a.txt', marked);
    assert.equal(made.run(['lint']).code, 0);

    assert.match(made.run(['clear', 'a.txt:1', '--undo']).out, /^Asked again: /);
    assert.equal(made.run(['lint']).code, 1);
    assert.equal(made.read('.copydesk/cleared.jsonl').trim().split('\n').length, 2, 'append-only');
  }).timeout(30_000);

  it('takes all that is found for the baseline', () => {
    const made = folder({ 'a.txt': harbour, 'b/c.txt': marked });
    assert.match(made.run(['clear', '--baseline']).out, /^\d+ findings are the baseline now/);
    const { baseline } = JSON.parse(made.run(['stats', '--format', 'json']).out);
    const held = new RegExp(`^2 drafts read: clean\\. The baseline holds ${baseline} findings\\.\\n$`);
    assert.match(made.run(['lint', '--fail-on', 'information']).out, held);
    assert.match(made.run(['stats']).out, new RegExp(`^The baseline holds ${baseline} findings\\. Nothing else was`));
    assert.equal(made.run(['lint', 'b/c.txt']).out, '1 draft read: clean. The baseline holds 1 finding.\n');
    assert.match(made.run(['clear', '--baseline']).out, /^0 findings/);
    made.write('b/c.txt', '');
    made.write('d.txt', marked);
    assert.match(made.run(['clear', '--baseline', 'd.txt']).out, /^1 finding is the baseline now/);
  });

  it('skips a line that cannot be read, tells it, and keeps the others', () => {
    const made = folder({ 'a.txt': marked });
    made.run(['clear', 'a.txt:1', '--reason', 'confirmed']);
    const later = '{"file":"a.txt","rule":"placeholder","sentence":"0123456789abcdef","occurrence":0,"reason":"asked"}';
    made.write('.copydesk/cleared.jsonl', `${later}\n${made.read('.copydesk/cleared.jsonl').trimEnd()}`);
    const { out, code } = made.run(['lint', '--format', 'ndjson']);
    assert.equal(code, 2);
    const [told, draft] = out
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    assert.deepEqual([told.path, told.problems[0].line], ['.copydesk/cleared.jsonl', 1]);
    assert.deepEqual(draft.diagnostics, []);
    made.run(['clear', 'a.txt:1', '--undo']);
    assert.equal(
      made.read('.copydesk/cleared.jsonl').trim().split('\n').length,
      3,
      'a missing line end swallows nothing',
    );
  });

  it('takes out what matches nothing any more, and leaves all else as it stands', () => {
    const second = marked.replace('Monday', 'Tuesday');
    const made = folder({ 'a.txt': `${marked}\n${second}`, 'b/c.txt': marked, 'd.txt': marked });
    for (const place of ['a.txt:1', 'a.txt:3', 'b/c.txt:1', 'd.txt:1'])
      made.run(['clear', place, '--reason', 'confirmed']);
    made.run(['clear', 'a.txt:3', '--undo']);
    made.run(['clear', 'a.txt:3', '--reason', 'witnessed']);
    assert.equal(made.run(['clear', '--prune']).out, '4 clearances, none that matches nothing.\n');
    const elsewhere = JSON.stringify({
      ...{ file: '../../x.txt', rule: 'placeholder', sentence: '0123456789abcdef', occurrence: 0 },
      ...{ reason: 'confirmed', date: '2020-01-01' },
    });
    const before = `${made.read('.copydesk/cleared.jsonl')}\n${elsewhere}\nno line\n`;
    made.write('.copydesk/cleared.jsonl', before);
    made.write('a.txt', marked);
    rmSync(path.join(made.path, 'b/c.txt'));
    made.write('d.txt', Buffer.from([0xff]));
    const { out, err, code } = made.run(['clear', '--prune']);
    assert.equal(
      out,
      'a.txt: 1 clearance taken out: its sentence has changed, or is asked about no more.\n' +
        'b/c.txt: 1 clearance taken out: the draft is gone.\n2 of 5 clearances taken out of .copydesk/cleared.jsonl.\n',
    );
    assert.match(err, /^copydesk: \.copydesk\/cleared\.jsonl:\d+: This line is no clearance/);
    assert.equal(code, 2);
    const lines = before.split('\n');
    const left = lines.filter((_, i) => i !== 2 && !(lines[i]?.includes('"a.txt"') && i > 0));
    assert.equal(made.read('.copydesk/cleared.jsonl'), left.join('\n'), 'lines are left byte for byte');
  }).timeout(30_000);

  it('leaves what a rule that is off, or another path, would answer for', () => {
    const made = folder({ 'a.txt': marked, 'b.txt': marked });
    made.run(['clear', '--baseline']);
    for (const name of ['a.txt', 'b.txt']) made.write(name, 'All is well, the mayor said.\n');
    made.write('copydesk.json', '{ "rules": { "placeholder": "off" } }');
    assert.equal(made.run(['clear', '--prune']).out, '2 clearances, none that matches nothing.\n');
    made.write('copydesk.json', '{}');
    assert.match(made.run(['clear', '--prune', 'b.txt']).out, /^b\.txt: 1 clearance taken out/);
    made.write('copydesk.json', '{ "rules": ');
    const broken = made.run(['clear', '--prune']);
    assert.deepEqual([broken.code, /nothing was taken out/.test(broken.err)], [2, true], broken.err);
    assert.match(made.read('.copydesk/cleared.jsonl'), /"a\.txt"/);
  }).timeout(30_000);

  it('prunes a desk that is named by its own folder, and each of several', () => {
    const desk = { 'copydesk.json': '{ "root": true }', 'a.txt': marked };
    const made = folder({
      ...Object.fromEntries(
        ['x', 'y'].flatMap((one) => Object.entries(desk).map(([name, t]) => [`${one}/${name}`, t])),
      ),
    });
    for (const one of ['x', 'y']) {
      made.run(['clear', `${one}/a.txt:1`, '--reason', 'confirmed']);
      made.write(`${one}/a.txt`, 'All is well, the mayor said.\n');
    }
    const out = (one: string): string =>
      `a.txt: 1 clearance taken out: its sentence has changed, or is asked about no more.\n1 of 1 clearance taken out of ${one}/.copydesk/cleared.jsonl.\n`;
    assert.equal(made.run(['clear', '--prune', 'x', 'y/a.txt']).out, out('x') + out('y'));
  }).timeout(30_000);

  const faults: readonly [string[], RegExp][] = [
    [['sources', 'a.txt', '--date', '2016-02-31'], /^copydesk: --date cannot be "2016-02-31"\. Write a day like /],
    [['clear', '--prune', '--undo'], /^copydesk: --prune decides nothing, so it cannot go with --undo\./],
    [['clear', '--baseline', '--undo', '.'], /^copydesk: --baseline clears and --undo takes one decision back, so /],
    [['clear', 'a.txt:1'], /^copydesk: Say why it is fine: --reason witnessed, /],
    [['clear', 'a.txt', '--reason', 'confirmed'], /^copydesk: Say which finding: /],
    [['clear', 'a.txt:2', '--reason', 'confirmed'], /^copydesk: Nothing there is reported, so nothing was written\./],
    [['clear', 'a.txt:1', '--undo'], /^copydesk: Nothing there is cleared, so nothing was written\./],
    [
      ['clear', 'a.txt:1', '--reason', 'confirmed', '--rule', 'placholder'],
      /^copydesk: There is no rule "placholder"\. Did you mean "placeholder"\?/,
    ],
    [['clear', 'nope.txt:1', '--reason', 'confirmed'], /^copydesk: There is no file nope\.txt\./],
  ];
  for (const [args, sentence] of faults)
    it(`says what is wrong with "${args.join(' ')}"`, () => {
      const { code, err } = folder({ 'a.txt': marked }).run(args);
      assert.equal(code, 2);
      assert.match(err, sentence);
    });
});

describe('copydesk stats', () => {
  it('counts what was cleared, rule by rule, and how much was a false alarm', () => {
    const copy =
      'At least 17 people were killed.\n\nA further 40 people were killed in the hills.\n\nExperts say so.\n';
    const made = folder({ 'a.txt': copy });
    assert.deepEqual(made.run(['stats']), { out: 'Nothing was cleared here yet.\n', err: '', code: 0 });
    made.run(['clear', 'a.txt:1', '--reason', 'false-alarm']);
    made.run(['clear', 'a.txt:3', '--reason', 'confirmed']);
    made.run(['clear', 'a.txt:5', '--reason', 'confirmed']);
    made.run(['clear', 'a.txt:5', '--undo']);
    const record = JSON.parse(made.run(['stats', '--format', 'json']).out);
    recordValidator('stats')(record);
    assert.deepEqual(record, {
      version: 1,
      rules: [{ rule: 'unattributed-claim', cleared: 2, falseAlarms: 1, reasons: { 'false-alarm': 1, confirmed: 1 } }],
      baseline: 0,
    });
    assert.match(
      made.run(['stats']).out,
      /^Cleared, rule by rule:\n {2}unattributed-claim {2}2× {2}50% false alarms {2}/,
    );
  });

  it('a command that reads settings and clearances says what it could not read of them', () => {
    const made = folder({
      'a.txt': 'The ferry leaves at TK, the harbour master said.\n',
      'copydesk.json': '{ "extends": "./house.json" }',
      'house.json': '{ "rules": { "no-such-rule": "off" } }',
      '.copydesk/cleared.jsonl': 'no line\n',
    });
    for (const args of [['explain', '--why', 'a.txt:1'], ['sources', 'a.txt'], ['names', '--across'], ['stats']]) {
      const { err, code } = made.run(args);
      assert.match(err, /^copydesk: house\.json:1: There is no rule "no-such-rule"/m, args.join(' '));
      assert.match(err, /^copydesk: \.copydesk\/cleared\.jsonl:1: This line is no clearance/m, args.join(' '));
      assert.equal(code, 2, args.join(' '));
    }
    // nothing is written behind what cannot be read
    for (const args of [
      ['a.txt:1', '--reason', 'confirmed'],
      ['--baseline', 'a.txt'],
    ]) {
      const { err, code } = made.run(['clear', ...args]);
      assert.match(err, /^copydesk: Nothing was cleared: line 1 of \.copydesk\/cleared\.jsonl is in the way/m);
      assert.equal(code, 2);
    }
    assert.equal(made.read('.copydesk/cleared.jsonl'), 'no line\n');
  });

  it('says where a line of the file cannot be read, and counts the others', () => {
    const made = folder({ '.copydesk/cleared.jsonl': 'no line\n' });
    const { out, err, code } = made.run(['stats']);
    assert.deepEqual([out, code], ['Nothing was cleared here yet.\n', 2]);
    assert.match(err, /^copydesk: \.copydesk\/cleared\.jsonl:1: This line is no clearance/);
  });
});

describe('copydesk report', () => {
  it('makes one page of every draft it was pointed at', () => {
    const { out, code } = folder({ 'a.txt': harbour, 'b.txt': 'The council met.\n' }).run(['report']);
    assert.equal(code, 0);
    assert.match(out, /^<!doctype html>[\s\S]*<bdi>a\.txt<\/bdi>[\s\S]*<bdi>b\.txt<\/bdi>[\s\S]*<\/html>\n$/);
  });

  it('writes it to a file, whole, and says where it cannot', () => {
    const made = folder({ 'a.txt': harbour });
    assert.deepEqual(made.run(['report', 'a.txt', '--output', 'desk.html']), { out: '', err: '', code: 0 });
    assert.match(made.read('desk.html'), /<\/html>\n$/);
    const { err, code } = made.run(['report', 'a.txt', '--output', 'no/such/folder.html']);
    assert.equal(code, 2);
    assert.match(err, /^copydesk: Nothing was written: /);
  });

  it('is a record too', () => {
    const { out } = folder({ 'a.txt': harbour }).run(['report', '--format', 'ndjson']);
    const record = JSON.parse(out);
    assert.deepEqual(Object.keys(record), [
      'path',
      'sentences',
      'sources',
      'entities',
      'diagnostics',
      'alone',
      'cleared',
      'parts',
      'problems',
    ]);
    assert.ok(record.diagnostics.length && record.parts.some((part: { furniture: boolean }) => part.furniture));
  });

  it('leaves out what was cleared', () => {
    const made = folder({ 'a.txt': 'At least 17 people were killed.\n' });
    assert.match(made.run(['report', 'a.txt']).out, /The desk has 1 finding\./);
    made.run(['clear', 'a.txt:1', '--reason', 'confirmed']);
    assert.match(made.run(['report', 'a.txt']).out, /The desk asks nothing\./);
  });
});
