// The one way from a text to what is said of it: command line, server and library ask here, so they cannot disagree.
import type { Across } from '../analysis/names/across';
import type { Draft } from '../document/draft';
import type { Memory } from '../document/memory';
import { type Parser, readStory } from '../document/read';
import type { Story } from '../document/story';
import { rules } from '../rules/index';
import { type Clearance, withoutCleared } from './clearances';
import { type LintRecord, toRecord } from './diagnostic';
import { type Linted, lint } from './lint';
import { comparing, rulesFor, type Settings } from './settings';

/** How texts of one draft are read. */
export interface Reader extends Omit<Draft, 'text'> {
  /** For the draft's format: `parserFor(format)`. */
  readonly parser: Parser;
  /** Facts of earlier readings of the same draft. */
  readonly memory?: Memory | undefined;
}

/** What decides the answer beside the text. */
export interface Asked {
  readonly settings: Settings;
  /** What editors have found fine. */
  readonly cleared?: readonly Clearance[];
  /** What other drafts spell otherwise, where they are compared. */
  readonly across?: Across | undefined;
}

export interface Answer {
  readonly story: Story;
  /** Every finding, cleared or not. */
  readonly all: Linted;
  /** Those that nobody has cleared. */
  readonly left: Linted;
  /** The same, in offsets of the file. */
  readonly record: LintRecord;
}

/** Never throws, on any text. */
export const read = ({ parser, memory, ...draft }: Reader, text: string): Story =>
  readStory({ ...draft, text }, memory, parser);

/** Never throws, on any text. */
export const answer = (reader: Reader, text: string, asked: Asked): Answer =>
  answerFor(read(reader, text), text, asked);

/** The same for a story that was read already; `text` is what it was read from. */
export function answerFor(story: Story, text: string, { settings, cleared = [], across }: Asked): Answer {
  const all = lint(story, comparing(settings, across), rulesFor(settings, rules));
  const left = withoutCleared(all, cleared);
  return { story, all, left, record: toRecord(left, text) };
}
