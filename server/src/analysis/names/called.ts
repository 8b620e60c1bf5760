// Called: every place of a story where somebody is named, also where the name is a word (May, Sun, Young), so that a person who renames
// somebody leaves no mention behind; each place is one name's. Finding variants asks for less, since it must be sure of what nobody asked
// about.
import { perStory } from '../../document/memo';
import { isCopy } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { tokenAt, wordAt } from '../../document/token';
import { contains, overlaps, type Span } from '../../text/span';
import { formAt, isCalled, isCapital, isNext, isWhere, spanIn } from './called-tokens';
import type { EntityMention, NamedEntity } from './entities';
import { isKind, isPlace } from './lists';
import { lastName, type NamePiece, type NameWords, wordsOfName } from './name-words';
import { bare, isWho, mentionAt, type Named, named, namedIn, wordlyNames } from './people';

/** A name with all its mentions, each in full as far as it is written there, in order of place. */
export interface CalledName extends NamedEntity {
  readonly mentions: readonly CalledMention[];
  /** Places that may be this name's, or somebody else's, or no name: who renames it is told of them. */
  readonly maybe: readonly EntityMention[];
}

export interface CalledMention extends EntityMention {
  /** Somebody else of the story may be meant as well. */
  readonly unsure?: true;
}

/** Who is named or called at that place of the prose. A person who asks says that the word is a name, unless it is surely none. */
export function calledAt(story: Story, offset: number): CalledName | undefined {
  const all = calledIn(story);
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const known = all.find(({ mentions }) => mentions.some(holds));
  if (known) return known;
  const maybe = all.find((one) => one.maybe.some(holds));
  if (maybe) {
    const own = maybe.maybe.find(holds) as EntityMention;
    return { ...maybe, mentions: inOrder([...maybe.mentions, own]), maybe: maybe.maybe.filter((one) => one !== own) };
  }
  // a whole name that reading alone is not sure of: "Will Smith"
  for (const { block, token, span } of wordlyNames(story)) {
    const mention = mentionAt(story, block, span, token);
    if (all.some(({ mentions }) => mentions.some((one) => overlaps(one, span)))) continue;
    const one = named({ type: 'person', mentions: [mention] }, [mention]);
    const found = calledAmong(story, [...namedIn(story), one]).at(-1);
    if (found?.mentions.some(holds)) return found;
  }
  return undefined;
}

/** Every name of the story with all its mentions. */
export const calledIn = perStory((story: Story): readonly CalledName[] => calledAmong(story, namedIn(story)));

function calledAmong(story: Story, all: readonly Named[]): readonly CalledName[] {
  const who = bearersAmong(all);
  const mentions = new Map<Named, CalledMention[]>(all.map((one) => [one, []]));
  const maybe = new Map<Named, EntityMention[]>(all.map((one) => [one, [...one.unsure]]));
  for (const one of all)
    for (const mention of one.mentions) {
      if (isPlaceOnly(story, mention, one)) continue;
      const { owner, unsure } = who.of(mention, one);
      mentions.get(owner)?.push(unsure ? { ...mention, unsure } : mention);
    }
  for (const { owner, mention, called, unsure } of placesOf(story, who, mentions)) {
    if (called === 'maybe') maybe.get(owner)?.push(mention);
    else mentions.get(owner)?.push(unsure ? { ...mention, unsure } : mention);
  }
  return all.flatMap((one): CalledName[] => {
    const own = apart(mentions.get(one) as CalledMention[]);
    if (!own.length) return [];
    const length = one.words.length;
    const found = own.map((mention) => ({ ...mention, full: wordsOfName(mention.text).length >= length }));
    return [{ ...one.entity, mentions: found, maybe: inOrder(maybe.get(one) as EntityMention[]) }];
  });
}

const inOrder = <T extends Span>(mentions: readonly T[]): T[] => [...mentions].sort((a, b) => a.start - b.start);

