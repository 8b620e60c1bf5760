// Press releases: their release line, single lines for newsrooms, and the matter at their end that a heading opens.
import { data as labels } from '../../lexicon/furniture/release-labels.tsv';
import { data } from '../../lexicon/furniture/releases.tsv';
import { rowsOf } from '../../lexicon/schema';
import { releaseLabels, releases } from '../../lexicon/schemas';
import { wordList } from '../../lexicon/word-lists';
import { lately } from '../../text/lately';
import { type FormTable, formTable, type Slots } from './form';
import { lineAt, type Place, type Recogniser, whole } from './part';
import { pictureSlots } from './pictures';

/** "FOR IMMEDIATE RELEASE", above the story; "Media contact: Jane Roe, 555-010-7788", above or below. */
export const releaseLine: Recogniser = (piece, place) => {
  const { before, after, lines } = place;
  if (piece.length > longestLine || lines.length < 2 || (before > 0 && after > 0)) return undefined;
  const kind = formOf(piece);
  const isLine =
    kind === 'line' || (before === 0 && (kind === 'release' || kind === 'opens' || isInContactAbove(piece, place)));
  return isLine ? whole(piece, 'advisory', { kind: 'release' }) : undefined;
};

const longestLine = 400;

/** "Jane Roe", "555-010-7788" below "Contact:" above the story. */
function isInContactAbove(piece: string, place: Place): boolean {
  if (piece.length > 60 || /[.!?]$/.test(piece)) return false;
  for (let by = -1; by >= -MOST_ADDRESS; by--) {
    const above = lineAt(place, by);
    if (above === '') return false;
    if (formOf(above) === 'opens' && /:$/.test(above))
      return by === -1 ? isAddress(piece) || NAME.test(piece) : isAddress(piece);
    if (!isAddress(above) && !(NAME.test(above) && above.length < 40)) return false;
  }
  return false;
}

