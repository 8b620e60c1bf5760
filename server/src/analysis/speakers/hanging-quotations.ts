// Hanging quotations: whole sentences in marks, and nobody who speaks in their paragraph or the ones beside it.
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { sentencesOf } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { tagsSpeech } from '../../lexicon/speech-tags';
import { byPosition, type Span } from '../../text/span';
import { attributionsIn, type StoryAttribution } from '../attribution/story';
import { perStory } from '../../document/memo';
import { antecedentsIn } from './antecedents';

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
      isTitle(block, before) ||
      isSigned(block, story.blocks[prose[place + 1] ?? -1]) ||
      speaksOutside(block, words) ||
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

/** The story's first line and nothing but the quotation: its title. */
const isTitle = ({ facts }: Block, before: number): boolean =>
  before < 0 && facts.quotations[0]?.start === 0 && facts.quotations[0].end === facts.text.length;

/** "― Jan Bero" behind the quotation or below it, the way of mottos and readers' letters; "Q:" and "A:" before it. */
const isSigned = ({ facts }: Block, next: Block | undefined): boolean => {
  const last = facts.quotations.findLast(({ level }) => level === 0);
  return (
    (last !== undefined && SIGNATURE.test(facts.text.slice(last.end, last.end + 60))) ||
    (next !== undefined && SIGNATURE.test(next.facts.text.slice(0, 60))) ||
    /^[QA][:.] /.test(facts.text)
  );
};

const SIGNATURE = /^\s{0,3}[-‐-―]{1,3}\s{0,3}\p{Lu}/u;

/** Somebody stands in the sentence before it, "Jiang wiped his eyes."; or its own has a verb of speech that no cue was made of. */
function speaksOutside({ start, facts }: Block, words: Span): boolean {
  const { tokens, sentences } = facts;
  const at = sentences.findIndex((sentence) => start + sentence.end > words.start);
  const own = sentences[at];
  const subject = antecedentsIn(facts).find((one) => one.sentence === at - 1);
  if (subject?.subject && subject.speaking.kind === 'named' && !subject.speaking.plural) return true;
  for (let i = own?.firstToken ?? 0; own && i < tokens.length; i++)
    if (!has(tokens, i, Shape.quoted) && tagsSpeech(wordAt(tokens, i))) return true;
  return false;
}

/** It runs on from or into another paragraph, or a mark is missing: another rule's question. */
const continues = ({ facts }: Block): boolean => facts.quotations.some((q) => q.continues || !q.closed);

function isWholeSentence(prose: string, { start, end }: Span, sentence: Span | undefined): boolean {
  if (!sentence || end - start < FILLS * (sentence.end - sentence.start)) return false;
  return prose.slice(start, end).split(' ').length >= SENTENCE_WORDS;
}
