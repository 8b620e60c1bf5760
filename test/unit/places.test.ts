// Where what is read stands in the file, and back, place by place.
import * as assert from 'node:assert/strict';
import { identity, isExact, proseBuilder, toFile, toProse } from '../../server/src/text/source-map';
import { slice, span } from '../../server/src/text/span';
import { read } from '../support/read-marked';

/** Where words of the prose stand in the file: as it is written there. */
const inFile = (marked: string, words: string): string => {
  const { file, prose, map } = read(marked);
  const start = prose.indexOf(words);
  return slice(file, toFile(map, { start, end: start + words.length }));
};
const exact = (marked: string, start: number, end = start): boolean => isExact(read(marked).map, { start, end });

describe('a place of the prose', () => {
  it('is where its words are written, with all that stands between them and nothing round them', () => {
    assert.equal(inFile('The [<b>]port[</b>] shut', 'port'), 'port');
    assert.equal(inFile('The [<b>]port[</b>] shut', 'The port shut'), 'The <b>port</b> shut');
    assert.equal(inFile('The caf{&eacute;=é} shut', 'café'), 'caf&eacute;');
    assert.equal(inFile('The caf{&eacute;=é} shut', 'caf'), 'caf');
    assert.equal(inFile('{&quot;=“}Shut', 'Shut'), 'Shut');
    assert.equal(inFile('Jose\u0301 said', 'é'), 'e\u0301');
  });

  it('that is empty is behind the character before it', () => {
    const { map } = read('The [<b>]port');
    assert.deepEqual(toFile(map, span(4, 4)), span(4, 4));
    assert.deepEqual(toFile(map, span(6, 6)), span(9, 9));
    assert.deepEqual(toFile(map, span(6, 2)), span(9, 9), 'one that ends before it begins is empty');
    const coded = read('a{&amp;=&}b').map;
    assert.deepEqual(
      [1, 2, 3].map((at) => toFile(coded, span(at, at)).start),
      [1, 6, 7],
    );
  });

  it('before and behind all that is mapped is at the nearest thing that is', () => {
    const builder = proseBuilder('[The port]');
    builder.insert('## ');
    builder.copy(1, 9);
    builder.insert('…!');
    const { map } = builder.build();
    assert.deepEqual(toFile(map, span(0, 2)), span(0, 1), 'up to where the first mapped one begins');
    assert.deepEqual(toFile(map, span(1, 1)), span(1, 1));
    assert.deepEqual(toFile(map, span(12, 13)), span(9, 9));
    assert.deepEqual(toFile(map, span(13, 13)), span(9, 9));
    const coded = proseBuilder('&amp;');
    coded.insert('>');
    coded.decoded(0, 5, '&');
    assert.deepEqual(toFile(coded.build().map, span(0, 1)), span(0, 0), 'up to a code');
    assert.deepEqual(toFile(identity(0), span(0, 0)), span(0, 0), 'an empty file');
    assert.deepEqual(toFile(identity(0), span(0, 3)), span(0, 0));
  });

  it('inside a letter of several units is all of that letter', () => {
    const family = '👩‍👩‍👧';
    const { file, prose, map } = read(`A ${family} here`);
    assert.equal(prose, file);
    const whole = span(2, 2 + family.length);
    assert.deepEqual(toFile(map, span(3, 4)), whole);
    assert.deepEqual(toFile(map, span(0, 3)), span(0, whole.end));
    assert.deepEqual(toFile(map, span(2, 2)), span(2, 2));
    assert.deepEqual(toFile(map, whole), whole);
  });

  it('can be edited where both its ends are on characters of the file', () => {
    assert.ok(exact('The [<b>]port', 0, 3) && exact('The [<b>]port', 4, 8) && exact('The [<b>]port', 0, 8));
    assert.ok(!exact('The port', 0, 9), 'it ends behind the file');
    assert.ok(exact('The port', 8) && exact('The port', 0) && !exact('The port', 9));
    const family = 'a 👩‍👩‍👧 b';
    assert.ok(exact(family, 2, 10) && !exact(family, 2, 5) && !exact(family, 3, 10) && !exact(family, 3));
    assert.ok(exact(family, 2) && exact(family, 10));
    assert.ok(!isExact(identity(0), span(0, 0)), 'nothing is mapped there');
  });

  it('that begins where the file has nothing cannot be edited, but right behind a character', () => {
    const builder = proseBuilder('ab');
    builder.insert('> ');
    builder.copy(0, 1);
    builder.insert('--');
    builder.copy(1, 2);
    const { map } = builder.build();
    assert.ok(!isExact(map, span(0, 3)) && !isExact(map, span(1, 3)) && isExact(map, span(2, 3)));
    assert.ok(isExact(map, span(3, 6)), 'behind the a: what was folded goes too');
    assert.ok(!isExact(map, span(4, 6)), 'in the middle of what the file has not');
    assert.ok(isExact(map, span(2, 5)), 'up to the b');
    assert.ok(!isExact(map, span(2, 4)) && !isExact(map, span(4, 4)));
  });
});

describe('a place of the file', () => {
  it('is the same character in the prose, or the next one that is read', () => {
    const { file, prose, map } = read('The [<b>]port[</b>] shut[<!-- -->]');
    for (const word of ['The', 'port', 'shut']) assert.equal(toProse(map, file.indexOf(word)), prose.indexOf(word));
    for (const at of [4, 5, 6]) assert.equal(toProse(map, at), 4, 'inside the tag');
    assert.equal(toProse(map, file.length), prose.length);
    assert.equal(toProse(map, 999), prose.length);
    assert.equal(toProse(identity(0), 3), 0);
  });

  it('inside a code or a letter is where that letter is read', () => {
    const { map } = read('caf{&eacute;=é}s');
    assert.deepEqual(
      [3, 4, 10, 11].map((at) => toProse(map, at)),
      [3, 3, 3, 4],
    );
  });

  it('is found among many', () => {
    const words = Array.from({ length: 60 }, (_, i) => `w${i}`);
    const lines = words.map((word) => `${word}[<br>]`).join('');
    const { file, prose, map } = read(lines);
    for (const word of words) {
      assert.equal(toProse(map, file.indexOf(`${word}<`)), prose.indexOf(word));
      assert.equal(inFile(lines, word), word);
    }
  });
});
