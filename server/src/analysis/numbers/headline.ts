// The headline's figures against the story's: "Bridge will cost $40 million" over a first paragraph that says 45.
import { type Block, perEachStory } from '../../document/story';
import { isProse } from '../../document/role';
import { wordAt } from '../../document/token';
import { type Span, shift } from '../../text/span';
import type { Contradiction } from './contradictions';
import { stepOf } from './precision';
import { type Quantity, quantitiesOf } from '../../language/quantities';
import { tollsOf } from './tolls';

/**
 * Figures of the headline that stand nowhere in the story, rounded or as a sum, where the first paragraph gives another figure
 * for the same thing. Tolls are compared by what befell the people instead.
 */
export const headlineFigures = perEachStory(({ blocks, genre }): readonly Contradiction[] => {
  const first = blocks.findIndex(({ role }) => isProse(role));
  const headline = blocks.slice(0, Math.max(0, first)).find(({ role }) => role === 'headline');
  if (!headline || genre === 'headlines') return [];
  const tolls = new Set(tollsOf(headline.facts).map((toll) => toll.first));
  const compared = quantitiesOf(headline.facts).list.filter(
    (figure) => isCompared(figure) && !tolls.has(figure.first) && !isTicker(headline, figure),
  );
  if (!compared.length) return [];
  const told = blocks
    .slice(first)
    .flatMap((block) => quantitiesOf(block.facts).list.map((figure) => ({ block, figure })));
  const lead = new Set(blocks.filter(({ role }) => isProse(role)).slice(0, LEAD));
  const figures = told.map((one) => one.figure);
  return compared.flatMap((figure) => {
    if (standsIn(figures, figure, stepOf(headline.facts, figure)) || boundsOne(figures, figure)) return [];
    const other = told.find((one) => lead.has(one.block) && isOfTheSame(headline, figure, one));
    if (!other) return [];
    return [{ again: placed(figure, headline), told: placed(other.figure, other.block), where: 'headline' as const }];
  });
});

/** Paragraphs that tell what the headline tells. */
const LEAD = 1;

const placed = (figure: Quantity, { start }: Block): Span & Pick<Quantity, 'value'> => ({
  ...shift({ start: figure.start, end: figure.end }, start),
  value: figure.value,
});

/** "Forum <FOUR>" */
const isTicker = ({ facts }: Block, { first }: Quantity): boolean => wordAt(facts.tokens, first - 1) === '<';

const isCompared = ({ kind, vague, upTo, value }: Quantity): boolean =>
  (kind === 'count' || kind === 'money' || kind === 'percent') && !vague && upTo === undefined && value >= 2;

/** A headline rounds. */
const ROUNDING = 0.05;
/** And it leaves thousands and millions out: "loses 40" over 40 million. */
const SCALES = [1, 1e3, 1e6, 1e9];

/** True where a figure of the story is the headline's, or two or three of them make it. */
function standsIn(told: readonly Quantity[], { value }: Quantity, step: number): boolean {
  const slack = Math.max(value * ROUNDING, step / 2);
  const isIt = (one: number): boolean => SCALES.some((scale) => Math.abs(one / scale - value) <= slack);
  if (told.some((one) => isIt(one.value) || (one.upTo !== undefined && isIt(one.upTo)))) return true;
  const values = told.map((one) => one.value).slice(0, MOST_SUMMED);
  return values.some((a, i) =>
    values
      .slice(i + 1)
      .some((b, j) => isIt(a + b) || isIt(Math.abs(a - b)) || values.slice(i + j + 2).some((c) => a + b + c === value)),
  );
}

/** "Over $200,000" above $220,521: what the story has lies beyond the bound, and not far. */
const boundsOne = (told: readonly Quantity[], { value, bound, kind }: Quantity): boolean =>
  told.some(
    (one) =>
      one.kind === kind &&
      ((bound === 'least' && one.value >= value && one.value <= value * BOUND_WITHIN) ||
        (bound === 'most' && one.value <= value && one.value >= value / BOUND_WITHIN)),
  );

/** Of the number: a headline that says "over 200" means less than twice as many. */
const BOUND_WITHIN = 1.5;

/** Sums are tried of this many figures at most. */
const MOST_SUMMED = 30;

/** Money and percent by their kind; a count by the noun behind it, "miners" in "7,000 black miners". */
function isOfTheSame(
  headline: Block,
  figure: Quantity,
  { block, figure: other }: { readonly block: Block; readonly figure: Quantity },
): boolean {
  if (other.kind !== figure.kind || !isCompared(other)) return false;
  if (figure.kind !== 'count') return true;
  const named = new Set(nounsBehind(headline, figure));
  return nounsBehind(block, other).some((noun) => named.has(noun));
}

/** In the singular, near enough. */
const nounsBehind = ({ facts }: Block, { last }: Quantity): string[] =>
  facts.tokens.word
    .slice(last, last + NOUN_WITHIN)
    .filter((word) => /^\p{L}{4,}$/u.test(word))
    .map((word) => word.replace(/s$/, ''));

const NOUN_WITHIN = 3;
