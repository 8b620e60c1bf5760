// Attributions of the whole story: those of its paragraphs, and what only the story shows: transcripts, whose speakers are
// set before colons again and again, and paragraphs that the one before introduced with a colon.
import type { Block, Story } from '../../document/story';
import { foreignIn } from '../../document/foreign';
import { isProse } from '../../document/role';
import { type Span, shift } from '../../text/span';
import { perStory } from '../../document/memo';
import { has, Shape, spanOf } from '../../document/token';
import { type Attribution, attributionsCalled } from './attribution';
import { calledOpeners } from './called-openers';
import { type Label, labelOf } from './labels';

/** An attribution where it stands in its story. Spans are prose offsets; `sentence` counts as `sentencesOf` does. */
export interface StoryAttribution extends Attribution {
  /** Index of its block. */
  readonly block: number;
}

/** Roles whose words are somebody's, or the story's own: furniture attributes nothing. */
const attributes = (role: Block['role']): boolean =>
  isProse(role) || role === 'headline' || role === 'subhead' || role === 'caption';

/** Every attribution of the story, in order. */
export const attributionsIn: (story: Story) => readonly StoryAttribution[] = perStory((story) => {
  const { blocks } = story;
  const called = calledOpeners(story);
  const abroad = new Set(foreignIn(story));
  const found: StoryAttribution[] = [];
  const transcript = isTranscript(blocks);
  let sentence = 0;
  let speaker: Span | undefined;
  let introduced: { readonly source: Span | undefined } | undefined;
  blocks.forEach((block, index) => {
    const { start, facts, role } = block;
    // a paragraph in another language is not read for who says what
    if (attributes(role) && !abroad.has(block)) {
      const own = attributionsCalled(facts, called(facts));
      const teller = isProse(role) ? (introduced?.source ?? signedBy(blocks[index + 1])) : undefined;
      for (const a of own) found.push(told(moved(a, start, sentence, index), teller));
      const label = labelOf(facts);
      if (transcript && isProse(role)) {
        if (label) speaker = { start, end: start + (facts.tokens.end[label.colon - 1] ?? 0) };
        if (speaker) found.push(...turn(block, index, sentence, own, speaker, label));
      } else if (introduced && isProse(role)) {
        found.push(...turn(block, index, sentence, own, introduced.source, undefined));
      }
      const goesOn = role === 'item' && blocks[index + 1]?.role === 'item' ? introduced : undefined;
      introduced = opensBlock(block, own) ?? goesOn;
    }
    sentence += facts.sentences.length;
  });
  return found.sort((a, b) => a.sentence - b.sentence);
});

function moved(a: Attribution, by: number, first: number, block: number): StoryAttribution {
  const { sentence, type, form, cue, source, content, lemma, governs } = a;
  const at: StoryAttribution & { governs?: Attribution['governs'] } = {
    block,
    sentence: sentence + first,
    type,
    form,
    cue: cue && shift(cue, by),
    source: source && shift(source, by),
    content: content.map((span) => shift(span, by)),
    lemma,
  };
  if (governs) at.governs = governs;
  return at;
}

/** A quotation with no speaker of its own is that of whoever introduced or signed it. */
const told = (a: StoryAttribution, source: Span | undefined): StoryAttribution =>
  source && a.form === 'quotation' && !a.source ? { ...a, source } : a;

/** "— Rosa Adler, mayor of Dessa" on a line of its own, below a quotation. */
function signedBy(next: Block | undefined): Span | undefined {
  if (!next || !isProse(next.role)) return undefined;
  const { start, facts } = next;
  const signature = SIGNATURE.exec(facts.text);
  return signature ? shift({ start: signature[0].length, end: facts.text.trimEnd().length }, start) : undefined;
}

/** A dash and a capital, and no more than a name and who that is. */
const SIGNATURE = /^\s{0,3}[-‐-―]{1,3}\s{0,3}(?=\p{Lu}[^.!?:;"“”]{1,70}$)/u;

const SPEAKS_AGAIN = 2;
const TURNS = 4;

/** Two speakers or more take turns: their labels come back. */
function isTranscript(blocks: readonly Block[]): boolean {
  const counts = new Map<string, number>();
  for (const { facts, role } of blocks) {
    const label = isProse(role) ? labelOf(facts) : undefined;
    // "Clinton: 1,769." is a table
    if (label && !has(facts.tokens, label.colon + 1, Shape.number))
      counts.set(label.text, (counts.get(label.text) ?? 0) + 1);
  }
  let turns = 0;
  for (const count of counts.values()) if (count >= SPEAKS_AGAIN) turns += count;
  return turns >= TURNS;
}

/** The sentences of a paragraph that somebody else speaks, where they are not attributed as a whole already. */
function turn(
  { start, facts }: Block,
  block: number,
  first: number,
  own: readonly Attribution[],
  source: Span | undefined,
  label: Label | undefined,
): StoryAttribution[] {
  return facts.sentences.flatMap((s, i): StoryAttribution[] => {
    if (own.some((a) => a.sentence === i && (a.form === 'label' || a.form === 'quotation'))) return [];
    const colon = i === 0 && label ? spanOf(facts.tokens, label.colon, label.colon + 1) : null;
    const from = colon ? colon.end : s.start;
    return [
      {
        sentence: first + i,
        block,
        type: 'direct',
        form: 'block',
        cue: colon && shift(colon, start),
        source: source ?? null,
        content: [shift({ start: from, end: s.end }, start)],
        lemma: colon ? ':' : '',
      },
    ];
  });
}

/** The cue stands this near to the colon that ends the paragraph. */
const INTRODUCES_WITHIN = 60;

/** "The ministry gave this account:" and nothing behind it: what follows is told, and by whom. */
function opensBlock({ start, facts: { text } }: Block, own: readonly Attribution[]) {
  const end = text.trimEnd().length;
  if (text[end - 1] !== ':') return undefined;
  const opening = own.findLast(
    ({ cue, type, form }) =>
      cue !== null && (type !== 'attitude' || form === 'noun') && cue.end >= end - INTRODUCES_WITHIN,
  );
  return opening && { source: opening.source ? shift(opening.source, start) : undefined };
}
