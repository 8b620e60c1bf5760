// Openers that are names: "Long said", where the story has brought in an Ann Long. The paragraph alone takes such a word for what it is in
// the language; whom the story has named tells otherwise.
import { wordList } from '../../lexicon/word-lists';
import { isPlainWord } from '../../lexicon/plain-words';
import { looksLikeAdverb } from '../../lexicon/adverbs';
import { Form } from '../../language/morphology';
import { Class } from '../../language/word-classes';
import { perParagraph, perStory } from '../../document/memo';
import type { Paragraph } from '../../document/paragraph';
import { isProse } from '../../document/role';
import type { Story } from '../../document/story';
import { Shape } from '../../document/token';
import { isGivenBehindFamily } from '../names/formation';
import { isMiddleName } from '../names/function-names';
import { isGivenName, isKind, isProperAdjective } from '../names/lists';
import { Frame } from './lexicon';
import { is, isCapital, isMark, type ParagraphWords, readingOf, shape, word } from './scope';

/** By paragraph the tokens that are names. */
export type CalledOpeners = (paragraph: Paragraph) => readonly number[];

const none: readonly number[] = [];

export const calledOpeners = perStory(({ blocks }: Story): CalledOpeners => {
  const prose = blocks.filter(({ role }) => isProse(role));
  const asked = prose.filter(({ facts }) => openersIn(facts).length > 0);
  if (asked.length === 0) return () => none;
  const names = new Set(prose.flatMap(({ facts }) => [...wordlyNamesIn(facts)]));
  const called = new Map(
    asked.map(({ facts }) => [facts, openersIn(facts).filter((i) => names.has(facts.tokens.word[i] as string))]),
  );
  return (paragraph) => called.get(paragraph) ?? none;
});

/** Words with a capital that open a sentence, could be no name, and have a verb of speech behind them. */
const openersIn = perParagraph((paragraph): readonly number[] => {
  const r = readingOf(paragraph);
  return paragraph.sentences.map(({ firstToken }) => firstToken).filter((i) => tellsBehind(r, i) && mayBeCalled(r, i));
});

function mayBeCalled(r: ParagraphWords, i: number): boolean {
  const w = word(r, i);
  if (!isCapital(r, i) || is(r, i, Class.subject) || r.paragraph.allCaps) return false;
  return r.classes[i] !== 0 || isPlainWord(w) || looksLikeAdverb(w);
}

/** "Long said", "Long also told": a verb that is no noun. */
function tellsBehind(r: ParagraphWords, i: number): boolean {
  const next = is(r, i + 1, Class.adverb | Class.have) ? i + 2 : i + 1;
  const verb = r.verbs[next];
  return verb !== undefined && (verb.frames & told) !== 0 && (verb.forms & (Form.past | Form.third)) !== 0;
}

const told = Frame.any | Frame.clause | Frame.quote;

/** Words of the language that end somebody's name, or begin one, where no sentence begins: "Ann Long", "Councillor Still", "So Kim". */
const wordlyNamesIn = perParagraph((paragraph): ReadonlySet<string> => {
  const found = new Set<string>();
  if (paragraph.allCaps) return found;
  const r = readingOf(paragraph);
  for (let i = 0; i < r.word.length; i++) {
    if (!isCapital(r, i) || shape(r, i, Shape.allCaps)) continue;
    const [before, next] = [stopped(r, i - 1), isCapital(r, i + 1)];
    if (!shape(r, i, Shape.initial) && before >= 0 && isCapital(r, before)) {
      if (
        !next &&
        (isGivenName(word(r, before)) ||
          isMiddleName(word(r, before)) ||
          isTitled(r, before) ||
          isBehindTitle(r, before))
      )
        found.add(word(r, i));
    }
    const opens = next && !isMark(r, i + 1) && !(isCapital(r, i - 1) && !isTitled(r, i - 1));
    if (opens && (!shape(r, i, Shape.initial) || isGivenName(word(r, i)) || isFamily(r, i))) found.add(word(r, i));
  }
  return found;
});

/** "Sun" of Sun Yat-sen, Sun Liming. */
const isFamily = (r: ParagraphWords, i: number): boolean =>
  isKind(word(r, i), 'chinese') &&
  isGivenBehindFamily(word(r, i + 1)) &&
  (!isPlainWord(word(r, i + 1)) || tellsBehind(r, i + 1));

/** The token, or the one before its stop: "Mr. Long". */
const stopped = (r: ParagraphWords, i: number): number => (word(r, i) === '.' ? i - 1 : i);

const civil = wordList('titles of address');

const isTitled = (r: ParagraphWords, i: number): boolean =>
  civil.has(word(r, i)) ||
  is(r, i, Class.title | Class.person) ||
  isKind(word(r, i), 'title') ||
  isKind(word(r, i), 'role');

/** "Mr Amartya No": a first name that no list has. */
const isBehindTitle = (r: ParagraphWords, i: number): boolean =>
  !isPlainWord(word(r, i)) && !isProperAdjective(word(r, i)) && !is(r, i, Class.time | Class.body);
