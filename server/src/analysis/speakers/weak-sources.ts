// Weak sources of a story: nobody in particular ("experts say"), nobody at all ("it is believed"), people or media without a
// name. Each is redeemed where somebody of that kind is named near by: then it was a summary, not a weasel.
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { spanOf, tokenAt } from '../../document/token';
import { data } from '../../lexicon/attribution/weasels.data';
import { contains, type Span, shift } from '../../text/span';
import { Class } from '../attribution/lexicon';
import { is, isMark, type Reading, readingOf, word } from '../attribution/scope';
import { attributionsIn, type StoryAttribution } from '../attribution/story';
import { hasTone } from '../attribution/tones';
import { perStory } from '../memo';
import { antecedentsIn } from './antecedents';
import { type Speaker, speakersOf } from './resolve';

export interface WeakSource extends Span {
  /** vague: "experts say" · hidden: "it is believed" · anonymous: "sources said" · media: "local media reported". */
  readonly kind: 'vague' | 'hidden' | 'anonymous' | 'media';
  /** The source's noun phrase as written; for `hidden` the whole cue. */
  readonly words: string;
  /** The noun or verb that tells what kind of source it is: "analysts", "believe". */
  readonly head: string;
  /** What it is said to say. Prose offsets. */
  readonly told: readonly Span[];
}

/** Those that a desk asks about: one question is enough for all the analysts of a story. */
export const askedSourcesIn: (story: Story) => readonly WeakSource[] = perStory((story) => {
  const asked = new Set<string>();
  return weakSourcesIn(story).filter(({ kind, head }) => {
    const size = asked.size;
    return asked.add(`${kind} ${head}`).size > size;
  });
});

/** Those that nothing near redeems, in order. Offsets into the prose; the span is the source, and its verb where that follows. */
export const weakSourcesIn: (story: Story) => readonly WeakSource[] = perStory((story) => {
  const attributions = attributionsIn(story);
  const speakers = speakersOf(story);
  const named = namedIn(story, attributions, speakers);
  const found: WeakSource[] = [];
  attributions.forEach((a, i) => {
    const block = story.blocks[a.block] as Block;
    if (!isProse(block.role) || !a.cue) return;
    const kind = kindOf(a, speakers[i] as Speaker, story);
    const head = speakers[i]?.speaking?.head ?? a.lemma;
    if (!kind) return;
    if (isRedeemed(kind, head, modifiersOf(speakers[i] as Speaker, block), named) || isInside(a, attributions, i))
      return;
    if (kind === 'vague' && oneOfThemFollows(story, attributions, speakers, i)) return;
    found.push({ kind, head, told: a.content, ...place(story, a, block, kind) });
  });
  return found;
});

/** Where it is marked: "Experts say" together, "Humanitarian organizations" alone where other words follow. */
function place(
  story: Story,
  { source, cue }: StoryAttribution,
  block: Block,
  kind: WeakSource['kind'],
): Span & { words: string } {
  const verb = cue as Span;
  if (kind === 'hidden' || !source) {
    const { tokens } = block.facts;
    const first = tokenAt(tokens, verb.start - block.start);
    const it = shift(spanOf(tokens, Math.max(0, first - 1), first), block.start);
    const start = kind === 'hidden' ? it.start : verb.start;
    return { start, end: verb.end, words: story.prose.slice(start, verb.end) };
  }
  const words = story.prose.slice(source.start, source.end);
  const gap = story.prose.slice(source.end, verb.start);
  const joined = verb.start >= source.end && gap.trim() === '' && !/\s/.test(story.prose.slice(verb.start, verb.end));
  const ahead = verb.end <= source.start && story.prose.slice(verb.end, source.start).trim() === '';
  return { start: ahead ? verb.start : source.start, end: joined ? verb.end : source.end, words };
}

