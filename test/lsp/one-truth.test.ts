// One truth: whatever view says that a claim stands alone, every other says so too, and what was cleared is cleared in all of them.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { asking, type Editor, offsetOf, startEditor } from '../support/editor';
import { root } from '../support/root';
import type { Json } from '../support/rpc';

const folders = ['test/samples', 'test/e2e/workspace'];
const drafts = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => /\.(?:txt|md|wire)$/.test(name) && name !== 'README.md')
    .map((name) => path.join(folder, name)),
);

/** What there is more than samples have: gaps, comments, one of two, opinion. */
const own: Readonly<Record<string, string>> = {
  'alone.txt': 'At least 17 people were killed when shells hit Ostrel on Friday.\n\nRebels shot three men in Lom.\n',
  'gap.txt': 'At least 17 people were killed when shells hit Ostrel on Friday, TK said.\n',
  'either.txt': 'Governor Peter Holm and manager Victor Orel met in Lom. He said the mill would close.\n',
  'opinion.md': '---\ngenre: opinion\n---\n\nAt least 17 people were killed when shells hit Ostrel on Friday.\n',
  'comment.md':
    '<!-- copydesk-ignore-next -->\nAt least 17 people were killed when shells hit Ostrel on Friday.\n\nRebels shot three men in Lom.\n',
  'carried.txt': 'The rebels shelled the port, Mayor Lena Orsk said on Monday. They took two villages.\n',
  'role.txt': 'Police said two men were shot. The road was shut at noon, a witness said.\n',
};

interface Seen {
  readonly findings: number[];
  readonly map: number[];
  readonly colours: number[];
  readonly report: number;
  readonly hover: number[];
  readonly cleared: { readonly map: number[]; readonly colours: number[]; readonly hover: number[] };
}

describe('one truth', () => {
  let editor: Editor;
  before(async () => {
    editor = await startEditor(asking, { options: { manuals: true, choices: true } });
  });
  after(() => editor.stop());

  /** By line, what each view says. */
  async function seen(uri: string): Promise<Seen> {
    const text = editor.text(uri);
    const found = (await editor.diagnostics(uri)).filter(({ code }) => code === 'unattributed-claim');
    const { entries } = await editor.request('copydesk/sourceMap', { uri });
    const { record, judged } = await editor.request('copydesk/sources', { uri });
    const { html } = await editor.request('copydesk/report', { uri });
    const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
    const inMap = (label: RegExp): number[] =>
      entries
        .filter((one: Json) => one.kind === 'claims' && label.test(one.label))
        .flatMap((one: Json) => one.entries.map(({ range }: Json) => lineAt(offsetOf(text, range.start))));
    const hovers = async (words: RegExp): Promise<number[]> => {
      const lines: number[] = [];
      for (const sentence of record.sentences) {
        const at = Math.floor((sentence.start + sentence.end) / 2);
        const before = text.slice(0, at);
        const position = { line: before.split('\n').length - 1, character: at - (before.lastIndexOf('\n') + 1) };
        const hover = await editor.request('textDocument/hover', { textDocument: { uri }, position });
        if (words.test(hover?.contents.value ?? '')) lines.push(lineAt(sentence.start));
      }
      return lines;
    };
    const linesOf = (those: number[]): number[] => those.map((index) => lineAt(record.sentences[index].start));
    const section = /<h3>Claims that stand alone<\/h3>([\s\S]*?)<\/section>/.exec(html)?.[1] ?? '';
    return {
      findings: found.map(({ range }) => range.start.line + 1).sort(byNumber),
      map: inMap(/stand alone/).sort(byNumber),
      colours: linesOf(judged.alone).sort(byNumber),
      report: section.split('<tr>').length - 1 - (section.includes('<thead>') ? 1 : 0),
      hover: (await hovers(/Claim without a source/)).sort(byNumber),
      cleared: {
        map: inMap(/^Cleared/).sort(byNumber),
        colours: linesOf(judged.cleared).sort(byNumber),
        hover: (await hovers(/somebody has cleared/)).sort(byNumber),
      },
    };
  }

  function agree({ findings, map, colours, hover, report, cleared }: Seen, name: string): void {
    assert.deepEqual(map, findings, `${name}: the map`);
    assert.deepEqual(colours, findings, `${name}: the colours`);
    assert.deepEqual(hover, findings, `${name}: the hover`);
    assert.equal(report, findings.length, `${name}: the report`);
    assert.deepEqual(cleared.colours, cleared.map, `${name}: what is cleared, in colours`);
    assert.deepEqual(cleared.hover, cleared.map, `${name}: what is cleared, in the hover`);
  }

  const all = [...drafts.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]), ...Object.entries(own)];
  for (const [name, text] of all as [string, string][]) {
    it(`every view tells the same of ${name}, before and after each claim is cleared`, async () => {
      const uri = `untitled:${encodeURIComponent(name)}`;
      editor.open(uri, text, name.endsWith('.md') ? 'markdown' : 'plaintext');
      agree(await seen(uri), name);
      const claims = (await editor.diagnostics(uri)).filter(({ code }) => code === 'unattributed-claim');
      for (const { range } of claims.slice(0, 2)) {
        const before = await seen(uri);
        const actions = await editor.actions(uri, { start: range.start, end: range.start }, ['quickfix']);
        const asked = actions.flatMap(({ command }) => command?.arguments ?? []).find((one) => one.kind === 'clear');
        const own = asked.choices.find(
          ({ group, command }: Json) => command && (!group || group.startsWith('unattributed-claim')),
        );
        await editor.request('workspace/executeCommand', own.command);
        const after = await seen(uri);
        agree(after, name);
        assert.equal(after.findings.length, before.findings.length - 1, `${name}: cleared`);
        assert.equal(after.cleared.map.length, before.cleared.map.length + 1, `${name}: told as cleared`);
      }
    });
  }

  it('what a comment clears is told as cleared, and what a gap or the genre answers is told nowhere', async () => {
    const of = (name: string) => {
      editor.open(`untitled:2/${name}`, own[name] as string, name.endsWith('.md') ? 'markdown' : 'plaintext');
      return seen(`untitled:2/${name}`);
    };
    assert.deepEqual((await of('comment.md')).cleared.map, [2]);
    for (const name of ['gap.txt', 'opinion.md']) {
      const { findings, cleared } = await of(name);
      assert.deepEqual([findings, cleared.map], [[], []], name);
    }
  });

  it('somebody of whom it is not clear who it is stands apart, in the map, the hover and the report', async () => {
    const uri = 'untitled:3/either.txt';
    editor.open(uri, own['either.txt'] as string);
    const { entries } = await editor.request('copydesk/sourceMap', { uri });
    const group = entries.find(({ label }: Json) => label === 'Not clear who');
    assert.match(group.entries[0].label, /^He said the mill/);
    const { html } = await editor.request('copydesk/report', { uri });
    assert.match(html, /<h3>Not clear who<\/h3>/);
    const position = { line: 0, character: 60 };
    const { contents } = await editor.request('textDocument/hover', { textDocument: { uri }, position });
    assert.match(contents.value, /it is not clear who/);
  });

  it('a harmless sentence has nothing said of it', async () => {
    editor.open('untitled:calm.txt', 'The council met on Monday.\n');
    const position = { line: 0, character: 14 };
    const textDocument = { uri: 'untitled:calm.txt' };
    assert.equal(await editor.request('textDocument/hover', { textDocument, position }), null);
  });
});

const byNumber = (a: number, b: number): number => a - b;
