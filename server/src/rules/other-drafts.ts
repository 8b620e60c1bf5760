// Finds names that this story spells one way, and the other drafts of its folder another way.
import { evidenceAcross, type Standing } from '../analysis/names/across';
import { type EntityMention, entitiesOf } from '../analysis/names/entities';
import { editsOf, renamed } from '../analysis/names/rename';
import { keyOfEntity } from '../analysis/names/roll';
import { variantsOf } from '../analysis/names/variants';
import { nameWords } from '../analysis/transliteration/letters';
import { opensSentence, type Story } from '../document/story';
import { slice } from '../text/span';
import type { House } from './house';
import { preferredForms } from './preferred';
import type { Finding } from './rule';
import { because } from './spellings';

/** One finding for each name, where it is introduced; its fix puts every mention right. Silent where the house decides the form. */
export function* foundElsewhere(story: Story, house: House, suggested: boolean): Generator<Finding> {
  const { across } = house;
  if (!across) return;
  const told = new Set(variantsOf(story).flatMap((v) => v.spellings.flatMap((s) => s.places.map((p) => p.end))));
  for (const entity of entitiesOf(story)) {
    const key = keyOfEntity(entity);
    const standing = across.get(key);
    if (!standing || isDecided(house, suggested, entity.known, standing.text)) continue;
    // a name that this story itself spells in several ways is reported by the rule for that
    if (entity.mentions.some(({ end }) => told.has(end))) continue;
    const first = entity.mentions.find(({ full, quoted }) => full && !quoted);
    const evidence = first && evidenceAcross(key, first.text, standing.text);
    if (first && evidence) yield finding(story, entity.mentions, first, standing, because[evidence]);
  }
}

function isDecided(house: House, suggested: boolean, known: string | undefined, text: string): boolean {
  const { byEntity, byName, byWord } = preferredForms(house, suggested);
  const words = nameWords(text);
  return (
    (known !== undefined && byEntity.has(known)) || byName.has(words.join(' ')) || byWord.has(words.at(-1) as string)
  );
}

function finding(
  story: Story,
  mentions: readonly EntityMention[],
  { start, end, text }: EntityMention,
  { text: other, drafts, path, at }: Standing,
  why: string,
): Finding {
  const edits = mentions
    .filter(({ quoted }) => !quoted)
    .flatMap((mention) => {
      const now = renamed(mention.text, text, other, opensSentence(story, mention.start));
      return now === undefined ? [] : editsOf(mention, slice(story.prose, mention), now);
    });
  const where = drafts === 1 ? path : `${path} and ${drafts === 2 ? 'one more draft' : `${drafts - 1} more drafts`}`;
  return {
    start,
    end,
    class: 'across',
    message: `“${text}” here, “${other}” in ${where}: ${why}. Spell it one way in all of them.`,
    elsewhere: [{ path, ...at, message: 'The other spelling.' }],
    fixes: edits.length ? [{ title: `Spell it “${other}” throughout this draft`, apply: 'ask', edits }] : [],
  };
}
