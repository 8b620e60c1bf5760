// The draft: what comes in, and what a format makes of it before anybody asks what each part is for.
import type { SourceMap } from '../text/source-map';
import type { Span } from '../text/span';
import { type Format, formats } from './formats/table';
import type { HouseWords } from './house-words';
import type { Markup } from './markup';
import type { PartData, Role } from './role';
import type { Clearing, Genre, Layout, Problem } from './story';

export { type Format, formats };

export interface Draft {
  /** The file's text, decoded, line ends and byte order mark as they are. */
  readonly text: string;
  readonly format: Format;
  readonly layout?: Layout | undefined;
  readonly date?: string | undefined;
  readonly genre?: Genre | undefined;
  /** Where the copy stands in a file of fields whose shape nobody knows. */
  readonly fields?: FieldMap | undefined;
  /** What the house adds to the words that every newsroom has. */
  readonly words?: HouseWords | undefined;
}

/**
 * Paths to the fields of a JSON file, by what they hold: `headline`, `content[].text`, `parts[type=text].words`. `items` leads to the
 * stories of a file that holds several; the others count from there.
 */
export type FieldMap = Readonly<Partial<Record<FieldName, string | readonly string[]>>>;

export const fieldNames = [
  ...(['items', 'headline', 'subhead', 'byline', 'dateline', 'body', 'caption', 'credit'] as const),
  ...(['date', 'language', 'genre', 'embargo', 'status', 'note'] as const),
];
export type FieldName = (typeof fieldNames)[number];

/** A layout paragraph: what the format can tell without knowing about news. Offsets into the prose. */
export interface Chunk extends Span {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'block-quote' | 'table' | 'code';
  /** What part of the story the format itself says it is: a byline, a caption. Nobody asks its words then. */
  readonly part?: { readonly role: Role; readonly data?: PartData };
  /** The format itself says that a story begins with it: one of several in the file. */
  readonly opens?: true;
  /** What that story says of itself, where the file's fields say it of each. */
  readonly says?: Says;
  /** BCP 47, as the file says of these words and not of all; before {@link Parsed.language}. */
  readonly language?: string;
  /** Columns of white space before it in the file: wire copy indents paragraphs and marks. */
  readonly indent: number;
  /** Blank lines before it in the file. */
  readonly blankBefore: number;
}

/** What a story says of itself in its proper fields. */
export interface Says {
  /** ISO `2016-12-07`. */
  readonly date?: string | undefined;
  readonly genre?: Genre | undefined;
  /** BCP 47: of paragraphs that are too short to tell. */
  readonly language?: string | undefined;
}

/** What a format's parser yields. It never throws: what it cannot read becomes a problem. */
export interface Parsed extends Says {
  readonly prose: string;
  readonly map: SourceMap;
  readonly chunks: readonly Chunk[];
  readonly layout: Layout;
  /** Of a format that has some. */
  readonly markup?: Markup | undefined;
  /** What of the file is no prose, in order, where the format has no markup to tell it by. File offsets. */
  readonly unread?: readonly Span[] | undefined;
  /** Lines that a program may read, in order: read, and never changed unseen. File offsets. */
  readonly doubtful: readonly Span[];
  readonly cleared: readonly Clearing[];
  readonly problems: readonly Problem[];
}
