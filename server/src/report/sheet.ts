// A sheet: how the records of drafts are written, one page after another, so that memory stays flat.

export interface RecordWriter<R> {
  readonly head?: string;
  /**
   * @param path as a report shows it: relative to the working folder.
   * @param text the draft, which the record's offsets count in.
   */
  page(record: R, path: string, text: string): string;
  readonly tail?: string;
}

/** By the name of its format. Each is made anew for a run, and those that a run rarely needs are loaded when it does. */
export type Sheets<R> = Readonly<Record<string, () => RecordWriter<R> | Promise<RecordWriter<R>>>>;

/** One object that holds a record for each draft. */
export function jsonSheet(): RecordWriter<object> {
  let written = 0;
  return {
    head: '{"version":1,"files":[',
    page: (record, path) => `${written++ ? ',' : ''}\n${JSON.stringify({ path, ...record })}`,
    get tail() {
      return `${written ? '\n' : ''}]}\n`;
    },
  };
}

export const ndjsonSheet = (): RecordWriter<object> => ({
  page: (record, path) => `${JSON.stringify({ path, ...record })}\n`,
});
