// What is wrong with a pattern that a house has written, in a sentence with what to do: no such pattern is ever tried on a text.
import { readParagraph } from '../../document/segment/paragraph';
import { quantityKinds } from '../../language/pattern-book';
import { compilePatterns, literalsOf } from '../../language/pattern-source';
import { formsOf } from '../../lexicon/claims/inflect';
import { didYouMean } from '../../text/nearest';
import { classesOfHouse } from './classes';
import { readable, wordsOf } from './finder';
import type { HouseRule } from './spec';

/** Characters and parts of a pattern. */
const LONGEST = 300;
const MOST_PARTS = 20;

/** Ways to try a pattern at one word: gaps and parts that may be missing multiply them. */
const MOST_WAYS = 600;

/** Phrases that an alternative stands for: each verb of it in every form multiplies them. */
const MOST_PHRASES = 64;

/** The fault, or nothing where the pattern is in order. */
export function readPattern(pattern: string, classes: NonNullable<HouseRule['classes']>): string | undefined {
  const written = readable(pattern);
  const parts = written.split(' ');
  const told = (why: string): string => `the pattern "${written.slice(0, 80)}" ${why}`;
  if (written.length > LONGEST || parts.length > MOST_PARTS)
    return told(`is too long: it may have ${MOST_PARTS} parts and ${LONGEST} characters. Make two of it.`);
  if (EXPRESSION.test(written))
    return told(
      'looks like a regular expression, and none is run here. Write words, with | between those that may stand in one place; docs/house-rules.md has the rest.',
    );
  const groups = new Map(classesOfHouse());
  for (const [name, words] of Object.entries(classes)) groups.set(name, wordsOf(words));
  const bodies = parts.map((part) => part.replace(/^!/, '').replace(/(?<=.)\?$/, ''));
  for (const alternative of bodies.flatMap((body) => body.split('|'))) {
    const why = faultOfPart(alternative, groups);
    if (why !== undefined) return told(why);
  }
  const head = parts.find((part) => part !== '^') ?? '';
  if (/^(?:!|\.\.|,,)/.test(head) || (head.length > 1 && head.endsWith('?')) || /^(?:ly|ed)(?:\||$)/.test(head))
    return told(`begins with "${head}". Begin with a word, a <class>, a number or Name.`);
  if (waysOf(parts) > MOST_WAYS)
    return told(
      'could be tried in too many ways at one word. Shorten its gaps, or take out some parts that may be missing.',
    );
  try {
    compilePatterns([[written, '']], groups);
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}. docs/house-rules.md says what may stand there.`;
  }
  const split = literalsOf(written, groups).find((word) => tokensIn(word) !== 1);
  return split === undefined
    ? undefined
    : told(`has "${split}", which copy has as several words or marks. Join words with _: "armed_group".`);
}

/** A backslash, brackets, a star: nobody writes them between words. */
const EXPRESSION = /[\\()[\]{}*+]|(?<!#)\$/;

function faultOfPart(part: string, groups: ReadonlyMap<string, unknown>): string | undefined {
  if (part === '^' || part === 'Name') return undefined;
  if (part === '') return 'has a part with nothing in it. Look for a | or a space too many.';
  if (part.startsWith('<')) {
    const name = part.replace(/^<|>$/g, '');
    return groups.has(name) && part.endsWith('>')
      ? undefined
      : `names the class ${part}, which there is not.${didYouMean(name, groups.keys())} There are ${[...groups.keys()].join(', ')}; "classes" makes others.`;
  }
  if (part.startsWith('#'))
    return quantityKinds[part]
      ? undefined
      : `speaks of ${part}, which is no kind of number.${didYouMean(part, Object.keys(quantityKinds))} There are ${Object.keys(quantityKinds).join(' ')}.`;
  if (part !== part.toLowerCase())
    return `has "${part}" with a capital. Write words in small letters: they are found in any; Name stands for a name.`;
  if (part.split('_').reduce((phrases, word) => phrases * formsOf(word).length, 1) > MOST_PHRASES)
    return `has "${part.slice(0, 40)}", which stands for more than ${MOST_PHRASES} phrases. Write some of its verbs in one form, or make two patterns of it.`;
  return undefined;
}

/** How often the rest of the pattern may be tried at one word. */
const waysOf = (parts: readonly string[]): number =>
  parts.reduce((ways, part) => {
    const gap = /^(?:\.\.|,,)(\d+)/.exec(part)?.[1];
    if (gap !== undefined) return ways * (Number(gap) + 1);
    return ways * (part.length > 1 && part.endsWith('?') ? 2 : 1);
  }, 1);

const tokensIn = (word: string): number => readParagraph(word, 'paragraph', false).tokens.length;
