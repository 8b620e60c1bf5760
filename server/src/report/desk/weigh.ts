// What a desk report weighs: for each sentence of copy who stands behind it, for each source how much of the story rests on it.
import { isProse } from '../../document/role';
import type { Span } from '../../text/span';
import type { SentenceRecord, SourceRecord } from '../../records/sources';
import type { DeskRecord } from '../../records/desk';

/** A sentence of running copy. */
export interface Weighed extends Span {
  /** Index in the record. */
  readonly index: number;
  /** A new paragraph begins with it. */
  readonly opens: boolean;
  /** Cited in the sentence itself, carried from another one, or nobody. */
  readonly support: 'cited' | 'carried' | 'none';
  /** By name, as the ledger has them. */
  readonly sources: readonly string[];
  /** Sources, and none that a reader is told. */
  readonly unnamed: boolean;
  /** Somebody speaks, and the story does not tell which of several. */
  readonly open: boolean;
  /** Classes of its claims that nobody stands behind. */
  readonly alone: readonly string[];
}

export function weighedSentences({ sentences, sources, parts, alone }: DeskRecord): Weighed[] {
  const kinds = new Map(sources.map(({ name, kind }) => [name.toLowerCase(), { name, kind }]));
  let last: number | undefined;
  return sentences.flatMap((sentence, index): Weighed[] => {
    const part = parts[sentence.block];
    if (!part || !isProse(part.role)) return [];
    const opens = sentence.block !== last;
    last = sentence.block;
    const carrier = sentence.attributed ? undefined : sentence.coveredBy;
    const known = citedIn(carrier ? sentences[carrier.sentence] : sentence).flatMap((name) => kinds.get(name) ?? []);
    return [
      {
        ...{ start: sentence.start, end: sentence.end, index, opens },
        support: sentence.attributed ? 'cited' : carrier ? 'carried' : 'none',
        sources: known.map(({ name }) => name),
        unnamed: known.length > 0 && known.every(({ kind }) => isUnnamed(kind)),
        open: sentence.attributions.some(({ source }) => source?.name === ''),
        alone: alone.filter((claim) => claim.sentence === index).map((claim) => claim.class),
      },
    ];
  });
}

const citedIn = (sentence: SentenceRecord | undefined): string[] => [
  ...new Set(
    sentence?.attributions.flatMap(({ source, narrated }) => (source && !narrated ? [source.name.toLowerCase()] : [])),
  ),
];

/** A reader is not told who it is. */
export const isUnnamed = (kind: SourceRecord['kind']): boolean => kind === 'anonymous' || kind === 'vague';

/** How much of the copy with a source rests on each, by the ledger's name: 0 to 1. Sentences with several count for each. */
export function sharesOf(weighed: readonly Weighed[]): ReadonlyMap<string, number> {
  const supported = weighed.filter(({ sources }) => sources.length);
  const total = lengthOf(supported);
  const shares = new Map<string, number>();
  for (const sentence of supported)
    for (const name of sentence.sources) shares.set(name, (shares.get(name) ?? 0) + lengthOf([sentence]) / total);
  return shares;
}

/** How much of the copy with a source rests on nobody that a reader is told, 0 to 1. */
export function unnamedShare(weighed: readonly Weighed[]): number {
  const supported = weighed.filter(({ sources }) => sources.length);
  return supported.length ? lengthOf(supported.filter(({ unnamed }) => unnamed)) / lengthOf(supported) : 0;
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
