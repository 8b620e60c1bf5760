// `copydesk report`: how a story stands, on one page that can be read, printed and kept.
import { deskSheet } from '../report/desk/page';
import { type DeskRecord, deskRecord } from '../records/desk';
import { judgedClaims } from '../records/judged';
import type { Sheets } from '../report/sheet';
import type { Arguments, Usage } from './arguments';
import { answerRecords, recordFlags } from './records';

const sheets: Sheets<DeskRecord> = { html: () => deskSheet() };

export const usage: Usage = {
  summary: 'Make a page of how a story stands: who stands behind it where, its sources by weight, names, findings.',
  takes: '[paths…]',
  flags: recordFlags(sheets),
  examples: [
    ['copydesk report story.txt --output story.html', 'the page of one story'],
    ['copydesk report drafts --output desk.html', 'every draft of a folder, on one page'],
    ['copydesk report story.txt --format json', 'the same as a record'],
  ],
};

export const run = (args: Arguments): Promise<number> =>
  answerRecords(
    args,
    (story, { house, answer }, text, across) => {
      const answered = answer(story, text, across);
      return deskRecord(story, house, answered.record, judgedClaims(answered));
    },
    sheets,
  );
