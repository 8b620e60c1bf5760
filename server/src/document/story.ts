// The story: a draft with its parts. Offsets in `blocks` are into `prose`; `map` leads from there to the file.
import type { SourceMap } from '../text/source-map';
import { firstWhere, indexAt, type Span } from '../text/span';
import type { Format } from './draft';
import type { HiddenCharacter } from './hidden';
import type { Markup } from './markup';
import { perStory } from './memo';
import type { Paragraph } from './paragraph';
import { isCopy, isShown, type PartData, type Role } from './role';

export const genres = ['story', 'headlines', 'caption', 'letter', 'opinion', 'transcript', 'press-release'] as const;
export type Genre = (typeof genres)[number];

/** Something that could not be read. Never thrown: the rest is still a story. */
export interface Problem {
  readonly code: string;
  /** A sentence: what is wrong, where, and what to do. */
  readonly message: string;
  /** From 1, in the file. */
  readonly line?: number;
  readonly column?: number;
  /** Said for the writer to know, and no more: all was read, in a way that the sentence tells, and no run fails of it. */
  readonly severity?: 'note';
  /** Where in the program a rule threw, a line a call, files without their folders: for whoever mends it. */
  readonly stack?: string;
}

/** What is said for the writer to know, apart from what could not be read. */
export const isNote = ({ severity }: Pick<Problem, 'severity'>): boolean => severity === 'note';

/** One part. A line may hold several: a dateline and the paragraph it opens are two blocks. */
export interface Block extends Span {
  readonly role: Role;
  /** Its text's facts; offsets in there are relative to `start`. */
  readonly facts: Paragraph;
  /** Index of the layout paragraph it stands in: blocks that share it share a line or wrapped paragraph. */
  readonly line: number;
  /** What the part itself says: a dateline's place and day, a sign-off's agency. */
  readonly data?: PartData;
}

/** How a plain text is laid out. */
export type Layout = 'line-a-paragraph' | 'blank-lines' | 'wrapped';

/** Whether words of that part are read for how they are spelled. A table of a plain text is set by its columns; what it holds, nobody can say. */
export const isReadIn = ({ markup }: Pick<Story, 'markup'>, role: Role): boolean =>
  markup ? isShown(role) : isCopy(role);

export interface Story {
  readonly format: Format;
  readonly prose: string;
  readonly map: SourceMap;
  /** What the file is made of beside prose, in a format that has markup. */
  readonly markup?: Markup;
  /** In order, apart from one another. What stands between them is white space. */
  readonly blocks: readonly Block[];
  readonly genre: Genre;
  /** Of a file with several stories: where each begins, and what it says of itself. The first begins with the first block. */
  readonly sections?: readonly Section[];
  /** The day the draft is written for, ISO `2016-12-07`: given, or read in front matter or a full dateline. */
  readonly date?: string;
  readonly layout: Layout;
  /** Spans of the prose where comments in the draft turn rules off, with the rules (empty: all). */
  readonly cleared: readonly Clearing[];
  /** Lines that a program may read, though they may be copy: nobody changes them unseen. In order; offsets into the prose. */
  readonly doubtful: readonly Span[];
  readonly problems: readonly Problem[];
  /** What stands in the file and nobody sees. In order; offsets into the file. */
  readonly hidden: readonly HiddenCharacter[];
}

/** One of several stories in a file. */
export interface Section {
  /** Index of its first block. */
  readonly from: number;
  readonly genre: Genre;
  readonly date?: string;
}

/** One story with its own day and kind. Offsets stay those of the file's prose. */
export interface OneStory extends Pick<Story, 'blocks' | 'genre' | 'date'> {
  /** Index of its first block among all. */
  readonly from: number;
}

/** The stories of a file, each by itself; of most files it is one. */
export const storiesOf = perStory(({ blocks, genre, date, sections }: Story): readonly OneStory[] =>
  sections
    ? sections.map((one, i) => ({ ...one, blocks: blocks.slice(one.from, sections[i + 1]?.from) }))
    : [{ from: 0, blocks, genre, ...(date !== undefined && { date }) }],
);

/** From its first block to behind its last. */
export const extentOf = ({ blocks }: OneStory): Span => ({
  start: blocks[0]?.start ?? 0,
  end: blocks.at(-1)?.end ?? 0,
});

/** A fact of each of them by itself, in one list. */
export const perEachStory = <T>(fold: (story: OneStory) => readonly T[]): ((story: Story) => readonly T[]) =>
  perStory((story: Story): readonly T[] => {
    const [first, ...more] = storiesOf(story);
    return first && !more.length ? fold(first) : storiesOf(story).flatMap(fold);
  });

/** The story in which a block stands, by the block’s index. */
export function storyAt(story: Story, block: number): OneStory {
  const all = storiesOf(story);
  return (all[firstWhere(all, ({ from }) => from > block) - 1] ?? all[0]) as OneStory;
}

/** What kind of copy a block is part of: in a file with several stories each has its own. */
export const genreAt = (story: Story, block: number): Genre => storyAt(story, block).genre;

/** A comment in the draft says that a rule's findings in this span are fine. */
export interface Clearing extends Span {
  readonly rules: readonly string[];
  /** The comment's own, from 1 in the file. */
  readonly line: number;
  /** No other comment ends it: the draft's end does. */
  readonly unended?: true;
}

/** A sentence where it stands in its story. Offsets into the prose. */
export interface StorySentence extends Span {
  readonly block: number;
  /** Index into the block's own sentences. */
  readonly sentence: number;
}

/** Every sentence of the story, in order: the index that attributions, carry and the records count by. */
export const sentencesOf = perStory(({ blocks }: Story): readonly StorySentence[] => {
  const sentences: StorySentence[] = [];
  for (const [block, { start, facts }] of blocks.entries())
    for (const [sentence, s] of facts.sentences.entries())
      sentences.push({ start: start + s.start, end: start + s.end, block, sentence });
  return sentences;
});

/** True where a sentence begins at the offset, opening marks passed over. */
export function opensSentence({ blocks, prose }: Story, offset: number): boolean {
  const block = blocks[indexAt(blocks, offset)];
  if (!block) return true;
  return block.facts.sentences.some(({ start }) => {
    const from = block.start + start;
    return from <= offset && offset - from < MOST_MARKS && !isWord.test(prose.slice(from, offset));
  });
}

const MOST_MARKS = 4;
const isWord = /[\p{L}\p{N}]/u;
