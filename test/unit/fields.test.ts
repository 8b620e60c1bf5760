// Which field of which format says what: tried on a file with that field and no other, and held against the table in docs/formats.md.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Format } from '../../server/src/document/draft';
import type { Story } from '../../server/src/document/story';
import { aml, anpa, json, lead, matter, nitf, rows } from '../support/fields';
import { lintAs, storyOf } from '../support/formats';
import { root } from '../support/root';

/** What is asked of a story whose file has the field. */
const parts: Readonly<Record<string, (story: Story, rules: readonly string[]) => boolean>> = {
  headline: (story) => textsOf(story, 'headline').includes('Port stays shut'),
  subhead: (story) => textsOf(story, 'subhead').includes('The sea is rough'),
  byline: (story) => story.blocks.some(({ role, data }) => role === 'byline' && data?.names?.includes('Lena Orsk')),
  dateline: (story) => story.blocks.some(({ role, data }) => role === 'dateline' && data?.place === 'Kyiv'),
  caption: (story) => textsOf(story, 'caption').includes('Cranes stand still'),
  credit: (story) => textsOf(story, 'credit').includes('Marek Dvorak'),
  day: (story) => story.date === '2026-11-03',
  language: (story) => story.blocks.some(({ facts }) => facts.language === 'tr'),
  kind: (story) => story.genre === 'opinion',
  embargo: (_, rules) => rules.includes('embargo'),
  'must not run': (_, rules) => rules.includes('not-for-publication'),
  'note to editors': (_, rules) => rules.includes('embargo'),
};
const textsOf = ({ blocks }: Story, wanted: string): string[] =>
  blocks.flatMap(({ role, facts }) => (role === wanted ? [facts.text] : []));

describe('a field', () => {
  for (const [name, { format, cells }] of Object.entries(rows))
    for (const [part, [label, ...texts]] of Object.entries(cells))
      for (const text of texts)
        it(`of ${name} is the ${part}: ${label}`, () => {
          const rules = lintAs(text, format).diagnostics.map(({ rule }) => rule);
          const story = storyOf(text, format);
          assert.ok(
            parts[part]?.(story, rules),
            `${text}\n${JSON.stringify(story.blocks.map(({ role, facts, data }) => [role, facts.text, facts.language, data]))} ${story.date} ${story.genre} ${rules.join()}`,
          );
        });

  it('stands in the table of the documentation', () => {
    const docs = readFileSync(path.join(root, 'docs/formats.md'), 'utf8');
    const names = Object.keys(rows);
    const table = (some: readonly string[]): string =>
      [
        `| part | ${some.join(' | ')} |`,
        `|---|${some.map(() => '---|').join('')}`,
        ...Object.keys(parts).map(
          (part) => `| ${part} | ${some.map((name) => rows[name]?.cells[part]?.[0] ?? '–').join(' | ')} |`,
        ),
      ].join('\n');
    const columns = 3;
    const tables = Array.from({ length: Math.ceil(names.length / columns) }, (_, i) =>
      table(names.slice(i * columns, (i + 1) * columns)),
    );
    for (const one of tables) assert.ok(docs.includes(one), `docs/formats.md wants this table:\n\n${one}\n`);
  });

  it('that says nothing is passed over', () => {
    const nothing = [
      'embargo: false',
      'embargo: none',
      'embargo:',
      'status: draft',
      'draft: true',
      'status: published',
      'ednote: Adds the mayor',
      'embargo: 2020-01-01',
    ];
    for (const field of nothing)
      assert.deepEqual(
        lintAs(matter(field), 'markdown').diagnostics.map(({ rule }) => rule),
        [],
        field,
      );
    for (const field of ['type: column', 'layout: opinion', 'type: post', 'section: comments'])
      assert.equal(storyOf(matter(field), 'markdown').genre, 'story', field);
  });

  it('of a plain text’s head counts as in Markdown', () => {
    const text = matter('embargo: 2027-05-09T00:01:00Z\nauthor: Lena Orsk\ndateline: Kyiv, Nov 3');
    const { blocks } = storyOf(text, 'text');
    assert.deepEqual(
      blocks.map(({ role }) => role),
      ['embargo', 'byline', 'dateline', 'paragraph'],
    );
    const { diagnostics } = lintAs(text, 'text');
    assert.deepEqual(
      diagnostics.map(({ rule, start, end }) => [rule, text.slice(start, end)]),
      [['embargo', '2027-05-09T00:01:00Z']],
    );
  });
});

describe('the day of a dateline’s field', () => {
  const asked = 'The port closed on Tuesday, March 4, the harbour master said.';
  const cases: readonly (readonly [Format, string])[] = [
    ['markdown', matter('dateline: "KYIV, March 6, 2026 (AP) -"').replace(lead, asked)],
    ['markdown', matter('date: 2026-03-06').replace(lead, asked)],
    ['json', json({ dateline: { text: 'KYIV, March 6, 2026 -' } }).replace(lead, asked)],
    ['nitf', nitf('<dateline>KYIV, March 6, 2026</dateline>').replace(lead, asked)],
    ['archieml', aml('dateline: KYIV, March 6, 2026').replace(lead, asked)],
    ['text', anpa('', 'AP-WF-03-06-26 0900GMT<').replace(lead, asked)],
  ];
  for (const [format, text] of cases)
    it(`is the one that weekdays are reckoned from: ${format}`, () =>
      assert.deepEqual(
        lintAs(text, format).diagnostics.map(({ rule }) => rule),
        ['weekday-mismatch'],
      ));
});
