// End marks that were copied into a caption, a summary or a field: found there as in the body, taken out where the file stays whole.
import * as assert from 'node:assert/strict';
import type { Format } from '../../server/src/document/draft';
import { fixAs, lintAs, storyOf } from '../support/formats';

const lead = 'The harbour master closed the port on Monday, he said, and the ferries will not run.';
const matter = (field: string): string => `---\ntitle: Port stays shut\n${field}\n---\n\n${lead}\n`;
const page = (piece: string): string => `<article><h1>Port stays shut</h1>${piece}<p>${lead}</p></article>`;
const json = (fields: object): string => JSON.stringify({ headline: 'Port stays shut', body_text: lead, ...fields });
const rulesOf = (text: string, format: Format): string[] => lintAs(text, format).diagnostics.map(({ rule }) => rule);

describe('an end mark in a field', () => {
  const found: readonly (readonly [Format, (words: string) => string])[] = [
    ['markdown', (words) => matter(`dek: ${words}`)],
    ['markdown', (words) => matter(`image_caption: "${words}"`)],
    ['markdown', (words) => `${lead}\n\n<figure><figcaption>${words}</figcaption></figure>\n\nHe left.\n`],
    ['markdown', (words) => `${lead}\n\n![${words}](x.png)\n\nHe left.\n`],
    ['html', (words) => page(`<figure><figcaption>${words}</figcaption></figure>`)],
    ['html', (words) => page(`<p class="standfirst">${words}</p>`)],
    ['html', (words) => page(`<img alt="${words}">`)],
    ['json', (words) => json({ abstract: words })],
    ['archieml', (words) => `dek: ${words}\n\n[+body]\n\n${lead}\n\n[]\n`],
    [
      'nitf',
      (words) =>
        `<nitf><body><body.head><abstract><p>${words}</p></abstract></body.head><body.content><p>${lead}</p></body.content></body></nitf>`,
    ],
  ];
  for (const [i, [format, file]] of found.entries())
    for (const mark of ['Enditem', 'Endi'])
      it(`behind its words is found and goes alone: ${format} ${i}, ${mark}`, () => {
        const text = file(`Cranes stand still at the port. ${mark}`);
        assert.deepEqual(rulesOf(text, format), ['wire-sign-off']);
        assert.equal(fixAs(text, format).text, file('Cranes stand still at the port.'));
        const { blocks } = storyOf(text, format);
        assert.ok(
          blocks.some(
            ({ role, facts }) => /caption|subhead/.test(role) && facts.text === 'Cranes stand still at the port.',
          ),
        );
      });

  it('as all that a field says is found, and the file stays whole', () => {
    for (const [format, file] of found) {
      const text = file('Enditem');
      assert.deepEqual(rulesOf(text, format), ['wire-sign-off'], text);
      const fixed = fixAs(text, format).text;
      assert.deepEqual(storyOf(fixed, format).problems, [], fixed);
    }
  });

  it('is none where it is whose picture it is, or words', () => {
    for (const words of [
      'Cranes at the port. (Reuters)',
      'Cranes at the port. AP',
      'Cranes at the port (Xinhua/Li Na)',
      'Where the road ends',
      'The end',
    ])
      for (const [format, file] of found) assert.deepEqual(rulesOf(file(words), format), [], words);
  });
});
