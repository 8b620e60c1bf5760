// The records as JSON: one document, or a line for each draft.
import type { Linted, ReportOptions, Report } from './report';

const record = ({ path, diagnostics, problems, index }: Linted): string =>
  JSON.stringify({ path, diagnostics, problems, ...(index !== undefined && { index }) });

/** `{"version":1,"files":[…]}`, written draft by draft; one job of several tells which. */
export function jsonReport({ shard }: Pick<ReportOptions, 'shard'> = {}): Report {
  let first = true;
  return {
    head: `{"version":1,${shard ? `"shard":"${shard}",` : ''}"files":[`,
    draft(linted) {
      const text = `${first ? '' : ','}\n${record(linted)}`;
      first = false;
      return text;
    },
    tail: () => `${first ? '' : '\n'}]}\n`,
  };
}

/** A line for each draft; one job of several ends with a line that tells which. */
export const ndjsonReport = ({ shard }: Pick<ReportOptions, 'shard'> = {}): Report => ({
  draft: (linted) => `${record(linted)}\n`,
  ...(shard && { tail: () => endOfPart(shard) }),
});

/** The last line of a part, a record of no draft: lines alone would not tell that a job was stopped between two. */
export const endOfPart = (shard: string): string => `${JSON.stringify({ shard, diagnostics: [], problems: [] })}\n`;
