// Called: every place of a story where somebody is named, also where the name is a word (May, Sun, Young), so that a person who renames
// somebody leaves no mention behind; each place is one name's. Finding variants asks for less, since it must be sure of what nobody asked
// about.
import { perStory } from '../../document/memo';
import { isProse } from '../../document/role';
import type { Story } from '../../document/story';
import { overlaps, type Span } from '../../text/span';
import { isAnotherMeant } from './another-meant';
import { bearersAmong } from './bearers';
import { byPlace, isSomebodys, mayBeSomebodys, type Place, placesOf } from './called-places';
import { blockAt, type Called, isCalled, isWhere, tokensOf } from './called-tokens';
import type { EntityMention, NamedEntity } from './entities';
import { isPlace } from './lists';
import { lastName, type NamePiece, wordsInFull, wordsOfName } from './name-words';
import { isPlacedAt } from './place-meant';
import { somebodyAt } from './somebody';
import { type Named, named, saysWhat, wordlyNames } from './people';
import { isSurelyTheirs } from './surely-theirs';
import { everybodyIn } from './unread-names';
import { mentionAt } from './words-beside';
import { opensWithGiven } from './surnames';

/** A name with all its mentions, each in full as far as it is written there, in order of place. */
export interface CalledName extends NamedEntity {
  readonly mentions: readonly CalledMention[];
  /** Places that may be this name's, or somebody else's, or no name: who renames it is told of them. */
  readonly maybe: readonly EntityMention[];
}

export interface CalledMention extends EntityMention {
  /** Somebody else of the story may be meant as well. */
  readonly unsure?: true;
}

/** Who is named or called at that place of the prose. A person who asks says that the word is a name, unless it is surely none. */
export function calledAt(story: Story, offset: number): CalledName | undefined {
  const all = calledIn(story);
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const known = all.find(({ mentions }) => mentions.some(holds));
  if (known) return known;
  const maybe = all.find((one) => one.maybe.some(holds));
  if (maybe) {
    const own = maybe.maybe.find(holds) as EntityMention;
    if (isBeforeIntroduced(story, own, maybe)) return alone(story, own, maybe);
    return { ...maybe, mentions: byPlace([...maybe.mentions, own]), maybe: maybe.maybe.filter((one) => one !== own) };
  }
  // a whole name that reading alone is not sure of: "Will Smith"
  for (const { block, token, span } of wordlyNames(story)) {
    const mention = mentionAt(story, block, span, token);
    if (all.some(({ mentions }) => mentions.some((one) => overlaps(one, span)))) continue;
    const one = named({ type: 'person', mentions: [mention] }, [mention]);
    const found = calledAmong(story, [...everybodyIn(story), one]).at(-1);
    if (found?.mentions.some(holds)) return found;
  }
  return undefined;
}

/** Every name of the story with all places where it is mentioned, those where the name is also a word (May, Young) too. */
export const calledIn = perStory((story: Story): readonly CalledName[] => calledAmong(story, everybodyIn(story)));

function calledAmong(story: Story, all: readonly Named[]): readonly CalledName[] {
  const who = bearersAmong(all);
  const mentions = new Map<Named, CalledMention[]>(all.map((one) => [one, []]));
  const maybe = new Map<Named, EntityMention[]>(all.map((one) => [one, [...one.unsure]]));
  const file = ({ owner, others, mention, ...place }: Place): void => {
    const called = isBeforeIntroduced(story, mention, { ...owner.entity, mentions: owner.mentions })
      ? 'maybe'
      : place.called;
    const unsure = others.length > 0 || mayBeSomebody(story, mention, owner);
    if (called === 'yes') mentions.get(owner)?.push(unsure ? { ...mention, unsure } : mention);
    for (const one of called === 'maybe' ? [owner, ...others] : others) maybe.get(one)?.push(mention);
  };
  for (const one of all)
    for (const mention of one.mentions) {
      if (isPlaceOnly(story, mention, one)) continue;
      const { owner, others } = who.of(mention, one);
      file({ owner, others, mention, called: isNamedSo(story, mention, owner) });
    }
  for (const place of placesOf(story, who, mentions)) file(place);
  return all.flatMap((one): CalledName[] => {
    const own = apart(mentions.get(one) as CalledMention[]);
    if (!own.length) return [];
    const length = one.words.length;
    const found = own.map((mention) => ({ ...mention, full: wordsOfName(mention.text).length >= length }));
    const others = (maybe.get(one) as EntityMention[]).filter(
      (other) => !own.some((mention) => overlaps(mention, other)),
    );
    return [{ ...one.entity, mentions: found, maybe: apart(others) }];
  });
}

