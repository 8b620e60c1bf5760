// Claims of a story: for each sentence what a desk would want sourced, and whether somebody stands behind it.
import { type Block, type Story, sentencesOf } from '../../document/story';
import { wordAt } from '../../document/token';
import { type ClaimClass, claimClasses, type Exit } from '../../lexicon/claims/load';
import { byPosition, type Span, shift } from '../../text/span';
import { accountOfLead } from './account';
import { type Cover, coverBeside, forecastCoverOf } from '../carry/carry';
import { leadOf, type Voices, voiceBehind, voicesOf } from '../voices';
import { perStory } from '../../document/memo';
import { type Candidate, claimCandidates } from './candidates';
import { exitsFor } from './exits';

export type ClaimStatus = 'sourced' | 'unsourced' | 'exempt';

/** Offsets into the prose, over the words that make the claim. */
export interface Claim extends Span {
  readonly class: ClaimClass;
  readonly status: ClaimStatus;
  /** Who it is sourced to and how, the exit's reason, or that nobody was found. */
  readonly why: string;
  /** Index of its sentence, as `sentencesOf` counts. */
  readonly sentence: number;
  /** How likely a desk reader is not to call the question wrong, 0 to 1. */
  readonly confidence: number;
  /** The same, had no source in another sentence been found. */
  readonly uncovered: number;
  /** What a finding marks: the sentence, or the clause where the rest of the sentence is sourced. Prose offsets. */
  readonly asks: Span;
  /** What kind of claim it is, in desk language. */
  readonly summary: string;
}

/** From this confidence on the desk asks; with the option `eager` from the lower one. */
export const SPEAKS = 0.5;
export const SPEAKS_EAGERLY = 0.38;

/** By sentence, as `sentencesOf` counts; of each class the surest. */
export const claimsOf = perStory((story: Story): readonly (readonly Claim[])[] => {
  const sentences = sentencesOf(story);
  const claims: Claim[][] = sentences.map(() => []);
  if (story.genre !== 'story') return claims;
  const voices = voicesOf(story);
  const covers = coverBeside(story);
  const lead = leadOf(story);
  const account = accountOfLead(story);
  let first = 0;
  for (const block of story.blocks) {
    for (const candidate of claimCandidates(block.facts)) {
      const sentence = first + candidate.sentence;
      const place = { story, block, candidate, sentence };
      const cover = surest(candidate, [
        covers[sentence],
        sentence === lead && contentious.has(candidate.class) ? account : undefined,
        candidate.class === 'prediction' ? forecastCoverOf(story)[sentence] : undefined,
      ]);
      claims[sentence]?.push(judge(place, voices[sentence] as Voices, cover));
    }
    first += block.facts.sentences.length;
  }
  return claims.map(surestOfEachClass);
});

function surestOfEachClass(claims: readonly Claim[]): Claim[] {
  const best = new Map<ClaimClass, Claim>();
  for (const claim of claims) {
    const other = best.get(claim.class);
    if (!other || rank(claim) > rank(other)) best.set(claim.class, claim);
  }
  return [...best.values()].sort(byPosition);
}

/** An open question before one that is answered. */
const rank = ({ status, confidence }: Claim): number => confidence + (status === 'unsourced' ? 1 : 0);

function judge(
  place: { readonly story: Story; readonly block: Block; readonly candidate: Candidate; readonly sentence: number },
  voices: Voices,
  cover: Cover | undefined,
): Claim {
  const { block, candidate, sentence, story } = place;
  const at = shift(candidate, block.start);
  const claim = { class: candidate.class, sentence, summary: candidate.family.summary, ...at };
  const voice = voices.spoken ? undefined : voiceBehind(voices, at, story.prose);
  const asks = asked(block, candidate, voices);
  if (voice || voices.spoken || isSaid(voices)) {
    const why = voice?.speaker.name ? `sourced in the sentence: ${voice.speaker.name}` : 'sourced in the sentence';
    return { asks, status: 'sourced', why, confidence: 0, uncovered: 0, ...claim };
  }
  const exits = exitsFor(place);
  const open = exits.reduce((left, { factor }) => left * factor, candidate.family.confidence);
  const confidence = open * (1 - holds(cover, candidate));
  const stated = { asks, confidence, uncovered: open, ...claim };
  if (confidence >= SPEAKS_EAGERLY) return { status: 'unsourced', why: 'nobody stands behind it', ...stated };
  const exit = strongest(exits);
  if (cover && (!exit || 1 - holds(cover, candidate) < exit.factor)) {
    return { status: 'sourced', why: `${cover.why}: ${sourceIn(story, cover.sentence)}`, ...stated };
  }
  return { status: 'exempt', why: exit?.summary ?? 'patterns of this kind are seldom right', ...stated };
}

