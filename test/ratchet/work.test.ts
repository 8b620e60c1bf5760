// The ratchet of speed: work that is counted (bench/speed/work.mjs), not seconds, so a busy machine fails nothing.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/root';

const folder = path.join(root, 'test/bench/speed');

function measured(...args: string[]) {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'work.mjs'), ...args], {
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

/** A new analysis costs something; more than this is a decision, and bench/speed/work.json says so with the change that makes it. */
const MORE = 1.1;
/** The power of a draft's length that its work may grow with. */
const GROWTH = 1.05;
/** From one length to the other, in characters. */
const LENGTHS = ['10000', '60000'] as const;
/** What grows faster by its nature. */
const faster: Readonly<Record<string, number>> = {
  // names that resemble one another are held against each other: here all of them do
  'names, each once': 1.2,
  // a place is looked up by halves, for each of the marks that stand open
  'html: marks never closed': 1.1,
};

interface Growth {
  readonly slope: number;
  readonly worst: readonly string[];
  readonly problems: number;
}

const tooFast = ([name, { slope }]: readonly [string, Growth]): boolean => slope > (faster[name] ?? GROWTH);

describe('counted work', function () {
  this.timeout(300_000);

  it('a KB of copy is not much more than it was', () => {
    const before: Record<string, number> = JSON.parse(readFileSync(path.join(folder, 'work.json'), 'utf8'));
    const now: Record<string, number> = measured('copy');
    console.log(
      `      ${Object.entries(now)
        .map(([name, count]) => `${count} ${name}`)
        .join(', ')} a KB`,
    );
    for (const [name, count] of Object.entries(before))
      assert.ok((now[name] ?? 0) <= count * MORE, `${now[name]} ${name} a KB, where it was ${count}`);
  });

  it('grows in proportion to the draft, whatever stands in it', () => {
    const grown: Record<string, Growth> = measured('grows', ...LENGTHS);
    assert.ok(Object.keys(grown).length >= 12);
    // whatever is wrong with a file is one thing to whoever sent it
    assert.deepEqual(
      Object.entries(grown).filter(([, { problems }]) => problems > 1),
      [],
    );
    // V8 may let go of a count of the short draft: what really grows does so in a process of its own, too
    const suspects = Object.entries(grown)
      .filter(tooFast)
      .map(([name]) => name);
    const faults = suspects.flatMap((name) => Object.entries<Growth>(measured('grows', ...LENGTHS, name)));
    assert.deepEqual(faults.filter(tooFast), []);
  });
});
