// What a press release has around its text is for newsrooms, not for readers.
import { removal } from '../../analysis/furniture';
import { type Block, genreAt, type Story } from '../../document/story';
import { type Finding, storyRule } from '../rule';

export const rule = storyRule({
  id: 'press-release',
  summary:
    'The furniture of a press release stands in the copy: its release line, its contacts, what a company says of itself.',
  category: 'furniture',
  kind: 'fix',
  inserts: [],
  severity: 'warning',
  language: 'any',
  options: {},
  *check(story) {
    for (const part of partsOf(story)) yield findingFor(story, part);
  },
});

/** A release line; or a heading with what stands behind it as far as the next. */
type ReleasePart = readonly [Block, ...Block[]];

function* partsOf(story: Story): Iterable<ReleasePart> {
  let part: [Block, ...Block[]] | undefined;
  for (const [i, block] of story.blocks.entries()) {
    // there it is part of the page
    if (genreAt(story, i) === 'press-release') continue;
    if (block.role === 'contact') {
      if (part && block.data === undefined) part.push(block);
      else {
        if (part) yield part;
        part = [block];
      }
    } else if (block.role === 'advisory' && block.data?.kind === 'release') yield [block];
  }
  if (part) yield part;
}

function findingFor(story: Story, part: ReleasePart): Finding {
  const [heading, ...below] = part;
  const what = `“${heading.facts.text}”`;
  return {
    start: heading.start,
    end: heading.end,
    message: below.length
      ? `${what} and what stands below it look like a press release’s, for newsrooms and not for readers. Take them out, or set the genre to press-release.`
      : `${what} looks like a press release’s, for newsrooms and not for readers. Take it out, or set the genre to press-release.`,
    fixes: [
      {
        title: below.length
          ? `Remove this and the ${below.length === 1 ? 'paragraph' : `${below.length} paragraphs`} below`
          : 'Remove the line',
        apply: 'ask',
        edits: part.map((block) => removal(story, block)),
      },
    ],
  };
}
