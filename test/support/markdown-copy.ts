// Markdown of every kind for properties: copy, furniture, glossary words, mixed marks and hidden characters in every kind of node and
// nesting, with template syntax, escapes, entities and all line ends.
import * as fc from 'fast-check';

/** What a fix takes out, as it is written; on lines of its own and behind a sentence. */
export const furniture: readonly string[] = [
  ...['Endi', 'Enditem', '(AP)', 'Advertisement', 'Story continues below', 'ENDS', '-30-', '(END)'],
  ...['(Reporting by Ada Okoye; Editing by Tom Reyes)', '(Reporting by Ada Okoye; ada@port.example)'],
];

const sentences: readonly string[] = [
  'The harbour at Kiev will stay closed until spring, the port authority said on Monday.',
  'Ships wait outside.',
  'She said "we wait" and left.',
  'He said “we go” and stayed.',
  'The cost was $5 and then $6 a day.',
  'It\u00a0snowed in the\u200b night.',
  'A mayor of Kiev (the old one) asked why, and nobody knew.',
  'KIEV, Ukraine (AP) — The trams ran again on Monday, the mayor said.',
  'Outside Kiev, ships wait.',
  '1. of May it was',
  'Kiev',
];

const foreign: readonly string[] = [
  ...['{{< ref "page.md" >}}', '{{% note "x" %}}', '{% include "Kiev.html" %}', '{{ "/a.png" | relative_url }}'],
  ...[
    '{{#if x}}',
    '{{{ raw }}}',
    '<%= "Kiev" %>',
    '$x = "open"$',
    '$$y$$',
    '\\(a^2\\)',
    '[[Kiev]]',
    '[[Kiev|in Kiev]]',
  ],
  ...[
    '{: .x title="Kiev" }',
    '`"Kiev"`',
    '``a ` b``',
    '<code>"c"</code>',
    '<br>',
    '<!-- "note" -->',
    '![Kiev](a.png)',
    '![a][ref]',
  ],
  ...[
    'https://x.example/Kiev',
    '<http://x.example/Kiev>',
    'Kiev@x.example',
    '#Kiev',
    '@Kiev',
    'Kiev.jpg',
    '/home/Kiev/a',
  ],
  ...[
    '[Kiev][]',
    '[Kiev]',
    '[ref]',
    '[ref][]',
    '[^1]',
    '~~Kiev~~',
    '**Ki**ev',
    '\\*',
    '\\_a\\_',
    '&amp;',
    '&quot;',
    '&#8217;',
    '*',
    '_',
    '**',
  ],
  ...['`', '[', '](', '<em>', '</em>', '\\', '|', '<X a={"b"} />', '{"Kiev"}', '"', '“', '”', "'", 'Ki\u0301ev'],
];

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...sentences) },
  { weight: 4, arbitrary: fc.constantFrom(...furniture) },
  { weight: 3, arbitrary: fc.constantFrom(...foreign) },
);

/** Markup round words; `%` stands for them. */
const wraps: readonly string[] = [
  ...[
    '*%*',
    '_%_',
    '**%**',
    '__%__',
    '***%***',
    '[%](http://x.example/Kiev "Kiev")',
    '[%][ref]',
    '[%][]',
    '<em>%</em>',
  ],
  ...[
    '<span class="Kiev">%</span>',
    '~~%~~',
    '"%"',
    '“%”',
    '(%)',
    '<a href="x">%</a>',
    '[[Kiev|%]]',
    '%  ',
    '*%',
    '%*',
    '<b>%',
  ],
  ...[
    '![%](a.png "Kiev")',
    '[![a](Kiev.png) %](<http://x.example/Kiev>)',
    '![%][ref]',
    '[%]',
    '[*%*](x)',
    '<del>%</del>',
    '%[^1]',
  ],
];

const inline: fc.Arbitrary<string> = fc.letrec<{ inline: string; wrapped: string }>((tie) => ({
  wrapped: fc.tuple(fc.constantFrom(...wraps), tie('inline')).map(([wrap, inner]) => wrap.replace('%', () => inner)),
  inline: fc.oneof({ depthSize: 'small', withCrossShrink: true }, text, text, tie('wrapped')),
})).inline;

