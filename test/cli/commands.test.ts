// The other subcommands as a shell runs them.
import * as assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { folder, program } from '../support/cli';
import { recordValidator } from '../support/records';
import { root } from '../support/root';

const marked = 'The council meets on Monday with TK members, the mayor said.\n';
const harbour = readFileSync(path.join(root, 'test/samples/harbour.txt'), 'utf8');

describe('copydesk help', () => {
  it('lists every command, and each has flags and examples that parse', () => {
    const made = folder({ 'story.txt': marked });
    const { out, code } = made.run([]);
    assert.equal(code, 0);
    const commands = [...out.matchAll(/^ {2}copydesk (\w+) {2}/gm)].map(([, name]) => name as string);
    assert.deepEqual(commands, [
      'lint',
      'sources',
      'names',
      'report',
      'explain',
      'rules',
      'test',
      'try',
      'merge',
      'compare',
      'clear',
      'stats',
      'init',
      'glossary',
      'pack',
      'doctor',
      'lsp',
      'completion',
    ]);
    for (const command of commands) {
      const page = made.run(['help', command]).out;
      for (const line of page.split('\n')) assert.ok(line.length <= 80, line);
      assert.equal(made.run([command, '--help']).out, page);
      const examples = page.split('Examples:\n')[1]?.match(/^ {2}copydesk .*?(?= {2}|$)/gm) ?? [];
      assert.ok(examples.length > 0, page);
      const flags = [...page.matchAll(/^ {2}--([\w-]+)/gm)].map(([, flag]) => flag as string);
      for (const example of examples)
        for (const [, flag] of example.matchAll(/ --([\w-]+)/g)) assert.ok(flags.includes(flag as string), example);
    }
  }).timeout(30_000);

  it('tells the version of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.equal(folder().run(['--version']).out, `${version}\n`);
  });
});

