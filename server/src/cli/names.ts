// `copydesk names`: each name with its spellings.
import { namesRecord } from '../report/names';
import { roll } from '../report/roll';
import type { Arguments, Usage } from './arguments';
import { answerRecords, recordFlags } from './records';

export const usage: Usage = {
  summary: 'List the names of a story with their spellings and how often each stands there.',
  takes: '[paths…]',
  flags: recordFlags,
  examples: [
    ['copydesk names story.txt', 'the names of one story'],
    ['copydesk names desk --format ndjson', 'a record for each draft of a folder'],
  ],
};

export const run = (args: Arguments): Promise<number> => answerRecords(args, namesRecord, roll);
