// Attribution along the story as a strip: above the line who stands behind the copy, below it the claims that stand alone.
// Height says what colour says: full where a source is cited, half where one is carried, hollow where no reader is told who.
import { inXml, visible } from '../escape';
import { excerpt } from '../excerpt';
import { table } from '../page';
import type { Linked } from './page';
import type { Weighed } from './weigh';
import { counted } from '../counted';

/** Units of the drawing; its width is the story's length in UTF-16 units. */
const above = 60;
const below = 24;
const heights: Readonly<Record<Weighed['support'], number>> = { cited: 52, carried: 26, none: 3 };

/** Share of the width between two paragraphs. */
const PARAGRAPH = 0.006;

export function strip(weighed: readonly Weighed[], text: string, linked: Linked): string {
  const length = weighed.reduce((sum, { start, end }) => sum + end - start, 0);
  const gap = length * PARAGRAPH;
  let x = 0;
  const bars = weighed.map((sentence) => {
    if (sentence.opens && x > 0) x += gap;
    const width = sentence.end - sentence.start;
    const bar = linked(sentence, barsOf(sentence, x, Math.max(1, width - gap / 4), text), true);
    x += width;
    return bar;
  });
  return [
    '<figure>',
    `<svg class="strip" viewBox="0 0 ${round(x)} ${above + below}" preserveAspectRatio="none" role="img" aria-label="${inXml(inWords(weighed))}">`,
    `<line class="ground" x1="0" x2="${round(x)}" y1="${above}" y2="${above}"/>`,
    ...bars,
    '</svg>',
    '<figcaption>The story from left to right, a bar a sentence.</figcaption>',
    legend,
    `<details><summary>Sentence by sentence, as a table</summary>\n${asTable(weighed, text, linked)}\n</details>`,
    '</figure>',
  ].join('\n');
}

function barsOf(sentence: Weighed, x: number, width: number, text: string): string {
  const { support, unnamed, alone } = sentence;
  const height = heights[support];
  const look = support === 'none' ? 'plain' : unnamed ? 'unnamed' : 'named';
  const title = `<title>${inXml(`${behind(sentence)} ${excerpt(text, sentence)}`)}</title>`;
  const bar = (name: string, y: number, tall: number): string =>
    `<rect class="${name}" x="${round(x)}" y="${y}" width="${round(width)}" height="${tall}">${title}</rect>`;
  return bar(look, above - height, height) + (alone.length ? bar('alone', above, below) : '');
}

const key = (inside: string): string =>
  `<svg class="key" viewBox="0 0 10 ${above + below}" preserveAspectRatio="none" aria-hidden="true">${inside}</svg>`;

const keyBar = (name: string, y: number, height: number): string =>
  `<rect class="${name}" x="1" y="${y}" width="8" height="${height}"/>`;

const legend = `<ul class="legend">
<li>${key(keyBar('named', 8, 52))}cites a source</li>
<li>${key(keyBar('named', 34, 26))}carried from another sentence</li>
<li>${key(keyBar('unnamed', 8, 52))}no reader is told who</li>
<li>${key(keyBar('plain', 57, 3))}nobody cited</li>
<li>${key(keyBar('plain', 57, 3) + keyBar('alone', 60, 24))}a claim that stands alone</li>
</ul>`;

const asTable = (weighed: readonly Weighed[], text: string, linked: Linked): string =>
  table(
    'Who stands behind each sentence',
    ['!Sentence', 'Behind it', 'Words'],
    weighed.map(
      (sentence) =>
        `<td class="number">${sentence.index + 1}</td><td${sentence.alone.length ? ' class="no"' : ''}>${inXml(behind(sentence))}</td><td>${linked(sentence, inXml(excerpt(text, sentence)))}</td>`,
    ),
  );

/** One sentence in words: what its bar shows. */
function behind({ support, sources, alone }: Weighed): string {
  const who = sources.map(visible).join(', ') || 'somebody';
  const said = support === 'cited' ? `Cites ${who}.` : support === 'carried' ? `Carried from ${who}.` : '';
  const claims = alone.length ? `A claim that stands alone: ${alone.join(', ')}.` : '';
  return [said, claims].filter(Boolean).join(' ') || 'Nobody is cited.';
}

/** The whole strip in words, for who does not see it. */
function inWords(weighed: readonly Weighed[]): string {
  const count = (support: Weighed['support']): number => weighed.filter((s) => s.support === support).length;
  const alone = weighed.filter((s) => s.alone.length).length;
  return `${counted(weighed.length, 'sentence')} of copy: ${count('cited')} with a source cited, ${count('carried')} carried from another sentence, ${count('none')} citing nobody. ${alone} with a claim that stands alone. The table below has each.`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
