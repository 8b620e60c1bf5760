// The roll of names for a person at a terminal: each entity with its spellings and their counts.
import { visible } from '../escape';
import type { NamesRecord } from '../names';
import type { Sheet } from '../sheet';
import { columnsOf } from '../table';

export const prettyRoll: Sheet<NamesRecord> = {
  page({ entities, problems }, path) {
    const rows = entities.map(({ preferred, type, variants }) => [
      visible(preferred),
      type,
      variants.map((v) => `${visible(v.text)} ${v.mentions.length}×`).join(', '),
    ]);
    return [
      visible(path),
      `  ${entities.length} names.`,
      ...columnsOf(rows),
      ...problems.map(({ message }) => `  problem: ${visible(message)}`),
      '',
      '',
    ].join('\n');
  },
};
