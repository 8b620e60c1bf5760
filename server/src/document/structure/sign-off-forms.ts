// The forms of sign-offs, as their table spells them, and slips of the finger in them.
import { data } from '../../lexicon/furniture/sign-offs.tsv';
import { rememberByTextWith } from '../../text/memoize-by-text';
import { type HouseWords, perHouse } from '../house-words';
import { agenciesJoined, agencyInitials, oneAgency } from './agency';
import { type FormRow, type FormTable, formTable, type Slots } from './form';

export interface SignOff {
  readonly place: 'line' | 'end' | 'trail' | 'below';
  readonly agency: string;
  /** The word itself, where a slip of the finger in it is still the mark. */
  readonly word?: string;
  /** It names people or agencies, and may be all that says whose the story is. */
  readonly credit: boolean;
  /** It names whose release it is. */
  readonly source: boolean;
  /** Nothing else looks like it: it counts wherever a paragraph ends, a bare word only where the story does. */
  readonly strong: boolean;
}

/** Names, what joins them and what they are; any other small word would make it a sentence. */
const PEOPLE =
  /^(?!(?:He|She|They|It|We|I|You|Who|This|That|These|Those|Many|Some|Both|All|Most|Others|Several|And|But|What|Nobody|Everybody)\b)@?\p{Lu}[\p{L}\p{M}.'’&-]{0,30}(?:(?:; |, |;|,| )(?:and|in|at|of|the|by|for|from|with|de|del|da|di|du|van|von|der|bin|al|el|la|le|additional|reporting|writing|editing|research|graphics|compiled|video|writers?|reporters?|correspondents?|journalists?|photographers?|producers?|researchers?|editors?|bureau|chief|staff|contributed|@?\p{Lu}[\p{L}\p{M}.'’&-]{0,30})){0,60},?$/u;

/** What a sign-off's form may hold. */
export const signOffSlots: Slots = {
  initials: /^[a-z][a-z\d]{0,5}(?:[ /][a-z][a-z\d]{0,5}){0,5}$/,
  'desk-initials': /^(?:[A-Z]{2,12}|[a-z]{2,4})(?: (?:[a-z]{2,4}|[A-Z]{2,12})){0,3}$/,
  slashes:
    /^(?!(?:and|or|he|she|his|her|him|they|yes|no)\/)[a-z]{2,4}(?:-[a-z]{2,4}){0,2}(?:\/(?:[a-z]{2,4}|\d{1,3})){1,4}$/,
  dashes: /^[a-z]{2,4}(?:-[a-z]{2,4}){1,3}$/,
  'desk-mark': /^[A-Za-z]{1,3}(?:[/ ][A-Za-z]{1,3}){0,2}$/,
  url: /^(?:https?:\/\/)?[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}(?:\/\S{0,60})?$/,
  'day-and-hour': /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[ ,-]{1,3}\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?$/i,
  'day-with-zones':
    /^(?:\p{Lu}\p{Ll}{2,8} \d{1,2}, \d{4} \d\d:\d\d [A-Z]{2,4}(?: \(\d\d:\d\d [A-Z]{2,4}\))?|\d\d-\d\d-\d\d \d{4}[A-Z]{2,3})$/u,
  capitals: /^[A-Z]{2,4}$/,
  desk: /^[A-Z]{2}$/,
  numbers: /^[\d:-]{4,20}$/,
  year: /^\d{4}$/,
  date: /^[\w., ]{6,30}$/,
  credits: /^[^()]{3,400}$/,
  // names and what joins them; any other small word would make it a sentence
  writers: PEOPLE,
  people: PEOPLE,
  agencies: agenciesJoined,
  agency: oneAgency,
  dotted: /^[a-z]{1,4}(?:[./][a-z]{1,4}){1,3}$/,
  mail: /^[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,40}){1,4}$/,
  day: /^(?:\p{Lu}\p{Ll}{2,8} \d{1,2}(?:st|nd|rd|th)?, \d{4}|\d{1,2} \p{Lu}\p{Ll}{2,8} \d{4})$/u,
  support: /^receives (?:\w{1,20} ){0,4}(?:support|funding|grants?)\b.{0,250}$/,
  coverage: /^[^.]{0,80}coverage [^.]{0,40}receives (?:\w{1,20} ){0,4}(?:support|funding)\b.{0,250}$/,
  company: /^[\p{Lu}\d].{1,80}$/u,
  rest: /^.{1,200}$/,
  stamp:
    /^(?:(?:\d{1,6}(?::\d\d)?[A-Z]{0,5}|[A-Z]{2,5}|&QL;|[A-Z]?[a-z]{2,4}|www\.[\w./-]{1,60})(?:[,)<]{0,2}$|[,)]{0,2} [(]?)){1,14}$/,
};

interface SignOffs {
  readonly tables: Readonly<Record<SignOff['place'], FormTable<SignOff>>>;
  /** What a mark behind a sentence may begin with. */
  readonly starts: ReadonlySet<string>;
  /** Words in which a slip of the finger is still the mark. */
  readonly words: readonly SignOff[];
}

let known: SignOffs | undefined;

function read(): SignOffs {
  const rows = data.split('\n').map(readRow);
  const table = (...places: SignOff['place'][]): FormTable<SignOff> =>
    formTable(
      rows.filter(({ entry }) => places.includes(entry.place)),
      signOffSlots,
    );
  const end = table('end');
  return {
    tables: { line: table('line', 'end'), end, trail: table('trail'), below: table('below') },
    starts: new Set([...end.starts, ...'-‐‑‒–—―=/~([', ...agencyInitials()]),
    words: rows.map(({ entry }) => entry).filter(({ word }) => word !== undefined),
  };
}

