// Parsers of what a house writes beside its drafts: settings, glossaries, rules of its own, clearances, lists of what is ignored, cases.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { formsIn } from '../../server/src/cli/forms-table';
import { parseClearances, toLines, withoutLines } from '../../server/src/config/clearance-lines';
import { changeSettings, emptySettings, rulesOff, type SettingsChange } from '../../server/src/config/edit';
import type { SettingsFile } from '../../server/src/config/file';
import { buildSettings } from '../../server/src/config/build';
import { entriesOf, sortedGlossary, withForms } from '../../server/src/config/glossary';
import { alternatives, globFault, matchesGlob } from '../../server/src/config/glob';
import { readHousePage } from '../../server/src/config/house-pages';
import { ignoredBy, parseIgnoreFile } from '../../server/src/config/ignore';
import { parseSettings } from '../../server/src/config/parse';
import type { Problem } from '../../server/src/document/story';
import { readStory } from '../../server/src/document/read';
import { lint } from '../../server/src/engine/lint';
import { readCases } from '../../server/src/rules/case-file';
import { rules } from '../../server/src/rules/index';
import { root } from '../support/root';
import type { Target } from './target';

const file = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const ids = rules.map(({ id }) => id);

function checkLines(problems: readonly Problem[], text: string): void {
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const { line, message } of problems) {
    assert.ok(line === undefined || (line >= 1 && line <= lines), `line ${line} of ${lines}: ${message}`);
    assert.ok(message.length < 2000, 'a sentence that nobody reads to its end');
  }
}

const said = 'At least 17 people were killed. Gen. Kern said so. It was a brutal attack. Kiev waits for TK.';

/** Settings as they were read hold for a story, whatever is in them. */
function checkSettings(text: string): void {
  const { settings, problems } = parseSettings(text, rules);
  checkLines(problems, text);
  // what they extend is looked up by others
  const { extends: _, ...own }: SettingsFile = settings ?? {};
  if (settings) void lint(readStory({ text: said, format: 'text' }), buildSettings([own], rules), rules);
}

const changes: readonly SettingsChange[] = [
  { turnOff: 'placeholder' },
  { ignore: 'old.txt' },
  { prefer: { prefer: 'Kyiv', instead: ['Kiev'] } },
];

/** A change that an action makes is in the file afterwards, and made twice it is made once. */
function checkChanges(text: string): void {
  for (const change of changes) {
    const once = changeSettings(text, change);
    if (once === undefined) continue;
    assert.equal(changeSettings(once, change), once, 'a change made twice');
    assert.ok(!parseSettings(once, rules).problems.some(({ code }) => code === 'settings-not-json'));
    if ('turnOff' in change) assert.ok(rulesOff(once).some(({ rule }) => rule === change.turnOff));
    if ('prefer' in change) assert.ok(entriesOf(once).some(({ form }) => form.prefer === 'Kyiv'));
  }
  if (parseSettings(text, rules).problems.length) return;
  const sorted = sortedGlossary(text);
  assert.equal(sortedGlossary(sorted), sorted, 'a glossary sorted twice');
  const forms = (one: string): string[] =>
    entriesOf(one)
      .map(({ form }) => JSON.stringify(form))
      .sort();
  assert.deepEqual(forms(sorted), forms(text), 'a glossary sorted has other entries');
}

const settingsSeeds = (): readonly string[] => [
  emptySettings,
  file('test/samples/tidings/copydesk.json'),
  `{ // ours
  "extends": ["ap"],
  "rules": { "placeholder": "off", "house-style": ["warning", { "form": "x" }], },
  "glossary": [
    { "prefer": "Kyiv", "instead": ["Kiev", "Kief"] }, // since 2019
    { "prefer": "cafe", "instead": ["café"], "source": "desk", "bulk": true }
  ],
  "lists": { "placeholders": ["XX"], "signOffs": ["Endi"] },
  "overrides": [{ "files": ["old/**"], "rules": { "placeholder": "error" }, "genre": "opinion" }],
  "ignore": ["*.log", "old/{a,b}/**"], "fields": { "headline": "a.b[].c", "body": ["x[type=text].y"] }
}`,
  '{ "houseRules": { "no-tidal": { "kind": "query", "message": "Which tide?", "phrases": ["tidal wave", "the {noun} wave"] } } }',
  JSON.stringify(JSON.parse(file('schemas/copydesk.schema.json')).examples ?? {}),
];
const settingsWords = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '//',
    '/*',
    '*/',
    '"rules": {',
    '"glossary": [',
    '"overrides": [',
    '"ignore": [',
    '"extends": "',
  ],
  ...[
    '"prefer": "',
    '"instead": [',
    '"files": "',
    'null',
    'true',
    '0',
    '"off"',
    '"error"',
    '"__proto__": ',
    '"constructor": ',
    '\\u0000',
  ],
  ...ids.map((id) => `"${id}": `),
];

function checkGlossary(text: string): void {
  const { forms, faults } = formsIn(text, 'a.csv');
  for (const fault of faults) assert.match(fault, /^a\.csv:\d+: /);
  const once = withForms(emptySettings, forms).text;
  const usual = forms.filter(({ prefer, instead }) => instead.length && !instead.includes(prefer));
  assert.ok(!parseSettings(once, rules).problems.some(({ code }) => code === 'settings-not-json'));
  if (usual.length === forms.length && !faults.length)
    for (const { prefer } of forms) assert.ok(once.includes(JSON.stringify(prefer)), prefer);
}

