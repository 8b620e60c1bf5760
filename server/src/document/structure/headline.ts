// Headlines: the first line of a story, where it is shaped like one; decks and subheads; kickers before them.
import { data } from '../../lexicon/furniture/kickers.txt';
import { claim, lineAt, type ChunkInStory, type Recogniser, whole } from './part';

/** The story's first line of words. A line with a sentence's stop, or one that runs into the next, is none. */
export const headline: Recogniser = (piece, place) =>
  !place.titled && isTitleShaped(piece) && isFollowed(place) ? whole(piece, 'headline') : undefined;

/** "Spotlight:", "UPDATE 1-", "PRECIOUS-": an agency's label before the headline, in its fixed case and with its mark. */
export const kicker: Recogniser = (piece, place) => {
  if (place.titled || !isTitleShaped(piece) || !isFollowed(place)) return undefined;
  const end = labelEnd(piece);
  return end > 0 ? claim(0, end, 'kicker', { kind: 'kicker' }) : undefined;
};

/** Behind the last label of a headline's beginning: "RPT-UPDATE 2-", "Spotlight:". 0 where there is none. */
function labelEnd(piece: string): number {
  let end = 0;
  for (let rest = piece; ; rest = piece.slice(end)) {
    const label = /^([^:-]{2,30})(?: \d{1,2})?([:-])/.exec(rest);
    const name = (label?.[1] ?? '').replace(/ \d{1,2}$/, '');
    if (!label || !(kickers ??= new Set(data.split('\n'))).has(name)) break;
    // with a hyphen only in capitals, the headline hard behind it; with a colon a space
    const next = rest[label[0].length] ?? '';
    if (label[2] === '-' ? name !== name.toUpperCase() || !/\S/.test(next) : !/\s/.test(next)) break;
    end += label[0].length;
  }
  // a market's or company's slug before the headline: "PRECIOUS-Gold rises", "MARKETS/GOLD-"
  const slugged = /^[A-Z][A-Z&/.]{3,20}-(?=\p{Lu}\p{Ll})/u.exec(piece.slice(end));
  return end + (slugged?.[0].length ?? 0);
}

let kickers: ReadonlySet<string> | undefined;

/** A deck below the headline, above the byline or dateline. */
export const deck: Recogniser = (piece, place) =>
  place.titled && isTitleShaped(piece) && piece.length <= 160 && isFollowed(place) && !/^["“‘']/.test(piece)
    ? whole(piece, 'subhead')
    : undefined;

const longestHeadline = 180;

export function isTitleShaped(piece: string): boolean {
  if (piece.length > longestHeadline || !/\p{L}{2}/u.test(piece)) return false;
  if (/[.,;]["”’')\]]*$/.test(piece) && !(piece.length <= 80 && /(?:\.{3}|U\.S\.|U\.N\.)$/.test(piece))) return false;
  // two sentences in one line are copy
  return !/[.!?]["”’)]?\s+["“‘]?\p{Lu}\p{Ll}+\s+\p{Ll}+/u.test(piece) && !/:$/.test(piece);
}

/** Something stands below it that is longer, or more of a sentence. */
function isFollowed({ lines, index }: ChunkInStory): boolean {
  for (let i = index + 1; i < Math.min(lines.length, index + 8); i++) {
    const text = lines[i]?.text ?? '';
    if (/[.!?]["”’')\]]*$/.test(text) || text.length > longestHeadline) return true;
  }
  return false;
}

/** A line inside the story that is a heading: short, no stop, a blank or a paragraph's end around it. */
export const subhead: Recogniser = (piece, place) => {
  if (place.before === 0 || place.after === 0 || piece.length > 80 || !isTitleShaped(piece)) return undefined;
  if (!/^\p{Lu}/u.test(piece) || /^[QA]:|[.,;:]$/.test(piece) || !isHeadingCased(piece)) return undefined;
  const before = lineAt(place, -1);
  const after = lineAt(place, 1);
  const ended = /[.!?]["”’')\]]*$/;
  return ended.test(before) && ended.test(after) && after.length > piece.length * 2
    ? whole(piece, 'subhead')
    : undefined;
};

/** Few words, or capitals that a sentence would not have. */
function isHeadingCased(piece: string): boolean {
  const words = piece.split(/\s+/);
  const capitals = words.filter((word) => /^["“‘'(]?\p{Lu}/u.test(word)).length;
  return words.length <= 6 || (words.length <= 12 && capitals * 4 >= words.length * 3);
}
