// A surname that stands before the person has been introduced. A matter of house style, and off: well-known names go bare.
import { isPerson } from '../../analysis/names/evidence';
import { type Form, namesOf, type Occurrence } from '../../analysis/names/forms';
import { isGivenName, isKind, isPlace, isProperAdjective } from '../../analysis/names/lists';
import { isProse } from '../../document/role';
import type { Block } from '../../document/story';
import { slice } from '../../text/span';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'bare-surname',
  summary: 'A surname stands before the full name.',
  category: 'names',
  kind: 'query',
  inserts: ['story'],
  severity: 'off',
  clearedAs: 'known-person',
  options: {},
  *check(story) {
    for (const form of namesOf(story).forms.values()) {
      const occurrences = form.occurrences.filter(({ block }) => isProse((story.blocks[block] as Block).role));
      const [first] = occurrences;
      const full = occurrences.find(isInFull);
      if (!first || !full || !isBare(first) || !isSurname(form, full)) continue;
      if (isPartOfMore((story.blocks[first.block] as Block).facts.text, first)) continue;
      const at = { start: first.base + first.word.start, end: first.base + first.word.end };
      const later = { start: full.base + full.mention.start, end: full.base + full.mention.end };
      const name = slice(story.prose, later);
      yield {
        ...at,
        message: `“${slice(story.prose, at)}” stands here before “${name}” is introduced. Give the full name at first mention.`,
        related: [{ ...later, message: 'The full name.' }],
        fixes: [{ title: `Change to “${name}”`, apply: 'ask', edits: [{ ...at, text: name }] }],
      };
    }
  },
});

/** One word, no title, not somebody else's word. */
const isBare = ({ mention, word }: Occurrence): boolean =>
  mention.words.length === 1 && mention.titles.length === 0 && !word.quoted && !word.plain && !word.acronym;

/** "the Obama administration", "the post-Obama era", "Robert "Bobby" Scott". */
const isPartOfMore = (text: string, { word }: Occurrence): boolean =>
  /(?:\b(?:the|an?)\s|["”'’]\s|-)$/i.test(text.slice(Math.max(0, word.start - LOOK_BACK), word.start));

const LOOK_BACK = 5;

/** The last word of a name of two or three. */
const isInFull = ({ mention, position, words }: Occurrence): boolean =>
  position > 0 &&
  position === words.length - 1 &&
  words.length <= 3 &&
  !mention.listed &&
  words.every((w) => !w.plain || isGivenName(w.form));

/** A person's by the first name or title before it: "Goldman Sachs" and "Skoda Plzen" introduce nobody. */
const isSurname = (form: Form, { mention }: Occurrence): boolean =>
  !isPlace(form.form) &&
  !isProperAdjective(form.form) &&
  !isKind(form.form, 'company') &&
  (isPerson(form) || mention.titles.length > 0);
