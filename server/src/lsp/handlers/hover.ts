// Hover on a finding: why the desk asks, in the words of the rule's manual.
import type { Hover, HoverParams, Position, Range } from 'vscode-languageserver';
import { isRead, type Session } from '../session';
import { manual } from './manual';

export async function hover(session: Session, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const draft = session.drafts.get(textDocument.uri);
  if (!draft) return null;
  const { items, reading } = await session.shown(draft);
  const here = items.filter(({ range, code }) => code !== undefined && holds(range, position));
  const first = here[0];
  if (!first || !isRead(reading)) return null;
  const rules = [...new Set(here.map(({ code }) => String(code)))];
  const why = await Promise.all(rules.map(async (rule) => reason((await manual({ rule }))?.markdown)));
  const value = why.filter(Boolean).join('\n\n---\n\n');
  return value ? { range: first.range, contents: { kind: 'markdown', value } } : null;
}

/** The manual up to its second section: what it asks and why. Examples and exceptions stay on the page itself. */
function reason(markdown: string | undefined): string {
  if (!markdown) return '';
  const [title, ...sections] = markdown.split(/^## /m);
  const name = /^# (.*)$/m.exec(title as string)?.[1] ?? '';
  const body = (sections[0] ?? '').replace(/^.*\n/, '').trim();
  return `**${name}**\n\n${body}`;
}

const holds = ({ start, end }: Range, at: Position): boolean => !before(at, start) && !before(end, at);

const before = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
