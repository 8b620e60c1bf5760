// A toll told twice: the headline against the body, and "the 14 dead" against the 15 who died.
import { type Block, perEachStory } from '../../document/story';
import { isProse } from '../../document/role';
import { type Span, shift } from '../../text/span';
import { type Quantity, quantitiesOf } from '../../language/quantities';
import { type Toll, tollsOf } from './tolls';

export interface Contradiction {
  /** Told again, in prose offsets. */
  readonly again: Span & Pick<Quantity, 'value'>;
  /** As the story has it. */
  readonly told: Span & Pick<Quantity, 'value'>;
  readonly where: 'headline' | 'body';
}

/** Tolls that contradict the story's toll: both clearly count the same people, and the other number stands nowhere else. */
export const contradictionsIn = perEachStory(({ blocks, genre }): readonly Contradiction[] => {
  if (genre === 'headlines') return [];
  const body = blocks.filter(({ role }) => isProse(role));
  const headline = blocks.slice(0, blocks.indexOf(body[0] as Block)).find(({ role }) => role === 'headline');
  const tolls = body.flatMap((block) => tollsOf(block.facts).map((toll) => ({ block, toll })));
  const found: Contradiction[] = [];
  const compare = (again: Toll, at: Block, where: Contradiction['where']): void => {
    const others = tolls.filter(({ toll }) => toll.fate === again.fate && !toll.known);
    const [told] = others;
    if (!told || others.some(({ toll }) => !agree(toll, told.toll)) || agree(again, told.toll)) return;
    if (where === 'headline' && body.indexOf(told.block) >= LEAD) return;
    if (standsIn(body, again, at)) return;
    found.push({
      again: { ...shift(again, at.start), value: again.value },
      told: { ...shift(told.toll, told.block.start), value: told.toll.value },
      where,
    });
  };
  for (const toll of headline ? tollsOf(headline.facts) : []) compare(toll, headline as Block, 'headline');
  for (const { block, toll } of tolls) if (toll.known) compare(toll, block, 'body');
  return found;
});

/** Paragraphs that tell what the headline tells. */
const LEAD = 3;

/** A headline rounds. */
const ROUNDING = 0.05;

type Range = readonly [least: number, most: number];

/** The numbers that a count allows: 17 and up for "at least 17". */
function rangeOf({ value, upTo, bound }: Quantity): Range {
  const most = upTo ?? value;
  if (bound === 'least') return [value, Number.POSITIVE_INFINITY];
  if (bound === 'most') return [0, most];
  return bound === 'about' ? [value * 0.8, most * 1.2] : [value, most];
}

function agree(a: Quantity, b: Quantity): boolean {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  return x[0] <= y[1] * (1 + ROUNDING) && y[0] <= x[1] * (1 + ROUNDING);
}

/** True where another number of the body is the one told again, or two of them make it. */
function standsIn(body: readonly Block[], again: Toll, at: Block): boolean {
  const others = body.flatMap((block) =>
    quantitiesOf(block.facts).list.filter(({ first }) => block !== at || first !== again.first),
  );
  if (others.some(({ value, upTo }) => value === again.value || upTo === again.value)) return true;
  const values = new Set(others.map(({ value }) => value));
  return others.some(({ value }) => values.has(again.value - value));
}
