// Where a gap for a claim's source can stand: behind the claim's own clause, before the stop, and never behind what somebody else says in
// the same sentence.
import { stopBefore } from '../../document/segment/references';
import { type Block, type Story, sentencesOf } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { clausesOf } from '../../language/clauses';
import { type Abbreviation, abbreviation } from '../../lexicon/abbreviations';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { wordList } from '../../lexicon/word-lists';
import type { Span } from '../../text/span';
import { attributionsOf } from '../attribution/attribution';
import { voicesOf } from '../voices';
import { placeholdersIn } from '../placeholders';
import type { Question } from './claims';
import { looksOf } from './evidence/claims';

export interface GapPlace {
  /** Prose offset. */
  readonly at: number;
  /** What must follow the gap there: a stop behind "Inc.", a comma where the sentence goes on without one. */
  readonly closing: string;
}

/** Nothing where ", TK said" cannot stand: behind a question, a colon, a quotation with its own end, a clause in front of another's. */
export function gapBehind(story: Story, question: Question): GapPlace | undefined {
  const { asks } = question;
  const turn = turnBehind(story, question);
  if (turn === 'none') return undefined;
  if (turn === undefined || turn.end > asks.end) return atEnd(story, asks);
  const at = turn.end;
  return IS_WORDS.test(story.prose.slice(asks.start, at)) ? { at, closing: turn.marked ? '' : ',' } : undefined;
}

/** The writer has left a gap there already: "… in the blast (TK)." */
export function hasGap(story: Story, { sentence, asks }: Question): boolean {
  const block = story.blocks[sentencesOf(story)[sentence]?.block ?? -1];
  if (!block) return false;
  return placeholdersIn(block.facts).some(({ start, end }) => {
    const [from, to] = [block.start + start, block.start + end];
    if (from < asks.start || to > asks.end + 1) return false;
    return (
      BRACKETS.test(story.prose.slice(from - 1, to + 1)) && /^[\])]?[.,;]?\s*$/.test(story.prose.slice(to, asks.end))
    );
  });
}

