// The forms of a press release's lines, as their tables spell them.
import { data as labels } from '../../lexicon/furniture/release-labels.tsv';
import { data } from '../../lexicon/furniture/releases.tsv';
import { rowsOf } from '../../lexicon/schema';
import { releaseLabels, releases } from '../../lexicon/schemas';
import { rememberByText } from '../../text/memoize-by-text';
import { type FormTable, formTable, type Slots } from './form';
import { pictureSlots } from './picture-forms';

/** A telephone, an address, or whom to ask. */
export const REACH = /\d{3}[ -]?\d{2}|\w@\w|https?:\/\/|www\.|(?:press|media) (?:office|team)/i;

/** What the form of a line may hold. */
export const releaseSlots: Slots = {
  ...pictureSlots,
  // "Alpha Oil plc": the sort of company it is, in small letters
  company:
    /^[\p{Lu}\d][\p{L}\p{M}\d.'’&_-]{0,30}(?: (?:[\p{Lu}\d&][\p{L}\p{M}\d.'’&_-]{0,30}|and|of|the|for|de)){0,10},? (?:plc|nv|sa|ag|se|spa|gmbh|ltd|inc|llc|oy|oyj|asa|ab|kgaa)\.?$/u,
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

export type LabelKind = 'desk' | 'notes' | 'picture';
let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
let forms: FormTable<'release' | 'line' | 'opens'> | undefined;

export function isLabel(text: string, kind: LabelKind): boolean {
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

export const formOf = rememberByText((piece) => {
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
export const bare = (piece: string): string => piece.replace(/^[-–—•*_#([\s]{1,6}/, '').replace(/[)\]*_]{1,4}$/, '');
