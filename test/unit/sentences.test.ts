// The sentence splitter on a set of its own, test/bench/sentences.txt: one sentence a line, joined into paragraphs.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { readParagraph } from '../../server/src/document/segment/paragraph';
import { root } from '../support/root';

/** Measured 1.0 when the set was made; a change that loses three of its sentences is worth a look. */
const LEAST_F1 = 0.985;

const paragraphs = readFileSync(path.join(root, 'test/bench/sentences.txt'), 'utf8')
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .join('\n')
  .split(/\n{2,}/)
  .map((paragraph) => paragraph.split('\n').filter(Boolean))
  .filter((sentences) => sentences.length > 0);

describe('sentences', () => {
  it('of the set are told apart', () => {
    let right = 0;
    let found = 0;
    let wanted = 0;
    const faults: string[] = [];
    for (const sentences of paragraphs) {
      const text = sentences.join(' ');
      const gold = new Set<number>();
      let end = -1;
      for (const sentence of sentences) {
        gold.add(end + 1);
        end += 1 + sentence.length;
      }
      const mine = new Set(readParagraph(text, 'paragraph', false).sentences.map(({ start }) => start));
      found += mine.size;
      wanted += gold.size;
      const show = (at: number): string => `${text.slice(Math.max(0, at - 40), at)}|${text.slice(at, at + 30)}`;
      for (const at of gold) {
        if (mine.has(at)) right++;
        else faults.push(`not split: ${show(at)}`);
      }
      for (const at of mine) if (!gold.has(at)) faults.push(`split: ${show(at)}`);
    }
    assert.ok(wanted >= 150, `${wanted} sentences`);
    const f1 = (2 * right) / (found + wanted);
    assert.ok(f1 >= LEAST_F1, `F1 ${f1.toFixed(4)} of ${wanted}\n${faults.join('\n')}`);
  });
});
