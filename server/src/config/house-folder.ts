// The folder `house/` beside a settings file: which of its pages are read. Most houses have none, and pay a look for it.
import type { Page } from './house-rules';
import { type Files, NOT_COUNTED, type SettingsProblem } from './files';
import { folderOf, inside, nameOf, resolveFrom } from './path';

export const HOUSE_FOLDER = 'house';

/** Pages that are read of one folder. */
const MOST_PAGES = 1000;

export interface Beside {
  readonly pages: readonly Page[];
  readonly problems: readonly SettingsProblem[];
}

/** True of a path that may be a rule's page. */
export const maybePage = (path: string): boolean => nameOf(folderOf(path)) === HOUSE_FOLDER && /\.md$/i.test(path);

/** Every Markdown file in there; a link that leads out of the folder is none. @param folder of the settings file. */
export async function pagesBeside(files: Files, folder: string): Promise<Beside> {
  const held = resolveFrom(folder, HOUSE_FOLDER);
  const names = ((await files.names?.(held)) ?? []).filter((name) => /\.md$/i.test(name));
  const pages: Page[] = [];
  const problems: SettingsProblem[] = [];
  const real = names.length ? await files.real(folder) : undefined;
  for (const name of names.slice(0, MOST_PAGES)) {
    const path = resolveFrom(held, name);
    const at = await files.real(path);
    if (at === undefined || real === undefined || inside(real, at) === undefined) continue;
    const text = await files.read(path);
    if (typeof text === 'string') pages.push({ path, text });
    else if (text) problems.push({ ...text, path, message: `${text.message} ${NOT_COUNTED}` });
  }
  if (names.length > MOST_PAGES)
    problems.push({
      code: 'bad-house-rule',
      path: held,
      message: `The folder holds more than ${MOST_PAGES} pages, and those beyond do not count. Put rules together.`,
    });
  return { pages, problems };
}
