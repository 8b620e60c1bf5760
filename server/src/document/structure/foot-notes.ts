// Feet in sentences: whose the story is, where it stood first, who wrote it and how to reach them. "© 2024 Harrow Media. All rights
// reserved." A line is one where each of its sentences has the form of one; behind the last paragraph the last of its sentences may be.
import { data } from '../../lexicon/furniture/foot-notes.tsv';
import { rowsOf } from '../../lexicon/schema';
import { footNotes } from '../../lexicon/schemas';
import { rememberByText } from '../../text/memoize-by-text';
import type { PartData } from '../role';
import { isControl, isSocial } from './controls';
import { type FormTable, formTable, type Slots } from './form';
import { claim, type ChunkInStory, type Recogniser, whole } from './part';
import { inQuotation } from './sign-off';
import { formOf } from './sign-off-forms';

/** What a foot says; `bio` says no more than that somebody is a reporter. */
type Says = 'rights' | 'reprint' | 'author' | 'bio';

/** A whole line below the story, or among what else stands there. */
export const footNote: Recogniser = (piece, place) => {
  if (place.before === 0 || place.after > farthest || piece.length > longest) return undefined;
  const says = whatItSays(piece);
  if (!says || (says === 'bio' && (place.after > 0 || !isOfTheWriter(piece, place)))) return undefined;
  // "Follow Harrow Post on Facebook" is the page's own
  if (says === 'author' && isControl(piece)) return undefined;
  return whole(piece, 'sign-off', dataOf(says));
};

/** The same behind the last sentence of the copy: the last sentences of that line, and at least one more before them. */
export const footNoteBehind: Recogniser = (piece, { after }) => {
  if (after > 0 || !MAY_BE.test(piece.slice(-longest))) return undefined;
  const starts = sentenceStarts(piece).filter((at) => at > 0 && piece.length - at <= longest);
  for (const start of starts) {
    const says = whatItSays(piece.slice(start));
    if (says && says !== 'bio' && !inQuotation(piece, start))
      return claim(start, piece.length, 'sign-off', { ...dataOf(says), glued: true });
  }
  return undefined;
};

/** "… the ministry said. Ana Brandt contributed to this report.": a credit behind the last sentence, which a person parts from it. */
export const creditBehind: Recogniser = (piece, { after }) => {
  if (after > 0 || !CREDITS.test(piece.slice(-longestCredit))) return undefined;
  for (const start of sentenceStarts(piece)) {
    if (start === 0 || piece.length - start > longestCredit) continue;
    const tail = piece.slice(start);
    const form = CREDITS.test(tail) && !inQuotation(piece, start) ? formOf(tail, 'line') : undefined;
    if (form?.credit)
      return claim(start, piece.length, 'sign-off', { agency: form.agency, kind: 'credit', glued: true });
  }
  return undefined;
};

const longestCredit = 300;
const CREDITS = /\b(?:contributed|helped with|[Rr]eporting by|[Ee]diting by|[Ww]riting by|[Cc]ompiled by)\b/;

const dataOf = (says: Says): PartData => ({ agency: 'desks', kind: says === 'bio' ? 'author' : says });

/** Lines of copy that may stand behind. */
const farthest = 2;
const longest = 600;

/** All of the line's sentences have a form, and one of them stands by itself. */
const whatItSays = rememberByText((line): Says | undefined => {
  if (!MAY_BE.test(line)) return undefined;
  const parts = sentencesOf(bareOf(line));
  if (parts.length > MOST) return undefined;
  let says: Says | undefined;
  for (let from = 0; from < parts.length; ) {
    const found = longestAt(parts, from);
    if (!found) return undefined;
    if (found.kind !== 'more' && found.kind !== 'rights-more' && (says === undefined || says === 'bio'))
      says = found.kind;
    from = found.to;
  }
  return says;
});

/** Without the marks that set it off; "(c)" keeps its brackets. */
const bareOf = (line: string): string =>
  line.replace(/^[-–—*•_[\s]{1,6}|^\((?![cC]\))/, '').replace(/[\s)\]*_]{1,6}$/, '');

/** Sentences of a foot. */
const MOST = 9;

type Kind = Says | 'more' | 'rights-more';

/** Several parts may be one sentence, with "Inc." in it. */
function longestAt(parts: readonly string[], from: number): { readonly kind: Kind; readonly to: number } | undefined {
  for (let to = Math.min(parts.length, from + 4); to > from; to--) {
    const kind = noteKindOf(
      parts
        .slice(from, to)
        .join(' ')
        .replace(/[.!;]$/, ''),
    );
    if (kind) return { kind, to };
  }
  return undefined;
}

/** What the line must hold somewhere. */
const MAY_BE =
  /©|\(c\) ?\d|copyright|rights reserved|@|www\.|publish|appear|adapted|original|headline|provided by|printed|reproduced|syndicated|courtesy|partnership|reporter|correspondent|writer|editor|columnist|journalist|covers|writes|reports|reached|follow |riservat|réservés|reservad|vorbehalten|voorbehouden|zastrze|interdite/i;

const sentencesOf = (text: string): string[] => {
  const starts = [...sentenceStarts(text), text.length];
  return starts.slice(0, -1).map((start, i) => text.slice(start, starts[i + 1]).trim());
};

