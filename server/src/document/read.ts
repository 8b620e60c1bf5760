// Reading a draft: format → chunks → roles → paragraph facts. The one way from text to story.
import { withoutConflicts } from './conflict';
import type { Draft, Parsed, Says } from './draft';
import { parsePlainText } from './formats/plain-text';
import { hiddenIn } from './hidden';
import { createMemory, type Memory } from './memory';
import type { Paragraph } from './paragraph';
import { isProse } from './role';
import { readParagraph } from './segment/paragraph';
import type { Block, Problem, Section, Story } from './story';
import { assignRoles } from './structure/roles';
import { isTranscript } from './structure/transcript';
import { lineIndex, positionAt } from '../text/line-index';
import { type SourceMap, toFile, toProse } from '../text/source-map';
import { ownCopy, type Span, trim } from '../text/span';

/** Parses a format that is loaded only when a draft needs it; see `formats/markdown.ts`. */
export type Parser = (draft: Draft) => Parsed;

/**
 * Reads a draft into a story. Never throws, on any string.
 * @param memory facts from earlier readings of the same draft; pass the same one to re-read only what changed.
 * @param parser for formats other than plain text.
 */
export function readStory(draft: Draft, memory: Memory = createMemory(), parser: Parser = parsePlainText): Story {
  const settled = withoutConflicts(draft.text);
  const parsed = parser(settled.text === draft.text ? draft : { ...draft, text: settled.text });
  const { words } = draft;
  memory.turn(words);
  const blocks: Block[] = [];
  const unread: number[] = [];
  const starts: number[] = [];
  let before: Paragraph | undefined;
  for (const { role, start, end, line, data, opens } of assignRoles(parsed, words)) {
    if (opens) starts.push(blocks.length);
    const said = languageSaid(parsed.chunks[line]?.language ?? parsed.language);
    const isCopy = end - start <= LONGEST_PARAGRAPH;
    if (!isCopy) unread.push(start);
    const text = isCopy ? parsed.prose.slice(start, end) : '';
    const running = isProse(role) && (before?.leavesOpen ?? false);
    const facts = memory.recall(`${role}\0${running ? 1 : 0}${said ?? ''}\0${text}`, () =>
      saidToBe(said, readParagraph(ownCopy(text), role, running, words)),
    );
    blocks.push(data ? { role, start, end, line, facts, data } : { role, start, end, line, facts });
    // a quotation runs on from paragraph to paragraph, over whatever stands between them
    if (isProse(role)) before = facts;
  }
  const { prose, map, layout, cleared, markup } = parsed;
  const date = draft.date ?? parsed.date ?? ownDate(blocks);
  const genre = draft.genre ?? parsed.genre ?? (isTranscript(prose) ? 'transcript' : 'story');
  const story = {
    format: draft.format,
    prose,
    map,
    blocks,
    layout,
    cleared,
    doubtful: inProse(map, prose, parsed.doubtful),
    ...(markup && { markup }),
    problems: [...settled.problems, ...parsed.problems, ...tooLong(draft.text, map, unread)],
    genre,
    ...(starts.length && { sections: sectionsAt([0, ...starts], blocks, draft, parsed) }),
    hidden: hiddenIn(draft.text, draft.format, map, parsed.unread),
  } as const;
  return date === undefined ? story : { ...story, date };
}

/** Each of several stories, with what it says of itself; what the file says of all holds where it says nothing of each. */
function sectionsAt(starts: readonly number[], blocks: readonly Block[], draft: Draft, parsed: Parsed): Section[] {
  const each = parsed.chunks.some(({ says }) => says);
  return starts.map((from, i) => {
    const own = blocks.slice(from, starts[i + 1]);
    const said: Says | undefined = each ? parsed.chunks[own[0]?.line ?? -1]?.says : parsed;
    const [first, last] = [own[0]?.start ?? 0, own.at(-1)?.end ?? 0];
    const date = draft.date ?? said?.date ?? ownDate(own);
    const kind = isTranscript(parsed.prose.slice(first, last)) ? 'transcript' : 'story';
    return { from, genre: draft.genre ?? said?.genre ?? kind, ...(date !== undefined && { date }) };
  });
}

/** The language that a file says its copy is in, where that is not English: a primary tag, "de" for "de-CH". */
function languageSaid(tag: string | undefined): string | undefined {
  const primary = /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? '')?.[1]?.toLowerCase();
  return primary === undefined || ['en', 'eng', 'und', 'mul', 'zxx', 'mis'].includes(primary) ? undefined : primary;
}

/** Words that are enough to tell their language are believed before a field that says another. */
const saidToBe = (language: string | undefined, facts: Paragraph): Paragraph =>
  language !== undefined && facts.language === 'und' ? { ...facts, language } : facts;

/**
 * Longest paragraph that is read, in UTF-16 units: a whole report on one line is shorter. What is longer was pasted by mistake or is
 * no copy at all; its place is kept and nothing is said of it.
 */
const LONGEST_PARAGRAPH = 200_000;

function tooLong(text: string, map: SourceMap, starts: readonly number[]): Problem[] {
  if (!starts.length) return [];
  const lines = lineIndex(text);
  return starts.map((start) => {
    const { line } = positionAt(lines, toFile(map, { start, end: start + 1 }).start);
    const message = `The paragraph on line ${line} is longer than ${LONGEST_PARAGRAPH / 1000},000 characters, so it was not read. Break it into its paragraphs, or take it out.`;
    return { code: 'too-long-paragraph', message, line };
  });
}

/** Lines of the file as spans of the prose; those of which nothing is read are left out. */
const inProse = (map: SourceMap, prose: string, lines: readonly Span[]): Span[] =>
  lines
    // behind a line's last character the next that is mapped is another line's
    .map(({ start, end }) => trim(prose, { start: toProse(map, start), end: toProse(map, end) }))
    .filter(({ start, end }) => end > start);

/** The day that the story itself gives: in a full dateline first, in a credit line else. */
const ownDate = (blocks: readonly Block[]): string | undefined =>
  (['dateline', 'credit'] as const)
    .map((role) => blocks.find((block) => block.role === role && block.data?.date !== undefined)?.data?.date)
    .find((date) => date !== undefined);
