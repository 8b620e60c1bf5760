import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { wordList } from '../../server/src/lexicon/packed';
import { data as adjectives } from '../../server/src/lexicon/names/proper-adjectives.txt';
import { data as places } from '../../server/src/lexicon/names/places.txt';
import { data as plain } from '../../server/src/lexicon/plain-words.txt';
import { root } from '../support/root';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

describe('packed word lists', () => {
  for (const [name, data] of [
    ['plain-words.txt', plain],
    ['names/places.txt', places],
    ['names/proper-adjectives.txt', adjectives],
  ] as const)
    it(`hold the words of ${name} and no others`, () => {
      const lines = readFileSync(path.join(root, 'server/src/lexicon', name), 'utf8').split('\n');
      const words = new Set(lines.map((line) => line.trimEnd()).filter((line) => line && !line.startsWith('#')));
      const list = wordList(() => data);
      assert.deepEqual(
        [...words].filter((word) => !list.has(word)),
        [],
      );
      const near = [...words].flatMap((word, i) => [`${word}${letters[i % 26]}`, word.slice(0, -1), word.slice(1)]);
      const short = letters.flatMap((a) => [a, ...letters.map((b) => a + b)]);
      for (const word of [...near, ...short, '', 'é', "o'c", '-', 'A', '\uffff'])
        assert.equal(list.has(word), words.has(word), word);
    });

  it('hold one word, or the word of one letter', () => {
    assert.deepEqual(
      ['a', 'aa', 'ab', 'b'].map((word) => wordList(() => 'AaBb').has(word)),
      [true, false, true, false],
    );
    assert.equal(wordList(() => 'Aaaa').has('a'), false);
    assert.equal(wordList(() => '').has('a'), false);
  });
});
