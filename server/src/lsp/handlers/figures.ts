// A story’s figures in one line, above its lead and in the status alike.
import type { Judged } from '../../records/judged';
import type { SourcesRecord } from '../../records/sources';
import { counted, t } from '../words';

/** "14 claims, 12 sourced, 5 sources, 1 anonymous". Claims that the desk is not sure enough to ask about are not counted. */
export function inFigures({ sentences, sources }: SourcesRecord, { cleared }: Judged): string {
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
