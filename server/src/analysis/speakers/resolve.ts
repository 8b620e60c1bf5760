// Speakers of a story: each attribution's source, resolved through what was said before it. "He said" is whoever was the
// subject before; "they said" is nobody where only one thing or one person went before.
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { tokenAt } from '../../document/token';
import { type Span, shift } from '../../text/span';
import { readingOf } from '../attribution/scope';
import { attributionsIn, type StoryAttribution } from '../attribution/story';
import { perStory } from '../memo';
import { type Antecedent, antecedentsIn } from './antecedents';
import { withBodies } from './bodies';
import { type FullNames, fullNamesOf } from './full-names';
import type { Gender } from './gender';
import { withQuotations } from './quotations';
import { type Speaking, type SpeakerKind, speakingOf } from './speaker';

/** Who an attribution cites. */
export interface Speaker {
  /** As written: a pronoun stays one, and `name` says who it is. `unknown` where nobody stands in the sentence. */
  readonly kind: SpeakerKind;
  /** What is meant: no pronoun. `unknown` where nobody is found. */
  readonly resolved: SpeakerKind;
  /** The full name where the story gives one; else the noun phrase; '' where nobody is found. */
  readonly name: string;
  /** The noun phrase here, in prose offsets. */
  readonly at: Span | null;
  /** The noun phrase as read, where one stands here. */
  readonly speaking?: Speaking;
  /** Where the one that a pronoun means was named, in prose offsets. */
  readonly antecedent?: Span;
  /** How the source was found, for people. */
  readonly reason: string;
  /** "They", and nobody near is several people. */
  readonly orphan?: true;
  /** "He said", right behind two men named in one breath. */
  readonly either?: readonly [string, string];
  /** Others that a pronoun could mean; the likelier one is `name`. */
  readonly rivals?: readonly string[];
}

/** One speaker for each of `attributionsIn(story)`, in the same order. */
export const speakersOf: (story: Story) => readonly Speaker[] = perStory((story) => {
  const attributions = attributionsIn(story);
  const sources = attributions.map((attribution) => sourceOf(attribution, story.blocks));
  const names = fullNamesOf([...namedIn(story.blocks), ...sources.filter((source) => source !== undefined)]);
  const before = proseBefore(story.blocks);
  const spoke = new Set(attributions.flatMap(({ source }) => (source ? [source.end] : [])));
  const speakers = attributions.map((attribution, i) =>
    speakerOf(attribution, sources[i], story.blocks, before, names, spoke),
  );
  return withBodies(story, withQuotations(attributions, withChains(attributions, speakers, before)));
});

/** "They said …", and in the next paragraph again "They said …": the same. */
function withChains(
  attributions: readonly StoryAttribution[],
  speakers: readonly Speaker[],
  before: readonly number[],
): Speaker[] {
  const last = new Map<string, { readonly speaker: Speaker; readonly block: number }>();
  return speakers.map((speaker, i) => {
    const { block } = attributions[i] as StoryAttribution;
    const head = speaker.speaking?.head;
    if (speaker.kind !== 'pronoun' || head === undefined) return speaker;
    const known = last.get(head);
    const goesOn = speaker.name === '' && known && (known.block === block || known.block === before[block]);
    const found = goesOn ? chained(speaker, known.speaker) : speaker;
    if (found.name !== '') last.set(head, { speaker: found, block });
    return found;
  });
}

function chained({ orphan: _, ...speaker }: Speaker, { resolved, name, antecedent }: Speaker): Speaker {
  return { ...speaker, resolved, name, ...(antecedent && { antecedent }), reason: `the same as before: ${name}` };
}

/** Whom the story names in its prose. */
const namedIn = (blocks: readonly Block[]): Speaking[] =>
  blocks
    .filter(({ role }) => isProse(role))
    .flatMap(({ facts }) => antecedentsIn(facts).map(({ speaking }) => speaking));

/** For each block the prose block before it; -1 where none is. */
function proseBefore(blocks: readonly Block[]): readonly number[] {
  let last = -1;
  return blocks.map(({ role }, index) => {
    const before = last;
    if (isProse(role)) last = index;
    return before;
  });
}

/** The source of an attribution as read; undefined where none stands in the sentence. */
function sourceOf({ source, block: index }: StoryAttribution, blocks: readonly Block[]): Speaking | undefined {
  if (!source) return undefined;
  const block = blocks[index] as Block;
  const { tokens } = block.facts;
  const from = tokenAt(tokens, source.start - block.start);
  const to = tokenAt(tokens, source.end - block.start - 1) + 1;
  return speakingOf(readingOf(block.facts), { from, to });
}

