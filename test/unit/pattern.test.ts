import * as assert from 'node:assert/strict';
import { matchesIn } from '../../server/src/language/patterns';
import { patternBook } from '../../server/src/language/pattern-book';
import { compilePatterns, type Groups } from '../../server/src/language/pattern-source';
import { readParagraph } from '../../server/src/document/segment/paragraph';

const groups: Groups = new Map([['force', { words: new Set(['army', 'rebels']), phrases: [['air', 'force']] }]]);

const bookOf = (...patterns: readonly string[]) =>
  patternBook(
    compilePatterns(
      patterns.map((pattern) => [pattern, pattern.replaceAll(' ', '+')]),
      groups,
    ),
    (id) => id.replaceAll('+', ' '),
  );

/** The words that the pattern fits in the text's sentences. */
const fits = (pattern: string, text: string): string[] => {
  const paragraph = readParagraph(text, 'paragraph', false);
  const book = bookOf(pattern);
  return paragraph.sentences.flatMap((sentence) =>
    matchesIn(book, paragraph, sentence).map(({ first, last }) =>
      text.slice(paragraph.tokens.start[first], paragraph.tokens.end[last - 1]),
    ),
  );
};

describe('token patterns', () => {
  const cases: readonly (readonly [pattern: string, text: string, ...found: string[]])[] = [
    ['killed|wounded #', 'Rebels killed 12 people and wounded 30.', 'killed 12', 'wounded 30'],
    [
      '<force> ..3 captured',
      'The rebels quickly captured it. The air force captured nothing.',
      'rebels quickly captured',
      'air force captured',
    ],
    ['<force> ..1 captured', 'The rebels then very quickly captured it.'],
    ['<force> ..3 captured', 'The rebels, he says, captured it.'],
    ['<force> ,,5 captured', 'The rebels, he says, captured it.', 'rebels, he says, captured'],
    [
      'rebels captured',
      'The rebels, an army of boys, captured it. Rebels, Greens, captured men fled.',
      'rebels, an army of boys, captured',
      'Rebels, Greens, captured',
    ],
    ['was ly? hidden', 'It was hidden. It was deliberately hidden.', 'was hidden', 'was deliberately hidden'],
    ['lying !on|in', 'He is lying on the floor. He is lying again.', 'lying'],
    ['^ fears that', 'Fears that it may fail grew. He has fears that grow.', 'Fears that'],
    ['Name lied', 'Anna Moll lied. The minister lied.', 'Anna Moll lied'],
    ['#huge people', 'About 5,000 people sang, and 50 people slept.', 'About 5,000 people'],
    ['knowingly ed', 'She knowingly lent it and knowingly deceived him.', 'knowingly lent', 'knowingly deceived'],
    ['killed #', '"They killed 12," he said.'],
  ];
  for (const [pattern, text, ...found] of cases)
    it(`${pattern} in ${text}`, () => assert.deepEqual(fits(pattern, text), found));

  it('reads a gap of two digits, and refuses one that is too long', () => {
    const text = 'The rebels that hold the long bridge over the cold river have captured it.';
    assert.deepEqual(fits('rebels ..12 captured', text), [text.slice(4, -4)]);
    assert.deepEqual(fits('rebels ..9 captured', text), []);
    for (const gap of ['..0', '..16', '..123', ',,99', '..1x'])
      assert.throws(() => bookOf(`rebels ${gap} captured`), /gap/, gap);
  });
  it('reads a verb that has grown together with its pronoun', () => {
    assert.deepEqual(fits('there_is no hope', 'There’s no hope. There is no hope.'), [
      'There’s no hope',
      'There is no hope',
    ]);
  });
  it('refuses a group that is nowhere', () => assert.throws(() => bookOf('<nobody> left')));
  it('refuses a pattern that begins with a gap', () => assert.throws(() => bookOf('..3 left')));
  it('finds each of many patterns where it stands, in the order of the book', () => {
    const patterns = [
      'army ..2 captured',
      '<force> ly? captured',
      'rebels captured #',
      'air_force captured',
      '# rebels',
      'Name captured',
    ];
    const book = bookOf(...patterns);
    const found = (text: string): string[] => {
      const paragraph = readParagraph(text, 'paragraph', false);
      return paragraph.sentences.flatMap((s) => matchesIn(book, paragraph, s).map(({ is }) => is));
    };
    assert.deepEqual(found('The army captured it.'), patterns.slice(0, 2));
    assert.deepEqual(found('The air force quickly captured it.'), [patterns[1]]);
    assert.deepEqual(found('The air force captured it.'), [patterns[1], patterns[3]]);
    assert.deepEqual(found('Some 30 rebels captured 40 men. Then Moll captured them.'), [
      patterns[4],
      patterns[1],
      patterns[2],
      patterns[5],
    ]);
    assert.deepEqual(found('Nobody left.'), []);
  });
  it('reads a pattern only where all that it waits for has met', () => {
    const asked: string[] = [];
    const book = patternBook(
      compilePatterns(
        [
          ['army captured', 'a'],
          ['army # <force> fled', 'b'],
        ],
        groups,
      ),
      (id) => asked.push(id),
    );
    for (const text of ['The army slept.', 'The army had 3 friends: the rebels.', 'The army captured it.']) {
      const paragraph = readParagraph(text, 'paragraph', false);
      for (const sentence of paragraph.sentences) matchesIn(book, paragraph, sentence);
    }
    assert.deepEqual(asked, ['a']);
  });
});
