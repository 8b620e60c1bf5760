// Words that cannot stand side by side, so that one is lost or is another's spelling: "The were frozen", "according the ministry",
// "more then expected", "in November 5", "$3 billion dollars".
import { wordList } from '../../lexicon/word-lists';
import { bank, perParagraphWith } from '../../document/gates';
import { isEnglish, type Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, type Tokens, wordAt } from '../../document/token';
import { monthAt } from '../../language/calendar';
import { Class, classesOf } from '../../language/word-classes';
import { isLower, isNext, type Slip, slipAt } from './slip';

const gates = wordList('words that lose a word beside them');
const aGate = bank().word(gates.has);

export const lostWords = perParagraphWith([aGate], [], (paragraph): readonly Slip[] => {
  const found: Slip[] = [];
  if (!isEnglish(paragraph)) return found;
  const { tokens } = paragraph;
  for (let i = 0; i < tokens.length; i++) {
    if (!gates.has(wordAt(tokens, i))) continue;
    const slip = slipHere(paragraph, i);
    if (slip) found.push(slip);
  }
  return found;
});

function slipHere(paragraph: Paragraph, i: number): Slip | undefined {
  const { tokens } = paragraph;
  const lost = (first: number, last: number, what: string): Slip => slipAt(paragraph, first, last, 'lost-word', what);
  switch (wordAt(tokens, i)) {
    case 'the':
      return finite.has(wordAt(tokens, i + 1)) &&
        isNext(tokens, i) &&
        isLower(tokens, i + 1) &&
        !isMarked(tokens, i + 2)
        ? lost(i, i + 2, 'A noun is missing behind “the”, or it should be “they”')
        : undefined;
    case 'according':
      return is(tokens, i + 1, Class.determiner) && isNext(tokens, i)
        ? lost(i, i + 2, '“To” is missing behind “according”')
        : undefined;
    case 'then':
      return isCompared(tokens, i) ? lost(i - 1, i + 1, 'What is compared takes “than”') : undefined;
    case 'in':
      return isDayOfMonth(tokens, i) ? lost(i, i + 3, 'A day takes “on”') : undefined;
    case 'dollars':
    case 'euros':
    case 'pounds':
      return hasSign(tokens, i) ? lost(i, i + 1, 'The sign says the currency already') : undefined;
    default:
      return isLateHour(tokens, i)
        ? lost(i - 1, i + 1, 'The hour is told by the 24-hour clock and by “p.m.” as well')
        : undefined;
  }
}

const is = (tokens: Tokens, i: number, classes: number): boolean => (classesOf(recordAt(tokens, i)) & classes) !== 0;

/** Forms that are no nouns: "the will", "the might" are. */
const finite = wordList('finite forms that are no nouns');

/** "the “was” and the “is”": a word spoken about. */
const isMarked = (tokens: Tokens, i: number): boolean => /^["”’'-]$/.test(wordAt(tokens, i));

/** "More then expected", "rather then", "quicker then"; "once more, then" has a comma, "it rained more then." a stop. */
function isCompared(tokens: Tokens, i: number): boolean {
  const before = wordAt(tokens, i - 1);
  if (!isNext(tokens, i - 1) || !isNext(tokens, i) || !isLower(tokens, i + 1) || is(tokens, i + 1, Class.subject))
    return false;
  return compared.has(before) && !is(tokens, i + 1, Class.auxiliary | Class.be | Class.past);
}

const compared = wordList('words compared by than');

/** "In November 5, 2008", "in February 6."; "in March 10 people died" counts people. */
function isDayOfMonth(tokens: Tokens, i: number): boolean {
  if (monthAt(tokens, i + 1) === undefined || !has(tokens, i + 1, Shape.capital)) return false;
  const day = wordAt(tokens, i + 2);
  if (!/^(?:[1-9]|[12]\d|3[01])$/.test(day)) return false;
  const behind = wordAt(tokens, i + 3);
  return behind === '.' || behind === ';' || (behind === ',' && /^(?:19|20)\d\d$/.test(wordAt(tokens, i + 4)));
}

/** "$124.2 billion dollars", "€5 euros": two or three tokens. */
function hasSign(tokens: Tokens, i: number): boolean {
  const at = scales.has(wordAt(tokens, i - 1)) ? i - 2 : i - 1;
  const sign = /^[$€£]/.exec(wordAt(tokens, at))?.[0];
  return sign === { dollars: '$', euros: '€', pounds: '£' }[wordAt(tokens, i)];
}

const scales = wordList('scales of money');

/** "17:59 p.m." */
const isLateHour = (tokens: Tokens, i: number): boolean => /^(?:1[3-9]|2[0-3])[:.][0-5]\d$/.test(wordAt(tokens, i - 1));
