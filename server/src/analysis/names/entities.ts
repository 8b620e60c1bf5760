// Entities: all mentions of one name in a story, whatever the spelling and however short. Chains run from the full name to the
// surname at second reference; a surname that two people share goes to the one named last.
import type { Story } from '../../document/story';
import { shift, type Span } from '../../text/span';
import { perStory } from '../../document/memo';
import { classOf } from '../transliteration/given-names';
import { namesOf, nameSpan, type Occurrence } from './forms';
import type { Entity as Known } from './gazetteer';
import { knownMentions } from './known';
import { isGivenName, isKind, isPlace, isProperAdjective, Kind, kindsOf } from './lists';
import type { Evidence } from './variant';
import { variantsOf } from './variants';

export type NameType = 'person' | 'organisation' | 'place' | 'term' | 'other';

/** How a mention came to its entity: by its own words, as a shorter form, or by what ties its spelling to another. */
export type Tie = 'name' | 'short form' | Evidence;

/** Offsets into the prose, titles, possessive and compound tail outside. */
export interface EntityMention extends Span {
  readonly text: string;
  readonly tie: Tie;
  /** As many words as the name has anywhere in the story. */
  readonly full: boolean;
  readonly quoted: boolean;
  readonly titles: readonly string[];
}

export interface NamedEntity {
  readonly type: NameType;
  /** In order of place. The first full one introduces the name. */
  readonly mentions: readonly EntityMention[];
  /** The gazetteer's id, where it lists the name. */
  readonly known?: string;
}

/** The mention that introduces the name: the first full one that is not somebody else's spelling, else the first. */
export const introducedAs = ({ mentions }: NamedEntity): EntityMention =>
  mentions.find(({ full, quoted }) => full && !quoted) ?? (mentions[0] as EntityMention);

/** The mentions by how they are written, each spelling at its first place. */
export function byText(mentions: readonly EntityMention[]): ReadonlyMap<string, readonly EntityMention[]> {
  const all = new Map<string, EntityMention[]>();
  for (const mention of mentions) {
    const had = all.get(mention.text);
    if (had) had.push(mention);
    else all.set(mention.text, [mention]);
  }
  return all;
}

interface Growing {
  readonly key: string;
  words: readonly string[];
  readonly known: Known | undefined;
  readonly mentions: { readonly at: Occurrence; readonly tie: Tie }[];
}

/** The names of a story, in order of their first mention. */
export const entitiesOf = perStory((story: Story): readonly NamedEntity[] => {
  const ties = spellingTies(story);
  const knownAt = new Map(knownMentions(story).map((k) => [k.end, k.entity]));
  const index = createIndex();
  const mentions = namesOf(story).mentions.filter(isName);
  const full = (at: Occurrence): boolean => at.words.length > 1;
  for (const at of mentions.filter(full)) index.introduce(at, wordsOf(at, ties), knownAt.get(endOf(at)));
  for (const at of mentions) {
    if (!full(at)) index.refer(at, wordsOf(at, ties), knownAt.get(endOf(at)));
  }
  return index
    .all()
    .map((entity) => finished(story, entity, ties))
    .sort((a, b) => (a.mentions[0] as Span).start - (b.mentions[0] as Span).start);
});

/** Plain words with capitals ("Monday's Vote") and peoples ("Syrian") name nobody, unless a word says what they are. */
const isName = ({ words }: Occurrence): boolean =>
  words.some((w) => !w.plain && !w.doubtful && !isProperAdjective(w.form)) ||
  (words.length > 1 && words.some((w) => isKind(w.form, 'organisation') || isKind(w.form, 'company')));

const endOf = ({ base, mention }: Occurrence): number => base + mention.end;

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

function wordsOf({ words }: Occurrence, { same }: Ties): readonly string[] {
  const whole = words.map((w) => w.form).join(' ');
  return same.get(whole)?.split(' ') ?? words.map((w) => same.get(w.form) ?? w.form);
}

/** Entities found so far, by what later mentions can call them. */
function createIndex() {
  const byKey = new Map<string, Growing>();
  /** The last entity introduced that has the word as its surname, or as its family name in front. */
  const bySurname = new Map<string, Growing[]>();
  const byGivenName = new Map<string, Growing[]>();
  /** By first and last word of a person's name. */
  const byEnds = new Map<string, Growing>();
  const file = (map: Map<string, Growing[]>, word: string | undefined, entity: Growing): void => {
    if (!word) return;
    const had = map.get(word);
    if (!had) map.set(word, [entity]);
    else if (!had.includes(entity)) had.push(entity);
  };
  const add = (key: string, at: Occurrence, words: readonly string[], known: Known | undefined): Growing => {
    let entity = byKey.get(key);
    if (!entity) byKey.set(key, (entity = { key, words, known, mentions: [] }));
    if (words.length > entity.words.length) entity.words = words;
    entity.mentions.push({ at, tie: 'name' });
    return entity;
  };
  return {
    introduce(at: Occurrence, words: readonly string[], known: Known | undefined): void {
      const [first = ''] = words;
      const given = isGivenName(first) || classOf(first) !== undefined;
      const ends = `${first} ${words.at(-1)}`;
      const bearer = given ? byEnds.get(ends) : undefined;
      // "Ivan Petrovich Solovyov", then "Ivan Solovyov"
      const same = bearer && (bearer.words.length === 2) !== (words.length === 2) ? bearer.key : words.join(' ');
      const entity = add(known ? `#${known.id}` : same, at, words, known);
      if (!byEnds.has(ends)) byEnds.set(ends, entity);
      file(bySurname, words.at(-1), entity);
      file(given ? byGivenName : bySurname, first, entity);
    },
    refer(at: Occurrence, words: readonly string[], known: Known | undefined): void {
      const [word] = words as readonly [string];
      // "Saddam", "Kim": the one person of the story who has that first name
      const byGiven = byGivenName.get(word) ?? [];
      const bearers = known ? [] : (bySurname.get(word) ?? (byGiven.length === 1 ? byGiven : []));
      const bearer = lastBefore(bearers, endOf(at)) ?? bearers[0];
      if (bearer) bearer.mentions.push({ at, tie: 'short form' });
      else add(known ? `#${known.id}` : word, at, words, known);
    },
    all: (): Growing[] => [...byKey.values()],
  };
}

/** Of several bearers of a surname, the one whose latest mention before `offset` is nearest. */
function lastBefore(bearers: readonly Growing[], offset: number): Growing | undefined {
  let best: Growing | undefined;
  let nearest = -1;
  for (const bearer of bearers.slice(0, MOST_BEARERS)) {
    const { mentions } = bearer;
    for (let i = mentions.length - 1; i >= 0 && i >= mentions.length - MOST_BEARERS; i--) {
      const end = endOf((mentions[i] as { at: Occurrence }).at);
      if (end < offset && end > nearest) {
        nearest = end;
        best = bearer;
      }
    }
  }
  return best;
}

const MOST_BEARERS = 16;

function finished({ prose }: Story, { mentions, words, known }: Growing, { evidence }: Ties): NamedEntity {
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
  if (places.some((at) => at.mention.titles.length > 0)) return 'person';
  if (places.some((at) => isPlace(last(at)) || isKind(last(at), 'place'))) return 'place';
  if (places.every((at) => at.words.every((w) => w.acronym))) return 'organisation';
  const given = (at: Occurrence): boolean => {
    const first = at.words[0]?.form ?? '';
    return at.words.length > 1 && (isGivenName(first) || classOf(first) !== undefined || first.length === 1);
  };
  return places.some(given) ? 'person' : 'other';
}
