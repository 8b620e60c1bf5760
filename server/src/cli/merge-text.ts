// The words of a draft whose report is merged: a record holds none, and some formats show them.
import type { Linted } from '../report/report';
import { lineIndex, positionAt } from '../text/line-index';
import { readDraftFile } from '../workspace/read-draft';
import { Trouble } from '../workspace/trouble';

/** These say nothing true without the words, or count places in them. */
const needs: ReadonlySet<string> = new Set(['sarif', 'gitlab', 'rdjsonl', 'html', 'critic']);
/** This shows them where they are to be had. */
const shows: ReadonlySet<string> = new Set(['pretty']);

/** What gives a record its draft's text, as far as the formats ask for it. It throws Trouble where one needs it and it is not there. */
export function textFor(formats: readonly string[]): (record: Linted) => Promise<Linted> {
  const needed = formats.find((format) => needs.has(format));
  if (needed === undefined && !formats.some((format) => shows.has(format)))
    return async (record) => ({ ...record, text: '' });
  return async (record) => {
    // what could not be read has no text, and settings are none
    if (!record.diagnostics.length && record.problems.some(({ severity }) => severity !== 'note'))
      return { ...record, text: '' };
    const text = await readDraftFile(record.path);
    if (typeof text === 'string' && standsIn(text, record)) return { ...record, text };
    if (needed !== undefined && record.diagnostics.length)
      throw new Trouble(
        `${record.path} does not lie here as it was linted, and ${needed} tells its words. Merge where the drafts are, or have the jobs write ${needed === 'sarif' || needed === 'gitlab' ? needed : '--format json and read that'}.`,
      );
    return { ...record, text: '' };
  };
}

/** Whether the places of what was found are places in this text. */
function standsIn(text: string, { diagnostics }: Linted): boolean {
  const index = lineIndex(text);
  const is = (offset: number, line: number, column: number): boolean => {
    const at = positionAt(index, Math.min(offset, text.length));
    return offset <= text.length && at.line === line && at.column === column;
  };
  return diagnostics.every((d) => is(d.start, d.line, d.column) && is(d.end, d.endLine, d.endColumn));
}
