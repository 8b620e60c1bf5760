// What a company says of itself behind each release: "About Harrow Bank" and a paragraph below it, behind a colon or right behind it.
import { wordList } from '../../lexicon/word-lists';
import { lineAt, type Recogniser, whole } from './part';

/**
 * "About Meridian Capital", and below it a paragraph that speaks of that name, or begins as such paragraphs do. "About Meridian: …" is
 * both in one, and so is "About Meridian Capital Meridian Capital is …", whose line end was lost.
 */
export const opensBoilerplate: Recogniser = (piece, place) => {
  if (place.before === 0 || place.lines.length - place.index > longestEnd || !/^about /i.test(piece)) return undefined;
  const inline = ABOUT_INLINE.exec(piece);
  if ((inline?.[1] !== undefined && speaksOf(inline[2] ?? '', inline[1])) || isRunIn(piece))
    return whole(piece, 'contact', boilerplate);
  const company = piece.length <= 100 ? ABOUT.exec(piece)?.[1] : undefined;
  if (company === undefined || !isName(company)) return undefined;
  const below = lineAt(place, 1);
  return /^us$/i.test(company) || speaksOf(below, company) || (company.includes(' ') && OPENS_SELF.test(below))
    ? whole(piece, 'contact', boilerplate)
    : undefined;
};

/** Names and what joins them, "us", a site: a sentence that begins with "About" has other words. */
const isName = (company: string): boolean =>
  /^us\b/i.test(company) ||
  company.split(' ').every((word) => /^[("“]?[\p{Lu}\d&]|\.\p{Ll}{2}|[®™+]$/u.test(word) || JOINS.test(word));
const JOINS = /^(?:of|the|and|for|in|on|at|a|de|la|le|du|des|der|von|van|di|y|et|und|by|to|with)$/;

const boilerplate = { kind: 'boilerplate' } as const;
/** Lines of a release's end: behind a heading in the middle of a story more follows. */
const longestEnd = 30;
const ABOUT = /^(?:About|ABOUT) (?:the |The |THE )?((?:\p{Lu}|us$|us:|[a-z]{1,30}\.)[^!?:]{0,90}):?$/u;
const ABOUT_INLINE = /^(?:About|ABOUT) (?:the |The )?(\p{Lu}[^.!?:]{1,80}(?:, Inc\.)?): ?(.{20,})$/u;
/** "We are …", "Our mission …", "Founded in 1911, …" */
const OPENS_SELF = /^(?:We|Our|At|Founded|Established|Headquartered|Based|Since|With) /;

/** The name twice over, and then what a company is or does: "About Harrow Bank Harrow Bank is …", "About Harrow BankHarrow Bank is …". */
function isRunIn(piece: string): boolean {
  if (piece.length < 60) return false;
  const words = piece
    .slice(6, 240)
    .replace(/(?<=\p{Ll}|\)|\p{Lu}{3})(?=\p{Lu}\p{Ll})/gu, ' ')
    .replace(/^the /i, '')
    .split(' ');
  const first = words[0] ?? '';
  if (!/^\p{Lu}/u.test(first)) return false;
  for (let again = 1; again <= 12 && again < words.length - 3; again++) {
    const word = words[again] as string;
    // the heading is names only
    if (word !== first) {
      if (!/^[\p{Lu}\d&(®™]/u.test(word) && !small.has(word)) return false;
      continue;
    }
    return words.slice(again, again + 12).some((next) => DOES.test(next));
  }
  return false;
}

const DOES =
  /^(?:is|are|was|has|have|provides?|offers?|helps?|develops?|delivers?|operates?|works?|makes?|serves?|specializes|specialises|supports?|represents?)$/;

/** Some word of the name within its first words. */
function speaksOf(text: string, company: string): boolean {
  const opening = text.slice(0, 90).toLowerCase();
  return company
    .toLowerCase()
    .split(/[\s,.]+/)
    .some((word) => word.length > 2 && !small.has(word) && opening.includes(word));
}

const small = wordList('small words of names');