/** Where sentences begin, the first among them; a stop in a name parts it too. */
function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const { index } of text.matchAll(/(?<=[.!?]["”’)]?) (?=[\p{Lu}©™@(])/gu)) starts.push(index + 1);
  return starts;
}

/** The byline has that name, or the story speaks of nobody who is called so. */
function isOfTheWriter(piece: string, { lines, index }: ChunkInStory): boolean {
  const name = NAME_FIRST.exec(bareOf(piece))?.[1];
  if (name === undefined || lines.length - index > NOTES) return false;
  const surname = name.split(' ').at(-1) ?? name;
  return !lines.some(
    ({ text }, at) =>
      at !== index &&
      text.includes(surname) &&
      !(/^By\b/i.test(text) && text.length < 120) &&
      whatItSays(text) === undefined,
  );
}
/** Lines from the page's end among which such a note stands. */
const NOTES = 30;
const NAME_FIRST = /^(\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){1,3}) \p{Ll}/u;

// ---- forms -------------------------------------------------------------------------------------------------------------

const MAIL = /[\w.+-]@[\w-]{1,60}\.\w/;
const PHONE = /\d[\d ().+-]{5,}\d/;
const HANDLE = /^@\w{1,30}$/;

/** Words of a name and what joins them; `more` may stand among them too. */
const namesOnly = (more: RegExp): Slots[string] => ({
  test: (text) => {
    const words = text.split(/[ ,]+/).filter(Boolean);
    return (
      words.length > 0 &&
      words.length <= 18 &&
      words.every((word) => NAME_WORD.test(word) || JOINS.test(word) || more.test(word)) &&
      /[\p{Lu}\d]|\.\p{Ll}{2}/u.test(text)
    );
  },
  source:
    "^(?:[\\p{Lu}\\d][\\p{L}\\d.&'’/+-]{0,40}|of|the|and|for|a|an|by|in|on|with|&)(?:,? (?:[\\p{Lu}\\d][\\p{L}\\d.&'’/+-]{0,40}|of|the|and|for|a|an|by|in|on|with|&)){0,18}$",
});
const NAME_WORD =
  /^["“(]?(?:[\p{Lu}\d][\p{L}\d.&'’/+-]{0,40}|&|[\p{L}\d-]{1,40}\.(?:com|org|net|co|uk|au|in|tv|info|example)(?:[/.]\S{0,60})?)["”).]{0,2}$/u;
const JOINS = /^(?:of|the|and|for|a|an|by|de|la|le|du|des|der|das|del|und|et|y)$/;
const NONE = /^$/;
const OF_OWNERS =
  /^(?:or|its|affiliates|licensors|respective|owners|company|division|part|unit|subsidiary|via|all|rights|reserved)$/i;
const OF_PLACES =
  /^(?:in|on|at|from|under|title|headline|edition|print|online|website|site|magazine|newsletter|blog|our|sister|is|has|been|republished|reprinted|with|permission|here|issue|as|part)$/i;

/** What the form of a foot's sentence may hold. */
export const footSlots: Slots = {
  year: /^(?:19|20)\d\d(?: ?[-–] ?(?:19|20)?\d\d)?$/,
  owner: namesOnly(OF_OWNERS),
  by: namesOnly(NONE),
  where: {
    test: (text) =>
      /^(?:by|in|on|at|from|here|with) ?/.test(text) &&
      namesOnly(OF_PLACES).test(text.replace(/^(?:by|in|on|at|from|with) /, '')),
    source: '^(?:by|in|on|at|from|with) .{2,120}$',
  },
  name: /^(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30})(?: (?:de|van|von|bin|al|and|\p{Lu}[\p{L}\p{M}.'’-]{0,30})){0,5}$/u,
  full: /^(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30})(?: (?:de|van|von|bin|al|and|\p{Lu}[\p{L}\p{M}.'’-]{0,30})){1,5}$/u,
  item: /^(?:story|article|report|piece|post|item|dispatch|column|essay|interview|commentary|feature|video|excerpt|content)$/i,
  verb: /^(?:originally )?(?:published|posted)$/,
  reach: {
    test: (text) =>
      text.length <= 140 &&
      (MAIL.test(text) || PHONE.test(text) || /(?:^|[ ,])@\w/.test(text)) &&
      !/ (?:said|says) /.test(text),
    source: '^.{0,120}(?:\\d{3}|@\\w|\\w@\\w).{0,120}$',
  },
  mail: /^[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,40}){1,4}$/,
  handle: HANDLE,
  link: /^(?:https?:\/\/|www\.)\S{2,80}$/,
  handles: { test: (text) => areSites(text) && text.includes('@'), source: '^.{0,60}@\\w{1,30}.{0,60}$' },
  'more-sites': { test: (text) => areSites(`@${text}`), source: '^\\w{1,30}(?:[ ,&].{0,60})?$' },
  socials: { test: (text) => areSites(text), source: '^[\\p{L}+ ,&@\\w]{2,80}$' },
  post: /^(?:\p{L}[\p{L}’'-]{0,30} ){0,6}(?:reporter|correspondent|columnist|writer|editor|journalist|producer|anchor|photographer|bureau chief)s? (?:for|at|with|of|based in|in|on) .{2,160}$/u,
  rest: /^.{1,300}$/,
};

/** Names of sites and handles, and what joins them. */
const areSites = (text: string): boolean => {
  const words = text.split(/[ ,:]+/).filter(Boolean);
  return (
    words.length > 0 &&
    words.length <= 12 &&
    words.some((word) => HANDLE.test(word) || isSocial(word)) &&
    words.every((word) => HANDLE.test(word) || isSocial(word) || /^(?:and|or|at|on|&|Google|News)$/.test(word))
  );
};

let forms: FormTable<Kind> | undefined;

const noteKindOf = (sentence: string): Kind | undefined =>
  (forms ??= formTable(
    rowsOf(footNotes, data).map(({ kind, letters, form }) => ({
      spelling: form,
      anyCase: letters === 'any',
      entry: kind,
    })),
    footSlots,
  )).find(sentence);
