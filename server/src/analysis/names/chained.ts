// Chained: all mentions of one name in a story, whatever the spelling and however short. Chains run from the full name to the surname at
// second reference; a surname that two people share goes to the one named last. Whose it is where that is told otherwise: entities.ts.
import type { Story } from '../../document/story';
import { shift, type Span } from '../../text/span';
import { perStory } from '../../document/memo';
import { classOf } from '../transliteration/given-names';
import { type Chain, createChains, endOf } from './chains';
import { namesOf, nameSpan, type Occurrence } from './forms';
import type { Entity } from './gazetteer';
import { type KnownMention, knownMentions } from './known';
import { wordList } from '../../lexicon/word-lists';
import { doesSomething } from './name-words';
import {
  isGivenName,
  isKind,
  isKnownName,
  isPlace,
  isProperAdjective,
  isSeasonBefore,
  isSurname,
  Kind,
  kindsOf,
} from './lists';
import { isCalledAs } from './one-person';
import type { EntityMention, NamedEntity, NameType } from './entity';
import type { Evidence } from './variant';
import { variantsOf } from './variants';

/** The names of a story in order of their first mention, joined by chains alone (full name, then surname). */
export const chainedIn = perStory((story: Story): readonly NamedEntity[] => {
  const ties = spellingTies(story);
  const knownAt = new Map(knownMentions(story).map((k) => [k.end, k]));
  const knownOf = (at: Occurrence): Entity | undefined => {
    const found = knownAt.get(endOf(at));
    return found && isOwn(found, at) ? found.entity : undefined;
  };
  const index = createChains();
  const { mentions } = namesOf(story);
  const full = (at: Occurrence): boolean => at.words.length > 1;
  // what ties "Hassan Nasrullah" to a known name makes it the known one
  const inFull = new Map<string, Entity>();
  for (const at of mentions) {
    const known = full(at) && ties.same.size ? knownOf(at) : undefined;
    if (known) inFull.set(wordsOf(at, ties).join(' '), known);
  }
  for (const at of mentions) {
    if (!full(at) || !(isName(at) || isSomebody(story, at))) continue;
    const words = wordsOf(at, ties);
    index.introduce(at, words, knownOf(at) ?? (inFull.size ? inFull.get(words.join(' ')) : undefined));
  }
  index.settle();
  for (const at of mentions)
    if (!full(at) && (isName(at) || (index.knows(at) && isCalled(story, at))))
      index.refer(at, wordsOf(at, ties), knownOf(at));
  return index
    .all()
    .map((entity) => finished(story, entity, ties))
    .sort((a, b) => (a.mentions[0] as Span).start - (b.mentions[0] as Span).start);
});

/** Not a relative's: a known surname behind another first name is no mention of who is known by it. */
const isOwn = ({ entity, inside }: KnownMention, { words }: Occurrence): boolean =>
  !inside ||
  entity.type !== 'person' ||
  isCalledAs(
    words.slice(0, -1).map(({ form }) => form),
    entity,
  );

/** Plain words with capitals ("Monday's Vote") and peoples ("Syrian") name nobody, unless a word says what they are, or a title or a
 *  first name that it is somebody: "Mr March", "Bill Gates". */
const isName = ({ words, mention: { titles, particles } }: Occurrence): boolean =>
  // "Department of Health and Human Services"
  (words.length > 1 && OF.test(particles)) ||
  titles.some((title) => civil.has(title)) ||
  (words.length > 1 && opensName(words[0]?.form ?? '', words.at(-1)?.form ?? '')) ||
  // "Senator Young"
  (words.length === 1 && titles.length > 0 && isSurname(words[0]?.form ?? '') && !isGivenName(words[0]?.form ?? '')) ||
  // "Rep. French Hill", "President Bill Dole"
  (words.length > 1 &&
    titles.length > 0 &&
    (isKnownName(words.at(-1)?.form ?? '') || isGivenName(words[0]?.form ?? ''))) ||
  words.some((w) => !w.plain && !w.doubtful && !isProperAdjective(w.form)) ||
  (words.length > 1 && words.some((w) => isKind(w.form, 'organisation') || isKind(w.form, 'company')));

/** "Mark Messier said", "Art Rose, a nurse": words of the language both, in the middle of a sentence, the first a first name, and a verb or a
 *  comma behind. "His Grace Period" is nobody. */
