// What a text is once somebody in it is renamed.
import * as assert from 'node:assert/strict';
import { calledAt } from '../../server/src/analysis/names/called';
import { readStory } from '../../server/src/document/read';
import { renamingEdits } from '../../server/src/lsp/spelled-anew';
import { applyEdits } from '../../server/src/text/edit';
import { lineIndex, positionAt } from '../../server/src/text/line-index';
import { toProse } from '../../server/src/text/source-map';

export interface Outcome {
  /** Quotations included, as where a person ticks them all. */
  readonly text: string;
  /** Mentions that stay, since nothing is certain of them. */
  readonly left: readonly string[];
  /** Why what was typed is no name. */
  readonly fault: string | undefined;
}

/** The text once the name at the first `chosen` is written `to`. */
export const renamedIn = (text: string, chosen: string, to: string): string => outcomeOf(text, chosen, to).text;

export function outcomeOf(text: string, chosen: string, to: string): Outcome {
  const story = readStory({ text, format: 'text' });
  const at = toProse(story.map, text.indexOf(chosen));
  const entity = calledAt(story, at);
  const mention = entity?.mentions.find(({ start, end }) => start <= at && at <= end);
  assert.ok(entity && mention, `a name stands at “${chosen}”`);
  const starts: number[] = [];
  const lines = lineIndex(text);
  for (let i = 0; i <= text.length; i++) starts[positionAt(lines, i).line] ??= i;
  const offset = ({ line, character }: { line: number; character: number }): number =>
    (starts[line + 1] as number) + character;
  const { edits, left, fault } = renamingEdits({ story, text }, entity, mention, to);
  const inFile = edits.map(({ edit: { range, newText } }) => ({
    start: offset(range.start),
    end: offset(range.end),
    text: newText,
  }));
  return { text: applyEdits(text, inFile), left, fault };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const nfd = (text: string): string => text.normalize('NFD');
