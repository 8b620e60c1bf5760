// Labels of a web page's controls, by their words and how these go together.
import { data as labels } from '../../lexicon/furniture/controls.txt';
import { data as words } from '../../lexicon/furniture/control-words.tsv';
import { data as pointers } from '../../lexicon/furniture/pointers.txt';
import { rememberByText } from '../../text/memoize-by-text';
import { type HouseWords, perHouse } from '../house-words';
import { type FormTable, formTable, type Slots } from './form';

/** A control of the page around a story, or a pointer away from it, which somebody may have written on purpose. */
export type Control = 'control' | 'pointer';

/** What a line is that is a control's label and could hardly be copy. */
export const controlOf = (line: string, words?: HouseWords): Control | undefined =>
  words && isOfHouse(line, words) ? 'control' : knownControl(line);

export const isControl = (line: string, words?: HouseWords): boolean => controlOf(line, words) !== undefined;

/** A label that the house lists, whatever its capitals and the signs round it: "» Les mer". */
const isOfHouse = (line: string, words: HouseWords): boolean =>
  line.length <= LONGEST_OF_HOUSE && ofHouse(words).has(labelOf(line));

const ofHouse = perHouse(({ pageControls = [] }): ReadonlySet<string> => new Set(pageControls.map(labelOf)));

const labelOf = (line: string): string => {
  const label = withoutSigns(line.trim().replace(/\s+/g, ' '));
  return (label.endsWith(':') ? label.slice(0, -1) : label).toLowerCase();
};
const LONGEST_OF_HOUSE = 160;

const knownControl = rememberByText((line): Control | undefined => {
  const label = withoutSigns(line.replace(/\s+/g, ' '));
  if (label === '') return undefined;
  const listed = listedAs(label, line);
  if (listed) return listed;
  if (isRow(label)) return 'control';
  if (leadsByShortLink(label)) return 'pointer';
  return isCommand(label) || isKindOfMatter(label) ? 'pointer' : undefined;
});

/** A word that is a label among labels: "Facebook", "Menu", "Sport". */
export const isLabel = (line: string): boolean =>
  line.length < 20 && ['button', 'brand', 'section'].some((kind) => is(kind, line.trim().toLowerCase()));

/** "Twitter", "Google+": a site's name. */
export const isSocial = (word: string): boolean => is('brand', word.replace(/\+$/, '').toLowerCase());

// ---- single labels -----------------------------------------------------------------------------------------------------

export const controlSlots: Slots = {
  // a stop with another sentence behind it, or at the end of one, makes it copy: "Topics: the budget. Voters come at noon."
  rest: /^(?:[^.!?]|[.!?](?! \p{Lu}|$)){1,140}$/u,
  sizes: /^[ A+|/-]{1,20}$/,
  number: /^(?:\d{1,4}|an?|one)$/i,
  clock: /^\d{1,2}:\d\d(?::\d\d)?$/,
  name: /^\p{Lu}[\p{L}'’. -]{1,40}$/u,
  handle: /^@\w{1,30}$/,
  count: /^\d[\d.,]{0,8}[KM]?$/i,
  // a day with its year: "May 19, 2025"
  when: /^(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}, |\d{1,2} \p{Lu}\p{Ll}{2,8} )(?:19|20)\d\d$/u,
  account: /^\w{1,30}$/,
  // on a post: "May 19", "19 May 2025", "3h"
  'when-posted':
    /^(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, (?:19|20)\d\d)?|\d{1,2} \p{Lu}\p{Ll}{2,8}(?: (?:19|20)\d\d)?|\d{1,2} ?[smhd])$/u,
  choices: /^(?:preferences|settings|choices|options|consent|notice)$/i,
  // the story, and no help or life
  reading:
    /^(?:(?:continue|keep|carry on) reading\b.{0,60}|(?:read|view|access|unlock|finish) (?:[a-z]{1,12} ){0,3}(?:article|story|stories|articles|content|post|page|report|more)\b.{0,30})$/i,
  group: /^(?:channels?|groups?|community|broadcast channel|newsletter)$/i,
  item: /^(?:story|article|content|post|report|page|piece|feature)$/i,
  site: /^(?:site|website|page|service)$/i,
  link: /^(?:https?:\/\/|www\.|@)\S{2,80}$/,
  mail: /^[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,40}){1,4}$/,
  social: {
    test: (text) =>
      text
        .toLowerCase()
        .split(/, and |, | and | & | or /)
        .every((word) => is('brand', word)),
    get source() {
      const one = `(?:${[...(kindsOfWords().get('brand') ?? [])].join('|')})`;
      return `^${one}(?:(?:, and |, | and | & | or )${one}){0,6}$`;
    },
    ignoreCase: true,
  },
  short: /^\w{4,20}$/,
  year: /^(?:19|20)\d\d$/,
  // "Sign up for our weekly newsletter", and not for classes
  medium: /\b(?:newsletters?|inbox|updates|alerts|app|channel|news|briefing|podcasts?|e-?mails?)\b/i,
};

let listed: FormTable<Control> | undefined;

function listedAs(label: string, line: string): Control | undefined {
  const rows = (data: string, entry: Control) =>
    data.split('\n').map((spelling) => ({ spelling, anyCase: true, entry }));
  listed ??= formTable([...rows(labels, 'control'), ...rows(pointers, 'pointer')], controlSlots);
  const exact = listed.find(label) ?? (line === label ? undefined : listed.find(line));
  if (exact) return exact;
  // a stop behind one or two words makes them a heading of the story's own, behind many a pointer a sentence
  const words = label.endsWith('.') ? label.split(' ').length : 0;
  const bare = words > 2 ? label.slice(0, -1) : label.replace(/\.{3}$/, '');
  const found = bare === label ? undefined : listed.find(bare);
  if (found && !(found === 'pointer' && words > longestPointer)) return found;
  return CAPITALS_BEFORE_TITLE.test(label) ? 'pointer' : undefined;
}

