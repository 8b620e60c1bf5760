// Speakers of a story: each attribution's source, resolved through what was said before it. "He said" is whoever was the
// subject before; "they said" is nobody where only one thing or one person went before.
import type { Block, Story } from '../../document/story';
import { isProse } from '../../document/role';
import { sentencesOf } from '../../document/story';
import { tokenAt } from '../../document/token';
import type { Span } from '../../text/span';
import { Class } from '../attribution/lexicon';
import { is, isCapital, isQuoted, type Reading, readingOf, word } from '../attribution/scope';
import { attributionsIn, type StoryAttribution } from '../attribution/story';
import { perStory } from '../memo';
import { genderOf, type Gender } from './gender';
import { isPluralHead, type Speaking, type SpeakerKind, speakingOf } from './speaker';

/** Who an attribution cites. */
export interface Speaker {
  /** As written: a pronoun stays one, and `name` says who it is. `unknown` where nobody stands in the sentence. */
  readonly kind: SpeakerKind;
  /** The full name where the story gives one; else the noun phrase; '' where nobody is found. */
  readonly name: string;
  /** What the name stands for where a pronoun or a surname was resolved: a kind that is no pronoun. */
  readonly resolved: SpeakerKind;
  /** The noun phrase here, in prose offsets. */
  readonly at: Span | null;
  /** Where the one who is meant was named, in prose offsets. */
  readonly antecedent?: Span;
  /** How the source was found, for people. */
  readonly reason: string;
  /** A pronoun for which nobody before fits in number. */
  readonly orphan?: true;
  /** A pronoun for which two or more fit; the likelier one is `name`. */
  readonly rivals?: readonly string[];
}

/** Somebody who can be meant by a pronoun. */
interface Candidate extends Span {
  readonly speaking: Speaking;
  readonly gender: Gender;
  readonly sentence: number;
  readonly block: number;
  readonly subject: boolean;
}

/** One speaker for each of `attributionsIn(story)`, in the same order. */
export const speakersOf: (story: Story) => readonly Speaker[] = perStory((story) => {
  const attributions = attributionsIn(story);
  const sentences = sentencesOf(story);
  const reach = reachOf(story.blocks);
  const names = new Map<string, string>();
  const before: Candidate[] = [];
  const speakers: Speaker[] = new Array(attributions.length);
  let next = 0;
  sentences.forEach((sentence, index) => {
    const block = story.blocks[sentence.block] as Block;
    const here: Candidate[] = [];
    for (; next < attributions.length && (attributions[next] as StoryAttribution).sentence === index; next++) {
      speakers[next] = speakerOf(
        attributions[next] as StoryAttribution,
        block,
        reach[sentence.block] as number,
        before,
        names,
      );
    }
    for (const candidate of candidatesIn(block, sentence.sentence, index, sentence.block)) {
      learn(candidate.speaking, names);
      here.push(candidate);
    }
    before.push(...here);
  });
  return inheritQuotations(attributions, speakers);
});

function speakerOf(
  { source, form }: StoryAttribution,
  block: Block,
  reach: number,
  before: readonly Candidate[],
  names: Map<string, string>,
): Speaker {
  if (!source)
    return {
      kind: 'unknown',
      resolved: 'unknown',
      name: '',
      at: null,
      reason: form === 'quotation' ? 'a quotation without a speaker in its sentence' : 'no source in the sentence',
    };
  const r = readingOf(block.facts);
  const from = tokenAt(block.facts.tokens, source.start - block.start);
  const to = tokenAt(block.facts.tokens, source.end - block.start - 1) + 1;
  const speaking = speakingOf(r, { from, to });
  if (speaking.kind === 'pronoun') return pronoun(speaking, source, reach, before, names);
  learn(speaking, names);
  const name = fullName(speaking, names);
  return {
    kind: speaking.kind,
    resolved: speaking.kind,
    name,
    at: source,
    reason: name === speaking.name ? 'named in the sentence' : 'second reference to a name given before',
  };
}

/** A full name makes its surname known. */
function learn({ kind, name }: Speaking, names: Map<string, string>): void {
  if (kind !== 'named') return;
  const surname = name.slice(name.lastIndexOf(' ') + 1);
  if (surname !== name && !names.has(surname)) names.set(surname, name);
}

const fullName = ({ kind, name }: Speaking, names: ReadonlyMap<string, string>): string =>
  kind === 'named' ? (names.get(name) ?? name) : name;

/** Pronouns reach over their own paragraph and the one before; further back nobody is looked for. */
const REACH = 1;

function pronoun(
  speaking: Speaking,
  at: Span,
  reach: number,
  before: readonly Candidate[],
  names: ReadonlyMap<string, string>,
): Speaker {
  const nobody = { kind: 'pronoun', resolved: 'unknown', name: '', at } as const;
  const gender = pronounGender(speaking.head);
  if (gender === undefined) return { ...nobody, reason: 'a pronoun that points to nobody in the story' };
  const fits = since(before, reach).filter((c) => agrees(c, gender));
  const chosen = fits.findLast((c) => c.subject) ?? fits.at(-1);
  if (!chosen) {
    return gender === 'plural'
      ? { ...nobody, orphan: true, reason: 'nobody in this paragraph or the one before is several people' }
      : { ...nobody, reason: 'nobody in this paragraph or the one before fits' };
  }
  const name = fullName(chosen.speaking, names);
  const rivals = [...new Set(fits.map((c) => fullName(c.speaking, names)))].filter((other) => other !== name);
  return {
    ...nobody,
    resolved: chosen.speaking.kind,
    name,
    antecedent: { start: chosen.start, end: chosen.end },
    reason: chosen.subject ? 'the subject before' : 'the last one named before',
    ...(rivals.length > 0 && { rivals }),
  };
}

