// `copydesk sources`: who says what, the ledger of a story.
import { ledger } from '../report/ledger';
import { sourcesRecord } from '../report/sources';
import type { Arguments, Usage } from './arguments';
import { answerRecords, recordFlags } from './records';

export const usage: Usage = {
  summary: 'Say who says what: the sources of a story, and the claims that nobody stands behind.',
  takes: '[paths…]',
  flags: recordFlags,
  examples: [
    ['copydesk sources story.txt', 'the ledger of one story'],
    ['copydesk sources story.txt --format json', 'the same as a record'],
    ['copydesk sources --input ndjson < stories.ndjson', 'an archive, as a filter'],
  ],
};

export const run = (args: Arguments): Promise<number> => answerRecords(args, sourcesRecord, ledger);
