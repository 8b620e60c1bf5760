// Which fields of JSON hold which part of a story, where newsrooms and agencies share a shape: ninjs 1, 2 and 3, Superdesk, dpa.

/** Paths; each is read, and of a list of them the first that holds something. */
export type Paths = readonly (string | readonly string[])[];

export type PathsOf = Readonly<Record<keyof typeof shapes, Paths>>;

const best = ['text/html', 'application/xhtml+xml', 'text/plain'];

/**
 * All shapes in one, for no two of them mean different things by a name:
 *
 * - ninjs 1 (iptc.org/std/ninjs): headline, byline, body_*, description_*; headline_* since 1.5
 * - ninjs 2 and 3: lists of headlines, descriptions and bodies, each with a role; names in camel case since 3
 * - Superdesk: ninjs 1 with an abstract and a dateline
 * - dpa-digitalwires: article_html, kicker, subhead, teaser, ednotes
 */
export const shapes = {
  headline: [['headlines[role=main].value', 'headline', 'headlines[0].value', 'headline_*']],
  caption: [
    'descriptions[role=caption].value',
    ['associations.*.description_html', 'associations.*.description_text'],
    'associations.*.descriptions[].value',
    'associations.*.alt_text',
  ],
  subhead: [
    'headlines[].value',
    'descriptions[].value',
    'kicker',
    'subhead',
    'teaser',
    ['abstract', 'description_html', 'description_text', 'description_*'],
  ],
  byline: [['byline', 'by']],
  dateline: [['dateline.text', 'dateline', 'located']],
  body: [
    [
      ...best.flatMap((one) => [`bodies[contentType=${one}].value`, `bodies[contenttype=${one}].value`]),
      ...['bodies[].value', 'article_html', 'body_xhtml', 'body_html', 'body_text'],
      ...['body_main', 'body_*', 'body'],
    ],
    'infobox_html',
  ],
  credit: [],
  date: [
    ...['contentCreated', 'contentcreated', 'content_created', 'firstCreated', 'firstcreated'],
    ...['versionCreated', 'versioncreated', 'version_created'],
  ],
  language: ['language'],
  genre: ['genres[].name', 'genre[].name', 'genre'],
  embargo: [['embargoed', 'embargo']],
  status: [['pubStatus', 'pubstatus'], 'state'],
  note: [['edNote', 'ednote'], 'ednotes[].ednote'],
} as const satisfies Readonly<Record<string, Paths>>;
