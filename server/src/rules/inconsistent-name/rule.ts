// Two near spellings that may be one name: the desk asks.
import { boolean, picklist } from 'valibot';
import { headlineNames } from '../../analysis/names/headline-names';
import { type Turned, turnedNames } from '../../analysis/names/turned';
import { option } from '../option';
import { isOverwhelming, otherWay } from '../other-way';
import { type Fix, storyRule } from '../rule';
import { spellingFindings } from '../spellings';

export const rule = storyRule({
  id: 'inconsistent-name',
  summary:
    'Two near spellings may be one name, one name stands in two orders, or the headline names somebody otherwise than the story.',
  category: 'names',
  kind: 'query',
  inserts: ['story', 'house'],
  severity: 'information',
  about: 'spelling',
  confirms: 'names',
  clearedAs: 'two-names',
  options: {
    winner: option(
      picklist(['first-full-mention', 'first', 'majority']),
      'first-full-mention',
      'Which spelling is offered where neither glossary nor preset decides.',
    ),
    suggested: option(boolean(), false, 'Heed forms of a preset that are only suggested, neither read nor counted.'),
  },
  *check(story, options, house) {
    yield* spellingFindings(story, options, house, false);
    for (const turned of turnedNames(story)) {
      const { at, first } = turned;
      yield {
        start: at.start,
        end: at.end,
        message: `“${at.text}” here, “${first.text}” ${at.start > first.start ? 'above' : 'below'}: if they are one, keep to one order, so that readers know which word is the family’s.`,
        fixes: [
          {
            title: `Change to “${first.text}”`,
            apply: 'ask',
            edits: [{ start: at.start, end: at.end, text: first.text }],
          },
          ...turnedOtherwise(turned),
        ],
        related: [{ start: first.start, end: first.end, message: `It is “${first.text}” here` }],
      };
    }
    for (const { headline, story: told } of headlineNames(story)) {
      const [one, other] = [headline, told].map(({ start, end }) => story.prose.slice(start, end));
      yield {
        ...headline,
        message: `The headline has “${one}” and the story “${other}”. If they are one, check which is right.`,
        related: [{ ...told, message: `It is “${other}” here` }],
      };
    }
  },
});

/** Which word is the family's nobody but the writer knows: the first order may be the wrong one. */
function turnedOtherwise({ at, ordered, turned }: Turned): readonly Fix[] {
  const places = ordered.filter(({ quoted }) => !quoted);
  if (at.quoted || isOverwhelming(ordered.length, [turned.length])) return [];
  return otherWay(
    at.text,
    places.map(({ start, end }) => ({ start, end, text: at.text })),
  );
}
