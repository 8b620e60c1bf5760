// Speakers set before a colon: "WALSH: I never …", "Minister: no early vote", and behind one in a headline: "Blast kills 12: police".
import { wordList } from '../../lexicon/word-lists';
import { Class } from '../../language/word-classes';
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, wordAt } from '../../document/token';
import { perParagraphWith, signs } from '../../document/gates';
import { perParagraph } from '../../document/memo';
import type { Cue } from './cues';
import { is, isCapital, isQuoted, type Scope, shape, word } from './scope';

const LONGEST_LABEL = 6;
const LONGEST_CAPS_LABEL = 3;
const LONGEST_HEADLINE_LABEL = 2;

/** What stands before a colon at the start of a paragraph, where it could be a speaker. */
export interface Label {
  readonly text: string;
  /** The colon's token. */
  readonly colon: number;
  /** All capitals, as transcripts set their speakers. */
  readonly caps: boolean;
}

/** Words before a colon that name a part of the page and not a speaker. */
const signposts = wordList('page signposts');

const aColon = signs.word((word) => word === ':');

export const labelOf = perParagraphWith([aColon], undefined, ({ text, tokens }: Paragraph): Label | undefined => {
  let caps = true;
  const limit = Math.min(tokens.length, LONGEST_LABEL + 1);
  for (let i = 0; i < limit; i++) {
    const w = tokens.word[i] as string;
    const bits = tokens.shape[i] as number;
    if (w === ':') {
      if (i === 0 || signposts.has(tokens.word[0] as string)) return undefined;
      return { text: text.slice(tokens.start[0], tokens.end[i - 1]), colon: i, caps };
    }
    if (bits & Shape.number || (bits & Shape.mark && w !== '.' && w !== '(' && w !== ')')) return undefined;
    if (bits & Shape.word && !(bits & (Shape.capital | Shape.allCaps))) return undefined;
    if (bits & Shape.word && !(bits & Shape.allCaps) && w.length > 1) caps = false;
  }
  return undefined;
});

const questions = wordList('labels of a question');
const answers = wordList('labels of an answer');

const turnOf = (word: string): 'question' | 'answer' | undefined =>
  questions.has(word) ? 'question' : answers.has(word) ? 'answer' : undefined;

/** By sentence: it opens a turn of an interview, "Q: How did it begin?", "A. The wall broke.". */
export const turnsIn = perParagraph(({ tokens, sentences }: Paragraph) =>
  sentences.map(({ firstToken }) => {
    const w = wordAt(tokens, firstToken);
    const stop = wordAt(tokens, firstToken + 1);
    const set = has(tokens, firstToken, Shape.capital) && (stop === ':' || (stop === '.' && w.length === 1));
    return set ? turnOf(w) : undefined;
  }),
);

/** The label of a paragraph's first sentence as a cue, where the paragraph alone shows that it is one. */
export function labelCue(s: Scope): Cue | undefined {
  if (s.sentence > 0) return undefined;
  const label = labelOf(s.paragraph);
  if (!label) return undefined;
  const { colon, caps } = label;
  const headline = s.headline || (s.paragraph.sentences.length === 1 && !endsInStop(s));
  const quoted = isQuoted(s, colon + 1);
  if (shape(s, colon + 1, Shape.number) || colon + 1 >= s.last) return undefined;
  const speaks =
    quoted ||
    (caps && label.text.length > 1 && colon - s.first <= LONGEST_CAPS_LABEL && !s.paragraph.allCaps && !headline) ||
    (colon === s.first + 1 &&
      is(s, s.first, Class.document | Class.people | Class.body) &&
      !is(s, s.first, Class.outlet)) ||
    (headline && colon - s.first <= LONGEST_HEADLINE_LABEL && !caps && colon < s.last - 3);
  if (!speaks) return undefined;
  return {
    form: 'label',
    lemma: ':',
    kind: 'speech',
    cue: { from: colon, to: colon + 1 },
    source: { from: s.first, to: colon },
    content: [{ from: colon + 1, to: s.last }],
    reports: true,
  };
}

const endsInStop = (s: Scope): boolean => {
  let i = s.last - 1;
  while (i > s.first && (isQuoted(s, i) || word(s, i) === ')')) i--;
  return '.!?'.includes(word(s, i)) && word(s, i) !== '';
};

const LONGEST_TRAILING_LABEL = 4;

/** "Blast kills 12: police" in a headline. */
export function trailingLabelCue(s: Scope): Cue | undefined {
  if (!s.headline) return undefined;
  for (let i = s.last - 2; i > s.first + 1 && i >= s.last - 1 - LONGEST_TRAILING_LABEL; i--) {
    if (word(s, i) !== ':') continue;
    let speaker = isCapital(s, i + 1);
    for (let k = i + 1; k < s.last; k++) {
      if (is(s, k, Class.person | Class.body | Class.outlet | Class.document | Class.people)) speaker = true;
      if (is(s, k, Class.auxiliary) || isQuoted(s, k)) return undefined;
    }
    if (!speaker) return undefined;
    return {
      form: 'label',
      lemma: ':',
      kind: 'speech',
      cue: { from: i, to: i + 1 },
      source: { from: i + 1, to: s.last },
      content: [{ from: s.first, to: i }],
      reports: true,
    };
  }
  return undefined;
}