const clearance = (more: object): string =>
  `${JSON.stringify({ file: 'a.txt', rule: 'placeholder', sentence: '0123456789abcdef', occurrence: 0, date: '2026-01-01', ...more })}\n`;

function checkClearances(text: string): void {
  const { all, problems } = parseClearances(text);
  checkLines(problems, text);
  const again = parseClearances(toLines(all));
  assert.deepEqual(again.all, all);
  assert.deepEqual(again.problems, []);
  assert.equal(
    withoutLines(text, () => false),
    text,
    'nothing taken out changes nothing',
  );
  assert.deepEqual(parseClearances(withoutLines(text, () => true)).all, []);
}

const paths = ['/desk/a.txt', '/desk/old/b/c.md', '/desk/[x]/{y}.txt', '/desk/ä/ﬁ.TXT', '/desk/.copydesk/x.txt'];

function checkIgnored(text: string): void {
  const ignored = parseIgnoreFile(text, '/desk/.copydeskignore');
  checkLines(ignored.problems, text);
  for (const one of paths) void ignoredBy(one, { root: '/desk', layers: [], ignoreFiles: [ignored] });
}

function checkGlob(text: string): void {
  if (globFault(text) !== undefined) return;
  void alternatives(text);
  for (const one of paths) void matchesGlob(text, one.slice(6));
}

function checkPage(text: string): void {
  const page = readHousePage(text, '/desk/house/no-tidal.md', ids);
  if (!page) return;
  checkLines(page.problems, text);
  assert.ok(page.rule || page.problems.length, 'neither a rule nor a word about it');
}

/** A case file is read, or its fault is told with its line. */
function checkCases(text: string): void {
  try {
    for (const { text: copy, expected } of readCases(text))
      for (const { start, end } of expected) assert.ok(start >= 0 && start <= end && end <= copy.length);
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    assert.match((error as Error).message, /^line \d+: /);
  }
}

const caseFiles = (): readonly string[] =>
  ids.slice(0, 12).map((id) => file(`server/src/rules/${id}/cases.md`).slice(0, 3000));
const pages = (): readonly string[] =>
  readdirSync(path.join(root, 'test/samples/tidings/house'), { encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => file(`test/samples/tidings/house/${name}`));

export const textTargets: readonly Target[] = [
  { name: 'settings', seeds: settingsSeeds, words: settingsWords, quick: checkSettings },
  { name: 'changes of settings', seeds: settingsSeeds, words: settingsWords, quick: checkChanges },
  {
    name: 'glossary',
    seeds: () => [
      'prefer,instead\nKyiv,Kiev|Kief\n',
      'prefer;instead;source\n"Tea; ""Sons""";Tea;AP\n',
      'Kyiv\tKiev\n\ncafe\tcafé\n',
    ],
    words: [
      ',',
      ';',
      '\t',
      '|',
      '"',
      '""',
      'prefer',
      'instead',
      'source',
      '\n',
      '\r\n',
      '\ufeff',
      'correct',
      'wrong',
      'constructor',
      '__proto__',
    ],
    quick: checkGlossary,
  },
  {
    name: 'clearances',
    seeds: () => [
      clearance({ reason: 'confirmed', initials: 'ao' }) +
        clearance({ rule: 'gap', revoked: true }) +
        clearance({ reason: 'baseline', class: 'x' }),
      `<<<<<<< a\n${clearance({ reason: 'confirmed' })}=======\n${clearance({ revoked: true })}>>>>>>> b\n`,
    ],
    words: [
      clearance({ reason: 'witnessed' }),
      '{',
      '}',
      '\n',
      '"file":',
      '"revoked":true',
      '"__proto__":{}',
      '<<<<<<< a\n',
      '=======\n',
      '\\u0000',
    ],
    quick: checkClearances,
  },
  {
    name: 'ignore file',
    seeds: () => ['# ours\n*.log\nold/\n!old/b/*.md\n/a.txt\n', '**/x/**\n[a-z].txt\n\\#a\\ \n'],
    words: ['*', '**', '**/', '?', '[', ']', '[!a', '!', '\\', '/', '#', ' ', '{a,b}', '*a', '[[:alpha:]]'],
    quick: checkIgnored,
  },
  {
    name: 'glob',
    seeds: () => ['**/*.{md,txt}', 'old/[a-z]?/**', '{a,b{c,d}}/*'],
    words: ['*', '**', '**/', '?', '[', ']', '[!a', '{', '}', ',', '/', '{a,b}', '*a'],
    quick: checkGlob,
  },
  {
    name: 'house rule',
    seeds: pages,
    words: [
      ...[
        '---\n',
        'kind: ',
        'query',
        'message: ',
        'phrases:\n',
        '  - ',
        'patterns:\n',
        'replace:\n',
        'scope: ',
        '"',
        "'",
        '{',
        '}',
        '|',
        ':',
        '#',
      ],
      ...['[', ']', '(', ')', '*', '+', '?', '__proto__: ', 'constructor: ', '\\', 'id: '],
    ],
    quick: checkPage,
  },
  {
    name: 'cases',
    seeds: caseFiles,
    words: [
      '```text\n',
      '```\n',
      '{==',
      '==}',
      '{>>',
      '<<}',
      '{~~',
      '~>',
      '~~}',
      '{--',
      '--}',
      '## ',
      ' genre=opinion',
      ' date=',
      '````',
    ],
    quick: checkCases,
  },
];
