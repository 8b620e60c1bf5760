// The roll of names as Markdown.
import { visible } from '../escape';
import { eitherOf } from './pretty';
import { inMarkdown, markdownTable } from '../markdown';
import type { NamesRecord } from '../../records/names';
import type { RecordWriter } from '../sheet';
import { counted } from '../counted';

export const markdownRoll: RecordWriter<NamesRecord> = {
  page({ entities, ambiguous = [], problems }, path) {
    const cell = (text: string): string => inMarkdown(visible(text));
    const rows = entities.map(({ preferred, type, variants }) => [
      cell(preferred),
      type,
      variants.map((v) => `${cell(v.text)} ${v.mentions.length}×`).join(', '),
    ]);
    return [
      `## ${cell(path)}\n\n${counted(entities.length, 'name')}.\n\n`,
      rows.length ? markdownTable(['name', 'type', 'spellings'], rows) : '',
      ...ambiguous.map(
        ({ text, either, mentions }) => `${cell(`${text} ${mentions.length}×: ${eitherOf(either)}`)}\n\n`,
      ),
      ...problems.map(({ message }) => `Problem: ${cell(message)}\n\n`),
    ].join('');
  },
};
