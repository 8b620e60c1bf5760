// Letters are whole: no finding, fix, name or renaming has an edge inside one, and two ways to type an accent are one way to read it.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { calledIn } from '../../server/src/analysis/names/called';
import { buildSettings } from '../../server/src/config/build';
import { parseMarkdown } from '../../server/src/document/formats/markdown';
import { readStory } from '../../server/src/document/read';
import { toRecord } from '../../server/src/engine/diagnostic';
import { lint } from '../../server/src/engine/lint';
import { rules } from '../../server/src/rules/index';
import { hasLetters, lettersIn } from '../../server/src/text/letters';
import { toFile } from '../../server/src/text/source-map';

const settings = buildSettings(
  [{ extends: ['all', 'ap'], glossary: [{ prefer: 'Zu\u0308rich', instead: ['Zurich', 'Zuerich'] }] }],
  rules,
);

const words = [
  'José Martínez',
  'Martinez',
  'Zürich',
  'Zurich',
  'Gaddafi',
  'Qaddafi',
  'cease-fire',
  'ceasefire',
  'Kim Yo-jong',
  'İbrahim Şahin',
  'Şahin',
  'Am\u0302elie No\u0308e\u0302l',
  '👩‍👩‍👧',
  '🇫🇷🇩🇪',
  '👍🏽',
  '1️⃣',
  'क्‍षत्रिय',
  '한국',
  'می‌خواهم',
  '\u202bשלום\u202c',
  'Mar\u00adtinez',
  'har\u200bbour',
  'a\u200db',
];
const glue = [
  ' ',
  ' ',
  ' ',
  '\u00a0',
  ' said on Monday that ',
  '. ',
  '.\n\n',
  '\n',
  ', ',
  ' “',
  '” ',
  " '",
  '—',
  '(',
  ')',
  ' 17 people were killed',
  ' Endi',
  ' *',
  '** ',
];

const draft = fc
  .array(
    fc.tuple(
      fc.constantFrom(...words),
      fc.constantFrom(...glue),
      fc.constantFrom('', '', '', '\u0301', '\u200d', '\ufe0f'),
    ),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((parts) => parts.map((part) => part.join('')).join(''));

const read = (text: string, format: 'text' | 'markdown') =>
  readStory({ text, format }, undefined, format === 'markdown' ? parseMarkdown : undefined);
const recordOf = (text: string, format: 'text' | 'markdown') =>
  toRecord(lint(read(text, format), settings, rules), text);

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const edgesOf = (text: string): ReadonlySet<number> =>
  new Set([...[...segmenter.segment(text)].map(({ index }) => index), text.length]);

const numRuns = Number(process.env.COPYDESK_RUNS ?? 200);
const seed = process.env.COPYDESK_SEED === undefined ? {} : { seed: Number(process.env.COPYDESK_SEED) };

describe('letters', function () {
  it('are missed in no text that is told to have none but its units', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const text = `a${String.fromCharCode(unit)}`;
      assert.equal(hasLetters(text), [...lettersIn(text)].length > 0, unit.toString(16));
    }
  });

  this.timeout(0);

  for (const format of ['text', 'markdown'] as const)
    it(`are whole in every finding, fix and name (${format})`, () => {
      fc.assert(
        fc.property(draft, fc.constantFrom('NFC', 'NFD'), (one, form) => {
          const text = one.normalize(form);
          const edges = edgesOf(text);
          const whole = (what: string, { start, end }: { start: number; end: number }): void =>
            assert.ok(edges.has(start) && edges.has(end), `${what} ${start}-${end}`);
          for (const d of recordOf(text, format).diagnostics) {
            whole(d.rule, d);
            for (const related of d.related) whole(`${d.rule}, related`, related);
            for (const { title, edits } of d.fixes) for (const edit of edits) whole(`${d.rule}: ${title}`, edit);
          }
          const story = read(text, format);
          for (const { mentions, maybe } of calledIn(story))
            for (const mention of [...mentions, ...maybe]) whole(mention.text, toFile(story.map, mention));
        }),
        { numRuns, ...seed },
      );
    });

  it('are read the same, composed or not', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const told = (form: 'NFC' | 'NFD') => {
          const typed = text.normalize(form);
          return recordOf(typed, 'text').diagnostics.map(({ rule, message, start, end, fixes }) => [
            rule,
            message,
            typed.slice(start, end).normalize('NFC'),
            typed.slice(0, start).normalize('NFC').length,
            fixes.map(({ title }) => title),
          ]);
        };
        assert.deepEqual(told('NFD'), told('NFC'));
      }),
      { numRuns, ...seed },
    );
  });
});
