// Datelines and credit lines for the grammar: place, day and agency in the forms that document/structure/dateline.ts reads.
import { load } from '../../load.mjs';
import { anyCase, anyOf, literal, rows } from './forms.mjs';

const { monthNames } = await load('server/src/document/structure/dates.ts');

const longestFirst = (words) => [...words].sort((a, b) => b.length - a.length);

const agencies = anyOf(longestFirst(rows('furniture/agencies.txt').map(([name]) => literal(name))));
const weekday = '(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?\\.?)';
const month = `${anyCase(anyOf(longestFirst(monthNames.flat())))}\\.?`;
const year = '(?:,? (?:\\d{4}|\\d{2}\\b))?';
const day = `(?:(?:${weekday},? )?(?:${month} \\d{1,2}|\\d{1,2}\\.? ${month})${year}|\\d{4}-\\d{2}-\\d{2}|${weekday}|NO DATE)`;

const word = "(?:[a-z]{1,3}[-’'])?\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const particles =
  '(?: (?:de|del|della|do|da|du|la|las|los|le|les|of|and|on|upon|an|der|den|y|e|the|al|el|in|aboard)){0,2}';
const words = `${word}(?:${particles}[ /]${word}){0,5}`;
const place = `(?:${words}(?:, ${words}){0,2}(?: ?[(\\[]\\p{Lu}[\\p{L} .]+[)\\]])?)`;
const capitals = "(?:(?:Mc)?\\p{Lu}{2}[\\p{Lu} .'’-]*(?:, \\p{Lu}[\\p{L}.]+)?)";

const anybody = "(?:\\(\\p{L}[\\p{L}\\d .&/’'-]{0,48}\\)|/\\p{L}[\\p{L}\\d -]{2,40}/)";
const agency = `\\((?:[\\p{L}-]{1,12}[/-])?${agencies}(?:[/ ]\\p{L}{1,12})?\\)`;
const dash = '\\.?\\s?[-‐-―_]{1,3}';
const upTo = `(?=\\s|[\\p{Lu}"“‘'])`;
const transcriber = '((?:\\s?\\[[^\\]\\p{Ll}]{2,160}\\])*)';

const names = {
  place: 'support.type.place.dateline.wire-copy',
  day: 'constant.other.date.dateline.wire-copy',
  agency: 'support.other.agency.dateline.wire-copy',
  dash: 'punctuation.separator.dateline.wire-copy',
  notes: 'comment.line.transcriber.dateline.wire-copy',
};

/** @param parts what each group of the pattern holds, in order. */
const form = (pattern, ...parts) => ({
  match: `^\\s*\\*{0,6}\\s*${pattern}`,
  captures: Object.fromEntries(parts.map((part, i) => [i + 1, { name: names[part] }])),
});

/** "NEW DELHI:" is left to the analysis, which knows the places. */
export const dateline = {
  patterns: [
    // "HARBIN, Sept. 23 (Xinhua) -- ", "BOGOTA, 18 JAN 89 (EFE) -- [TEXT]", "MOSCOW, March 4. /TASS/."
    form(
      `(${place}(?<!\\p{Lu}{4}\\.))(?:[,.]{0,2} |,? [-–] )(${day}),?\\.? ?(${anybody})\\s?(${dash}|[.:])${transcriber}${upTo}`,
      'place',
      'day',
      'agency',
      'dash',
      'notes',
    ),
    // "CHATHAM, Mass. (AP) _ "
    form(`(${place}) ?(${agency})\\s?(${dash}|[.:])${transcriber}${upTo}`, 'place', 'agency', 'dash', 'notes'),
    // "SYDNEY, Aug 14 AAP - "
    form(`(${place}), (${day}),? (${agencies})\\s?(${dash})${upTo}`, 'place', 'day', 'agency', 'dash'),
    // "New Delhi, Dec 7 (PTI) Talks", "THE HAGUE (AP) Talks"
    form(`(${place}), (${day}) (${anybody})(?= \\p{Lu})`, 'place', 'day', 'agency'),
    form(`(${capitals}) (${agency})(?= \\p{Lu})`, 'place', 'agency'),
    // "(ANSA) - ROME, JUL 11 - "
    form(`(\\(${agencies}\\)) [-–—] (${place}), (${day}) (${dash})(?=\\s)`, 'agency', 'place', 'day', 'dash'),
    // "DUBLIN, March 12 - ", "PESHAWAR – March 4: "
    form(`(${place}), (${day})\\s(${dash})${transcriber}(?=\\s)`, 'place', 'day', 'dash', 'notes'),
    form(`(${capitals})(?:, | [-–] )(${day})([.:])(?=\\s)`, 'place', 'day', 'dash'),
    // "Jan 30 (Reuters) - "
    form(`(${day}) (${anybody})\\s(${dash})(?=\\s)`, 'day', 'agency', 'dash'),
    // "HONG KONG — "
    form(`(${capitals}) (--?|[–—])(?= .{0,12}\\p{Ll})`, 'place', 'dash'),
    // "(Reuters) - "
    form(`(\\(${agencies}\\))\\s(${dash})(?= \\p{Lu})`, 'agency', 'dash'),
  ],
};

const label = anyCase('(?:source|updated|published|posted|last updated|editor|modified)(?: ?[:|] ?)');
const separator = '[\\s,;|/·•–—-]{1,3}';
const time = '\\d{1,2}[:.]\\d\\d(?::\\d\\d)?(?: ?[AaPp]\\.?[Mm]\\.?)?(?: [A-Z]{2,4})?';

/** "Xinhua, December 7, 2016", "Source: Xinhua", "Updated: 2016-12-07 08:21", "Reuters". */
export const credit = {
  match: `^(${label})?(?:(${agencies})(?:${separator}(${day}))?|(${day}))(?:${separator}(${time}))?(?=\\s*$|\\s+\\p{Lu}\\p{Ll}+ \\p{Ll}+ \\p{Ll}+:\\s*$)`,
  captures: {
    1: { name: 'keyword.other.credit.wire-copy' },
    2: { name: 'support.other.agency.credit.wire-copy' },
    3: { name: 'constant.other.date.credit.wire-copy' },
    4: { name: 'constant.other.date.credit.wire-copy' },
    5: { name: 'constant.other.time.credit.wire-copy' },
  },
};

export { agencies };
