// Every rule's cases.md, and the examples in its docs.md.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { buildSettings } from '../../server/src/config/build';
import type { SettingsFile } from '../../server/src/config/file';
import { parsePlainText } from '../../server/src/document/formats/plain-text';
import { readStory } from '../../server/src/document/read';
import { type Genre, genres } from '../../server/src/document/story';
import { toRecord } from '../../server/src/engine/diagnostic';
import { lint } from '../../server/src/engine/lint';
import { rules } from '../../server/src/rules/index';
import type { Rule } from '../../server/src/rules/rule';
import { applyEdits } from '../../server/src/text/edit';
import { didYouMean } from '../../server/src/text/nearest';
import { type Case, readCases } from '../../server/src/rules/case-file';
import { root } from '../support/root';

const known = ['genre', 'date', 'now', 'extends', 'signOff', 'layout'];

for (const rule of rules) {
  const folder = path.join(root, 'server/src/rules', rule.id);
  describe(`rule ${rule.id}`, () => {
    for (const name of ['cases.md', 'docs.md']) {
      const file = path.join(folder, name);
      if (!existsSync(file)) continue;
      const cases = casesOf(file, rule.id);
      if (name === 'cases.md') {
        it('has a marked and a clean case', () => {
          assert.ok(
            cases.some((c) => c.expected.length > 0),
            'no marked case',
          );
          assert.ok(
            cases.some((c) => c.expected.length === 0),
            'no clean case',
          );
        });
      }
      const named = new Set([rule.id, ...cases.flatMap((c) => c.expected.map((e) => e.rule))]);
      for (const one of cases) it(`${one.name} (${name}:${one.line})`, async () => run(one, rule, named));
    }
  });
}

/** @throws an error with file, line and what to do. */
function casesOf(file: string, rule: string): Case[] {
  const name = path.basename(file);
  try {
    const cases = readCases(readFileSync(file, 'utf8'), name === 'cases.md');
    for (const { line, expected } of cases)
      for (const { rule: marked } of expected)
        if (!rules.some(({ id }) => id === marked))
          throw new Error(
            `line ${line}: a mark in this fence is of "${marked}", which is no rule.${didYouMean(
              marked,
              rules.map(({ id }) => id),
            )}`,
          );
    return cases;
  } catch (error) {
    throw new Error(`server/src/rules/${rule}/${name}, ${(error as Error).message}`);
  }
}

/** Lints with the rule and those its file names, the others off; then applies each fix and lints again. */
async function run(one: Case, rule: Rule, named: ReadonlySet<string>): Promise<void> {
  for (const key of Object.keys(one.info)) {
    assert.ok(
      known.includes(key) || key in rule.options,
      `line ${one.line}: unknown key "${key}"; known: ${[...known, ...Object.keys(rule.options)].join(', ')}`,
    );
  }
  const findings = await linter(one, rule, named);
  const found = findings(one.text);
  const line = (f: { start: number; end: number; rule: string }): string =>
    `${f.rule} at ${f.start}-${f.end} ${JSON.stringify(one.text.slice(f.start, f.end))}`;
  assert.deepEqual(found.map(line).sort(), one.expected.map(line).sort());
  for (const expected of one.expected) {
    const diagnostic = found.find(
      (d) => d.rule === expected.rule && d.start === expected.start && d.end === expected.end,
    );
    const classes = diagnostic?.class;
    if (classes && expected.remark)
      assert.ok(expected.remark.startsWith(classes), `class ${classes}, marked "${expected.remark}"`);
    for (const { edits, title } of diagnostic?.fixes ?? []) {
      if (edits.length === 0) continue;
      const fixed = applyEdits(one.text, edits);
      if (expected.becomes !== undefined && diagnostic?.fixes[0]?.title === title) {
        const { start, end } = expected;
        // what is taken out goes with the space before it; what is put in stands where the old words stood
        const want = expected.becomes
          ? one.text.slice(0, start) + expected.becomes + one.text.slice(end)
          : `${one.text.slice(0, start).trimEnd()} ${one.text.slice(end).trimStart()}`;
        assert.equal(squeeze(fixed), squeeze(want), `the fix "${title}"`);
      }
      if (rule.id === expected.rule && rule.kind === 'fix') {
        const again = findings(fixed).filter((d) => d.rule === rule.id);
        assert.ok(
          again.length < found.filter((d) => d.rule === rule.id).length,
          `"${title}" leaves the fault: ${JSON.stringify(fixed)}`,
        );
      }
    }
  }
}

const squeeze = (s: string): string => s.replace(/\s+/g, ' ').trim();

async function linter(one: Case, rule: Rule, named: ReadonlySet<string>) {
  const { genre, date, layout, signOff, extends: preset } = one.info;
  if (genre !== undefined)
    assert.ok(
      (genres as readonly string[]).includes(genre),
      `line ${one.line}: there is no genre "${genre}"; use one of ${genres.join(', ')}`,
    );
  const options = Object.fromEntries(
    Object.entries(one.info)
      .filter(([key]) => key in rule.options)
      .map(([k, v]) => [k, value(v)]),
  );
  const file: SettingsFile = {
    ...(preset && { extends: preset.split(',') }),
    rules: Object.fromEntries(
      rules.map((r) => [
        r.id,
        named.has(r.id) ? [r.severity === 'off' ? 'information' : r.severity, r === rule ? options : {}] : 'off',
      ]),
    ),
    ...(signOff && { signOff: signOff === 'forbid' ? 'forbid' : { require: signOff } }),
  };
  const settings = buildSettings([file], rules, one.info.now);
  const parser =
    one.format === 'markdown'
      ? (await import('../../server/src/document/formats/markdown')).parseMarkdown
      : parsePlainText;
  return (text: string) => {
    const draft = { text, format: one.format, date, genre: genre as Genre | undefined, layout: layout as never };
    const linted = lint(readStory(draft, undefined, parser), settings, rules);
    assert.deepEqual(linted.problems, []);
    return toRecord(linted, text).diagnostics;
  };
}

function value(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
