// Passages that a copy desk marked, under every rule there is: what is found is what was marked. Skipped without ../shared.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type Case, readCases } from '../../server/src/rules/case-file';
import { folder } from '../support/cli';
import { root } from '../support/root';

const file = path.join(root, '../shared/examples/passages.md');

/** Each passage with what its desk knew of it: a line "meta: genre=headlines" above the fence. */
function passages(): { readonly passage: Case; readonly meta: Readonly<Record<string, string>> }[] {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n');
  return readCases(text).map((passage) => {
    const above = /^meta: (.*)$/.exec(lines[passage.line - 2] ?? '')?.[1] ?? '';
    return { passage, meta: Object.fromEntries(above.split(/[,\s]+/).flatMap((pair) => [pair.split('=')])) };
  });
}

interface Found {
  readonly rule: string;
  readonly class?: string;
  readonly start: number;
  readonly end: number;
}

/** What the judge gets wrong here: a claim that it does not hear, and two paragraphs in which a source carries on. */
const LOST: ReadonlySet<string> = new Set(['P04', 'P33', 'N04', 'N34']);

describe('passages that a desk marked', () => {
  if (!existsSync(file)) {
    it.skip('are in ../shared, which is not beside the project');
    return;
  }
  const all = passages();
  let records: readonly { readonly diagnostics: readonly Found[] }[] = [];
  before(() => {
    const desk = folder({ 'copydesk.json': '{ "root": true, "extends": "all" }' });
    const drafts = all.map(({ passage: { name, text }, meta }) => JSON.stringify({ id: name, text, ...meta }));
    const { out, err } = desk.run(['lint', '--input', 'ndjson'], `${drafts.join('\n')}\n`);
    assert.equal(err, '');
    records = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  });
  for (const [index, { passage }] of all.entries()) {
    it(passage.name, function () {
      if (LOST.has(passage.name.slice(0, 3))) this.skip();
      const found = records[index]?.diagnostics ?? [];
      const shown = ({ rule, start, end }: Found): string => `${rule}: ${passage.text.slice(start, end)}`;
      assert.deepEqual(found.map(shown), passage.expected.map(shown));
      for (const [i, { class: kind }] of found.entries())
        if (kind !== undefined) assert.ok(passage.expected[i]?.remark.startsWith(kind), `${kind} is another class`);
    });
  }
});
