// Clearing a finding in the draft itself: a comment above its paragraph says that the rule's findings there are fine. It travels
// with the copy, where a clearance in the desk's file does not.
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Format } from '../../document/draft';
import type { Story } from '../../document/story';
import { toFile, toProse } from '../../text/source-map';
import type { TextEdit } from '../../text/edit';
import { formatOfLanguage } from '../../document/formats/table';
import type { OpenDraft } from '../open-drafts';
import type { Reading } from '../reading';
import type { Here } from './code-actions';
import { t } from '../words';

/** @param edit makes text edits a change of the draft. */
export function clearHere(
  { languageId }: OpenDraft,
  { story, text }: Reading,
  here: readonly Here[],
  edit: (edits: readonly TextEdit[]) => CodeAction['edit'],
): CodeAction[] {
  const format = formatOfLanguage(languageId);
  const paragraph = format && opening[format];
  if (!paragraph) return [];
  const offered = new Set<string>();
  return here.flatMap(({ finding: { rule, start }, shown }): CodeAction[] => {
    const at = placeFor(story, text, start, paragraph);
    if (at === undefined || offered.has(`${rule} ${at}`)) return [];
    offered.add(`${rule} ${at}`);
    const comment = `<!-- copydesk-ignore-next ${rule} -->${text.includes('\r\n') ? '\r\n' : '\n'}`;
    return [
      {
        title: t('Clear {0} here with a comment', rule),
        kind: CodeActionKind.QuickFix,
        diagnostics: [shown],
        edit: edit([{ start: at, end: at, text: comment }]),
      },
    ];
  });
}

/**
 * What may stand before a paragraph's first word on its line, where a comment on a line above is no part of anything else: in
 * Markdown no item, quotation, table or front matter. In plain text a comment would be copy to every other reader.
 */
const opening: Readonly<Partial<Record<Format, RegExp>>> = {
  'wire-copy': /^[ \t]*$/,
  markdown: /^ {0,3}(?:#{1,6}[ \t]+)?[*_~[]*$/,
};

/** Lines that a Markdown comment may follow without cutting a paragraph in two; copy in lines needs no care. */
const apart = /^(?:[ \t]*|#{1,6}[ \t].*|<!--.*-->[ \t]*)$/;

/** Offset of the line that the finding's paragraph begins on; nothing where no comment can stand above it. */
function placeFor({ blocks, map }: Story, text: string, start: number, paragraph: RegExp): number | undefined {
  const at = toProse(map, start);
  const block = blocks.findLast((one) => one.start <= at);
  const first = block && blocks.find(({ line }) => line === block.line);
  if (!first) return undefined;
  const words = toFile(map, first).start;
  const line = lineStart(text, words);
  if (!paragraph.test(text.slice(line, words))) return undefined;
  const before = line > 0 ? text.slice(lineStart(text, line - 1), line).trimEnd() : '';
  return paragraph === opening.markdown && !apart.test(before) ? undefined : line;
}

const lineStart = (text: string, at: number): number => (at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0);
