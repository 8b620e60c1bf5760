// Exit codes: each row of the table in docs/ci.md is run, as a shell runs it.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmdirSync } from 'node:fs';
import * as path from 'node:path';
import { folder, program } from '../support/cli';
import { root } from '../support/root';

const clean = 'The council meets on Monday, the mayor said.\n';
const marked = 'The council meets on Monday with TK members, the mayor said.\n';
const story = (text: string): string => `${JSON.stringify({ id: 1, text })}\n`;

/** What the table's commands find. */
const files: Readonly<Record<string, string | Buffer>> = {
  'clean.txt': clean,
  'marked.txt': marked,
  'asked.txt': 'Local media reported that the mayor had resigned.\n',
  'noted.txt': `---\ngenre: news\n---\n\n${clean}`,
  'furniture.txt': clean.replace('\n', ' Enditem\n'),
  'latin1.txt': Buffer.from('caf\xe9\n', 'latin1'),
  'broken.json': '{ "rules": ',
  'twofold.json':
    '{ "glossary": [{ "prefer": "Kyiv", "instead": ["Kiev"] }, { "prefer": "Kiev", "instead": ["Kyiv"] }] }',
  'stories.ndjson': story(clean) + story(marked),
  'broken.ndjson': `${story(clean)}{\n`,
  'empty/notes.log': clean,
};

describe('the table of exit codes', () => {
  const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(copydesk .+?)` \| (\d+) \| /gm)];

  const parts: Record<string, string> = {};

  before(() => {
    const made = folder(files);
    parts['before.json'] = folder({ 'clean.txt': clean, 'marked.txt': clean }).run(['lint', '--format', 'json']).out;
    for (const part of [1, 2])
      parts[`part-${part}.json`] = made.run([
        'lint',
        'clean.txt',
        'marked.txt',
        '--shard',
        `${part}/2`,
        '--format',
        'json',
      ]).out;
  });

  it('has a row for each code', () => {
    assert.deepEqual([...new Set(rows.map(([, , code]) => code))].sort(), ['0', '1', '2']);
  });

  for (const [, command, code] of rows)
    it(`${code}: ${command}`, () => {
      const made = folder({ ...files, ...parts });
      // no repository
      rmdirSync(path.join(made.path, '.git'));
      const script = `copydesk() { "${process.execPath}" "${program}" "$@"; }\n${command}`;
      const env = { PATH: process.env.PATH, GIT_CEILING_DIRECTORIES: path.dirname(made.path) };
      const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: made.path, env, encoding: 'utf8' });
      assert.equal(status, Number(code), stdout + stderr);
      assert.doesNotMatch(stderr, /fault of copydesk/);
    });
});
