// Changes that an action makes to copydesk.json.
import * as assert from 'node:assert/strict';
import {
  askedAllTheSame,
  changeSettings,
  emptySettings,
  hindrance,
  rulesOff,
  type SettingsChange,
} from '../../server/src/config/edit';
import { glossaryOf, sortedGlossary, withForms } from '../../server/src/config/glossary';
import { parseSettings } from '../../server/src/config/parse';
import { rules } from '../../server/src/rules/index';

describe('changing copydesk.json', () => {
  it('starts from nothing', () => {
    assert.equal(
      changeSettings(emptySettings, { turnOff: 'placeholder' }),
      '{\n  "rules": {\n    "placeholder": "off"\n  }\n}\n',
    );
  });

  it('keeps comments and layout', () => {
    const text = '{\n\t// ours\n\t"rules": {\n\t\t"placeholder": ["error", {}], // why\n\t},\n}\n';
    assert.equal(
      changeSettings(text, { turnOff: 'placeholder' }),
      '{\n\t// ours\n\t"rules": {\n\t\t"placeholder": "off", // why\n\t},\n}\n',
    );
  });

  it('adds a file to those ignored, once', () => {
    const once = changeSettings(emptySettings, { ignore: '/notes.txt' }) as string;
    assert.deepEqual(JSON.parse(once), { ignore: ['/notes.txt'] });
    assert.equal(changeSettings(once, { ignore: '/notes.txt' }), once);
    assert.deepEqual(JSON.parse(changeSettings(once, { ignore: '/b.txt' }) as string), {
      ignore: ['/notes.txt', '/b.txt'],
    });
  });

  it('does not touch a file that is broken or no object', () => {
    for (const text of ['{ "rules": ', '[]', 'x', '']) assert.equal(changeSettings(text, { turnOff: 'x' }), undefined);
  });

  it('says what is wrong with it, and in which line', () => {
    const off = { turnOff: 'placeholder' };
    assert.match(hindrance('{\n  "rules": {\n', off) ?? '', /^is not in order in line 3: A brace \} is missing/);
    assert.equal(hindrance('[]', off), 'holds no object { … }, where all settings stand');
    const twice = '{\n  "rules": {},\n  "rules": { "placeholder": "error" }\n}\n';
    assert.match(hindrance(twice, off) ?? '', /^has “rules” twice, in lines 2 and 3, and only the last one counts/);
    assert.equal(hindrance(twice, { ignore: '/a.txt' }), undefined);
    const inside = '{ "rules": {\n"placeholder": "off",\n"placeholder": "error" } }';
    const prefer = { prefer: 'Kyiv', instead: ['Kiev'] };
    const swallowed = '{"glossary":[{"prefer":"A"} /* x, y */ , /* z */]}';
    assert.match(hindrance(swallowed, { prefer }) ?? '', /^has a comment in its glossary/);
    assert.equal(changeSettings(swallowed, { prefer }), undefined);
    assert.equal(hindrance('{\n  // ours\n  "glossary": []\n}\n', { prefer }), undefined);
    assert.match(hindrance(inside, off) ?? '', /^has “placeholder” twice, in lines 2 and 3/);
  });

  it('knows which overrides ask a rule that is off', () => {
    const held = {
      rules: { placeholder: 'off' },
      overrides: [
        { files: '*.txt', rules: { placeholder: 'error' } },
        { files: ['a.md', 'b.md'], rules: { placeholder: ['warning', {}] } },
        { files: '*.html', rules: { placeholder: 'off' } },
      ],
    };
    assert.deepEqual(askedAllTheSame(JSON.stringify(held), 'placeholder'), ['*.txt', 'a.md', 'b.md']);
    assert.deepEqual(askedAllTheSame(JSON.stringify(held), 'embargo'), []);
  });

  const changes: readonly SettingsChange[] = [
    { turnOff: 'placeholder' },
    { turnOn: { rule: 'placeholder' } },
    { ignore: '/notes.txt' },
    { prefer: { prefer: 'Lviv', instead: ['Lvov'] } },
  ];

  it('reads a byte order mark as the linter does, and keeps it', () => {
    const plain =
      '{\n\t// ours\n\t"rules": { "placeholder": "off" },\n\t"glossary": [{ "prefer": "Odesa" }, { "prefer": "Kyiv" }]\n}\n';
    const marked = `\uFEFF${plain}`;
    assert.deepEqual(parseSettings(marked, rules).problems, []);
    for (const change of changes) {
      const changed = changeSettings(plain, change);
      assert.equal(changeSettings(marked, change), `\uFEFF${changed}`);
      assert.deepEqual(parseSettings(`\uFEFF${changed}`, rules).problems, []);
    }
    assert.deepEqual(rulesOff(marked), rulesOff(plain));
    assert.equal(rulesOff(marked).length, 1);
    assert.deepEqual(glossaryOf(marked), glossaryOf(plain));
    assert.equal(sortedGlossary(marked), `\uFEFF${sortedGlossary(plain)}`);
    const forms = [{ prefer: 'Lviv', instead: ['Lvov'] }];
    assert.equal(withForms(marked, forms).text, `\uFEFF${withForms(plain, forms).text}`);
    assert.equal(withForms('\uFEFF{}', forms).text, `\uFEFF${withForms('{}', forms).text}`);
  });

  it('writes a form unit for unit, be it a comma', () => {
    const forms = [{ prefer: ',', instead: ['，', ',,'] }];
    assert.deepEqual(glossaryOf(withForms('{}', forms).text), forms);
    assert.match(withForms('{}', [{ prefer: 'Kyiv', instead: ['Kiev', 'Kief'] }]).text, /\["Kiev", "Kief"\]/);
  });

  it('takes nothing away that stands where its own place would be, and says where that is', () => {
    for (const value of ['[]', '"x"', 'null', '7', 'true']) {
      const text = `{\n  "extends": "ap",\n  "rules": ${value}\n}\n`;
      assert.equal(changeSettings(text, { turnOff: 'placeholder' }), undefined);
      assert.equal(hindrance(text, { turnOff: 'placeholder' }), 'has “rules” in line 3 that is no object { … }');
    }
    for (const value of ['{}', '"x"', 'null', '7']) {
      for (const [name, change] of [
        ['ignore', { ignore: '/notes.txt' }],
        ['glossary', { prefer: { prefer: 'Lviv', instead: [] } }],
      ] as const) {
        const text = `{ "${name}": ${value} }`;
        assert.equal(changeSettings(text, change), undefined);
        assert.equal(hindrance(text, change), `has “${name}” in line 1 that is no list [ … ]`);
      }
    }
    const turnOn = { turnOn: { rule: 'placeholder', override: 0 } };
    for (const [text, name] of [
      ['{ "overrides": {} }', 'overrides'],
      ['{ "overrides": [{ "rules": [] }] }', 'overrides.0.rules'],
    ] as const) {
      assert.equal(changeSettings(text, turnOn), undefined);
      assert.match(hindrance(text, turnOn) ?? '', new RegExp(`“${name}” in line 1`));
    }
    for (const change of changes) assert.equal(hindrance('{ "extends": "ap" }', change), undefined);
  });
});
