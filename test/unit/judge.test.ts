import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { claimsOf, NO_WEIGHTS, questionsOf } from '../../server/src/analysis/claims/claims';
import { sourceQuestionsOf } from '../../server/src/analysis/claims/source-questions';
import { evidenceOf } from '../../server/src/analysis/claims/evidence/evidence';
import { judge, partsOf } from '../../server/src/analysis/claims/judge';
import { rowOf } from '../../server/src/analysis/claims/scale';
import { evidenceTold, factTold } from '../../server/src/analysis/claims/tell';
import { heads, readWeights, useWeights, type Weights, weights } from '../../server/src/analysis/claims/weights';
import { readStory } from '../../server/src/document/read';
import { type Story, sentencesOf } from '../../server/src/document/story';
import { clearancesFor, withoutCleared } from '../../server/src/engine/clearances';
import { lint } from '../../server/src/engine/lint';
import { askOnly, recommended } from '../../server/src/engine/settings';
import { rules as everyRule } from '../../server/src/rules/index';
import { readCases } from '../../server/src/rules/case-file';
import { root } from '../support/root';

const read = (text: string): Story => readStory({ text, format: 'text' });
const TOLL =
  'The lorry stopped near the market.\n\nAt least 17 people were killed in the blast. Ambulances were still arriving at noon.';
const file = path.join(root, 'server/src/lexicon/claims/weights.txt');
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .join('\n');

function usable(): Weights {
  const by = weights();
  assert.ok(!('problem' in by));
  return by;
}

/** The rules that ask where the judge does and nowhere else, by what they ask. */
const judged = new Map([
  ['unattributed-claim', 'claim'],
  ['vague-source', 'source'],
  ['anonymous-source', 'source'],
]);

/** Where `double-hedge` asks: who says so is told there. */
const hedgesIn = (story: Story): number[] =>
  lint(story, recommended(everyRule), everyRule)
    .findings.filter(({ rule }) => rule.id === 'double-hedge')
    .map(({ start }) => start);

