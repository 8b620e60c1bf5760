// The roll of names as a sheet of a spreadsheet: a line for each spelling.
import { csvOf } from '../csv';
import { eitherOf } from './pretty';
import { visible } from '../escape';
import type { NamesRecord } from '../../records/names';
import type { RecordWriter } from '../sheet';

export const csvRoll: RecordWriter<NamesRecord> = {
  head: csvOf([['draft', 'name', 'type', 'spelling', 'times', 'evidence']]),
  page: ({ entities, ambiguous = [] }, path) =>
    csvOf([
      ...entities.flatMap(({ preferred, type, variants }) =>
        variants.map(
          (v) => [visible(path), visible(preferred), type, visible(v.text), v.mentions.length, v.evidence] as const,
        ),
      ),
      ...ambiguous.map(
        ({ text, either, mentions }) =>
          [
            visible(path),
            visible(eitherOf(either)),
            'ambiguous',
            visible(text),
            mentions.length,
            'short form',
          ] as const,
      ),
    ]),
};
