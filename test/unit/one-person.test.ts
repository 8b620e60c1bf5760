// One person: whether two names in full can be one person's, and that a relative of somebody known is not taken for them.
import * as assert from 'node:assert/strict';
import { entitiesOf } from '../../server/src/analysis/names/entities';
import { areOnePerson } from '../../server/src/analysis/names/one-person';
import { readStory } from '../../server/src/document/read';

describe('one person by name', () => {
  for (const [a, b] of [
    ['Moamer Kadhafi', 'Muammar Qaddafi'],
    ['Usama bin Ladin', 'Osama bin Laden'],
    ['Vladimir Zelensky', 'Volodymyr Zelenskyy'],
    ['Sergei Shoigu', 'Sergey Shoygu'],
    ['Kim Yo-mi', 'Kim Yo Mi'],
    ['José Orsano', 'Jose María Orsaño'],
    ['V. Zelensky', 'Volodymyr Zelenskyy'],
    ['Zelensky', 'Olena Zelenskyy'],
  ] as const)
    it(`can be “${a}” and “${b}”`, () => assert.ok(areOnePerson(a, b) && areOnePerson(b, a)));
  for (const [a, b] of [
    ['Olena Zelenskyy', 'Volodymyr Zelensky'],
    ['Khalid bin Ladin', 'Osama bin Laden'],
    ['Aisha Gadhafi', 'Muammar Gadhafi'],
    ['Hannibal Qaddafi', 'Moamer Kadhafi'],
    ['Asma al-Asad', 'Bashar al-Assad'],
    ['O. Zelenskyy', 'Volodymyr Zelensky'],
  ] as const)
    it(`cannot be “${a}” and “${b}”`, () => assert.ok(!areOnePerson(a, b) && !areOnePerson(b, a)));

  const namesIn = (text: string): string[][] =>
    entitiesOf(readStory({ text, format: 'text' })).map(({ mentions }) => mentions.map((one) => one.text));

  it('is each of a known family, in whatever spelling', () => {
    assert.deepEqual(
      namesIn('Muammar Qaddafi spoke on Monday. Hannibal Gadhafi left. Moamer Kadhafi slept. Olena Zelensky came.'),
      [['Muammar Qaddafi', 'Moamer Kadhafi'], ['Hannibal Gadhafi'], ['Olena Zelensky']],
    );
  });
  it('is whom the surname alone is known for, though a relative stands beside', () => {
    assert.deepEqual(namesIn('Volodymyr Zelenskyy spoke on Monday. Olena Zelenska left. Zelenskyy slept.')[0], [
      'Volodymyr Zelenskyy',
      'Zelenskyy',
    ]);
  });
});
