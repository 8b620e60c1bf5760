// The ledger for a person at a terminal.
import { visible } from '../escape';
import type { RecordWriter } from '../sheet';
import type { SourcesRecord } from '../../records/sources';
import { columnsOf } from '../table';
import { type LoneClaim, summaryOf } from './summary';

export const prettyLedger: RecordWriter<SourcesRecord> = {
  page(record, path, text) {
    const { counts, sources, alone, problems } = summaryOf(record, text);
    return [
      visible(path),
      `  ${counts}`,
      ...columnsOf(
        sources.map(({ name, shownKind, times, places }) => [
          name,
          shownKind,
          `${times}×`,
          `${places.length === 1 ? 'line' : 'lines'} ${places.map(({ line }) => line).join(', ')}`,
        ]),
      ),
      ...(alone.length ? ['  Nobody stands behind:'] : []),
      ...alone.map((claim) => `    line ${claim.line}, ${claim.class}: ${short(claim)}`),
      ...problems.map((message) => `  problem: ${message}`),
      '',
      '',
    ].join('\n');
  },
};

const LONGEST = 90;

const short = ({ words }: LoneClaim): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words);
