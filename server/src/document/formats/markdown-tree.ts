// Markdown's own tree of a text, and what is too much for the library that makes it.
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { codeIndented } from 'micromark-core-commonmark';
import { gfm } from 'micromark-extension-gfm';
import type { Construct } from 'micromark-util-types';

/** @throws what the library throws. Front matter and templates are to be hidden first. */
export const treeOf = (text: string): Root => fromMarkdown(text, (options ??= readOptions()));

/** Made once: a change is judged by reading a few lines many times. */
let options: ReturnType<typeof readOptions> | undefined;

const readOptions = () => ({
  extensions: [gfm(), { flowInitial: { [-2]: indentedCode, [-1]: indentedCode, 32: indentedCode } }],
  // their transforms make nodes that stand nowhere in the file
  mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
});

/** The same, with the words of each paragraph, heading and cell as one text: what stands in a line is not looked for. */
export const flowOf = (text: string): Root => {
  const { extensions, mdastExtensions } = (options ??= readOptions());
  return fromMarkdown(text, { extensions: [...extensions, { disable: { null: inLines } }], mdastExtensions });
};

/** What the library looks for in a line, by its own names. */
const inLines =
  'attention autolink characterEscape characterReference codeText hardBreakEscape htmlText labelEnd labelStartImage labelStartLink strikethrough tasklistCheck gfmFootnoteCall gfmPotentialFootnoteCall wwwAutolink protocolAutolink emailAutolink'.split(
    ' ',
  );

/**
 * Whatever stands behind indented code begins anew: a list of any number, an empty item. The library takes the code for a paragraph
 * that such a line would interrupt, and knows of one kind of block alone that is none.
 */
const indentedCode: Construct = {
  ...codeIndented,
  tokenize(effects, ok, nok) {
    const over =
      (next: typeof ok): typeof ok =>
      (code) => {
        this._gfmTableDynamicInterruptHack = false;
        return next(code);
      };
    this._gfmTableDynamicInterruptHack = true;
    return codeIndented.tokenize.call(this, effects, over(ok), over(nok));
  },
};

/** Block quotes inside block quotes. The parser's cost grows with the square of this, and no draft needs as many. */
const DEEPEST = 60;

/** Why the text is not to be read as Markdown, in a few words, or nothing. */
export function tooMuchFor(text: string): string | undefined {
  if (nestsTooDeep(text)) return `block quotes stand more than ${DEEPEST} deep in each other`;
  return undefined;
}

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  let opening = true;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') {
      depth = 0;
      opening = true;
    } else if (opening && character === '>') {
      if (++depth > DEEPEST) return true;
    } else if (opening && !' \t-*+'.includes(character)) opening = false;
  }
  return false;
}
