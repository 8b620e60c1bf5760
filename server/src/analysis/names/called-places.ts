// Places where words of a name stand in a row and chains saw none: a month, a word, capitals. Each is one name's.
import { isCopy } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { tokenAt, wordAt } from '../../document/token';
import { contains, overlaps, type Span } from '../../text/span';
import { isServant } from '../transliteration/letters';
import { isAnotherMeant } from './another-meant';
import { type Bearers, mayStandAlone } from './bearers';
import { type Called, formAt, isCalled, isCapital, isDate, isNext, spanIn } from './called-tokens';
import type { EntityMention } from './entities';
import { pluralOf } from './endings';
import { isGivenName, isKind, isPlace as isTown, isSurname } from './lists';
import { lastName, type NamePiece, type NameWords } from './name-words';
import type { Named } from './people';
import { isSurelyTheirs } from './surely-theirs';
import { bare, mentionAt } from './words-beside';
import { opensWithGiven } from './surnames';
import { isPlacedAt } from './place-meant';

export interface Place {
  readonly owner: Named;
  readonly mention: EntityMention;
  readonly called: Called;
  /** Who else may be meant. */
  readonly others: readonly Named[];
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
export function* placesOf(
  story: Story,
  who: Bearers,
  mentions: ReadonlyMap<Named, readonly EntityMention[]>,
): Generator<Place> {
  const taken = byPlace(
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
  const at = run.plural ? { start: span.start, end: span.end - pluralEnding(one.words).length } : span;
  const mention = mentionAt(story, block, at, start, titlesAt(block, start));
  if (run.plural) {
    const family = [...who.byForm.values()].flat().filter(({ words }) => lastForm(words) === lastForm(one.words));
    return new Set(family).size > 1 ? undefined : { owner: one, others: [], mention, called: 'yes' };
  }
  const besides = (owner: Named, all: readonly Named[]): readonly Named[] => all.filter((other) => other !== owner);
  if (run.length > 1) {
    const all = best.map((candidate) => candidate.one);
    const owner = all.find((other) => other === taken) ?? one;
    return { owner, others: besides(owner, all), mention, called: 'yes' };
  }
  const form = (one.words[run.first] as NamePiece).form;
  const bearers = who.among(mention, form).filter((bearer) => mayStandAlone(bearer, form));
  // a mention of that very word is one already, unless it is a place's
  if (taken && taken.entity.type !== 'place') return undefined;
  const [owner] = bearers;
  if (!owner) return undefined;
  const isFamily = owner.surnames.has(form);
  const isSomebody = mayBeSomebodys(owner);
  const isPlace =
    isSomebody && (isPlacedAt(block, start, end) || (isFamily && !isSurelyTheirs(story, block, start, end)));
  const called = isCalled(story, block, start, end, isFamily);
  if (called === 'no' && !isPlace) return undefined;
  const isOthers = isPlace || (isSomebody && isAnotherMeant(story, block, start, end, owner, isFamily));
  return { owner, others: besides(owner, bearers), mention, called: isOthers ? 'maybe' : called };
}

/** Somebody called Jack London is filed among places, too. */
export const isSomebodys = ({ words, entity: { type } }: Named): boolean => type !== 'place' || opensWithGiven(words);

/** "Paris Hilton" is filed there, too, though nobody's first name says so. */
export const mayBeSomebodys = (one: Named): boolean => {
  const [first, last, more] = one.words;
  if (isSomebodys(one)) return true;
  return !more && first !== undefined && last !== undefined && isTown(first.form) && mayBeName(last.form);
};

const mayBeName = (form: string): boolean => isSurname(form) || isGivenName(form);

const pluralEnding = (words: NameWords): string => pluralOf(words[lastName(words)]?.written ?? '');

const lastForm = (words: NameWords): string | undefined => words[lastName(words)]?.form;

const titlesAt = (block: Block, i: number): readonly string[] => {
  const before = wordAt(block.facts.tokens, i - 1);
  return isNext(block, i - 1) && isCapital(block, i - 1) ? [before.replace(/\.$/, '')] : [];
};

/** Of all names with a word at the token those of whom most words stand there in a row. */
function longestRuns(block: Block, i: number, byForm: Bearers['byForm']): readonly Candidate[] {
  const { tokens } = block.facts;
  let at = i;
  while (isBefore(wordAt(tokens, at)) && isNext(block, at) && !byForm.has(formAt(block, at))) at++;
  const form = formAt(block, at);
  const plural = wordAt(tokens, i - 1) === 'the' ? [form.replace(/s$/, ''), form.replace(/es$/, '')] : [];
  const among = new Set([form, formAt(block, i), ...plural].flatMap((one) => byForm.get(one) ?? []));
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

/** "Jun." is the month, where somebody is called Jun. */
const isCutShort = ({ facts: { tokens } }: Block, i: number, form: string): boolean =>
  form.length > 1 && /[a-z]{2}\.$/.test(wordAt(tokens, i)) && isKind(form, 'calendar');

const isBefore = (word: string): boolean => isKind(word, 'link') || isServant(word);

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
      const isMonth = length === 0 && (isDate(block, at) || isCutShort(block, at, form));
      if ((length > 0 && !isNext(block, start - 1)) || low !== form || !isCapital(block, at) || isMonth) {
        at = start;
        break;
      }
      at++;
      length++;
    }
    if (length > (best?.length ?? 0)) best = { end: at, length, first, plural: false };
  }
  const last = lastName(words);
  if (
    best ||
    formAt(block, i) !== `${words[last]?.form}${pluralEnding(words)}` ||
    wordAt(block.facts.tokens, i - 1) !== 'the'
  )
    return best;
  return { end: i + 1, length: 1, first: last, plural: true };
}

export const byPlace = <T extends Span>(mentions: readonly T[]): T[] => [...mentions].sort((a, b) => a.start - b.start);