/** A word of saying that no attribution was read from: better silent than wrong. */
const isSaid = ({ says, reports }: Voices): boolean => says && reports.length === 0;

const strongest = (exits: readonly Exit[]): Exit | undefined =>
  exits.reduce<Exit | undefined>((best, exit) => (best && best.factor <= exit.factor ? best : exit), undefined);

const hard: ReadonlySet<ClaimClass> = new Set([
  'casualty',
  'territory',
  'crime',
  'intelligence',
  'crowd',
  'accusation',
]);

/** What a desk will not let stand bare at the top of a story. */
export const contentious: ReadonlySet<ClaimClass> = new Set([
  'casualty',
  'territory',
  'crime',
  'accusation',
  'intelligence',
]);

const soft: ReadonlySet<ClaimClass> = new Set(['prediction', 'opinion', 'cause', 'motive']);

/** What a lead's source below is worth more where a forecast, a judgement, a cause or a motive is told. */
const SOFTER = 0.18;

/** A paragraph that shares so much with a sourced one above repeats it. */
const REPEATS = 0.7;

/** How far a cover counts for a claim of this kind: tolls and battles are not carried by what only hints at a source. */
function holds(cover: Cover | undefined, { class: cls, family }: Candidate): number {
  if (!cover) return 0;
  const { strength, why } = cover;
  const firm = hard.has(cls) || family.id === 'hearsay';
  switch (why) {
    case 'source follows':
    case 'quotation follows':
      return family.id === 'hearsay' ? strength * 0.5 : strength * (hard.has(cls) ? 0.6 : 1);
    case 'one source speaks':
      // a brief's one source need not have found the cause, or seen into a head
      return firm || cls === 'cause' || cls === 'motive' ? strength * 0.4 : strength;
    case 'paragraph before':
      // what nearly repeats a sourced sentence is that source's, whatever it tells
      return firm && strength < REPEATS ? strength * 0.4 : strength;
    case 'lead redeemed below':
      return family.id === 'hearsay' ? strength * 0.5 : Math.min(0.85, strength + (soft.has(cls) ? SOFTER : 0));
    case 'free indirect speech':
      return hard.has(cls) && cls !== 'crowd' ? strength * 0.7 : strength;
    case 'same paragraph':
    case 'between two mentions of one source':
    case 'document':
    case 'list':
    case 'account below':
    case 'forecasters beside':
      return strength;
  }
}

/** The one that counts for most. */
const surest = (candidate: Candidate, covers: readonly (Cover | undefined)[]): Cover | undefined =>
  covers.reduce((best, cover) => (holds(cover, candidate) > holds(best, candidate) ? cover : best));

function sourceIn(story: Story, sentence: number): string {
  const named = voicesOf(story)[sentence]?.reports.find(({ speaker }) => speaker.name);
  return named?.speaker.name ?? 'the speaker there';
}

/** The sentence; its clause where another part of it is somebody's own act or words. */
function asked({ start, facts }: Block, { first, last, sentence }: Candidate, { at, reports, local }: Voices): Span {
  if (!reports.length && !local.length) return { start: at.start, end: at.end };
  const own = facts.sentences[sentence];
  if (!own) return { start: at.start, end: at.end };
  const { tokens } = facts;
  for (let t = last; t < own.lastToken - 1; t++) {
    const parts = wordAt(tokens, t) === ';' || (wordAt(tokens, t) === ',' && joins.has(wordAt(tokens, t + 1)));
    if (parts) return { start: at.start, end: start + (tokens.start[t] ?? 0) };
  }
  for (let t = first; t > own.firstToken; t--) {
    if (wordAt(tokens, t - 1) === ';' || (joins.has(wordAt(tokens, t)) && wordAt(tokens, t - 1) === ','))
      return { start: start + (tokens.start[joins.has(wordAt(tokens, t)) ? t + 1 : t] ?? 0), end: at.end };
  }
  return { start: at.start, end: at.end };
}

const joins = new Set(['and', 'but', 'while', 'whereas']);

/** The question to put to a sentence, or none: the surest claim, the graver class where two are as sure. */
export function questionIn(claims: readonly Claim[], threshold: number): Claim | undefined {
  const open = claims.filter(({ status }) => status === 'unsourced');
  const best = open.reduce<Claim | undefined>((a, b) => (a && weight(a) >= weight(b) ? a : b), undefined);
  if (!best) return undefined;
  // what reads like a claim in more ways than one is the likelier to be one
  const sure = best.confidence + 0.05 * Math.min(open.length - 1, 2);
  return sure >= threshold ? best : undefined;
}

const weight = ({ confidence, class: cls }: Claim): number => confidence - 0.01 * claimClasses.indexOf(cls);