const BRACKETS = /[[(]/;

// ---- whose clause ends where ------------------------------------------------------------------------------------------------

interface Part {
  /** Tokens `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** Somebody says, denies or will not say something in it. */
  readonly theirs: boolean;
  /** "When …, ": it stands before the clause that it belongs to. */
  readonly fronted: boolean;
}

interface Turn {
  readonly end: number;
  /** A mark stands there already. */
  readonly marked: boolean;
}

/** Where the claim's own clause is over, and another's begins; nothing where the sentence is the claim's to its end. */
function turnBehind(story: Story, { sentence, class: kind }: Question): Turn | 'none' | undefined {
  const at = sentencesOf(story)[sentence];
  const block = at && story.blocks[at.block];
  if (!at || !block) return undefined;
  // most sentences are the claim's to their end: nothing of them is read again
  const voices = voicesOf(story)[sentence];
  const says = voices && (voices.says || voices.reports.length > 0 || voices.local.length > 0);
  if (!says && !ANSWERS.test(story.prose.slice(at.start, at.end))) return undefined;
  const parts = partsOf(block, at.sentence);
  if (parts.length < 2 || !parts.some(({ theirs }) => theirs)) return undefined;
  const looks = looksOf(story)[sentence] ?? [];
  const look = (looks.find(({ candidate }) => candidate.class === kind) ?? looks[0])?.candidate;
  const held = look ? parts.findIndex(({ last }) => look.first < last) : -1;
  const own = held >= 0 && !parts[held]?.theirs ? held : parts.findIndex(({ theirs }) => !theirs);
  if (own < 0 || parts[own]?.fronted) return 'none';
  let last = own;
  while (parts[last + 1] && !parts[last + 1]?.theirs) last++;
  if (last === parts.length - 1) return undefined;
  const { tokens } = block.facts;
  const end = (parts[last] as Part).last;
  return {
    end: block.start + (tokens.end[end - 1] as number),
    marked: has(tokens, end, Shape.mark),
  };
}

/** The sentence cut where a clause with a subject of its own begins behind a mark or "but", "while", "and". */
function partsOf({ facts }: Block, sentence: number): Part[] {
  const { tokens } = facts;
  const { firstToken, lastToken } = facts.sentences[sentence] as { firstToken: number; lastToken: number };
  const clauses = (clausesOf(facts)[sentence] ?? []).filter(
    ({ verb, kind }) => verb.form === 'finite' && kind !== 'relative',
  );
  const starts: number[] = [];
  for (const clause of clauses) {
    const { subject } = clause;
    const start = clause.opener >= 0 ? clause.opener : (subject?.first ?? -1);
    const own = subject && subject.first >= start && subject.first < clause.verb.first;
    if (!own || start <= firstToken || clause.kind === 'reported') continue;
    if (clause.opener >= 0 ? turning.has(wordAt(tokens, clause.opener)) : has(tokens, start - 1, Shape.mark))
      starts.push(start);
  }
  if (!starts.length) return [];
  const cuts = [firstToken, ...starts.filter((start, i) => start !== starts[i - 1]), lastToken];
  const cues = attributionsOf(facts).flatMap(({ cue, sentence: s }) => (cue && s === sentence ? [cue] : []));
  return cuts.slice(0, -1).map((first, i): Part => {
    const next = cuts[i + 1] as number;
    let last = next;
    while (last > first && next < lastToken && has(tokens, last - 1, Shape.mark)) last--;
    return {
      first,
      last,
      theirs: cues.some((cue) => isIn(cue, tokens, first, next)) || speaks(tokens, first, next),
      fronted: i === 0 && fronting.has(wordAt(tokens, firstToken)),
    };
  });
}

const isIn = ({ start }: Span, { start: starts }: Block['facts']['tokens'], first: number, last: number): boolean =>
  start >= (starts[first] as number) && (last >= starts.length || start < (starts[last] as number));

function speaks(tokens: Block['facts']['tokens'], first: number, last: number): boolean {
  for (let t = first; t < last; t++) if (tagsSpeech(wordAt(tokens, t)) || answering.has(wordAt(tokens, t))) return true;
  return false;
}

const ANSWERS = /\b(?:comment|den[iy]|repl[iy]|respon|reaction|disput)/;

/** Words that turn to another clause. */
const turning = wordList('openers of another clause');
const fronting = wordList('openers of a fronted clause');
const answering = wordList('words of answering');

// ---- the end of the words ---------------------------------------------------------------------------------------------------

/** Before the stop, and so before what hangs on it, the mark of a note or a tag. */
function atEnd(story: Story, { start, end }: Span): GapPlace | undefined {
  const { prose } = story;
  let at = behindTail(story, start, end);
  const stop = stopBefore(prose, start, at);
  if (stop !== undefined) at = stop + 1;
  const words = prose.slice(start, at);
  if (/[?!:;…–—]$|[.,?!…]["'”’»)\]]+$|\.\.$/.test(words)) return undefined;
  // no end mark: a line of its own, or a sentence that goes on with a clause
  if (stop === undefined)
    return IS_WORDS.test(words) && !isOpaque(story, at) && GOES_ON.test(prose.slice(end, end + 10))
      ? { at, closing: '' }
      : undefined;
  // "Statoil Inc." keeps its stop, and the sentence needs one too
  if (endsAbbreviated(words)) return { at, closing: '.' };
  // a comment of the file stands before the stop
  at = trimmed(prose, start, at - 1);
  return isOpaque(story, at) ? undefined : { at, closing: '' };
}

/** Without the tags and addresses that follow the stop: "… in the blast. #port https://…" */
function behindTail(story: Story, start: number, end: number): number {
  const { prose } = story;
  let at = trimmed(prose, start, end);
  for (let i = 0; i < MOST_TAGS; i++) {
    const tag = TAG.exec(prose.slice(Math.max(start, at - LONGEST_TAG), at));
    if (!tag) break;
    at = trimmed(prose, start, at - (tag[1]?.length ?? 0));
  }
  return /[.!?]["'”’»)\]]*$/.test(prose.slice(Math.max(start, at - 4), at)) ? at : trimmed(prose, start, end);
}

/** Where the words from `start` on end, without the spaces behind them. */
function trimmed(prose: string, start: number, end: number): number {
  let at = end;
  while (at > start && prose[at - 1] === ' ') at--;
  return at;
}

const MOST_TAGS = 20;
const LONGEST_TAG = 200;
/** A hashtag, a handle or an address by itself. */
const TAG = / ((?:[#@][\p{L}\p{N}_]{1,60}|[a-z]{2,6}:\/\/\S{1,180}|www\.\S{1,180}))$/u;

/** An address, or an object that is no prose, ends there. */
const isOpaque = ({ blocks }: Story, at: number): boolean =>
  blocks.some(
    ({ start, end, facts }) =>
      start < at && at <= end && facts.opaque.some((one) => start + one.start < at && at <= start + one.end),
  );

/** The last of a clause: a word, a figure, or what closes a quotation or an aside. */
const IS_WORDS = /[\p{L}\p{M}\p{N}\p{Sc}%.'’"”»)\uFFFC]$/u;
const GOES_ON = /^\s*(?:$|\n|, (?:but|while|though) )/;

/** "U.S.", "Statoil Inc.", "on 4 Jan.": and not "in Gaza.", however short. */
function endsAbbreviated(words: string): boolean {
  if (/(?:^|[^\p{L}.])(?:\p{L}\.){2,8}$/u.test(words)) return true;
  const [, last] = /(?:^|[^\p{L}\p{M}])(\p{L}{1,6})\.$/u.exec(words) ?? [];
  if (last === undefined) return false;
  const known = abbreviation(last.toLowerCase());
  return known !== undefined && mayEndSentence(known) && (!known.capital || last !== last.toLowerCase());
}

/** Something follows the others: "Mr. Roe", "No. 5", "Reuters vs. AP". */
const mayEndSentence = ({ kind }: Abbreviation): boolean => kind !== 'title' && kind !== 'number' && kind !== 'joint';
