// The roll of names as a sheet of a spreadsheet: a line for each spelling.
import { csvOf } from '../csv';
import { visible } from '../escape';
import type { NamesRecord } from '../names';
import type { Sheet } from '../sheet';

export const csvRoll: Sheet<NamesRecord> = {
  head: csvOf([['draft', 'name', 'type', 'spelling', 'times', 'evidence']]),
  page: ({ entities }, path) =>
    csvOf(
      entities.flatMap(({ preferred, type, variants }) =>
        variants.map(
          (v) => [visible(path), visible(preferred), type, visible(v.text), v.mentions.length, v.evidence] as const,
        ),
      ),
    ),
};
