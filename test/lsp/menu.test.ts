// The menu under a finding: its order, what is preferred, and that whatever acts on several findings takes only what is safe unseen.
import * as assert from 'node:assert/strict';
import { asking, type Editor, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';
import { applyEdits } from '../../server/src/text/edit';
import { lineIndex } from '../../server/src/text/line-index';

const uri = 'untitled:Untitled-1';
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** A claim with one speaker near, a statement of one of two men, a loaded verb, two sign-offs' worth of furniture. */
const copy = `Schools in Ostrel opened again on Monday.

At least 17 people were killed when shells hit the market of Ostrel on Friday. More shells fell near the market on Sunday, Yelena Morozova said.

Governor Peter Holm and factory manager Victor Orel met in Lom. He said the mill would close.

At least 40 people were wounded in Lom on Sunday.

Follow us on Facebook

Read more: Harbour closed

ENDS
`;

const kinds: readonly (readonly [RegExp, number])[] = [
  [/^Clear .*: /, 2],
  [/^If /, 3],
  [/^Clear .* here with a comment/, 4],
  [/^Turn off /, 5],
  [/not a draft/, 6],
  [/^Read why/, 7],
];
const rank = (title: string): number => kinds.find(([pattern]) => pattern.test(title))?.[1] ?? 1;

describe('the menu under a finding', () => {
  let editor: Editor;
  let found: Json[];
  beforeEach(async () => {
    editor = await startEditor(asking, { options: { manuals: true } });
    editor.open(uri, copy, 'wire-copy');
    found = await editor.diagnostics(uri);
  });
  afterEach(() => editor.stop());
  const menuOf = async (rule: string): Promise<Json[]> =>
    editor.actions(uri, found.find(({ code }) => code === rule).range, ['quickfix']);

  it('has fix or gap, clearing, speakers, a comment, quiet and the manual, in this order', async () => {
    for (const { range } of found) {
      const ranks = (await editor.actions(uri, range, ['quickfix'])).map(({ title }) => rank(title));
      assert.deepEqual(
        ranks,
        ranks.toSorted((a, b) => a - b),
      );
    }
    const titles = (await menuOf('unattributed-claim')).map(({ title }) => title);
    assert.match(titles[0] ?? '', /gap.*TK said/);
    assert.ok(titles.some((title) => title.startsWith('If Yelena Morozova said so')));
    assert.match(titles.at(-1) ?? '', /^Read why a desk asks: unattributed-claim/);
  });

  it('leaves a gap first where one of two may be meant', async () => {
    const [gap, ...others] = await menuOf('ambiguous-speaker');
    assert.match(gap.title, /gap.*“TK”/);
    assert.equal(others.filter(({ title }) => title.startsWith('If ')).length, 2);
  });

  it('prefers nothing but what is safe unseen, and offers no bulk of anything else', async () => {
    const actions = await editor.actions(uri, whole, ['quickfix']);
    const safe = found.flatMap(({ data }) => data.fixes).filter(({ apply }: Json) => apply === 'auto');
    for (const { isPreferred, title } of actions)
      if (isPreferred)
        assert.ok(
          safe.some((fix: Json) => fix.title === title),
          title,
        );
    const bulk = actions.filter(({ title }) => title.startsWith('Fix all'));
    assert.deepEqual(
      bulk.map(({ title }) => title),
      ['Fix all 2 of web-remnant in this draft'],
    );
    const edits = JSON.stringify(safe.flatMap((fix: Json) => fix.edits));
    for (const { edit } of bulk)
      for (const one of edit.documentChanges[0].edits) assert.ok(edits.includes(JSON.stringify(one)));
  });

  it('says that nobody is cited, and names no speaker in what is done first', () => {
    for (const { code, message, data } of found.filter((one) => one.code === 'unattributed-claim')) {
      assert.match(message, /nobody is cited/, code);
      assert.equal(data.fixes[0].speaker, undefined);
      assert.ok(data.fixes.every(({ apply }: Json) => apply === 'ask'));
    }
  });

  it('fix all on save names nobody', async () => {
    const [action] = await editor.actions(uri, whole, ['source.fixAll']);
    const { starts } = lineIndex(copy);
    const edits = action.edit.documentChanges[0].edits.map(({ range, newText }: Json) => ({
      start: (starts[range.start.line] ?? copy.length) + range.start.character,
      end: (starts[range.end.line] ?? copy.length) + range.end.character,
      text: newText,
    }));
    const fixed = applyEdits(copy, edits);
    assert.equal(fixed.split('Morozova').length, copy.split('Morozova').length);
    assert.ok(!fixed.includes('TK said'));
  });
});
