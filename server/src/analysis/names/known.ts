// Known names: mentions that the gazetteer lists, and entities that a story spells in more than one way.
import { inText } from '../../text/spelling';
import type { Story } from '../../document/story';
import { opensSentences } from '../../lexicon/sentence-starters';
import { shift, type Span, slice } from '../../text/span';
import { perStory } from '../../document/memo';
import { namesOf, type Occurrence } from './forms';
import { type Entity, longestSpelling, spelledSo } from './gazetteer';
import { nameWords } from '../transliteration/letters';
import { isKind, isProperAdjective } from './lists';
import type { NameWord } from './mention-words';
import type { Mention } from './mentions';
import { somebodyAt } from './somebody';
import type { WrittenAt, Spelling, Variant, Written } from './variant';

/** A listed name where it stands. Offsets into the prose, with its article, without possessive and compound. */
export interface KnownMention extends Span, Written {
  readonly entity: Entity;
  readonly quoted: boolean;
  /** It stands in a longer name that is another's: the Kyiv of Dynamo Kyiv, the Hezbollah of Hezbollah Brigades. */
  readonly inside: boolean;
}

export const knownMentions = perStory((story: Story): readonly KnownMention[] => {
  const found: KnownMention[] = [];
  for (const { words, mention, base } of namesOf(story).mentions)
    for (const known of listedAmong(words, mention)) {
      const span = shift(known, base);
      // Anna Kiev is no city, though it is spelled like one
      if (known.entity.type !== 'person' && somebodyAt(story, span) === 'yes') continue;
      found.push({ ...known, ...span, text: slice(story.prose, span) });
    }
  return found;
});

type Listed = Omit<KnownMention, 'text'>;

/** A mention's words are the same ones at each reading of its paragraph. */
const known = new WeakMap<Occurrence['words'], readonly Listed[]>();

function listedAmong(words: Occurrence['words'], mention: Mention): readonly Listed[] {
  if (!words.some((w) => w.listed)) return none;
  let found = known.get(words);
  if (!found) known.set(words, (found = readListed(words, mention)));
  return found;
}

const none: readonly Listed[] = [];

/** "The al-Kiev brigade", "Omar bin Kiev": an article or a word of kin that no spelling of the place has makes it another's name. */
const isOthers = (
  { type, spellings }: Entity,
  { words, particles }: Mention,
  { article }: NameWord,
  forms: readonly string[],
): boolean =>
  type === 'place' &&
  (article !== '' || (words.length === forms.length && particles !== '')) &&
  !spellings.some((one) => one.split(/[\s-]/).length > nameWords(one).length);

/** Relative to the paragraph. */
function readListed(words: Occurrence['words'], mention: Mention): Listed[] {
  const found: Listed[] = [];
  const longest = longestSpelling();
  for (let i = 0; i < words.length; i++) {
    if (!(words[i] as NameWord).listed) continue;
    const match = longestAt(words, i, longest);
    if (!match) continue;
    const from = words[i] as (typeof words)[number];
    const to = words[match.end - 1] as (typeof words)[number];
    const next = words[match.end];
    if (next && isKind(next.form, 'company')) continue;
    const forms = words.slice(i, match.end).map((w) => w.form);
    const entity = match.entities[0] as Entity;
    const inside = isInside(words, i, match.end, entity) || (i === 0 && opensName(mention, from));
    i = match.end - 1;
    // a word of the language names nothing within a name: Haj Omran is a village
    if (inside && entity.type === 'term') continue;
    if (isOthers(entity, mention, from, forms)) continue;
    if (match.entities.length > 1 || from.acronym || (mention.listed && from.plain)) continue;
    found.push({
      start: from.start,
      end: to.end,
      entity,
      words: forms,
      article: from.article,
      quoted: from.quoted,
      inside,
    });
  }
  return found;
}

/** True where words of another name stand beside it. Offices, peoples, other listed names and what kind of place it is are none. */
function isInside(words: Occurrence['words'], from: number, end: number, { type }: Entity): boolean {
  const longest = longestSpelling();
  const [before, behind] = [words[from - 1], words[end]];
  if (before && !isBeside(before) && !endsListed(words, from, longest)) return true;
  if (!behind || isBeside(behind) || (type === 'place' && isKind(behind.form, 'place'))) return false;
  return !(behind.listed && longestAt(words, end, longest));
}

