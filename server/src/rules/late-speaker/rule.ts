// A reader should not wade through a long quotation before learning whose words it is.
import { integer, minValue, number, pipe } from 'valibot';
import type { StoryAttribution } from '../../analysis/attribution/story';
import { attributionsIn } from '../../analysis/attribution/story';
import { type Speaker, speakersOf } from '../../analysis/speakers/resolve';
import type { Quotation } from '../../document/paragraph';
import { antecedentsIn } from '../../analysis/speakers/antecedents';
import { isProse } from '../../document/role';
import { type Block, genreAt, type Story } from '../../document/story';
import { option } from '../option';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'late-speaker',
  summary: 'A new speaker is named only after several quoted sentences.',
  category: 'quotations',
  kind: 'query',
  inserts: [],
  severity: 'off',
  clearedAs: 'clear-speaker',
  options: {
    sentences: option(
      pipe(number(), integer(), minValue(2)),
      2,
      'Quoted sentences before the speaker is named, from which on the rule asks.',
    ),
  },
  *check(story, { sentences }) {
    const spoken = spokenBy(attributionsIn(story), speakersOf(story));
    let speaking = '';
    for (const [index, block] of story.blocks.entries()) {
      if (!isProse(block.role) || genreAt(story, index) === 'transcript') continue;
      const said = spoken.get(index) ?? [];
      const opening = openingQuotation(block);
      const first = said.find(({ name }) => name !== '');
      const late = opening && first && quotedSentences(block, opening, first.at);
      if (late && late >= sentences && first.name !== speaking && isNew(story, index, first)) {
        yield {
          start: block.start + opening.start,
          end: block.start + Math.min(opening.end, firstSentenceEnd(block, opening)),
          message: `${late} quoted sentences stand before ${first.name} is named. Name the speaker after the first one, or before it.`,
          related: [{ start: first.at, end: first.at + first.length, message: `${first.name} is named here` }],
        };
      }
      speaking = said.findLast(({ name }) => name !== '')?.name ?? speaking;
    }
  },
});

/** Neither "he" nor "the diplomat", nor anybody whose surname the story has told before: of those a reader knows already. */
function isNew({ prose, blocks }: Story, index: number, { at, length }: Spoken): boolean {
  const named = prose.slice(at, at + length);
  if (/^(?:the|he|she|they|it|another|one)\b/i.test(named)) return false;
  const surname = named.match(/\p{Lu}[\p{L}'’-]{2,}/gu)?.at(-1);
  return surname === undefined || !prose.slice(0, blocks[index]?.start).includes(surname);
}

interface Spoken {
  readonly name: string;
  /** Where the source stands, in prose offsets, and how long it is. */
  readonly at: number;
  readonly length: number;
}

/** By block, who is cited with a cue, in order. */
function spokenBy(attributions: readonly StoryAttribution[], speakers: readonly Speaker[]): Map<number, Spoken[]> {
  const spoken = new Map<number, Spoken[]>();
  for (const [i, { block, cue, source }] of attributions.entries()) {
    if (!cue || !source) continue;
    const name = speakers[i]?.name ?? '';
    const list = spoken.get(block) ?? [];
    list.push({ name, at: source.start, length: source.end - source.start });
    spoken.set(block, list);
  }
  return spoken;
}

/** The paragraph's first quotation, where it is not a running one: at its head, or behind somebody whom a reader takes for the speaker. */
const openingQuotation = ({ facts }: Block): Quotation | undefined => {
  const first = facts.quotations[0];
  if (!first || first.continues || !facts.sentences.some(({ start }) => start === first.start)) return undefined;
  const misleads = antecedentsIn(facts).some(
    ({ subject, speaking, end }) => subject && speaking.kind === 'named' && !speaking.plural && end <= first.start,
  );
  return first.start === 0 || misleads ? first : undefined;
};

const firstSentenceEnd = ({ facts }: Block, { start, end }: Quotation): number =>
  facts.sentences.find((sentence) => sentence.start >= start)?.end ?? end;

/** Sentences of the quotation that end before the speaker is named; undefined where the name stands elsewhere. */
function quotedSentences({ start, facts }: Block, opening: Quotation, named: number): number | undefined {
  if (named < start || named < start + opening.end) return undefined;
  return facts.sentences.filter((s) => s.start >= opening.start && s.start < opening.end && start + s.start < named)
    .length;
}
