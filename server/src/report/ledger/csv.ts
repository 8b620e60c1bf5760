// The ledger as a sheet of a spreadsheet: a line for each source, then one for each claim that stands alone.
import { csvOf } from '../csv';
import { visible } from '../escape';
import type { RecordWriter } from '../sheet';
import type { SourcesRecord } from '../../records/sources';
import { summaryOf } from './summary';

export const csvLedger: RecordWriter<SourcesRecord> = {
  head: csvOf([['draft', 'entry', 'words', 'kind', 'named', 'times', 'cited', 'sentences']]),
  page(record, path, text) {
    const draft = visible(path);
    const { sources, alone } = summaryOf(record, text);
    return csvOf([
      ...sources.map((s) => [draft, 'source', s.name, s.kind, s.named, s.times, s.cited, s.sentenceNumbers.join(' ')]),
      ...alone.map((c) => [draft, 'claim without a source', c.words, c.class, '', '', '', c.sentence]),
    ]);
  },
};
