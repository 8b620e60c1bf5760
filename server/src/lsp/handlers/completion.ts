// Completion of names: those already in the story and the house's own forms, so that a name is spelled the second time as the first.
import { type CompletionItem, CompletionItemKind, type CompletionParams } from 'vscode-languageserver';
import { entitiesOf } from '../../analysis/names/entities';
import { namesRecord } from '../../report/names';
import { lineIndex } from '../../text/line-index';
import { toFile } from '../../text/source-map';
import { toOffset, toRange } from '../convert';
import type { Reading } from '../reading';
import { isRead, type Session } from '../session';

/** Letters typed before anything is offered: one capital begins every sentence. */
const FEWEST = 2;

export async function completion(
  session: Session,
  { textDocument, position }: CompletionParams,
): Promise<CompletionItem[]> {
  const draft = session.drafts.get(textDocument.uri);
  const reading = draft && (await session.reading(draft));
  if (!reading || !isRead(reading)) return [];
  const lines = lineIndex(reading.text);
  const at = toOffset(lines, position, reading.text);
  const typed = wordBefore(reading.text, at);
  if (typed.length < FEWEST || !/^\p{Lu}/u.test(typed)) return [];
  const range = toRange(lines, { start: at - typed.length, end: at });
  return [...formsIn(reading, at)]
    .filter(([form]) => form !== typed && form.split(/[\s-]/).some((word) => word.startsWith(typed)))
    .map(([form, detail]) => ({
      label: form,
      detail,
      kind: CompletionItemKind.Reference,
      textEdit: { range, newText: form },
    }));
}

/** Longest word looked back for, in UTF-16 units. */
const LONGEST = 60;

function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < LONGEST && /[\p{L}\p{M}'’-]/u.test(text[start - 1] as string)) start--;
  return text.slice(start, at);
}

/** Each form with what it is. A mention under the cursor is what is being typed, and no form to offer. */
function formsIn({ story, resolved: { settings } }: Reading, at: number): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const preferred = namesRecord(story, settings.house).entities;
  for (const [i, { mentions, type }] of entitiesOf(story).entries()) {
    const others = mentions.filter((mention) => {
      const { start, end } = toFile(story.map, mention);
      return at < start || end < at;
    });
    if (!others.length) continue;
    const form = preferred[i]?.preferred;
    if (form) forms.set(form, `${type} in this story`);
    for (const { text, tie } of others) if (tie === 'short form') forms.set(text, `${form}, ${type} in this story`);
  }
  for (const { prefer, basis } of settings.house.glossary) if (basis !== 'suggested') forms.set(prefer, 'house form');
  return forms;
}
