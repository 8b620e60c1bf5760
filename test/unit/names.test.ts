// Names: mentions, entities, spellings and presets, on stories of our own.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { entitiesOf } from '../../server/src/analysis/names/entities';
import { namesOf } from '../../server/src/analysis/names/forms';
import { mentionsIn } from '../../server/src/analysis/names/mentions';
import { renamed } from '../../server/src/analysis/names/rename';
import { evidenceBetween } from '../../server/src/analysis/names/variant';
import { findVariants, variantsOf } from '../../server/src/analysis/names/variants';
import { cost } from '../../server/src/analysis/transliteration/cost';
import { comparable, nameWords, strictKey } from '../../server/src/analysis/transliteration/letters';
import { distance, isStrictlySame, keysOf, NEAR } from '../../server/src/analysis/transliteration/likeness';
import { slipBetween, slipKeys } from '../../server/src/analysis/transliteration/slips';
import { houseForms, houses } from '../../server/src/config/presets/houses';
import { readStory } from '../../server/src/document/read';
import { namesRecord } from '../../server/src/records/names';

const read = (text: string) => readStory({ text, format: 'text' });
const mentioned = (text: string): string[] => {
  const story = read(text);
  return story.blocks.flatMap(({ facts }) => mentionsIn(facts).map((m) => facts.text.slice(m.start, m.end)));
};

describe('names: mentions', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['The army said fighters of the al-Qaida-linked Nusra Front fled.', ['al-Qaida', 'Nusra Front']],
    ['They met Foreign Minister Sergei Lavrov in Geneva.', ['Sergei Lavrov', 'Geneva']],
    ["They heard Gen. J. Smith's report.", ['J. Smith']],
    ['They met Mohammed bin Salman and Abdul Rahman al-Amin.', ['Mohammed bin Salman', 'Abdul Rahman al-Amin']],
    ['The crowd was anti-Gaddafi on Monday in June.', ['Gaddafi']],
    ['They quoted Kim Jong-un’s sister and Ban Ki-moon.', ['Kim Jong-un', 'Ban Ki-moon']],
    ['They met An Nguyen, Tran Van Do and May Thu in May.', ['An Nguyen', 'Tran Van Do', 'May Thu']],
    [
      'An Nguyen said no. To Lam sang. An Iraqi said yes. To London they went.',
      ['An Nguyen', 'To Lam', 'Iraqi', 'London'],
    ],
    ['They saw it at example.com/Hariri and @Hariri.', []],
    ['They ate chicken Kiev.', []],
    ['The envoy flew to Lom to meet TK of the union.', ['Lom']],
    ['They crossed to Deir ez-Zor.', ['Deir ez-Zor']],
    ['They saw Kim Il Sung in Ra’s Gharib.', ['Kim Il Sung', 'Ra’s Gharib']],
    ["They met Karim al-'Ali and Bara' Qatir.", ["Karim al-'Ali", "Bara' Qatir"]],
    ['They sang at the workers’ Union of Syria’s Assad.', ['Union', 'Syria', 'Assad']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(mentioned(text), expected));

  it('cross a wrapped line', () => {
    const story = read(
      '  The convoy was led by an officer called Karim\nZoubaidi, who had come from the north with forty\nmen and a gun.\n',
    );
    assert.ok(namesOf(story).forms.has('zoubaidi'));
    const entity = entitiesOf(story).find((e) => e.mentions[0]?.text === 'Karim Zoubaidi');
    assert.ok(entity, 'the name is one mention');
  });
});

