// Words beside a mention that belong to the name and could also be words: "Theresa" May, Sun "Yat-sen", Ursula von der "Leyen".
import { perStory } from '../../document/memo';
import { wordList } from '../../lexicon/word-lists';
import type { Block, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import type { Span } from '../../text/span';
import { blockAt, isCapital, isDate, isNext, isTitled, spanIn, tokensOf } from './called-tokens';
import type { EntityMention } from './entity';
import { isFamilyBefore } from './family-before';
import { isGivenName, isKind, isPlace } from './lists';
import { type NamePiece, wordsInFull } from './name-words';

/** The mention with the words of the name beside it that could also be words: "Theresa" May, Sun "Yat-sen", Ursula von der "Leyen". */
export function widened(story: Story, mention: EntityMention): EntityMention {
  const block = blockAt(story, mention.start);
  if (!block) return mention;
  const { tokens } = block.facts;
  const [from, to] = tokensOf(block, mention);
  let [first, last] = [from, to];
  const words = wordsInFull(mention.text);
  const [only] = words as readonly [NamePiece];
  const given = words.every(({ form }) => isGivenName(form));
  if (words.length === 1 ? !isPlace(only.form) : given) {
    let next = last;
    while (isNext(block, next - 1) && isKind(wordAt(tokens, next), 'link') && !isCapital(block, next)) next++;
    const isName = isNext(block, next - 1) && isCapital(block, next) && !isTitled(wordAt(tokens, next));
    const isOwn = words.length === 1 && (next > last || isGivenName(only.form));
    // "Anna Lee May sang", not "… met Anna Lee Monday" or a headline's "Anna Lee May Sing"
    const month = isMonthName(block, next) && goesOnSmall(block, next);
    const mayBe = isOwn || month || namedAsDays(story).has(wordAt(tokens, next).replace(/'s$/, ''));
    if (isName && mayBe && !isDate(block, next)) last = next + 1;
  }
  // "Jun Ito", not "5 Jun" nor "on Mar. 5"
  const cut = isCutMonth.has(wordAt(tokens, first - 1)) && isCapital(block, first - 1) && isNext(block, first - 1);
  if (cut && words.length === 1 && !isDate(block, first - 1)) first--;
  if (isFamilyBefore(story, block, first, mention.text, words)) first--;
  if (first === from && last === to) return mention;
  const span = bare(story, spanIn(block, first, last));
  const whole = { start: Math.min(span.start, mention.start), end: last > to ? span.end : mention.end };
  return mentionAt(story, block, whole, first, mention.titles);
}

/** Months and days behind a title or an office with a capital: "Mrs. May", "Detective Friday". */
const namedAsDays = perStory(({ blocks }: Story): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const block of blocks) {
    const { tokens } = block.facts;
    for (let i = 1; i < tokens.length; i++) {
      const low = wordAt(tokens, i).replace(/'s$/, '');
      if (!isKind(low, 'calendar') || !isNext(block, i - 1) || !isCapital(block, i - 1) || block.facts.allCaps)
        continue;
      if (isTitled(wordAt(tokens, i - 1)) && !isCapital(block, i + 1) && !isDate(block, i)) found.add(low);
    }
  }
  return found;
});

const isMonthName = ({ facts: { tokens } }: Block, i: number): boolean =>
  isKind(wordAt(tokens, i).replace(/'s$/, ''), 'calendar-name');

const isCutMonth = wordList('months cut short that are names');

const goesOnSmall = (block: Block, i: number): boolean => !(isNext(block, i) && isCapital(block, i + 1));

/** Without a possessive ending. */
export function bare({ prose }: Story, { start, end }: Span): Span {
  const ending = /['’]s$|['’]$/.exec(prose.slice(Math.max(start, end - 3), end));
  return { start, end: end - (ending?.[0].length ?? 0) };
}

export const mentionAt = (
  { prose }: Story,
  { facts: { tokens } }: Block,
  { start, end }: Span,
  token: number,
  titles: readonly string[] = [],
): EntityMention => ({
  start,
  end,
  text: prose.slice(start, end),
  tie: 'name',
  full: false,
  quoted: has(tokens, token, Shape.quoted),
  titles,
});
