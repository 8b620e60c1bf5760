// One story of our own as each format has it, and how drafts of any format are read in tests.
import { parseMarkdown } from '../../server/src/document/formats/markdown';
import { parsePlainText } from '../../server/src/document/formats/plain-text';
import { parseHtml } from '../../server/src/document/formats/tags/html';
import type { Format } from '../../server/src/document/draft';
import type { Parser } from '../../server/src/document/read';
import { buildSettings } from '../../server/src/config/build';
import { readStory } from '../../server/src/document/read';
import type { Story } from '../../server/src/document/story';
import { toRecord } from '../../server/src/engine/diagnostic';
import { fixUntilStable, type Fixed } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import type { LintRecord } from '../../server/src/engine/record';
import { rules } from '../../server/src/rules/index';

const parsers: Readonly<Record<Format, Parser>> = {
  ...{ text: parsePlainText, 'wire-copy': parsePlainText, markdown: parseMarkdown, html: parseHtml },
};

const settings = buildSettings(
  [
    {
      glossary: [
        { prefer: 'Kyiv', instead: ['Kiev'] },
        { prefer: 'Tea & Sons <Port>', instead: ['Tea and Sons'] },
      ],
    },
  ],
  rules,
);

export const storyOf = (text: string, format: Format): Story => readStory({ text, format }, undefined, parsers[format]);

export const lintAs = (text: string, format: Format): LintRecord =>
  toRecord(lint(storyOf(text, format), settings, rules), text);

export const fixAs = (text: string, format: Format): Fixed =>
  fixUntilStable(text, (one) => lintAs(one, format).diagnostics);

/** The parts of a story, by what they are. */
export interface Copy {
  readonly headline: string;
  readonly deck: string;
  readonly byline: string;
  readonly caption: string;
  /** Without markup; the first opens with a dateline. */
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  readonly quoted: string;
}

export const copy: Copy = {
  headline: 'Port of Kiev stays shut after storm',
  deck: 'The harbour master waits for calmer seas',
  byline: 'By Lena Orsk',
  caption: 'Cranes stand still at the port of Kiev on Monday.',
  paragraphs: [
    'HARROW, Nov 3 (Reuters) - At least 17 people were killed when the storm reached the river mouth.',
    'Ferries to Kiev & Odesa will not run before Friday, the harbour master said.',
    'Experts say the café on the quay was insured.',
    '“We lost the north pier,” Marek Dvořák, the harbour master, said on Monday.',
    'Dvorak said the cranes were sound.',
  ],
  items: ['The first crane fell on Monday in Kiev.', 'The second crane stood, the port said.'],
  quoted: 'The sea took what it wanted, the mayor of Harrow said.',
};
export const signOff = 'Enditem';

const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The story as a file of each format. */
export const files: Readonly<Partial<Record<string, { readonly format: Format; readonly text: string }>>> = {
  text: {
    format: 'text',
    text: [
      ...[copy.headline, copy.deck, copy.byline, ...copy.paragraphs, copy.quoted],
      ...[...copy.items.map((item) => `- ${item}`), signOff],
    ].join('\n\n'),
  },
  markdown: {
    format: 'markdown',
    text: [
      ...[`# ${copy.headline}`, copy.deck, copy.byline, ...copy.paragraphs.map((one) => one.replace('&', '&amp;'))],
      ...[`> ${copy.quoted}`, copy.items.map((item) => `- ${item}`).join('\n'), signOff],
    ].join('\n\n'),
  },
  html: {
    format: 'html',
    text: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${copy.headline} | The Harrow Post</title>
<script>const at = "At least 40 people were killed in Kiev";</script></head>
<body><nav><a href="/">Kiev desk</a></nav>
<article><h1>${copy.headline}</h1>
<p class="standfirst">${copy.deck}</p>
<div class="byline">${copy.byline}</div>
<figure><img src="port.jpg" alt=""><figcaption>${copy.caption}</figcaption></figure>
${copy.paragraphs.map((one) => `<p>${escaped(one).replace('é', '&eacute;').replace('“', '&ldquo;').replace('Ferries to', 'Ferries <em>to</em>\n ')}</p>`).join('\n')}
<blockquote><p>${copy.quoted}</p></blockquote>
<ul>${copy.items.map((item) => `<li>${item}</li>`).join('')}</ul>
<p>${signOff}</p>
</article><footer>Kiev</footer></body></html>
`,
  },
};
