// A page's tail: what stands below a story and is none of it, one piece under another, with lines between that say nothing by themselves.
import { isContactLine, isAddress, isReach, opensContacts } from './contacts';
import { controlOf, isControl } from './controls';
import { opensBoilerplate } from './boilerplate';
import { isTitleShaped } from './headline';
import type { Line } from './part';
import { placeAt } from './place';

/** A line below a story that is no copy, whatever it is: an address, another story's headline under "Read more:", a page's label. */
export function isLoose(lines: readonly Line[], index: number): boolean {
  const { text, chunk } = lines[index] as Line;
  if (chunk.kind === 'table' || chunk.kind === 'code') return false;
  if (isAddress(text) || /^\[[^\]]{2,80}\]$/.test(text)) return true;
  if (text.length > 160 || /[.!?]["”’)]?$/.test(text)) return false;
  return (text.split(' ').length <= 3 && text.length <= 30 && /^\p{Lu}/u.test(text)) || isUnderPointer(lines, index);
}

/** Headlines of other stories below "Read more:". */
function isUnderPointer(lines: readonly Line[], index: number): boolean {
  for (let at = index - 1; at >= 0 && index - at <= MOST_LINKS; at--) {
    const { text, words } = lines[at] as Line;
    if (controlOf(text, words) === 'pointer' || (isControl(text, words) && text.endsWith(':'))) return true;
    if (!isTitleShaped(text)) return false;
  }
  return false;
}

/** Headlines below one pointer. */
const MOST_LINKS = 8;

/**
 * True where all that stands below a heading is of its kind: below contacts, addresses; below a company's own words or notes, a few
 * paragraphs. A story that goes on says that the heading was a line of its own.
 */
export function isTail(lines: readonly Line[], from: number): boolean {
  let inText = false;
  let strange = 0;
  let paragraphs = 0;
  let headed = false;
  for (let at = from; at < lines.length; at++) {
    const { text, chunk } = lines[at] as Line;
    const place = placeAt(lines, at);
    const opening = opensContacts(text, place) ?? opensBoilerplate(text, place);
    if (opening) {
      inText = opening.data?.kind !== 'contacts';
      paragraphs = 0;
    } else if (headed && isSentence(text)) return false;
    else if (isSentence(text) && !isReach(text) && !isContactLine(text, place)) {
      if (inText ? ++paragraphs > MOST_PARAGRAPHS : ++strange > MOST_STRANGE) return false;
    }
    headed = !opening && (chunk.kind === 'heading' || /^#{1,6} /.test(text));
  }
  return true;
}

const isSentence = (text: string): boolean => text.length > 60 && /[.!?]["”’)]?$/.test(text);

/** Below a company's own words, and among addresses. */
const MOST_PARAGRAPHS = 16;
const MOST_STRANGE = 2;