/** Who made it, whom to ask, who paid for it: it may be all that says so. */
const CREDIT = /\{(?:credits|writers|people|agencies|mail|support|coverage)\}/;

function readRow(row: string): FormRow<SignOff> {
  const [place, letters, slip, spelling = '', agency = ''] = row.split('\t');
  const entry: SignOff = {
    place: place as SignOff['place'],
    agency,
    get credit() {
      return CREDIT.test(spelling);
    },
    source: spelling.includes('{company}'),
    get strong() {
      const marks = spelling.replace(/\{[\w-]{1,20}\??\}/g, '');
      // nothing but a release, or a story that is over, has these on a line of its own
      if (/^#(?: ?#){2}$/.test(spelling)) return true;
      return slip === 'slip' ? agency === 'Xinhua' : /[^\p{L}\s{}#_:]/u.test(marks);
    },
    ...(slip === 'slip' && { word: spelling }),
  };
  return { spelling: normal(spelling), anyCase: letters === 'any', entry };
}

export const formOf = (text: string, place: SignOff['place'], words?: HouseWords): SignOff | undefined =>
  isShortEnough(text) || (text.length <= longestCredits && (place === 'line' || place === 'below'))
    ? formsOf[place](text, words)
    : undefined;
const longestCredits = 400;

const formsOf: Readonly<Record<SignOff['place'], (text: string, words?: HouseWords) => SignOff | undefined>> = {
  line: rememberByTextWith((text, words) => findForm(text, 'line', words)),
  end: rememberByTextWith((text, words) => findForm(text, 'end', words)),
  trail: rememberByTextWith((text, words) => findForm(text, 'trail', words)),
  below: rememberByTextWith((text, words) => findForm(text, 'below', words)),
};

function findForm(text: string, place: SignOff['place'], words: HouseWords | undefined): SignOff | undefined {
  known ??= read();
  const table = known.tables[place];
  const bare = normal(text);
  const trimmed = bare.replace(/(?:\s?\.{1,4}|…)$/, '');
  const found = table.find(trimmed, words) ?? (trimmed === bare ? undefined : table.find(bare, words));
  if (found || place === 'trail' || place === 'below') return found;
  const own = words && (ofHouse(words).get(trimmed) ?? ofHouse(words).get(bare));
  if (own) return own;
  const plain = undecorated(bare);
  const word =
    place === 'line' && plain !== trimmed && /^[\p{L}\d]+$/u.test(plain) ? table.find(plain, words) : undefined;
  return word ?? slipOf(trimmed, place);
}

/** The marks that a house lists: as written but for dashes and spaces, and strong where there is more in them than words. */
const ofHouse = perHouse(
  ({ endMarks = [] }): ReadonlyMap<string, SignOff> =>
    new Map(
      endMarks.map((mark) => {
        const strong = /[^\p{L}\p{M}\p{N}\s]/u.test(mark);
        return [normal(mark), { place: 'end', agency: 'desks', credit: false, source: false, strong }];
      }),
    ),
);

/** A mark is short; only a credit runs on. */
export const isShortEnough = (text: string): boolean =>
  text.length <= 100 || (/^(?:[([©]|\p{Lu}[\p{L} ]{5,24} by )/u.test(text) && text.length <= 420);

/** One spelling of dashes and spaces, for looking up a mark. */
const normal = (text: string): string =>
  text
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^([-*=#~_]+) /, '$1')
    .replace(/ ([-*=#~_]+)$/, '$1')
    .replace(/-{2,}/g, '-')
    .replace(/^#{4,12}$/, '###')
    .replace(/^# #(?: #){2,8}$/, '# # #');

export const undecorated = (text: string): string =>
  text.replace(/^[-‐-―*=~<([/_ ]{1,8}/, '').replace(/[-‐-―*=~>)\]/_ .]{1,8}$/, '');

/** "REUTE", "REUITER", "REUTER E": one letter lost, wrong, doubled or strayed. Behind a sentence only near the full length. */
function slipOf(text: string, place: SignOff['place']): SignOff | undefined {
  const letters = /^(\p{L}{4,9})(?: \p{L})?$/u.exec(text)?.[1];
  if (letters === undefined) return undefined;
  return known?.words.find(
    ({ word = '', agency }) =>
      (place === 'line' || (agency === 'Xinhua' && letters.startsWith('End'))) &&
      isOneEditAway(letters.toLowerCase(), word.toLowerCase()),
  );
}

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const left = a.length - head - tail;
  const right = b.length - head - tail;
  const swapped = left === 2 && right === 2 && a[head] === b[head + 1] && a[head + 1] === b[head];
  return swapped || (left <= 1 && right <= 1);
}

/** Whether a mark behind a sentence may begin with the character. */
export const startsMark = (character: string, words: HouseWords | undefined): boolean =>
  (known ??= read()).starts.has(character) || (words !== undefined && startsOf(words).has(character));

const startsOf = perHouse(
  ({ endMarks = [], agencies = [] }): ReadonlySet<string> =>
    new Set([...endMarks.map((mark) => mark.trim()), ...agencies].map((entry) => entry.charAt(0))),
);
