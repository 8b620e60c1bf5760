// Called: every place of a story where somebody is named, also where the name is a word (May, Sun, Young), so that a person who renames
// somebody leaves no mention behind. Finding variants asks for less, since it must be sure of what nobody asked about.
import { isCopy } from '../../document/role';
import { type Block, opensSentence, type Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { overlaps, type Span } from '../../text/span';
import { comparable } from '../transliteration/letters';
import { type EntityMention, entitiesOf, type NamedEntity } from './entities';
import { isGivenName, isKind, isPlace } from './lists';
import { doesSomething, isSuffix, type NamePiece, type NameWords, wordsOfName } from './name-words';

/** Who is named or called at that place of the prose. */
export function calledAt(story: Story, offset: number): NamedEntity | undefined {
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const all = entitiesOf(story);
  const known = all.find(({ mentions }) => mentions.some(holds));
  if (known) {
    // "Obrador" belongs to Andrés Manuel López Obrador
    const longer = all.find((other) => isShortFor(all, known, other, wordsOfName(fullOf(story, other))));
    const whole = longer && calledInFull(story, longer);
    return whole?.mentions.some(holds) ? whole : calledInFull(story, known);
  }
  // a name that reading alone is not sure of: "May said", "Will Smith"
  const block = blockAt(story, offset) ?? blockAt(story, offset - 1);
  if (!block) return undefined;
  const [i] = tokensOf(block, { start: offset, end: offset });
  const forms = [i, i - 1].filter((one) => isCapital(block, one)).map((one) => formAt(block, one));
  if (!forms.length) return undefined;
  const sought = new Set([...forms, ...forms.map((form) => form.replace(/s$/, ''))]);
  for (const entity of all) {
    if (!wordsOfName(fullOf(story, entity)).some(({ form }) => sought.has(form))) continue;
    const whole = calledInFull(story, entity);
    if (whole.mentions.some(holds)) return whole;
  }
  return wordlyNameAt(story, offset);
}

/** The name with all its mentions, each in full as far as it is written there, in order of place. */
export function calledInFull(story: Story, entity: NamedEntity): NamedEntity {
  const words = wordsOfName(fullOf(story, entity));
  const isPerson = words.length > 1 && isGivenName((words[0] as NamePiece).form);
  if ((entity.type === 'place' && !isPerson) || entity.type === 'term') return entity;
  const all = entitiesOf(story);
  const same = [entity, ...all.filter((other) => isShortFor(all, other, entity, words))];
  const own = same
    .flatMap(({ mentions }) => mentions.map((mention) => widened(story, mention)))
    .filter((mention) => !isWhere(story, mention, words));
  const others = all.filter((other) => !same.includes(other)).flatMap(({ mentions }) => mentions);
  const found = placesOf(story, words, own, others);
  const mentions = apart([...own, ...found]);
  return { ...entity, mentions: mentions.map((one) => ({ ...one, full: isAsLong(one, words) })) };
}

/** In order; of two that overlap the longer one. */
function apart(mentions: EntityMention[]): EntityMention[] {
  const kept: EntityMention[] = [];
  for (const one of mentions.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, one)) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one;
  }
  return kept;
}

/** "in London", where somebody is called Jack London: a mention of the place. */
function isWhere({ prose }: Story, { start, text }: EntityMention, words: NameWords): boolean {
  const own = wordsOfName(text);
  if (words.length < 2 || own.length !== 1 || !isPlace((own[0] as NamePiece).form)) return false;
  return WHERE.test(/([a-z]{1,24}) $/i.exec(prose.slice(Math.max(0, start - 9), start))?.[1] ?? '');
}

const WHERE = /^(?:in|at|near|from|to|into|across|outside|around)$/i;

/** The longest mention, as far as the name is written there. */
const fullOf = (story: Story, { mentions }: NamedEntity): string =>
  longest(mentions.map((mention) => widened(story, mention))).text;

/** "López Obrador" is a part, in a row, of a longer name, and of no other: one person. */
function isShortFor(all: readonly NamedEntity[], short: NamedEntity, entity: NamedEntity, words: NameWords): boolean {
  if (short === entity || entity.type === 'place' || short.type === 'place' || short.type === 'term') return false;
  if (short.known !== undefined && short.known !== entity.known) return false;
  const own = wordsOfName(longest(short.mentions).text);
  if (!own.length || own.length >= words.length || !isIn(own, words)) return false;
  return !all.some((other) => {
    if (other === short || other === entity) return false;
    const theirs = wordsOfName(longest(other.mentions).text);
    return theirs.length > own.length && isIn(own, theirs) && !isIn(theirs, words);
  });
}

const isIn = (part: NameWords, whole: NameWords): boolean =>
  ` ${whole.map(({ form }) => form).join(' ')} `.includes(` ${part.map(({ form }) => form).join(' ')} `);

