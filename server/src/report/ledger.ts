// The ledger for a person: sources with how often they speak, and the claims that stand alone.
import { visible } from './escape';
import type { SourcesRecord } from './sources';
import { columnsOf } from './table';

export function ledger({ sentences, sources, problems }: SourcesRecord, path: string, text: string): string {
  const claims = sentences.flatMap((s, i) => s.claims.map((claim) => ({ ...claim, sentence: i })));
  const alone = claims.filter(({ status }) => status === 'unsourced');
  const attributed = sentences.filter((s) => s.attributed).length;
  const quote = (start: number, end: number): string => {
    const words = visible(text.slice(start, end)).trim();
    return words.length > 90 ? `${words.slice(0, 89)}…` : words;
  };
  return [
    visible(path),
    `  ${sentences.length} sentences, ${attributed} attributed in themselves, ${sentences.filter((s) => !s.attributed && s.coveredBy).length} more covered by one before. ${sources.length} sources, ${claims.length} claims, ${alone.length} of them unsourced.`,
    ...columnsOf(
      sources.map((s) => [
        visible(s.name),
        s.kind,
        `${s.sentences.length}×`,
        `sentences ${s.sentences.map((i) => i + 1).join(', ')}`,
      ]),
    ),
    ...(alone.length ? ['  Nobody stands behind:'] : []),
    ...alone.map((c) => `    ${c.sentence + 1}. ${c.class}: ${quote(c.start, c.end)}`),
    ...problems.map(({ message }) => `  problem: ${visible(message)}`),
    '',
    '',
  ].join('\n');
}
