// Unread names: "Tiger Woods" at a sentence's start, where the story also has a James Woods. Reading sees a word and a surname; who renames one
// of the two must not take the other along.
import { perStory } from '../../document/memo';
import { isCopy, isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { verbForm } from '../../language/verb-forms';
import { wordList } from '../../lexicon/word-lists';
import { overlaps, type Span } from '../../text/span';
import { formAt, isCapital, isNext, isTitled, spanIn } from './called-tokens';
import { isKind } from './lists';
import { isWho, type Named, named, namedIn } from './people';
import { isPlacedAt, owns } from './place-meant';
import { isBehindName } from './surely-theirs';
import { bare, mentionAt } from './words-beside';

/** Everybody whom the story names, those of whom reading is not sure too ("Tiger Woods" at the start of a sentence). */
export const everybodyIn = perStory((story: Story): readonly Named[] => {
  const all = namedIn(story);
  const surnames = new Set(all.flatMap((one) => (isWho(one) && one.words.length > 1 ? [...one.surnames] : [])));
  const unread = unreadIn(story, all, surnames);
  if (!unread.length) return all;
  const taken = unread.flatMap(({ mentions }) => mentions);
  const others = all.flatMap((one): Named[] => {
    const own = one.mentions.filter((mention) => !taken.some((other) => overlaps(mention, other)));
    if (own.length === one.mentions.length) return [one];
    return own.length ? [named(one.entity, own, one.unsure)] : [];
  });
  return [...others, ...unread];
});

function unreadIn(story: Story, all: readonly Named[], surnames: ReadonlySet<string>): readonly Named[] {
  const read = all.flatMap(({ mentions }) => mentions).filter(({ text }) => text.includes(' '));
  const found = new Map<string, ReturnType<typeof mentionAt>[]>();
  for (const block of story.blocks) {
    if (!isCopy(block.role) || !isProse(block.role) || block.facts.allCaps) continue;
    for (let i = 0; i + 1 < block.facts.tokens.length; i++) {
      if (!surnames.has(formAt(block, i + 1)) || !isWordBeforeSurname(block, i)) continue;
      const span: Span = bare(story, spanIn(block, i, i + 2));
      if (read.some((one) => overlaps(one, span))) continue;
      const mention = mentionAt(story, block, span, i);
      found.set(mention.text, [...(found.get(mention.text) ?? []), mention]);
    }
  }
  return [...found.values()].map((mentions) => named({ type: 'person', mentions }, mentions));
}

/** A word with a capital at a sentence's start that is no office, no deed and no small word: a first name that is a thing elsewhere. */
function isWordBeforeSurname(block: Block, i: number): boolean {
  const { tokens } = block.facts;
  const word = wordAt(tokens, i);
  if (!has(tokens, i, Shape.initial) || !isCapital(block, i) || !isNext(block, i) || !isCapital(block, i + 1))
    return false;
  if (isTitled(word) || isKind(word, 'kin') || callings.has(word) || owns(block, i + 1)) return false;
  // "County Orsk", "Lake Orsk", "Hotel Orsk"
  if (isPlacedAt(block, i + 1, i + 2) || PLACES.some((kind) => isKind(word, kind))) return false;
  const verb = verbForm(word);
  return !(verb && !verb.noun) && !/(?:ing|ed|ly|s)$/.test(word) && isBehindName(block, i + 1);
}

const PLACES = ['place', 'organisation', 'company'] as const;
const callings = wordList('callings');
