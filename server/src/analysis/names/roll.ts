// The roll of a story: its names in full, small enough to keep for every draft of a folder, with a key that one name has in all
// of them. Only what is sure is said to be one name across stories: two people of two stories may well be called nearly alike.
import type { Story } from '../../document/story';
import { type LineIndex, type LineRange, rangeAt } from '../../text/line-index';
import { toFile } from '../../text/source-map';
import type { Span } from '../../text/span';
import { perStory } from '../../document/memo';
import { classOf } from '../transliteration/given-names';
import { nameParts, nameWords, strictKey } from '../transliteration/letters';
import { isPlace } from './lists';
import { byText, type EntityMention, entitiesOf, type NamedEntity, type NameType } from './entities';

/** A name as a story writes it, once for each way. Plain data: it may be kept, or sent to another thread. */
export interface RollEntry {
  /** What one name shares in all stories. */
  readonly key: string;
  readonly text: string;
  readonly type: NameType;
  /** How often it stands so, quotations included. */
  readonly times: number;
  /** The name in full, in the story's own words: what other stories' spellings are held against. */
  readonly full: boolean;
  /** The first place where it does: in full and unquoted where there is one. */
  readonly at: Span;
}

/** In order of entities, then of place. */
export const rollOf = perStory((story: Story): readonly RollEntry[] =>
  entitiesOf(story).flatMap((entity): RollEntry[] => {
    const { type, mentions } = entity;
    const key = keyOfEntity(entity);
    return [...byText(mentions)].map(([text, same]) => {
      const full = same.find((mention) => isInFull(mention, type));
      const { start, end } = full ?? (same[0] as EntityMention);
      return { key, text, type, times: same.length, full: full !== undefined, at: { start, end } };
    });
  }),
);

/** A name in full as a draft spells it, and where it first does: what other drafts are held against. Plain data. */
export interface FullName extends Pick<RollEntry, 'key' | 'text'> {
  readonly at: LineRange;
}

/** @param lines of the file that was read into the story. */
export const fullNamesOf = (story: Story, lines: LineIndex): readonly FullName[] =>
  rollOf(story)
    .filter(({ full }) => full)
    .map(({ key, text, at }) => ({ key, text, at: rangeAt(lines, toFile(story.map, at)) }));

/**
 * `#` and the gazetteer's id; the words of a full name as they sound; `=` and the text of a name that cannot be told from others
 * by its words.
 */
export function keyOfEntity({ known, type, mentions }: NamedEntity): string {
  if (known !== undefined) return `#${known}`;
  const full = mentions.find((mention) => isInFull(mention, type));
  const forms = full ? nameParts(full.text).map(({ form }) => form) : [];
  return forms.length > 1 ? forms.map(symbolOf).join(' ') : `=${(full ?? mentions[0])?.text}`;
}

/** A listed place of one word, of which every mention has the same letters: Zürich, Zurich. */
export const isOnePlace = ({ known, type, mentions }: NamedEntity): boolean => {
  const letters = nameWords(mentions[0]?.text ?? '').join(' ');
  return (
    known === undefined &&
    type === 'place' &&
    isPlace(letters) &&
    mentions.every(({ text }) => nameWords(text).join(' ') === letters)
  );
};

const symbolOf = (form: string): string => {
  const of = classOf(form);
  return of === undefined ? strictKey(form) : `@${of}`;
};

/** A person's name of one word is a surname, and anybody's. */
const isInFull = ({ full, quoted, text }: EntityMention, type: NameType): boolean =>
  full && !quoted && text !== text.toUpperCase() && (type !== 'person' || nameParts(text).length > 1);
