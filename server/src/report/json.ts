// The records as JSON: one document, or a line for each draft.
import type { Linted, Report } from './report';

const record = ({ path, diagnostics, problems }: Linted): string => JSON.stringify({ path, diagnostics, problems });

/** `{"version":1,"files":[…]}`, written draft by draft. */
export function jsonReport(): Report {
  let first = true;
  return {
    head: '{"version":1,"files":[',
    draft(linted) {
      const text = `${first ? '' : ','}\n${record(linted)}`;
      first = false;
      return text;
    },
    tail: () => `${first ? '' : '\n'}]}\n`,
  };
}

export const ndjsonReport = (): Report => ({ draft: (linted) => `${record(linted)}\n` });
