// One ordinary word in quotation marks adds nothing, or it sneers.
import { wordList } from '../../lexicon/word-lists';
import type { Paragraph, Quotation } from '../../document/paragraph';
import { isProse } from '../../document/role';
import { has, Shape, wordAt } from '../../document/token';
import { isOrdinary } from '../../lexicon/usage/ordinary-words';
import { paragraphRule } from '../rule';

export const rule = paragraphRule({
  id: 'orphan-quote',
  summary: 'One ordinary word stands in quotation marks.',
  category: 'quotations',
  kind: 'query',
  inserts: [],
  severity: 'off',
  clearedAs: 'meant',
  options: {},
  *check(paragraph) {
    // headlines use marks as attribution: "'Systemic failure' led to sinking"
    if (!isProse(paragraph.role)) return;
    for (const quotation of paragraph.quotations) {
      const word = onlyWord(paragraph, quotation);
      if (word === undefined || !isOrdinary(word)) continue;
      const { start, end, inner } = quotation;
      yield {
        start,
        end,
        message: `“${word}” is an ordinary word: the marks add nothing, or they sneer. Take them off, or quote the whole sentence.`,
        fixes: [
          {
            title: 'Remove the quotation marks',
            apply: 'ask',
            edits: [
              { start, end: inner.start, text: '' },
              { start: inner.end, end, text: '' },
            ],
          },
        ],
      };
    }
  },
});

/** "very happy" is as ordinary as "happy". */
const intensifiers = wordList('intensifiers');

/** The word, in lower case, where the quotation holds just one, perhaps with a stop or comma set inside. */
function onlyWord(
  { tokens }: Paragraph,
  { closed, continues, level, firstToken, lastToken }: Quotation,
): string | undefined {
  if (!closed || continues || level > 0) return undefined;
  let word: string | undefined;
  for (let i = firstToken + 1; i < lastToken - 1; i++) {
    if (has(tokens, i, Shape.mark)) continue;
    if (word === undefined && intensifiers.has(wordAt(tokens, i))) continue;
    if (word !== undefined || has(tokens, i, Shape.capital)) return undefined;
    word = wordAt(tokens, i);
  }
  return word;
}
