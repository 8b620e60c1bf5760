// The house's form, where the story keeps to another throughout; and a small glossary of what is wrong in every house.
import { boolean } from 'valibot';
import { entityOf } from '../../analysis/names/gazetteer';
import { isInLongerName } from '../../analysis/names/longer-name';
import { type KnownMention, knownMentions } from '../../analysis/names/known';
import { isBorne } from '../../analysis/names/somebody';
import { variantsOf } from '../../analysis/names/variants';
import { isNounAt, type Replaced, replacedAs } from '../../analysis/usage/other-word';
import { inCaseOf, type PhraseIndex, phraseIndex, phrasesIn } from '../../analysis/usage/phrases';
import {
  hasArticle,
  type OtherWays,
  standingAt,
  waysOfOther,
  waysWithArticle,
  withoutArticle,
} from '../../analysis/usage/own-article';
import { isOfToday, renamesPlace } from '../../analysis/usage/renamed-place';
import { termVariants } from '../../analysis/usage/terms';
import { mayBeCommonWord } from '../../analysis/usage/word-or-name';
import { perParagraphAnd } from '../../document/kept';
import { isEnglish, type Paragraph } from '../../document/paragraph';
import { isProse } from '../../document/role';
import { isReadIn, opensSentence, type Story } from '../../document/story';
import { has, Shape } from '../../document/token';
import { numeralAt } from '../../language/numerals';
import { abbreviation } from '../../lexicon/abbreviations';
import { data } from '../../lexicon/usage/base.tsv';
import { indexAt, overlaps, shift, type Span, slice } from '../../text/span';
import { placesInDatelines } from '../datelines';
import type { House, PreferredForm } from '../house';
import { namesNobody, type Nobody, otherName, somebodyFor } from '../nobody';
import { fixesPutting } from '../one-stop';
import { option } from '../option';
import { isRespelling, isSameWord, mayGoUnseen } from '../respelled';
import {
  authority,
  formAt,
  type HouseForm,
  isAsPreferred,
  preferredForms,
  replacementFor,
  standsBeside,
} from '../preferred';
import { type Finding, storyRule } from '../rule';

export const rule = storyRule({
  id: 'house-style',
  summary: 'The story writes a form that the house does not.',
  category: 'style',
  kind: 'fix',
  inserts: ['house'],
  severity: 'warning',
  options: {
    suggested: option(boolean(), false, 'Report forms of a preset that are only suggested, neither read nor counted.'),
  },
  *check(story, { suggested }, house) {
    let told: ReadonlyMap<number, number> | undefined;
    // asked only where something is found: then the spellings of the whole story are read
    const taken = ({ start, end }: Span): boolean => ((told ??= placesTold(story)).get(end) ?? end) <= start;
    const phrases = [...usage(story, house, suggested, taken)];
    yield* phrases;
    yield* placesInDatelines(story, house, suggested);
    if (!house.glossary.some((f) => f.entity !== undefined)) return;
    // an entry's own spellings say more than the name that they may be
    for (const finding of names(story, house, suggested, taken))
      if (!phrases.some((phrase) => overlaps(phrase, finding))) yield finding;
  },
});

/** Where the rules on several spellings speak of the whole, by end: there this one is silent. */
function placesTold(story: Story): ReadonlyMap<number, number> {
  const spellings = [...variantsOf(story), ...termVariants(story)].flatMap(
    (v): readonly { places: readonly Span[] }[] => v.spellings,
  );
  return new Map(spellings.flatMap(({ places }) => places.map((p) => [p.end, p.start] as const)));
}

interface Entry {
  readonly prefer: string;
  /** The entry is about capitals alone: "internet" for "Internet". */
  readonly capitals?: boolean;
  /** The house has listed it in capitals, as an acronym is written: they say nothing of those of the form instead. */
  readonly acronym?: boolean;
  /** The house has listed it in small letters: they are meant, whatever it writes instead. */
  readonly small?: boolean;
  /** It is an hour's letters: "a.m.", "pm". */
  readonly hour?: boolean;
  /** It is a listed person's name. */
  readonly person?: boolean;
  /** It may be part of a person's name, of whom the entry says nothing. */
  readonly nobody?: Nobody;
  /** It may be part of a longer name. */
  readonly name?: boolean;
  /** It is another name than the house's, not a spelling of it: `head` is the word in which the house's ends. */
  readonly other?: 'head' | 'name';
  /** One of a place's names for another. */
  readonly renames?: boolean;
  /** What becomes of a common word. */
  readonly replaced?: Replaced;
  readonly why: string;
  /** The house's own; nothing for what is wrong in every house. */
  readonly form?: PreferredForm;
}

