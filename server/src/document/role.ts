// Roles: what part of a news story a block is. The newsroom's words.

export const roles = [
  // the story
  'headline',
  'subhead',
  'paragraph',
  'item',
  'block-quote',
  'caption',
  'table',
  'code',
  // around it, and right there
  'kicker',
  'byline',
  'dateline',
  'credit',
  'correction',
  'tagline',
  'contact',
  // what must not run
  'slug',
  'advisory',
  'embargo',
  'restricted',
  'take',
  'sign-off',
  'trailer',
  'envelope',
  'remnant',
] as const;

export type Role = (typeof roles)[number];

const prose: ReadonlySet<Role> = new Set(['paragraph', 'item', 'block-quote']);
const read: ReadonlySet<Role> = new Set(['headline', 'subhead', 'paragraph', 'item', 'block-quote', 'caption']);

/** Running copy: sentences a desk asks about. */
export const isProse = (role: Role): boolean => prose.has(role);

/** Words a reader will read: prose, headlines, captions. Spelling matters here, furniture is left out. */
export const isCopy = (role: Role): boolean => read.has(role);

/** What a reader sees at all: copy, and the cells of a table, which are words and no sentences. */
export const isShown = (role: Role): boolean => read.has(role) || role === 'table';

/** What a part says in so many words, read once from its shape, so that analysis need not parse furniture again. */
export interface PartData {
  /** Dateline: the place as it stands ("HOUSTON", "CHATHAM, Mass."). */
  readonly place?: string;
  /** The agency or outlet as it stands ("AP", "tca/dpa", "Xinhua"). */
  readonly agency?: string;
  /** ISO `2016-12-07`, only where day, month and year are all given. */
  readonly date?: string;
  /** From 1; where a day and a month are given, with or without a year. */
  readonly month?: number;
  readonly day?: number;
  /** 0 is Sunday; where the part names the day. */
  readonly weekday?: number;
  /** Byline: the writers. */
  readonly names?: readonly string[];
  /** Embargo: the instant it ends, ISO in UTC, where the line gives day, time and zone; the day alone where that is all. */
  readonly until?: string;
  /**
   * Which furniture of its role it is: "kicker", "newsroom", "continued"; the recogniser that sets it says which there are. "field": the
   * format itself says what it is, in a field of a feed or an element of a page.
   */
  readonly kind?: string;
  /** Of a web page's label: it is a point of a list itself. */
  readonly point?: true;
  /** The part goes on to the end of its paragraph's last sentence: its fix closes up the space before it. */
  readonly glued?: true;
}
