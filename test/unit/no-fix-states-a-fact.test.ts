// No fix states what the desk cannot know: all rules, over all cases and, where they are, over news that others wrote.
import * as assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { entitiesOf } from '../../server/src/analysis/names/entities';
import { beginsSpelling, entityOf } from '../../server/src/analysis/names/gazetteer';
import { isKind, isProperAdjective } from '../../server/src/analysis/names/lists';
import { nameWords } from '../../server/src/analysis/transliteration/letters';
import { buildSettings } from '../../server/src/config/build';
import { parserFor } from '../../server/src/document/formats/parser';
import { readStory } from '../../server/src/document/read';
import type { Genre, Story } from '../../server/src/document/story';
import { toRecord } from '../../server/src/engine/diagnostic';
import { lint } from '../../server/src/engine/lint';
import type { Diagnostic } from '../../server/src/engine/record';
import type { Settings } from '../../server/src/engine/settings';
import { isWithin } from '../../server/src/engine/vocabulary';
import { rules } from '../../server/src/rules/index';
import type { Fix, Inserts, Rule } from '../../server/src/rules/rule';
import { readCases } from '../../server/src/rules/case-file';
import { root } from '../support/root';

const presets = ['recommended', 'ap', 'afp', 'xinhua', 'reuters', 'bbc', 'guardian'];
const settings = new Map(presets.map((name) => [name, buildSettings([{ extends: ['all', name] }], rules)]));

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The words that the edit brings in and that neither the rule's list, the house nor the same name elsewhere in the text has. */
function foreignWords(text: string, { house }: Settings, rule: Rule, edits: Diagnostic['fixes'][number]['edits']) {
  const own = rule.inserts.flatMap((kind: Inserts) => (typeof kind === 'object' ? kind.words : []));
  const base = readFileSync(path.join(root, 'server/src/lexicon/usage/base.tsv'), 'utf8');
  const prefer = house.glossary.map((form) => form.prefer);
  const allowed = new Set([...own, ...prefer, ...base.split('\n').map((l) => l.split('\t')[0] ?? '')].flatMap(wordsOf));
  return edits.flatMap((edit) => {
    const removed = text.slice(edit.start, edit.end);
    const rest = new Set(wordsOf(`${text.slice(0, edit.start)} ${text.slice(edit.end)}`));
    if ([...edit.text].length <= 1) return [];
    return wordsOf(edit.text).filter((word) => {
      if (allowed.has(word) || wordsOf(removed).includes(word)) return false;
      return !isOtherSpelling(removed, edit.text) || !(rest.has(word) || isKin(removed, edit.text));
    });
  });
}

const letters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Half of the letters at least stay in their order, or the two share a word, or the one holds the other. */
function isOtherSpelling(a: string, b: string): boolean {
  const [x, y] = [letters(a), letters(b)];
  if (x.includes(y) || y.includes(x) || wordsOf(a).some((word) => word.length > 3 && wordsOf(b).includes(word)))
    return true;
  let row = Array.from({ length: y.length + 1 }, () => 0);
  for (const one of x) {
    const next = [0];
    for (let j = 1; j <= y.length; j++)
      next[j] = one === y[j - 1] ? (row[j - 1] as number) + 1 : Math.max(row[j] as number, next[j - 1] as number);
    row = next;
  }
  return (row.at(-1) as number) * 2 >= Math.max(x.length, y.length);
}

/** The same letters otherwise joined, or one word of a term with another ending. */
const isKin = (a: string, b: string): boolean => letters(a).slice(0, 3) === letters(b).slice(0, 3);

/**
 * The name that the edit stands in, before and after it: what is changed unseen in a name is the house's form of that very name, or
 * of a listed name that offices, peoples and kinds of place alone stand beside.
 */
function isOwnForm(story: Story, { house }: Settings, edits: Diagnostic['fixes'][number]['edits']): boolean {
  return edits.every((edit) => {
    const name = entitiesOf(story)
      .flatMap(({ mentions }) => mentions)
      .find(({ start, end }) => start <= edit.start && edit.end <= end);
    if (!name) return true;
    const at = edit.start - name.start;
    const [was, is] = [name.text, name.text.slice(0, at) + edit.text + name.text.slice(at + edit.end - edit.start)];
    const [before, after] = [was, is].map((text) => behindOffice(nameWords(text)).join(' ')) as [string, string];
    if (before === after || everyHouse.has(edit.text.toLowerCase())) return true;
    return house.glossary.some((form) => {
      const { type, spellings = [] } = entityOf(form.entity ?? '') ?? {};
      const names = [...spellings, ...form.instead, form.prefer].map((one) => nameWords(one).join(' '));
      const isOf = (text: string): boolean =>
        names.includes(text) || (type === 'person' && names.some((one) => one.endsWith(` ${text}`)));
      if (isOf(before)) return isOf(after);
      return names.some(
        (one) =>
          type !== 'person' &&
          ` ${before} `.includes(` ${one} `) &&
          ` ${before} `
            .replace(` ${one} `, ' ')
            .trim()
            .split(' ')
            .every(
              (word) =>
                isProperAdjective(word) || isKind(word, 'role') || isKind(word, 'place') || beginsSpelling(word),
            ),
      );
    });
  });
}

