// The other subcommands as a shell runs them.
import * as assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { folder, program } from '../support/cli';
import { root } from '../support/root';
import { marked, harbour } from '../support/desk-copy';

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

describe('copydesk init below clearances', () => {
  const gap = 'The ferry leaves at TK, the harbour master said.\n';
  const initIn = (made: ReturnType<typeof folder>, name: string): string =>
    execFileSync(process.execPath, [program, 'init'], { cwd: path.join(made.path, name), encoding: 'utf8' });

  it('says that those of drafts here stop counting, and what to do', () => {
    const made = folder({
      'a.txt': gap,
      'sub/b.txt': gap,
      'sub/deep/c.txt': gap,
      'sub/gone.txt': gap,
      'none/d.md': '',
    });
    made.run(['clear', '--baseline']);
    rmSync(path.join(made.path, 'sub/gone.txt'));
    const out = initIn(made, 'sub');
    assert.equal(
      out.split('\n')[1],
      `2 clearances in ${realpathSync(made.path)}/.copydesk/cleared.jsonl stop counting for drafts here; take "root": true out of copydesk.json to keep them.`,
    );
    assert.equal(made.run(['lint', 'sub/b.txt']).code, 1, 'so it is');
    made.write('sub/copydesk.json', made.read('sub/copydesk.json').replace('"root": true,', ''));
    assert.equal(made.run(['lint']).code, 0, 'and so they count again');
    assert.doesNotMatch(initIn(made, 'none'), /stop/);
  }).timeout(60_000);

  it('says nothing of what goes on counting: in a repository, and above one', () => {
    const made = folder({ 'a.txt': gap, 'sub/b.txt': gap });
    made.run(['clear', '--baseline']);
    assert.doesNotMatch(made.run(['init']).out, /stop/);
    mkdirSync(path.join(made.path, 'sub/.git'));
    assert.doesNotMatch(initIn(made, 'sub'), /stop/);
  }).timeout(30_000);
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
