// ANPA 1312 and IPTC 7901: what the controls hold apart is no copy, and what stands above a story is what its mark says.
import * as assert from 'node:assert/strict';
import { fixAs, lintAs, storyOf } from '../support/formats';

const partsOf = (text: string): string[][] => {
  const { blocks, prose } = storyOf(text, 'text');
  return blocks.map(({ role, start, end }) => [role, prose.slice(start, end)]);
};
const anpa = (above: string, copy: string): string =>
  `\x16\x16\x01W1645\x1fkiev\r\nb a\x13\x11 BC-EU--Kiev     11-03 0100\r\n\x02^BC-EU--Kiev, 1st Ld,100<\r\n${above}${copy}\x03AP-WF-11-03-26 0900GMT<\r\n\r\n\x0c\r\n\x04`;
const iptc = (above: string, copy: string): string =>
  `\x01eca0124 3 i 93  dpa 1888\r\n\nUkraine/Kiev/\r\n\x02${above}\r\n\n${copy}\r\n\n\x03031009 GMT Nov 26\r\n\n\x7f\n\x7f\x04`;

describe('copy off a wire', () => {
  it('holds no line’s end that only Unicode knows in what it is about', () => {
    assert.doesNotMatch(storyOf('\x01\x02e\x85', 'text').prose, /\x85/);
  });

  it('in ANPA 1312 is its headline, byline and paragraphs', () => {
    const above =
      '^Port stays shut<\r\n^AP Photo KIEV101<\r\n^Eds: Adds Kiev.<\r\n^(EDITORS NOTE _ Kiev.)<\r\n^;W;L<\r\n^The sea was high all night, and the port stayed shut<\r\n^By LENA ORSK=\r\n^AP Writer=\r\n';
    const copy =
      "\t   HARROW (AP) _ The port stayed shut, he said. \r\n\t   ``We left,'' he said. The ferries\r\nwill not run. \r\n\r\n\t   ";
    assert.deepEqual(partsOf(anpa(above, copy)), [
      ['headline', 'Port stays shut'],
      ['subhead', 'The sea was high all night, and the port stayed shut'],
      ['byline', 'By LENA ORSK'],
      ['dateline', 'HARROW (AP) _'],
      ['paragraph', 'The port stayed shut, he said.'],
      ['paragraph', '"We left," he said. The ferries will not run.'],
    ]);
  });

  it('in IPTC 7901 is its headline over one line or two, its byline and paragraphs', () => {
    const above = 'REFILE\r\n1ST LEAD\r\nPort stays shut as the storm\r\ngoes on =\r\nBy Lena Orsk, dpa =';
    const copy =
      'Harrow (dpa) - The port stayed shut, he said, and the ferries will\r\nnot run.\r\n\n"We left," the master of the harbour said, who had been there since\r\nthe morning.';
    assert.deepEqual(partsOf(iptc('PORT SHUT =', copy))[0], ['headline', 'PORT SHUT']);
    assert.deepEqual(partsOf(iptc(above.replace(' =\r\nBy', '\r\nBy'), copy)), [
      ['headline', 'Port stays shut as the storm goes on'],
      ['byline', 'By Lena Orsk, dpa'],
      ['dateline', 'Harrow (dpa) -'],
      ['paragraph', 'The port stayed shut, he said, and the ferries will not run.'],
      ['paragraph', '"We left," the master of the harbour said, who had been there since the morning.'],
    ]);
  });

  it('is several stories where a file holds several messages', () => {
    const one = (name: string): string =>
      anpa(`^Port of ${name} shut<\r\n`, '\t   HARROW (AP) _ The port stayed shut, he said. \r\n');
    assert.deepEqual(
      partsOf(one('Odesa') + one('Harrow')).map(([role]) => role),
      ['headline', 'dateline', 'paragraph', 'headline', 'dateline', 'paragraph'],
    );
  });

  const places: readonly (readonly [string, (name: string) => string])[] = [
    ['a headline', (name) => anpa(`^Port of ${name} shut<\r\n`, '\t   HARROW (AP) _ It was shut, he said. \r\n')],
    ['a paragraph', (name) => anpa('', `\t   HARROW (AP) _ He left ${name}, he said. \r\n`)],
    [
      'a wrapped paragraph',
      (name) => iptc('Port shut =', `Harrow (dpa) - He left the port, he said on\r\nMonday, for ${name}.`),
    ],
  ];
  for (const [name, text] of places)
    it(`is fixed in ${name}, its header and controls left`, () =>
      assert.equal(fixAs(text('Kiev'), 'text').text, text('Kyiv')));

  it('that breaks off is read as far as it goes, and not changed', () => {
    const text = iptc('Port shut =', 'Harrow (dpa) - He left Kiev, he said.').split('\x03')[0] as string;
    const { problems } = lintAs(text, 'text');
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['markup', 1]],
    );
    assert.equal(fixAs(text, 'text').text, text);
  });

  it('holds what an embargo line says', () => {
    const rules = (note: string): string[] =>
      lintAs(
        anpa(`^Port shut<\r\n^Eds: ${note}<\r\n`, '\t   HARROW (AP) _ It was shut, he said. \r\n'),
        'text',
      ).diagnostics.map(({ rule }) => rule);
    assert.deepEqual(rules('EMBARGOED UNTIL 0001 GMT, 9 MAY 2027'), ['embargo']);
    assert.deepEqual(rules('Adds quote.'), []);
  });
});
