// Pronouns: whom "he said" means. Whoever was the subject before or spoke last; either of two who were named in one breath and both fit.
import type { Block } from '../../document/story';
import { firstWhere, type Span, shift } from '../../text/span';
import { isPlace } from '../names/lists';
import { type Antecedent, antecedentsIn } from './antecedents';
import type { FullNames } from './full-names';
import { type Gender, genderOfFullName } from './gender';
import { type Member, type Pair, pairsIn } from './pairs';
import type { Speaker } from './resolve';
import type { Speaking } from './speaker';

/** A pronoun is looked for among this many, in its own paragraph and the one before: readers go no further back. */
const NEARBY = 40;

/** Whom a pronoun can mean, the nearest last. Offsets into the prose. */
export interface Near {
  readonly antecedents: readonly Antecedent[];
  readonly pairs: readonly Pair[];
  /** Where the pronoun's own paragraph begins. */
  readonly start: number;
  /** The pronoun stands in its paragraph's first sentence. */
  readonly opens: boolean;
}

/** Those named before `at` in a block, and in the one before it. Each block's are moved to their place in the prose once. */
export function nearbyIn(blocks: readonly Block[], before: readonly number[]): (index: number, at: number) => Near {
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

/** How many of them end before `offset`. */
const countBefore = (all: readonly Span[], offset: number): number => firstWhere(all, ({ end }) => end > offset);

/** "Neighbours blame the governor, he said": whom the words are about, behind another in them, does not say them. */
export function withoutObjects(near: Near, content: readonly Span[]): Near {
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
export function pronoun(
  speaking: Speaking,
  at: Span,
  near: Near,
  names: FullNames,
  spoke: ReadonlySet<number>,
): Speaker {
  const nobody = { kind: 'pronoun', resolved: 'unknown', name: '', at, speaking } as const;
  const want = pronouns[speaking.head];
  if (!want) return { ...nobody, reason: 'a pronoun for nobody in the story' };
  const either = eitherOfTwo(near, want, names);
  if (either && want !== 'neuter') return { ...nobody, either, rivals: either, reason: 'two in one breath fit' };
  const fits = near.antecedents.filter(
    (one) =>
      agrees(one, want) &&
      (want !== 'plural' || isInReach(one, near, spoke)) &&
      (want === 'plural' || want === 'neuter' || !isNowhere(one, names)),
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
  const found = meant(chosen, names);
  const { name } = found;
  const rivals = [...new Set(fits.map((one) => fullName(one.speaking, names, one.end)))].filter(
    (other) => other !== name,
  );
  return {
    ...nobody,
    ...found,
    reason: chosen.subject ? 'the subject before' : 'the last one named before',
    ...(rivals.length > 0 && { rivals }),
    ...(either && { either, rivals: either.filter((other) => other !== name) }),
  };
}

/** "He" is no city that nobody of the story is called by, and no letters: Washington, LAWA, R-Tex. */
function isNowhere({ speaking: { kind, name }, end }: Antecedent, names: FullNames): boolean {
  if (kind !== 'named' || name.includes(' ')) return false;
  return CODE.test(name) || (isPlace(name.toLowerCase()) && !names(name, end).includes(' '));
}

/** Two capitals or more, and perhaps a number: "CA-43", "FBI", "D-Okla." */
const CODE = /^(?:\p{Lu}{2,}|\p{Lu}{1,3}[-.‑]\S*)$/u;

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

/** Whom the story has named: as a kind, and by name. */
export const meant = ({ speaking: { kind, standing }, speaking, start, end }: Antecedent, names: FullNames) => ({
  resolved: standing === 'people' && kind === 'unknown' ? ('role' as const) : kind,
  name: fullName(speaking, names, end),
  antecedent: { start, end },
});

/** Two joined have each their own. */
export const fullName = ({ kind, name, plural }: Speaking, names: FullNames, end?: number): string =>
  kind === 'named' ? names(name, plural ? undefined : end) : name;
