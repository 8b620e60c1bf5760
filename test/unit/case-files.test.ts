// Case files: what is no whole mark makes no case that tests nothing.
import * as assert from 'node:assert/strict';
import { readCases, unmark } from '../../server/src/rules/case-file';

const file = (copy: string): string => `# A rule\n\n## A case\n\n\`\`\`text\n${copy}\n\`\`\`\n`;

describe('a case file', () => {
  for (const [copy, line] of [
    ['One.\n\n{==Two.', 8],
    ['{==One.==}{>>rule<<}\nTwo {--three.', 7],
    ['One {~~two~>three.', 6],
    ['One {~~two~~}{>>rule<<}.', 6],
    ['One.==}{>>rule<<}', 6],
    ['{==One.==}{>>rule', 6],
    ['One {>>rule<<} two.', 6],
  ] as const)
    it(`says where a mark is not whole: ${JSON.stringify(copy)}`, () =>
      assert.throws(() => readCases(file(copy)), new RegExp(`line ${line}: `)));

  it('takes braces, dashes and equals signs that are copy', () => {
    const copy = 'A {brace}, a == b, -- and {{ x }} ~~struck~~, {% raw %}.';
    assert.deepEqual(unmark(copy), { text: copy, expected: [] });
  });
});
