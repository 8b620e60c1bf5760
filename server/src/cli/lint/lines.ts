// `lint --input ndjson`: each line's story linted, its record a line.
import { withoutCleared } from '../../engine/clearances';
import { toRecord } from '../../engine/diagnostic';
import { Trouble } from '../../workspace/trouble';
import type { Arguments } from '../arguments';
import type { Desk } from '../desk';
import { answerLines, NO_PATH } from '../ndjson';
import { complain } from '../output';
import type { Tally } from './tally';

export async function lintLines(args: Arguments, desk: Desk, tally: Tally): Promise<void> {
  if (args.rest.length)
    throw new Trouble(`--input ndjson reads standard input, so ${args.rest[0]} cannot be read too.`);
  const allRead = await answerLines(async (draft) => {
    const place = await desk.at(draft.path ?? NO_PATH);
    const story = (await place.reader(draft.format, draft))(draft.text);
    for (const { path, message } of desk.newProblems()) {
      complain(`${path}: ${message}`);
      tally.trouble();
    }
    return tally.count(toRecord(withoutCleared(place.lint(story), place.cleared), draft.text), draft.text);
  });
  if (!allRead) tally.trouble();
}
