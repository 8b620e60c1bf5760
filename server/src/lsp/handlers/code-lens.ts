// A code lens above the lead: how the story stands, in figures. Off unless a person asks for it.
import type { CancellationToken, CodeLens, CodeLensParams } from 'vscode-languageserver';
import { isProse } from '../../document/role';
import type { Judged } from '../../report/judged';
import type { SourcesRecord } from '../../report/sources';
import { lineIndex } from '../../text/line-index';
import { toFile } from '../../text/source-map';
import { toRange } from '../convert';
import { readingOf, type Session } from '../session';
import { counted, t } from '../words';

export async function codeLens(
  session: Session,
  { textDocument: { uri } }: CodeLensParams,
  token: CancellationToken,
): Promise<CodeLens[]> {
  if (!session.drafts.get(uri) || !(await session.settings.of(uri)).own.codeLens) return [];
  const reading = await readingOf(session, uri);
  const lead = reading?.story.blocks.find(({ role }) => isProse(role));
  if (!reading || !lead || token.isCancellationRequested) return [];
  const { sourcesRecord } = await import('../../report/sources');
  const range = toRange(lineIndex(reading.text), toFile(reading.story.map, lead));
  // nothing to do at a click: the figures are all there is
  return [{ range, command: { title: inFigures(sourcesRecord(reading.story), reading.judged), command: '' } }];
}

/** "14 claims, 12 sourced, 5 sources, 1 anonymous". Claims that need no source are not counted. */
function inFigures({ sentences, sources }: SourcesRecord, { cleared }: Judged): string {
  const claims = sentences.flatMap((sentence) => sentence.claims).filter(({ status }) => status !== 'exempt');
  const sourced = claims.filter(({ status }) => status === 'sourced').length;
  const anonymous = sources.filter(({ kind }) => kind === 'anonymous').length;
  return [
    claims.length ? counted(claims.length, '1 claim', '{0} claims') : t('no claims'),
    ...(claims.length ? [t('{0} sourced', sourced)] : []),
    ...(cleared.length ? [t('{0} cleared', cleared.length)] : []),
    sources.length ? counted(sources.length, '1 source', '{0} sources') : t('no sources'),
    ...(anonymous ? [t('{0} anonymous', anonymous)] : []),
  ].join(', ');
}
