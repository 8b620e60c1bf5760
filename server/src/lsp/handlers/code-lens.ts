// A code lens above the lead: how the story stands, in figures. Off unless a person asks for it.
import type { CancellationToken, CodeLens, CodeLensParams } from 'vscode-languageserver';
import { isProse } from '../../document/role';
import { lineIndex } from '../../text/line-index';
import { toFile } from '../../text/source-map';
import { toRange } from '../convert';
import { readingOf, type Session } from '../session';
import { inFigures } from './figures';

export async function codeLens(
  session: Session,
  { textDocument: { uri } }: CodeLensParams,
  token: CancellationToken,
): Promise<CodeLens[]> {
  if (!session.drafts.get(uri) || !(await session.settings.of(uri)).own.codeLens) return [];
  const reading = await readingOf(session, uri);
  const lead = reading?.story.blocks.find(({ role }) => isProse(role));
  if (!reading || !lead || token.isCancellationRequested) return [];
  const { sourcesRecord } = await import('../../records/sources');
  const range = toRange(lineIndex(reading.text), toFile(reading.story.map, lead));
  // nothing to do at a click: the figures are all there is
  return [{ range, command: { title: inFigures(sourcesRecord(reading.story), reading.judged), command: '' } }];
}