function speakerOf(
  { source, form, block: index }: StoryAttribution,
  speaking: Speaking | undefined,
  blocks: readonly Block[],
  before: readonly number[],
  names: FullNames,
  spoke: ReadonlySet<number>,
): Speaker {
  if (!source || !speaking) {
    const reason = form === 'quotation' ? 'a quotation with no speaker beside it' : 'no source in the sentence';
    return { kind: 'unknown', resolved: 'unknown', name: '', at: null, reason };
  }
  if (nobody.has(speaking.head)) {
    return { kind: 'unknown', resolved: 'unknown', name: '', at: source, speaking, reason: 'nobody is said to speak' };
  }
  if (speaking.kind === 'pronoun') {
    return pronoun(speaking, source, nearby(blocks, before, index, source.start), names, spoke);
  }
  const name = fullName(speaking, names);
  // whatever speaks is somebody: "the railway said"
  const kind = speaking.kind === 'unknown' ? (speaking.plural ? 'role' : 'organisation') : speaking.kind;
  const reason = name === speaking.name ? 'named in the sentence' : 'named in full elsewhere in the story';
  return { kind, resolved: kind, name, at: source, speaking, reason };
}

/** "Nobody told the regulator." */
const nobody = new Set(['nobody', 'no-one', 'none', 'nothing', 'neither']);

const fullName = ({ kind, name }: Speaking, names: FullNames): string => (kind === 'named' ? names(name) : name);

/** A pronoun is looked for among this many, in its own paragraph and the one before: readers go no further back. */
const NEARBY = 40;

/** Those named before `at`, the nearest last. Offsets into the prose. */
function nearby(blocks: readonly Block[], before: readonly number[], index: number, at: number): Antecedent[] {
  const found: Antecedent[] = [];
  for (const k of [index, before[index] ?? -1]) {
    const block = blocks[k];
    if (!block) continue;
    const all = antecedentsIn(block.facts);
    for (let i = countBefore(all, at - block.start) - 1; i >= 0 && found.length < NEARBY; i--) {
      const one = all[i] as Antecedent;
      found.push({ ...one, ...shift(one, block.start) });
    }
  }
  return found.reverse();
}

/** How many of them end before `offset`. Binary search: a paragraph may be as long as a book. */
function countBefore(all: readonly Antecedent[], offset: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Antecedent).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Wanted = Gender | 'plural';

const pronouns: Readonly<Partial<Record<string, Wanted>>> = {
  he: 'male',
  him: 'male',
  his: 'male',
  she: 'female',
  her: 'female',
  it: 'neuter',
  its: 'neuter',
  they: 'plural',
  them: 'plural',
  their: 'plural',
};

/** @param spoke ends of the noun phrases that are cited somewhere in the story. */
function pronoun(
  speaking: Speaking,
  at: Span,
  near: readonly Antecedent[],
  names: FullNames,
  spoke: ReadonlySet<number>,
): Speaker {
  const nobody = { kind: 'pronoun', resolved: 'unknown', name: '', at, speaking } as const;
  const want = pronouns[speaking.head];
  if (!want) return { ...nobody, reason: 'a pronoun for nobody in the story' };
  const either = eitherOfTwo(near, want);
  const fits = near.filter((one) => agrees(one, want));
  const subject = fits.findLast((one) => one.subject && (want !== 'neuter' || isBody(one)));
  const chosen = (want === 'neuter' && whoSpoke(fits, subject, spoke)) || subject || fits.at(-1);
  if (!chosen) {
    if (either) return { ...nobody, either, reason: 'two in one breath fit' };
    const reason = 'nobody in this paragraph or the one before fits';
    return want === 'plural' ? { ...nobody, orphan: true, reason } : { ...nobody, reason };
  }
  const name = fullName(chosen.speaking, names);
  const rivals = [...new Set(fits.map((one) => fullName(one.speaking, names)))].filter((other) => other !== name);
  return {
    ...nobody,
    resolved: chosen.speaking.kind,
    name,
    antecedent: { start: chosen.start, end: chosen.end },
    reason: chosen.subject ? 'the subject before' : 'the last one named before',
    ...(rivals.length > 0 && { rivals }),
    ...(either && { either }),
  };
}

/** "It said": the body that spoke last, unless another has been the subject since. */
function whoSpoke(
  fits: readonly Antecedent[],
  subject: Antecedent | undefined,
  spoke: ReadonlySet<number>,
): Antecedent | undefined {
  const last = fits.findLast((one) => isBody(one) && spoke.has(one.end));
  return last && (!subject || subject.start <= last.start) ? last : undefined;
}

const isBody = ({ speaking: { kind } }: Antecedent): boolean =>
  kind === 'organisation' || kind === 'media' || kind === 'document' || kind === 'named';

/** The two whom "he" may mean: named in one breath, and nobody else who fits was named since. */
function eitherOfTwo(near: readonly Antecedent[], want: Wanted): Speaker['either'] {
  const at = near.findLastIndex(({ either }) => either?.gender === want);
  const since = near.slice(at + 1).some((one) => agrees(one, want));
  return at < 0 || since ? undefined : near[at]?.either?.names;
}

function agrees({ speaking: { kind, plural }, gender }: Antecedent, want: Wanted): boolean {
  if (want === 'plural') return plural;
  if (plural) return false;
  if (want === 'neuter') return kind !== 'role' && kind !== 'anonymous' && kind !== 'vague';
  return (kind === 'named' || kind === 'role' || kind === 'anonymous') && (gender === want || gender === 'unknown');
}
