// The roll of names for a person at a terminal: each entity with its spellings and their counts.
import { visible } from '../escape';
import type { NamesRecord } from '../../records/names';
import type { RecordWriter } from '../sheet';
import { columnsOf } from '../table';
import { counted } from '../counted';

export const eitherOf = ([one, other]: readonly [string, string]): string => `either ${one} or ${other}`;

export const prettyRoll: RecordWriter<NamesRecord> = {
  page({ entities, ambiguous = [], problems }, path) {
    const rows = entities.map(({ preferred, type, variants }) => [
      visible(preferred),
      type,
      variants.map((v) => `${visible(v.text)} ${v.mentions.length}×`).join(', '),
    ]);
    return [
      visible(path),
      `  ${counted(entities.length, 'name')}.`,
      ...columnsOf(rows),
      ...ambiguous.map(
        ({ text, either, mentions }) => `  ${visible(`${text} ${mentions.length}×: ${eitherOf(either)}`)}`,
      ),
      ...problems.map(({ message }) => `  problem: ${visible(message)}`),
      '',
      '',
    ].join('\n');
  },
};
