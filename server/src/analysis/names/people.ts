// People: everybody whom a story names in full, with the words of their names. Chains find who is surely one; here a name takes in the words
// beside it that could also be words ("Theresa" May), and a part of a longer name joins that where it can be no other person.
import { perStory } from '../../document/memo';
import { isPlainWord } from '../../lexicon/plain-words';
import { wordList } from '../../lexicon/word-lists';
import { isCopy } from '../../document/role';
import { type Block, sentencesOf, type Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { indexAt, type Span } from '../../text/span';
import { formAt, isCapital, isNext, isTitled, spanIn } from './called-tokens';
import { type EntityMention, entitiesOf, type NamedEntity } from './entities';
import { isGivenName, isKind } from './lists';
import { isForename, isSuffix, lastName, type NamePiece, type NameWords, wordsInFull, wordsOfName } from './name-words';
import { namesByRun, runOf } from './runs';
import { longestOf, nameInFull, opensWithGiven, surnamesOf } from './surnames';
import { bare, widened } from './words-beside';

/** Somebody, or something, that the story names, and where chains and the words beside them find it. */
export interface Named {
  readonly entity: NamedEntity;
  /** The name in full. */
  readonly words: NameWords;
  readonly mentions: readonly EntityMention[];
  /** Forms that it may be called by alone: the surname, or the family's name in front. */
  readonly surnames: ReadonlySet<string>;
  /** Longer or shorter names that may be somebody else's. */
  readonly unsure: readonly EntityMention[];
}

/** Everybody whom the story names in full, in order of first mention, be that a short form. */
export const namedIn = perStory((story: Story): readonly Named[] => {
  const all = entitiesOf(story).flatMap((entity) => bySuffix(story, entity));
  return joinedParts(story, all);
});

/** What a name alone in its story is, with these mentions. */
export function named(
  entity: NamedEntity,
  mentions: readonly EntityMention[],
  unsure: readonly EntityMention[] = [],
): Named {
  const words = nameInFull(entity, longestOf(mentions).text);
  return { entity, words, mentions, surnames: surnamesOf(words), unsure };
}

/** A name that can be somebody's: not a place's, an organisation's, nor a term. */
export const isWho = ({ entity: { type }, words }: Named): boolean =>
  type === 'person' || type === 'other' || (type === 'place' && opensWithGiven(words) && !saysWhat(words));

/** "Marin County", "Porter Holdings" */
export const saysWhat = (words: NameWords): boolean => {
  const last = words.at(-1)?.form ?? '';
  return isKind(last, 'place') || isKind(last, 'organisation') || isKind(last, 'company') || built.has(last);
};

const built = wordList('what is called after somebody');

/** Somebody's name in full, whatever else of that name the story has: "Ben Lund", beside the Lund Institute. */
export const isFullName = (text: string): boolean => {
  const words = wordsInFull(text);
  return opensWithGiven(words) && !saysWhat(words);
};

// ---- one entity, its mentions as far as they are written there ------------------------------------------------------------

/** Two of one name, "Jr." and "Sr.", are two people. */
function bySuffix(story: Story, entity: NamedEntity): Named[] {
  const mentions = entity.type === 'term' ? entity.mentions : entity.mentions.map((one) => widened(story, one));
  const suffixOf = ({ text }: EntityMention): string =>
    wordsOfName(text)
      .map(({ form }) => form)
      .filter(isSuffix)
      .join(' ');
  const kinds = new Set(mentions.map(suffixOf).filter(Boolean));
  if (kinds.size < 2) return byForename(entity, mentions);
  const first = suffixOf(mentions.find((one) => suffixOf(one)) as EntityMention);
  return [...kinds].map((kind) =>
    named(
      entity,
      mentions.filter((one) => (suffixOf(one) || first) === kind),
    ),
  );
}

/**
 * "Ben Lund" and "Ina Lund" are two, though "Ben" could be a particle of one name; "Tahar Ben Lund" and "Ben Lund" are one. The surname
 * alone goes with whoever was named last before it.
 */
function byForename(entity: NamedEntity, mentions: readonly EntityMention[]): Named[] {
  const forenameOf = ({ text }: EntityMention): string => {
    const [full, cut] = [wordsInFull(text), wordsOfName(text)];
    if (cut.length !== 1) return '';
    // "Al Orsk", beside an Anna Orsk
    const article =
      /^\p{Lu}\p{Ll}+ $/u
        .exec(cut[0]?.article ?? '')?.[0]
        .trim()
        .toLowerCase() ?? '';
    return full.length > cut.length ? (full[0] as NamePiece).form : article;
  };
  const opens = new Set(mentions.map(forenameOf).filter(Boolean));
  const surnames = new Set(mentions.filter(forenameOf).map(({ text }) => wordsOfName(text).at(-1)?.form));
  // "Orsk Lund", beside an Al Orsk: the surname is somebody's first name
  const first = mentions.filter(({ text }) => {
    const words = wordsOfName(text);
    const goesOn = isPlainWord(words.at(-1)?.form ?? '');
    return words.length > 1 && !goesOn && !words[0]?.article && surnames.has(words[0]?.form);
  });
  if (first.length && first.length < mentions.length) {
    const own = mentions.filter((one) => !first.includes(one));
    return [...byForename(entity, own), named(entity, first)];
  }
  const isOther = ({ text }: EntityMention): boolean => {
    const words = wordsOfName(text);
    return words.length > 1 && surnames.has(words.at(-1)?.form);
  };
  const others = mentions.filter(isOther);
  const hasParticle = others.some(({ text }) => {
    return wordsOfName(text).some(({ article }) => article !== '');
  });
  if (!opens.size || (opens.size === 1 && !others.length) || hasParticle) return [named(entity, mentions)];
  const kinds = others.length ? ['', ...opens] : [...opens];
  const kindOf = mentions.map((one, i) => {
    if (forenameOf(one)) return forenameOf(one);
    if (isOther(one)) return '';
    const before = mentions.slice(0, i).findLast((other) => forenameOf(other) || isOther(other));
    return before ? forenameOf(before) : (kinds[0] as string);
  });
  return kinds.map((kind) => {
    // whether "Al Orsk" is Hassan Orsk nobody knows
    const isUnsure = (one: EntityMention): boolean => forenameOf(one) !== '' && wordsInFull(one.text).length === 1;
    return named(
      entity,
      mentions.filter((_, i) => kindOf[i] === kind),
      mentions.filter((one, i) => kindOf[i] !== kind && isUnsure(one)),
    );
  });
}

// ---- parts of a longer name ------------------------------------------------------------------------------------------------

/** Names of several words that are part of one longer name join it, or are told to be unsure. */
function joinedParts(story: Story, all: readonly Named[]): readonly Named[] {
  const into = new Map<Named, Named>();
  const unsure = new Map<Named, EntityMention[]>();
  const withWord = namesByWord(all, MOST_ALIKE);
  const withRun = namesByRun(all.filter(isWho), MOST_ALIKE);
  for (const short of all) {
    if (!isWho(short) || short.entity.type === 'place') continue;
    const longer = (withWord.get(short.words[lastName(short.words)]?.form ?? '') ?? []).filter(
      (long) =>
        long !== short && (isPartOf(short.words, long.words) || isCutTo(short.words, long.words)) && fits(short, long),
    );
    const runs = longer.length ? [] : (withRun.get(runOf(short.words)) ?? []);
    longer.push(...runs.filter((long) => long.words.length > short.words.length && fits(short, long)));
    // of several the longest, where they are parts of one another
    const top = longer.filter((one) => !longer.some((other) => other !== one && isLess(one.words, other.words)));
    const [whole] = top;
    if (!whole) continue;
    if (top.length === 1 && (runs.length || isSameOne(story, short, whole))) into.set(short, whole);
    else
      for (const one of top) {
        unsure.set(one, [...(unsure.get(one) ?? []), ...short.mentions]);
        unsure.set(short, [...(unsure.get(short) ?? []), ...one.mentions]);
      }
  }
  const parts = new Map<Named, Named[]>();
  for (const one of all) {
    let whole = one;
    for (let next = into.get(one); next; next = into.get(next)) whole = next;
    parts.set(whole, [...(parts.get(whole) ?? []), one]);
  }
  return all
    .filter((one) => !into.has(one))
    .map((one) => {
      const own = parts.get(one) as Named[];
      return own.length === 1 && !unsure.has(one)
        ? one
        : named(
            one.entity,
            own.flatMap(({ mentions }) => mentions),
            unsure.get(one),
          );
    });
}

/** Names of several words, by each of these; no more than `most` a word. */
export function namesByWord(all: readonly Named[], most: number): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>();
  for (const one of all) {
    if (one.words.length < 2 || !isWho(one)) continue;
    // "He" is no H.E. Somebody
    const own = one.words.filter(({ written }) => !INITIALS.test(written));
    for (const form of new Set(own.map((word) => word.form))) {
      const had = found.get(form);
      if (!had) found.set(form, [one]);
      else if (had.length < most) had.push(one);
    }
  }
  return found;
}

