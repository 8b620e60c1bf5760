// Weak sources of a story: nobody in particular ("experts say"), nobody at all ("it is believed"), people or media without a
// name. Each is redeemed where somebody of that kind is named near by: then it was a summary, not a weasel.
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { spanOf, tokenAt } from '../../document/token';
import { contains, type Span, shift } from '../../text/span';
import { type ParagraphWords, readingOf, word } from '../attribution/scope';
import { attributionsIn, type StoryAttribution } from '../attribution/story';
import { hasTone } from '../attribution/verb-connotations';
import { perStory } from '../../document/memo';
import { isUnrealVerb } from '../../language/clauses';
import { antecedentsIn } from './antecedents';
import {
  isNamedElsewhere,
  modifiersOf,
  namedIn,
  oneOfThemFollows,
  startsWithSome,
  type WeakKind,
} from './named-elsewhere';
import { type Speaker, speakersOf } from './resolve';
import { isAnybodys, someOf } from './anybodys';
import { isBareStudies, isCalledUnnamed, isUndescribed, isUnnamedMedia } from './unnamed';
import { namedKindsOf, weasels } from './weasels';

export interface WeakSource extends Span {
  readonly kind: WeakKind;
  /** The source's noun phrase as written; for `hidden` the whole cue. */
  readonly words: string;
  /** The noun or verb that tells what kind of source it is: "analysts", "believe". */
  readonly head: string;
  /** What it is said to say. Prose offsets. */
  readonly told: readonly Span[];
}

/** The weak sources that a desk asks about: one question is enough for all "analysts" of a story. */
export const askedSourcesIn: (story: Story) => readonly WeakSource[] = perStory((story) => {
  const asked = new Set<string>();
  return weakSourcesIn(story).filter(({ kind, head }) => {
    const size = asked.size;
    return asked.add(`${kind} ${head}`).size > size;
  });
});

/**
 * Vague, hidden or nameless sources ("experts say") whom nobody named near by explains, in order. Offsets into the prose; the
 * span is the source, and its verb where the verb follows.
 */
export const weakSourcesIn: (story: Story) => readonly WeakSource[] = perStory((story) => {
  const attributions = attributionsIn(story);
  const speakers = speakersOf(story);
  const named = namedIn(story, attributions, speakers);
  const found: WeakSource[] = [];
  attributions.forEach((a, i) => {
    const block = story.blocks[a.block] as Block;
    if (!isProse(block.role) || !a.cue) return;
    const kind = weakKindOf(a, speakers[i] as Speaker, story);
    const head = speakers[i]?.speaking?.head ?? a.lemma;
    if (!kind) return;
    const speaker = speakers[i] as Speaker;
    const some = startsWithSome(speaker, block);
    if (isNamedElsewhere(kind, head, modifiersOf(speaker, block), some, named) || isInside(a, attributions, i)) return;
    if (kind === 'vague' && oneOfThemFollows(story, attributions, speakers, i, some)) return;
    found.push({ kind, head, told: a.content, ...whereCited(story, a, block, kind) });
  });
  return found;
});

/** Where it is marked: "Experts say" together, "Humanitarian organizations" alone where other words follow. */
export function whereCited(
  story: Story,
  { source, cue }: StoryAttribution,
  block: Block,
  kind?: WeakKind,
): Span & { words: string } {
  const verb = cue as Span;
  if (kind === 'hidden' || !source) {
    const { tokens } = block.facts;
    const first = tokenAt(tokens, verb.start - block.start);
    const it = first > 0 && aboutIt.has(tokens.word[first - 1] as string) ? first - 1 : first;
    const start = kind === 'hidden' ? shift(spanOf(tokens, it, first + 1), block.start).start : verb.start;
    return { start, end: verb.end, words: story.prose.slice(start, verb.end) };
  }
  const words = story.prose.slice(source.start, source.end);
  const gap = story.prose.slice(source.end, verb.start);
  const joined = verb.start >= source.end && gap.trim() === '' && !/\s/.test(story.prose.slice(verb.start, verb.end));
  const ahead = verb.end <= source.start && story.prose.slice(verb.end, source.start).trim() === '';
  return { start: ahead ? verb.start : source.start, end: joined ? verb.end : source.end, words };
}

