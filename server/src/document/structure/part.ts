// What recognisers of furniture share: the line they are shown, its place in the story, and the claim they make on it.
import type { Span } from '../../text/span';
import type { Chunk } from '../draft';
import type { HouseWords } from '../house-words';
import type { PartData, Role } from '../role';

/** One part of a story. A line may hold several; offsets into the prose. */
export interface Part extends Span {
  readonly role: Role;
  /** Index of the chunk it stands in. */
  readonly line: number;
  readonly data?: PartData;
  /** A story of several in the file begins with it. */
  readonly opens?: true;
}

/** A line of the draft, or a wrapped paragraph folded to one. */
export interface Line {
  readonly text: string;
  readonly chunk: Chunk;
  /** Index of the chunk: lines that share it were folded together. */
  readonly paragraph: number;
  /** Offset into the prose. */
  readonly start: number;
  /** Blank lines before it in the file. */
  readonly blankBefore: number;
  /** What the house adds to the words of every newsroom. */
  readonly words?: HouseWords;
}

/** Where the piece stands that a recogniser is asked about. */
export interface ChunkInStory {
  /** The lines of this story: one of several in the file, perhaps. */
  readonly lines: readonly Line[];
  readonly index: number;
  /** Lines of copy before and behind it in its story, as far as is known: furniture does not count. */
  readonly before: number;
  readonly after: number;
  /** The headline has been read. */
  readonly titled: boolean;
}

/** What a recogniser takes of the piece: all of it, its beginning or its end. Offsets into the piece. */
export interface Claim extends Span {
  readonly role: Role;
  readonly data?: PartData;
}

/**
 * One kind of furniture. Shown a piece of a line without white space at its ends, it claims what it knows by shape and place,
 * or nothing. It never throws and its cost is linear in the piece.
 */
export type Recogniser = (piece: string, place: ChunkInStory) => Claim | undefined;

export const whole = (piece: string, role: Role, data?: PartData): Claim => claim(0, piece.length, role, data);

export const claim = (start: number, end: number, role: Role, data?: PartData): Claim =>
  data ? { start, end, role, data } : { start, end, role };

export const wordsAt = ({ lines, index }: ChunkInStory): HouseWords | undefined => lines[index]?.words;

export const lineAt = ({ lines, index }: ChunkInStory, by: number): string => lines[index + by]?.text ?? '';
