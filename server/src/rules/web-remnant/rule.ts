// What a web page left in the copy: the label of a control, an invisible character, an entity never decoded.
import { strayCharacters } from '../../analysis/characters';
import { removal } from '../../analysis/furniture';
import { isCopy } from '../../document/role';
import { storyRule } from '../rule';

export const rule = storyRule({
  id: 'web-remnant',
  summary: 'A web page’s control or a stray character was pasted with the copy.',
  category: 'furniture',
  kind: 'fix',
  severity: 'error',
  language: 'any',
  options: {},
  *check(story) {
    for (const block of story.blocks) {
      if (block.role === 'remnant') {
        yield {
          start: block.start,
          end: block.end,
          message: `“${block.facts.text}” is part of a web page, not of the story. Take it out before this runs.`,
          fixes: [{ title: 'Remove the web page’s remnant', apply: 'auto', edits: [removal(story, block)] }],
        };
      } else if (isCopy(block.role)) {
        for (const { start, end, becomes, what } of strayCharacters(block.facts)) {
          const at = { start: block.start + start, end: block.start + end };
          yield {
            ...at,
            message: `${what} came along when this was pasted. Readers’ systems may show it as something else: put in what was meant.`,
            fixes:
              becomes === undefined
                ? []
                : [{ title: 'Put in what was meant', apply: 'auto', edits: [{ ...at, text: becomes }] }],
          };
        }
      }
    }
  },
});