/** In order; of two that overlap the longer one. */
function apart(mentions: readonly CalledMention[]): CalledMention[] {
  const kept: CalledMention[] = [];
  for (const one of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last, one)) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one;
  }
  return kept;
}

/** "in London", where somebody is called Jack London: a mention of the place. */
function isPlaceOnly({ prose }: Story, { start, text }: EntityMention, { words }: Named): boolean {
  const own = wordsOfName(text);
  if (words.length < 2 || own.length !== 1 || !isPlace((own[0] as NamePiece).form)) return false;
  return isWhere(/([a-z]{1,24}) $/i.exec(prose.slice(Math.max(0, start - 9), start))?.[1] ?? '');
}

// ---- whose a single word is ------------------------------------------------------------------------------------------------

interface Bearers {
  /** Whose the mention is that is filed under `one`; `unsure` where somebody else of that name was named before it. */
  of(mention: EntityMention, one: Named): { readonly owner: Named; readonly unsure?: true };
  /** Those of several who can be called so there. */
  among(mention: EntityMention, form: string): readonly Named[];
  readonly byForm: ReadonlyMap<string, readonly Named[]>;
}

const MOST_BEARERS = 16;

function bearersAmong(all: readonly Named[]): Bearers {
  const byForm = new Map<string, Named[]>();
  for (const one of all) {
    if (one.words.length < 2 || !isWho(one)) continue;
    for (const form of new Set(one.words.map((word) => word.form))) {
      const had = byForm.get(form);
      if (!had) byForm.set(form, [one]);
      else if (had.length < MOST_BEARERS) had.push(one);
    }
  }
  const among = (mention: EntityMention, form: string): readonly Named[] => {
    const bearers = byForm.get(form) ?? [];
    const by = bearers.filter(({ surnames }) => surnames.has(form));
    return whoIsMeant(by.length ? by : bearers, mention);
  };
  return {
    byForm,
    among,
    of(mention, one) {
      const [word, more] = wordsOfName(mention.text);
      if (!word || more || one.entity.type === 'place' || one.entity.type === 'term') return { owner: one };
      const bearers = among(mention, word.form).filter(
        ({ entity }) => (one.entity.known ?? entity.known) === entity.known,
      );
      const [only] = bearers;
      if (!only) return { owner: one };
      const owner = bearers.includes(one) ? one : only;
      return bearers.length > 1 ? { owner, unsure: true } : { owner };
    },
  };
}

/** Of several of one name those who were introduced before; of these the one whom the story gives that title. */
function whoIsMeant(bearers: readonly Named[], { start, titles }: EntityMention): readonly Named[] {
  if (bearers.length < 2) return bearers;
  const before = bearers.filter(({ mentions }) =>
    mentions.some((one) => one.start <= start && wordsOfName(one.text).length > 1),
  );
  const could = before.length ? before : bearers;
  const titled = could.filter(({ mentions }) =>
    mentions.some((one) => wordsOfName(one.text).length > 1 && one.titles.some((title) => titles.includes(title))),
  );
  return titled.length === 1 ? titled : could;
}

// ---- places that reading alone is not sure of --------------------------------------------------------------------------------

