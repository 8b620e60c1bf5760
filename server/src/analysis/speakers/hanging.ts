// Hanging quotations: whole sentences in marks, and nobody who speaks in their paragraph or the ones beside it.
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { sentencesOf } from '../../document/story';
import { byPosition, type Span } from '../../text/span';
import { attributionsIn, type StoryAttribution } from '../attribution/story';
import { perStory } from '../memo';

/** Fewer words in marks are a fragment, a title, a slogan. */
const SENTENCE_WORDS = 5;
/** A quotation that fills this much of its sentence is the sentence. */
const FILLS = 0.85;

/** In order, the first of each paragraph. Offsets into the prose; the span is the quoted part with its marks. */
export const hangingQuotations: (story: Story) => readonly Span[] = perStory((story) => {
  const attributions = attributionsIn(story);
  const speech = new Set<number>();
  for (const a of attributions) if (isSpeech(a)) speech.add(a.block);
  const sentences = sentencesOf(story);
  const prose = story.blocks.flatMap(({ role }, index) => (isProse(role) ? [index] : []));
  const placeOf = new Map(prose.map((index, place) => [index, place]));
  const found: Span[] = [];
  const seen = new Set<number>();
  let carried = -1;
  for (const a of attributions) {
    const block = story.blocks[a.block] as Block;
    const words = a.content[0];
    if (a.form !== 'quotation' || !words || block.role !== 'paragraph' || seen.has(a.block)) continue;
    seen.add(a.block);
    const place = placeOf.get(a.block) ?? 0;
    const before = prose[place - 1] ?? -1;
    // a quotation may go on over paragraphs from a speaker, and a speaker may follow in the next one
    const covered =
      speech.has(a.block) ||
      speech.has(before) ||
      speech.has(prose[place + 1] ?? -1) ||
      (before >= 0 && carried === before);
    if (covered) {
      carried = a.block;
      continue;
    }
    if (
      introduced(story.blocks[before]) ||
      continues(block) ||
      !isWholeSentence(story.prose, words, sentences[a.sentence])
    )
      continue;
    found.push(words);
  }
  return found.sort(byPosition);
});

/** Somebody is said to speak here: by a verb, a label, "according to"; or the whole paragraph is somebody's turn. */
const isSpeech = ({ cue, type, form }: StoryAttribution): boolean =>
  form === 'block' || (cue !== null && form !== 'adverb' && type !== 'act' && type !== 'attitude');

const introduced = (before: Block | undefined): boolean => before?.facts.text.trimEnd().endsWith(':') === true;

/** It runs on from or into another paragraph, or a mark is missing: another rule's question. */
const continues = ({ facts }: Block): boolean => facts.quotations.some((q) => q.continues || !q.closed);

function isWholeSentence(prose: string, { start, end }: Span, sentence: Span | undefined): boolean {
  if (!sentence || end - start < FILLS * (sentence.end - sentence.start)) return false;
  return prose.slice(start, end).split(' ').length >= SENTENCE_WORDS;
}