const line = fc
  .array(fc.tuple(inline, fc.constantFrom(' ', ' ', ' ', '', '\n', '  \n', '\\\n', '\t')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pieces) => pieces.map(([piece, gap], i) => piece + (i < pieces.length - 1 ? gap : '')).join(''));

const fixedBlocks: readonly string[] = [
  ...[
    '---',
    '***',
    '```\n"Kiev" Endi\n```',
    '    "Kiev"',
    '[ref]: http://x.example/Kiev "Kiev"',
    '[Kiev]: http://x.example',
  ],
  ...[
    '[^1]: A note on Kiev.',
    '<div>\n"Kiev" Endi\n</div>',
    '<!-- copydesk -->',
    'import X from "y"',
    '{{< box >}}',
    '{% endbox %}',
    '- ',
    '1. a\n2. Endi\n3. b',
  ],
  ...['| a | Kiev |\n|---|---|\n| Endi | "x" |', '$$\n"x"\n$$', '# ', '>', '===', '+ Kiev'],
];

/** A passage of HTML round Markdown, a program's own block, a note of several words; `%` stands for a line. */
const frames: readonly string[] = [
  ...[
    '<details>\n<summary>Kiev</summary>\n\n%\n\n</details>',
    '<div>\n%\n</div>',
    '<p>%</p>',
    '<!-- "note" --> %',
    '<!--\nnote\n--> %',
    '<p><em>%</em></p>',
    '<p>\n%\n</p>',
    '<div>\n<p>%</p>\n<p>Ships wait outside.</p>\n</div>',
    '<div>\n<p>Ships wait outside.</p>\n<p>%</p></div>',
    '<figure><img src="Kiev.png" alt="Old Kiev"><figcaption>%</figcaption></figure>',
    '<figcaption>\n\n%\n\n</figcaption>',
    '<table><tr><td>%</td><td>Kiev</td></tr>\n<tr><td>Endi</td></tr></table>',
    '<blockquote>%<footer>Kiev</footer></blockquote>',
    '<blockquote>\n\n%\n\n</blockquote>',
    '<details><summary>%</summary>\nKiev &amp; quay\n</details>',
    '<Callout type="Kiev" x={"Kiev"}>\n%\n</Callout>',
    '<p>%\n\n</p>',
    '<ul><li>%<li>Kiev</ul>',
    '<p>Ships wait outside.<br>%</p>',
    '![%](a.png)\n*Kiev*',
    '![Old Kiev](a.png "%")',
    "![*Old* Kiev](Kiev.png 'The port of Kiev')",
    '[![%](Kiev.png)](http://x.example/Kiev)',
    '{{< box >}}\n%\n{{< /box >}}',
  ],
  ...['{% if x %}\n%\n{% endif %}', '::: note\n%\n:::', '!!! note\n    %', '[^1]: %', '~~~\n%\n~~~', '# %', '%\n==='],
  ...[
    '# % {#kiev}',
    '% {: .x }',
    '> %\nShips wait outside.',
    '- %\nShips wait outside.',
    '%\n- Ships',
    '%\n> Ships',
    '%\n10) Ships',
  ],
];

const framed = fc.tuple(fc.constantFrom(...frames), line).map(([frame, words]) => frame.replace('%', () => words));

const cell = inline.map((words) => words.replace(/\s*\n\s*/g, ' '));
const row = fc.tuple(cell, cell).map(([one, other]) => `| ${one} | ${other} |`);
const table = fc
  .tuple(row, fc.constantFrom('|---|---|', '| :-- | --: |'), fc.array(row, { minLength: 1, maxLength: 3 }))
  .map(([head, rule, rows]) => [head, rule, ...rows].join('\n'));

const indented = (by: string) => (block: string) => block.replace(/^(?=.)/gm, by);

