// `copydesk lint` as a shell runs it: what it reads, what it says, and the code it ends with.
import * as assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { folder } from '../support/cli';
import { root, sampleNames } from '../support/root';

const clean = 'The council meets on Monday, the mayor said.\n';
const marked = 'The council meets on Monday with TK members, the mayor said.\n';

describe('copydesk lint', () => {
  describe('says in one sentence', () => {
    const table: readonly [
      name: string,
      files: Record<string, string | Buffer>,
      args: string[],
      sentence: string | RegExp,
    ][] = [
      [
        'that a file is missing',
        {},
        ['nope.txt'],
        'There is no file nope.txt. Check the name, or name a folder to lint all drafts in it.',
      ],
      [
        'that a file is binary',
        { 'a.txt': Buffer.from([80, 75, 3, 4, 0, 1]) },
        ['a.txt'],
        'a.txt is not text but a binary file. Choose a file of text.',
      ],
      [
        'where a file is not UTF-8',
        { 'a.txt': Buffer.from('one\ntwo \xe9t\n', 'latin1') },
        ['a.txt'],
        'a.txt is not valid UTF-8: the first bad byte is number 9, on line 2. It was left alone; convert it to UTF-8.',
      ],
      [
        'that a file is not in the encoding that it says',
        { 'a.nitf': Buffer.from('<?xml version="1.0" encoding="shift_jis"?><nitf>\xff</nitf>', 'latin1') },
        ['a.nitf'],
        'a.nitf says that it is shift_jis, and there are bytes in it that are none of its letters. It was left alone; convert it to UTF-8.',
      ],
      [
        'that a file is too large',
        { 'a.txt': Buffer.alloc((10 << 20) + 1, 'a') },
        ['a.txt'],
        'a.txt is 11 MB; drafts are read up to 10 MB. Split it into its stories.',
      ],
      [
        'that what is named as a folder is a file',
        { 'draft.txt': clean },
        ['draft.txt/'],
        'draft.txt is a file, not a folder. Leave out the slash at its end to have it read.',
      ],
      ['that a folder is missing', {}, ['nope/'], 'There is no folder nope. Check the name.'],
      ['that a folder has no drafts', { 'sub/README.md': clean }, ['sub'], /^There are no drafts in the folder sub\. /],
      [
        'what is wrong with the settings',
        { 'a.txt': clean, 'copydesk.json': '{\n  "rules": { "placholder": "off" }\n}' },
        ['a.txt'],
        'There is no rule "placholder". Did you mean "placeholder"? Put its name right, or take it out.',
      ],
    ];
    for (const [name, files, args, sentence] of table)
      it(name, () => {
        const { out } = folder(files).run(['lint', '--format', 'ndjson', ...args]);
        const [problem, ...more] = out
          .trim()
          .split('\n')
          .flatMap((line) => JSON.parse(line).problems);
        assert.deepEqual(more, []);
        if (typeof sentence === 'string') assert.equal(problem.message, sentence);
        else assert.match(problem.message, sentence);
      });

    const usage: readonly [args: string[], sentence: string][] = [
      [['lnt'], 'copydesk: There is no command "lnt". Did you mean "lint"? "copydesk help" lists them all.\n'],
      [
        ['lint', '--formt', 'json'],
        'copydesk: There is no flag --formt. Did you mean "--format"? See "copydesk help lint".\n',
      ],
      [
        ['lint', '--fail-on', 'warnings'],
        'copydesk: --fail-on cannot be "warnings". Did you mean "warning"? Use one of: error, warning, information, never. See "copydesk help lint".\n',
      ],
      [
        ['lint', '--rule', 'placholder=off'],
        'copydesk: There is no rule "placholder". Did you mean "placeholder"? "copydesk rules" lists them all.\n',
      ],
      [
        ['lint', '--rule', 'placeholder=loud'],
        'copydesk: --rule placeholder=loud names no severity. Write placeholder=error, =warning, =information or =off.\n',
      ],
      [['lint', '--now', 'noon'], 'copydesk: --now cannot be "noon". Write a moment like 2016-12-07T14:30Z.\n'],
      [
        ['lint', '--config', 'x.json'],
        'copydesk: There is no file x.json to take settings from. Check what follows --config.\n',
      ],
      [
        ['lint', '--extends', 'xinua'],
        'copydesk: There is no preset "xinua". Did you mean "xinhua"? Name a file with --config instead.\n',
      ],
      [
        ['init', '--extends', 'guardan'],
        'copydesk: There is no preset "guardan". Did you mean "guardian"? Nothing was written.\n',
      ],
      [['init', 'desk'], 'copydesk: Nothing may follow but flags. Leave out "desk". See "copydesk help init".\n'],
      [
        ['completion', 'bsh'],
        'copydesk: Name the shell to complete in: copydesk completion <shell>, one of bash, zsh, fish. Did you mean "bash"?\n',
      ],
      [['lint', '--extends', 'nyt'], 'copydesk: There is no preset "nyt". Name a file with --config instead.\n'],
      [
        ['explain', 'placholder'],
        'copydesk: There is no rule "placholder". Did you mean "placeholder"? "copydesk rules" lists them all.\n',
      ],
      [['explain'], 'copydesk: Name a rule: copydesk explain <rule>. "copydesk rules" lists them all.\n'],
    ];
    for (const [args, sentence] of usage)
      it(`what is wrong with "${args.join(' ')}"`, () =>
        assert.deepEqual(folder().run(args), { code: 2, out: '', err: sentence }));

    it('settings that are named as a folder and are a file', () => {
      const { code, err } = folder({ 'house.json': '{}' }).run(['lint', '--config', 'house.json/']);
      const sentence = 'There is no file house.json/ to take settings from. Check what follows --config.';
      assert.deepEqual([code, err], [2, `copydesk: ${sentence}\n`]);
    });
  });

  describe('reads', () => {
    const paths = (out: string): string[] =>
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).path);

    it('drafts below a folder in the order of their names, without what is none', () => {
      const made = folder({
        'b.md': clean,
        'a.txt': clean,
        'sport/x.wire': clean,
        'README.md': clean,
        'node_modules/x/a.txt': clean,
        '.hidden/a.txt': clean,
        'notes.log': clean,
        'requirements.txt': 'x==1\n',
        'old/z.txt': clean,
        'sport/wire/z.txt': clean,
        '.copydeskignore': '/sport/wire/\n',
        'copydesk.json': '{ "ignore": ["old"] }',
      });
      assert.deepEqual(paths(made.run(['lint', '--format', 'ndjson']).out), ['a.txt', 'b.md', 'sport/x.wire']);
    });

    it('what a person names, whatever the lists say, and each draft once', () => {
      const made = folder({ 'README.md': clean, 'notes.log': clean });
      assert.deepEqual(paths(made.run(['lint', '--format', 'ndjson', 'README.md', 'notes.log', './README.md']).out), [
        'README.md',
        'notes.log',
      ]);
    });

    it('globs', () => {
      const made = folder({ 'a.txt': clean, 'x/b.txt': clean, 'x/y/c.txt': clean, 'x/y/d.md': clean });
      const found = (glob: string): string[] => paths(made.run(['lint', '--format', 'ndjson', glob]).out);
      assert.deepEqual(found('*.txt'), ['a.txt']);
      assert.deepEqual(found('x/**/*.txt'), ['x/b.txt', 'x/y/c.txt']);
      assert.deepEqual(found('x/y/{c.txt,d.md}'), ['x/y/c.txt', 'x/y/d.md']);
    });

    it('no link that leads out of the root, and says so', () => {
      const outside = folder({ 'secret.txt': marked });
      const made = folder({ 'a.txt': clean });
      symlinkSync(path.join(outside.path, 'secret.txt'), path.join(made.path, 'b.txt'));
      symlinkSync(outside.path, path.join(made.path, 'c'));
      symlinkSync(path.join(made.path, 'a.txt'), path.join(made.path, 'd.txt'));
      const { out, code } = made.run(['lint', '--format', 'ndjson']);
      const told = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual(
        told.map(({ path: name, diagnostics, problems }) => [name, diagnostics.length, problems[0]?.code]),
        [
          ['a.txt', 0, undefined],
          ['b.txt', 0, 'outside-root'],
          ['c', 0, 'outside-root'],
          ['d.txt', 0, undefined],
        ],
      );
      assert.equal(code, 2);
      made.write('.copydeskignore', 'b.txt\nc\n');
      assert.equal(made.run(['lint']).code, 0, 'what is passed over is nobody’s draft');
    });

    it('standard input under a name, with the settings of that place', () => {
      const made = folder({
        'copydesk.json': '{ "overrides": [{ "files": "old/*", "rules": { "placeholder": "off" } }] }',
      });
      assert.equal(made.run(['lint', '--stdin-filename', 'new/a.txt'], marked).code, 1);
      assert.equal(made.run(['lint', '--stdin-filename', 'old/a.txt'], marked).code, 0);
      assert.match(made.run(['lint', '-'], marked).out, /^stdin\n/);
    });

    it('settings from a named file instead of those above', () => {
      const made = folder({
        'a.txt': marked,
        'copydesk.json': '{ "rules": { "placeholder": "off" } }',
        'ci/strict.json': '{}',
      });
      assert.equal(made.run(['lint', 'a.txt']).code, 0);
      assert.equal(made.run(['lint', 'a.txt', '--config', 'ci/strict.json']).code, 1);
    });
  });

  describe('the report for a person', () => {
    it('shows place, rule, sentence, the line and where in it', () => {
      const { out } = folder({ 'a.txt': `A headline\n\n${marked}` }).run(['lint', 'a.txt']);
      assert.deepEqual(out.split('\n').slice(0, 2), ['a.txt', '   3:34  error  placeholder']);
      assert.ok(
        out.includes(
          '\n           The council meets on Monday with TK members, the mayor said.\n' + ' '.repeat(44) + '^^\n',
        ),
        out,
      );
      assert.ok(out.endsWith('1 draft read, 1 marked: 1 error.\n'), out);
    });

    it('has no colours in a pipe, and some where they are asked for', () => {
      const made = folder({ 'a.txt': marked });
      assert.ok(!made.run(['lint']).out.includes('\x1b'));
      assert.ok(made.run(['lint', '--color']).out.includes('\x1b[31merror'));
    });

    it('lets nothing in a draft or its name steer the terminal', () => {
      const { out } = folder({ 'a\x1b[2J.txt': `\x1b]0;x\x07 With TK \u202e members, \x9b31m the mayor said.\n` }).run([
        'lint',
      ]);
      assert.ok(out.includes('\\x1b[2J') && out.includes('\\u202e'), out);
      assert.doesNotMatch(out, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    });

    it('keeps long lines short and puts carets under wide characters', () => {
      const { out } = folder({
        'a.txt': `${'The harbour was quiet and '.repeat(40)}東京 waited for TK ships, ${'and so on '.repeat(40)}he said.\n`,
      }).run(['lint']);
      const lines = out.split('\n');
      const at = lines.findIndex((line) => line.trim() === '^^');
      const width = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);
      const context = lines[at - 1] as string;
      assert.ok(width(context) <= 102, context);
      assert.equal(width(context.slice(0, context.indexOf('TK'))), (lines[at] as string).indexOf('^'));
    });

    it('leaves out with --quiet what does not fail the run', () => {
      const { out } = folder({ 'a.txt': marked }).run(['lint', '--quiet', '--rule', 'placeholder=warning']);
      assert.equal(out, '1 draft read: clean.\n');
    });
  });

  describe('--output', () => {
    it('writes the report to a file instead, or another format beside what is printed', () => {
      const made = folder({ 'a.txt': marked });
      const plain = made.run(['lint', 'a.txt', '--format', 'json']);
      assert.equal(made.run(['lint', 'a.txt', '--format', 'json', '--output', 'out.json']).out, '');
      assert.equal(made.read('out.json'), plain.out);
      const both = made.run(['lint', 'a.txt', '--output', 'json=both.json', '--output', 'ndjson=lines']);
      assert.match(both.out, /^a\.txt\n/);
      assert.equal(made.read('both.json'), plain.out);
      assert.equal(JSON.parse(made.read('lines')).path, 'a.txt');
    });

    it('says where it could not', () => {
      const { code, err } = folder({ 'a.txt': clean }).run(['lint', 'a.txt', '--output', 'no/such/folder.json']);
      assert.equal(code, 2);
      assert.match(
        err,
        /^copydesk: The report was not written: no\/such\/folder\.json cannot be written \(there is no such folder\)/,
      );
    });
  });

  it('writes every format that it names in its help', () => {
    const made = folder({ 'a.txt': marked, 'b.txt': `${clean.trim()} Enditem\n` });
    const [, formats = ''] =
      /How the report is written: ([\w, ]+)\./.exec(made.run(['help', 'lint']).out.replace(/\n {10,}/g, ' ')) ?? [];
    assert.ok(formats.includes('sarif'), formats);
    for (const format of formats.split(', ')) {
      const { code, out, err } = made.run(['lint', '--format', format]);
      assert.deepEqual([code, err], [1, ''], format);
      // a report names place and rule, the mark-up stands in the copy itself
      for (const told of format === 'critic' ? ['{==TK==}{>>placeholder'] : ['a.txt', 'placeholder'])
        assert.ok(out.includes(told), `${format}: ${out}`);
      assert.equal(made.run(['lint', '--format', format]).out, out);
    }
  }).timeout(60_000);

  it('says with --stats what was read and which rules spoke', () => {
    const { err } = folder({ 'a.txt': marked }).run(['lint', '--stats']);
    assert.match(
      err,
      /^1 draft, 0\.00 million characters, \d+ ms, [\d.]+ million characters a second\n {7}1 {2}placeholder\n$/,
    );
  });

  it('gives the same bytes twice, and for each draft the same whatever is linted beside it', () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `s${i}.txt`,
        i % 2 ? marked.repeat(i) : `Story ${i}\n\n${clean}${marked} Enditem\n`,
      ]),
    );
    const made = folder(files);
    const all = made.run(['lint', '--format', 'ndjson']).out;
    assert.equal(made.run(['lint', '--format', 'ndjson']).out, all);
    const backwards = made.run(['lint', '--format', 'ndjson', ...Object.keys(files).reverse()]).out;
    assert.deepEqual(backwards.trim().split('\n').sort(), all.trim().split('\n').sort());
    const alone = Object.keys(files).map((name) => made.run(['lint', '--format', 'ndjson', name]).out.trim());
    assert.deepEqual(alone.sort(), all.trim().split('\n').sort());
  }).timeout(60_000);

  it('agrees with the headless server in every format and exit code', () => {
    const samples = path.join(root, 'test/samples');
    const copies = sampleNames().map((name) => [`samples/${name}`, readFileSync(path.join(samples, name))]);
    const made = folder({
      ...Object.fromEntries(copies),
      'a.txt': marked,
      'sub/c.txt': clean,
      'bad.txt': Buffer.from([0x41, 0xff, 0x41]),
      'copydesk.json': '{ "date": "2023-03-10", "rules": { "web-remnant": "off", "vague-source": ["warning"] } }',
    });
    assert.equal(made.run(['clear', 'a.txt:1', '--reason', 'confirmed']).code, 0);
    const asked = [
      ['--format', 'pretty'],
      ['--format', 'json', 'samples'],
      ['--format', 'sarif', 'samples', '--now', '2023-03-10T12:00Z'],
      ['--format', 'ndjson', '--fail-on', 'never', 'a.txt', 'sub'],
      ['nope.txt', 'samples/council.md'],
      ['--config', 'copydesk.json', '--quiet', '--fail-on', 'warning', 'samples/quarry.wire'],
    ];
    for (const args of asked) {
      const here = made.run(['lint', ...args]);
      assert.deepEqual(made.run(['lint', '--server', ...args]), here, args.join(' '));
    }
    made.write('copydesk.json', '{ "rules": ');
    assert.deepEqual(made.run(['lint', '--server']), made.run(['lint']), 'broken settings');
  }).timeout(120_000);
});
