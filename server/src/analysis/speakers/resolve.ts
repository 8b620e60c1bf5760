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
import { antecedentsIn } from './antecedents';
import { blockOf } from './block-of';
import { withBodies } from './bodies';
import { type FullNames, fullNamesOf } from './full-names';
import { type Identities, identitiesOf } from './identities';
import { withOffices } from './office-speakers';
import { fullName, meant, type Near, nearbyIn, pronoun, withoutObjects } from './pronouns';
import { withQuotations } from './quotations';
import { type Speaking, type SpeakerKind, speakingOf } from './speaker';
import { putsDown } from './standing';

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

function speakerOf(
  attribution: StoryAttribution,
  speaking: Speaking | undefined,
  end: number | undefined,
  near: (index: number, at: number) => Near,
  names: FullNames,
  spoke: ReadonlySet<number>,
  identities: Identities,
): Speaker {
  const { source, form, block: index, content } = attribution;
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
  if (speaking.kind === 'unknown' && speaking.head === 'which') {
    const before = near(index, source.start).antecedents.findLast((one) => one.end + COMMA === source.start);
    if (before) return { ...meant(before, names), kind: 'pronoun', at: source, speaking, reason: 'named right before' };
  }
  if (speaking.kind === 'unknown' && !maySpeak(speaking, attribution)) {
    const reason = 'nothing says that it can speak';
    return { kind: 'unknown', resolved: 'unknown', name: '', at: source, speaking, reason };
  }
  const name = fullName(speaking, names, end);
  // "the railway said", "shopkeepers said": what a statement is put down to is somebody
  const isBody = !speaking.plural && speaking.standing === 'thing';
  const kind = speaking.kind === 'unknown' ? (isBody ? 'organisation' : 'role') : speaking.kind;
  const reason = name === speaking.name ? 'named in the sentence' : 'named in full elsewhere in the story';
  return { kind, resolved: kind, name, at: source, speaking, reason };
}

/** "The unions, one of which said …": the noun stands right before the comma. */
const COMMA = ', '.length;

/** A noun that no lexicon knows speaks where it is somebody, or where it is told which one and a statement is put down to it. */
const maySpeak = ({ standing }: Speaking, a: StoryAttribution): boolean =>
  standing === 'people' || (standing === 'thing' && putsDown(a) && !isPurpose(a));

/** "The deadline to submit": a "to" right behind the noun, in the cue or before it. */
const isPurpose = ({ source, cue, lemma }: StoryAttribution): boolean =>
  source !== null && cue !== null && cue.start > source.end && cue.end - source.end === ` to ${lemma}`.length;

/** "Nobody told the regulator." */
const nobody = wordList('negative pronouns');
