// Whether a vague source ("experts say") is named elsewhere in the story. Where one of its kind is named, it was a summary, and the
// desk does not ask.
import { wordList } from '../../lexicon/word-lists';
import type { Block, Story } from '../../document/story';
import { tokenAt } from '../../document/token';
import { readingOf } from '../attribution/scope';
import type { StoryAttribution } from '../attribution/story';
import type { Speaker } from './resolve';
import { isNamed, isUndescribed } from './unnamed';
import { namedKindsOf, weasels } from './weasels';

/** vague: "experts say" · hidden: "it is believed", "has been accused of" · anonymous: "sources said" · media: "local media reported". */
export type WeakKind = 'vague' | 'hidden' | 'anonymous' | 'media';

/** The named sources of a story: the words that describe them, and whether persons and outlets are among them. */
export interface Named {
  readonly words: ReadonlySet<string>;
  /** Words that describe authors of the work that the story is about: these authors are not "some researchers". */
  readonly authors: ReadonlySet<string>;
  readonly person: boolean;
  readonly media: boolean;
  /** The story has "sources in the ministry" or the like: bare "sources" further on are the same. */
  readonly placedSources: boolean;
}

export function namedIn(story: Story, attributions: readonly StoryAttribution[], speakers: readonly Speaker[]): Named {
  const words = new Set<string>();
  const authors = new Set<string>();
  const has = { person: false, media: false, placedSources: false };
  speakers.forEach(({ kind, speaking }, i) => {
    if (!speaking || kind === 'pronoun') return;
    const attribution = attributions[i] as StoryAttribution;
    const block = story.blocks[attribution.block] as Block;
    if (kind === 'anonymous' && !isUndescribed(attribution, readingOf(block.facts), block)) has.placedSources = true;
    if (!speaking.hasName) return;
    if (kind === 'named' || kind === 'role') has.person = true;
    if (kind === 'media' && isNamed(speaking.core, readingOf(block.facts))) has.media = true;
    const described = [...description(attribution, story)];
    const into = described.some((w) => writers.has(w)) ? authors : words;
    for (const w of described) into.add(w);
  });
  return { words, authors, ...has };
}

const writers = wordList('nouns for writers');

/**
 * True where the story names somebody of that kind, so that the vague source was a summary. A name in the last paragraph counts for
 * the lead too.
 */
export function isNamedElsewhere(
  kind: WeakKind,
  head: string,
  modifiers: readonly string[],
  some: boolean,
  named: Named,
): boolean {
  if (kind === 'media') return named.media;
  if (kind === 'anonymous') return named.placedSources;
  if (kind === 'hidden') return false;
  // "several lawyers" are named by a lawyer with a name, though no list groups lawyers with others
  const group = namedKindsOf(head) ?? nobody;
  if (group.has('person') && named.person) return true;
  const fits = (w: string): boolean => named.words.has(w) || (!some && named.authors.has(w));
  // "neurologists", and one of them with a name
  return modifiers.some(fits) || [...group].some(fits) || (head.endsWith('s') && fits(head.slice(0, -1)));
}

const nobody: ReadonlySet<string> = new Set();

/** "rights" in "rights groups". */
export function modifiersOf({ speaking }: Speaker, { facts }: Block): string[] {
  if (!speaking) return [];
  return facts.tokens.word.slice(speaking.core.from, speaking.core.to - 1).filter((w) => !weasels().empty.has(w));
}

/** "Some researchers" are others than those who wrote the work that the story is about. */
export const startsWithSome = ({ speaking }: Speaker, { facts }: Block): boolean =>
  speaking !== undefined && facts.tokens.word[speaking.core.from] === 'some';

/** Up to how many sentences below a group one of its members may speak. */
const BELOW = 2;
const placed = wordList('prepositions behind a person');

/** "Analysts say …", and then "Jan Bero, of Lom Metals, said …": the firm behind the name tells that he is one of them. */
export function oneOfThemFollows(
  story: Story,
  attributions: readonly StoryAttribution[],
  speakers: readonly Speaker[],
  i: number,
  some: boolean,
): boolean {
  const { sentence } = attributions[i] as StoryAttribution;
  for (let k = i + 1; k < attributions.length; k++) {
    const below = attributions[k] as StoryAttribution;
    if (below.sentence > sentence + BELOW) return false;
    const { kind, speaking } = speakers[k] as Speaker;
    if (below.sentence === sentence || kind !== 'named' || !speaking?.hasName) continue;
    const described = [...description(below, story)];
    if (described.some((w) => placed.has(w)) && !(some && described.some((w) => writers.has(w)))) return true;
  }
  return false;
}

/** Longest apposition behind a name, in tokens. */
const DESCRIPTION = 16;

/** The words of a source and of the apposition behind it. Plurals come as singulars too. */
function* description(attribution: StoryAttribution, story: Story): Iterable<string> {
  const { source, block } = attribution;
  if (!source) return;
  const { start, facts } = story.blocks[block] as Block;
  const first = tokenAt(facts.tokens, source.start - start);
  const last = tokenAt(facts.tokens, source.end - start - 1) + 1;
  for (const w of [...facts.tokens.word.slice(first, last), ...apposition(attribution, story)]) {
    yield w;
    if (w.endsWith('s')) yield w.slice(0, -1);
  }
}

/** The words behind a source that follows its verb: "said Jan Bero, an engineer at …". */
function apposition({ source, cue, block }: StoryAttribution, { blocks }: Story): readonly string[] {
  if (!source) return [];
  const { start, facts } = blocks[block] as Block;
  const { word, length } = facts.tokens;
  const first = tokenAt(facts.tokens, source.end - start - 1) + 1;
  const behind = cue !== null && cue.end <= source.start;
  // before its verb it stands between commas: "Jan Bero, of Lom Metals, said"
  const limit = behind ? Math.min(length, first + DESCRIPTION) : cue ? tokenAt(facts.tokens, cue.start - start) : first;
  let last = first;
  while (last < limit && !endMarks.has(word[last] as string)) last++;
  return word.slice(first, last);
}

const endMarks = new Set(['.', '"', '“', ';', '!', '?']);
