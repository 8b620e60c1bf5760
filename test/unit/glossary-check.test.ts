// glossary check, and forms of a house among figures and capitals.
import * as assert from 'node:assert/strict';
import { glossaryFaults } from '../../server/src/config/glossary-faults';
import { type Glossary, fixed } from '../support/house-glossary';

describe('glossary check', () => {
  const told = (glossary: readonly object[]) =>
    glossaryFaults(`{\n"glossary": [\n${glossary.map((one) => JSON.stringify(one)).join(',\n')}\n]\n}`).map(
      ({ line, message }) => `${line} ${message}`,
    );

  it('tells of circles of two and of three, once', () => {
    assert.deepEqual(
      told([
        { prefer: 'oak', instead: ['elm'] },
        { prefer: 'elm', instead: ['oak'] },
      ]),
      [
        '3 "oak" becomes "elm" becomes "oak" again (lines 3, 4): these entries undo one another, so none of their fixes is made. Keep one of them.',
      ],
    );
    assert.equal(
      told([
        { prefer: 'oak', instead: ['elm'] },
        { prefer: 'ash', instead: ['oak'] },
        { prefer: 'elm', instead: ['ash'] },
      ]).length,
      1,
    );
  });

  it('has two inflections of one term for no rivals', () => {
    const form = (prefer: string, instead: string) => ({ prefer, instead: [instead] });
    assert.deepEqual(told([form('organize', 'organise'), form('organization', 'organisation')]), []);
    assert.equal(told([form('organize', 'organise'), { prefer: 'organisation' }]).length, 1);
  });

  it('looks through a glossary of many thousand forms, however they hang together', () => {
    const many = (form: (i: number) => object): string[] => told(Array.from({ length: 20_000 }, (_, i) => form(i)));
    assert.deepEqual(
      many((i) => ({ prefer: `Oak ${i}`, instead: [`Elm ${i}`, `Ash ${i}`] })),
      [],
    );
    const circle = many((i) => ({ prefer: `oak${i}`, instead: [`oak${(i + 1) % 20_000}`] }));
    assert.equal(circle.length, 1);
    assert.match(circle[0] ?? '', /and so on through 19988 more, and becomes "oak0" again \(lines 3, /);
    assert.equal(many((i) => ({ prefer: `oak${i}`, instead: [`oak${i + 1}`] })).length, 19_999);
    assert.equal(many((i) => ({ prefer: `oak${i}`, entity: `nobody-${i}` })).length, 20_000);
    const rivals = many((i) => ({ prefer: i % 2 ? 'OAK' : 'Oak' }));
    assert.equal(rivals.filter((one) => one.includes('two ways to write one thing')).length, 19_999);
  }).timeout(60_000);

  it('tells of chains and of capitals that differ', () => {
    assert.match(
      told([
        { prefer: 'oak', instead: ['elm'] },
        { prefer: 'ash', instead: ['Oak'] },
      ]).join(),
      /^3 "oak" is preferred here and replaced by "ash" on line 4/,
    );
  });

  it('tells of two forms of one name or term', () => {
    assert.match(
      told([{ prefer: 'Kyiv' }, { prefer: 'Kiev', entity: 'kyiv' }]).join(),
      /^4 "Kiev" here and "Kyiv" on line 3 are two ways/,
    );
    assert.match(told([{ prefer: 'adviser' }, { prefer: 'advisor' }]).join(), /^4 "advisor" here/);
  });

  it('has nothing to say of entries in order', () => {
    assert.deepEqual(
      told([
        { prefer: 'oak', instead: ['elm'] },
        { prefer: 'Internet', instead: ['internet'] },
        { prefer: 'Kyiv', instead: ['Kiev'] },
      ]),
      [],
    );
  });
});

describe('a house’s form among figures and capitals', () => {
  const house: Glossary = [
    { prefer: 'a.m.', instead: ['am', 'AM'] },
    { prefer: 'pm', instead: ['PM'] },
    { prefer: 'radio', instead: ['wireless', 'RT'] },
    { prefer: 'film', instead: ['pic'] },
    { prefer: 'euros', instead: ['€'] },
    { prefer: 'plus', instead: ['+'] },
    { prefer: 'von Lom', instead: ['Von Lom'] },
  ];
  const made: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'is in small letters behind an hour, however the entry lists it',
      'The pier opened at 9 AM and at 10 am, and shut at seven PM on Monday.',
      'The pier opened at 9 a.m. and at 10 a.m., and shut at seven pm on Monday.',
    ],
    [
      'is an hour’s behind an hour alone',
      'I am here, said the PM. The PM of Lom left the AM band.',
      'I am here, said the PM. The PM of Lom left the AM band.',
    ],
    [
      'has no capital for those of a short word',
      'She saw the PIC there, and his RT set.',
      'She saw the film there, and his radio set.',
    ],
    ['stands behind its figure', 'It costs 5 € now, and then 20 €.', 'It costs 5 euros now, and then 20 euros.'],
    ['is not put before one', 'It costs € 5 now, or € .50 there.', 'It costs € 5 now, or € .50 there.'],
    [
      'is not put between two',
      'They had 2 + 3 men, and he + she had none.',
      'They had 2 + 3 men, and he plus she had none.',
    ],
    [
      'keeps the small letter of a name, in however few words',
      'Ida Von Lom came. Von Lom spoke. Mr. Von Lom left.',
      'Ida von Lom came. Von Lom spoke. Mr. von Lom left.',
    ],
  ];
  for (const [name, before, after] of made)
    it(name, () => assert.equal(fixed('recommended', house, before).text, after));

  it('is put in the place of words that stand on two lines of wrapped copy', () => {
    const copy =
      'The ship that had left the harbour on Monday in the rain came to the Lom\nSound on Friday, said the mayor, who had met its crew there at noon, and\nit is to stay there for a week.';
    const { text } = fixed('recommended', [{ prefer: 'Strait of Lom', instead: ['Lom Sound'] }], copy);
    assert.match(text, /to the Strait of Lom on Friday/);
  });
});
