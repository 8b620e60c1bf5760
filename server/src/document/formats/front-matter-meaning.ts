// What the fields of front matter say: which of them hold copy, and what the story says of itself, in the words of site generators.
import type { PartData, Role } from '../role';
import { dateAt, isoOf } from '../structure/dates';
import { type Genre, genres, type Problem } from '../story';
import { heldBy, isNoteHeld, noteData } from './fields/notes';
import { kindNamed, genreSaid } from './fields/kinds';
import type { Field, Fields } from './front-matter-field';
import { isoDay } from './tags/days';
import { partData } from './tags/parts';

/** A field that is a part of the story. */
export interface CopyField extends Field {
  readonly role: FieldRole;
  readonly data?: PartData | undefined;
}

type FieldRole = Extract<
  Role,
  'headline' | 'subhead' | 'caption' | 'credit' | 'byline' | 'dateline' | 'embargo' | 'restricted'
>;

export interface Meaning {
  /** ISO `2016-12-07`. */
  readonly date?: string;
  readonly genre?: Genre;
  /** BCP 47. */
  readonly language?: string;
  /** What of the fields is read, in the order of the file, each with its part of the story. */
  readonly copy: readonly CopyField[];
  readonly problems: readonly Problem[];
}

export function meaningOf(fields: Fields): Meaning {
  const problems: Problem[] = [];
  const doubt = (key: string, wanted: string, instead: string): void => {
    const line = fields.get(key)?.line as number;
    problems.push({
      code: 'front-matter',
      line,
      severity: 'note',
      message: `The ${key} in the front matter (line ${line}) was left out: it is not ${wanted}. The draft is read ${instead}.`,
    });
  };
  const date = fields.get('date')?.value;
  const day = dayIn(fields);
  if (date && !day) doubt('date', dayWanted(date), 'on the day that its dateline or the settings give, or on none');
  const named = fields.get('genre')?.value;
  const genre = genreIn(fields);
  if (named && !genre)
    doubt('genre', `one of ${genres.join(', ')}`, 'as the genre that the settings give, or as a story');
  const language = firstOf(fields, LANGUAGE);
  return {
    problems,
    copy: copyIn(fields),
    ...(day && { date: day }),
    ...(genre && { genre }),
    ...(language && { language }),
  };
}

// ---- what the story says of itself ---------------------------------------------------------------------------------------

/** The first that can be read; when it was changed last is another day. */
const DAY = [
  'date',
  'published',
  'pubdate',
  'publishdate',
  'datepublished',
  'publisheddate',
  'publishedat',
  'publishedon',
];
const LANGUAGE = ['language', 'lang', 'locale'];
/** Where sites keep what kind of page it is; only those that say it in so many words. */
const KIND = ['kind', 'type', 'articletype', 'contenttype', 'section', 'category'];

/** `publish_date`, `publishDate`. */
const bare = (key: string): string => key.replace(/[-_]/g, '');

function firstOf(fields: Fields, keys: readonly string[]): string | undefined {
  for (const key of keys)
    for (const [path, { value }] of fields) if (bare(path) === key && value.trim()) return value.trim();
  return undefined;
}

function dayIn(fields: Fields): string | undefined {
  for (const key of DAY) {
    const value = firstOf(fields, [key]);
    const iso = value === undefined ? undefined : isoDate(value);
    if (iso) return iso;
  }
  return undefined;
}

/** "03/05/2024" is a day in March or one in May. */
const dayWanted = (value: string): string =>
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/.test(value)
    ? 'a day that can be read in one way only, such as 2016-12-07 or December 7, 2016'
    : 'a day such as 2016-12-07 or December 7, 2016';

function isoDate(value: string): string | undefined {
  const date = dateAt(value, 0);
  // a time may follow, nothing else
  return date && /^(?:[T\s,].*)?$/.test(value.slice(date.end)) ? isoOf(date) : undefined;
}

function genreIn(fields: Fields): Genre | undefined {
  const genre = fields.get('genre')?.value.trim();
  if (genre) return genres.find((one) => one === genre) ?? genreSaid(genre);
  for (const key of KIND) {
    const kind = kindNamed(firstOf(fields, [key]));
    if (kind) return kind;
  }
  return undefined;
}

// ---- parts of the story --------------------------------------------------------------------------------------------------

const headlineKeys: readonly string[] = ['title', 'headline'];

