// Variants: one name, spelled in more than one way in a story.
import type { Span } from '../../text/span';
import type { Entity } from './gazetteer';

/** What says that two spellings are one name. All but `slip` and `near` are sure. */
export type Evidence =
  /** One entry of the gazetteer. */
  | 'gazetteer'
  /** One given name, by the table of classes. */
  | 'given name'
  /** Hyphen, apostrophe, accent, article: the same letters. */
  | 'format'
  /** Equal strict keys. */
  | 'spelling'
  /** Both romanised, at a small cost. */
  | 'romanisation'
  /** One keystroke apart, one of them rare. */
  | 'slip'
  /** Near, and neighbours or repetition speak for it. */
  | 'near'
  /** The same letters cut differently: Alireza, Ali Reza. */
  | 'cut';

/** A name or a word of one, as it is written in one place. */
export interface Written {
  readonly text: string;
  /** Its comparable words. */
  readonly words: readonly string[];
  /** The part of `text` before its first letter: "al-", "Al ", or nothing. */
  readonly article: string;
}

/** A spelling where it stands. Offsets into the prose. */
export interface WrittenAt extends Span, Written {
  /** What a change of spelling replaces: without an article that stays. */
  readonly letters: Span;
  readonly quoted: boolean;
  /** It stands in a longer name that is another's: the Kyiv of Dynamo Kyiv. */
  readonly inside?: boolean;
  /** Its name ends with it: no given name, nor the first of several words. */
  readonly last: boolean;
  /** The name stands in full: given name and surname, or every word of an organisation's. */
  readonly full: boolean;
}

export interface Spelling {
  /** As written where it first stands, without an article that may stay. */
  readonly text: string;
  readonly places: readonly WrittenAt[];
}

export interface Link {
  /** Indices into the spellings. */
  readonly a: number;
  readonly b: number;
  readonly evidence: Evidence;
}

export interface Variant {
  readonly spellings: readonly Spelling[];
  readonly links: readonly Link[];
  /** Where the gazetteer knows who or what it is. */
  readonly entity?: Entity;
  /**
   * Which spellings stand at odds with another; some are permitted beside it (Nusra beside Nusra Front).
   * Undefined: all of them.
   */
  readonly odd?: (spelling: number, winner: number) => boolean;
  /** True where one of the two can stand for the other in just this place: two people may share a given name. */
  readonly together?: (odd: WrittenAt, winner: number) => boolean;
}

export const isSure = (evidence: Evidence): boolean => evidence !== 'slip' && evidence !== 'near';

/** The evidence that ties two spellings, the weakest link of the strongest way between them; `undefined` where none does. */
export function evidenceBetween({ links }: Variant, from: number, to: number): Evidence | undefined {
  const direct = links.find((l) => (l.a === from && l.b === to) || (l.a === to && l.b === from));
  if (direct) return direct.evidence;
  const sure = reach(
    links.filter((l) => isSure(l.evidence)),
    from,
  );
  if (sure.has(to)) return links.find((l) => isSure(l.evidence) && (l.a === to || l.b === to))?.evidence;
  return links.find((l) => !isSure(l.evidence) && (l.a === from || l.b === from))?.evidence ?? 'near';
}

function reach(links: readonly Link[], from: number): ReadonlySet<number> {
  const reached = new Set([from]);
  for (const at of reached) {
    for (const { a, b } of links) {
      if (a === at) reached.add(b);
      if (b === at) reached.add(a);
    }
  }
  return reached;
}
