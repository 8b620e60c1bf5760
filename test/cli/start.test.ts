// A start pays for nothing that it does not need. Counted, not timed: what a run opens, loads and makes.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import { program } from '../support/cli';
import { root } from '../support/root';

const sample = path.join(root, 'test/samples/harbour.txt');
const LEXICONS = globSync('server/src/lexicon/**/*.{txt,tsv}', { cwd: root }).length;

/** Notes which files a run reads, which modules of Node.js it loads, and what it makes of `Intl`. */
const hook = `
const fs = require('node:fs'), Module = require('node:module'), noted = new Set();
const { readFileSync } = fs, { _load } = Module, { Segmenter } = Intl;
fs.readFileSync = (file, ...how) => (noted.add(require('node:path').basename(String(file))), readFileSync(file, ...how));
let asked = 0;
Module._load = (name, ...rest) => (noted.add(name), name === './lexicons.js' && asked++, _load(name, ...rest));
Intl.Segmenter = class extends Segmenter { constructor(...of) { super(...of); noted.add('Segmenter'); } };
process.on('exit', () => fs.writeFileSync(process.env.NOTED, [...noted, asked + ' times a lexicon'].join('\\n')));
`;

describe('a start', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-start-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'hook.cjs'), hook);

  const notedBy = (...args: string[]): readonly string[] => {
    const file = path.join(folder, 'noted');
    const env = { ...process.env, NOTED: file };
    const { status } = spawnSync(process.execPath, ['-r', path.join(folder, 'hook.cjs'), program, ...args], { env });
    assert.equal(status, 0);
    return readFileSync(file, 'utf8').split('\n');
  };

  it('reads no lexicon where nothing is linted', () => {
    const noted = notedBy('--version');
    assert.ok(noted.includes('parts.js'));
    for (const name of ['lexicons.mjs', 'node:worker_threads', 'Segmenter']) assert.ok(!noted.includes(name), name);
  });

  it('reads the lexicons as one file where a line is linted, and makes no workers', () => {
    const draft = path.join(folder, 'tiny.txt');
    writeFileSync(draft, 'The council meets on Monday, the mayor said.\n');
    const noted = notedBy('lint', draft);
    assert.equal(noted.filter((name) => name === 'lexicons.mjs').length, 1);
    for (const name of ['node:worker_threads', 'node:child_process', 'Segmenter'])
      assert.ok(!noted.includes(name), name);
  });

  it('asks for each lexicon once, however many words it looks up', () => {
    const [times = ''] = notedBy('lint', '--fail-on', 'never', sample).slice(-1);
    const asked = Number.parseInt(times, 10);
    assert.ok(asked > 10 && asked <= LEXICONS, times);
  });

  it('takes every expression as V8 reads it in the source, none from a text', () => {
    const parts = readFileSync(path.join(path.dirname(program), 'parts.js'), 'utf8');
    assert.deepEqual(parts.match(/\bnew RegExp\(["'`][^)]*/g), null);
  });
});
