// Who is cited in each sentence of a story (its voices), and for how much of the sentence each of them answers.
import { isPerformative } from '../lexicon/claims/load';
import { isProse } from '../document/role';
import { type Block, type Story, type StorySentence, sentencesOf } from '../document/story';
import { has, Shape, tokenAt, wordAt } from '../document/token';
import { firstWhere } from '../text/span';
import { attributionsIn, type StoryAttribution } from './attribution/story';
import { hasTone } from './attribution/verb-connotations';
import { perParagraph, perStory } from '../document/memo';
import type { Paragraph, Quotation } from '../document/paragraph';
import { type Speaker, speakersOf } from './speakers/resolve';

/** An attribution with who it cites. */
export interface Report {
  readonly attribution: StoryAttribution;
  readonly speaker: Speaker;
}

/** "Its managers knew that …": the writer tells what is in somebody's head. The managers have said nothing, and are no source. */
export const isNarrated = ({ type, form, lemma }: StoryAttribution): boolean =>
  type === 'attitude' && form === 'verb' && hasTone(lemma, 'knows');

/** The sources of one sentence, and how much of it they answer for. Spans are prose offsets. */
export interface Voices {
  readonly at: StorySentence;
  readonly prose: boolean;
  /** Report verbs, documents, quotations with a speaker. They answer for the whole sentence, and may cover the following ones. */
  readonly reports: readonly Report[];
  /** Acts, attitudes, clauses of their own: they answer for their own content only. */
  readonly local: readonly Report[];
  /** The sentence is somebody's words throughout. */
  readonly spoken: boolean;
  /** The sentence has a verb of speech, whoever its subject is: it needs no source, but the sentences that follow inherit none. */
  readonly says: boolean;
}

/** By sentence, as `sentencesOf` counts. */
export const voicesOf = perStory((story: Story): readonly Voices[] => {
  const attributions = attributionsIn(story);
  const speakers = speakersOf(story);
  let next = 0;
  return sentencesOf(story).map((at, index) => {
    const block = story.blocks[at.block] as Block;
    const reports: Report[] = [];
    const local: Report[] = [];
    for (; attributions[next]?.sentence === index; next++) {
      const report = { attribution: attributions[next] as StoryAttribution, speaker: speakers[next] as Speaker };
      (stands(report, block) ? reports : local).push(report);
    }
    return {
      at,
      prose: isProse(block.role),
      reports,
      local,
      spoken: isSpoken(block, at),
      says: saysSomething(block, at),
    };
  });
});

/** Index of the story's first sentence of running copy, or -1. */
export const leadOf = perStory((story: Story): number => voicesOf(story).findIndex(({ prose }) => prose));

/** True where the attribution answers for its whole sentence, and not only for its own content. */
function stands({ attribution }: Report, { start, facts }: Block): boolean {
  const { form, type, source, content, lemma } = attribution;
  if (form === 'block' || form === 'label') return true;
  if (form === 'adverb' || form === 'adjective' || form === 'quotation') return false;
  if (content.length === 0 || type === 'act' || type === 'attitude' || isPerformative(lemma)) return false;
  if (form === 'phrase') return true;
  if (!source) return type === 'direct' || type === 'mixed';
  if (form === 'noun' || !hasSaid(attribution, facts, start)) return false;
  return !isRelative(facts.text.slice(source.start - start, source.end - start));
}

const unsaid = new Set('to would will could may might should can must shall'.split(' '));

/** "to discuss", "would show": nothing has been said yet. */
function hasSaid({ cue, type }: StoryAttribution, { tokens }: Block['facts'], start: number): boolean {
  if (!cue || type === 'direct' || type === 'mixed') return true;
  const at = tokenAt(tokens, cue.start - start);
  return ![at, at - 1, at - 2].some((t) => unsaid.has(wordAt(tokens, t)));
}

const isRelative = (source: string): boolean => /^(?:who|which|that|whom|whose)$/i.test(source.trim());

/** Most of the sentence stands inside quotation marks. */
function isSpoken({ start, facts }: Block, at: StorySentence): boolean {
  const outer = outermost(facts);
  let inside = 0;
  for (let k = firstWhere(outer, ({ inner }) => inner.end + start > at.start); k < outer.length; k++) {
    const { inner } = outer[k] as Quotation;
    const from = Math.max(inner.start + start, at.start);
    const to = Math.min(inner.end + start, at.end);
    if (from >= at.end) break;
    inside += Math.max(0, to - from);
  }
  return inside * 2 > at.end - at.start;
}

/** Quotations that stand in no other, sorted, apart from one another. */
const outermost = perParagraph(({ quotations }: Paragraph): readonly Quotation[] =>
  quotations.filter(({ level }) => level === 0),
);

export const sayings: ReadonlySet<string> = new Set(
  'said says saying added adds told according announced stated insisted argued explained noted replied commented remarked testified estimated predicted reported confirmed officially'.split(
    ' ',
  ),
);
const passives = new Set('is are was were be been being to'.split(' '));

/** Verbs of speech where "that" follows. Without it they may be nouns: "the staff reports". */
const reports = new Set(['reports', 'states', 'announces', 'claims', 'maintains', 'notes', 'explains']);

/** "…, the bureau's figures show." */
const showings = new Set('show shows showed indicate indicated suggest'.split(' '));

/** A plain verb of speech outside quotation marks. It catches sentences from which no attribution was read. "Said" may be a name. */
function saysSomething({ facts: { tokens, sentences, allCaps } }: Block, at: StorySentence): boolean {
  const { firstToken, lastToken } = sentences[at.sentence] ?? { firstToken: 0, lastToken: 0 };
  for (let t = firstToken; t < lastToken; t++) {
    if (!sayings.has(wordAt(tokens, t)) || has(tokens, t, Shape.quoted) || passives.has(wordAt(tokens, t - 1)))
      continue;
    if (allCaps || !has(tokens, t, Shape.capital)) return true;
  }
  for (let t = firstToken; t < lastToken; t++)
    if (wordAt(tokens, t + 1) === 'that' && reports.has(wordAt(tokens, t)) && !has(tokens, t, Shape.quoted))
      return true;
  return showings.has(wordAt(tokens, lastToken - 2));
}

/** A passive with its "by …". */
const saysByWhom = ({ form, cue, source }: StoryAttribution): boolean =>
  form === 'passive' && cue !== null && source !== null && source.start >= cue.end;

/** True where the source is who says so. The subject of "is believed to be" believes nothing; a "by …" behind the verb does. */
export const answers = (attribution: StoryAttribution): boolean => {
  const { source, form, type } = attribution;
  // "the company's plan to sell": a plan says nothing about what stands in it
  return (
    source !== null && !(form === 'noun' && type === 'attitude') && (form !== 'passive' || saysByWhom(attribution))
  );
};
