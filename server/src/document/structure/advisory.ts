// Advisories: notes from one desk to another. "(Adds minister's comment in paragraph 4)", "Eds: With photos."
import { data } from '../../lexicon/furniture/advisories.tsv';
import { type FormTable, formTable, type Slots } from './form';
import { type Recogniser, whole } from './part';

/** A line of its own at the story's head or foot, in a desk's fixed form. */
export const advisory: Recogniser = (piece, { before, after, lines }) => {
  if (piece.length > 400 || lines.length < 2 || (before > 0 && after > 0)) return undefined;
  return isOrder(piece) || isAdvisory(piece, before === 0) ? whole(piece, 'advisory') : undefined;
};

/** The same between paragraphs and behind the story: only what is addressed to editors, in brackets or in capitals. */
export const advisoryBetween: Recogniser = (piece) =>
  isOrder(piece) ||
  /^(?:ATTN |ATTENTION )?(?:EDS|EDITORS|DESKS?|SUBS): \S.{0,300}$/.test(piece) ||
  /^[([](?:eds|editors|attn|attention editors|desk|notes? (?:to|for) (?:the )?(?:editors?|journalists|(?:news )?desks?|media|subs))\b[^)\]]{0,300}[)\]]$/i.test(
    piece,
  )
    ? whole(piece, 'advisory')
    : undefined;

/** "[Editor's note: check the spelling with legal]": what opens with an order is for the desk, where a note to readers tells something. */
export function isOrder(piece: string): boolean {
  const [, label = '', first = ''] =
    /^[([]([\p{L}’'-][\p{L} ’'-]{1,30}): ?(\p{L}[\p{L}’'-]{0,20})(?![\p{L}’'-]).{0,300}[)\]]\.?$/u.exec(piece) ?? [];
  known ??= read();
  const plain = (text: string): string => text.toLowerCase().replace('’', "'");
  return known.labels.has(plain(label)) && known.orders.has(plain(first));
}

interface Advisories {
  readonly verbs: ReadonlySet<string>;
  /** What a bracketed note is called, and the words that an order opens with; in small letters. */
  readonly labels: ReadonlySet<string>;
  readonly orders: ReadonlySet<string>;
  readonly forms: FormTable<true>;
}

export const advisorySlots: Slots = { rest: /^.{1,300}$/, count: /^\d{0,2}(?:st|nd|rd|th)?$/i };

let known: Advisories | undefined;

function read(): Advisories {
  const rows = data.split('\n').map((row) => row.split('\t'));
  const of = (kind: string): string[] => rows.filter((row) => row[0] === kind).map((row) => row[1] ?? '');
  const forms = of('line').map((spelling) => ({ spelling, anyCase: false, entry: true as const }));
  const setOf = (kind: string): ReadonlySet<string> => new Set(of(kind));
  const [verbs, labels, orders] = [setOf('verb'), setOf('label'), setOf('order')];
  return { verbs, labels, orders, forms: formTable(forms, advisorySlots) };
}

function isAdvisory(piece: string, above: boolean): boolean {
  const line = piece
    .replace(/^[\^*]{1,3}/, '')
    .replace(/[<=*]{1,3}$/, '')
    .trim();
  known ??= read();
  // "(Adds …)", "[Recasts …]": the whole line in brackets, its first word a desk's verb
  const first = /[)\]]\.?$/.test(line) ? /^[([](\p{Lu}\p{L}+)[\s,;:)\]]/u.exec(line)?.[1] : undefined;
  if (above && first !== undefined && known.verbs.has(first.toLowerCase())) return true;
  const inner = line.replace(/^[([]|[)\]]\.?$/g, '');
  return known.forms.find(inner) ?? false;
}