/** By glossary: a house is a new one each minute. */
const indices = new WeakMap<House['glossary'], Map<boolean, PhraseIndex<Entry>>>();

function entries(house: House, suggested: boolean): PhraseIndex<Entry> {
  let known = indices.get(house.glossary);
  if (!known) indices.set(house.glossary, (known = new Map()));
  let index = known.get(suggested);
  if (!index) known.set(suggested, (index = phraseIndex([...ofHouse(house, suggested), ...ofEveryHouse()])));
  return index;
}

function* ofHouse({ glossary }: House, suggested: boolean): Generator<readonly [string, Entry]> {
  // later entries win, and the first to list a phrase has it
  for (const form of [...glossary].reverse()) {
    if (form.basis === 'suggested' && !suggested) continue;
    for (const instead of form.instead) {
      const capitals = instead.toLowerCase() === form.prefer.toLowerCase();
      const person = entityOf(form.entity ?? '')?.type === 'person';
      // "am" and "AM" are one phrase, listed both ways
      const same = form.instead.filter((one) => one.toLowerCase() === instead.toLowerCase());
      const small = same.some((one) => one === one.toLowerCase());
      const acronym = same.some(isCapitals);
      yield [
        instead,
        {
          prefer: form.prefer,
          why: authority(form),
          form,
          capitals,
          acronym,
          small,
          person,
          hour: isTime(form.prefer),
          nobody: namesNobody(form, instead),
          ...(!person && !capitals && asName(form, instead)),
          renames: renamesPlace(form.prefer, instead),
          replaced: replacedAs(form.prefer, instead),
        },
      ];
    }
  }
}

/** Another name than the house's, and what of it. */
function asName(form: PreferredForm, instead: string): Pick<Entry, 'name' | 'other'> {
  const other = otherName(form, instead);
  return { name: other !== undefined, other: isRespelling(instead, form.prefer) ? undefined : other };
}

function* ofEveryHouse(): Generator<readonly [string, Entry]> {
  for (const line of data.split('\n')) {
    const [prefer, instead, why] = line.split('\t') as [string, string, string];
    for (const form of instead.split('|')) yield [form, { prefer, why }];
  }
}

const entriesIn = perParagraphAnd((facts, index: PhraseIndex<Entry>) => phrasesIn(facts, index));

function* usage(story: Story, house: House, suggested: boolean, taken: (at: Span) => boolean): Generator<Finding> {
  const index = entries(house, suggested);
  for (const { start: from, role, facts, data } of story.blocks) {
    if (!isReadIn(story, role) || !isEnglish(facts)) continue;
    // a cell, a caption and a summary have names in capitals alone, as a sentence has
    const isBeside = role === 'table' || ((role === 'caption' || role === 'subhead') && data?.kind === 'field');
    const running = isProse(role) || isBeside;
    for (const { start, end, value, quoted, initial, firstToken } of entriesIn(facts, index)) {
      const place = { start: from + start, end: from + end };
      const written = slice(story.prose, place);
      const isNamed = !facts.allCaps && CAPITALISED.test(written);
      const common = isCommon(value) && isNamed;
      // the house writes a name for it, or letters: "LGBTQ" for "gay", and Mr. Gay
      const unlike = isUnlike(value) && isNamed && running;
      // a capital within a sentence is a name's: "Mr. Gray", "Scotland Yard"
      if (quoted || (running && ((common && !initial) || isInName(facts, firstToken, end, value.prefer)))) continue;
      if (isSign(written, value.prefer) && !standsApart(facts.text, { start, end })) continue;
      if (value.capitals ? !running : !value.small && !isMeant(value.prefer, written)) continue;
      if (value.hour && !isBehindNumber(facts, firstToken)) continue;
      const text = inCaseFor(value, written, initial, facts.allCaps);
      if (
        text === written ||
        standsInFull(story.prose, place, value.prefer) ||
        taken(value.person ? lastWordOf(place, written) : place)
      )
        continue;
      // "GRAY’S MOTHER WEEPS", "Gray said": a common word that is somebody's in this story is so in all of it
      if (isCommon(value) && (common || isCapitals(written)) && isBorne(story, place)) continue;
      const somebody = somebodyFor(story, place, common || (value.nobody ?? false), common);
      // for a person there is no finding, nor for a common word that may be one
      if (somebody === 'yes' || (somebody === 'maybe' && value.prefer === value.prefer.toLowerCase())) continue;
      const { article, texts } = waysAt(facts, { start, end }, text, value);
      const isSure =
        somebody === 'no' &&
        isMeantBy(value, facts, { start, end }, text) &&
        !unlike &&
        !(!isCommon(value) && mayBeCommonWord(story, facts, { start, end })) &&
        fitsAt(facts, firstToken, value.replaced) &&
        !((value.name || common) && isInLongerName(story, place, value.other));
      const fixes = texts.length
        ? fixesPutting(story, { ...place, start: place.start - article }, texts, isSure ? 'auto' : 'ask')
        : undefined;
      if (!fixes) continue;
      const withheld = losesPossessive(story.prose, place, text) || standsBeside(story.prose, place, text);
      yield {
        ...place,
        message: `“${written}”: write “${texts[0]}” (${value.why}).`,
        fixes: withheld ? [] : fixes,
      };
    }
  }
}

