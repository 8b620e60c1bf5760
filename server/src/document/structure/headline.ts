// Headlines: the first line of a story, where it is shaped like one; decks and subheads; kickers before them.
import { claim, lineAt, type Place, type Recogniser, whole } from './part';

/** The story's first line of words. A line with a sentence's stop, or one that runs into the next, is none. */
export const headline: Recogniser = (piece, place) =>
  !place.titled && isTitleShaped(piece) && isFollowed(place) ? whole(piece, 'headline') : undefined;

/** "Spotlight:", "UPDATE 1-", "PRECIOUS-": an agency's label before the headline, in its fixed case and with its mark. */
export const kicker: Recogniser = (piece, place) => {
  if (place.titled || !isTitleShaped(piece) || !isFollowed(place)) return undefined;
  const label = LABEL.exec(piece) ?? SLUGGED.exec(piece);
  return label?.[1] ? claim(0, label[1].length, 'kicker', { kind: 'kicker' }) : undefined;
};

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
function isFollowed({ lines, index }: Place): boolean {
  for (let i = index + 1; i < Math.min(lines.length, index + 8); i++) {
    const text = lines[i]?.text ?? '';
    if (/[.!?]["”’')\]]*$/.test(text) || text.length > longestHeadline) return true;
  }
  return false;
}

// The labels agencies put before headlines. Source: headlines of Xinhua, Reuters and AP as published; shape decides besides.
const LABEL =
  /^((?:Spotlight|Roundup|Feature|Interview|Xinhua Headlines|Xinhua Insight|Commentary|Profile|Update|News Analysis|Economic Watch|China Focus|Across China|Backgrounder|Explainer|Analysis|Factbox|FACTBOX|EXCLUSIVE|Exclusive|ANALYSIS|INTERVIEW|LEAD|1ST LEAD|2ND LEAD|3RD LEAD|URGENT|BREAKING|AP Explains|AP Exclusive|FEATURE|PROFILE|ROUNDUP|PREVIEW|EXTRA|CORRECTED|REFILE|TIMELINE|SCENARIOS|NEWSMAKER|INSIGHT|SPECIAL REPORT|EXPLAINER|WIDER IMAGE)(?: \d)?:)\s+\S/;
const SLUGGED =
  /^((?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|TABLE|TEXT|ADVISORY|DIARY|BRIEF|EXCLUSIVE|ANALYSIS|FACTBOX|INTERVIEW|POLL|PREVIEW|[A-Z][A-Z&/.]{2,20})(?: \d{1,2})?-){1,3})\p{Lu}\p{Ll}/u;

/** A line inside the story that is a heading: short, no stop, a blank or a paragraph's end around it. */
export const subhead: Recogniser = (piece, place) => {
  if (place.before === 0 || place.after === 0 || piece.length > 80 || !isTitleShaped(piece)) return undefined;
  if (!/^\p{Lu}/u.test(piece) || /[.,;:]$/.test(piece) || !isHeadingCased(piece)) return undefined;
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
