// Speakers of a story: each attribution's source, resolved through what was said before it. "He said" is whoever was the
// subject before; "they said" is nobody where only one thing or one person went before.
import { wordList } from '../../lexicon/word-lists';
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { tokenAt } from '../../document/token';
import { type Span, shift } from '../../text/span';
import { type CalledOpeners, calledOpeners } from '../attribution/called-openers';
import { readingCalled } from '../attribution/scope';
import { attributionsIn, type StoryAttribution } from '../attribution/story';
import { perParagraphAnd } from '../../document/kept';
import { perStory } from '../../document/memo';
import type { Paragraph } from '../../document/paragraph';
import { type Antecedent, antecedentsIn } from './antecedents';
import { withBodies } from './bodies';
import { type FullNames, fullNamesOf } from './full-names';
import { type Gender, genderOfFullName } from './gender';
import { type Identities, identitiesOf } from './identities';
import { type Member, type Pair, pairsIn } from './pairs';
import { withOffices } from './office-speakers';
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
  /** "He said", right behind two men named in one breath, or one who met the other. */
  readonly either?: readonly [string, string];
  /** Others that a pronoun could mean; the likelier one is `name`. */
  readonly rivals?: readonly string[];
}

/** One speaker for each of `attributionsIn(story)`, in the same order. */
export const speakersOf: (story: Story) => readonly Speaker[] = perStory((story) => {
  const attributions = attributionsIn(story);
  const called = calledOpeners(story);
  const sources = attributions.map((attribution) => sourceOf(attribution, story.blocks, called));
  const full = fullNamesOf([...namedIn(story.blocks), ...sources.filter((source) => source !== undefined)]);
  const identities = identitiesOf(story);
  const names: FullNames = (name, end) => {
    const here = end === undefined ? undefined : identities.at(name, end);
    return here ?? identities.of(full(name)) ?? full(name);
  };
  const before = proseBefore(story.blocks);
  const near = nearbyIn(story.blocks, before);
  const ends = attributions.map(({ source, block }, i) => endsOf(source, sources[i], story.blocks, block));
  const spoke = new Set(ends.flat());
  const speakers = attributions.map((attribution, i) =>
    speakerOf(attribution, sources[i], ends[i]?.[1], near, names, spoke, identities),
  );
  const held = withOffices(story, attributions, withChains(attributions, speakers, before));
  return withBodies(story, withQuotations(attributions, held));
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

/** Where whoever is cited ends: the whole phrase, and what names him in it. */
function endsOf(
  source: Span | null,
  speaking: Speaking | undefined,
  blocks: readonly Block[],
  index: number,
): readonly number[] {
  if (!source || !speaking) return [];
  const block = blockOf(source, index, blocks);
  return [source.end, block.start + (block.facts.tokens.end[speaking.core.to - 1] ?? 0)];
}

/** The source of an attribution as read; undefined where none stands in the sentence. */
function sourceOf(
  { source, block: index }: StoryAttribution,
  blocks: readonly Block[],
  called: CalledOpeners,
): Speaking | undefined {
  if (!source) return undefined;
  const block = blockOf(source, index, blocks);
  return speakingIn(block.facts, called(block.facts))(shift(source, -block.start));
}

/** By where they stand in the paragraph, the noun phrases that were asked for. */
const speakingIn = perParagraphAnd((paragraph: Paragraph, called: readonly number[]) => {
  const known = new Map<number, { readonly end: number; readonly speaking: Speaking | undefined }>();
  const { tokens } = paragraph;
  return ({ start, end }: Span): Speaking | undefined => {
    const before = known.get(start);
    if (before?.end === end) return before.speaking;
    const range = { from: tokenAt(tokens, start), to: tokenAt(tokens, end - 1) + 1 };
    const speaking = speakingOf(readingCalled(paragraph, called), range);
    known.set(start, { end, speaking });
    return speaking;
  };
});

/** The block where the source stands: of a turn or a quotation set apart, another one than that of its words. */
export function blockOf(source: Span, index: number, blocks: readonly Block[]): Block {
  const own = blocks[index] as Block;
  if (source.start >= own.start && source.end <= own.start + own.facts.text.length) return own;
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((blocks[middle] as Block).start <= source.start) low = middle;
    else high = middle - 1;
  }
  return blocks[low] as Block;
}

function speakerOf(
  { source, form, block: index, content }: StoryAttribution,
  speaking: Speaking | undefined,
  end: number | undefined,
  near: (index: number, at: number) => Near,
  names: FullNames,
  spoke: ReadonlySet<number>,
  identities: Identities,
): Speaker {
  if (!source || !speaking) {
    const reason = form === 'quotation' ? 'a quotation with no speaker beside it' : 'no source in the sentence';
    return { kind: 'unknown', resolved: 'unknown', name: '', at: null, reason };
  }
  if (nobody.has(speaking.head)) {
    return { kind: 'unknown', resolved: 'unknown', name: '', at: source, speaking, reason: 'nobody is said to speak' };
  }
  if (speaking.kind === 'pronoun') {
    return pronoun(speaking, source, withoutObjects(near(index, source.start), content), names, spoke);
  }
  const either = end === undefined || speaking.name.includes(' ') ? undefined : identities.either(end);
  if (either) {
    const reason = 'two of the story are called so';
    return { kind: 'named', resolved: 'unknown', name: '', at: source, speaking, either, rivals: either, reason };
  }
  // "Chief Economist Alan Pope": a surname may be a noun for somebody
  const mayBeNamed = speaking.kind === 'unknown' || (speaking.kind === 'role' && speaking.hasName);
  const known = mayBeNamed && !speaking.plural ? names(speaking.name, end) : speaking.name;
  if (known !== speaking.name)
    return {
      kind: 'named',
      resolved: 'named',
      name: known,
      at: source,
      speaking,
      reason: 'named in full elsewhere in the story',
    };
  const name = fullName(speaking, names, end);
  // whatever speaks is somebody: "the railway said"
  const kind = speaking.kind === 'unknown' ? (speaking.plural ? 'role' : 'organisation') : speaking.kind;
  const reason = name === speaking.name ? 'named in the sentence' : 'named in full elsewhere in the story';
  return { kind, resolved: kind, name, at: source, speaking, reason };
}

/** "Nobody told the regulator." */
const nobody = wordList('negative pronouns');

/** Two joined have each their own. */
const fullName = ({ kind, name, plural }: Speaking, names: FullNames, end?: number): string =>
  kind === 'named' ? names(name, plural ? undefined : end) : name;

/** A pronoun is looked for among this many, in its own paragraph and the one before: readers go no further back. */
const NEARBY = 40;

/** Whom a pronoun can mean, the nearest last. Offsets into the prose. */
interface Near {
  readonly antecedents: readonly Antecedent[];
  readonly pairs: readonly Pair[];
  /** Where the pronoun's own paragraph begins. */
  readonly start: number;
  /** The pronoun stands in its paragraph's first sentence. */
  readonly opens: boolean;
}

/** Those named before `at` in a block, and in the one before it. Each block's are moved to their place in the prose once. */
function nearbyIn(blocks: readonly Block[], before: readonly number[]): (index: number, at: number) => Near {
  const antecedentsAt = placedIn(blocks, antecedentsIn);
  const pairsAt = placedIn(blocks, pairsIn);
  return (index, at) => {
    const own = blocks[index] as Block;
    const last = <T extends Span>(placed: (index: number) => readonly T[]): T[] =>
      [...lastBefore(placed(before[index] ?? -1), at), ...lastBefore(placed(index), at)].slice(-NEARBY);
    return {
      antecedents: last(antecedentsAt),
      pairs: last(pairsAt),
      start: own.start,
      opens: at < own.start + (own.facts.sentences[0]?.end ?? 0),
    };
  };
}

/** By block what its paragraph tells, in prose offsets; nothing where there is no block. */
function placedIn<T extends Span>(
  blocks: readonly Block[],
  tell: (paragraph: Block['facts']) => readonly T[],
): (index: number) => readonly T[] {
  const placed: (readonly T[] | undefined)[] = [];
  return (index) => {
    const block = blocks[index];
    if (!block) return [];
    return (placed[index] ??= tell(block.facts).map((one) => ({ ...one, ...shift(one, block.start) })));
  };
}

/** The last few that end before `at`. */
const lastBefore = <T extends Span>(all: readonly T[], at: number): T[] => {
  const count = countBefore(all, at);
  return all.slice(Math.max(0, count - NEARBY), count);
};

/** How many of them end before `offset`. Binary search: a paragraph may be as long as a book. */
function countBefore(all: readonly Span[], offset: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Neighbours blame the governor, he said": whom the words are about, behind another in them, does not say them. */
function withoutObjects(near: Near, content: readonly Span[]): Near {
  const { antecedents } = near;
  const within = content.find(({ start, end }) => antecedents.some((one) => start <= one.start && one.end <= end));
  if (!within) return near;
  const first = antecedents.findIndex(({ start }) => start >= within.start);
  // where nobody went before it may be anybody
  if (first === 0) return near;
  return { ...near, antecedents: antecedents.filter(({ end }, i) => i <= first || end > within.end) };
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
function pronoun(speaking: Speaking, at: Span, near: Near, names: FullNames, spoke: ReadonlySet<number>): Speaker {
  const nobody = { kind: 'pronoun', resolved: 'unknown', name: '', at, speaking } as const;
  const want = pronouns[speaking.head];
  if (!want) return { ...nobody, reason: 'a pronoun for nobody in the story' };
  const either = eitherOfTwo(near, want, names);
  if (either && want !== 'neuter') return { ...nobody, either, rivals: either, reason: 'two in one breath fit' };
  const fits = near.antecedents.filter(
    (one) => agrees(one, want) && (want !== 'plural' || isInReach(one, near, spoke)),
  );
  const subject = fits.findLast((one) => one.subject && (want !== 'neuter' || isBody(one)));
  const chosen =
    (want !== 'plural' && whoSpoke(fits, subject, spoke, want === 'neuter' ? isBody : (one) => isPerson(one, names))) ||
    subject ||
    fits.at(-1);
  if (!chosen) {
    if (want === 'plural' && areSeveral(near.antecedents)) return { ...nobody, reason: 'the people named before' };
    const reason = 'nobody in this paragraph or the one before fits';
    return want === 'plural' ? { ...nobody, orphan: true, reason } : { ...nobody, reason };
  }
  const name = fullName(chosen.speaking, names, chosen.end);
  const rivals = [...new Set(fits.map((one) => fullName(one.speaking, names, one.end)))].filter(
    (other) => other !== name,
  );
  return {
    ...nobody,
    resolved: chosen.speaking.kind,
    name,
    antecedent: { start: chosen.start, end: chosen.end },
    reason: chosen.subject ? 'the subject before' : 'the last one named before',
    ...(rivals.length > 0 && { rivals }),
    ...(either && { either, rivals: either.filter((other) => other !== name) }),
  };
}

/** People named one by one: "Singh is a member. His friend founded it. They say …". */
function areSeveral(near: readonly Antecedent[]): boolean {
  const people = near.filter(
    ({ speaking: { kind }, gender }) => kind === 'role' || gender === 'male' || gender === 'female',
  );
  return new Set(people.map(({ speaking }) => speaking.name)).size > 1;
}

/** "They" further down in a paragraph: of those in the one before it only who has spoken is still on the reader's mind. */
const isInReach = ({ start, end }: Antecedent, near: Near, spoke: ReadonlySet<number>): boolean =>
  near.opens || start >= near.start || spoke.has(end);

/** "It said": the body that spoke last, unless another has been the subject since; "he said": the person. */
function whoSpoke(
  fits: readonly Antecedent[],
  subject: Antecedent | undefined,
  spoke: ReadonlySet<number>,
  isMeant: (one: Antecedent) => boolean,
): Antecedent | undefined {
  const last = fits.findLast((one) => isMeant(one) && spoke.has(one.end));
  return last && (!subject || subject.start <= last.start) ? last : undefined;
}

/** A country may speak as well, and is named in one word. */
const isPerson = ({ speaking, gender }: Antecedent, names: FullNames): boolean =>
  speaking.kind === 'role' ||
  speaking.kind === 'anonymous' ||
  (speaking.kind === 'named' && (gender !== 'unknown' || names(speaking.name).includes(' ')));

const isBody = ({ speaking: { kind } }: Antecedent): boolean =>
  kind === 'organisation' || kind === 'media' || kind === 'document' || kind === 'named';

/** The two whom "he" or "it" may mean: named in one breath, and nobody else who fits was named since. */
function eitherOfTwo(near: Near, want: Wanted, names: FullNames): Speaker['either'] {
  const pair = near.pairs.findLast(({ members }) => areAlike(members, want, names));
  if (!pair || near.antecedents.some((one) => one.start >= pair.end && agrees(one, want))) return undefined;
  const [first, second] = pair.members;
  return [names(first.name), names(second.name)];
}

/** Both several people, both men or both women, as far as anybody can tell: a name that tells nothing may be either, where an office
 *  says that it is a person, or where it is given in full beside one that tells. */
function areAlike(members: Pair['members'], want: Wanted, names: FullNames): boolean {
  if (want === 'plural') return members.every(({ plural }) => plural);
  const genders = members.map((one) => (one.plural ? undefined : genderOfMember(one, names)));
  const mayBe = ({ name, titled }: Member): boolean => titled || (genders.includes(want) && names(name).includes(' '));
  return members.every(
    (one, i) => genders[i] === want || (genders[i] === 'unknown' && want !== 'neuter' && mayBe(one)),
  );
}

const genderOfMember = ({ name, gender }: Member, names: FullNames): Gender =>
  gender === 'unknown' ? genderOfFullName(names(name)) : gender;

function agrees({ speaking: { kind, plural }, gender }: Antecedent, want: Wanted): boolean {
  if (want === 'plural') return plural;
  if (plural) return false;
  if (want === 'neuter') return kind !== 'role' && kind !== 'anonymous' && kind !== 'vague';
  return (kind === 'named' || kind === 'role' || kind === 'anonymous') && (gender === want || gender === 'unknown');
}
