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
import { isOverwhelming, mayGoTogether, otherWay } from '../other-way';
import { authority } from '../preferred';
import { type Finding, type Fix, storyRule } from '../rule';

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
      const isOpen = !decision && !isRanked(variant, standing);
      for (const odd of variant.spellings) {
        const { way, places } = odd;
        if (way === standing.way) continue;
        let others: readonly Fix[] | undefined;
        for (const place of places) {
          if (decision && standing.way < 0 && !isReplaced(slice(story.prose, place), decision.form)) continue;
          const isName = isNameAt(story, place);
          const somebody = isName ? somebodyAt(story, place, true) : 'no';
          // "Gray, 25, died" of gray weather
          if (somebody === 'yes') continue;
          const isSure = somebody === 'no' && !(isName && isInLongerName(story, place, undefined));
          const found = finding(story, place, standing, decision, isSure);
          if (isOpen && found.fixes?.length) others ??= otherWayOf(story, variant, odd);
          yield others?.length ? { ...found, fixes: [...(found.fixes ?? []), ...others] } : found;
        }
      }
    }
  },
});

/** One form stands for all: a name in it keeps its capital, or it stands so often that the other is the slip. */
const isRanked = ({ spellings }: TermVariant, standing: TermSpelling): boolean =>
  holdsName(standing.text) ||
  isOverwhelming(
    standing.places.length,
    spellings.filter((one) => one !== standing).map(({ places }) => places.length),
  );

/** The odd form in the place of every other; none where one of those would stay. */
function otherWayOf(story: Story, { spellings }: TermVariant, odd: TermSpelling): readonly Fix[] {
  const all = spellings.flatMap((one) => (one === odd ? [] : one.places));
  if (!mayGoTogether(all.length)) return [];
  const places = all.filter((place) => !isNameAt(story, place) || somebodyAt(story, place, true) !== 'yes');
  const fixes = places.map((place) => fixesPutting(story, place, [formAt(story, place, odd)], 'ask') ?? []);
  return fixes.every(({ length }) => length === 1)
    ? otherWay(
        odd.text,
        fixes.flatMap(([fix]) => fix?.edits ?? []),
      )
    : [];
}

/** The form as it is written in that place. */
const formAt = (story: Story, place: TermPlace, { way, text }: TermSpelling): string =>
  inCaseOf(place.ways[way] ?? text, slice(story.prose, place), place.initial);

const isNameAt = ({ prose }: Story, { start }: TermPlace): boolean => CAPITAL.test(prose.charAt(start));
const CAPITAL = /\p{Lu}/u;

function finding(
  story: Story,
  place: TermPlace,
  standing: TermSpelling,
  decision: TermDecision | undefined,
  sure: boolean,
): Finding {
  const { text: form, places } = standing;
  const written = slice(story.prose, place);
  const text = formAt(story, place, standing);
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