interface Place {
  readonly owner: Named;
  readonly mention: EntityMention;
  readonly called: 'yes' | 'maybe';
  readonly unsure?: true;
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

/** Where words of a name stand in a row, and no other name has them. */
function* placesOf(
  story: Story,
  who: Bearers,
  mentions: ReadonlyMap<Named, readonly CalledMention[]>,
): Generator<Place> {
  const taken = inOrder(
    [...mentions].flatMap(([owner, own]) => own.map(({ start, end, text }) => ({ owner, start, end, text }))),
  );
  let next = 0;
  for (const block of story.blocks) {
    if (!isCopy(block.role)) continue;
    const { tokens, allCaps } = block.facts;
    for (let i = 0; i < tokens.length; i++) {
      const best = isCapital(block, i) || isKind(wordAt(tokens, i), 'link') ? longestRuns(block, i, who.byForm) : [];
      const [first] = best;
      if (!first) continue;
      const { run } = first;
      const span = bare(story, spanIn(block, i, run.end));
      while (next < taken.length && (taken[next] as Span).end <= span.start) next++;
      const other = taken[next] && overlaps(taken[next] as Span, span) ? taken[next] : undefined;
      i = run.end - 1;
      // what is set in capitals goes on in capitals: "MARK RUTTE WINS"
      const shouted = allCaps || (other !== undefined && run.length > 1 && other.text === other.text.toUpperCase());
      if (other && !shouted && !contains(span, other)) continue;
      const place = placeAt(story, block, i + 1, span, best, who, other?.owner);
      if (place) yield place;
    }
  }
}

interface Candidate {
  readonly one: Named;
  readonly run: Run;
}

function placeAt(
  story: Story,
  block: Block,
  end: number,
  span: Span,
  best: readonly Candidate[],
  who: Bearers,
  taken: Named | undefined,
): Place | undefined {
  const { run, one } = best[0] as Candidate;
  const start = tokenAt(block.facts.tokens, span.start - block.start);
  const at = run.plural ? { start: span.start, end: span.end - 1 } : span;
  const mention = mentionAt(story, block, at, start, titlesAt(block, start));
  if (run.plural) {
    const family = [...who.byForm.values()].flat().filter(({ words }) => lastForm(words) === lastForm(one.words));
    return new Set(family).size > 1 ? undefined : { owner: one, mention, called: 'yes' };
  }
  if (run.length > 1)
    return {
      owner: best.find((b) => b.one === taken)?.one ?? one,
      mention,
      called: 'yes',
      ...(best.length > 1 && { unsure: true }),
    };
  const form = (one.words[run.first] as NamePiece).form;
  const bearers = who.among(mention, form).filter((bearer) => mayStandAlone(bearer, form));
  // a mention of that very word is one already, unless it is a place's
  if (taken && taken.entity.type !== 'place') return undefined;
  const [owner] = bearers;
  if (!owner) return undefined;
  const called = isCalled(story, block, start, end, owner.surnames.has(form));
  if (called === 'no') return undefined;
  return { owner, mention, called, ...(bearers.length > 1 && { unsure: true }) };
}

/** A surname, or the first word: nobody is called by what stands between. */
const mayStandAlone = ({ words, surnames }: Named, form: string): boolean =>
  surnames.has(form) || words[0]?.form === form;

const lastForm = (words: NameWords): string | undefined => words[lastName(words)]?.form;

const titlesAt = (block: Block, i: number): readonly string[] => {
  const before = wordAt(block.facts.tokens, i - 1);
  return isNext(block, i - 1) && isCapital(block, i - 1) ? [before.replace(/\.$/, '')] : [];
};

/** Of all names with a word at the token those of whom most words stand there in a row. */
function longestRuns(block: Block, i: number, byForm: Bearers['byForm']): readonly Candidate[] {
  const { tokens } = block.facts;
  let at = i;
  while (isKind(wordAt(tokens, at), 'link') && isNext(block, at) && !byForm.has(formAt(block, at))) at++;
  const form = formAt(block, at);
  const plural = wordAt(tokens, i - 1) === 'the' ? byForm.get(form.replace(/s$/, '')) : undefined;
  const among = new Set([...(byForm.get(form) ?? []), ...(byForm.get(formAt(block, i)) ?? []), ...(plural ?? [])]);
  let best: Candidate[] = [];
  for (const one of among) {
    const run = runAt(block, i, one.words);
    if (!run) continue;
    const length = best[0]?.run.length ?? 0;
    if (run.length > length) best = [{ one, run }];
    else if (run.length === length) best.push({ one, run });
  }
  return best;
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
  const last = lastName(words);
  if (best || formAt(block, i) !== `${words[last]?.form}s` || wordAt(block.facts.tokens, i - 1) !== 'the') return best;
  return { end: i + 1, length: 1, first: last, plural: true };
}
