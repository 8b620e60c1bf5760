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
import { type Speaker, speakersOf } from './resolve';

export interface WeakSource extends Span {
  /** vague: "experts say" · hidden: "it is believed" · anonymous: "sources said" · media: "local media reported". */
  readonly kind: 'vague' | 'hidden' | 'anonymous' | 'media';
  /** The source's noun phrase as written; for `hidden` the whole cue. */
  readonly words: string;
}

/** Those that nothing near redeems, in order. Offsets into the prose; the span is the source, and its verb where that follows. */
export const weakSourcesIn: (story: Story) => readonly WeakSource[] = perStory((story) => {
  const attributions = attributionsIn(story);
  const speakers = speakersOf(story);
  const found: WeakSource[] = [];
  attributions.forEach((a, i) => {
    const block = story.blocks[a.block] as Block;
    if (!isProse(block.role) || !a.cue) return;
    const kind = kindOf(a, speakers[i] as Speaker, block);
    if (!kind || isInside(a, attributions, i) || isRedeemed(kind, i, attributions, speakers, story)) return;
    found.push({ kind, ...place(story, a, block, kind) });
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

function kindOf(a: StoryAttribution, speaker: Speaker, block: Block): WeakSource['kind'] | undefined {
  const r = readingOf(block.facts);
  if (isHidden(a, r, block)) return 'hidden';
  const { speaking } = speaker;
  if (!speaking || speaker.kind === 'pronoun' || !tells(a) || isUnreal(a, r, block)) return undefined;
  if (speaker.kind === 'vague') {
    const alone = weasels().alone.has(speaking.head);
    // "some said" points back to people met before; "some say" to nobody
    return alone && (speaking.described || !isPresent(a, r, block)) ? undefined : 'vague';
  }
  if (speaking.hasName) return undefined;
  if (speaker.kind === 'anonymous') return isUndescribed(a, r, block) ? 'anonymous' : undefined;
  return isUnnamedMedia(speaker, r) ? 'media' : undefined;
}

/** Words are told, or a belief that stands for words; plans and wishes are not. */
const tells = ({ type, lemma, form }: StoryAttribution): boolean =>
  type === 'attitude' ? form === 'verb' && hasTone(lemma, 'belief') : type !== 'act';

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

const isPresent = (a: StoryAttribution, r: Reading, block: Block): boolean => {
  const w = word(r, lastToken(a, block));
  return !w.endsWith('ed') && w !== 'said' && w !== 'told' && w !== 'thought' && w !== 'felt';
};

/** "Sources said", "well-informed sources said"; "the source said" was described before. */
function isUndescribed({ source }: StoryAttribution, r: Reading, { start, facts }: Block): boolean {
  const { start: from, end } = source as Span;
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
  const { core, head, plural } = speaking;
  const definite = word(r, core.from - 1) === 'the';
  if (kind === 'media')
    return head === 'media' || head === 'press' ? word(r, core.from) !== 'state' : plural && !definite;
  if (kind !== 'document' || head !== 'reports' || definite) return false;
  for (let i = core.from; i < core.to - 1; i++) {
    if (!is(r, i, Class.outlet) && !weasels().empty.has(word(r, i)) && word(r, i) !== 'local') return false;
  }
  return true;
}

/** Somebody with a name is said to have said it: "the minister said experts believed". */
function isInside({ cue, sentence }: StoryAttribution, all: readonly StoryAttribution[], i: number): boolean {
  for (let k = i - 1; k >= 0 && all[k]?.sentence === sentence; k--) if (holds(all[k], cue)) return true;
  for (let k = i + 1; k < all.length && all[k]?.sentence === sentence; k++) if (holds(all[k], cue)) return true;
  return false;
}

const holds = (other: StoryAttribution | undefined, cue: Span | null): boolean =>
  other?.source != null && cue !== null && other.content.some((content) => contains(content, cue));

/** Attributions this many sentences away are near: a desk lets a summary lead wait for its names a few paragraphs. */
const BEFORE = 8;
const AFTER = 12;

function isRedeemed(
  kind: WeakSource['kind'],
  i: number,
  all: readonly StoryAttribution[],
  speakers: readonly Speaker[],
  story: Story,
): boolean {
  const { sentence } = all[i] as StoryAttribution;
  const head = speakers[i]?.speaking?.head ?? '';
  const redeems = (k: number): boolean => {
    const a = all[k] as StoryAttribution;
    return kind !== 'hidden' && a.source !== null && redeemedBy(kind, head, a, speakers[k] as Speaker, story);
  };
  for (let k = i - 1; k >= 0 && sentence - (all[k] as StoryAttribution).sentence <= BEFORE; k--)
    if (redeems(k)) return true;
  for (let k = i + 1; k < all.length && (all[k] as StoryAttribution).sentence - sentence <= AFTER; k++)
    if (redeems(k)) return true;
  return false;
}

function redeemedBy(
  kind: WeakSource['kind'],
  head: string,
  a: StoryAttribution,
  speaker: Speaker,
  story: Story,
): boolean {
  if (kind === 'media') return speaker.resolved === 'media' && speaker.speaking?.hasName === true;
  if (kind === 'anonymous') return speaker.kind === 'anonymous' && speaker.speaking?.described === true;
  const group = weasels().redeemers.get(head);
  if (!group || !speaker.speaking?.hasName) return false;
  const person = speaker.kind === 'named' || speaker.kind === 'role';
  if (group.has('person') && person) return true;
  if (group.has('body') && speaker.kind === 'organisation') return true;
  return describes(a, story, group);
}

/** An apposition behind a name is this long at most. */
const DESCRIPTION = 16;

/** One of the words stands in the source's description: "Rita Sandoval, a dam engineer at Lom University". */
function describes({ source, block }: StoryAttribution, { blocks }: Story, words: ReadonlySet<string>): boolean {
  const { start, facts } = blocks[block] as Block;
  const { tokens } = facts;
  const first = tokenAt(tokens, (source as Span).start - start);
  const last = Math.min(tokens.length, tokenAt(tokens, (source as Span).end - start - 1) + DESCRIPTION);
  for (let i = first; i < last; i++) {
    const w = tokens.word[i] as string;
    if (words.has(w) || words.has(w.endsWith('s') ? w.slice(0, -1) : w)) return true;
  }
  return false;
}

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
