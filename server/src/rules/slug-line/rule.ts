// A story's working name is for the desk's list, not for the page.
import * as v from 'valibot';
import { removal } from '../../analysis/furniture';
import { option } from '../option';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'slug-line',
  summary: 'A slug line, or an agency’s kicker before the headline, stands in the copy.',
  category: 'furniture',
  kind: 'fix',
  inserts: [],
  severity: 'warning',
  language: 'any',
  confirms: 'leftovers',
  options: {
    kickers: option(v.boolean(), false, 'Also marks an agency’s kicker before the headline, such as “Spotlight:”.'),
  },
  *check(story, { kickers }) {
    for (const block of story.blocks) {
      const isKicker = block.role === 'kicker';
      if (block.role !== 'slug' && !(kickers && isKicker)) continue;
      yield {
        start: block.start,
        end: block.end,
        message: isKicker
          ? `“${block.facts.text}” is an agency’s label before the headline. This house runs headlines without: take it out.`
          : 'A slug line, the story’s working name. It belongs to the desk’s list: take it out before this runs.',
        fixes: [
          {
            title: isKicker ? 'Remove the kicker' : 'Remove the slug line',
            apply: 'ask',
            edits: [removal(story, block)],
          },
        ],
      };
    }
  },
});
