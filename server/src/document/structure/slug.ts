// Slugs: a story's working name, on a line of its own above the headline or dateline. "BC-EU--Port Closure, 2nd Ld-Writethru,340".
import { type ChunkInStory, type Recogniser, whole } from './part';

/** Above the first sentence, with something below it; fixed case and joints decide, never a word. A heading's markup makes it a title. */
export const slug: Recogniser = (piece, place) =>
  isAbove(place) && piece.length <= 100 && isSlug(piece) ? whole(piece, 'slug', { kind: 'slug' }) : undefined;

/**
 * "=2", "2nd Add", "TAKE 2": the line that opens a further sending of the story. Behind a bare "Add" stands the slug, one
 * word, or the take's number ("Add Convention", "Add 1 Port Closure"): "Add a support page" is somebody's own list.
 */
export const takeHead: Recogniser = (piece) =>
  piece.length <= 60 &&
  (/^(?:[\p{L}\d/-]{2,30} ?)?=\d{1,2}$/u.test(piece) ||
    /^(?:take|page) ?\d{1,2}$/i.test(piece) ||
    /^(?:\d{1,2}(?:st|nd|rd|th)|First|Second|Third) (?:Add|Take|Insert)\b[^.!?]{0,40}$/.test(piece) ||
    /^(?:Add|Insert|New Lead) (?:\d{1,2}(?: \p{Lu}[^.!?]{0,40})?|\p{Lu}[\p{L}\d/-]{2,30})$/u.test(piece))
    ? whole(piece, 'take', { kind: 'take' })
    : undefined;

const isAbove = ({ before, lines, index }: ChunkInStory): boolean =>
  before === 0 && index < lines.length - 1 && lines[index]?.chunk.kind !== 'heading';

function isSlug(piece: string): boolean {
  // a telephone number is joined like one
  if (/[.!?]$/.test(piece) || !/\p{L}/u.test(piece)) return false;
  if (/^(?:slug(?:line)?|catchline|keywords?):\s/i.test(piece)) return true;
  // AP: the cycle, then a category or two hyphens; takes and the count of words behind a comma
  if (/^(?:[A-Z]\d{3,4} )?(?:BC|AM|PM)-\S/.test(piece)) return true;
  if (/^[A-Z]{2}-{1,2}\S/.test(piece) && /--|\d(?:st|nd|rd|th) Ld\b|,\d{2,4}$/.test(piece)) return true;
  if (/,\s?\d(?:st|nd|rd|th) Ld\b/.test(piece)) return true;
  // the number of a sending: "a0234"
  if (/^[a-z]{1,2}\d{4}$/.test(piece)) return true;
  const bracket = piece.lastIndexOf(' (');
  const name = /^ \([A-Z\d ,-]{2,30}\)$/.test(piece.slice(bracket)) ? piece.slice(0, bracket) : piece;
  if (/\s/.test(name)) return false;
  // Reuters, NewsML and dpa: words joined by hyphens or strokes, no space among them
  const parts = name.split(/[-/]/).filter(Boolean);
  const joined = parts.length >= 2 && parts.every((part) => /^[\p{L}\d.&]+$/u.test(part));
  if (!joined) return false;
  if (name.endsWith('/')) return true;
  if (parts.length >= 3 || name !== piece)
    return (
      name === name.toUpperCase() || parts.every((part) => /^[\p{Lu}\d]/u.test(part)) || name === name.toLowerCase()
    );
  return name === name.toUpperCase() && name.length >= 8;
}
