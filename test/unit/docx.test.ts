// Word files: what somebody reads in one is read, a line a paragraph; what was taken out is not; nothing is ever written to it.
import * as assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { textOfWord } from '../../server/src/document/formats/docx/text';
import type { Problem } from '../../server/src/document/story';
import { copy, fixAs, lintAs, signOff, storyOf } from '../support/formats';
import { item, paragraph, run, wordFile, wordStory } from '../support/word';

const read = (bytes: Uint8Array): string => {
  const text = textOfWord(bytes, 'draft.docx');
  assert.equal(typeof text, 'string', (text as Problem).message);
  return text as string;
};

describe('a Word file', () => {
  it('gives the findings of the same words in plain text, and no fix', () => {
    const { diagnostics } = lintAs(read(wordFile(wordStory(copy, signOff))), 'docx');
    const plain = lintAs(
      [
        copy.headline,
        copy.deck,
        copy.byline,
        ...copy.paragraphs,
        copy.quoted,
        ...copy.items.map((one) => `- ${one}`),
        signOff,
      ].join('\n\n'),
      'text',
    );
    assert.deepEqual(
      diagnostics.map(({ rule }) => rule),
      plain.diagnostics.map(({ rule }) => rule),
    );
    assert.ok(diagnostics.every(({ fixes }) => fixes.length === 0));
    const text = read(wordFile(wordStory(copy, signOff)));
    assert.equal(fixAs(text, 'docx').text, text);
  });

  it('is a line a paragraph, by the names of its styles', () => {
    const body = [
      paragraph('Port shut', 'Titel'),
      '<w:p/>',
      paragraph('What we know', 'berschrift2'),
      paragraph('The sea took it.', 'Zitat'),
      item('A crane fell.'),
      `<w:tbl><w:tr><w:tc>${paragraph('Odesa')}</w:tc><w:tc>${paragraph('4 ships')}</w:tc></w:tr></w:tbl>`,
      `<w:tbl><w:tr><w:tc>${paragraph('He left.')}${paragraph('He came.')}</w:tc></w:tr></w:tbl>`,
    ];
    const text = read(wordFile(body.join('')));
    assert.equal(
      text,
      '# Port shut\n\n## What we know\n> The sea took it.\n- A crane fell.\n| Odesa\t4 ships\nHe left.\nHe came.\n',
    );
    assert.deepEqual(
      storyOf(text, 'docx').blocks.map(({ role }) => role),
      ['headline', 'subhead', 'block-quote', 'item', 'table', 'paragraph', 'paragraph'],
    );
  });

  const kept: readonly (readonly [string, string, string])[] = [
    ['runs are one word', `<w:p>${run('Ky')}${run('iv')}</w:p>`, 'Kyiv'],
    ['what was put in', `<w:p><w:ins w:id="1">${run('Kyiv')}</w:ins></w:p>`, 'Kyiv'],
    [
      'never what was taken out',
      `<w:p><w:del w:id="1"><w:r><w:delText>Kiev</w:delText></w:r></w:del>${run('Kyiv')}</w:p>`,
      'Kyiv',
    ],
    [
      'what was moved, where it is now',
      `<w:p><w:moveFrom>${run('Kiev')}</w:moveFrom><w:moveTo>${run('Kyiv')}</w:moveTo></w:p>`,
      'Kyiv',
    ],
    ['no struck words', `<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>Kiev</w:t></w:r>${run('Kyiv')}</w:p>`, 'Kyiv'],
    ['no hidden words', `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Kiev</w:t></w:r>${run('Kyiv')}</w:p>`, 'Kyiv'],
    ['no code of a field', `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>${run('Kyiv')}</w:p>`, 'Kyiv'],
    [
      'links and fields by their words',
      `<w:p><w:hyperlink r:id="x">${run('Ky')}</w:hyperlink><w:fldSimple w:instr="X">${run('iv')}</w:fldSimple></w:p>`,
      'Kyiv',
    ],
    [
      'controls',
      `<w:sdt><w:sdtPr><w:alias w:val="Kiev"/></w:sdtPr><w:sdtContent>${paragraph('Kyiv')}</w:sdtContent></w:sdt>`,
      'Kyiv',
    ],
    [
      'breaks',
      '<w:p><w:r><w:t>He</w:t><w:br/><w:t>left</w:t><w:tab/><w:t>Kyiv</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r></w:p>',
      'He left\tKyiv-2',
    ],
    [
      'a box once, behind its paragraph',
      `<w:p>${run('He left.')}<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('Kyiv')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('Kyiv')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>`,
      'He left.\nKyiv',
    ],
    ['codes', `<w:p>${run('Tea & <Sons>')}</w:p>`, 'Tea & <Sons>'],
  ];
  for (const [name, body, words] of kept) it(`reads ${name}`, () => assert.equal(read(wordFile(body)), `${words}\n`));

  it('has its notes behind its text', () => {
    const notes = `<w:footnotes xmlns:w="urn:w"><w:footnote w:type="separator">${paragraph('-')}</w:footnote><w:footnote w:id="2">${paragraph('So the port said.')}</w:footnote></w:footnotes>`;
    assert.equal(
      read(wordFile(paragraph('He left.'), { 'word/footnotes.xml': notes })),
      'He left.\nSo the port said.\n',
    );
  });
});