/** Somebody whose whole name is made of words, "Will Smith", at that place of the prose or called by the surname there. */
function wordlyNameAt(story: Story, offset: number): NamedEntity | undefined {
  for (const block of story.blocks) {
    if (!isCopy(block.role)) continue;
    const { tokens } = block.facts;
    for (let i = 0; i + 1 < tokens.length; i++) {
      if (!isGivenName(wordAt(tokens, i)) || !isCapital(block, i) || !isNext(block, i) || !isCapital(block, i + 1))
        continue;
      if (has(tokens, i + 1, Shape.allCaps) || isTitled(wordAt(tokens, i + 1))) continue;
      const span = spanIn(block, i, i + 2);
      const entity = calledInFull(story, { type: 'person', mentions: [mentionAt(story, block, span, i)] });
      if (entity.mentions.some(({ start, end }) => start <= offset && offset <= end)) return entity;
    }
  }
  return undefined;
}

const longest = (mentions: readonly EntityMention[]): EntityMention =>
  mentions.reduce((best, one) => (wordsOfName(one.text).length > wordsOfName(best.text).length ? one : best));

const isAsLong = ({ text }: EntityMention, words: NameWords): boolean => wordsOfName(text).length >= words.length;

/** The mention with the words of the name beside it that could also be words: "Theresa" May, Sun "Yat-sen", Ursula von der "Leyen". */
function widened(story: Story, mention: EntityMention): EntityMention {
  const block = blockAt(story, mention.start);
  if (!block) return mention;
  const { tokens } = block.facts;
  const [from, to] = tokensOf(block, mention);
  let [first, last] = [from, to];
  const words = wordsOfName(mention.text);
  const [only] = words as readonly [NamePiece];
  if (words.length === 1 && !isPlace(only.form)) {
    let next = last;
    while (isNext(block, next - 1) && isKind(wordAt(tokens, next), 'link') && !isCapital(block, next)) next++;
    const isName = isNext(block, next - 1) && isCapital(block, next) && !isTitled(wordAt(tokens, next));
    const isOwn = next > last || isGivenName(only.form) || isMonthName(block, next);
    if (isName && isOwn && !isDate(block, next)) last = next + 1;
  }
  const family =
    isCapital(block, first - 1) && isNext(block, first - 1) && isKind(wordAt(tokens, first - 1), 'chinese');
  if (family && /-/.test(mention.text)) first--;
  if (first === from && last === to) return mention;
  const span = bare(story, spanIn(block, first, last));
  const whole = { start: Math.min(span.start, mention.start), end: last > to ? span.end : mention.end };
  return mentionAt(story, block, whole, first);
}

/** Without a possessive ending. */
function bare({ prose }: Story, { start, end }: Span): Span {
  const ending = /['’]s$|['’]$/.exec(prose.slice(Math.max(start, end - 3), end));
  return { start, end: end - (ending?.[0].length ?? 0) };
}

/** Where words of the name stand in a row, and no other name has them. */
function placesOf(
  story: Story,
  words: NameWords,
  own: readonly EntityMention[],
  others: readonly EntityMention[],
): EntityMention[] {
  if (words.length < 2) return [];
  const found: EntityMention[] = [];
  for (const block of story.blocks) {
    if (!isCopy(block.role)) continue;
    const { tokens, allCaps } = block.facts;
    for (let i = 0; i < tokens.length; i++) {
      const run = isCapital(block, i) || isKind(wordAt(tokens, i), 'link') ? runAt(block, i, words) : undefined;
      if (!run) continue;
      const span = bare(story, spanIn(block, i, run.end));
      const taken = others.find((other) => overlaps(other, span));
      // what is set in capitals goes on in capitals: "MARK RUTTE WINS"
      const shouted = allCaps || (taken !== undefined && run.length > 1 && taken.text === taken.text.toUpperCase());
      const theirs = taken && !shouted && !(taken.start >= span.start && taken.end <= span.end);
      const mine = own.find((one) => overlaps(one, span));
      const family = run.plural && others.some(({ text }) => wordsOfName(text).at(-1)?.form === words.at(-1)?.form);
      if (!theirs && !family && (mine || run.length > 1 || isAlone(story, block, i, run, words))) {
        const plural = run.plural ? { start: span.start, end: span.end - 1 } : span;
        // a longer mention of one's own says more than what was found in it
        if (!mine || span.end - span.start > mine.end - mine.start) found.push(mentionAt(story, block, plural, i));
      }
      i = run.end - 1;
    }
  }
  return found;
}

interface Run {
  /** Index behind its last token. */
  readonly end: number;
  /** Words of the name in it, and which is the first. */
  readonly length: number;
  readonly first: number;
  /** "the Smiths" */
  readonly plural: boolean;
}