describe('the judge', () => {
  afterEach(() => useWeights(undefined));

  it('was made from the data and the code as they stand: after a change, npm run train', () => {
    const { stdout } = spawnSync(process.execPath, ['training/made-from.mjs'], { cwd: root, encoding: 'utf8' });
    assert.equal(stdout.trim(), 'The weights were made from the data and the code as they stand.');
  });

  it('adds up what it tells of', () => {
    const story = read(TOLL);
    const [, at] = judge(story, usable());
    const told = partsOf(story, 1, 'fact').reduce((sum, { weight }) => sum + weight, usable().start[0] as number);
    assert.ok(Math.abs(told - (at?.sums[0] as number)) < 40, `${told} told, ${at?.sums[0]} judged`);
  });

  it('falls by what the heaviest piece of evidence weighs when that is taken away', () => {
    for (const index of [0, 1, 2]) {
      const story = read(TOLL);
      const by = usable();
      const keyed = partsOf(story, index, 'fact').filter((part) => 'key' in part && part.weight > 0);
      const heaviest = keyed.reduce((a, b) => (b.weight > a.weight ? b : a));
      assert.ok('key' in heaviest);
      const row = rowOf(by, heaviest.key);
      const before = judge(story, by)[index];
      const behind = judge(story, {
        ...by,
        counts: by.counts.slice().fill(0, row * heads.length, (row + 1) * heads.length),
      })[index];
      assert.equal((before?.sums[0] as number) - (behind?.sums[0] as number), heaviest.weight);
      assert.ok((behind?.sum as number) < (before?.sum as number));
    }
  });

  it('tells words together, each once, and no more than was added', () => {
    const story = read(TOLL);
    for (const head of heads)
      for (const index of [0, 1, 2]) {
        const told = evidenceTold(story, index, head);
        assert.ok(told.filter(({ text }) => /^the words? /.test(text)).length <= 2);
        assert.equal(new Set(told.map(({ text }) => text)).size, told.length);
        const parts = partsOf(story, index, head);
        for (const forIt of [true, false]) {
          const weight = (all: readonly { readonly weight: number }[]): number =>
            all.reduce((sum, one) => sum + (one.weight > 0 === forIt ? Math.abs(one.weight) : 0), 0);
          assert.ok(weight(told) <= weight(parts));
        }
      }
    const words = evidenceTold(story, 1, 'fact').find(({ text }) => text.includes('“killed”'));
    const killed = partsOf(story, 1, 'fact').find((part) => 'word' in part && part.word === 'killed');
    assert.ok((words?.weight as number) >= (killed?.weight as number));
  });

  it('has words of its own for all that it weighs, and none of its code', () => {
    const by = usable();
    const keys = [...lines.matchAll(/^fact\t([^\t\n]+)/gm)].flatMap(([, group = '']) =>
      [...by.factsOf(group).keys()].map((value) => `${group}=${value}`),
    );
    assert.ok(keys.length > 500);
    for (const key of keys) {
      // known in training only: a story that was written for it
      if (key.startsWith('kind=')) continue;
      const text = factTold(key);
      if (text === undefined) continue;
      assert.doesNotMatch(text, /[|…=]|undefined/, key);
      assert.ok(text.length <= 70, `${key}: ${text}`);
      assert.notEqual(text, key.slice(0, key.indexOf('=')), `${key} has no words`);
    }
  });

  it('asks in two lines', () => {
    const folder = path.join(root, 'test/bench/claims/open');
    const stories = readCases(readFileSync(path.join(folder, 'conflict.md'), 'utf8')).map(({ text }) => read(text));
    useWeights({ ...usable(), asks: 0 });
    const messages = stories
      .flatMap((story) => lint(story, recommended(everyRule), everyRule).findings)
      .filter(({ rule }) => rule.id === 'unattributed-claim' || rule.id === 'vague-source')
      .map(({ message }) => message);
    assert.ok(messages.length > 20);
    for (const message of messages) assert.ok(message.length <= 300, message);
  });

  it('alone decides: weights that never ask are never overruled, and none that always ask', () => {
    const folder = path.join(root, 'test/bench/claims/open');
    const stories = ['conflict.md', 'vague.md', 'unnamed.md'].flatMap((name) =>
      readCases(readFileSync(path.join(folder, name), 'utf8')).map(({ text }) => text),
    );
    const by = usable();
    const always = { ...by, asks: 0, asksEagerly: 0 };
    const never = { ...by, asks: Number.MAX_SAFE_INTEGER, asksEagerly: Number.MAX_SAFE_INTEGER };
    const asked = (text: string) =>
      lint(read(text), recommended(everyRule), everyRule).findings.filter(({ rule }) => judged.has(rule.id));
    for (const text of [TOLL, ...stories]) {
      useWeights(never);
      assert.equal(questionsOf(read(text)).length, 0);
      assert.equal(asked(text).length, 0, 'verdicts that weights did not make');
      useWeights(always);
      const story = read(text);
      assert.equal(questionsOf(story).length, evidenceOf(story).filter((one) => one !== undefined).length);
      // a comment or another tongue may silence a rule; what these leave, a rule that asks about the same words has
      const found = asked(text).map(({ rule, start }) => `${judged.get(rule.id)} ${start}`);
      const hedged = new Set(hedgesIn(story));
      const expected = [
        ...questionsOf(story).flatMap(({ about, asks }) => (about === 'claim' ? [`claim ${asks.start}`] : [])),
        ...sourceQuestionsOf(story).flatMap(({ kind, start }) =>
          kind === 'media' || hedged.has(start) ? [] : [`source ${start}`],
        ),
      ];
      assert.deepEqual(found.sort(), expected.sort());
    }
  });

  it('says in one sentence why its weights cannot be used, and judges nothing', () => {
    const cut = lines.slice(0, lines.length / 2);
    const older = lines.replace(/^judge\t\d+/, 'judge\t0');
    for (const [text, says] of [
      ['', 'are missing'],
      [cut, 'are cut short or damaged'],
      [older, 'are of another version'],
      [lines.replace('asks\t', 'asks\t1'), 'are cut short or damaged'],
    ] as const) {
      const by = readWeights(text);
      assert.ok('problem' in by && by.problem.includes(says), JSON.stringify(by).slice(0, 80));
      useWeights(by);
      assert.deepEqual(questionsOf(read(TOLL)), []);
      assert.deepEqual(claimsOf(read(TOLL)).flat(), []);
    }
  });

  it('is missed wherever a rule that it decides is on, be it that one alone', () => {
    useWeights(readWeights(''));
    for (const { id } of everyRule.filter((rule) => rule.isJudged)) {
      const settings = { ...recommended(everyRule), rules: askOnly(recommended(everyRule).rules, new Set([id])) };
      assert.ok(
        lint(read(TOLL), settings, everyRule).problems.some(({ code }) => code === NO_WEIGHTS),
        id,
      );
    }
    assert.deepEqual([...judged.keys()].sort(), everyRule.flatMap(({ id, isJudged }) => (isJudged ? [id] : [])).sort());
  });

  it('reads the row of a word when it is asked for, and each once', () => {
    const { indexOf, own, said, meaning, size } = usable();
    assert.equal(indexOf('qqq'), -1);
    const rows = ['able', 'killed', 'toll', 'witness', 'zone'].map(indexOf);
    assert.equal(new Set(rows).size, 5);
    assert.deepEqual(['able', 'killed', 'toll', 'witness', 'zone'].map(indexOf), rows);
    const digits = /^killed\t(.*)$/m.exec(lines)?.[1] ?? '';
    const unit = Number(/^word unit\t(.*)$/m.exec(lines)?.[1]);
    const row = rows[1] as number;
    const read = [...own, ...said].map((column) => (column[row] as number) / unit);
    assert.equal(
      String.fromCharCode(...[...read, ...meaning.slice(row * size, (row + 1) * size)].map((one) => one + 82)),
      digits,
    );
  });

  it('wakes nothing that was cleared, whatever another training asks of the same words, and under which rule', () => {
    const asked = () => lint(read(TOLL), recommended(everyRule), everyRule);
    const by = usable();
    const first = asked();
    const cleared = clearancesFor(first).filter(({ rule }) => rule === 'unattributed-claim');
    assert.equal(cleared.length, 1);
    for (const other of [
      { ...by, lean: -1_000_000 },
      {
        ...by,
        classes: () => new Map([...by.classes()].map(([key, row]) => [key, row.map((one, k) => (k ? one : -99))])),
      },
    ]) {
      useWeights(other);
      const anew = asked();
      const sourcing = anew.findings.filter(
        ({ rule }) => rule.id === 'unattributed-claim' || rule.id === 'vague-source',
      );
      assert.equal(sourcing.length, 1, 'it is asked again, differently');
      assert.ok(sourcing[0]?.rule.id !== 'unattributed-claim' || sourcing[0]?.class !== cleared[0]?.class);
      const left = withoutCleared(anew, cleared).findings;
      assert.equal(left.length, anew.findings.length - 1);
    }
  });

  it('is held to cases that a person can read, and to no more than 40', () => {
    const cases = readFileSync(path.join(root, 'server/src/rules/unattributed-claim/cases.md'), 'utf8');
    assert.ok(readCases(cases).length <= 40);
  });

  it('takes the newest year of a story from dates, however late, and from bare years that are no goals', () => {
    const yearsAgo = (text: string) =>
      [...(evidenceOf(read(text))[0] ?? [])].find((one) => one.startsWith('years ago'));
    const before = 'The ferry sank in 2004, and 12 people drowned.';
    assert.equal(yearsAgo(`${before} The inquiry began on March 3, 2031.`), 'years ago=4');
    assert.equal(yearsAgo(`${before} All ferries are to be electric by 2050.`), yearsAgo(before));
  });

  it('gives every sentence of running copy a sum', () => {
    const story = read(TOLL);
    assert.equal(judge(story, usable()).filter(Boolean).length, sentencesOf(story).length);
  });
});
