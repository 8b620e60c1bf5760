// Whatever acts on several findings, or without a person choosing that very fix, takes only what is safe unseen: every path, and one
// place that says which fixes those are.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { fix, lint } from '../../server/src/api/index';
import type { Diagnostic } from '../../server/src/engine/record';
import { speakersLast, unseenFix, unseenFixes } from '../../server/src/engine/unseen';
import { criticReport } from '../../server/src/report/critic';
import { rdjsonlReport } from '../../server/src/report/rdjsonl';
import { sarifReport } from '../../server/src/report/sarif';
import { rules } from '../../server/src/rules/index';
import { root } from '../support/root';

type Fix = Diagnostic['fixes'][number];
const edits = [{ start: 0, end: 0, text: 'x' }];
const auto: Fix = { title: 'safe', apply: 'auto', edits };
const ask: Fix = { title: 'a choice', apply: 'ask', edits };
const speaker: Fix = { title: 'a name', apply: 'ask', edits, speaker: 'Carla Moll' };

/** Six claims that nobody stands behind, one speaker near by, and furniture. */
const copy = `Schools in Ostrel opened again on Monday.

At least 17 people were killed when shells hit the market of Ostrel on Friday. More shells fell near the market on Sunday, Yelena Morozova said.

At least 40 people were wounded in Lom on Sunday.

Governor Peter Holm and factory manager Victor Orel met in Lom. He said the mill would close.

Follow us on Facebook

ENDS
`;

describe('what is done unseen', () => {
  it('is an auto fix, wherever it stands among the others, and one that names a speaker never', () => {
    assert.equal(unseenFix({ fixes: [ask, auto] }), auto);
    assert.equal(unseenFix({ fixes: [ask, speaker] }), undefined);
    assert.deepEqual(unseenFixes([{ fixes: [ask] }, { fixes: [auto] }, { fixes: [] }]), [auto]);
    const ordered = speakersLast([{ ...speaker, apply: 'auto' }, ask]);
    assert.deepEqual(ordered, [ask, speaker]);
    assert.deepEqual(speakersLast([speaker]), [], 'a name is never the only thing that can be done');
  });

  it('answers no query: the library’s fix leaves each as it stood', async () => {
    const { diagnostics } = await lint(copy);
    const queries = diagnostics.filter(({ kind }) => kind === 'query');
    assert.ok(queries.length >= 3 && queries.some(({ fixes }) => fixes.some((one) => one.speaker)));
    const fixed = await fix(copy);
    assert.ok(fixed.applied > 0 && !/TK|ENDS/.test(fixed.text));
    assert.equal(fixed.text.split('Morozova').length, copy.split('Morozova').length);
    assert.equal(fixed.diagnostics.filter(({ kind }) => kind === 'query').length, queries.length);
  });

  it('is all that reports hand on to programs', async () => {
    const { diagnostics } = await lint(copy);
    const draft = { path: 'a.txt', text: copy, diagnostics, problems: [] };
    const paper = { color: false, width: 80, rules } as never;
    const sarif = await sarifReport(paper);
    for (const said of [criticReport().draft(draft), rdjsonlReport().draft(draft), sarif.draft(draft)])
      assert.ok(!said.includes(', TK said') && !said.includes(', Yelena Morozova said"'), said);
  });

  it('is decided in one place', () => {
    const asking: string[] = [];
    for (const folder of ['server/src', 'client/src'])
      for (const name of readdirSync(path.join(root, folder), { recursive: true }) as string[]) {
        if (!name.endsWith('.ts')) continue;
        const source = readFileSync(path.join(root, folder, name), 'utf8');
        if (/apply\b\s*(?:===|!==)\s*'(?:auto|ask)'/.test(source)) asking.push(name.replaceAll(path.sep, '/'));
      }
    // the vocabulary only makes choices of fixes, never the other way round
    assert.deepEqual(asking.sort(), ['engine/unseen.ts', 'engine/vocabulary.ts']);
  });

  it('moves no stop about a closing mark by the story’s habit: only where the house says which', async () => {
    const taxed =
      'The mayor called the toll "a tax," the vote "a joke," the bridge "a dream" and the ferry "a bargain."\n\nDrivers called the toll "a theft," the vote "a sham" and the mayor "a fool".\n';
    const settings = { rules: { 'mixed-quote-marks': ['warning', { stops: 'inside' }] } } as const;
    const habit = { rules: { 'mixed-quote-marks': ['warning', { stops: 'story' }] } } as const;
    assert.equal((await fix(taxed, { settings: habit })).text, taxed);
    assert.ok((await lint(taxed, { settings: habit })).diagnostics.some(({ rule }) => rule === 'mixed-quote-marks'));
    assert.match((await fix(taxed, { settings })).text, /"a fool\."/);
  });
});