const MOST_ALIKE = 64;

/** "V.V. Orsk", "Vera V. Orsk" of Vera Valentina Orsk. */
function isCutTo(short: NameWords, long: NameWords): boolean {
  const [last, whole] = [lastName(short), lastName(long)];
  if (last < 1 || whole < 1 || short[last]?.form !== long[whole]?.form) return false;
  const initials = short.slice(0, last);
  if (last === whole && short[0]?.form === long[0]?.form) return isCutInside(initials, long);
  if (!initials.every(({ written }) => INITIALS.test(written))) return false;
  const letters = initials.map(({ form }) => form).join('');
  return long
    .slice(0, whole)
    .map(({ form }) => form.charAt(0))
    .join('')
    .startsWith(letters);
}

const isLess = (a: NameWords, b: NameWords): boolean => isPartOf(a, b) || (isCutTo(a, b) && !isCutTo(b, a));

/** Some words are as they are in the longer name, the others their initials. */
function isCutInside(words: NameWords, long: NameWords): boolean {
  const isSame = (i: number): boolean => words[i]?.form === long[i]?.form;
  const isCut = ({ written, form }: NamePiece, i: number): boolean =>
    INITIALS.test(written) && !isSame(i) && (long[i]?.form.startsWith(form) ?? false);
  return words.every((word, i) => isSame(i) || isCut(word, i)) && words.some(isCut);
}

