// What a web page left in the copy: the label of a control, an invisible character, an entity never decoded.
import { type StrayCharacter, strayCharacters } from '../../analysis/characters';
import { removal } from '../../analysis/furniture';
import { isCopy } from '../../document/role';
import type { Block } from '../../document/story';
import type { TextEdit } from '../../text/edit';
import { type Finding, storyRule } from '../rule';

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
      } else if (isCopy(block.role)) yield* strays(block);
    }
  },
});

/** Each by itself; no-break spaces, of which a pasted paragraph has many and which nobody sees, in one finding. */
function* strays({ start: base, facts }: Block): Iterable<Finding> {
  const all = strayCharacters(facts).map((stray) => ({ ...stray, start: base + stray.start, end: base + stray.end }));
  const spaces = all.filter(({ kind }) => kind === 'no-break-space');
  for (const stray of all) {
    if (stray.kind === 'no-break-space' && stray !== spaces[0]) continue;
    const together = stray === spaces[0] ? spaces : [stray];
    const { start, end, what, becomes } = stray;
    yield {
      start,
      end,
      message: `${what} came along when this was pasted${together.length > 1 ? `, ${together.length} of them in this paragraph` : ''}. Readers’ systems may show it as something else: put in what was meant.`,
      fixes:
        becomes === undefined ? [] : [{ title: 'Put in what was meant', apply: 'auto', edits: together.map(edit) }],
    };
  }
}

const edit = ({ start, end, becomes = '' }: StrayCharacter): TextEdit => ({ start, end, text: becomes });