/** "Dynamo Kiev" at a sentence's head: a plain word that opens no sentence belongs to the name. */
function opensName({ words }: Mention, first: NameWord): boolean {
  const before = words[words.indexOf(first) - 1];
  return before !== undefined && !isBeside(before) && !opensSentences(before.form);
}

const isBeside = ({ form }: NameWord): boolean =>
  isKind(form, 'title') || isKind(form, 'role') || isProperAdjective(form);

/** True where a listed name ends right before `at`. */
function endsListed(words: Occurrence['words'], at: number, longest: number): boolean {
  for (let from = Math.max(0, at - longest); from < at; from++)
    if ((words[from] as NameWord).listed && longestAt(words, from, longest)?.end === at) return true;
  return false;
}

function longestAt(words: Occurrence['words'], from: number, longest: number) {
  let key = '';
  let match: { readonly end: number; readonly entities: readonly Entity[] } | undefined;
  for (let end = from; end < Math.min(words.length, from + longest); end++) {
    key += `${key && ' '}${(words[end] as { form: string }).form}`;
    const entities = spelledSo(key);
    if (entities.length) match = { end: end + 1, entities };
  }
  return match;
}

/**
 * Organisations, places and terms in several listed spellings. People are told word by word: a surname may stand for the
 * whole name.
 */
export function knownVariants(story: Story): Variant[] {
  const byEntity = new Map<Entity, KnownMention[]>();
  for (const mention of knownMentions(story)) {
    if (mention.entity.type === 'person') continue;
    const had = byEntity.get(mention.entity);
    if (had) had.push(mention);
    else byEntity.set(mention.entity, [mention]);
  }
  return [...byEntity].flatMap(([entity, mentions]) => variantOf(entity, mentions) ?? []);
}

/** People in several listed spellings of the whole name that no word of theirs ties: Xi Jinping, Hsi Chin-ping. */
export function knownPeople(story: Story, claimed: ReadonlySet<number>): Variant[] {
  const byEntity = new Map<Entity, KnownMention[]>();
  for (const mention of knownMentions(story)) {
    if (mention.entity.type !== 'person' || mention.words.length < 2 || mention.inside || claimed.has(mention.end))
      continue;
    const had = byEntity.get(mention.entity);
    if (had) had.push(mention);
    else byEntity.set(mention.entity, [mention]);
  }
  return [...byEntity].flatMap(([entity, mentions]) => variantOf(entity, mentions) ?? []);
}

function variantOf(entity: Entity, mentions: readonly KnownMention[]): Variant | undefined {
  if (mentions.length < 2) return undefined;
  const most = Math.max(...mentions.map((m) => m.words.length));
  const byText = new Map<string, { readonly first: KnownMention; readonly places: WrittenAt[] }>();
  for (const mention of mentions) {
    const key = inText(mention.text);
    const place = {
      start: mention.start,
      end: mention.end,
      text: mention.text,
      words: mention.words,
      article: mention.article,
      letters: { start: mention.start, end: mention.end },
      quoted: mention.quoted,
      inside: mention.inside,
      last: true,
      full: mention.words.length === most,
    };
    const had = byText.get(key);
    if (had) had.places.push(place);
    else byText.set(key, { first: mention, places: [place] });
  }
  if (byText.size < 2) return undefined;
  const kinds = [...byText.values()];
  const firstOf = (i: number): Written => (kinds[i] as (typeof kinds)[number]).first;
  const odd = (a: number, b: number): boolean => areAtOdds(firstOf(a), firstOf(b));
  const links = kinds.flatMap((_, a) =>
    kinds.flatMap((_, b) => (a < b && odd(a, b) ? [{ a, b, evidence: 'gazetteer' as const }] : [])),
  );
  if (!links.length) return undefined;
  const spellings = kinds.map(({ first, places }): Spelling => ({ text: first.text, places }));
  return { entity, spellings, links, odd };
}

/** True where one story should not hold both: other words, or the same in other dress. A shorter form is no other spelling. */
export function areAtOdds(a: Written, b: Written): boolean {
  if (inText(a.text) === inText(b.text)) return false;
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const key = short.words.join(' ');
  if (short.words.length < long.words.length) return !` ${long.words.join(' ')} `.includes(` ${key} `);
  if (key !== long.words.join(' ')) return true;
  // one word with and without its article: Shabab beside al-Shabab
  const bareA = inText(a.text.slice(a.article.length));
  const bareB = inText(b.text.slice(b.article.length));
  const oneWord = a.words.length === 1 && (a.article === '' || b.article === '');
  return !(oneWord && bareA === bareB);
}