function isSomebody({ prose }: Story, at: Occurrence): boolean {
  const { words, mention, base } = at;
  const [given, surname] = words as readonly [Occurrence['word'], Occurrence['word']];
  const isForename = isGivenName(given.form) || isKind(given.form, 'calendar');
  if (words.length !== 2 || given.doubtful || !isForename || isKind(surname.form, 'place')) return false;
  if (
    isProperAdjective(surname.form) ||
    OWNED.test(prose.slice(Math.max(0, base + mention.start - OWNER), base + mention.start))
  )
    return false;
  const end = endOf(at);
  const next = /^(?: ([a-z]+)|,(?= an? ))/.exec(prose.slice(end, end + LONGEST_VERB));
  return next !== null && (next[1] === undefined || doesSomething(next[1]));
}

const OF = / (?:of|for)\b/;

const OWNER = 6;
const OWNED = /(?:^|\W)(?:an?|the|his|her|its|their|our)\s$/i;

const opensName = (first: string, last: string): boolean =>
  (isGivenName(first) && isKnownName(last)) || isSeasonBefore(first, last);

/** A word of the language stands for somebody of that name: "Young said", not "Young people". */
function isCalled({ prose }: Story, at: Occurrence): boolean {
  const end = endOf(at);
  return !at.words[0]?.doubtful || doesSomething(/^ ([a-z]+)/.exec(prose.slice(end, end + LONGEST_VERB))?.[1] ?? '');
}

const LONGEST_VERB = 20;

const civil = wordList('titles of address');

interface Ties {
  /** For each comparable form that is spelled in several ways, one form that stands for all. */
  readonly same: ReadonlyMap<string, string>;
  /** By the end of a place: what ties its spelling to the others. */
  readonly evidence: ReadonlyMap<number, Evidence>;
}

function spellingTies(story: Story): Ties {
  const same = new Map<string, string>();
  const evidence = new Map<number, Evidence>();
  for (const { spellings, links } of variantsOf(story)) {
    const forms = spellings.map((s) => s.places[0]?.words.join(' ') ?? '');
    for (const [i, spelling] of spellings.entries()) {
      same.set(forms[i] as string, forms[0] as string);
      const link = links.find((l) => l.a === i || l.b === i);
      if (link && i > 0) for (const { end } of spelling.places) evidence.set(end, link.evidence);
    }
  }
  return { same, evidence };
}

const wordsOf = ({ words, name }: Occurrence, { same }: Ties): readonly string[] =>
  same.get(name)?.split(' ') ?? words.map((w) => same.get(w.form) ?? w.form);

function finished({ prose }: Story, { mentions, words, known }: Chain, { evidence }: Ties): NamedEntity {
  const ordered = mentions.map(({ at, tie }): EntityMention => {
    const { base, mention } = at;
    const { start, end } = shift(nameSpan(at), base);
    return {
      start,
      end,
      text: prose.slice(start, end),
      tie: evidence.get(end) ?? tie,
      full: at.words.length >= words.length,
      quoted: at.words.some((w) => w.quoted),
      titles: mention.titles,
    };
  });
  ordered.sort((a, b) => a.start - b.start);
  const type = known?.type ?? typeOf(mentions.map((m) => m.at));
  return { type, mentions: ordered, ...(known && { known: known.id }) };
}

function typeOf(places: readonly Occurrence[]): NameType {
  const last = (at: Occurrence): string => at.words[at.words.length - 1]?.form ?? '';
  if (places.some(({ words }) => words.some((w) => (kindsOf(w.form) & (Kind.company | Kind.organisation)) !== 0)))
    return 'organisation';
  if (places.some(({ mention }) => OF.test(mention.particles))) return 'organisation';
  if (places.some((at) => at.mention.titles.length > 0)) return 'person';
  const given = (at: Occurrence): boolean => {
    const first = at.words[0]?.form ?? '';
    const isGiven = isGivenName(first) || classOf(first) !== undefined || first.length === 1;
    return at.words.length > 1 && (isGiven || isSeasonBefore(first, last(at)));
  };
  // "Harriet Washington"
  const isCalledLikeTown = ({ words: [first] }: Occurrence): boolean =>
    first !== undefined && !first.plain && !isPlace(first.form);
  if (places.some((at) => given(at) && isPlace(last(at)) && isCalledLikeTown(at))) return 'person';
  if (places.some((at) => isPlace(last(at)) || isKind(last(at), 'place') || at.words[0]?.form === 'new'))
    return 'place';
  if (places.every((at) => at.words.every((w) => w.acronym))) return 'organisation';
  return places.some(given) ? 'person' : 'other';
}
