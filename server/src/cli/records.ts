// What `sources` and `names` share: drafts or lines come in, one record for each goes out.
import type { Story } from '../document/story';
import type { Problem } from '../document/story';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Flags } from './arguments';
import { deskFlags, openDesk } from './desk';
import { inputFlags, inputsOf } from './inputs';
import { answerLines, NO_PATH } from './ndjson';
import { complain, print } from './output';

type Recorded = { readonly problems: readonly Problem[] };

/** How one draft's record is written for a person. */
export type Page<R> = (record: R, path: string, text: string) => string;

export const recordFlags: Flags = {
  format: { takes: '<format>', choices: ['pretty', 'json', 'ndjson'], help: 'pretty (default), json or ndjson.' },
  config: deskFlags.config as Flags[string],
  date: deskFlags.date as Flags[string],
  genre: deskFlags.genre as Flags[string],
  extends: deskFlags.extends as Flags[string],
  ...inputFlags,
  input: {
    takes: 'ndjson',
    choices: ['ndjson'],
    help: 'Read a story a line from standard input, answer a record a line.',
  },
};

/** Resolves with the exit code: 0, or 2 where something could not be read. */
export async function answerRecords<R extends Recorded>(
  args: Arguments,
  record: (story: Story) => R,
  page: Page<R>,
): Promise<number> {
  const desk = openDesk(args);
  let allRead = true;
  const tellSettings = (): void => {
    for (const { path, message } of desk.newProblems()) {
      complain(`${path}: ${message}`);
      allRead = false;
    }
  };
  if (args.has('input')) {
    if (args.rest.length)
      throw new Trouble(`--input ndjson reads standard input, so ${args.rest[0]} cannot be read too.`);
    const read = await answerLines(async (draft) => {
      const reader = await (await desk.at(draft.path ?? NO_PATH)).reader(draft.format, draft);
      tellSettings();
      return record(reader(draft.text));
    });
    return read && allRead ? 0 : 2;
  }
  const format = args.value('format') ?? 'pretty';
  let first = true;
  if (format === 'json') await print('{"version":1,"files":[');
  for await (const { file, shown, format: written, content } of inputsOf(args, desk)) {
    if (typeof content !== 'string') {
      complain(content.message);
      allRead = false;
      continue;
    }
    const read = await (await desk.at(file)).reader(written);
    tellSettings();
    const answer = record(read(content));
    const line = JSON.stringify({ path: shown, ...answer });
    if (format === 'pretty') await print(page(answer, shown, content));
    else await print(format === 'json' ? `${first ? '' : ','}\n${line}` : `${line}\n`);
    first = false;
  }
  if (format === 'json') await print(`${first ? '' : '\n'}]}\n`);
  return allRead ? 0 : 2;
}
