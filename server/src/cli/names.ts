// `copydesk names`: each name with its spellings.
import { type NamesRecord, namesRecord } from '../report/names';
import { prettyRoll } from '../report/roll/pretty';
import type { Sheets } from '../report/sheet';
import type { Arguments, Usage } from './arguments';
import { answerRecords, recordFlags } from './records';

const sheets: Sheets<NamesRecord> = {
  pretty: () => prettyRoll,
  csv: async () => (await import('../report/roll/csv')).csvRoll,
  md: async () => (await import('../report/roll/markdown')).markdownRoll,
};

export const usage: Usage = {
  summary: 'List the names of a story with their spellings and how often each stands there.',
  takes: '[paths…]',
  flags: recordFlags(sheets),
  examples: [
    ['copydesk names story.txt', 'the names of one story'],
    ['copydesk names desk --format csv > names.csv', 'a spreadsheet of every spelling'],
    ['copydesk names desk --format ndjson', 'a record for each draft of a folder'],
  ],
};

export const run = (args: Arguments): Promise<number> =>
  answerRecords(args, (story, { house }) => namesRecord(story, house), sheets);
