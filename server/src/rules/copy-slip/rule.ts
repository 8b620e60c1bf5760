// A word twice, "a hour", a colon with nothing behind it: what every reader sees, and nobody meant.
import { brokenSentences } from '../../analysis/slips/broken-sentences';
import { doubledWords } from '../../analysis/slips/doubled-words';
import { lostWords } from '../../analysis/slips/lost-words';
import { misplacedMarks } from '../../analysis/slips/marks';
import type { Slip, SlipKind } from '../../analysis/slips/slip';
import { wrongArticles } from '../../analysis/slips/articles';
import { isProse } from '../../document/role';
import { type Finding, type Fix, storyRule } from '../rule';

export const rule = storyRule({
  id: 'copy-slip',
  summary: 'A slip of the copy: a word twice, a for an, a colon with nothing behind it, a sentence without its end.',
  category: 'style',
  kind: 'fix',
  inserts: ['marks', { words: ['a', 'an', 'A', 'An'] }],
  severity: 'warning',
  options: {},
  *check(story) {
    for (const { role, facts, start } of story.blocks) {
      if (!isProse(role)) continue;
      for (const slipsIn of kinds) for (const slip of slipsIn(facts)) yield findingAt(start, slip);
    }
    for (const { block, slip } of brokenSentences(story)) yield findingAt(block.start, slip);
  },
});

/** Those of a paragraph by itself. */
const kinds = [doubledWords, wrongArticles, misplacedMarks, lostWords] as const;

const findingAt = (base: number, slip: Slip): Finding => ({
  start: base + slip.start,
  end: base + slip.end,
  class: slip.kind,
  message: `${slip.what}. ${advice[slip.kind]}`,
  ...(slip.edit && { fixes: [fixOf(base, slip, slip.edit)] }),
});

const advice: Readonly<Record<SlipKind, string>> = {
  doubled: 'Take one out.',
  article: 'Check what the writer meant to say.',
  stops: 'Keep the one that is meant.',
  space: 'Close it up.',
  'lower-case': 'Check whether words are lost, or the stop is wrong.',
  'run-on': 'Check whether words are lost.',
  unfinished: 'Check whether what follows is lost.',
  'no-end': 'Check whether its last words are lost.',
  'lost-word': 'Check the words here.',
};

const titles: Readonly<Partial<Record<SlipKind, string>>> = {
  doubled: 'Take the second out',
  article: 'Put the other article',
  stops: 'Keep one stop',
  space: 'Close the space up',
  'no-end': 'End the sentence with a full stop',
};

const fixOf = (base: number, { kind }: Slip, { start, end, text }: NonNullable<Slip['edit']>): Fix => ({
  title: titles[kind] ?? 'Put it right',
  apply: 'ask',
  edits: [{ start: base + start, end: base + end, text }],
});
