// The headline's names against the story's: a surname a keystroke from one of the story, or one with another given name.
import { genreAt, type Story } from '../../document/story';
import { isProse } from '../../document/role';
import { type Span, shift } from '../../text/span';
import { perStory } from '../../document/memo';
import { slipBetween } from '../transliteration/slips';
import { isPluralOf } from './formation';
import { type Form, namesOf, type Occurrence } from './forms';
import { areKnownDistinct } from './gazetteer';
import { isGivenName, isKnownWord } from './lists';
import { mayBeOneGivenName } from './short-forms';
import { variantsOf } from './variants';

/** Prose offsets. */
export interface HeadlineName {
  readonly headline: Span;
  readonly story: Span;
}

/** Names that stand in the headline alone, beside the one of the story that each seems to be meant for. */
export const headlineNames = perStory((story: Story): readonly HeadlineName[] => {
  const first = story.blocks.findIndex(({ role }) => isProse(role));
  const headline = story.blocks.findIndex(({ role }, i) => role === 'headline' && i < first);
  if (headline < 0 || genreAt(story, headline) === 'headlines' || story.blocks[headline]?.facts.allCaps) return [];
  const forms = [...namesOf(story).forms.values()];
  const told = new Set(forms.filter((form) => isIn(form, (block) => block >= first)));
  const linked = new Set(
    variantsOf(story).flatMap(({ spellings }) => spellings.flatMap(({ places }) => places.map(({ start }) => start))),
  );
  const found: HeadlineName[] = [];
  for (const form of forms) {
    const at = form.occurrences.find(({ block }) => block === headline);
    if (!at || linked.has(at.base + at.word.start)) continue;
    const other = told.has(form) ? namedOtherwise(form, at, told) : slippedFrom(form, told);
    if (other)
      found.push(
        other.given ? { headline: pair(at), story: pair(other.at) } : { headline: word(at), story: word(other.at) },
      );
  }
  return found;
});

const isIn = ({ occurrences }: Form, holds: (block: number) => boolean): boolean =>
  occurrences.some(({ block }) => holds(block));

interface Other {
  readonly at: Occurrence;
  /** The given names before the two differ. */
  readonly given: boolean;
}

const SHORTEST = 4;

/** "Holm" over a story of Jan Hohm: the only surname of the story that is a keystroke away. */
function slippedFrom({ form, plain, acronym }: Form, told: ReadonlySet<Form>): Other | undefined {
  if (plain || acronym || form.length < SHORTEST || isKnownWord(form) || isGivenName(form)) return undefined;
  const near = [...told].filter(
    (other) => isSurname(other) && slipBetween(form, other.form) !== undefined && !isPluralOf(form, other.form),
  );
  const [only] = near;
  if (!only || near.length > 1 || areKnownDistinct(form, only.form)) return undefined;
  return { at: only.occurrences.find(isBehindGiven) as Occurrence, given: false };
}

const isSurname = ({ occurrences }: Form): boolean => occurrences.some(isBehindGiven);

const givenBefore = ({ words, position }: Occurrence): string | undefined => {
  const before = words[position - 1]?.form;
  return before !== undefined && isGivenName(before) ? before : undefined;
};

const isBehindGiven = (at: Occurrence): boolean => givenBefore(at) !== undefined;

/** "Anna Brandt" over a story whose only Brandt is Ida, and which has no Anna. */
function namedOtherwise({ occurrences }: Form, at: Occurrence, told: ReadonlySet<Form>): Other | undefined {
  const given = givenBefore(at);
  if (given === undefined || [...told].some(({ form }) => form === given)) return undefined;
  const named = occurrences.filter((one) => one.block !== at.block && isBehindGiven(one));
  const [first] = named;
  const name = first && givenBefore(first);
  if (!first || name === undefined || named.some((one) => givenBefore(one) !== name)) return undefined;
  return mayBeOneGivenName(given, name) ? undefined : { at: first, given: true };
}

const word = ({ word: { start, end }, base }: Occurrence): Span => shift({ start, end }, base);

const pair = ({ words, position, word: { end }, base }: Occurrence): Span =>
  shift({ start: words[position - 1]?.start ?? 0, end }, base);
