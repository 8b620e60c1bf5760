// Two near spellings that may be one name: the desk asks.
import { boolean, picklist } from 'valibot';
import { headlineNames } from '../../analysis/names/headline-names';
import { option } from '../option';
import { storyRule } from '../rule';
import { spellingFindings } from '../spellings';

export const rule = storyRule({
  id: 'inconsistent-name',
  summary: 'Two near spellings may be one name, or the headline names somebody otherwise than the story.',
  category: 'names',
  kind: 'query',
  inserts: ['story', 'house'],
  severity: 'information',
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