function weakKindOf(a: StoryAttribution, speaker: Speaker, story: Story): WeakKind | undefined {
  const block = story.blocks[a.block] as Block;
  const r = readingOf(block.facts);
  if (isHidden(a, r, block) || isAnybodys(a, r, block)) return 'hidden';
  const kind = apparentKind(a, speaker, story, r);
  // last: the sentence's clauses are read for it
  return kind && !isUnreal(a, r, block) ? kind : undefined;
}

/** What kind of source it is where something has been said. */
function apparentKind(a: StoryAttribution, speaker: Speaker, story: Story, r: ParagraphWords): WeakKind | undefined {
  const block = story.blocks[a.block] as Block;
  const { speaking } = speaker;
  if (!speaking || speaker.kind === 'pronoun' || !tells(a)) return undefined;
  if (speaker.kind === 'vague') {
    const alone = weasels().alone.has(speaking.head);
    if (!alone) return namedKindsOf(speaking.head) ? 'vague' : undefined;
    // "some said" points back to people met before; "some say" to nobody
    const { core, tail } = speaking;
    return tail || core.to - core.from > 1 || !isPresent(a, r, block) || pointsBack(a, story) ? undefined : 'vague';
  }
  if (isUnnamedMedia(speaker, r)) return 'media';
  if (speaking.hasName) return undefined;
  if (someOf(a, speaker, r, block)) return 'vague';
  if (speaker.kind === 'anonymous' || isCalledUnnamed(speaking, r))
    return isUndescribed(a, r, block) ? 'anonymous' : undefined;
  return a.form === 'verb' && isBareStudies(speaker, r) && !word(r, lastToken(a, block)).endsWith('ing')
    ? 'vague'
    : undefined;
}

/** Words are told, or a belief that stands for words; plans and wishes are not. */
export const tells = ({ type, lemma, form, governs }: StoryAttribution): boolean =>
  type === 'document' ||
  (form === 'verb' && hasTone(lemma, 'ahead')) ||
  (governs !== 'phrase' && (type === 'attitude' ? form === 'verb' && hasTone(lemma, 'belief') : type !== 'act'));

const firstToken = ({ cue }: StoryAttribution, { start, facts }: Block): number =>
  tokenAt(facts.tokens, (cue as Span).start - start);
const lastToken = ({ cue }: StoryAttribution, { start, facts }: Block): number =>
  tokenAt(facts.tokens, (cue as Span).end - start - 1);

/** "It is believed that": a passive about "it". */
function isHidden(a: StoryAttribution, r: ParagraphWords, block: Block): boolean {
  if (a.form !== 'passive' || a.source || !hasTone(a.lemma, 'hidden')) return false;
  const first = firstToken(a, block);
  const next = word(r, lastToken(a, block) + 1);
  return aboutIt.has(word(r, first - 1)) && next !== 'by' && next !== 'to' && next !== 'as' && !isUnreal(a, r, block);
}

/** Also where the verb has grown together with it: "it's believed". */
const aboutIt = new Set(['it', "it's"]);

/** "Critics might say", "if critics say": nobody has. */
const isUnreal = (a: StoryAttribution, r: ParagraphWords, block: Block): boolean =>
  isUnrealVerb(r.paragraph, firstToken(a, block));

/** Paragraphs back in which "some" may have been met. */
const BACK = 2;

/** Several people stand before it, here or just above: "some" are some of them. */
function pointsBack({ source, block }: StoryAttribution, { blocks }: Story): boolean {
  const at = source?.start ?? 0;
  return blocks
    .slice(Math.max(0, block - BACK), block + 1)
    .some(
      ({ start, facts, role }) =>
        isProse(role) && antecedentsIn(facts).some(({ speaking, end }) => speaking.plural && start + end <= at),
    );
}

const isPresent = (a: StoryAttribution, r: ParagraphWords, block: Block): boolean => {
  const w = word(r, lastToken(a, block));
  return !w.endsWith('ed') && w !== 'said' && w !== 'told' && w !== 'thought' && w !== 'felt';
};

/** A sentence that holds more attributions than this is none. */
const BESIDE = 12;

/** Somebody with a name is said to have said it: "the minister said experts believed". */
function isInside({ cue, sentence }: StoryAttribution, all: readonly StoryAttribution[], i: number): boolean {
  for (let k = Math.max(0, i - BESIDE); k < Math.min(all.length, i + BESIDE); k++) {
    if (k !== i && all[k]?.sentence === sentence && holds(all[k], cue)) return true;
  }
  return false;
}

const holds = (other: StoryAttribution | undefined, cue: Span | null): boolean =>
  other?.source != null && cue !== null && other.content.some((content) => contains(content, cue));
