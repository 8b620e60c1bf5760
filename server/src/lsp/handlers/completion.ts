// Completion of names: those already in the story and the house's own forms, so that a name is spelled the second time as the first.
import { type CompletionItem, CompletionItemKind, type CompletionParams } from 'vscode-languageserver';
import { entitiesOf } from '../../analysis/names/entities';
import { inUnitsOf } from '../../engine/as-typed';
import { namesRecord } from '../../records/names';
import { lineIndex } from '../../text/line-index';
import { toFile } from '../../text/source-map';
import { toOffset, toRange } from '../convert';
import type { Reading } from '../reading';
import { isRead, type Session } from '../session';
import { t } from '../words';

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
  return [...formsIn(reading, at)].flatMap(([form, { detail, spellings }]): CompletionItem[] => {
    const sought = [form, ...spellings].find((text) => text !== typed && begins(text, typed));
    if (sought === undefined || form === typed) return [];
    // a client compares unit by unit: it is given what it is to find in the form that is being typed
    const filterText = isComposed(typed) ? sought.normalize('NFC') : sought.normalize('NFD');
    return [
      {
        label: form,
        detail,
        kind: CompletionItemKind.Reference,
        ...(filterText !== form && { filterText }),
        textEdit: { range, newText: form },
      },
    ];
  });
}

/** Any word of the name may be typed first. */
const begins = (name: string, typed: string): boolean =>
  name
    .normalize('NFC')
    .split(/[\s-]/)
    .some((word) => word.startsWith(typed.normalize('NFC')));

const isComposed = (text: string): boolean => text === text.normalize('NFC');

/** Longest word looked back for, in UTF-16 units. */
const LONGEST = 60;

function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < LONGEST && /[\p{L}\p{M}'’-]/u.test(text[start - 1] as string)) start--;
  return text.slice(start, at);
}

interface Form {
  readonly detail: string;
  /** What it stands for: who types one of these is offered the form. */
  readonly spellings: readonly string[];
}

/** By form. A mention under the cursor is what is being typed, and no form to offer. */
function formsIn({ story, text, resolved: { settings } }: Reading, at: number): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>();
  const typed = inUnitsOf(story, text, settings.house.typed);
  const preferred = namesRecord(story, settings.house).entities;
  for (const [i, { mentions, type }] of entitiesOf(story).entries()) {
    const others = mentions.filter((mention) => {
      const { start, end } = toFile(story.map, mention);
      return at < start || end < at;
    });
    const chosen = preferred[i]?.preferred;
    if (!others.length || !chosen) continue;
    const form = typed(chosen);
    const full = others.filter((mention) => mention.full).map(({ text }) => text);
    forms.set(form, { detail: t('{0} in this story', type), spellings: full });
    const short = others.filter(({ tie, full }) => tie === 'short form' || (tie === 'name' && !full));
    for (const mention of short)
      forms.set(typed(mention.text), { detail: t('{0}, {1} in this story', form, type), spellings: [] });
  }
  for (const { prefer, instead, basis } of settings.house.glossary)
    if (basis !== 'suggested') forms.set(typed(prefer), { detail: t('house form'), spellings: instead });
  return forms;
}
