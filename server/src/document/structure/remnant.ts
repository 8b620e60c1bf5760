// Remnants of a web page: the labels of its controls, copied with the story.
import { isSpace } from '../../text/span';
import type { Chunk } from '../draft';
import type { HouseWords } from '../house-words';
import { controlOf, isControl, isLabel } from './controls';
import { isTitleShaped } from './headline';
import { markedTail } from './marked-up';
import { isPointShaped } from './result';
import { claim, lineAt, type ChunkInStory, type Recogniser, whole, wordsAt } from './part';

/** A whole line that is a control and no sentence. As the file's first line only where a headline stands below it. */
export const remnantLine: Recogniser = (piece, place) => {
  if (piece.length > longestControl || place.lines.length < 2) return undefined;
  const kind = controlOf(piece, wordsAt(place));
  if (kind === 'pointer' ? isOfThePage(place) : !kind && !isInBar(piece, place)) return undefined;
  if (place.index === 0 && !isTitleShaped(lineAt(place, 1))) return undefined;
  const point = isPoint(place);
  return whole(
    piece,
    'remnant',
    kind === 'pointer' || point ? { ...(kind === 'pointer' && { kind }), ...(point && { point }) } : undefined,
  );
};

/** "## Related", "- Read more on the bridge": a heading or an entry with its markup is somebody's page and no paste. */
const isOfThePage = ({ lines, index }: ChunkInStory): boolean => ownMarkup.has(lines[index]?.chunk.kind);

/** "- Facebook": a point of a list, by the file's markup or by its own mark. */
const isPoint = (place: ChunkInStory): boolean =>
  place.lines[place.index]?.chunk.kind === 'item' || isPointShaped(lineAt(place, 0));

const ownMarkup: ReadonlySet<Chunk['kind'] | undefined> = new Set(['heading', 'item', 'block-quote', 'table'] as const);

const longestControl = 160;

/** "Facebook" below "Share", above "Print": a word that is a label in a row of them, one to a line. */
function isInBar(piece: string, place: ChunkInStory): boolean {
  if (!isLabel(piece)) return false;
  let labels = 1;
  let controls = 0;
  for (const step of [-1, 1]) {
    for (let by = step; Math.abs(by) <= longestBar; by += step) {
      const line = lineAt(place, by);
      if (isControl(line, wordsAt(place))) controls++;
      else if (!isLabel(line)) break;
      labels++;
    }
  }
  return labels >= (controls > 0 ? 3 : 4);
}

/** Lines looked at on either side of a label. */
const longestBar = 6;

/** "Xinhua, December 7, 2016 Adjust font size:": a control behind a credit line, where no copy has begun. */
export const remnantBehind: Recogniser = (piece, place) => {
  if (place.before > 0 || piece.length > 160 || !/[\d)|]/.test(piece)) return undefined;
  for (let at = piece.indexOf(' '); at > 0; at = piece.indexOf(' ', at + 1)) {
    const tail = piece.slice(at + 1).trimStart();
    if (tail && /[\d)|]$|20\d\d/u.test(piece.slice(0, at).trimEnd()) && isControl(tail, wordsAt(place)))
      return claim(piece.length - tail.length, piece.length, 'remnant');
  }
  return undefined;
};

/** "… the minister said. Story continues below", "… said.Advertisement": behind a paragraph's last stop, without one of its own. */
export const remnantTail: Recogniser = (piece, place) => {
  const words = wordsAt(place);
  const marked = markedTail(piece);
  if (marked && isTail(marked.words, words)) return claim(marked.start, piece.length, 'remnant', { glued: true });
  const last = piece.charCodeAt(piece.length - 1);
  // half of a copyright line is harder to find than all of it
  if (last === STOP || piece.length < 40 || RIGHTS.test(piece)) return undefined;
  const from = Math.max(1, piece.length - longestTail);
  for (let at = piece.length - 2; at > from; at--) {
    if (!'.!?'.includes(piece.charAt(at)) || IN_ADDRESS.test(piece.charAt(at + 1))) continue;
    let start = at + 1;
    while (start < piece.length && (isSpace(piece.charCodeAt(start)) || '"”’)'.includes(piece.charAt(start)))) start++;
    return isTail(piece.slice(start), words) ? claim(start, piece.length, 'remnant', { glued: true }) : undefined;
  }
  return undefined;
};

/** "t.co/…": a stop in an address ends no sentence. */
const IN_ADDRESS = /[a-z\d]/;
const STOP = 46;
const RIGHTS = /^\W{0,8}(?:copyright\b|\(c\))|^[™® &]{0,6}©/i;
const longestTail = 80;

/** Two words at least, or the one that no sentence is. */
const isTail = (text: string, words: HouseWords | undefined): boolean =>
  (/ /.test(text) || /^\W?advertisements?\W?$/i.test(text)) && isControl(text, words);
