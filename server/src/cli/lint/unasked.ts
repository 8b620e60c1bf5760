// What a folder holds and nobody has asked to read: one line on standard error, so that silence about a page is never taken for praise.
import * as path from 'node:path';
import { extensionOf, formatOfName, formatTable, whyUnread } from '../../document/formats/table';
import type { Ignored } from '../../config/ignore';
import { slashes } from '../../workspace/slashes';
import type { Arguments } from '../arguments';
import { passedOverAs } from '../passed-over';

/** @param files that were passed over for their kind alone, with what their names come to. */
export async function unaskedLine(files: ReadonlyMap<string, Ignored>, args: Arguments): Promise<string> {
  // a report that the run itself writes there is nobody's draft
  const written = args.values('output').map((one) => slashes(path.resolve(one.slice(one.indexOf('=') + 1))));
  const counts = new Map<string, number>();
  for (const [file, ignored] of files) {
    const format = formatOfName(file);
    if (format && formatTable[format].mostlyData) continue;
    // to name one in which no story is read would only lead to an error
    if (!written.includes(file) && (await passedOverAs(file, ignored)) === ignored.kind)
      counts.set(extensionOf(file), (counts.get(extensionOf(file)) ?? 0) + 1);
  }
  const kinds = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const told = (isRead: boolean, what: (them: string) => string): string => {
    const own = kinds.filter(([extension]) => (whyUnread(extension) === undefined) === isRead);
    const total = own.reduce((sum, [, count]) => sum + count, 0);
    return total
      ? `${listed(own)} ${total === 1 ? 'file is' : 'files are'} not read; ${what(total === 1 ? 'it' : 'them')}.`
      : '';
  };
  const sentences = [
    told(true, (them) => `name ${them} or set "include" in copydesk.json`),
    told(false, (them) => `save ${them} as plain text or Markdown`),
  ];
  return counts.size ? `${sentences.filter(Boolean).join(' ')}\n` : '';
}

/** "12 .html, 3 .htm and 1 .xhtml". */
function listed(kinds: readonly (readonly [string, number])[]): string {
  const all = kinds.map(([extension, count]) => `${count.toLocaleString('en-US')} ${extension}`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
