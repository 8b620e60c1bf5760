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
