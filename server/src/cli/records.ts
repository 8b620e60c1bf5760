// What `sources`, `names` and `report` share: drafts or lines come in, one record for each goes out.
import type { Across } from '../analysis/names/across';
import { NO_WEIGHTS } from '../analysis/claims/claims';
import type { Problem, Story } from '../document/story';
import { jsonSheet, ndjsonSheet, type RecordWriter, type Sheets } from '../report/sheet';
import { Trouble } from '../workspace/trouble';
import type { Arguments, Flags } from './arguments';
import { asSettingsSay } from './as-settings-say';
import { deskFlags, openDesk, type DraftDesk } from './resolve-settings';
import { inputFlags, inputsOf } from './inputs';
import { answerLines, NO_PATH } from './ndjson';
import { complain, print } from './output';
import { tellOfPipe } from './piped';
import { openReportFile } from './report-file';
import { settingsInOrder } from './tell-settings';

type Recorded = { readonly problems: readonly Problem[] };

/** Formats of programs, which every record can be written in. */
const forPrograms = { json: jsonSheet, ndjson: ndjsonSheet };

export const recordFlags = (sheets: Sheets<never>): Flags => ({
  format: formatFlag([...Object.keys(sheets), ...Object.keys(forPrograms)]),
  output: { takes: '<file>', help: 'Write it to a file instead of standard output.' },
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
});

const formatFlag = (choices: readonly string[]): Flags[string] => ({
  takes: '<format>',
  choices,
  help: `How it is written: ${choices.join(', ')}. Default: ${choices[0]}.`,
});

/** Resolves with the exit code: 0, or 2 where something could not be read. */
export async function answerRecords<R extends Recorded>(
  args: Arguments,
  record: (story: Story, place: DraftDesk, text: string, across?: Across) => R,
  sheets: Sheets<R>,
): Promise<number> {
  const desk = openDesk(args);
  let allRead = true;
  const tellSettings = (): void => {
    if (!settingsInOrder(desk)) allRead = false;
  };
  /** What was not judged is not told either. */
  const toldOf: typeof record = (...of) => {
    const told = record(...of);
    if (told.problems.some(({ code }) => code === NO_WEIGHTS)) allRead = false;
    return told;
  };
  const format = args.value('format');
  if (args.has('input')) {
    if (format !== undefined && format !== 'ndjson')
      throw new Trouble(`--input ndjson answers a record a line, so it cannot take --format ${format}. Leave it out.`);
    if (args.rest.length)
      throw new Trouble(`--input ndjson reads standard input, so ${args.rest[0]} cannot be read too.`);
    const read = await answerLines(async (draft) => {
      const place = await desk.at(draft.path ?? NO_PATH);
      const reader = await place.reader(draft.format, draft);
      tellSettings();
      return toldOf(reader(draft.text), place, draft.text);
    });
    return read && allRead ? 0 : 2;
  }
  tellOfPipe(args);
  const sheet = await openSheet<R>(format, sheets);
  const output = args.value('output');
  const file = output === undefined ? undefined : openReportFile(output, args.rest);
  const parts: string[] = [];
  const write = file === undefined ? print : async (part: string) => void parts.push(part);
  if (sheet.head) await write(sheet.head);
  const compare = asSettingsSay(desk);
  for await (const input of inputsOf(args, desk)) {
    const { file: lies, shown, format: written, content } = input;
    file?.spare(lies);
    if (typeof content !== 'string') {
      complain(content.message);
      allRead = false;
      continue;
    }
    const place = await desk.at(lies);
    const read = await place.reader(written);
    tellSettings();
    const across = await compare(input, place);
    await write(sheet.page(toldOf(read(content), place, content, across), shown, content));
  }
  if (sheet.tail) await write(sheet.tail);
  // whole at the end, so that nobody reads half of it
  for (const one of desk.readFrom()) file?.spare(one);
  const problem = await file?.write(parts.join(''));
  if (problem) throw new Trouble(`Nothing was written: ${problem.message}`);
  return allRead ? 0 : 2;
}

/** The first of them where none was named. */
function openSheet<R extends Recorded>(
  format: string | undefined,
  sheets: Sheets<R>,
): RecordWriter<R> | Promise<RecordWriter<R>> {
  const all: Sheets<R> = { ...sheets, ...forPrograms };
  const open = all[format ?? (Object.keys(all)[0] as string)] as Sheets<R>[string];
  return open();
}
