// Characters nobody sees: no-break and other odd spaces, zero-width characters, soft hyphens, direction marks, line separators, the
// controls of old systems, where nobody meant them. The prose holds none of them, so they are found in the file.
import { endInFile, type Run, type SourceMap, toProse } from '../text/source-map';
import { firstWhere, type Span } from '../text/span';
import type { Format } from './draft';
import { BOM, SPACES, LINES, CONTROL, type HiddenPlace } from './hidden-place';
import { isMeant } from './hidden-meant';
import { leavesMarkup } from './hidden-in-markdown';
import { replaced } from './hidden-replaced';

/** One that nobody meant, or several in a row. Offsets into the file; what is to stand there instead is `becomes`. */
export interface HiddenCharacter extends Span {
  /** For a message: "no-break space". */
  readonly name: string;
  readonly becomes: string;
  /** Where it stands in the prose. */
  readonly at: number;
  /** It binds what is not to be parted at a line's end: a figure and its unit, a title and a name. A typesetter may want it there. */
  readonly binds: boolean;
  /** It stands beside markup that might be read otherwise without it: a person looks, at this one and with it at all others. */
  readonly touchesMark?: true;
}

/** In order, apart from one another; in time linear in the text. */
/** @param unread what of the file is no prose, in order. */
export function hiddenIn(
  text: string,
  format: Format,
  map: SourceMap,
  unread: readonly Span[] = none,
): readonly HiddenCharacter[] {
  if (text.search(SUSPECT) < 0) return none;
  const found: HiddenCharacter[] = [];
  const isMapped = mapped(map);
  const rightToLeft = linesWith(text, RIGHT_TO_LEFT);
  for (const { index, 0: run } of text.matchAll(SUSPECT)) {
    const end = index + run.length;
    // the file's own mark is none of a run that begins with it
    const start = index === 0 && run.startsWith(BOM) ? BOM.length : index;
    const characters = run.slice(start - index);
    const place: HiddenPlace = { text, start, end, characters, markup: format !== 'text' && format !== 'wire-copy' };
    if (!characters || isInAddress(place) || isWithin(unread, place)) continue;
    if (place.markup && !isMapped(place)) continue;
    const touchesMark = format === 'markdown' && !leavesMarkup(place);
    if (DIRECTION.test(characters) && rightToLeft(start) && !isRoundOther(place)) continue;
    const meant = isMeant(place);
    if (meant === true) continue;
    const edit = replaced(place);
    found.push({
      ...edit,
      name: nameOf(characters),
      at: toProse(map, start),
      binds: meant === undefined,
      ...(touchesMark && { touchesMark }),
    });
  }
  return found;
}

const none: readonly never[] = [];

function isWithin(spans: readonly Span[], { start, end }: Span): boolean {
  const one = spans[firstWhere(spans, (span) => span.end > start)];
  return one !== undefined && one.start < end;
}

/** A character and its kin in a row. */
const SUSPECT =
  /(?:[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\u200c|\u200d)+|[\u2028\u2029\u0085]+|[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]+/g;
const DIRECTION = /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+$/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

/** An override or embedding from right to left round words that are written from left to right, or its end. */
function isRoundOther({ text, start, end, characters }: HiddenPlace): boolean {
  if (!/^[\u202b\u202e\u2067\u202c\u2069]$/.test(characters)) return false;
  const opens = !/[\u202c\u2069]/.test(characters);
  const near = opens ? text.slice(end, end + LONGEST_TURNED) : text.slice(Math.max(0, start - LONGEST_TURNED), start);
  const inside = opens ? TURNED.exec(near)?.[1] : TURNED_BEFORE.exec(near)?.[1];
  return inside !== undefined && /\p{L}/u.test(inside) && inside.search(RIGHT_TO_LEFT) < 0;
}

const LONGEST_TURNED = 200;
const TURNED = /^([^\u202a-\u202e\u2066-\u2069\n]*)[\u202c\u2069]/;
const TURNED_BEFORE = /[\u202b\u202e\u2067]([^\u202a-\u202e\u2066-\u2069\n]*)$/;

const names: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u202f\u2007]/, 'no-break space'],
  [SPACES, 'space of an odd width'],
  [LINES, 'line separator'],
  [CONTROL, 'control character'],
  [/\u200b/, 'zero-width space'],
  [/\u00ad/, 'soft hyphen'],
  [/\ufeff/, 'byte order mark'],
  [/\u2060/, 'word joiner'],
  [/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, 'direction mark'],
  [/\u200c|\u200d/, 'zero-width joiner'],
];

const nameOf = (characters: string): string =>
  names.find(([kind]) => kind.test(characters))?.[1] ?? 'invisible character';

/** Units of an address looked at on either side. */
const LONGEST_ADDRESS = 400;

/** An address is no prose: what hides in there may be part of it. */
function isInAddress({ text, start, end, markup }: HiddenPlace): boolean {
  let from = start;
  let to = end;
  while (from > 0 && start - from < LONGEST_ADDRESS && text.charCodeAt(from - 1) > 32) from--;
  while (to < text.length && to - end < LONGEST_ADDRESS && text.charCodeAt(to) > 32) to++;
  if (SPACES.test(text.slice(start, end))) return false;
  if (/[\p{L}\d]@[\p{L}\d]/u.test(text.slice(from, to))) return true;
  // in Markdown a host without it would be a link of its own; in plain text it is only spoilt by it
  if (markup && HOST.test(text.slice(from, start))) return true;
  // in the words of a link, before its address, it is none of that; no host has one in its name
  return opensAddress(text.slice(from, start)) || /^[a-z]{0,10}:\/\//i.test(text.slice(end, to));
}

const opensAddress = (left: string): boolean => {
  const scheme = left.lastIndexOf('://');
  return (scheme >= 0 && !/[)\]>"”]/.test(left.slice(scheme))) || /^www\.[^/]{1,80}\//.test(left);
};

const HOST = /^[(["“‘]{0,2}www\.[^/]{0,80}$/i;

/** Whether the file's units stand in the prose, or touch what does: they are a reader's text then, and no markup. */
function mapped({ runs }: SourceMap): (at: Span) => boolean {
  let i = 0;
  return ({ start, end }) => {
    while (i < runs.length && endInFile(runs[i] as Run) < start) i++;
    const [run, next] = [runs[i], runs[i + 1]];
    if (!run) return false;
    return run.file <= end || (next !== undefined && next.file <= end);
  };
}

/** Whether a line holds what `wanted` finds; each line is read once. */
function linesWith(text: string, wanted: RegExp): (offset: number) => boolean {
  let [start, end, holds] = [0, -1, false];
  return (offset) => {
    if (offset < start || offset > end) {
      start = text.lastIndexOf('\n', offset) + 1;
      const next = text.indexOf('\n', offset);
      end = next < 0 ? text.length : next;
      holds = text.slice(start, end).search(wanted) >= 0;
    }
    return holds;
  };
}
