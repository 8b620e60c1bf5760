// Endings: what hangs on a name's last letters, and how it is written behind another name: the Reyeses, the Coles; Reyes’ aides, Cole’s.
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';

/** What makes several of one who is called so. */
export const pluralOf = (name: string): 's' | 'es' => (/(?:[sxz]|ch|sh)$/i.test(name) ? 'es' : 's');

/** The edit that makes the ending behind the mention fit its new spelling; nothing where it fits. @param apostrophe the word has one. */
export function endingFor(prose: string, { end }: Span, now: string, apostrophe: boolean): TextEdit | undefined {
  const plural = PLURAL.exec(prose.slice(end, end + 3))?.[1];
  if (plural !== undefined)
    return plural.toLowerCase() === pluralOf(now)
      ? undefined
      : { start: end, end: end + plural.length, text: asIn(plural, pluralOf(now)) };
  const bare = apostrophe && BARE.test(prose.slice(end, end + 2)) && !/[sxz]$/i.test(now);
  return bare ? { start: end + 1, end: end + 1, text: asIn(now, 's') } : undefined;
}

const PLURAL = /^(e?s)(?!\p{L})/iu;
/** "Reyes’", and no "Reye’s". */
const BARE = /^['’](?!\p{L})/u;
const asIn = (word: string, ending: string): string =>
  word.length > 1 && word === word.toUpperCase() ? ending.toUpperCase() : ending;
