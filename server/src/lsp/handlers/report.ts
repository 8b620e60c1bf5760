// The desk report of an open draft, as a page that a client can show.
import type { CancellationToken } from 'vscode-languageserver';
import { lineIndex } from '../../text/line-index';
import { toRange } from '../convert';
import type { Report, ReportParams } from '../protocol/views';
import { readingOf, type Session } from '../session';

export async function report(
  session: Session,
  { uri, command }: ReportParams,
  token: CancellationToken,
): Promise<Report | null> {
  const draft = session.drafts.get(uri);
  const reading = await readingOf(session, uri);
  if (!draft || !reading || token.isCancellationRequested) return null;
  const { story, text, record, resolved } = reading;
  const [{ deskRecord }, { deskSheet }] = await Promise.all([
    import('../../records/desk'),
    import('../../report/desk/page'),
  ]);
  const lines = lineIndex(text);
  const sheet = deskSheet(
    command === undefined
      ? undefined
      : (span) => `command:${command}?${encodeURIComponent(JSON.stringify([uri, toRange(lines, span)]))}`,
  );
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/^untitled:/, '');
  const page = sheet.page(deskRecord(story, resolved.settings.house, record, reading.judged), name, text);
  return { uri, version: draft.version, html: `${sheet.head ?? ''}${page}${sheet.tail ?? ''}` };
}
