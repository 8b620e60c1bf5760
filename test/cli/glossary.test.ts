// `copydesk glossary`: checked, sorted, filled from a table.
import * as assert from 'node:assert/strict';
import { folder } from '../support/cli';

const settings = `// ours
{
  "glossary": [
    // cities
    { "prefer": "Kyiv", "instead": ["Kiev"] }, // since 2019
    // people
    { "prefer": "al-Qaida", "entity": "al-qaida" },
    { "prefer": "Gadhafi", "instead": ["Qaddafi"] } // last
  ]
}
`;

describe('copydesk glossary', () => {
  it('check finds nothing in a glossary that is in order', () => {
    const { out, code } = folder({ 'copydesk.json': settings }).run(['glossary', 'check']);
    assert.deepEqual([out, code], ['3 forms, all in order.\n', 0]);
  });

  it('check says what cannot be meant, and where', () => {
    const glossary = [
      { prefer: 'Kyiv', instead: ['Kiev'] },
      { prefer: 'Kiev', instead: ['Kyiv', 'Kyjiw'] },
      { prefer: 'Kyiw', instead: ['Kyjiw'] },
      { prefer: 'Kyiw', entity: 'kyivv' },
      { prefer: 'Odesa', instead: ['Odesa'] },
    ];
    const lines = glossary.map((form) => JSON.stringify(form)).join(',\n');
    const { out, code } = folder({ 'copydesk.json': `{"glossary": [\n${lines}\n]}\n` }).run(['glossary', 'check']);
    assert.equal(code, 1);
    for (const said of [
      /^copydesk\.json:2:1: "Kyiv" becomes "Kiev" becomes "Kyiv" again \(lines 2, 3\): these entries undo one another/m,
      /^copydesk\.json:4:1: "Kyjiw" becomes "Kyiw" here and "Kiev" on line 3\. The last one holds; keep one\./m,
      /^copydesk\.json:5:1: "Kyiw" has an entry on line 4 too\./m,
      /^copydesk\.json:5:1: The gazetteer has no "kyivv"\. Did you mean "kyiv"\?/m,
      /^copydesk\.json:6:1: "Odesa" is to replace itself\./m,
      /^5 forms, 5 to look at\.$/m,
    ])
      assert.match(out, said);
  });

  it('sort keeps comments with their entries, and a sorted one as it is', () => {
    const made = folder({ 'copydesk.json': settings });
    const sorted = `// ours
{
  "glossary": [
    // people
    { "prefer": "al-Qaida", "entity": "al-qaida" },
    { "prefer": "Gadhafi", "instead": ["Qaddafi"] }, // last
    // cities
    { "prefer": "Kyiv", "instead": ["Kiev"] } // since 2019
  ]
}
`;
    assert.equal(made.run(['glossary', 'sort', '--dry-run']).out, sorted);
    assert.equal(made.read('copydesk.json'), settings);
    assert.equal(made.run(['glossary', 'sort']).out, 'Sorted the glossary in copydesk.json.\n');
    assert.equal(made.read('copydesk.json'), sorted);
    assert.equal(made.run(['glossary', 'sort']).out, 'The glossary in copydesk.json is in order.\n');
  });

  it('import adds forms and changes those that were decided otherwise, from any table', () => {
    for (const [name, table] of [
      ['forms.csv', 'prefer,instead,source\nKharkiv,Kharkov|Charkiw,desk 2024\n"Qaddafi","Kadafi|Gadhafi",\n'],
      ['forms.csv', 'Prefer;Instead;Source\r\nKharkiv;Kharkov|Charkiw;desk 2024\r\nQaddafi;Kadafi|Gadhafi;\r\n'],
      ['forms.tsv', 'Kharkiv\tKharkov|Charkiw\tdesk 2024\nQaddafi\tKadafi|Gadhafi\n'],
    ] as const) {
      const made = folder({ 'copydesk.json': settings, [name]: table });
      const { out, code } = made.run(['glossary', 'import', name]);
      assert.deepEqual([out, code], ['Added 1 form and changed 1 form in copydesk.json.\n', 0]);
      assert.equal(
        made.read('copydesk.json'),
        settings.replace(
          '{ "prefer": "Gadhafi", "instead": ["Qaddafi"] } // last',
          '{ "prefer": "Qaddafi", "instead": ["Gadhafi", "Kadafi"] }, // last\n' +
            '    { "prefer": "Kharkiv", "instead": ["Kharkov", "Charkiw"], "source": "desk 2024" }',
        ),
      );
      assert.equal(made.run(['glossary', 'import', name]).out, 'Added 0 forms and changed 0 forms in copydesk.json.\n');
    }
  });

  it('import makes the file where there is none, and what it wrote is heeded', () => {
    const made = folder({ 'forms.csv': 'Kharkiv,Kharkov\n', 'a.txt': 'The train left Kharkov on Monday.\n' });
    assert.equal(made.run(['glossary', 'import', 'forms.csv']).code, 0);
    assert.match(made.run(['lint']).out, /house-style\n +“Kharkov”: write “Kharkiv”/);
  });

  it('says what is wrong, and writes nothing then', () => {
    const faults: readonly (readonly [string[], RegExp])[] = [
      [['glossary'], /Say what to do with the glossary\. Use one of: check, sort, import\./],
      [['glossary', 'chek'], /There is nothing called "chek".*Did you mean "check"\?/],
      [['glossary', 'check', 'more'], /"more" is one word too many\./],
      [['glossary', 'check'], /There is no copydesk\.json here or above\. "copydesk init" writes one\./],
      [['glossary', 'import'], /Name the table to import/],
      [['glossary', 'import', 'nope.csv'], /There is no file nope\.csv\./],
      [['glossary', 'import', 'bad.csv'], /bad\.csv is not in order, so nothing was written\./],
    ];
    for (const [args, sentence] of faults) {
      const made = folder({ 'bad.csv': 'prefer,instead\n,Kharkov\n' });
      const { code, err } = made.run(args);
      assert.deepEqual([code, sentence.test(err)], [2, true], err);
      assert.throws(() => made.read('copydesk.json'));
    }
    const broken = folder({ 'copydesk.json': '{ "glossary": [', 'f.csv': 'Kharkiv,Kharkov\n' });
    assert.match(broken.run(['glossary', 'import', 'f.csv']).err, /^copydesk: copydesk\.json:1:\d+: /);
    assert.equal(broken.read('copydesk.json'), '{ "glossary": [');
  });
});