/** Whether the house's word may take the place of the one there, and nobody has to think of what it does to the sentence. */
const isMeantBy = ({ form, renames }: Entry, facts: Paragraph, at: Span, text: string): boolean =>
  !form || mayGoUnseen(form, facts.text.slice(at.start, at.end), text) || (renames === true && isOfToday(facts, at));

/** How the text may stand there: with which article. */
function waysAt(facts: Paragraph, at: Span, text: string, { form, other }: Entry): OtherWays {
  const standing = standingAt(facts, at);
  const written = facts.text.slice(at.start, at.end);
  const plain = { article: 0, texts: [text] };
  if (hasArticle(text, written)) return { article: 0, texts: waysWithArticle(facts, standing, text) };
  // "the Persian Gulf" for "the Gulf": its article is the same
  if (!form || other === 'head' || isSameWord(form, written, text)) return plain;
  if (!CAPITALISED_ALL.test(written) || !CAPITALISED_ALL.test(text)) return plain;
  const ways = waysOfOther(facts, standing, text);
  return form.bulk && !ways.texts.length ? plain : ways;
}

const CAPITALISED_ALL = /^\p{Lu}/u;

/** A word in small letters, of which the house makes a name or letters: its capital may be somebody's, in a sentence's first word as well. */
const isUnlike = ({ prefer, small, capitals }: Entry): boolean =>
  small === true && capitals !== true && prefer !== prefer.toLowerCase();

/** Whether the house's word is the one that stands there, and no other of its letters. */
const fitsAt = (facts: Paragraph, first: number, replaced: Replaced = 'respelled'): boolean =>
  replaced === 'respelled' ||
  (replaced === 'measure' && isBehindNumber(facts, first)) ||
  (replaced === 'noun' && isNounAt(facts, first));

const CAPITALISED = /^\p{Lu}\p{Ll}/u;

/** A word without a capital, of the house and instead of it; the entry is not about capitals. */
const isCommon = ({ prefer, capitals, small }: Entry): boolean =>
  prefer === prefer.toLowerCase() && capitals !== true && small !== false;

function inCaseFor(value: Entry, written: string, initial: boolean, allCaps: boolean): string {
  const { prefer, acronym, capitals } = value;
  if (acronym && !allCaps) return asListed(prefer, initial);
  if (capitals) return asPreferred(prefer, written, initial);
  // "TV", "PM": capitals of an acronym are none of a name
  const short = isCapitals(written) && written.length > 1 && written.length < 4;
  if (short && prefer === prefer.toLowerCase()) return allCaps ? prefer.toUpperCase() : asListed(prefer, initial);
  return inCaseOf(prefer, written, initial);
}

/** "A.m.", "pm": it stands behind an hour. "I am", "the PM" are other words. */
const isTime = (prefer: string): boolean => abbreviation(prefer.toLowerCase().replace(/\.$/, ''))?.kind === 'time';

const isBehindNumber = ({ tokens }: Paragraph, first: number): boolean =>
  has(tokens, first - 1, Shape.number) || numeralAt(tokens, first - 1) !== undefined;

