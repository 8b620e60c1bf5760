// Word files made of their parts, as Word packs them.
import { strToU8, zipSync } from 'fflate';
import type { Copy } from './formats';

const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
export const run = (words: string): string => `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
export const paragraph = (words: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${run(words)}</w:p>`;
export const item = (words: string): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(words)}</w:p>`;

const styles = `<w:styles xmlns:w="urn:w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style><w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style></w:styles>`;

export const wordFile = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="urn:w"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    'word/styles.xml': strToU8(styles),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });

export const wordStory = (copy: Copy, signOff: string): string =>
  [
    ...[paragraph(copy.headline, 'Titel'), paragraph(copy.deck), paragraph(copy.byline)],
    ...[...copy.paragraphs.map((one) => paragraph(one)), paragraph(copy.quoted, 'Zitat')],
    ...[...copy.items.map(item), paragraph(signOff)],
  ].join('');
