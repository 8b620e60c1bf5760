// What the judge reads of one sentence: its tokens, and for which of them nobody in the sentence stands.
import { isProse } from '../../../document/role';
import type { Paragraph, Sentence } from '../../../document/paragraph';
import { type Block, type Story, storyAt } from '../../../document/story';
import { has, Shape, tokenAt } from '../../../document/token';
import type { Span } from '../../../text/span';
import { perStory } from '../../../document/memo';
import { answers, type Report, type Voices, voicesOf } from '../../voices';

/** The words of a sentence, wherever it stands. */
export interface Wording {
  readonly facts: Paragraph;
  readonly sentence: Sentence;
  /** By token of the sentence: the writer's own words, or somebody's. */
  readonly own: Uint8Array;
  /** The story's. */
  readonly date: string | undefined;
}

/** A sentence of running copy, as the pieces of evidence are gathered from it. */
export interface Reading extends Wording {
  readonly story: Story;
  /** Index, as `sentencesOf` counts. */
  readonly index: number;
  readonly voices: Voices;
  readonly block: Block;
  /** {@link Wording.own} of all sentences of its paragraph. */
  readonly owns: readonly Uint8Array[];
  /** Reports that stand for the whole sentence: it is somebody's. */
  readonly cited: boolean;
}

/**
 * What the judge reads of each sentence: tokens, and which of them no source answers for. Indexed as `sentencesOf`; undefined
 * outside running copy.
 */
export const readingsOf = perStory((story: Story): readonly (Reading | undefined)[] => {
  let owns: Uint8Array[] = [];
  return voicesOf(story).map((voices, index) => {
    const block = story.blocks[voices.at.block] as Block;
    const sentence = block.facts.sentences[voices.at.sentence];
    if (!sentence || !isProse(block.role)) return undefined;
    const { facts } = block;
    const { date } = storyAt(story, voices.at.block);
    const own = ownWords(facts, sentence, block.start, voices);
    if (voices.at.sentence === 0) owns = [];
    owns.push(own);
    return { story, index, voices, block, facts, sentence, own, owns, date, cited: voices.reports.length > 0 };
  });
});

/** 1 where the writer speaks: outside quotation marks, sources and cues, and what a report has somebody say. */
function ownWords(
  facts: Paragraph,
  { firstToken, lastToken }: Sentence,
  start: number,
  { reports, local }: Voices,
): Uint8Array {
  const own = new Uint8Array(lastToken - firstToken);
  if (!reports.length && !local.length) {
    for (let i = 0; i < own.length; i++) own[i] = has(facts.tokens, firstToken + i, Shape.quoted) ? 0 : 1;
    return own;
  }
  // how many more spans begin than end at a token: many may lie in one another, and each token is looked at once
  const begins = new Int32Array(own.length + 1);
  const take = (span: Span | null): void => {
    if (!span) return;
    const from = Math.max(firstToken, tokenAt(facts.tokens, span.start - start)) - firstToken;
    const to = Math.min(lastToken, tokenAt(facts.tokens, span.end - start - 1) + 1) - firstToken;
    if (from >= to) return;
    begins[from] = (begins[from] as number) + 1;
    begins[to] = (begins[to] as number) - 1;
  };
  const takeAll = ({ attribution: { source, cue, content } }: Report, isBehind: boolean): void => {
    take(source);
    take(cue);
    if (isBehind) for (const span of content) take(span);
  };
  for (const report of reports) takeAll(report, true);
  for (const report of local) takeAll(report, answers(report.attribution));
  let inside = 0;
  for (let i = 0; i < own.length; i++) {
    inside += begins[i] as number;
    own[i] = inside > 0 || has(facts.tokens, firstToken + i, Shape.quoted) ? 0 : 1;
  }
  return own;
}

/** Bucket of a number: how many of the steps it reaches. */
export function step(value: number, ...steps: readonly number[]): number {
  let reached = 0;
  for (const one of steps) if (value >= one) reached++;
  return reached;
}