describe('names: renaming', () => {
  for (const [text, chosen, to, expected, opens = false] of [
    ['Muammar Qaddafi', 'Gadhafi', 'Kadhafi', 'Muammar Kadhafi'],
    ['Gadhafi', 'Muammar Qaddafi', 'Moamer Kadhafi', 'Kadhafi'],
    ['GADHAFI', 'Muammar Qaddafi', 'Moamer Kadhafi', 'KADHAFI'],
    ['Assad', 'Bashar al-Assad', 'Bashar al-Asad', 'Asad'],
    ['Al-Assad', 'Bashar al-Assad', 'Bashar el-Asad', 'El-Asad', true],
    ['Ivan Petrovich Solovyov', 'Ivan Solovyov', 'Iwan Soloviev', 'Iwan Petrovich Soloviev'],
    ['Mohammed bin Salman', 'Mohammed bin Salman', 'Muhammad bin Salman', 'Muhammad bin Salman'],
    ['al-Assad', 'Assad', 'Asad', 'al-Asad'],
    ['Deir Ezzor', 'Deir el-Zour', 'Deir al-Zor', 'Deir al-Zor'],
    ['Al Qaeda', 'al-Qaida', 'al-Qaeda', 'al-Qaeda'],
    ['al-Haddadi', 'Al-Haddadi', 'El-Hadadi', 'el-Hadadi'],
    ['MQ', 'Muammar Qaddafi', 'Moamer Kadhafi', undefined],
    ['Pak Song-ho', 'Pak Song Ho', 'Bak Song Ho', 'Bak Song Ho'],
    ['Song-ho', 'Pak Song Ho', 'Pak Seong Ho', 'Seong Ho'],
  ] as const)
    it(`${text}, where ${chosen} becomes ${to}`, () => assert.equal(renamed(text, chosen, to, opens), expected));
});

describe('names: letters', () => {
  it('take off what is dress', () => {
    for (const [written, form] of [
      ["al-Sha'ar", 'shaar'],
      ['ash-Sham', 'sham'],
      ['Erdoğan', 'erdogan'],
      ['Kılıçdaroğlu', 'kilicdaroglu'],
      ['Jong-un', 'jongun'],
      ['Lashkar-e-Taiba', 'lashkartaiba'],
    ] as const) {
      assert.equal(comparable(written), form);
    }
    assert.deepEqual(nameWords("'Abd al-Rahman al-Amin"), nameWords('Abdul Rahman Amin'));
  });

  it('give one strict key to one name in two dresses', () => {
    for (const [a, b] of [
      ['qassem', 'qasem'],
      ['zelensky', 'zelenskyy'],
      ['nour', 'noor'],
      ['hassakeh', 'hassake'],
    ] as const) {
      assert.ok(isStrictlySame(a, b), `${a} and ${b}: ${strictKey(a)}, ${strictKey(b)}`);
    }
    assert.ok(!isStrictlySame('mahmoud', 'mohammed'));
  });

  it('keep two given names apart at any price', () => {
    for (const [a, b] of [
      ['hassan', 'hussein'],
      ['mahmoud', 'mohammed'],
      ['salman', 'suleiman'],
      ['bashar', 'bashir'],
    ] as const) {
      assert.equal(distance(a, b), Number.POSITIVE_INFINITY);
    }
  });

  it('price a difference alike both ways, and nothing for none', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), maxLength: 14 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(cost(a, a), 0);
        assert.ok(Math.abs(cost(a, b) - cost(b, a)) < 0.09, 'the last h alone is priced by its place');
      }),
    );
  });

  it('file two words one keystroke apart under one number', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('swap', 'gap', 'wrong', 'exchange'), (a, n, kind) => {
        const i = 1 + (n % (a.length - 2));
        const b = {
          swap: a.slice(0, i) + a.charAt(i + 1) + a.charAt(i) + a.slice(i + 2),
          gap: a.slice(0, i) + a.slice(i + 1),
          wrong: `${a.slice(0, i)}z${a.slice(i + 1)}`,
          exchange: a.slice(0, i) + a.charAt(i + 2) + a.charAt(i + 1) + a.charAt(i) + a.slice(i + 3),
        }[kind];
        if (!slipBetween(a, b)) return;
        const keys = new Set(slipKeys(a));
        assert.ok(
          slipKeys(b).some((k) => keys.has(k)),
          `${a} ${b}`,
        );
      }),
    );
  });

  it('file spellings of one name under one key', () => {
    for (const [a, b] of [
      ['gadhafi', 'qaddafi'],
      ['khalifa', 'halifa'],
      ['zawahiri', 'zawahri'],
      ['zoubaidi', 'zubaydi'],
      ['alaqad', 'aqad'],
      ['mousavi', 'moussawi'],
    ] as const) {
      assert.ok(
        keysOf(a).some((k) => keysOf(b).includes(k)),
        `${a} ${b}`,
      );
      assert.ok(distance(a, b) <= NEAR, `${a} ${b}: ${distance(a, b)}`);
    }
  });
});