/** "Ukraine President Roe": who it is, without what. */
const behindOffice = (words: string[]): string[] =>
  words.slice(words.findLastIndex((word) => isKind(word, 'role') || isKind(word, 'title')) + 1);

/** What is wrong in every house is a slip in any name. */
const everyHouse = new Set(
  readFileSync(path.join(root, 'server/src/lexicon/usage/base.tsv'), 'utf8')
    .split('\n')
    .map((line) => (line.split('\t')[0] ?? '').toLowerCase()),
);

interface Copy {
  readonly text: string;
  readonly story: Story;
}

function check({ text, story }: Copy, with_: Settings): void {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const { rule: id, kind, fixes } of toRecord(lint(story, with_, rules), text).diagnostics) {
    const rule = byId.get(id) as Rule;
    assert.ok(kind === 'fix' || fixes.every(({ apply }) => apply === 'ask'), `${id} answers a query unseen`);
    const offered = fixes.filter(({ apply }, i) => apply === 'auto' || i === 0);
    for (const { title, edits } of offered) {
      assert.deepEqual(foreignWords(text, with_, rule, edits), [], `${id}: ${title}`);
    }
  }
}

/** No house changes another's name: judged by the names that the story has, not by how the fix came about. */
function checkNames({ story }: Copy, with_: Settings): void {
  for (const { rule, fixes = [] } of lint(story, with_, rules).findings)
    for (const { title, apply, edits } of fixes)
      assert.ok(
        apply === 'ask' || rule.category === 'furniture' || isOwnForm(story, with_, edits),
        `${rule.id}: ${title}`,
      );
}

/** What the rules yield by themselves: none of them leaves it to the engine to hold it to its word. */
function checkUnheld({ story }: Copy, { house, rules: set }: Settings): void {
  for (const rule of rules) {
    const options = set.get(rule.id)?.options ?? {};
    const found =
      rule.reads === 'story'
        ? [...rule.check(story, options, house)]
        : story.blocks.flatMap(({ start, facts }) =>
            [...rule.check(facts, options, house)].map((f) => ({
              ...f,
              fixes: f.fixes?.map(
                (fix): Fix => ({
                  ...fix,
                  edits: fix.edits.map((e) => ({ ...e, start: e.start + start, end: e.end + start })),
                }),
              ),
            })),
          );
    for (const { title, edits } of found.flatMap(({ fixes }) => fixes ?? []))
      for (const edit of edits) assert.ok(isWithin(rule.inserts, edit, story, house), `${rule.id}: ${title}`);
  }
}

describe('no fix states a fact', () => {
  for (const rule of rules)
    it(`in the cases of ${rule.id}`, async () => {
      for (const name of ['cases.md', 'docs.md']) {
        const file = path.join(root, 'server/src/rules', rule.id, name);
        if (!existsSync(file)) continue;
        for (const { text, format, info } of readCases(readFileSync(file, 'utf8'))) {
          const draft = { text, format, date: info.date, genre: info.genre as Genre | undefined };
          const story = readStory(draft, undefined, await parserFor(format));
          const house = settings.get(info.extends ?? 'recommended') ?? settings.get('recommended');
          check({ text, story }, house as Settings);
          checkNames({ text, story }, house as Settings);
          checkUnheld({ text, story }, house as Settings);
        }
      }
    });

  const corpora = path.join(root, '../shared/corpora');
  const thorough = process.env.COPYDESK_THOROUGH === '1';
  const files = existsSync(corpora) ? readdirSync(corpora).filter((name) => name.endsWith('.jsonl.gz')) : [];
  if (!files.length) it.skip(`in news that others wrote (${corpora} is not here)`);
  for (const name of files)
    it(`in ${thorough ? 'all' : 'some'} of ${name}`, function () {
      this.timeout(thorough ? 3_600_000 : 60_000);
      const lines = gunzipSync(readFileSync(path.join(corpora, name)))
        .toString()
        .trim()
        .split('\n');
      const step = thorough ? 1 : Math.max(1, Math.floor(lines.length / 20));
      for (let i = 0; i < lines.length; i += step) {
        const { text, date } = JSON.parse(lines[i] as string) as { text: string; date?: string };
        const story = readStory({ text, format: 'text', date });
        const house = settings.get(presets[(i / step) % presets.length] as string) as Settings;
        check({ text, story }, house);
        checkNames({ text, story }, house);
        checkUnheld({ text, story }, house);
      }
    });
});