describe('a Word file that cannot be read', () => {
  const told = (bytes: Uint8Array): string => {
    const problem = textOfWord(bytes, 'draft.docx');
    assert.equal(typeof problem, 'object');
    return (problem as Problem).message;
  };
  it('is told in one sentence, wherever it breaks off', () => {
    const whole = wordFile(wordStory(copy, signOff));
    for (let end = 0; end < whole.length; end++)
      assert.match(told(whole.subarray(0, end)), /^draft\.docx cannot be read as a Word file: .+\. Open it in Word/);
  });

  it('or has a byte that is wrong', () => {
    const whole = wordFile(wordStory(copy, signOff));
    for (let at = 0; at < whole.length; at += 3) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] as number) ^ 0xff;
      const read = textOfWord(bytes, 'draft.docx');
      if (typeof read === 'string') assert.notEqual(read.trim(), '', `an empty text without a word, at byte ${at}`);
      else assert.match(told(bytes), /^draft\.docx .+\.$/, `at byte ${at}`);
    }
  }).timeout(60_000);

  it('or is none, or locked', () => {
    assert.match(told(strToU8('Kiev'.repeat(100))), /breaks off before its end/);
    assert.match(told(zipSync({ 'a.txt': strToU8('Kiev') })), /holds no word\/document\.xml/);
    assert.match(told(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])), /password/);
    assert.match(told(zipSync({ 'word/document.xml': strToU8('<w:document><w:body><w:p>') })), /no well-formed XML/);
  });

  it('or unpacks to more than any story has', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(64 << 20) }, { level: 1 });
    assert.match(told(bomb), /more than 48 MB/);
    // by what it says of its size, too
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at + 28 < bomb.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    assert.match(told(bomb), /more than 48 MB/);
  }).timeout(60_000);

  it('or nests deep', () => {
    const deep = wordFile(`${'<w:sdt>'.repeat(3000)}${'</w:sdt>'.repeat(3000)}`);
    assert.match(told(deep), /no well-formed XML|none that Word/);
    assert.equal(
      read(wordFile(`${'<w:sdt>'.repeat(900)}${paragraph('He left.')}${'</w:sdt>'.repeat(900)}`)),
      'He left.\n',
    );
  });

  it('and declares nothing that is put in its place', () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "Kiev"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>He left &b; now.</w:t></w:r></w:p></w:body></w:document>`;
    const text = read(zipSync({ 'word/document.xml': strToU8(bomb) }));
    assert.doesNotMatch(text, /Kiev/);
  });
});