describe('names: spellings of a story', () => {
  const spelled = (text: string): string[][] => variantsOf(read(text)).map((v) => v.spellings.map((s) => s.text));

  it('are clustered, three in one', () => {
    const [cluster, ...others] = spelled(
      'Moammar Gadhafi ruled for 42 years. Qaddafi was 69. Nobody mourned Kadhafi in the east. The town of Sirte fell.',
    );
    assert.deepEqual(cluster, ['Gadhafi', 'Qaddafi', 'Kadhafi']);
    assert.deepEqual(others, []);
  });

  it('say what ties them', () => {
    const [variant] = variantsOf(read('They fought al-Qaida in May. Al Qaeda fled. Nobody saw it again in June.'));
    assert.ok(variant);
    assert.equal(evidenceBetween(variant, 0, 1), 'gazetteer');
    assert.equal(variant.entity?.id, 'al-qaida');
  });

  it('are none between two brothers', () => {
    const story =
      'Karim Zoubaidi opened the shop in May. His brother Karam Zoubaidi kept the books. Karim Zoubaidi died in June.';
    assert.deepEqual(spelled(story), []);
  });

  it('are none between a party and its wing, or towns a letter apart', () => {
    assert.deepEqual(spelled('The convoy left Irbil for Irbid. Trucks from Douma waited in Daraa and Daraya.'), []);
    assert.deepEqual(
      spelled('Ahrar al-Sham fought Ahrar al-Sharqiya. Islamic Jihad and Islamic State stayed out.'),
      [],
    );
  });

  it('can be measured without the list of known pairs', () => {
    const story = read('The convoy left Daraa on Monday. Trucks came back to Daraya two days later.');
    assert.equal(findVariants(story, { knownDistinct: true }).length, 0);
    assert.ok(Array.isArray(findVariants(story, { knownDistinct: false })));
  });
});

describe('names: entities', () => {
  it('chain full name and surname, each place once', () => {
    const story = read(
      'Saad Hariri spoke on Monday. Hariri, 46, praised China. Maria Verrano of the opposition disagreed, and Verrano left. "Hariri is late," she said.',
    );
    const record = namesRecord(story);
    const hariri = record.entities.find((e) => e.preferred === 'Saad Hariri');
    assert.deepEqual(
      hariri?.variants.map((v) => [v.text, v.mentions.length]),
      [
        ['Saad Hariri', 1],
        ['Hariri', 2],
      ],
    );
    assert.equal(hariri?.type, 'person');
    assert.equal(record.entities.find((e) => e.preferred === 'Maria Verrano')?.variants.length, 2);
  });

  it('slice to their own text, on any string', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        'al-Qaida',
        ' ',
        "Sha'ar",
        'Abdul ',
        '\n\n',
        'Deir ez-Zor',
        '-',
        "'s",
        '“',
        '”',
        'Abd al-',
        'ʿAli',
        '. ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const story = read(pieces.join(''));
        for (const { mentions } of entitiesOf(story)) {
          for (const { start, end, text } of mentions) {
            assert.ok(start < end);
            assert.equal(story.prose.slice(start, end), text);
          }
        }
        for (const { spellings } of variantsOf(story)) {
          for (const { places } of spellings)
            for (const p of places) assert.ok(p.start <= p.letters.start && p.letters.end <= p.end);
        }
      }),
    );
  });
});

describe('house presets', () => {
  it('say how each form is known', () => {
    for (const house of houses) {
      const forms = houseForms(house);
      assert.ok(forms.length > 5, house);
      for (const { basis, source, prefer } of forms) {
        assert.ok(['read', 'counted', 'suggested'].includes(basis), prefer);
        assert.equal(source !== undefined, basis !== 'suggested', `${house}: ${prefer}`);
      }
    }
  });
});
