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

/** The settings that a table becomes. */
function importOf(table: Buffer, ...flags: string[]): string {
  const made = folder({ 'f.csv': table });
  assert.equal(made.run(['glossary', 'import', 'f.csv', ...flags]).code, 0);
  return made.read('copydesk.json');
}

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

  it('counts as fixable what --fix makes, where entries undo one another', () => {
    const glossary = [
      { prefer: 'per cent of', instead: ['percent of'] },
      { prefer: 'percent', instead: ['per cent'] },
      { prefer: 'Kyiv', instead: ['Kiev'] },
    ];
    const text = 'She said that 5 percent of the ships left Kiev on Monday.\n';
    const { run } = folder({ 'a.txt': text, 'copydesk.json': JSON.stringify({ root: true, glossary }) });
    assert.match(run(['lint', 'a.txt']).out, /2 warnings\. 1 can be put right/);
    assert.match(run(['lint', '--fix', 'a.txt']).out, /1 put right/);
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
      const note = name.endsWith('.tsv')
        ? 'The table has no head, so line 1 counts as a form: “Kharkiv” for “Kharkov”, “Charkiw”.\n'
        : '';
      assert.deepEqual([out, code], [`${note}Added 1 form and changed 1 form in copydesk.json.\n`, 0]);
      assert.equal(
        made.read('copydesk.json'),
        settings.replace(
          '{ "prefer": "Gadhafi", "instead": ["Qaddafi"] } // last',
          '{ "prefer": "Qaddafi", "instead": ["Gadhafi", "Kadafi"] }, // last\n' +
            '    { "prefer": "Kharkiv", "instead": ["Kharkov", "Charkiw"], "source": "desk 2024" }',
        ),
      );
      assert.equal(
        made.run(['glossary', 'import', name]).out,
        `${note}Added 0 forms and changed 0 forms in copydesk.json.\n`,
      );
    }
  });

  it('import makes the file where there is none, and what it wrote is heeded', () => {
    const made = folder({ 'forms.csv': 'Kharkiv,Kharkov\n', 'a.txt': 'The train left Kharkov on Monday.\n' });
    assert.equal(made.run(['glossary', 'import', 'forms.csv']).code, 0);
    assert.match(made.run(['lint']).out, /house-style\n +“Kharkov”: write “Kharkiv”/);
  });

  it('import knows the heads of other houses, whichever way round, and says what it leaves', () => {
    for (const head of [
      'House style,Avoid',
      'Use,Don’t use',
      'Correct spelling;Incorrect spelling',
      'RIGHT,WRONG,Why',
      'approved term\tvariants',
      'Canonical,Aliases',
      'Name,Variant',
      'Preferred,Do not use,Note',
      '\uFEFFPrefer,Instead',
    ]) {
      const between = /[;\t,]/.exec(head)?.[0] as string;
      const made = folder({ 'f.csv': `${head}\nKharkiv${between}Kharkov|Charkiw\n` });
      assert.equal(
        made.run(['glossary', 'import', 'f.csv']).out,
        'Added 1 form and changed 0 forms in copydesk.json.\n',
      );
      assert.match(made.read('copydesk.json'), /\{ "prefer": "Kharkiv", "instead": \["Kharkov", "Charkiw"\] \}/, head);
    }
    const made = folder({ 'f.csv': 'Wrong,Decided by,Right,Owner\nKharkov,desk,Kharkiv,me\n' });
    assert.match(
      made.run(['glossary', 'import', 'f.csv']).out,
      /^The column “Owner” is not taken over\.\nAdded 1 form/,
    );
    assert.match(made.read('copydesk.json'), /\{ "prefer": "Kharkiv", "instead": \["Kharkov"\], "source": "desk" \}/);
  });

  it('import says of a form that looks like several how it was taken', () => {
    const made = folder({ 'f.csv': 'prefer,instead\nal-Qaida,Al Qaeda;al-Qaeda\nKyiv,Kiev|Kyyiv\n' });
    assert.equal(
      made.run(['glossary', 'import', 'f.csv']).out,
      'f.csv:2: “Al Qaeda;al-Qaeda” is taken for one form. Where it is several, write | between.\nAdded 2 forms and changed 0 forms in copydesk.json.\n',
    );
  });

  it('import takes no head that it cannot tell for a form, and no form for a head', () => {
    for (const head of [
      'prefer,insted',
      'prefered,instead',
      'house,variante',
      'instead,source',
      'Preferred,Schreibung',
      'Begriff,Synonym',
    ]) {
      const made = folder({ 'f.csv': `${head}\nKharkiv,Kharkov\n` });
      const { out, err, code } = made.run(['glossary', 'import', 'f.csv']);
      assert.match(
        out,
        /^f\.csv:1: This looks like the table's head, .* Call the columns prefer, instead and source\.\n$/,
        head,
      );
      assert.deepEqual([code, err], [2, 'copydesk: f.csv is not in order, so nothing was written.\n']);
      assert.throws(() => made.read('copydesk.json'));
    }
    for (const form of [
      'House of Commons,house of commons',
      'UN,U.N.',
      'yes,yeah',
      'right wing,rightwing',
      'use,utilise',
      'Standard Chartered,StanChart',
      'no one,noone',
    ]) {
      const made = folder({ 'f.csv': `${form}\n` });
      assert.match(
        made.run(['glossary', 'import', 'f.csv']).out,
        /^The table has no head, so line 1 counts as a form/,
        form,
      );
      assert.match(made.read('copydesk.json'), new RegExp(`"prefer": "${form.split(',')[0]}"`));
    }
  });

  it('import takes neither of two rows that contradict one another, nor one that contradicts the house', () => {
    const faults: readonly (readonly [string, RegExp])[] = [
      ['Kyiv,Kiev\nKyjiw,Kiev', /^f\.csv:3: “Kiev” becomes “Kyjiw” here and “Kyiv” on line 2\. Keep one\.$/m],
      ['Kyiv,Kiev\nKyjiw,kiev', /^f\.csv:3: “kiev” becomes “Kyjiw” here and “Kyiv” on line 2\./m],
      ['Kyiv,Kiev\nKiev,Kyiv', /^f\.csv:2: “Kiev” is replaced here and preferred on line 3\. Keep one\.$/m],
      ['A,B\nB,C\nC,A', /^f\.csv:3: “C” is replaced here and preferred on line 4\./m],
      ['Odessa,Odesa|Odessaa', /^“Odessaa” becomes “Odessa” here and “Odesza” in copydesk\.json\. Keep one\.$/m],
    ];
    const house = '{ "glossary": [{ "prefer": "Odesza", "instead": ["Odessaa"] }] }';
    for (const [rows, sentence] of faults) {
      const made = folder({ 'copydesk.json': house, 'f.csv': `prefer,instead\n${rows}\n` });
      const { out, code } = made.run(['glossary', 'import', 'f.csv']);
      assert.match(out, sentence, rows);
      assert.deepEqual([code, made.read('copydesk.json')], [2, house]);
    }
    const made = folder({ 'f.csv': 'prefer,instead\nKyiv,Kiev\nKyiv,Kiew|Kyiv\n' });
    assert.equal(made.run(['glossary', 'import', 'f.csv']).code, 0, 'two rows of one form are one form');
    assert.match(made.read('copydesk.json'), /\["Kiev", "Kiew"\]/);
  });

  it('import reads what spreadsheets write, and guesses at nothing', () => {
    const table = 'prefer;instead\nMünchen;Munich\n';
    const utf16 = Buffer.from(`\uFEFF${table}`, 'utf16le');
    assert.match(importOf(utf16), /"München"/);
    assert.match(importOf(Buffer.from(utf16).swap16()), /"München"/);
    const old = Buffer.from(table, 'latin1');
    assert.match(importOf(old, '--encoding', 'windows-1252'), /"München"/);
    const made = folder({ 'old.csv': old, 'sheet.csv': Buffer.from('PK\u0003\u0004\u0000\u0000') });
    const told = made.run(['glossary', 'import', 'old.csv']);
    assert.equal(told.code, 2);
    assert.match(
      told.err,
      /^copydesk: old\.csv is not UTF-8.* If “München” is how it is spelled, add --encoding windows-1252/,
    );
    assert.match(made.run(['glossary', 'import', 'sheet.csv']).err, /is no table of text\. Save it as CSV/);
    assert.match(made.run(['glossary', 'import', 'old.csv', '--encoding', 'x']).err, /--encoding cannot be "x"\./);
    assert.throws(() => made.read('copydesk.json'));
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
