// One identity: whom `names` gives a bare name, `sources` cites, and who may be either of two is so in both; people called like a day.
import * as assert from 'node:assert/strict';
import { readStory } from '../../server/src/document/read';
import { deskSheet } from '../../server/src/report/desk/page';
import { deskRecord } from '../../server/src/records/desk';
import { namesRecord } from '../../server/src/records/names';
import { sourcesRecord } from '../../server/src/records/sources';
import { noHouse } from '../../server/src/rules/house';

const read = (text: string) => readStory({ text, format: 'text' });

/** Each name with its spellings and how often each stands there. */
const names = (text: string): string[] =>
  namesRecord(read(text)).entities.map(({ variants }) =>
    variants.map((v) => `${v.text} ${v.mentions.length}`).join(' = '),
  );

const sources = (text: string): string[] => sourcesRecord(read(text)).sources.map(({ name }) => name);

describe('one identity', () => {
  for (const [title, text, owner, other] of [
    [
      'an office is told from none',
      'President Moon Sang-ho came. The actor Lee Moon left. Moon said it was late.',
      'Moon Sang-ho 1 = Moon 1',
      'Lee Moon 1',
    ],
    [
      'the story has called one so',
      'Ida Moll came. Moll sang. Then Karl Moll left. Moll said it was late.',
      'Ida Moll 1 = Moll 2',
      'Karl Moll 1',
    ],
    [
      'the story is of one',
      'Ida Moll died. Her son Karl Moll left. Ida Moll sang. The singer Ida Moll was 90. Moll said it was late.',
      'Ida Moll 3 = Moll 1',
      'Karl Moll 1',
    ],
  ] as const)
    it(`is decided once: ${title}`, () => {
      assert.deepEqual(names(text), [owner, other]);
      assert.deepEqual(sources(text), [owner.replace(/ \d.*/, '')]);
    });

  it('of two stays open in names, map and report', () => {
    const text = 'The farmer Ida Moll met the driver Karl Moll. Moll said it was late.';
    const record = namesRecord(read(text));
    assert.deepEqual(names(text), ['Ida Moll 1', 'Karl Moll 1']);
    assert.deepEqual(record.ambiguous, [
      { text: 'Moll', either: ['Ida Moll', 'Karl Moll'], mentions: [{ start: 46, end: 50 }] },
    ]);
    assert.deepEqual(sources(text), []);
    assert.match(page(text), /Who speaks in one sentence is open\./);
    assert.match(page(text), /Moll 1×: either Ida Moll or Karl Moll/);
    assert.equal(namesRecord(read('Ida Moll came. Moll sang.')).ambiguous, undefined);
  });

  it('is told as what it is in the report', () => {
    assert.match(
      page('Two farmers said the road was open. A guard said it was shut.'),
      /All 2 sources are known by role/,
    );
    assert.match(page('Ida Moll said the road was open. A guard said it was shut.'), /Of 2 sources 1 is known by role/);
    assert.match(page('Ida Moll said the road was open.'), /Readers are told who the one source is/);
    assert.match(page('A guard said the road was open.'), /<td>by role<\/td><td>paraphrased/);
  });
});

describe('people called like a day', () => {
  for (const [text, name] of [
    ['Mon Thaw said the camp was full. Thaw left.', 'Mon Thaw 1 = Thaw 1'],
    ['Sat Lal Verma said the camp was full. Verma left.', 'Sat Lal Verma 1 = Verma 1'],
    ['The poet Mon Mon Oo was tired. Oo left.', 'Mon Mon Oo 1 = Oo 1'],
    ['Dec Brannigan said the camp was full. Brannigan left.', 'Dec Brannigan 1 = Brannigan 1'],
    ['Sun Boliang said the camp was full. Sun left.', 'Sun Boliang 1 = Sun 1'],
    ['In 1912 Sun Ya-lun led the revolt. Sun said it was over.', 'Sun Ya-lun 1 = Sun 1'],
    ['Rob Monday said the camp was full. Monday said no. It shut on Monday.', 'Rob Monday 1 = Monday 1'],
  ] as const)
    it(`keep their name: ${name}`, () => {
      assert.deepEqual(names(text), [name]);
    });

  it('are nobody where the story names none', () => {
    for (const text of [
      'The bank shut on Monday. Friday said goodbye to the rain.',
      'The race was on Sat Night Live.',
      'Sun and rain came.',
      'On Dec Murray Road it was dark, on Mon it was not.',
    ])
      assert.deepEqual(
        names(text).filter((name) => /Friday|Sat|Sun|Dec|Mon/.test(name)),
        [],
        text,
      );
  });
});

function page(text: string): string {
  const record = deskRecord(read(text), noHouse, { diagnostics: [], problems: [] }, { alone: [], cleared: [] });
  return deskSheet().page(record, 'a.txt', text);
}
