// Chains of names: which mentions of a story are one name, in full, short, turned round or cut otherwise; and which are not.
import * as assert from 'node:assert/strict';
import { entitiesOf } from '../../server/src/analysis/names/entities';
import { variantsOf } from '../../server/src/analysis/names/variants';
import { readStory } from '../../server/src/document/read';

const read = (text: string) => readStory({ text, format: 'text' });

/** Each name of a story as it is written everywhere, in order. */
const names = (text: string): string[] =>
  entitiesOf(read(text)).map(({ mentions }) => mentions.map((mention) => mention.text).join(' = '));

describe('chains of names', () => {
  it('join what is the end of a longer name', () => {
    for (const [full, short] of [
      ['Pedro Luis Salinas Ibarra', 'Salinas Ibarra'],
      ['Rosa Ortiz y Vega', 'Ortiz y Vega'],
      ['Paulo Andrade e Castro', 'Andrade e Castro'],
      ['Daw Thet Htar Swe', 'Htar Swe'],
      ['Ursula von der Mark', 'Von der Mark'],
      ['Adam bin Faisal', 'Bin Faisal'],
      ['Nicolas Salinas Ibarra', 'Salinas'],
    ] as const) {
      const [first = ''] = names(`On Monday ${full} spoke to the crowd. ${short} said the road was open.`);
      assert.match(first, new RegExp(`^${full.replace('Daw ', '')} = ${short}$`), full);
    }
  });

  it('join the same words in another order, and a surname cut otherwise', () => {
    assert.deepEqual(names('Viktor Halasz spoke. Then Halasz Viktor left.'), ['Viktor Halasz = Halasz Viktor']);
    assert.deepEqual(names('Hiroshi Tanabe spoke. Then Tanabe Hiroshi left.'), ['Hiroshi Tanabe = Tanabe Hiroshi']);
    assert.deepEqual(names('Paulo Amir-Zarelian spoke. Then Amir Zarelian left.'), [
      'Paulo Amir-Zarelian = Amir Zarelian',
    ]);
    assert.deepEqual(names('Wang Li spoke. Then Li Wang left.').length, 2);
  });

  it('keep two apart whom offices or a small word that is none of theirs tell apart', () => {
    assert.equal(names('Minister Hale Jin came. Singer Jin Hale left.').length, 2);
    assert.equal(names('Minister Tran Minh Lanh came. Singer Le Lanh left.').length, 2);
    assert.deepEqual(names('On Monday Maria de la Vega came. De la Vega sang.'), ['Maria de la Vega = De la Vega']);
    assert.deepEqual(names('On Monday Robert De Vego came. De Vego sang.'), ['Robert De Vego = De Vego']);
    assert.deepEqual(names('On Monday Chris Van Holm came. Senator Van Holm sang.'), ['Chris Van Holm = Van Holm']);
  });

  it('hold small words, days and months that are names', () => {
    for (const [name, text] of [
      ['Sat Kumar', 'On Monday Sat Kumar came.'],
      ['Tom Last', 'On Monday Tom Last came.'],
      ['Kay Still', 'On Monday Kay Still came.'],
      ['To Lam', 'The mayor met To Lam at the port.'],
      ['June Marsh', 'June Marsh came.'],
      ['Jordi Mas i Roca', 'On Monday Jordi Mas i Roca came.'],
      ['Otto vom Hale', 'On Monday Otto vom Hale came.'],
      ['Anna zu Brenn', 'On Monday Anna zu Brenn came.'],
    ] as const)
      assert.ok(names(text).includes(name), `${name}: ${names(text)}`);
    for (const text of ['Rain came on Sat Kumar sang.', 'In June Marsh came.', 'He read Tom After Dark on the train.'])
      assert.ok(!names(text).some((name) => /^(?:Sat|June|Tom After)/.test(name)), `${text} ${names(text)}`);
  });

  it('give a family’s name in front to whom it is of', () => {
    assert.deepEqual(names('President Hu Jianlin came. Then Zhao Hu left. On Monday Hu said no.'), [
      'Hu Jianlin = Hu',
      'Zhao Hu',
    ]);
  });

  it('hold people who are called like a month, a day or a word', () => {
    for (const [full, short] of [
      ['Theresa May', 'May'],
      ['Sun Yat-sen', 'Sun'],
      ['Jan Keller', 'Keller'],
      ['Bill Gates', 'Gates'],
    ] as const)
      assert.deepEqual(names(`On Monday ${full} spoke to the crowd. ${short} said no.`), [`${full} = ${short}`]);
    assert.deepEqual(names('Tham Jun Hoe spoke. Then Tham Jun Ho left.'), ['Tham Jun Hoe', 'Tham Jun Ho']);
    assert.deepEqual(names('Mr March said the firm would close in March.'), ['March']);
    assert.deepEqual(names('In May Keller spoke. On 5 May Keller left.'), ['Keller = Keller']);
    assert.deepEqual(names('Andrew Young spoke on Monday. Young people left.'), ['Andrew Young']);
  });

  it('leave offices and what they are for outside', () => {
    for (const who of [
      'Labour MP Nina Keller',
      'Minister of Health Nina Keller',
      'Secretary for Housing and Communities Nina Keller',
      'Police Superintendent Nina Keller',
      'Former minister for Women and Equalities Nina Keller',
    ])
      assert.deepEqual(names(`${who} said the plan was late.`), ['Nina Keller'], who);
  });
});

describe('spellings that a desk would put right', () => {
  const spelled = (text: string): string[] =>
    variantsOf(read(text)).map(({ spellings }) => spellings.map((one) => one.text).join(' / '));

  it('are those of a person known in both', () => {
    assert.deepEqual(spelled('Xi Jinping spoke on Monday. Hsi Chin-ping said no.'), ['Xi Jinping / Hsi Chin-ping']);
  });

  it('differ by a capital behind a hyphen', () => {
    assert.deepEqual(spelled('Su Tseng-chang spoke on Monday. Then Su Tseng-Chang said no.'), [
      'Tseng-chang / Tseng-Chang',
    ]);
  });

  it('are no compound of the same name, and no other word for a month', () => {
    assert.deepEqual(spelled('Abdel Fattah al-Burhan spoke. The al-Burhan-led council met al-Burhan.'), []);
    assert.deepEqual(spelled('The fast of Ramadan began. In Ramzan people fast.'), []);
    assert.deepEqual(spelled('Lessons are in Afrikaans. Many Africans speak it.'), []);
    assert.deepEqual(spelled('Many Batswana voted. All Botswana is calm.'), []);
  });
});