/** The longest run of the name's words, in their order, that begins at the token. */
function runAt(block: Block, i: number, words: NameWords): Run | undefined {
  let best: Run | undefined;
  for (let first = 0; first < words.length; first++) {
    let [at, length] = [i, 0];
    while (first + length < words.length) {
      const { form, small } = words[first + length] as NamePiece;
      const start = at;
      for (const one of small) if (wordAt(block.facts.tokens, at) === one && isNext(block, at)) at++;
      const low = formAt(block, at);
      if ((length > 0 && !isNext(block, start - 1)) || low !== form || !isCapital(block, at)) {
        at = start;
        break;
      }
      at++;
      length++;
    }
    if (length > (best?.length ?? 0)) best = { end: at, length, first, plural: false };
  }
  const last = words.length - 1;
  if (best || formAt(block, i) !== `${words[last]?.form}s` || wordAt(block.facts.tokens, i - 1) !== 'the') return best;
  return { end: i + 1, length: 1, first: last, plural: true };
}

const formAt = ({ facts: { tokens } }: Block, i: number): string => comparable(wordAt(tokens, i).replace(/'s?$/, ''));

/** A word of the name by itself: the surname, where nothing says that it is a month, a word or part of another name. */
function isAlone(story: Story, block: Block, i: number, { first, end, plural }: Run, words: NameWords): boolean {
  if (plural) return true;
  const surname =
    isKind((words[0] as NamePiece).form, 'chinese') || /-/.test(words.at(-1)?.written ?? '') ? 0 : lastName(words);
  if (first !== surname) return false;
  const { tokens, allCaps } = block.facts;
  const [before, next] = [wordAt(tokens, i - 1), wordAt(tokens, end)];
  if (allCaps) return true;
  if (isNext(block, i - 1) && isCapital(block, i - 1) && !isTitled(before) && !has(tokens, i - 1, Shape.initial))
    return false;
  if (isNext(block, end - 1) && isCapital(block, end) && !/['’]s$/.test(wordAt(tokens, end - 1))) return false;
  if (isDate(block, i) || (isPlace(formAt(block, i)) && WHERE.test(before))) return false;
  if (!opensSentence(story, block.start + (tokens.start[i] as number))) return true;
  return /'s$/.test(wordAt(tokens, i)) || doesSomething(next);
}

const lastName = (words: NameWords): number => {
  let last = words.length - 1;
  while (last > 0 && isSuffix((words[last] as NamePiece).form)) last--;
  return last;
};

const isMonthName = ({ facts: { tokens } }: Block, i: number): boolean =>
  isKind(wordAt(tokens, i).replace(/'s$/, ''), 'calendar-name');

/** "in May", "May 5": the month. */
const isDate = (block: Block, i: number): boolean => {
  const { tokens } = block.facts;
  const low = wordAt(tokens, i).replace(/'s$/, '');
  if (!isKind(low, 'calendar')) return false;
  return has(tokens, i + 1, Shape.number) || has(tokens, i - 1, Shape.number) || MONTH.test(wordAt(tokens, i - 1));
};

const MONTH = /^(?:in|during|since|until|till|last|next|this|early|late|mid|every|each|throughout|on)$/;

const isTitled = (word: string): boolean => isKind(word, 'title') || isKind(word, 'role');
const isCapital = ({ facts: { tokens, allCaps } }: Block, i: number): boolean =>
  has(tokens, i, Shape.word) && (allCaps || has(tokens, i, Shape.capital));

/** One space between the token and the next. */
const isNext = ({ facts: { tokens, text } }: Block, i: number): boolean => {
  const end = tokens.end[i];
  return end !== undefined && tokens.start[i + 1] === end + 1 && text.charCodeAt(end) === 32;
};

const blockAt = ({ blocks }: Story, offset: number): Block | undefined =>
  blocks.find(({ start, end }) => start <= offset && offset < end);

/** First token, and behind the last one. */
function tokensOf({ start, facts: { tokens } }: Block, at: Span): [number, number] {
  let first = 0;
  while (first < tokens.length && (tokens.end[first] as number) + start <= at.start) first++;
  let last = first;
  while (last < tokens.length && (tokens.start[last] as number) + start < at.end) last++;
  return [first, last];
}

const spanIn = ({ start, facts: { tokens } }: Block, first: number, last: number): Span => ({
  start: start + (tokens.start[first] as number),
  end: start + (tokens.end[last - 1] as number),
});

const mentionAt = (
  { prose }: Story,
  { facts: { tokens } }: Block,
  { start, end }: Span,
  token: number,
): EntityMention => ({
  start,
  end,
  text: prose.slice(start, end),
  tie: 'name',
  full: false,
  quoted: has(tokens, token, Shape.quoted),
  titles: [],
});
