// Parsers of drafts, each with all that is made of what it reads: the story, what is said of it, and what `--fix` leaves.
import * as assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { withoutConflicts } from '../../server/src/document/conflict';
import { decode } from '../../server/src/document/decode';
import type { Format } from '../../server/src/document/draft';
import { decodeAs, encodeAs, type Encoding, encodingOf } from '../../server/src/document/encoding';
import { textOfWord } from '../../server/src/document/formats/docx/text';
import { OBJECT } from '../../server/src/document/formats/hidden';
import { formatTable } from '../../server/src/document/formats/table';
import type { LintRecord } from '../../server/src/engine/record';
import { readCases } from '../../server/src/rules/case-file';
import { files, fixAs, lintAs, parsers, storyOf } from '../support/formats';
import { checkParsed } from '../support/held';
import { root, sampleNames } from '../support/root';
import { wordFile } from '../support/word';
import type { Target } from './target';
import { archieWords, copyWords, frontWords, jsonWords, markdownWords, tagWords, wireWords } from './words';

const sample = (name: string): string => readFileSync(path.join(root, 'test/samples', name), 'utf8');
const samples = (...endings: string[]): string[] =>
  sampleNames()
    .filter((name) => endings.includes(path.extname(name)))
    .map(sample);
const ofFormat = (...formats: Format[]): string[] =>
  Object.values(files).flatMap((file) => (file && formats.includes(file.format) ? [file.text] : []));

const rulesFolder = path.join(root, 'server/src/rules');

/** Of the rules' cases one in so many: their own test runs them all. */
const EACH = 12;

/** What stands in fences of the rules' cases in this format. */
const casesIn = (format: Format): string[] =>
  readdirSync(rulesFolder)
    .map((name) => path.join(rulesFolder, name, 'cases.md'))
    .filter((file) => existsSync(file))
    .flatMap((file) => readCases(readFileSync(file, 'utf8')))
    .flatMap((one) => (one.format === format ? [one.text] : []))
    .filter((_, i) => i % EACH === 0);

/** What may stand nowhere in a fix: characters that hold the place of what is no prose. */
const OWN = /[\ue100-\ue102\ufffc]/;

function checkRecord({ diagnostics, problems }: LintRecord, text: string): void {
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const { line } of problems)
    assert.ok(line === undefined || (line >= 1 && line <= lines), `problem in line ${line}`);
  for (const { rule, start, end, fixes } of diagnostics) {
    assert.ok(start >= 0 && start <= end && end <= text.length, `${rule} ${start}-${end} of ${text.length}`);
    for (const { edits } of fixes) {
      for (const edit of edits) {
        assert.ok(
          edit.start >= 0 && edit.start <= edit.end && edit.end <= text.length,
          `${rule} ${edit.start}-${edit.end}`,
        );
        assert.ok(!OWN.test(edit.text), `${rule} writes ${JSON.stringify(edit.text)}`);
      }
    }
  }
}

/** What `--fix` has put right, another `--fix` leaves alone. */
function checkFixed(text: string, format: Format): void {
  const { text: once } = fixAs(text, format);
  assert.equal(fixAs(once, format).text, once, 'a second --fix changes something');
}

/** What is read is what stands there, with an object's character for each that is hidden. */
const isCopyOf = (read: string, prose: string): boolean =>
  read.length === prose.length && read.split('').every((one, i) => one === OBJECT || one === prose.charAt(i));

/** A parser by its format. @param file makes the file of what is mutated */
function draft(name: string, format: Format, seeds: () => readonly string[], words: readonly string[]): Target {
  return {
    name,
    seeds,
    words,
    quick(text) {
      const settled = withoutConflicts(text).text;
      checkParsed(parsers[format]({ text: settled, format }), settled);
    },
    whole(text) {
      const story = storyOf(text, format);
      for (const { start, end, facts } of story.blocks)
        if (facts.text !== '')
          assert.ok(isCopyOf(facts.text, story.prose.slice(start, end)), JSON.stringify(facts.text));
      checkRecord(lintAs(text, format), text);
      if (!formatTable[format].textOf) checkFixed(text, format);
    },
    grows: (text) => void lintAs(text, format),
  };
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0) & 0xff);

const word = ofFormat('docx').join('\n');
const wordXml = `<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t xml:space="preserve">Port of Kiev</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t><w:tab/><w:br/></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:ins><w:r><w:t>Kiev</w:t></w:r></w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`;

