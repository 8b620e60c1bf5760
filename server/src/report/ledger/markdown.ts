// The ledger as Markdown, for a pull request or a note to the desk.
import { visible } from '../escape';
import { inMarkdown, markdownTable } from '../markdown';
import type { RecordWriter } from '../sheet';
import type { SourcesRecord } from '../../records/sources';
import { summaryOf } from './summary';

export const markdownLedger: RecordWriter<SourcesRecord> = {
  page(record, path, text) {
    const { counts, sources, alone, problems } = summaryOf(record, text);
    const cited = sources.map((s) => [
      inMarkdown(s.name),
      s.shownKind,
      s.named,
      s.times,
      s.cited,
      s.places.map(({ line }) => line).join(', '),
    ]);
    const claims = alone.map((c) => [c.line, c.class, inMarkdown(c.words)]);
    return [
      `## ${inMarkdown(visible(path))}\n\n${counts}\n\n`,
      cited.length ? markdownTable(['source', 'kind', 'named', 'times', 'how cited', 'lines'], cited) : '',
      claims.length ? `Nobody stands behind:\n\n${markdownTable(['line', 'claim', 'words'], claims)}` : '',
      ...problems.map((message) => `Problem: ${inMarkdown(message)}\n\n`),
    ].join('');
  },
};
