// The names of a folder, written down: a table for a terminal, a spreadsheet, Markdown, JSON.
import { csvOf } from '../csv';
import { visible } from '../escape';
import type { FolderName, FolderSpelling } from '../../records/folder-names';
import { inMarkdown, markdownTable } from '../markdown';
import { columnsOf } from '../table';
import { counted } from '../counted';

export const folderRolls: Readonly<Record<string, (names: readonly FolderName[]) => string>> = {
  pretty: (names) =>
    [
      `${counted(names.length, 'name')}.`,
      ...columnsOf(
        names.map(({ preferred, type, spellings }) => [
          visible(preferred),
          type,
          spellings.map((s) => `${visible(s.text)} ${timesOf(s)}× in ${placesOf(s.drafts)}`).join(', '),
        ]),
      ),
      '',
    ].join('\n'),
  csv: (names) =>
    csvOf([
      ['name', 'type', 'spelling', 'times', 'draft'],
      ...names.flatMap(({ preferred, type, spellings }) =>
        spellings.flatMap(({ text, drafts }) =>
          drafts.map(({ path, times }) => [visible(preferred), type, visible(text), times, visible(path)] as const),
        ),
      ),
    ]),
  md: (names) =>
    markdownTable(
      ['name', 'type', 'spellings', 'drafts'],
      names.map(({ preferred, type, spellings }) => [
        cell(preferred),
        type,
        spellings.map((s) => `${cell(s.text)} ${timesOf(s)}×`).join(', '),
        [...new Set(spellings.flatMap((s) => s.drafts.map(({ path }) => path)))].map(cell).join(', '),
      ]),
    ),
  json: (names) => `${JSON.stringify({ version: 1, names }, null, 1)}\n`,
  ndjson: (names) => names.map((name) => `${JSON.stringify(name)}\n`).join(''),
};

const cell = (text: string): string => inMarkdown(visible(text));

/** Two drafts by name; more are counted. */
const placesOf = (drafts: FolderSpelling['drafts']): string =>
  drafts.length > 2 ? `${drafts.length} drafts` : drafts.map(({ path }) => visible(path)).join(' and ');

const timesOf = ({ drafts }: FolderSpelling): number => drafts.reduce((sum, { times }) => sum + times, 0);
