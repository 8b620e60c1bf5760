// `copydesk names`: each name with its spellings.
import { type NamesRecord, namesRecord } from '../records/names';
import { prettyRoll } from '../report/name-index/pretty';
import type { Sheets } from '../report/sheet';
import type { Arguments, Usage } from './arguments';
import { answerRecords, recordFlags } from './records';

const sheets: Sheets<NamesRecord> = {
  pretty: () => prettyRoll,
  csv: async () => (await import('../report/name-index/csv')).csvRoll,
  md: async () => (await import('../report/name-index/markdown')).markdownRoll,
};

export const usage: Usage = {
  summary: 'List the names of a story with their spellings and how often each stands there.',
  takes: '[paths…]',
  flags: {
    ...recordFlags(sheets),
    across: { help: 'One list for all drafts: each name once, with the drafts that have each spelling.' },
  },
  examples: [
    ['copydesk names story.txt', 'the names of one story'],
    ['copydesk names desk --format csv > names.csv', 'a spreadsheet of every spelling'],
    ['copydesk names desk --format ndjson', 'a record for each draft of a folder'],
    ['copydesk names desk --across', 'every name of a folder, and where it is spelled how'],
  ],
};

export async function run(args: Arguments): Promise<number> {
  if (args.has('across')) return (await import('./across')).listAcross(args);
  return answerRecords(args, (story, { house }) => namesRecord(story, house), sheets);
}
