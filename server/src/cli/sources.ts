// `copydesk sources`: who says what, the ledger of a story.
import { prettyLedger } from '../report/ledger/pretty';
import type { Sheets } from '../report/sheet';
import { type SourcesRecord, sourcesRecord } from '../records/sources';
import type { Arguments, Usage } from './arguments';
import { answerRecords, recordFlags } from './records';

const sheets: Sheets<SourcesRecord> = {
  pretty: () => prettyLedger,
  csv: async () => (await import('../report/ledger/csv')).csvLedger,
  md: async () => (await import('../report/ledger/markdown')).markdownLedger,
  html: async () => (await import('../report/ledger/html')).htmlLedger,
};

export const usage: Usage = {
  summary: 'Say who says what: the sources of a story, and the claims that nobody stands behind.',
  takes: '[paths…]',
  flags: recordFlags(sheets),
  examples: [
    ['copydesk sources story.txt', 'the ledger of one story'],
    ['copydesk sources desk --format html > ledger.html', 'a page to read, or to print'],
    ['copydesk sources story.txt --format json', 'the same as a record'],
    ['copydesk sources --input ndjson < stories.ndjson', 'an archive, as a filter'],
  ],
};

export const run = (args: Arguments): Promise<number> => answerRecords(args, sourcesRecord, sheets);