const INITIALS = /^(?:\p{Lu}\.){1,4}$/u;

const fits = ({ entity: short }: Named, { entity: long }: Named): boolean =>
  short.known === undefined || short.known === long.known;

function isPartOf(part: NameWords, whole: NameWords): boolean {
  if (part.length < 2 || part.length >= whole.length) return false;
  return ` ${whole.map(({ form }) => form).join(' ')} `.includes(` ${part.map(({ form }) => form).join(' ')} `);
}

/** "López Obrador" is the end of one name; "Theresa May" of Theresa May Smith, or "Lee May" of Anna Lee May, may be somebody else. */
function isSameOne(story: Story, { words, mentions }: Named, whole: Named): boolean {
  if (isCutTo(words, whole.words)) return true;
  const at = whole.words.findIndex((_, i) => words.every((word, k) => word.form === whole.words[i + k]?.form));
  const given = isGivenName((words[0] as NamePiece).form);
  if (at > 0) return !given || at > 1;
  const suffix = lastName(whole.words) < words.length;
  if (!suffix && words.every(({ form }) => isGivenName(form))) return false;
  // "Nicolás Maduro" of Nicolás Maduro Moros; two who stand in one sentence are two
  const sentence = ({ start }: EntityMention): number => indexAt(sentencesOf(story), start);
  const theirs = new Set(whole.mentions.map(sentence));
  return !mentions.some((one) => theirs.has(sentence(one)));
}

/** Somebody whose whole name is made of words, "Will Smith", where `holds` takes a mention of theirs. */
export function* wordlyNames(
  story: Story,
): Generator<{ readonly block: Block; readonly token: number; readonly span: Span }> {
  for (const block of story.blocks) {
    if (!isCopy(block.role)) continue;
    const { tokens } = block.facts;
    for (let i = 0; i + 1 < tokens.length; i++) {
      if (
        !isForename(wordAt(tokens, i), formAt(block, i + 1)) ||
        !isCapital(block, i) ||
        !isNext(block, i) ||
        !isCapital(block, i + 1)
      )
        continue;
      if (has(tokens, i + 1, Shape.allCaps) || isTitled(wordAt(tokens, i + 1))) continue;
      yield { block, token: i, span: bare(story, spanIn(block, i, i + 2)) };
    }
  }
}
