// A file that a person has named for a report: nothing that was read is replaced by it, and no link that somebody has put there
// leads it out of the root.
import * as path from 'node:path';
import { CLEARANCE_FILE } from '../config/clearance-lines';
import { IGNORE_FILE } from '../config/ignore';
import { nameOf } from '../config/path';
import { SETTINGS_FILE } from '../config/chain';
import { problem } from '../document/decode';
import type { Problem } from '../document/story';
import { linkOutOf } from '../workspace/inside-root';
import { isSameFile } from '../workspace/regular-file';
import { rootAbove } from '../workspace/settings-files';
import { slashes } from '../workspace/slashes';
import { Trouble } from '../workspace/trouble';
import { writeOut } from '../workspace/write-file';

export interface ReportFile {
  /** This was read, and is to stay what it is. */
  spare(file: string): void;
  write(text: string): Promise<Problem | undefined>;
}

/** @param named what the command reads, as far as the person has named it. @throws Trouble where no report may be written there. */
export function openReportFile(file: string, named: readonly string[]): ReportFile {
  const root = rootAbove(process.cwd());
  const link = linkOutOf(root, path.resolve(file));
  if (link !== undefined)
    throw new Trouble(
      `${link} is a link that leads outside ${root}, so no report is written there. Name the place itself.`,
    );
  const absolute = slashes(path.resolve(file));
  if ([SETTINGS_FILE, IGNORE_FILE].includes(nameOf(absolute)) || absolute.endsWith(`/${CLEARANCE_FILE}`))
    throw new Trouble(
      `${file} is where the desk keeps its settings, so no report is written there. Name another file.`,
    );
  const read = named.find((one) => isSameFile(one, file));
  if (read !== undefined) throw new Trouble(wasRead(file));
  let spared = false;
  return {
    spare(one) {
      spared ||= isSameFile(one, file);
    },
    write: async (text) =>
      spared ? problem('unwritable-file', `${wasRead(file)} Or put it under "ignore".`) : writeOut(file, text),
  };
}

const wasRead = (file: string): string =>
  `${file} is among what this command reads, and a report would take its place. Name another file.`;
