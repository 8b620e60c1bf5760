// The TextMate grammar of wire copy: what the analysis knows of furniture as patterns, so that neither says what the other does not.
import { credit, dateline } from './grammar/datelines.mjs';
import { furniture } from './grammar/furniture.mjs';

const file = 'syntaxes/wire-copy.tmLanguage.json';

/** @returns [file, text] */
export async function grammar() {
  const parts = await furniture();
  const value = {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    comment:
      'Generated from server/src/lexicon/furniture and scripts/generate/grammar by `npm run generate`; change these.',
    name: 'Wire Copy',
    scopeName: 'text.wire-copy',
    fileTypes: ['wire', 'slug'],
    patterns: ['comment', 'furniture', 'headline', 'copy'].map(include),
    repository: {
      comment: { name: 'comment.block.wire-copy', begin: '<!--', end: '-->' },
      furniture: { patterns: order.map(include) },
      envelope: { name: 'comment.line.envelope.wire-copy', match: '^\\s*(?:ZCZC(?: [A-Z0-9 ]+)?|NNNN)\\s*$' },
      slug,
      restricted: {
        name: 'invalid.illegal.restricted.wire-copy',
        match:
          '^\\W{0,4}(?:NOT FOR PUBLICATION|FOR INTERNAL USE ONLY|The following information is not (?:intended )?for publication)\\W*$',
      },
      byline,
      dateline,
      credit,
      placeholder,
      ...parts,
      headline: {
        name: 'markup.heading.headline.wire-copy',
        match: '\\A(?!.*[.!?]["”’)]?(?: |$)).*\\S.*$',
      },
      copy: { patterns: ['quotation', 'placeholder'].map(include) },
      quotation,
    },
  };
  return [file, `${JSON.stringify(value, undefined, 2)}\n`];
}

const include = (name) => ({ include: `#${name}` });

/** As the analysis asks: what must never run first, a sign-off before what only resembles one. */
const order = [
  'envelope',
  'embargo',
  'restricted',
  'correction',
  'advisory',
  'slug',
  'sign-off-line',
  'credit',
  'byline',
  'trailer',
  'tagline',
  'contact',
  'caption',
  'dateline',
  'kicker',
  'remnant',
  'sign-off-end',
  'placeholder',
];

const slugged = (match) => ({ name: 'entity.name.section.slug.wire-copy', match });
const slug = {
  patterns: [
    slugged('^(?:[A-Z]\\d{3,4} )?(?:BC|AM|PM)-\\S.*$'),
    slugged('^[A-Z]{2}-{1,2}\\S.*(?:--|\\d(?:st|nd|rd|th) Ld\\b|,\\d{2,4}$).*$'),
    slugged('^\\S[^.!?]*,\\s?\\d(?:st|nd|rd|th) Ld\\b[^.!?]*$'),
    slugged('^(?=.{8})[A-Z][A-Z\\d.&]*(?:[-/][A-Z\\d.&]+)+/?(?: \\([A-Z\\d ,-]+\\))?$'),
    slugged('^[A-Z][A-Z\\d.&]*/ \\([A-Z\\d ,-]+\\)$'),
    slugged('^\\p{Lu}[\\p{L}\\d]*(?:-\\p{Lu}[\\p{L}\\d]*){2,}$'),
    slugged('^\\p{L}+(?:/[\\p{L}\\d]+)+/$'),
    slugged('^[a-z]{1,2}\\d{4}$'),
    {
      match: '^((?i:slug(?:line)?|catchline|keywords?)):\\s+(.+)$',
      captures: {
        1: { name: 'keyword.other.slug.wire-copy' },
        2: { name: 'entity.name.section.slug.wire-copy' },
      },
    },
  ],
};

const name = "\\p{Lu}[\\p{L}.'’-]*";
const byline = {
  patterns: [
    {
      match: `^\\^?(By|BY|by|Von|Par|Por)\\s+(${name}(?:(?: (?:and|und|et|y|de|van|von|bin|al))? ${name})*|dpa correspondents?)((?:,| in ).*)?\\s*[=<]?$`,
      captures: {
        1: { name: 'keyword.other.byline.wire-copy' },
        2: { name: 'entity.name.person.byline.wire-copy' },
        3: { name: 'comment.line.byline.wire-copy' },
      },
    },
    {
      name: 'comment.line.byline.wire-copy',
      match: `^\\^?(?:${name} ){1,4}(?:Writer|Reporter|Correspondent|Columnist|Staff)s?=?$`,
    },
  ],
};

const placeholder = {
  name: 'invalid.illegal.placeholder.wire-copy',
  match:
    '\\b(?:TK){1,4}\\b(?! \\p{Lu}\\p{Ll})|\\[[\\p{L} ]{0,30}\\b(?:TO COME|to come|TK)\\]|\\[(?:insert [^\\]]{1,40}|link|NAME)\\]|\\b[Ll]orem ipsum\\b',
};

const quoted = (begin, end, patterns) => ({
  name: 'string.quoted.double.quotation.wire-copy',
  begin,
  beginCaptures: { 0: { name: 'punctuation.definition.string.begin.wire-copy' } },
  end: `(${end})|$`,
  endCaptures: { 1: { name: 'punctuation.definition.string.end.wire-copy' } },
  ...(patterns && { patterns }),
});
const quotation = {
  patterns: [
    quoted('“', '”', [{ name: 'string.quoted.single.quotation.wire-copy', match: '‘[^‘’“”]*(?:’\\p{L}[^‘’“”]*)*’' }]),
    quoted('"', '"'),
    quoted('``', "''"),
  ],
};