const block: fc.Arbitrary<string> = fc.letrec<{ block: string; deep: string }>((tie) => ({
  deep: fc.oneof(
    tie('block').map(indented('> ')),
    fc
      .array(fc.tuple(fc.constantFrom('- ', '* ', '1. ', '- [ ] ', '-   ', '10) '), tie('block')), {
        minLength: 1,
        maxLength: 3,
      })
      .chain((items) =>
        fc
          .constantFrom('\n', '\n\n')
          .map((gap) =>
            items
              .map(([mark, inner]) => mark + indented(' '.repeat(mark.replace(/\[.*/, '').length))(inner).trimStart())
              .join(gap),
          ),
      ),
    fc.array(tie('block'), { minLength: 2, maxLength: 3 }).map((blocks) => blocks.join('\n\n')),
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    line,
    line,
    line.map((words) => `## ${words.replace(/\n/g, ' ')}`),
    line.map((words) => `${words}\n---`),
    fc.constantFrom(...fixedBlocks),
    fc.constantFrom(...furniture),
    framed,
    table,
    tie('deep'),
  ),
})).block;

const heads: readonly string[] = [
  ...[
    '',
    '',
    '',
    '---\ntitle: "Port of Kiev"\n---\n\n',
    '+++\ntitle = "Port of Kiev"\n+++\n\n',
    '{\n"title": "Port of Kiev"\n}\n\n',
  ],
  ...[
    '---\ntitle: >\n  Port of\n  Kiev shut\ndescription: |\n  Ships wait in Kiev.\n\n  Endi\n---\n',
    '---\nsummary: \'The mayor\'\'s Kiev\'\ncover:\n  image: Kiev.png\n  alt: Old Kiev\n  caption: "A \\"Kiev\\" view\n    of Kiev"\n---\n',
    '---\ndek: Ships wait in Kiev\n  and outside # Kiev\ntags: [Kiev]\nslug: Kiev\n---\n\n',
    '+++\nsummary = """\nKiev\nand \\"Kiev\\""""\ndek = \'In Kiev\'\nslug = "Kiev"\n+++\n\n',
    '{\n"description": "Old \\"Kiev\\" and \\u004biev", "slug": "Kiev", "image": {"alt": "Kiev"}\n}\n\n',
  ],
  ...['---\ntitle: "Kiev\n\n', '\ufeff', '# Port of Kiev\n\n', '---\ntitle: \'"Kiev"\'\n---\n'],
];

/**
 * The judge knows CommonMark and nothing of GitHub's additions. What the two read apart is not made: an indented passage behind a
 * note, the note's to GitHub and code to the judge; a note that ends the paragraph above, whose last line it is to the judge; a list or
 * a tag right behind a note, which no paragraph lets begin there and a note does; a line right behind a table, which is a paragraph to the judge; and marks of emphasis in and beside words struck out, of which the judge knows nothing.
 */
const readAlike = (file: string): string =>
  file
    .replace(/([*_])(?=~~)/g, '$1a')
    .replace(/~~(?=[*_])/g, '~~a')
    .replace(/~~(?:(?!~~|\n\s*\n)[\s\S])*~~/g, (struck) => struck.replace(/[*_]/g, ''))
    .replace(/(?<=[^\n])\n(?=[ >\t]*\[\^1\]: )|(?<=\|)\n(?![ >\t]*(?:\||\n|$))/g, '\n\n')
    .replace(/\[\^1\]: .*(?:\n.*\S.*)*/g, (note) =>
      note.replace(/\n(?=[ >\t]*(?:\d+[.)]|[-+*][ \t]*(?:\n|$)|<))/g, '\n\n'),
    )
    .replace(/^(.*\[\^1\]: .*(?:\n[ >\t]*)*\n[ >\t]*)(?= {4}|\t)/gm, '$1Ships.\n\n');

/** @returns whole files. */
export const markdownFiles: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...heads),
    fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n')), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    fc.boolean(),
  )
  .map(([head, blocks, end, closes]) => {
    const whole = head + blocks.map(([one, gap], i) => one + (i < blocks.length - 1 || closes ? gap : '')).join('');
    const file = readAlike(whole);
    return end === '\n' ? file : file.replace(/\n/g, end);
  });