/** Lines of an address below its heading. */
const MOST_ADDRESS = 5;
const NAME = /^\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3}(?:, \p{Lu}.{0,30})?$/u;
const isAddress = (text: string): boolean =>
  /^(?:(?:tel|phone|mobile|cell|office|email|e-mail|web)[.:]* ?)?(?:\+|\()?\d[\d ().+-]{5,}\d$|^(?:e-?mail: ?)?[\w.+-]+@[\w.-]+$|^(?:https?:\/\/|www\.)\S+$/i.test(
    text,
  );

/** "Notes to editors", "Media contact:", "Forward-Looking Statements": opens the matter at a release's end. */
export const opensContacts: Recogniser = (piece, place) => {
  if (place.before === 0 || piece.length > 160 || /[.!?]$/.test(piece)) return undefined;
  const text = bare(piece);
  if (formOf(piece) === 'opens' || (isLabel(text, 'desk') && hasAddressBelow(place))) return whole(piece, 'contact');
  return undefined;
};

/** "Contact" by itself is a word; above a telephone it is a heading. */
function hasAddressBelow(place: Place): boolean {
  for (let by = 1; by <= MOST_ADDRESS; by++)
    if (isAddress(lineAt(place, by)) || REACH.test(lineAt(place, by))) return true;
  return false;
}

/**
 * "About Meridian Capital", and below it a paragraph that speaks of that name, or begins as such paragraphs do: what a company says of
 * itself behind each release. "About Meridian: …" is both in one.
 */
export const opensBoilerplate: Recogniser = (piece, place) => {
  if (place.before === 0 || place.lines.length - place.index > longestEnd) return undefined;
  const inline = ABOUT_INLINE.exec(piece);
  if (inline?.[1] !== undefined && place.after <= 3)
    return speaksOf(inline[2] ?? '', inline[1]) ? whole(piece, 'contact', boilerplate) : undefined;
  const company = piece.length <= 80 ? ABOUT.exec(piece)?.[1] : undefined;
  if (company === undefined) return undefined;
  const below = lineAt(place, 1);
  return /^us$/i.test(company) || speaksOf(below, company) || (company.includes(' ') && OPENS_SELF.test(below))
    ? whole(piece, 'contact', boilerplate)
    : undefined;
};

const boilerplate = { kind: 'boilerplate' } as const;
/** Lines of a release's end: behind a heading in the middle of a story more follows. */
const longestEnd = 16;
const ABOUT = /^(?:About|ABOUT) (?:the |The |THE )?((?:\p{Lu}|us$|us:|[a-z]{1,30}\.)[^!?:]{0,70}):?$/u;
const ABOUT_INLINE = /^(?:About|ABOUT) (?:the |The )?(\p{Lu}[^.!?:]{1,60}): (.{20,})$/u;
/** "We are …", "Our mission …", "Founded in 1911, …" */
const OPENS_SELF = /^(?:We|Our|At|Founded|Established|Headquartered|Based|Since|With) /;

/** Some word of the name within its first words. */
function speaksOf(text: string, company: string): boolean {
  const opening = text.slice(0, 90).toLowerCase();
  return company
    .toLowerCase()
    .split(/[\s,.]+/)
    .some((word) => word.length > 2 && !small.has(word) && opening.includes(word));
}

const small = wordList('small words of names');

// ---- forms -------------------------------------------------------------------------------------------------------------

/** A telephone, an address, or whom to ask. */
const REACH = /\d{3}[ -]?\d{2}|\w@\w|https?:\/\/|www\.|(?:press|media) (?:office|team)/i;

/** What the form of a line may hold. */
export const releaseSlots: Slots = {
  ...pictureSlots,
  more: /^ ?[:,|/–—-]{1,2} .{1,60}$/,
  dash: /^[-–—]$/,
  colon: /^:$/,
  day: /^(?:\p{Lu}\p{L}{2,8},? )?(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} \p{Lu}\p{L}{2,8} \d{4})$/u,
  link: /^https?:\/\/\S{3,200}$/,
  reach: /^.{0,120}(?:\d{3}|\w@\w|https?:\/\/|www\.|press office|media team).{0,120}$/i,
  asks: /^(?: (?:on|about|regarding) [^,.]{1,60})?,? (?:please )?(?:contact|e-?mail|call|reach|telephone|phone|ring) .{1,160}$/i,
  asked: /^,? (?:please )?(?:contact|call|e-?mail):?$/i,
  forward: /^.{0,80}forward-looking\b.{0,400}$/i,
  desk: labelSlot('desk'),
  notes: labelSlot('notes'),
  picture: labelSlot('picture'),
};

type LabelKind = 'desk' | 'notes' | 'picture';
let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
let forms: FormTable<'release' | 'line' | 'opens'> | undefined;

function isLabel(text: string, kind: LabelKind): boolean {
  return labelsOf(kind).has(text.toLowerCase());
}

function labelsOf(kind: LabelKind): ReadonlySet<string> {
  known ??= new Map(
    (['desk', 'notes', 'picture'] as const).map((one) => [
      one,
      new Set(rowsOf(releaseLabels, labels).flatMap((row) => (row.kind === one ? [row.form] : []))),
    ]),
  );
  return known.get(kind) as ReadonlySet<string>;
}

function labelSlot(kind: LabelKind): Slots[string] {
  return {
    test: (text) => isLabel(text, kind),
    get source() {
      return `^(?:${[...labelsOf(kind)].join('|')})$`;
    },
    ignoreCase: true,
  };
}

const formOf = lately((piece) => {
  forms ??= formTable(
    rowsOf(releases, data).map(({ kind, letters, form }) => ({
      spelling: form,
      anyCase: letters === 'any',
      entry: kind,
    })),
    releaseSlots,
  );
  const text = bare(piece);
  return forms.find(text) ?? (text.endsWith('.') ? forms.find(text.slice(0, -1)) : undefined);
});

/** Without the dashes, bullets and brackets that set a note off. */
const bare = (piece: string): string => piece.replace(/^[-–—•*_#([\s]{1,6}/, '').replace(/[)\]*_]{1,4}$/, '');