function kindOf(a: StoryAttribution, speaker: Speaker, story: Story): WeakSource['kind'] | undefined {
  const block = story.blocks[a.block] as Block;
  const r = readingOf(block.facts);
  if (isHidden(a, r, block)) return 'hidden';
  const { speaking } = speaker;
  if (!speaking || speaker.kind === 'pronoun' || !tells(a) || isUnreal(a, r, block)) return undefined;
  if (speaker.kind === 'vague') {
    const alone = weasels().alone.has(speaking.head);
    if (!alone) return weasels().redeemers.has(speaking.head) ? 'vague' : undefined;
    // "some said" points back to people met before; "some say" to nobody
    const { core, tail } = speaking;
    return tail || core.to - core.from > 1 || !isPresent(a, r, block) || pointsBack(a, story) ? undefined : 'vague';
  }
  if (speaking.hasName) return undefined;
  if (speaker.kind === 'anonymous') return isUndescribed(a, r, block) ? 'anonymous' : undefined;
  return isUnnamedMedia(speaker, r) ? 'media' : undefined;
}

/** Words are told, or a belief that stands for words; plans and wishes are not. */
const tells = ({ type, lemma, form, governs }: StoryAttribution): boolean =>
  governs !== 'phrase' && (type === 'attitude' ? form === 'verb' && hasTone(lemma, 'belief') : type !== 'act');

const firstToken = ({ cue }: StoryAttribution, { start, facts }: Block): number =>
  tokenAt(facts.tokens, (cue as Span).start - start);
const lastToken = ({ cue }: StoryAttribution, { start, facts }: Block): number =>
  tokenAt(facts.tokens, (cue as Span).end - start - 1);

/** "It is believed that": a passive about "it". */
function isHidden(a: StoryAttribution, r: Reading, block: Block): boolean {
  if (a.form !== 'passive' || a.source || !hasTone(a.lemma, 'hidden')) return false;
  const first = firstToken(a, block);
  const next = word(r, lastToken(a, block) + 1);
  return word(r, first - 1) === 'it' && next !== 'by' && next !== 'to' && next !== 'as';
}

/** "Critics might say": nobody has. */
const isUnreal = (a: StoryAttribution, r: Reading, block: Block): boolean => unreal.has(word(r, firstToken(a, block)));

const unreal = new Set(['might', 'may', 'could', 'would', 'should', 'will', 'can', 'must', 'to', "won't", "wouldn't"]);

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

const isPresent = (a: StoryAttribution, r: Reading, block: Block): boolean => {
  const w = word(r, lastToken(a, block));
  return !w.endsWith('ed') && w !== 'said' && w !== 'told' && w !== 'thought' && w !== 'felt';
};

/** "Sources said", "well-informed sources said"; "the source said" was described before. */
function isUndescribed({ source }: StoryAttribution, r: Reading, { start, facts }: Block): boolean {
  if (!source) return false;
  const { start: from, end } = source;
  const first = tokenAt(facts.tokens, from - start);
  const last = tokenAt(facts.tokens, end - start - 1);
  for (let i = first; i < last; i++) {
    if (word(r, i) === 'the' || !(is(r, i, Class.article) || isMark(r, i) || weasels().empty.has(word(r, i))))
      return false;
  }
  return is(r, last, Class.anonymous);
}

/** "Local media", "the press", "reports"; "the newspaper" was named before, "state television" is one. */
function isUnnamedMedia({ kind, speaking }: Speaker, r: Reading): boolean {
  if (!speaking) return false;
  const { core, head, plural, tail } = speaking;
  const definite = word(r, core.from - 1) === 'the';
  if (kind === 'media')
    return head === 'media' || head === 'press' ? word(r, core.from) !== 'state' : plural && !definite;
  if (kind !== 'document' || head !== 'reports' || definite || tail) return false;
  for (let i = core.from; i < core.to - 1; i++) {
    if (!is(r, i, Class.outlet) && !weasels().empty.has(word(r, i)) && word(r, i) !== 'local') return false;
  }
  return true;
}

/** A sentence that holds more attributions than this is none. */
const BESIDE = 12;

/** Somebody with a name is said to have said it: "the minister said experts believed". */
function isInside({ cue, sentence }: StoryAttribution, all: readonly StoryAttribution[], i: number): boolean {
  for (let k = Math.max(0, i - BESIDE); k < Math.min(all.length, i + BESIDE); k++) {
    if (k !== i && all[k]?.sentence === sentence && holds(all[k], cue)) return true;
  }
  return false;
}