/** "&", "%", "#": no letters, and a sign of its own or one that the house spells in letters. A stop or a dash that stays a mark is none. */
const isSign = (written: string, prefer: string): boolean =>
  !LETTERS.test(written) && (LETTERS.test(prefer) || /^[\p{S}&%#@*/\\§¶†‡]+$/u.test(written));
const LETTERS = /[\p{L}\p{N}]/u;

/**
 * A sign stands for its word where that word could stand: behind another word, with white space on both sides. Grown together with
 * anything it is part of a code, a name, an address: "&mdash;", "%20", "C#", "a && b". At a line's start it is a mark: "# Head".
 */
const standsApart = (text: string, { start, end }: Span): boolean =>
  !isAmongFigures(text, { start, end }) &&
  /[^\s\ufffc]\s$/.test(text.slice(Math.max(0, start - 2), start)) &&
  !/[\n\r]/.test(text.charAt(start - 1)) &&
  /^["”’')\]]?[.,;:!?]?["”’')\]]?(?:\s|$)/.test(text.slice(end, end + 4));

/** "€ 5", "2 + 3": its word would stand elsewhere, or in no copy. */
const isAmongFigures = (text: string, { start, end }: Span): boolean =>
  /^\s?\.?\d/.test(text.slice(end, end + 3)) &&
  (/\p{Sc}/u.test(text.slice(start, end)) ||
    (/[\d%)]\s?$/.test(text.slice(Math.max(0, start - 2), start)) && text.charAt(start) !== '&'));

/** A common word within a name keeps the name's spelling: Haj Omran is a village, the Pearl Harbor base a base. */
function isInName({ text, tokens }: Paragraph, first: number, end: number, prefer: string): boolean {
  if (prefer !== prefer.toLowerCase() || !has(tokens, first, Shape.capital)) return false;
  const before = first - 1;
  const joined = has(tokens, before, Shape.capital) && !has(tokens, before, Shape.initial);
  if (joined && !has(tokens, first, Shape.initial) && tokens.end[before] === (tokens.start[first] as number) - 1)
    return true;
  return /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}

/** "attorney generals’ offices": the mark behind an s would stand behind another letter, and say nothing there. */
const losesPossessive = (prose: string, { end }: Span, text: string): boolean =>
  /^['’](?![\p{L}\p{N}])/u.test(prose.slice(end, end + 2)) &&
  /s$/i.test(prose.slice(end - 1, end)) &&
  !/s$/i.test(text);

/** A capital at a sentence's start and a line of capitals say nothing. */
const asPreferred = (prefer: string, written: string, initial: boolean): string =>
  isCapitals(written) && written.length > 1 ? written : asListed(prefer, initial);

/** The form as the house has it, with a capital where a sentence begins. */
const asListed = (prefer: string, initial: boolean): string =>
  initial ? prefer.charAt(0).toUpperCase() + prefer.slice(1) : prefer;

const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** The longer form is there already, with its article or without: "Lom harbour", where the house writes that for "harbour". */
const standsInFull = (prose: string, place: Span, prefer: string): boolean =>
  isPartOf(prose, place, prefer) || isPartOf(prose, place, withoutArticle(prefer));

function isPartOf(prose: string, { start, end }: Span, prefer: string): boolean {
  const at = prefer.toLowerCase().indexOf(prose.slice(start, end).toLowerCase());
  if (at < 0 || prefer.length === end - start) return false;
  return prose.slice(Math.max(0, start - at), start - at + prefer.length).toLowerCase() === prefer.toLowerCase();
}

/** A name is meant only by a capital: "noble price" is no Nobel Prize. */
const isMeant = (prefer: string, written: string): boolean =>
  prefer === prefer.toLowerCase() || written !== written.toLowerCase();

function* names(story: Story, house: House, suggested: boolean, taken: (at: Span) => boolean): Generator<Finding> {
  const forms = preferredForms(house, suggested);
  for (const mention of knownMentions(story)) {
    const here = mention.quoted ? undefined : formAt(story, mention, forms);
    const finding = here && nameFinding(story, mention, here);
    if (finding && !taken(mention.entity.type === 'person' ? lastWordOf(mention, mention.text) : mention))
      yield finding;
  }
}

/** People are told word by word, by their surnames; everything else as a whole. */
const lastWordOf = ({ start, end }: Span, text: string): Span => ({ start: start + text.lastIndexOf(' ') + 1, end });

function nameFinding(story: Story, mention: KnownMention, { form, sure }: HouseForm): Finding | undefined {
  const initial = opensSentence(story, mention.start);
  const text = replacementFor(mention, form.prefer, initial, mention.entity.type === 'person');
  if (text === undefined || isAsPreferred(mention, text, initial)) return undefined;
  const block = story.blocks[indexAt(story.blocks, mention.start)];
  const texts = block
    ? waysWithArticle(block.facts, standingAt(block.facts, shift(mention, -block.start)), text)
    : [text];
  const isSure =
    sure &&
    !(block && mayBeCommonWord(story, block.facts, shift(mention, -block.start))) &&
    form.basis !== 'suggested' &&
    mayGoUnseen(form, mention.text, text) &&
    !(mention.entity.type === 'place' && isInLongerName(story, mention, undefined));
  const fixes = fixesPutting(story, mention, texts, isSure ? 'auto' : 'ask');
  if (!fixes) return undefined;
  return {
    start: mention.start,
    end: mention.end,
    message: `“${mention.text}”: write “${texts[0]}”; ${authority(form)}.`,
    fixes: standsBeside(story.prose, mention, text) ? [] : fixes,
  };
}
