// Strings as drafts hold them and as nobody should type them, for property tests.
import * as fc from 'fast-check';

const pieces = [
  'The army said on Tuesday it would withdraw.',
  'Gen. Omar Dessa told the U.N. that 1,200 people had left.',
  '"We lost power," she said. "The pumps stopped.',
  "The workers' union isn't 'ready' for the '90s",
  '“Why?” Baker asked.',
  '«Non», dit-il. „Nein“',
  'at 5 p.m. in Washington, D.C.',
  'THE DEFENSE MINISTRY HAS REPORTED THAT',
  'Net 1,788,000 vs 1,500,000',
  'South Asia       72       79',
  ' Reuter',
  '<!-- copydesk-ignore-next placeholder -->',
  'cafe\u0301 na\u00efve al-Sha\u02bfar',
  '\u202bשלום عالم\u202c',
  '👩‍👩‍👧 🇫🇷',
];

const glue = [
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\n    ',
  '\n\n   ',
  '\u2028',
  '\u0085',
  '\t',
  '-\n',
  '--\n',
  '',
  "''",
  '``',
  '"',
];
const odd = [
  '\ud800',
  '\udc00',
  '\0',
  '\ufeff',
  '\u00ad',
  '\u200b',
  '\u0301',
  '’',
  '‘',
  "'",
  '"',
  '”',
  '.',
  '...',
  '…',
  '--',
  '-',
  '(',
  ']',
  '&',
  '1',
  'a',
  'A',
];

/** Copy put together from news sentences, every line end, marks and broken characters. */
export const copy = (maxLength = 24): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...pieces) },
        { weight: 4, arbitrary: fc.constantFrom(...glue) },
        { weight: 3, arbitrary: fc.constantFrom(...odd) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      ),
      { maxLength },
    )
    .map((parts) => parts.join(''));

/** Pieces of Markdown. */
export const markup = [
  '# ',
  '> ',
  '- ',
  '1. ',
  '* ',
  '**',
  '_',
  '`',
  '```\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n',
  '[link](x)',
  '![alt](y)',
  '&amp;',
  '&#8220;',
  '&nope;',
  '\\*',
  '---\n',
  'title: "x"\n',
  '~~',
  '<b>',
  '<p>',
  '</p>\n',
  '<div>\n',
  '![',
  '](a.png "',
  '")',
  '---\ndek: >\n  ',
  '---\nsummary: "',
  "---\ncaption: '",
  '<!--',
  '-->',
  '  \n',
  '[^1]',
  '[^1]: ',
];

/** Markdown, well formed and not. */
export const markdown = (): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...markup) }, { weight: 2, arbitrary: copy(4) }), {
      maxLength: 24,
    })
    .map((parts) => parts.join(''));
