// One reading of a draft: text and settings in, record and protocol diagnostics out. The one way from a text to what is shown.
import type { Diagnostic as Shown } from 'vscode-languageserver-types';
import type { Draft, Format } from '../document/draft';
import { parserFor } from '../document/formats/parser';
import { createMemory, type Memory } from '../document/memory';
import { readStory } from '../document/read';
import type { Story } from '../document/story';
import { type LintRecord, toRecord } from '../engine/diagnostic';
import { lint } from '../engine/lint';
import { rules } from '../rules/index';
import { toShown } from './convert';
import type { Resolved } from './host';

export interface Reading {
  readonly uri: string;
  readonly text: string;
  readonly resolved: Resolved;
  readonly story: Story;
  readonly record: LintRecord;
  /** One for each diagnostic of the record, in order, then one for each problem. */
  readonly shown: readonly Shown[];
}

/** Never throws on any text. @param memory facts of earlier readings of the same draft. */
export async function readText(
  uri: string,
  format: Format,
  resolved: Resolved,
  text: () => string,
  memory: Memory = createMemory(),
): Promise<Reading> {
  const parser = await parserFor(format);
  // only now: while the parser was loaded the writer may have typed on
  const draft: Draft = { text: text(), format, date: resolved.date, genre: resolved.genre };
  const story = readStory(draft, memory, parser);
  const record = toRecord(lint(story, resolved.settings, rules), draft.text);
  return { uri, text: draft.text, resolved, story, record, shown: toShown(record, uri, draft.text) };
}
