// Word lists by name. That each name is there, and asked for, the lexicon's own check holds (scripts/lexicon/own.mjs).
import * as assert from 'node:assert/strict';
import { namedLists, wordList } from '../../server/src/lexicon/word-lists';

describe('word lists', () => {
  it('are found by name', () => {
    assert.ok(wordList('articles before a gap').has('the'));
    assert.ok(!wordList('articles before a gap').has('gap'));
  });

  it('go on in another line of their name', () => {
    assert.deepEqual([...(namedLists(() => 'a: one two\nb: x\na: three')().get('a') ?? [])], ['one', 'two', 'three']);
  });

  it('tell of a name that is nowhere when first asked', () => {
    assert.throws(
      () => wordList('words of no ' + 'language').has('so'),
      /no list of words is called "words of no language"/,
    );
  });
});