/** Sentences below a group in which one of it may speak. */
const BELOW = 2;
const placed = new Set(['of', 'at', 'from', 'with', 'for']);

/** "Analysts say …", and then "Jan Bero, of Lom Metals, said …": one of them, as his place tells. */
function oneOfThemFollows(
  story: Story,
  attributions: readonly StoryAttribution[],
  speakers: readonly Speaker[],
  i: number,
): boolean {
  const { sentence } = attributions[i] as StoryAttribution;
  for (let k = i + 1; k < attributions.length; k++) {
    const below = attributions[k] as StoryAttribution;
    if (below.sentence > sentence + BELOW) return false;
    const { kind, speaking } = speakers[k] as Speaker;
    if (below.sentence === sentence || kind !== 'named' || !speaking?.hasName) continue;
    if ([...description(below, story)].some((w) => placed.has(w))) return true;
  }
  return false;
}

const holds = (other: StoryAttribution | undefined, cue: Span | null): boolean =>
  other?.source != null && cue !== null && other.content.some((content) => contains(content, cue));

/** What the named sources of a story redeem: words of their descriptions, and whether persons and outlets are among them. */
interface Named {
  readonly words: ReadonlySet<string>;
  readonly person: boolean;
  readonly media: boolean;
  /** "Sources in the ministry": bare "sources" further on are those. */
  readonly placedSources: boolean;
}

function namedIn(story: Story, attributions: readonly StoryAttribution[], speakers: readonly Speaker[]): Named {
  const words = new Set<string>();
  const has = { person: false, media: false, placedSources: false };
  speakers.forEach(({ kind, speaking }, i) => {
    if (!speaking || kind === 'pronoun') return;
    const attribution = attributions[i] as StoryAttribution;
    const block = story.blocks[attribution.block] as Block;
    if (kind === 'anonymous' && !isUndescribed(attribution, readingOf(block.facts), block)) has.placedSources = true;
    if (!speaking.hasName) return;
    if (kind === 'named' || kind === 'role') has.person = true;
    if (kind === 'media') has.media = true;
    for (const w of description(attribution, story)) words.add(w);
  });
  return { words, ...has };
}

/**
 * True where the story names somebody of that kind: then it was a summary. A bare weasel in the lead may be redeemed by the
 * last paragraph, so the whole story counts.
 */
function isRedeemed(kind: WeakSource['kind'], head: string, modifiers: readonly string[], named: Named): boolean {
  if (kind === 'media') return named.media;
  if (kind === 'anonymous') return named.placedSources;
  if (kind === 'hidden') return false;
  const group = weasels().redeemers.get(head);
  if (!group) return false;
  if (group.has('person') && named.person) return true;
  return modifiers.some((w) => named.words.has(w)) || [...group].some((w) => named.words.has(w));
}

/** "rights" in "rights groups". */
function modifiersOf({ speaking }: Speaker, { facts }: Block): string[] {
  if (!speaking) return [];
  return facts.tokens.word.slice(speaking.core.from, speaking.core.to - 1).filter((w) => !weasels().empty.has(w));
}

/** An apposition behind a name is this long at most. */
const DESCRIPTION = 16;

/** The words of a source, and of the apposition behind one that follows its verb. Plurals as singulars too. */
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

interface Weasels {
  readonly redeemers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly alone: ReadonlySet<string>;
  readonly empty: ReadonlySet<string>;
}

let known: Weasels | undefined;

function weasels(): Weasels {
  if (known) return known;
  const redeemers = new Map<string, ReadonlySet<string>>();
  const lists = new Map<string, ReadonlySet<string>>();
  for (const line of data.split('\n')) {
    const [left, right] = line.split(': ') as [string, string];
    const words = new Set(right.split(' '));
    lists.set(left, words);
    for (const noun of left.split(' ')) redeemers.set(noun, words);
  }
  const list = (name: string): ReadonlySet<string> => lists.get(name) ?? new Set();
  return (known = { redeemers, alone: list('alone'), empty: list('empty') });
}