/** Of two headlines the first that says something. */
function copyIn(fields: Fields): CopyField[] {
  const headline = headlineKeys.find((key) => fields.get(key)?.value.trim());
  const found: CopyField[] = [];
  for (const [path, field] of fields) {
    const part = path === headline ? ({ role: 'headline' } as const) : partOf(path, field.value.trim());
    if (part) found.push({ ...field, ...part });
  }
  const at = ({ line, written }: Field): number => written?.pieces[0]?.start ?? line;
  return found.sort((a, b) => a.line - b.line || at(a) - at(b));
}

function partOf(path: string, value: string): Pick<CopyField, 'role' | 'data'> | undefined {
  const parts = path.split('.');
  const key = bare(parts.at(-1) ?? '');
  const isTop = parts.length === 1;
  if (isTop && EMBARGO.test(key))
    return isHeldBack(value) ? { role: 'embargo', data: partData('embargo', value) } : undefined;
  if (isTop && STATE.test(key)) {
    const role = heldBy(value);
    return role && { role };
  }
  if (isTop && NOTE.test(key)) {
    const role = isNoteHeld(value);
    return role && { role, data: noteData(value) };
  }
  if (!isWords(value)) return undefined;
  if (isTop && SUBHEAD.test(key)) return { role: 'subhead' };
  if (isTop && BYLINE.test(key)) return { role: 'byline', data: partData('byline', value) };
  if (/^(?:authors?|byline|by)(?:\.\d{1,3})?(?:\.name)?$/.test(path))
    return { role: 'byline', data: partData('byline', value) };
  if (isTop && DATELINE.test(key) && value.length < LONGEST_PLACE)
    return { role: 'dateline', data: partData('dateline', value) };
  // what search engines and other sites show of it
  if (key === 'description' && SHOWN_ELSEWHERE.test(parts[0] ?? '') && parts.length === 2) return { role: 'subhead' };
  // the words of a picture stand with the picture, `cover: { alt: … }`, or in a field of their own
  const isOfPicture = isTop || parts.slice(0, -1).some((one) => PICTURE.test(one));
  if (isOfPicture && CAPTION.test(saidOf(key))) return { role: 'caption' };
  return isOfPicture && CREDIT.test(saidOf(key)) ? { role: 'credit' } : undefined;
}

const SUBHEAD =
  /^(?:summary|description|dek|deck|subtitle|subhead|subheading|subheadline|subheader|excerpt|standfirst|lede|lead|leadtext|teaser|strapline|abstract|intro|kicker)$/;
const SHOWN_ELSEWHERE = /^(?:seo|meta|og|opengraph|social|twitter|sharing|share)$/;
const BYLINE = /^(?:byline|by|authors?|authorname|writers?)$/;
const DATELINE = /^(?:dateline|location|locatedin)$/;
/** Units of a place and a day. */
const LONGEST_PLACE = 120;
const EMBARGO = /^(?:embargo|embargoed|embargo(?:ed)?(?:until|till|to|date|time|lifts|ends))$/;
const STATE = /^(?:status|pubstatus|publicationstatus|publishingstatus|state|workflowstate)$/;
const NOTE = /^(?:ednotes?|editors?notes?|notestoeditors?|deskn?otes?|advisory)$/;
/** "featuredImageCaption", "cover_alt", "caption": what a field says of its picture, without which picture it is. */
const saidOf = (key: string): string => key.replace(OF_PICTURE, '');
const OF_PICTURE =
  /^(?:featured|main|lead|cover|hero|header|banner|preview|thumbnail|teaser|social|og)?(?:image|img|photo|picture|figure|cover|hero|header|banner|thumbnail|featured)?/;
const CAPTION = /^(?:caption|alt|alttext)$/;
const CREDIT = /^credits?$/;
const PICTURE = /image|img|photo|picture|figure|cover|hero|header|banner|thumb|featured|gallery|resources|media/;

/** Until when, or that it is: "false" and "none" say that it is not. */
const isHeldBack = (value: string): boolean =>
  isoDay(value) !== undefined ||
  /^(?:true|yes)$/i.test(value) ||
  (value !== '' && isWords(value) && !/^none$/i.test(value));

/** Neither an address nor a value that a program asks for. */
function isWords(value: string): boolean {
  const isAddress = !/\s/.test(value) && /\/|\.[a-z]{2,5}$/i.test(value);
  return /\p{L}/u.test(value) && !isAddress && !/^(?:true|false|null|yes|no)$/i.test(value);
}
