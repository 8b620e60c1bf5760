// Weights of the judge that cannot be used: one clear sentence, and every other rule runs.
import * as assert from 'node:assert/strict';
import { folder } from '../support/cli';
import { brokenWeights, installedWith, runThere } from '../support/installation';

const TOLL = 'At least 17 people were killed in the blast.\n\nTK\n';
const times = (text: string, words: string): number => text.split(words).length - 1;

describe('without weights that can be used', () => {
  const home = folder({ 'a.txt': TOLL, 'b.txt': TOLL });
  for (const [says, broken] of Object.entries(brokenWeights))
    it(`says once that they ${says}, and the other rules run`, () => {
      const { code, out, err } = runThere(installedWith(broken), ['lint'], home.path);
      assert.equal(code, 2, 'what was not judged cannot have passed');
      const words = out.replace(/\s+/g, ' ');
      assert.equal(times(words, `The weights that judge claims ${says}`), 1, out + err);
      assert.match(words, /Install this version of Copydesk anew/);
      assert.equal(times(out, 'error  placeholder'), 2);
      assert.doesNotMatch(out, /unattributed-claim/);
    });

  it('tells programs with every draft, and in every command that needs them', () => {
    const there = installedWith(brokenWeights['are missing']);
    const run = (...args: string[]) => runThere(there, args, home.path);
    const { files } = JSON.parse(run('lint', '--format', 'json').out);
    for (const { problems } of files)
      assert.deepEqual(
        problems.map(({ code }: { code: string }) => code),
        ['no-weights'],
      );
    for (const args of [['explain', '--why', 'a.txt:1'], ['sources', 'a.txt'], ['doctor']]) {
      const { code, out, err } = run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(times(out + err, 'The weights that judge claims are missing.'), 1, args.join(' '));
    }
  });

  it('answers a line without them, and exits as it does for a file', () => {
    const there = installedWith(brokenWeights['are missing']);
    const line = `${JSON.stringify({ id: 'a', text: TOLL })}\n`;
    const { code, out } = runThere(there, ['sources', '--input', 'ndjson'], home.path, line);
    assert.deepEqual([code, JSON.parse(out).problems[0].code], [2, 'no-weights']);
  });

  it('asks nothing of them where the rules that they are for are off', () => {
    const there = installedWith(brokenWeights['are missing']);
    const off = ['unattributed-claim', 'vague-source', 'anonymous-source', 'placeholder'].map((rule) => `${rule}=off`);
    assert.deepEqual(runThere(there, ['lint', ...off.flatMap((one) => ['--rule', one])], home.path).code, 0);
  });
});
