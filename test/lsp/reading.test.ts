// What an editor can ask about a story besides its diagnostics: hover, manuals, outline, selections, the side views' records.
import * as assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { asking, type Editor, positionOf, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';
import { root } from '../support/root';

const uri = 'untitled:Untitled-1';
const text = [
  'Harbour reopens after storm',
  '',
  'By Yusuf Hamdan',
  '',
  'OSTREL, March 8 (Marenia News) - "The cranes are standing," said Mayor Lena Orsk. The port will close for TK days.',
  '',
  'Shops opened at noon.',
  '',
].join('\n');

describe('reading a story in an editor', () => {
  let editor: Editor;
  const hoverAt = async (words: string): Promise<Json> =>
    editor.request('textDocument/hover', { textDocument: { uri }, position: positionOf(text, text.indexOf(words)) });

  before(async () => {
    editor = await startEditor(asking);
    editor.open(uri, text);
  });
  after(() => editor.stop());

  it('hover on a finding gives the reason in the manual', async () => {
    const { contents, range } = await hoverAt('TK');
    assert.equal(contents.kind, 'markdown');
    assert.match(contents.value, /\*\*placeholder\*\*/);
    assert.match(contents.value, /to come/);
    assert.doesNotMatch(contents.value, /```|^\|/m, 'examples and tables stay on the page');
    assert.deepEqual(range.start, positionOf(text, text.indexOf('TK')));
  });

  it('hover on a sentence says who says this, in words that Markdown cannot misread', async () => {
    const { contents } = await hoverAt('cranes');
    assert.match(contents.value, /Quoted from \*\*.*Orsk\*\*/);
    assert.equal(await hoverAt('Hamdan'), null);
  });

  it('every rule has a manual; what is no rule has none', async () => {
    const folder = path.join(root, 'server/src/rules');
    const rules = readdirSync(folder, { withFileTypes: true }).filter(({ name }) =>
      existsSync(path.join(folder, name, 'rule.ts')),
    );
    for (const { name: rule } of rules) {
      const answer = await editor.request('copydesk/manual', { rule });
      assert.equal(answer.rule, rule);
      assert.match(answer.markdown, new RegExp(`^# ${rule}\n`));
      assert.ok(!answer.markdown.includes('generated'), rule);
    }
    for (const rule of ['no-such-rule', 'toString', '__proto__'])
      assert.equal(await editor.request('copydesk/manual', { rule }), null);
  });

  it('the outline names the parts of the story', async () => {
    const parts = await editor.request('textDocument/documentSymbol', { textDocument: { uri } });
    assert.deepEqual(
      parts.map(({ detail }: Json) => detail),
      ['headline', 'byline', 'dateline', 'lead'],
    );
    assert.equal(parts[0].name, 'Harbour reopens after storm');
  });

  it('the outline holds sections with what stands in them, and quotations with who said them', async () => {
    const story = [
      'Harbour reopens after storm',
      '',
      'Ships will wait for two days',
      '',
      'OSTREL, March 8 (Marenia News) - The harbour reopened on Monday, the port authority said.',
      '',
      '“The cranes are all still standing,” said Mayor Lena Orsk.',
      '',
      'What comes next',
      '',
      'Three ships were waiting outside on Monday, the port authority said.',
      '',
      'Idris Malouf, who sells fish, said: “We have waited long enough for this.”',
      '',
    ].join('\n');
    const other = 'untitled:Untitled-2';
    editor.open(other, story);
    const parts = await editor.request('textDocument/documentSymbol', { textDocument: { uri: other } });
    const shown = (symbols: Json[]): Json[] =>
      symbols.map(({ detail, name, children }) => [detail, name.slice(0, 24), ...(children ? [shown(children)] : [])]);
    assert.deepEqual(shown(parts), [
      ['headline', 'Harbour reopens after st'],
      ['subhead', 'Ships will wait for two '],
      ['dateline', 'OSTREL, March 8 (Marenia'],
      ['lead', 'The harbour reopened on '],
      ['quotation', 'Lena Orsk: “The cranes a'],
      [
        'subhead',
        'What comes next',
        [
          ['lead', 'Three ships were waiting'],
          ['quotation', 'Idris Malouf: “We have w'],
        ],
      ],
    ]);
    const section = parts.at(-1);
    assert.deepEqual(section.range.end, positionOf(story, story.length - 1));
    assert.deepEqual(section.selectionRange.end, positionOf(story, story.indexOf('\n\nThree ships')));
  });

  it('a selection grows from word to quotation to sentence to paragraph to story', async () => {
    const position = positionOf(text, text.indexOf('cranes') + 2);
    const [innermost] = await editor.request('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [position],
    });
    const seen: string[] = [];
    for (let one = innermost; one; one = one.parent) {
      const { start, end } = one.range;
      const lines = text.split('\n');
      seen.push(
        start.line === end.line ? (lines[start.line] as string).slice(start.character, end.character) : 'story',
      );
    }
    assert.deepEqual(seen, [
      'cranes',
      'The cranes are standing,',
      '"The cranes are standing,"',
      '"The cranes are standing," said Mayor Lena Orsk.',
      '"The cranes are standing," said Mayor Lena Orsk. The port will close for TK days.',
      'story',
    ]);
  });

  it('the side views’ records are those of the command line, for the version that is open', async () => {
    const { record, version } = await editor.request('copydesk/sources', { uri });
    assert.equal(version, 1);
    assert.ok(record.sources.some(({ name }: Json) => /Orsk/.test(name)));
    const names = await editor.request('copydesk/names', { uri });
    assert.ok(Array.isArray(names.record.entities));
    assert.equal(await editor.request('copydesk/sources', { uri: 'untitled:never-opened' }), null);
  });
});