describe('copydesk explain and rules', () => {
  it('has a manual for every rule', () => {
    const made = folder();
    const rules: { id: string; summary: string }[] = JSON.parse(made.run(['rules', '--format', 'json']).out);
    assert.ok(rules.length > 0);
    const [first] = rules as [{ id: string; summary: string }];
    const { out, code } = made.run(['explain', first.id]);
    assert.equal(code, 0);
    assert.ok(out.replaceAll('\n', ' ').startsWith(`# ${first.id}  ${first.summary} `), out);
    const table = made.run(['rules', '--format', 'md']).out.trim().split('\n');
    assert.equal(table.length, rules.length + 2);
    const pretty = made.run(['rules']).out;
    for (const { id } of rules) assert.ok(pretty.includes(`  ${id} `), id);
    for (const line of pretty.split('\n')) assert.ok(line.length <= 80, line);
    for (const { id } of rules) {
      const page = made.run(['explain', id]).out;
      assert.doesNotMatch(page, /\{(?:==|--|~~|>>)/, id);
      for (const line of page.split('\n')) assert.ok(line.length <= 80 || line.startsWith('|'), line);
    }
  }).timeout(60_000);

  it('tells an example’s marks in words', () => {
    const page = folder().run(['explain', 'wire-sign-off']).out;
    assert.match(page, /\n {4}The envoy .* «Enditem» →\n {4}nothing \(wire-sign-off\)\n/);
  });
});

describe('copydesk init', () => {
  it('writes settings that are in order, and never over others', () => {
    const made = folder({ 'a.txt': marked });
    assert.equal(made.run(['init']).code, 0);
    const before = made.read('copydesk.json');
    const { out, code } = made.run(['lint', '--format', 'json']);
    assert.deepEqual([code, JSON.parse(out).files.length], [1, 1]);
    const again = made.run(['init', '--extends', 'all']);
    assert.equal(again.code, 2);
    assert.match(again.err, /left as it is/);
    assert.equal(made.read('copydesk.json'), before);
  });

  it('names the schema for editors, where everybody on the desk can reach it', () => {
    const made = folder();
    assert.match(made.run(['init']).out, /^Wrote copydesk\.json, and \.copydesk\/copydesk\.schema\.json for editors/);
    const shipped = readFileSync(path.join(root, 'schemas/copydesk.schema.json'), 'utf8');
    assert.match(made.read('copydesk.json'), /\n {2}"\$schema": "\.\/\.copydesk\/copydesk\.schema\.json",\n/);
    assert.equal(made.read('.copydesk/copydesk.schema.json'), shipped);
    made.write('.copydesk/copydesk.schema.json', 'old');
    assert.equal(made.run(['init', '--schema']).code, 0);
    assert.equal(made.read('.copydesk/copydesk.schema.json'), shipped);
    const installed = folder({ 'node_modules/copydesk/schemas/copydesk.schema.json': shipped });
    installed.run(['init']);
    assert.match(
      installed.read('copydesk.json'),
      /"\$schema": "\.\/node_modules\/copydesk\/schemas\/copydesk\.schema\.json"/,
    );
    assert.throws(() => installed.read('.copydesk/copydesk.schema.json'));
  });
});

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

describe('copydesk sources and names', () => {
  for (const command of ['sources', 'names']) {
    it(`${command} shows a page for a person`, () => {
      const { out, code } = folder({ 'a.txt': harbour }).run([command, 'a.txt']);
      assert.equal(code, 0);
      assert.match(out, /^a\.txt\n {2}\d+ /);
    });

    it(`${command} ends with 2 where a file is missing, and reads the others`, () => {
      const { out, err, code } = folder({ 'a.txt': harbour }).run([command, 'nope.txt', 'a.txt', '--format', 'ndjson']);
      assert.equal(code, 2);
      assert.match(err, /^copydesk: There is no file nope\.txt\./);
      assert.equal(JSON.parse(out).path, 'a.txt');
    });

    it(`${command} writes each of its formats, for one draft and for two`, () => {
      const made = folder({ 'a.txt': harbour, 'b.txt': harbour });
      const begins: Readonly<Record<string, RegExp>> = {
        csv: /^draft,/,
        md: /^## a\.txt\n/,
        html: /^<!doctype html>/,
        json: /^\{"version":1,"files":\[/,
        ndjson: /^\{"path":"a\.txt"/,
      };
      const formats =
        made
          .run(['help', command])
          .out.replace(/\s+/g, ' ')
          .match(/How it is written: ([\w, ]+)\./)?.[1]
          ?.split(', ') ?? [];
      assert.deepEqual([formats[0], formats.includes('csv'), formats.includes('md')], ['pretty', true, true]);
      for (const format of formats.slice(1)) {
        const { out, code } = made.run([command, '--format', format]);
        assert.equal(code, 0);
        assert.match(out, begins[format] as RegExp);
        assert.ok(out.includes('b.txt'), format);
      }
      assert.equal(JSON.parse(made.run([command, '--format', 'json']).out).files.length, 2);
    }).timeout(30_000);

    it(`${command} says that an archive is answered in records`, () => {
      const { err, code } = folder().run([command, '--input', 'ndjson', '--format', 'csv']);
      assert.equal(code, 2);
      assert.match(err, /^copydesk: --input ndjson answers a record a line, so it cannot take --format csv\./);
    });
  }
});

describe('copydesk names', () => {
  const text = 'Moammar Qaddafi spoke on Monday. Qaddafi said the wall would hold.\n';
  const preferred = (...flags: string[]): string[] => {
    const { out } = folder({ 'a.txt': text }).run(['names', 'a.txt', '--format', 'ndjson', ...flags]);
    return JSON.parse(out).entities.map((entity: { preferred: string }) => entity.preferred);
  };

  it('prefers the house’s form, from a preset or the desk’s settings', () => {
    assert.deepEqual(preferred(), ['Moammar Qaddafi']);
    assert.deepEqual(preferred('--extends', 'ap'), ['Moammar Gadhafi']);
    const house = folder({
      'a.txt': text,
      'copydesk.json': '{ "extends": ["recommended", "ap"] }',
    });
    const line = `${JSON.stringify({ id: 1, text })}\n`;
    const { out } = house.run(['names', '--input', 'ndjson'], line);
    assert.equal(JSON.parse(out).entities[0].preferred, 'Moammar Gadhafi');
  });
});

describe('copydesk in a pipe', () => {
  it('ends without a word when nobody reads on, and as a shell says of a broken pipe', async () => {
    const made = folder(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.txt`, marked.repeat(20)])));
    const child = spawn(process.execPath, [program, 'lint', '--format', 'ndjson'], { cwd: made.path });
    let err = '';
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('exit', resolve));
    assert.deepEqual([err, code], ['', 141]);
  });
});

describe('copydesk completion', () => {
  let script = '';
  before(() => {
    script = folder().run(['completion', 'bash']).out;
  });
  const offered = (...words: readonly string[]): string[] => {
    const typed = words.map((word) => `'${word}'`).join(' ');
    const ask = `COMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _copydesk; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', `${script}\n${ask}`], { encoding: 'utf8' });
    assert.equal(stderr, '');
    return stdout.split('\n').filter(Boolean);
  };

  it('offers commands, flags and what a flag takes, in bash', () => {
    assert.deepEqual(offered('copydesk', 'so'), ['sources']);
    assert.deepEqual(offered('copydesk', 'lint', '--fix'), ['--fix', '--fix-dry-run']);
    assert.deepEqual(offered('copydesk', 'lint', '--format', 'gi'), ['github', 'gitlab']);
    assert.deepEqual(offered('copydesk', 'names', '--format', 'ht'), [], 'each command its own');
    assert.deepEqual(offered('copydesk', 'lint', 'a'), [], 'files are for the shell');
    assert.deepEqual(offered('copydesk', 'explain', 'web'), ['web-remnant']);
    assert.deepEqual(offered('copydesk', 'lint', '--rule', 'web'), ['web-remnant=']);
    assert.deepEqual(offered('copydesk', 'lint', '--extends', 'xi'), ['xinhua']);
    assert.deepEqual(offered('copydesk', 'completion', ''), ['bash', 'zsh', 'fish']);
  }).timeout(30_000);

  it('writes for each shell, and says which there are', () => {
    const made = folder();
    assert.ok(made.run(['completion', 'zsh']).out.includes('bashcompinit'));
    const lines = made.run(['completion', 'fish']).out.trim().split('\n');
    for (const line of lines) assert.match(line, /^complete -c copydesk -n .* -d '(?:[^'\\]|\\.)*'$/);
    const { code, err } = made.run(['completion', 'toString']);
    assert.equal(code, 2);
    assert.match(err, /one of bash, zsh, fish\.\n$/);
  });
});

describe('copydesk lsp', () => {
  it('is the language server on standard input and output', async () => {
    const child = spawn(process.execPath, [program, 'lsp'], { cwd: folder().path });
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let answer = '';
    for await (const data of child.stdout) {
      answer += data;
      if (answer.includes('}}')) break;
    }
    child.kill();
    assert.match(answer, /^Content-Length: \d+\r\n/);
    assert.match(answer, /"textDocumentSync"/);
  });
});
