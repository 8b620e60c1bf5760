// A common word written in two ways: ceasefire and cease-fire. Each may be right in some house; one story keeps to one.
import { picklist } from 'valibot';
import { isInLongerName } from '../../analysis/names/longer-name';
import { somebodyAt } from '../../analysis/names/somebody';
import {
  holdsName,
  type TermPlace,
  type TermSpelling,
  type TermVariant,
  termVariants,
} from '../../analysis/usage/terms';
import { inCaseOf } from '../../analysis/usage/phrases';
import type { Story } from '../../document/story';
import { slice } from '../../text/span';
import type { House, PreferredForm } from '../house';
import { fixesPutting } from '../one-stop';
import { option } from '../option';
import { authority } from '../preferred';
import { type Finding, storyRule } from '../rule';

export const rule = storyRule({
  id: 'inconsistent-term',
  summary: 'A word is written in more than one way.',
  category: 'style',
  kind: 'fix',
  inserts: ['story', 'house'],
  severity: 'warning',
  about: 'spelling',
  clearedAs: 'two-names',
  options: {
    winner: option(
      picklist(['first', 'majority']),
      'majority',
      'Which form stands where the glossary does not decide; the first where there are as many of each.',
    ),
  },
  *check(story, { winner }, house) {
    for (const variant of termVariants(story)) {
      const decision = decisionFor(variant, house);
      const standing = standingSpelling(variant, winner as 'first' | 'majority', decision);
      for (const { way, places } of variant.spellings) {
        if (way === standing.way) continue;
        for (const place of places) {
          if (decision && standing.way < 0 && !isReplaced(slice(story.prose, place), decision.form)) continue;
          const isName = CAPITAL.test(story.prose.charAt(place.start));
          const somebody = isName ? somebodyAt(story, place, true) : 'no';
          // "Gray, 25, died" of gray weather
          if (somebody === 'yes') continue;
          const isSure = somebody === 'no' && !(isName && isInLongerName(story, place, undefined));
          yield finding(story, place, standing, decision, isSure);
        }
      }
    }
  },
});

const CAPITAL = /\p{Lu}/u;

function finding(
  story: Story,
  place: TermPlace,
  { way, text: form, places }: TermSpelling,
  decision: TermDecision | undefined,
  sure: boolean,
): Finding {
  const written = slice(story.prose, place);
  const text = inCaseOf(place.ways[way] ?? form, written, place.initial);
  const [other] = places;
  return {
    start: place.start,
    end: place.end,
    message: decision
      ? `“${written}” is also written otherwise here. Write “${text}”: ${authority(decision.form)}.`
      : `“${written}” here, “${form}” elsewhere in the story. Write it one way throughout.`,
    related: other ? [{ start: other.start, end: other.end, message: 'The other form.' }] : [],
    fixes: fixesPutting(story, place, [text], decision && sure ? 'auto' : 'ask') ?? [],
  };
}

interface TermDecision {
  readonly way: number;
  readonly form: PreferredForm;
}

/** The way that the house glossary has for the term, in whatever capitals; -1 where it has another word for it. */
function decisionFor({ spellings }: TermVariant, { glossary }: House): TermDecision | undefined {
  const rows = spellings.flatMap((s) => s.places.map((p) => p.ways));
  for (const form of [...glossary].reverse()) {
    if (form.basis === 'suggested') continue;
    const prefer = form.prefer.toLowerCase();
    const row = rows.find((ways) => ways.some((way) => way.toLowerCase() === prefer));
    if (row) return { way: row.findIndex((way) => way.toLowerCase() === prefer), form };
    if (rows.some((ways) => ways.some((way) => isReplaced(way, form)))) return { way: -1, form };
  }
  return undefined;
}

const isReplaced = (text: string, { instead }: PreferredForm): boolean =>
  instead.some((one) => one.toLowerCase() === text.toLowerCase());

function standingSpelling(
  { spellings }: TermVariant,
  order: 'first' | 'majority',
  decision: TermDecision | undefined,
): TermSpelling {
  if (decision) {
    const { way } = decision;
    return spellings.find((s) => s.way === way) ?? { way, text: decision.form.prefer, places: [] };
  }
  // "pro-Russian", however often it is written otherwise: a name inside a word keeps its capital
  const named = spellings.find(({ text }) => holdsName(text));
  if (named) return named;
  const first = ({ places }: TermSpelling): number => places[0]?.start ?? 0;
  const ranked = [...spellings].sort(
    (a, b) => (order === 'majority' ? b.places.length - a.places.length : 0) || first(a) - first(b),
  );
  return ranked[0] as TermSpelling;
}
