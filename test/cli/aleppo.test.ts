// A real story with a copy chief's marks: what is found must be what was marked, and nothing else. Skipped without ../shared.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type Expected, unmark } from '../../server/src/rules/case-file';
import { root } from '../support/root';

const examples = path.join(root, '../shared/examples');
const story = path.join(examples, 'aleppo.txt');

/** The chief's own hints: a kicker is the house's business, and a "He said" that two men fit may pass. */
const mayPass = ({ rule, remark }: Expected): boolean =>
  rule === 'slug-line' || (rule === 'ambiguous-speaker' && remark.includes('hint'));

const place = ({ rule, start, end }: { rule: string; start: number; end: number }): string => `${start}-${end} ${rule}`;

function lint(
  ...flags: string[]
): { rule: string; class?: string; start: number; end: number; fixes: { title: string; apply: string }[] }[] {
  const args = [path.join(root, 'dist/cli.js'), 'lint', story, '--date', '2016-12-07', '--format', 'json', ...flags];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(stderr, '');
  return JSON.parse(stdout).files[0].diagnostics;
}

describe('the Aleppo story', () => {
  before(function () {
    if (existsSync(story)) return;
    console.log('      skipped: the story is in ../shared, which is not beside the project');
    this.skip();
  });

  it('is marked where the copy chief marked it, and nowhere else', () => {
    const marked = readFileSync(path.join(examples, 'aleppo-marked.md'), 'utf8');
    const { text, expected } = unmark(marked.slice(marked.indexOf('{=='), marked.indexOf('\n## Must stay')));
    assert.equal(text.trimEnd(), readFileSync(story, 'utf8').trimEnd(), 'the marks stand on this very story');
    const found = lint();
    assert.deepEqual(found.map(place), expected.filter((e) => !mayPass(e)).map(place));
    for (const { rule, start, class: kind } of found) {
      const remark = expected.find((e) => e.rule === rule && e.start === start)?.remark ?? '';
      if (kind !== undefined) assert.ok(remark.startsWith(kind), `${kind}, marked "${remark}"`);
    }
  });

  it('puts al-Qaida into the form of a house that writes it otherwise', () => {
    const titles = lint('--extends', 'afp').flatMap(({ fixes }) => fixes.filter(({ apply }) => apply === 'auto'));
    assert.ok(
      titles.some(({ title }) => title.includes('Al-Qaeda')),
      JSON.stringify(titles),
    );
  });
});
