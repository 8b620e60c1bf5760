// The menu under a finding: its order, what is preferred, and that whatever acts on several findings takes only what is safe unseen.
import * as assert from 'node:assert/strict';
import { asking, type Editor, startEditor } from '../support/editor';
import type { Json } from '../support/rpc';
import { applyEdits } from '../../server/src/text/edit';
import { reasonsFor, reasonsForMany } from '../../server/src/engine/reasons';
import { rules } from '../../server/src/rules/index';
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

  it('leaves a gap selected where the editor can, to be typed over, and writes it as it is where not', async () => {
    const [plain] = await menuOf('unattributed-claim');
    assert.match(plain.edit.documentChanges[0].edits[0].newText, /^, TK said$/);
    await editor.stop();
    const workspaceEdit = { documentChanges: true, snippetEditSupport: true };
    editor = await startEditor({ ...asking, workspace: { ...asking.workspace, workspaceEdit } });
    editor.open(uri, copy, 'wire-copy');
    found = await editor.diagnostics(uri);
    const [gap] = await menuOf('unattributed-claim');
    const [edit] = gap.edit.documentChanges[0].edits;
    assert.deepEqual(edit.snippet, { kind: 'snippet', value: `, $\{0:TK} said` });
    const others = (await editor.actions(uri, whole, ['quickfix'])).filter(({ title }) => !/gap/.test(title));
    assert.doesNotMatch(JSON.stringify(others.map((one) => one.edit)), /snippet/);
  });

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

describe('the menu of an editor that can go on asking', () => {
  let editor: Editor;
  let found: Json[];
  beforeEach(async () => {
    editor = await startEditor(asking, { options: { manuals: true, choices: true } });
    editor.open(uri, copy, 'wire-copy');
    found = await editor.diagnostics(uri);
  });
  afterEach(() => editor.stop());
  const menu = (range: Json): Promise<Json[]> => editor.actions(uri, range, ['quickfix']);
  const askedIn = (actions: Json[], kind: string): Json =>
    actions.flatMap(({ command }) => command?.arguments ?? []).find((one: Json) => one.kind === kind);
  const at = (rule: string): Json => found.find(({ code }) => code === rule).range;
  const labels = (choices: Json[]): string[] => choices.map(({ label }) => label);

  it('has six entries at most for one finding, and names nobody in any', async () => {
    for (const { range } of found) {
      const actions = await menu({ start: range.start, end: range.start });
      const about = new Set(actions.flatMap(({ diagnostics }) => diagnostics.map((one: Json) => one.message)));
      if (about.size === 1) assert.ok(actions.length <= 6, actions.map(({ title }) => title).join('; '));
      for (const { title } of actions) assert.doesNotMatch(title, /Morozova|Holm|Orel/);
    }
  });

  it('asks why something is fine, with reasons that fit the rule, a false alarm first', async () => {
    const claim = askedIn(await menu(at('unattributed-claim')), 'clear');
    assert.equal(claim.choices[0].label, 'A false alarm');
    assert.ok(labels(claim.choices).includes('Our reporter witnessed it'));
    const sign = askedIn(await menu(at('wire-sign-off')), 'clear');
    assert.deepEqual(labels(sign.choices), ['A false alarm', 'It is house style']);
    const who = askedIn(await menu(at('ambiguous-speaker')), 'clear');
    assert.deepEqual(labels(who.choices).slice(0, 2), ['A false alarm', 'It is clear who is meant']);
  });

  it('clears all like it in the draft, for no reason that states a fact, and takes that back at once', async () => {
    const { choices } = askedIn(await menu(at('unattributed-claim')), 'clear');
    const all = choices.at(-1);
    assert.match(all.label, /^Clear all 2 of unattributed-claim in this draft/);
    assert.deepEqual(labels(all.choices), ['A false alarm', 'It is house style']);
    const [{ command }] = all.choices;
    const claims = async () => (await editor.diagnostics(uri)).filter(({ code }) => code === 'unattributed-claim');
    await editor.request('workspace/executeCommand', command);
    assert.deepEqual(await claims(), []);
    await editor.request('workspace/executeCommand', { ...command, command: 'copydesk.server.revoke' });
    assert.equal((await claims()).length, 2);
  });

  it('says who may have said so where it is asked, and nowhere else', async () => {
    const { choices } = askedIn(await menu(at('ambiguous-speaker')), 'speaker');
    assert.equal(choices.length, 2);
    assert.ok(choices.every(({ edit }: Json) => edit.documentChanges[0].edits.length > 0));
    assert.equal(askedIn(await menu(at('wire-sign-off')), 'speaker'), undefined);
  });

  it('turns a rule off for whom the person says', async () => {
    const { choices } = askedIn(await menu(at('wire-sign-off')), 'off');
    assert.match(choices[0].label, /^Turn off wire-sign-off/);
    assert.match(choices.at(-1).label, /not a draft/);
  });

  it('keeps what it does for a place with two findings apart', async () => {
    const { choices } = askedIn(await menu(whole), 'clear');
    assert.ok(new Set(choices.map(({ group }: Json) => group)).size > 1);
  });
});

describe('reasons', () => {
  it('each rule has some, a false alarm first', () => {
    for (const { id } of rules) {
      const [[first] = []] = reasonsFor(id);
      assert.equal(first, 'false-alarm');
      assert.ok(reasonsForMany(id).every(([reason]) => reason === 'false-alarm' || reason === 'house-style'));
    }
  });
});
