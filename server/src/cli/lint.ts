// `copydesk lint`: what a desk would mark.
import { buildSettings } from '../config/build';
import { toRecord } from '../engine/diagnostic';
import { lint } from '../engine/lint';
import { rules } from '../rules/index';
import { answerLines } from './ndjson';

export async function run(_args: readonly string[]): Promise<number> {
  const settings = buildSettings([], rules, new Date().toISOString());
  let failed = false;
  const read = await answerLines((story, { text }) => {
    const record = toRecord(lint(story, settings, rules), text);
    failed ||= record.diagnostics.some((d) => d.severity === 'error');
    return record;
  });
  return read ? (failed ? 1 : 0) : 2;
}
