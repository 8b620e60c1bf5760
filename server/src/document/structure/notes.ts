// Notes about a story, in a desk's fixed forms: corrections, taglines, feeds, the telex envelope.
import { data } from '../../lexicon/furniture/notes.tsv';
import { type FormTable, formTable, type Slots } from './form';
import { type Recogniser, whole } from './part';

/** "This story has been corrected to show that …", "STORY WITHDRAWN". Legitimate text: nothing ever touches it. */
export const correction: Recogniser = (piece, { before, after }) =>
  (before === 0 || after <= 1) && piece.length <= 600 && isNote('correction', piece)
    ? whole(piece, 'correction')
    : undefined;

/** "Contributing: …", "… contributed to this report": who else worked on it, behind the last sentence. */
export const tagline: Recogniser = (piece, { before, after }) => {
  if (before === 0 || after > 0 || piece.length > 400 || !isNote('tagline', piece)) return undefined;
  // "By" opens sentences too
  return /^[-–— ]{0,3}By\b/.test(piece) && !/^[-–—]/.test(piece) ? undefined : whole(piece, 'tagline');
};

/** "This story is published from a syndicated feed": what a house says of copy that it did not touch, below that copy. */
export const syndication: Recogniser = (piece, { before, after }) =>
  before > 0 && after === 0 && piece.length <= 400 && isNote('syndication', piece)
    ? whole(piece, 'remnant', { kind: 'syndication' })
    : undefined;

/** "ZCZC FMG000" … "NNNN": where a telex transmission begins and ends. */
export const envelope: Recogniser = (piece) =>
  piece === 'NNNN' || (piece.startsWith('ZCZC') && piece.length <= 40 && !/\p{Ll}/u.test(piece))
    ? whole(piece, 'envelope')
    : undefined;

type Note = 'correction' | 'tagline' | 'syndication';

export const noteSlots: Slots = {
  rest: /^.{0,600}$/su,
  item: /^(?:story|article|report|piece|post|item|dispatch|page|video|headline)$/,
};

let forms: ReadonlyMap<string, FormTable<true>> | undefined;

function read(): ReadonlyMap<string, FormTable<true>> {
  const rows = data.split('\n').map((row) => row.split('\t'));
  const ofKind = (kind: string | undefined): FormTable<true> =>
    formTable(
      rows
        .filter(([of]) => of === kind)
        .map(([, letters, spelling = '']) => ({ spelling, anyCase: letters === 'any', entry: true as const })),
      noteSlots,
    );
  return new Map([...new Set(rows.map(([kind]) => kind ?? ''))].map((kind) => [kind, ofKind(kind)]));
}

const isNote = (kind: Note, piece: string): boolean => (forms ??= read()).get(kind)?.find(bare(piece)) !== undefined;

/** Without the dashes, bullets and brackets that set a note off. */
const bare = (piece: string): string => piece.replace(/^[-–—•*_#([\s]{1,6}/, '').replace(/[)\]*_]{1,4}\.?$/, '');