/** What is read of a Word file is text, or one problem; and that text is read as any other. */
function checkWord(bytes: Uint8Array): void {
  const read = textOfWord(bytes, 'a.docx');
  if (typeof read === 'string') checkParsed(parsers.docx({ text: read, format: 'docx' }), read);
  else assert.match(read.message, /^a\.docx /);
}

/** Bytes are written back as they were read, in the encoding that they say they are in. */
function checkBytes(bytes: Uint8Array): void {
  const encoding = encodingOf(bytes, true);
  const text = encoding && decodeAs(bytes, encoding);
  const again = text === undefined ? undefined : encodeAs(text, encoding as Encoding);
  if (again) assert.deepEqual(Buffer.from(again), Buffer.from(bytes));
  const read = decode(bytes, 'a.txt');
  if (typeof read === 'string') assert.deepEqual(Buffer.from(read, 'utf8'), Buffer.from(bytes));
  else assert.match(read.message, /^a\.txt /);
}

const declared = ['utf-8', 'ISO-8859-1', 'windows-1252', 'iso-8859-15', 'koi8-r', 'macintosh', 'shift_jis', 'utf-16'];

export const draftTargets: readonly Target[] = [
  // found by chance: a joiner behind a letter that is never joined
  draft('plain text', 'text', () => [...samples('.txt'), ...casesIn('text'), 'r\u200d'], copyWords),
  draft('wire', 'wire-copy', () => [...samples('.wire'), ...ofFormat('text'), ...casesIn('wire-copy')], [
    ...copyWords,
    ...wireWords,
  ]),
  draft('Markdown', 'markdown', () => [...samples('.md'), ...ofFormat('markdown'), ...casesIn('markdown')], [
    ...copyWords,
    ...markdownWords,
  ]),
  draft(
    'front matter',
    'markdown',
    () => ofFormat('markdown').map((text) => text.replace(/(?<=\n(?:---|\+\+\+)\n)[\s\S]*/, 'Ships wait.\n')),
    [...frontWords, ...copyWords],
  ),
  draft('HTML', 'html', () => ofFormat('html'), [...tagWords, ...copyWords]),
  draft('XML', 'xml', () => ofFormat('nitf', 'newsml'), [...tagWords, ...copyWords]),
  draft('JSON', 'json', () => ofFormat('json', 'ninjs'), [...jsonWords, ...copyWords]),
  draft('ArchieML', 'archieml', () => ofFormat('archieml'), [...archieWords, ...copyWords]),
  draft('Word, its lines', 'docx', () => [word], [...copyWords, '# ', '## ', '> ', '- ', '| ']),
  {
    name: 'Word, its XML',
    seeds: () => [wordXml],
    words: [
      ...tagWords,
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '<w:t>',
      '</w:t></w:r>',
      '<w:tbl>',
      '<w:del>',
      '<w:instrText>',
      '<mc:Fallback>',
      'w:val="',
    ],
    quick: (text) => checkWord(wordFile(text)),
  },
  {
    name: 'Word, its archive',
    seeds: () => [Buffer.from(wordFile(wordXml)).toString('latin1')],
    words: [
      'PK\x03\x04',
      'PK\x01\x02',
      'PK\x05\x06',
      '\0\0',
      '\xff\xff\xff\xff',
      'word/document.xml',
      '\x08\0',
      '\x01\0\0\0',
    ],
    quick: (text) => checkWord(bytesOf(text)),
  },
  {
    name: 'encodings',
    seeds: () => [
      ...declared.map((name) => `<?xml version="1.0" encoding="${name}"?>\n<p>Caf\xe9 \x93Why?\x94</p>`),
      ...declared.map((name) => `<html><head><meta charset="${name}"></head><p>Caf\xe9 \x80</p>`),
      ...['\xff\xfeT\0K\0', '\xfe\xff\0T\0K', '\xef\xbb\xbfTK', '<\0p\0>\0'],
      ...samples('.txt').map((text) => Buffer.from(text, 'utf8').toString('latin1')),
    ],
    words: [
      ...declared,
      'encoding="',
      'charset=',
      '\0',
      '\xff',
      '\xfe',
      '\xd8',
      '\xdc',
      '\x80',
      '\x9d',
      '\xed\xa0\x80',
      '\xf4\x90',
    ],
    quick: (text) => checkBytes(bytesOf(text)),
  },
];
