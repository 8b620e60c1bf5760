// House packs: a folder of data that settings build on, by its path or as a package in `node_modules`. Nothing in one is ever run,
// and nothing is fetched: it lies there, or the sentence says that it does not.
import { type Files, liesInside } from './files';
import { folderOf, inside, resolveFrom } from './path';

/** What a pack says of itself in its package.json. */
export interface Pack {
  /** Absolute, as it was found: a link is not followed. */
  readonly folder: string;
  readonly name?: string;
  readonly version?: string;
  /** SPDX, as the package names it. */
  readonly licence?: string;
}

/** The settings file inside a pack. */
const SETTINGS = 'copydesk.json';

/** Where the settings of a pack lie, or why they cannot be built on. */
export type FoundPack = { readonly path: string; readonly pack: Pack } | { readonly fault: string };

/** "@daily/copydesk-house", "copydesk-house": as npm has names; a path has a dot before its first stroke. */
export const mayBePackage = (name: string): boolean => PACKAGE.test(name) && name.length <= LONGEST_NAME;
const PACKAGE = /^(?:@[a-z\d~-][a-z\d._~-]{0,100}\/)?[a-z\d~-][a-z\d._~-]{0,200}$/i;
const LONGEST_NAME = 214;

/** A scope says that nothing else can be meant. */
export const isScoped = (name: string): boolean => name.startsWith('@');

/** No preset and no package without a scope is called so. */
export const looksLikeFile = (name: string): boolean => /[/\\]|\.jsonc?$/.test(name);

/**
 * The package in the nearest `node_modules` from the folder up to the root; nothing where there is none of that name.
 * @param folder of the file that names it.
 */
export async function packageAbove(
  files: Files,
  name: string,
  folder: string,
  root: string,
): Promise<FoundPack | undefined> {
  for (let at = folder; inside(root, at) !== undefined; at = folderOf(at)) {
    const home = resolveFrom(at, `node_modules/${name}`);
    if ((await files.real(`${home}/package.json`)) !== undefined) return packAt(files, name, home, root);
    const broken = await files.broken?.(home);
    if (broken) return { fault: `"${name}" cannot be read: ${home} is a link that leads nowhere. Install it again.` };
    if (folderOf(at) === at) break;
  }
  return undefined;
}

/** The pack in a folder. @param name as settings have it. */
export async function packAt(files: Files, name: string, folder: string, root: string): Promise<FoundPack> {
  const path = resolveFrom(folder, SETTINGS);
  if (!(await liesInside(files, root, folder)))
    return {
      fault: `"${name}" is a link that leads outside ${root} (${folder}), so it does not count. Put the pack itself there.`,
    };
  if ((await files.real(path)) === undefined)
    return { fault: `"${name}" holds no ${SETTINGS} (${folder}), so it is no house pack. See docs/house-packs.md.` };
  if (!(await liesInside(files, root, path)))
    return {
      fault: `${SETTINGS} of "${name}" is a link that leads outside ${root} (${path}), so it does not count. Put the file itself there.`,
    };
  return { path, pack: await toldIn(files, folder, root) };
}

/** What a package.json says, as far as it is text; nothing of one that cannot be read. */
async function toldIn(files: Files, folder: string, root: string): Promise<Pack> {
  const path = resolveFrom(folder, 'package.json');
  const text = (await liesInside(files, root, path)) ? await files.read(path) : undefined;
  if (typeof text !== 'string' || text.length > LONGEST_PACKAGE) return { folder };
  const { name, version, license } = jsonOf(text) as Record<string, unknown>;
  return { folder, ...said('name', name), ...said('version', version), ...said('licence', license) };
}

const LONGEST_PACKAGE = 1 << 20;

const said = (key: string, value: unknown) =>
  typeof value === 'string' && value !== '' && value.length < LONGEST_NAME ? { [key]: value } : {};

function jsonOf(text: string): object {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
}