/**
 * "Apple said", above the first that is heard of Fiona Apple: copy has a surname alone only behind the name in full, so it is something
 * else's, or nobody can tell. A headline calls people so before they are introduced.
 */
function isBeforeIntroduced(story: Story, { start, text }: EntityMention, { mentions, type }: NamedEntity): boolean {
  if (type !== 'person' || wordsInFull(text).length > 1) return false;
  const role = blockAt(story, start)?.role;
  if (!role || !isProse(role)) return false;
  const inFull = mentions.filter((one) => wordsInFull(one.text).length > 1);
  return inFull.length > 0 && inFull.every((one) => start < one.start);
}

/** The name that is only written so there: what stands alone above the one in full. */
function alone(story: Story, own: EntityMention, other: CalledName): CalledName {
  const isSame = (one: EntityMention): boolean =>
    one === own || (one.text === own.text && isBeforeIntroduced(story, one, other));
  const mentions = other.maybe.filter(isSame).map((one) => ({ ...one, full: true }));
  const maybe = byPlace([...other.mentions, ...other.maybe.filter((one) => !isSame(one))]);
  return { ...other, mentions, maybe };
}

/** "Kiev said", where the story also has an Anna Kiev: the city, or she. */
const mayBeSomebody = (story: Story, mention: EntityMention, { words, entity: { type } }: Named): boolean =>
  type === 'place' && !opensWithGiven(words) && somebodyAt(story, mention) !== 'no';

/** A first name alone that is a word too, a place's or a people's: "Christian leaders", "Paris was lovely"; a "Lund Institute" of Ben Lund. */
function isNamedSo(story: Story, mention: EntityMention, one: Named): Called {
  const { words, surnames } = one;
  const [word, more] = wordsInFull(mention.text);
  const block = blockAt(story, mention.start);
  if (word && more && surnames.has(word.form) && isSomebodys(one) && saysWhat(wordsOfName(mention.text)))
    return 'maybe';
  // "Al Orsk" is read as one word
  if (!word || more || !block || (words.length < 2 && !words[0]?.article)) return 'yes';
  const [first, end] = tokensOf(block, mention);
  const isSurname = isSurnameOf(one, word.form);
  if (mayBeSomebodys(one)) {
    if (isPlacedAt(block, first, end) || isAnotherMeant(story, block, first, end, one, isSurname)) return 'maybe';
    if (isSurname) return isSurelyTheirs(story, block, first, end) ? 'yes' : 'maybe';
  }
  if (isSurname || words[0]?.form !== word.form) return 'yes';
  return isCalled(story, block, first, end, false);
}

/** In whatever spelling of it: the last word of one of their names. */
const isSurnameOf = ({ surnames, mentions }: Named, form: string): boolean =>
  surnames.has(form) ||
  mentions.some(({ text }) => {
    const own = wordsInFull(text);
    return own.length > 1 && own[lastName(own)]?.form === form;
  });

/** In order; of two that overlap the longer one. */
function apart<T extends CalledMention>(mentions: readonly T[]): T[] {
  const kept: T[] = [];
  for (const one of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, one)) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one;
  }
  return kept;
}

/** "in London", where somebody is called Jack London: a mention of the place. */
function isPlaceOnly({ prose }: Story, { start, text }: EntityMention, { words }: Named): boolean {
  const own = wordsOfName(text);
  if (words.length < 2 || own.length !== 1 || !isPlace((own[0] as NamePiece).form)) return false;
  return isWhere(/([a-z]{1,24}) $/i.exec(prose.slice(Math.max(0, start - 9), start))?.[1] ?? '');
}
