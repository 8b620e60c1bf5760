// A common word written in two ways: ceasefire and cease-fire. Each may be right in some house; one story keeps to one.
import { picklist } from 'valibot';
import { type TermSpelling, type TermVariant, termVariants } from '../../analysis/usage/terms';
import { inCaseOf } from '../../analysis/usage/phrases';
import { slice } from '../../text/span';
import type { House } from '../house';
import { option } from '../option';
import { authority, type Decision } from '../preferred';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'inconsistent-term',
  summary: 'A word is written in more than one way.',
  category: 'style',
  kind: 'fix',
  severity: 'warning',
  options: {
    winner: option(picklist(['first', 'majority']), 'first', 'Which form stands where the glossary does not decide.'),
  },
  *check(story, { winner }, house) {
    for (const variant of termVariants(story)) {
      const decision = decisionFor(variant, house);
      const standing = standingSpelling(variant, winner as 'first' | 'majority', decision);
      for (const spelling of variant.spellings) {
        if (spelling === standing) continue;
        for (const place of spelling.places) {
          const written = slice(story.prose, place);
          const text = inCaseOf(decision?.text ?? standing.text, written, place.initial);
          const [other] = standing.places;
          yield {
            start: place.start,
            end: place.end,
            message: decision
              ? `"${written}" is also written otherwise here. Write "${decision.text}": ${authority(decision.form)}.`
              : `"${written}" here, "${standing.text}" elsewhere in the story. Write it one way throughout.`,
            related: other ? [{ start: other.start, end: other.end, message: 'The other form.' }] : [],
            fixes: [{ title: `Change to "${text}"`, apply: decision ? 'auto' : 'ask', edits: [{ ...place, text }] }],
          };
        }
      }
    }
  },
});

/** What the house glossary writes for the term. */
function decisionFor({ spellings }: TermVariant, { glossary }: House): Decision | undefined {
  const forms = new Set(spellings.map((s) => s.text));
  const form = glossary.findLast(
    (f) => f.basis !== 'suggested' && (forms.has(f.prefer) || f.instead.some((i) => forms.has(i))),
  );
  return form && { text: form.prefer, form };
}

function standingSpelling(
  { spellings }: TermVariant,
  order: 'first' | 'majority',
  decision: Decision | undefined,
): TermSpelling {
  const own = decision && spellings.find((s) => s.text === decision.text);
  if (own) return own;
  if (decision) return { text: decision.text, places: [] };
  const first = ({ places }: TermSpelling): number => places[0]?.start ?? 0;
  const ranked = [...spellings].sort(
    (a, b) => (order === 'majority' ? b.places.length - a.places.length : 0) || first(a) - first(b),
  );
  return ranked[0] as TermSpelling;
}