const longestPointer = 4;

/** "READ MORE Ferry fares to rise": the label in capitals, another story's headline behind it. */
const CAPITALS_BEFORE_TITLE =
  /^(?:READ MORE|READ ALSO|ALSO READ|READ NEXT|SEE ALSO|MORE|RELATED|DON['’]T MISS)(?:: | \p{Lu})[^.!?]{0,100}\p{Ll}[^.!?]{0,60}$/u;

let kinds: ReadonlyMap<string, ReadonlySet<string>> | undefined;

const is = (kind: string, word: string): boolean => kindsOfWords().get(kind)?.has(word) ?? false;

const kindsOfWords = (): ReadonlyMap<string, ReadonlySet<string>> =>
  (kinds ??= new Map(
    words.split('\n').map((row) => {
      const [name = '', all = ''] = row.split('\t');
      return [name, new Set(all.split(' '))];
    }),
  ));

const longestLabel = 7;

/** "Download our app", "View 12 comments", "Share via WhatsApp": told to the reader, and about the page. */
function isCommand(label: string): boolean {
  if (!is('command', firstOf(label))) return false;
  const [, ...rest] = label.toLowerCase().split(' ');
  if (rest.length === 0 || rest.length >= longestLabel) return false;
  let about = false;
  for (const [i, word] of rest.entries()) {
    const brand = is('brand', word) && is('before-brand', rest[i - 1] ?? '');
    if (brand || is('object', word)) about = true;
    else if (!is('between', word) && !(word === 'on' && is('brand', rest[i + 1] ?? '')) && !/^\d{1,4}$/.test(word))
      return false;
  }
  return about;
}

/** "Related articles", "Promoted Stories". */
function isKindOfMatter(label: string): boolean {
  const sort = firstOf(label);
  return is('sort', sort) && is('matter', label.slice(sort.length + 1).toLowerCase());
}

/** Most lines are copy, and their first word tells. */
function firstOf(label: string): string {
  const end = label.indexOf(' ');
  return (end < 0 ? label : label.slice(0, end)).toLowerCase();
}

/** "Video here https://t.co/9QwErTy123", "Read our report: bit.ly/3xYzAbC": a few words that send a reader on, and a shortened address. */
function leadsByShortLink(label: string): boolean {
  if (!label.includes('/')) return false;
  const words = label.split(' ');
  const [first = ''] = words;
  const lead = first.toLowerCase().replace(/[:,]$/, '');
  if (words.length < 2 || words.length > longestLead || !SHORTENED.test(words.at(-1) as string)) return false;
  return (is('command', lead) || is('lead', lead)) && !words.slice(0, -1).some((word) => /[.!?]$/.test(word));
}

const longestLead = 9;
const SHORTENED =
  /^(?:https?:\/\/)?(?:t\.co|bit\.ly|ow\.ly|buff\.ly|goo\.gl|trib\.al|tinyurl\.com|dlvr\.it|is\.gd|lnkd\.in|youtu\.be|fb\.me|reut\.rs|apne\.ws|nyti\.ms|wapo\.st|bbc\.in|cnn\.it|pic\.(?:twitter|x)\.com)\/\w{3,24}$/i;

// ---- rows of labels ----------------------------------------------------------------------------------------------------

/** "News | Sport | Weather", "Home > News > World", "Share Tweet Email Print": labels and nothing else. */
function isRow(label: string): boolean {
  const parts = label.split(/ ?[|·•>›»] ?| [/–-] /).filter(Boolean);
  return parts.length > 1 ? parts.every((part) => isLabel(part) || isSingle(part)) : isRunOfLabels(label);
}

const isSingle = (label: string): boolean =>
  listedAs(label, label) !== undefined || isCommand(label) || isKindOfMatter(label);

/** Labels with a space between them, the longest taken each time: one at least is a control, or all are names of sites. */
function isRunOfLabels(label: string): boolean {
  const all = label.split(' ');
  if (all.length < 2 || all.length > 16) return false;
  let controls = 0;
  let brands = 0;
  let taken = 0;
  for (let from = 0; from < all.length; taken++) {
    let to = Math.min(all.length, from + longestLabel);
    while (to > from && !isSingle(all.slice(from, to).join(' '))) to--;
    if (to > from) controls++;
    else if (is('brand', (all[from] ?? '').toLowerCase())) brands++;
    else if (!isLabel(all[from] ?? '')) return false;
    from = Math.max(to, from + 1);
  }
  return taken > 1 && (controls > 1 || (controls > 0 && taken > 2) || brands === taken);
}

const OPENING_SIGNS = ' >›»•·|▶►▼↓→←✉[(-–—';
const CLOSING_SIGNS = ' >›»•·|▶►▼↓→←])…-–—';
const MOST_SIGNS = 8;

/** Without arrows, bullets, dashes and brackets at either end. */
function withoutSigns(line: string): string {
  let from = 0;
  while (from < MOST_SIGNS && from < line.length && OPENING_SIGNS.includes(line.charAt(from))) from++;
  let to = line.length;
  while (to > from && line.length - to < MOST_SIGNS && CLOSING_SIGNS.includes(line.charAt(to - 1))) to--;
  return line.slice(from, to);
}
