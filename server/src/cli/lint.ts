// `copydesk lint`: what a desk would mark.
import { buildSettings } from '../config/build';
import { formatOf } from '../config/drafts';
import { parserFor } from '../document/formats/parser';
import { readStory } from '../document/read';
import { toRecord } from '../engine/diagnostic';
import { lint } from '../engine/lint';
import { prettyReport } from '../report/pretty';
import { rules } from '../rules/index';
import { readDraftFile } from '../workspace/read-draft';
import { answerLines } from './ndjson';
import { print } from './output';

export async function run(args: readonly string[]): Promise<number> {
  const settings = buildSettings([], rules, new Date().toISOString());
  let failed = false;
  let read = true;
  const look = <R extends ReturnType<typeof toRecord>>(record: R): R => {
    failed ||= record.diagnostics.some((d) => d.severity === 'error');
    read &&= record.problems.length === 0;
    return record;
  };
  if (args.includes('ndjson'))
    read = await answerLines((story, { text }) => look(toRecord(lint(story, settings, rules), text)));
  else {
    const report = prettyReport({ color: false, width: 100, quiet: false });
    for (const path of args) {
      const text = readDraftFile(path);
      const format = formatOf(path) ?? 'text';
      const linted =
        typeof text === 'string'
          ? {
              path,
              text,
              ...toRecord(lint(readStory({ text, format }, undefined, await parserFor(format)), settings, rules), text),
            }
          : { path, text: '', diagnostics: [], problems: [text] };
      await print(report.draft(look(linted)));
    }
    await print(report.tail?.() ?? '');
  }
  return read ? (failed ? 1 : 0) : 2;
}