/** For each block the first one that a pronoun in it reaches back to. */
function reachOf(blocks: readonly Block[]): number[] {
  const prose: number[] = [];
  return blocks.map(({ role }, index) => {
    if (isProse(role)) prose.push(index);
    return prose[Math.max(0, prose.length - 1 - REACH)] ?? index;
  });
}

/** Those named from block `from` on, in order. Walks back no further than it must: a long story stays linear. */
function since(before: readonly Candidate[], from: number): readonly Candidate[] {
  let first = before.length;
  while (first > 0 && (before[first - 1] as Candidate).block >= from) first--;
  return before.slice(first);
}

type Wanted = Gender | 'plural';

const wanted: Readonly<Record<string, Wanted>> = {
  he: 'male',
  she: 'female',
  they: 'plural',
  him: 'male',
  her: 'female',
  them: 'plural',
  it: 'neuter',
};

const pronounGender = (w: string): Wanted | undefined => wanted[w];

function agrees({ speaking, gender }: Candidate, want: Wanted): boolean {
  if (want === 'plural') return speaking.plural;
  if (speaking.plural) return false;
  if (want === 'neuter')
    return (
      speaking.kind === 'organisation' ||
      speaking.kind === 'media' ||
      speaking.kind === 'document' ||
      speaking.kind === 'named'
    );
  if (gender === 'neuter') return false;
  if (speaking.kind !== 'named' && speaking.kind !== 'role') return false;
  return gender === want || gender === 'unknown';
}

const LONGEST_SUBJECT = 40;

/** Everybody in a sentence who could be meant later: people and bodies by noun or name. Not those inside quotations. */
function candidatesIn(block: Block, sentence: number, index: number, blockIndex: number): Candidate[] {
  const r = readingOf(block.facts);
  const { firstToken, lastToken } = block.facts.sentences[sentence] as { firstToken: number; lastToken: number };
  const found: Candidate[] = [];
  let verbSeen = false;
  for (let i = firstToken; i < lastToken; i++) {
    if (isQuoted(r, i)) continue;
    if (is(r, i, Class.auxiliary) || (r.verbs[i] && (r.verbs[i]?.forms ?? 0) & 6 && !isCapital(r, i))) verbSeen = true;
    const to = phraseEnd(r, i, lastToken);
    if (to === i) continue;
    const speaking = speakingOf(r, { from: i, to });
    if (speaking.kind !== 'unknown' && speaking.kind !== 'pronoun') {
      const start = block.start + (r.tokens.start[i] ?? 0);
      const end = block.start + (r.tokens.end[to - 1] ?? 0);
      found.push({
        start,
        end,
        speaking,
        gender: genderOf(r, speaking.core, speaking.kind),
        sentence: index,
        block: blockIndex,
        subject: !verbSeen && i - firstToken < LONGEST_SUBJECT,
      });
    }
    i = to - 1;
  }
  return found;
}

const nominal = Class.person | Class.body | Class.outlet | Class.people | Class.weasel | Class.anonymous;

/** The end of a run of capitals and nouns for people that begins at `i`, or `i` where none does. */
function phraseEnd(r: Reading, i: number, last: number): number {
  const starts = (k: number): boolean =>
    isCapital(r, k) &&
    !is(
      r,
      k,
      Class.determiner |
        Class.preposition |
        Class.question |
        Class.conjunction |
        Class.time |
        Class.subject |
        Class.subordinator |
        Class.auxiliary,
    );
  const noun = (k: number): boolean => is(r, k, nominal) && !is(r, k, Class.determiner) && !r.verbs[k];
  let to = i;
  while (to < last && !isQuoted(r, to) && (starts(to) || noun(to))) to++;
  // two names joined: "Russia and China"
  if (to > i && word(r, to) === 'and' && to + 1 < last && starts(to + 1)) {
    const other = phraseEnd(r, to + 1, last);
    if (other > to + 1 && starts(i) && isCapital(r, to - 1)) return other;
  }
  return to > i && (starts(i) || isPluralHead(r, to - 1) || noun(to - 1)) ? to : i;
}

/** A quotation without a cue of its own is the words of whoever speaks round it in the paragraph. */
function inheritQuotations(attributions: readonly StoryAttribution[], speakers: Speaker[]): readonly Speaker[] {
  return speakers.map((speaker, i) => {
    const { form, block, sentence } = attributions[i] as StoryAttribution;
    if (form !== 'quotation') return speaker;
    const near = nearestSpeaker(attributions, speakers, i, block, sentence);
    return near ? { ...near, at: null, reason: 'the speaker beside it' } : speaker;
  });
}

const NEAR = 6;

function nearestSpeaker(
  attributions: readonly StoryAttribution[],
  speakers: readonly Speaker[],
  i: number,
  block: number,
  sentence: number,
): Speaker | undefined {
  let best: Speaker | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (let k = Math.max(0, i - NEAR); k <= Math.min(attributions.length - 1, i + NEAR); k++) {
    const a = attributions[k] as StoryAttribution;
    const s = speakers[k] as Speaker;
    if (a.block !== block || !a.cue || !s.name || a.type === 'act') continue;
    const far = Math.abs(a.sentence - sentence) * 2 + (a.sentence > sentence ? 1 : 0);
    if (far < distance) {
      distance = far;
      best = s;
    }
  }
  return best;
}
