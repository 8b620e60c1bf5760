// The names in full of drafts that are not open, as they lie in their folder, kept by content: a draft that has not changed is not
// read again.
import { type FullName, fullNamesOf } from '../analysis/names/roll';
import { parserFor } from '../document/formats/parser';
import { formatOfName } from '../document/formats/table';
import { readStory } from '../document/read';
import { lineIndex } from '../text/line-index';
import type { Host, Resolved } from './host';
import { resultId } from './result-id';

/** Nothing for a file that is gone, cannot be read or is of no format. */
export type NamesOnDisk = (uri: string, resolved: Resolved) => Promise<readonly FullName[] | undefined>;

/** @param isListed drafts are named one by one: a file of any name is one. */
export function namesOnDisk(host: Host, isListed: boolean): NamesOnDisk {
  const known = new Map<string, { readonly content: string; readonly names: readonly FullName[] }>();

  return async (uri, { date, genre, fields, settings }) => {
    const { words } = settings.house;
    const format = formatOfName(uri) ?? (isListed ? 'text' : undefined);
    const text = format && (await host.read(uri));
    if (!format || typeof text !== 'string') {
      known.delete(uri);
      return undefined;
    }
    const content = resultId([format, date, genre, JSON.stringify([fields, words]), text]);
    const before = known.get(uri);
    if (before?.content === content) return before.names;
    const story = readStory({ text, format, date, genre, fields, words }, undefined, await parserFor(format));
    const names = fullNamesOf(story, lineIndex(text));
    known.set(uri, { content, names });
    return names;
  };
}
