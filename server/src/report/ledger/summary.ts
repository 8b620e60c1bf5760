// What a ledger tells, whatever it is written as: each source, how it is cited and how often, and the claims that stand alone.
import { lineIndex, positionAt } from '../../text/line-index';
import type { Span } from '../../text/span';
import { visible } from '../escape';
import type { Judged } from '../../records/judged';
import type { AttributionRecord, SentenceRecord, SourceRecord, SourcesRecord } from '../../records/sources';
import { counted } from '../counted';

export interface Summary {
  /** One sentence with the counts. */
  readonly counts: string;
  readonly sources: readonly SourceLine[];
  /** Claims that nobody stands behind. */
  readonly alone: readonly LoneClaim[];
  /** Claims that the desk asked about and somebody has cleared. */
  readonly cleared: readonly LoneClaim[];
  /** Sentences, from 1, that somebody is cited in who could be either of two, or anybody. */
  readonly unclear: readonly number[];
  /** What could not be read, in whole sentences. */
  readonly problems: readonly string[];
}

/** Every text is fit to be shown: nothing in it steers a terminal or turns the direction of a line. */
export interface SourceLine {
  readonly name: string;
  readonly kind: SourceRecord['kind'];
  /** The same for a person who reads: "by role" is no name. */
  readonly shownKind: SourceRecord['kind'] | 'by role';
  /** Whether a reader is told who it is; nothing for a document or an outlet, whose kind says enough. */
  readonly named: 'yes' | 'by role' | 'no' | '';
  readonly times: number;
  /** "quoted 2×, paraphrased 1×". */
  readonly cited: string;
  /** Of the sentences that cite it, from 1. */
  readonly sentenceNumbers: readonly number[];
  /** The first of them on each line, and the line, from 1: where a person can go. */
  readonly places: readonly (Span & { readonly line: number })[];
}

export interface LoneClaim extends Span {
  /** Both from 1. */
  readonly sentence: number;
  readonly line: number;
  readonly class: string;
  readonly words: string;
}

/** @param judged what became of the claims, where the draft was judged by settings and clearances too. */
export function summaryOf({ sentences, sources, problems }: SourcesRecord, text: string, judged?: Judged): Summary {
  const lines = lineIndex(text);
  const claims = sentences.flatMap((s, i) => s.claims.map((claim) => ({ ...claim, sentence: i + 1 })));
  const alone =
    judged?.alone.map((one) => ({ ...one, sentence: one.sentence + 1 })) ??
    claims.filter(({ status }) => status === 'unsourced');
  const line = ({ sentence, class: name, start, end }: Omit<LoneClaim, 'line' | 'words'>): LoneClaim => ({
    ...{ start, end, sentence },
    line: positionAt(lines, start).line,
    class: name,
    words: visible(text.slice(start, end)).trim(),
  });
  const placesOf = (spans: readonly Span[]): SourceLine['places'] =>
    spans
      .map(({ start, end }) => ({ start, end, line: positionAt(lines, start).line }))
      .filter((one, i, all) => one.line !== all[i - 1]?.line);
  const known = new Set(sources.map(({ name }) => keyOf(name)));
  const isUnclear = (s: SentenceRecord): boolean =>
    s.attributions.some(({ source, narrated }) => source !== null && !narrated && !known.has(keyOf(source.name)));
  const attributed = sentences.filter((s) => s.attributed).length;
  const covered = sentences.filter((s) => !s.attributed && s.coveredBy).length;
  return {
    counts: `${counted(sentences.length, 'sentence')}, ${attributed} attributed in ${attributed === 1 ? 'itself' : 'themselves'}, ${covered} more covered by one before. ${counted(sources.length, 'source')}, ${counted(claims.length, 'claim')}; the desk asks whose it is of ${alone.length || 'none'}.`,
    sources: sources.map((s) => ({
      name: visible(s.name),
      kind: s.kind,
      shownKind: s.byRole ? 'by role' : s.kind,
      named: s.byRole ? 'by role' : named[s.kind],
      times: s.sentences.length,
      cited: howCited(s.cited),
      sentenceNumbers: s.sentences.map((i) => i + 1),
      places: placesOf(s.sentences.flatMap((i) => sentences[i] ?? [])),
    })),
    alone: alone.map(line),
    cleared: (judged?.cleared ?? []).map((one) => line({ ...one, sentence: one.sentence + 1 })),
    unclear: sentences.flatMap((sentence, i) => (isUnclear(sentence) ? [i + 1] : [])),
    problems: problems.map(({ message }) => visible(message)),
  };
}

/** As the ledger of sources has it: "Arkel Corp." is Arkel Corp. */
export const keyOf = (name: string): string => name.toLowerCase().replace(/\.$/, '');

const named: Readonly<Record<SourceRecord['kind'], SourceLine['named']>> = {
  named: 'yes',
  anonymous: 'no',
  vague: 'no',
  document: '',
  media: '',
};

const ways: Readonly<Record<AttributionRecord['type'], string>> = {
  direct: 'quoted',
  mixed: 'quoted in part',
  indirect: 'paraphrased',
  document: 'cited as a document',
  act: 'shown to act',
  attitude: 'said to think so',
};

const howCited = (cited: SourceRecord['cited']): string =>
  Object.entries(ways)
    .flatMap(([type, words]) => {
      const times = cited[type as AttributionRecord['type']];
      return times ? [`${words} ${times}×`] : [];
    })
    .join(', ');
