// The report on a real terminal: as wide as it is, in colour unless that is unwanted, with a line that says how far the run is.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { type Folder, folder, program } from '../support/cli';

const marked = 'The council meets on Monday with TK members, the mayor said.\n';

/** What a terminal of so many columns is sent, its own carriage returns left out. */
function onTerminal(made: Folder, columns: number, env: Readonly<Record<string, string>> = {}): string {
  const command = `stty cols ${columns}; "${process.execPath}" "${program}" lint`;
  const { stdout } = spawnSync('script', ['-qfc', command, '/dev/null'], {
    cwd: made.path,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TERM: 'xterm', ...env },
    input: '',
    maxBuffer: 1 << 26,
  });
  return stdout.replaceAll('\r\n', '\n');
}

/** The lines that stay: nothing that was taken away again, and no colours. */
const lines = (sent: string): string[] =>
  sent.split('\n').map((line) => line.slice(line.lastIndexOf('\x1b[2K') + 1).replace(/^\[2K|\x1b\[\d+m/g, ''));

describe('copydesk lint on a terminal', () => {
  // util-linux's `script` lends a terminal to a program that has none
  before(function () {
    if (process.platform !== 'linux' || spawnSync('script', ['--version']).status !== 0) this.skip();
  });

  for (const columns of [40, 80, 140])
    it(`keeps to ${columns} columns`, () => {
      const drafts = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`story-${i}.txt`, marked.repeat(3)]));
      const made = folder({ ...drafts, 'bad.txt': Buffer.from([0x41, 0xff]), 'clean.txt': 'Nothing here.\n' });
      const out = onTerminal(made, columns);
      assert.ok(out.includes('\x1b[31merror'), 'in colour');
      const shown = lines(out);
      for (const line of shown) assert.ok(line.length <= columns, line);
      assert.match(
        shown.join(' '),
        / Must not run as it stands: story-0\.txt, story-1\.txt, .*, story-5\.txt and 4 more\. 15 drafts read, 14 marked: 42 errors\. 1 problem\. $/,
      );
    });

  it('has no colours where they are unwanted', () => {
    const made = folder({ 'a.txt': marked });
    // a slow machine says how far it is: that has no colour
    const plain = onTerminal(made, 80, { NO_COLOR: '1' }).replaceAll('\r\x1b[2K', '');
    assert.doesNotMatch(plain, /\x1b/);
    assert.doesNotMatch(onTerminal(made, 80, { TERM: 'dumb' }), /\x1b/);
  });

  it('says how far it is, and takes that away again', () => {
    // seconds of reading, on a fast machine too
    const copy = `${marked}${'The council met on Monday, the mayor said. '.repeat(150)}\n`;
    const made = folder(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.txt`, copy])));
    const out = onTerminal(made, 80);
    const states = [...out.matchAll(/\r\x1b\[2K(\d+) of 300 drafts {2}([█░]{20}) {2}[\d,]+ a second, .+? left/g)];
    assert.ok(states.length > 1, out.slice(-500));
    const counts = states.map(([, count]) => Number(count));
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => a - b),
    );
    assert.match(out.slice(out.lastIndexOf('\x1b[2K')), /^\x1b\[2K[^█░]*300 drafts read/s);
  }).timeout(180_000);
});
