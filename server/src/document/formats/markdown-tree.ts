// Markdown's own tree of a text, and what is too much for the library that makes it.
import type { Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { blockQuote, codeIndented, htmlFlow, list } from 'micromark-core-commonmark';
import { gfm } from 'micromark-extension-gfm';
import type { Construct, Extension } from 'micromark-util-types';

/** @throws what the library throws. Front matter and templates are to be hidden first. */
export const treeOf = (text: string): Root => placed(fromMarkdown(text, (options ??= readOptions())));

/** As a program reads it that knows nothing of GitHub's tables, notes, struck words and bare addresses. @throws likewise. */
export const plainTreeOf = (text: string): Root => placed(fromMarkdown(text, plainOptions));

/** Whether there could be anything in it that the two read apart. */
export const isReadApart = (text: string): boolean => /[|~@]|\[\^|:\/\/|www\./i.test(text);

/** Made once: a change is judged by reading a few lines many times. */
let options: ReturnType<typeof readOptions> | undefined;

const readOptions = () => {
  const github = gfm();
  const notes = [github.document?.[91] ?? []].flat().map(opening);
  return {
    extensions: [github, { document: { 91: notes } }, asTheRulesHaveIt],
    // their transforms make nodes that stand nowhere in the file
    mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  };
};

/** The same, with the words of each paragraph, heading and cell as one text: what stands in a line is not looked for. */
export const flowOf = (text: string): Root => {
  const { extensions, mdastExtensions } = (options ??= readOptions());
  return fromMarkdown(text, { extensions: [...extensions, { disable: { null: inLines } }], mdastExtensions });
};

/** The tree as it is, but that a heading with a line below it begins with its words: to the library it begins with definitions above. */
function placed(root: Root): Root {
  const visit = ({ children }: Parents): void => {
    for (const [i, child] of children.entries()) {
      const [first] = child.type === 'heading' ? child.children : [];
      if (first?.position && child.position && children[i - 1]?.type === 'definition')
        child.position.start = { ...first.position.start };
      if (CONTAINERS.has(child.type)) visit(child as Parents);
    }
  };
  visit(root);
  return root;
}

const CONTAINERS: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  ...(['blockquote', 'list', 'listItem', 'footnoteDefinition'] as const),
]);

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

/**
 * What opens inside a quote, an item or a note interrupts no paragraph, whatever stands above that: a list of any number, an empty
 * item. The library remembers the paragraph until the line ends.
 */
function opening(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const opened: typeof ok = (code) => {
        this.interrupt = undefined;
        return ok(code);
      };
      return construct.tokenize.call(this, effects, opened, nok);
    },
  };
}

const containers: Readonly<Record<number, Construct>> = {
  ...Object.fromEntries(Array.from('*+-0123456789', (mark) => [mark.charCodeAt(0), opening(list)])),
  62: opening(blockQuote),
};

/** A tag alone on its line interrupts no paragraph, nor does it where that line continues one of a quote or an item without its mark. */
const tagAlone: Construct = {
  ...htmlFlow,
  name: 'tagAlone',
  tokenize(effects, ok, nok) {
    const parser = Object.create(this.parser, { lazy: { value: {} } });
    return htmlFlow.tokenize.call(Object.create(this, { parser: { value: parser } }), effects, ok, nok);
  },
};

/** Where the library departs from the rules of Markdown. */
const asTheRulesHaveIt: Extension = {
  document: containers,
  flow: { 60: tagAlone },
  disable: { null: ['htmlFlow'] },
  flowInitial: { [-2]: indentedCode, [-1]: indentedCode, 32: indentedCode },
};

const plainOptions = { extensions: [asTheRulesHaveIt] };

/** Block quotes inside block quotes. The parser's cost grows with the square of this, and no draft needs as many. */
const DEEPEST = 60;

/** Why the text is not to be read as Markdown, in a few words, or nothing. */
export function tooMuchFor(text: string): string | undefined {
  if (nestsTooDeep(text)) return `block quotes stand more than ${DEEPEST} deep in each other`;
  const line = longRun(text);
  if (line === undefined) return undefined;
  return `more than ${MOST_LINES / 1000},000 lines stand with no blank one between them, from line ${line} on`;
}

/**
 * Lines with no blank one between them: a paragraph, a table, a quote that goes on. The library looks back over all of them at some line
 * ends, so its cost grows with up to the square of their number, and no draft needs as many. Between fences it does not.
 */
const MOST_LINES = 5000;

/** Where the first longer run begins, from 1. */
function longRun(text: string): number | undefined {
  let run = 0;
  let number = 0;
  let fence = '';
  for (const [line] of text.matchAll(LINE)) {
    number++;
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (mark && (!fence || mark === fence)) fence = fence ? '' : mark;
    run = fence || BLANK.test(line) ? 0 : run + 1;
    if (run > MOST_LINES) return number - MOST_LINES;
  }
  return undefined;
}

const LINE = /[^\r\n]*(?:\r\n|[\r\n]|$)/g;
const FENCE = /^ {0,3}(`{3}|~{3})/;
const BLANK = /^\s*$/;

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
