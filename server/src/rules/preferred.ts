// Preferred forms: what the house writes for a name, where its glossary or a preset decides.
import { entitiesOf, type NamedEntity } from '../analysis/names/entities';
import { entityOf } from '../analysis/names/gazetteer';
import type { KnownMention } from '../analysis/names/known';
import type { WrittenAt, Variant, Written } from '../analysis/names/variant';
import { distance } from '../analysis/transliteration/likeness';
import {
  isArticleWord,
  leadingArticle,
  type NamePart,
  nameParts,
  nameWords,
  unjoined,
} from '../analysis/transliteration/letters';
import { inCaseOf } from '../analysis/usage/phrases';
import { perStory } from '../document/memo';
import type { Story } from '../document/story';
import { firstWhere, type Span } from '../text/span';
import { inText } from '../text/spelling';
import type { House, PreferredForm } from './house';
import { meantAt, namesNobody, STRAY } from './entries-not-persons';

/** What the house writes in the place of a spelling. */
export interface SpellingDecision {
  readonly text: string;
  /** The same with the article that the house writes: "al-Shabaab", "Al Jazeera". */
  readonly articled?: string;
  readonly form: PreferredForm;
  /** The whole name that the word is part of, where the house writes all of it: half a change would be nobody's form. */
  readonly name?: Span;
}

export interface Forms {
  /** Whole names, by the gazetteer's entity. */
  readonly byEntity: ReadonlyMap<string, PreferredForm>;
  /** Names that the gazetteer lacks, of two words or more, by their comparable words. */
  readonly byName: ReadonlyMap<string, PreferredForm>;
  /** Words that the house itself lists by themselves, by their comparable form: a surname, whoever bears it. */
  readonly byWord: ReadonlyMap<string, SpellingDecision>;
}

const known = new WeakMap<House['glossary'], Map<boolean, Forms>>();

/** The house's forms; later entries win. @param suggested whether forms count that nobody has read or counted. */
export function preferredForms(house: House, suggested: boolean): Forms {
  let both = known.get(house.glossary);
  if (!both) known.set(house.glossary, (both = new Map()));
  let forms = both.get(suggested);
  if (!forms) both.set(suggested, (forms = build(house, suggested)));
  return forms;
}

function build({ glossary }: House, suggested: boolean): Forms {
  const byEntity = new Map<string, PreferredForm>();
  const byName = new Map<string, PreferredForm>();
  const byWord = new Map<string, SpellingDecision>();
  for (const form of glossary) {
    if (form.basis === 'suggested' && !suggested) continue;
    const entity = form.entity === undefined ? undefined : entityOf(form.entity);
    if (entity) byEntity.set(entity.id, form);
    if (form.basis !== 'house') continue;
    const preferred = nameParts(form.prefer);
    for (const spelling of [...form.instead, form.prefer]) {
      const words = nameWords(spelling);
      if (words.length > 1) byName.set(words.join(' '), form);
      else if (words.length === 1 && preferred.length === 1)
        byWord.set(words[0] as string, surnameOf(preferred[0] as NamePart, form));
    }
  }
  return { byEntity, byName, byWord };
}

/** The form that the house has for the name, and for nobody else's. */
export function formOf({ known: id, mentions }: NamedEntity, { byEntity, byName }: Forms): PreferredForm | undefined {
  const form = id === undefined ? undefined : byEntity.get(id);
  if (form || !byName.size) return form;
  for (const { text } of mentions.slice(0, MOST_LOOKS)) {
    const named = byName.get(nameWords(text).join(' '));
    if (named) return named;
  }
  return undefined;
}

const MOST_LOOKS = 50;

/** The name as the house writes it, where it has a form for it or for its surname. @param text how the story introduces it. */
export function houseName(entity: NamedEntity, text: string, forms: Forms): SpellingDecision | undefined {
  const form = formOf(entity, forms);
  if (form) return { text: form.prefer, form };
  const last = nameParts(text).at(-1);
  const word = last && forms.byWord.get(last.form);
  if (word && entity.type === 'person' && namesNobody(word.form, last.written) === true) return undefined;
  return word && { text: text.replace(last.written, () => word.text), form: word.form };
}

/** A mention whose name the house decides. */
interface Decided extends Span {
  readonly form: PreferredForm;
  readonly words: readonly string[];
}

const decided = new WeakMap<Story, WeakMap<Forms, readonly Decided[]>>();

/**
 * Mentions of people for whom the house has a form, in order of place: the whole name, or the surname of somebody whom the story
 * names in full and who is alone in bearing it. A given name is everybody's, and a longer name another's.
 */
function decidedMentions(story: Story, forms: Forms): readonly Decided[] {
  let ofStory = decided.get(story);
  if (!ofStory) decided.set(story, (ofStory = new WeakMap()));
  let found = ofStory.get(forms);
  if (!found) ofStory.set(forms, (found = findDecided(story, forms)));
  return found;
}

function findDecided(story: Story, forms: Forms): Decided[] {
  const entities = entitiesOf(story);
  const bearers = bearersOf(story);
  return entities
    .flatMap((entity): Decided[] => {
      const form = formOf(entity, forms);
      if (!form) return [];
      const names = namesFor(form);
      const surnames = new Set([...names].map((name) => name.slice(name.lastIndexOf(' ') + 1)));
      const mine = entity.mentions.map(({ start, end, text }) => ({ start, end, form, words: nameWords(text) }));
      const inFull = mine.filter(({ words }) => words.length > 1 && names.has(words.join(' ')));
      const isSole = inFull.length > 0 && [...surnames].every((one) => isBorneOnlyBy(entity, bearers.get(one)));
      const bySurname = ({ words }: Decided): boolean => words.length === 1 && surnames.has(words[0] as string);
      return [...inFull, ...(isSole ? mine.filter(bySurname) : [])];
    })
    .sort((a, b) => a.start - b.start);
}

const isBorneOnlyBy = (entity: NamedEntity, bearers: ReadonlySet<NamedEntity> | undefined): boolean =>
  !bearers || (bearers.size === 1 && bearers.has(entity));

/** By surname: whom the story gives it in full. */
const bearersOf = perStory((story: Story): ReadonlyMap<string, ReadonlySet<NamedEntity>> => {
  const bearers = new Map<string, Set<NamedEntity>>();
  for (const entity of entitiesOf(story))
    for (const { text } of entity.mentions.slice(0, MOST_LOOKS)) {
      const words = nameWords(text);
      const surname = words.at(-1);
      if (words.length < 2 || surname === undefined) continue;
      const had = bearers.get(surname);
      if (had) had.add(entity);
      else bearers.set(surname, new Set([entity]));
    }
  return bearers;
});

/** Every way to write the form's name in full, as comparable words. */
function namesFor(form: PreferredForm): ReadonlySet<string> {
  const entity = form.entity === undefined ? undefined : entityOf(form.entity);
  const all = [...(entity?.spellings ?? []), ...form.instead, form.prefer].map((name) => nameWords(name).join(' '));
  return new Set(all.filter((name) => name.includes(' ')));
}

/** What the house writes at each place of a name that the story spells in several ways. */
export function decisionsFor(
  story: Story,
  variant: Variant,
  house: House,
  suggested: boolean,
): (place: WrittenAt) => SpellingDecision | undefined {
  if (!house.glossary.length) return () => undefined;
  const forms = preferredForms(house, suggested);
  const whole = variant.entity && forms.byEntity.get(variant.entity.id);
  if (whole) return (place) => (place.inside ? undefined : { text: whole.prefer, form: whole });
  // an entry that lists one of the spellings decides for all of them
  const listed = house.glossary.findLast(
    ({ basis, instead }) =>
      basis === 'house' && variant.spellings.some((s) => instead.some((one) => inText(one) === inText(s.text))),
  );
  if (listed && !variant.spellings.every((s) => nameParts(s.text).length === 1))
    return () => ({ text: listed.prefer, form: listed });
  const word = wordOfHouse(variant, forms);
  return (place) =>
    wordAtPlace(place, decidedMentions(story, forms)) ?? surnameAt(place, forms) ?? (place.last ? word : undefined);
}

/** A name in full whose surname the house lists with its article: "Bashar el-Assad" where that is al-Assad. */
function surnameAt({ text, words, last }: WrittenAt, { byWord }: Forms): SpellingDecision | undefined {
  const part = last && words.length > 1 ? nameParts(text).at(-1) : undefined;
  const decision = part && byWord.get(part.form);
  if (!part || !decision?.articled) return undefined;
  const own = leadingArticle(surnameIn(text)) + part.written;
  const head = text.slice(0, -own.length);
  return own !== part.written && text === head + own
    ? { text: head + decision.articled, form: decision.form }
    : undefined;
}

/** The word that the house lists for one of the spellings: it decides for all, where they end a name. */
function wordOfHouse({ spellings }: Variant, { byWord }: Forms): SpellingDecision | undefined {
  let found: SpellingDecision | undefined;
  for (const { text } of spellings) {
    const parts = nameParts(text);
    const decision = parts.length === 1 ? byWord.get((parts[0] as NamePart).form) : undefined;
    if (!decision) continue;
    if (found && found.text !== decision.text) return undefined;
    found = decision;
  }
  return found;
}

/** The house's word at the place, counted from the end of its name: Gaddafi is Kadhafi where Muammar Gaddafi is Moamer Kadhafi. */
function wordAtPlace(place: WrittenAt, mentions: readonly Decided[]): SpellingDecision | undefined {
  const [form] = place.words;
  const mention = mentionAround(place, mentions);
  if (!mention || form === undefined || place.words.length > 1) return undefined;
  const { words, start, end } = mention;
  const parts = nameParts(mention.form.prefer);
  if (words.length > 1 && words.length !== parts.length) return undefined;
  const part = parts.at(words.lastIndexOf(form) - words.length);
  if (!part || !words.includes(form)) return undefined;
  // of a whole name its end speaks: of the words before it nothing is said apart
  if (words.length > 1)
    return place.last
      ? { text: part.written, form: mention.form, name: { start, end } }
      : { text: place.text, form: mention.form };
  return isNear(form, part.form) ? surnameOf(part, mention.form) : undefined;
}

/** The word of the form by itself, with the article that the house writes before it where it is the last. */
function surnameOf(part: NamePart, form: PreferredForm): SpellingDecision {
  const article = leadingArticle(surnameIn(form.prefer));
  const isLast = form.prefer.endsWith(part.written);
  return { text: part.written, ...(article && isLast && { articled: article + part.written }), form };
}

function mentionAround({ start, end }: Span, mentions: readonly Decided[]): Decided | undefined {
  const mention = mentions[firstWhere(mentions, (one) => one.end >= end)];
  return mention && mention.start <= start ? mention : undefined;
}

export interface HouseForm {
  readonly form: PreferredForm;
  readonly sure: boolean;
}

/**
 * The form of a listed name where it stands, and whether it is sure of whom: nothing inside a longer name, and a surname is anybody's
 * where the story does not name the one bearer in full.
 */
export function formAt(story: Story, mention: KnownMention, forms: Forms): HouseForm | undefined {
  const form = forms.byEntity.get(mention.entity.id);
  if (!form || mention.inside) return undefined;
  if (mention.entity.type !== 'person') return { form, sure: meantAt(story, mention, form, mention.text) === 'no' };
  if (mention.words.length > 1) return { form, sure: true };
  if (mentionAround(mention, decidedMentions(story, forms))?.form === form) return { form, sure: true };
  const [word = ''] = mention.words;
  return bearersOf(story).has(word) ? undefined : { form, sure: false };
}

/** Why the house writes it so, as the second half of a sentence. */
export function authority({ basis, source }: PreferredForm): string {
  const from = source ? ` (${source})` : '';
  switch (basis) {
    case 'house':
      return `the house glossary has it so${from}`;
    case 'read':
      return `that is the house form${from}`;
    case 'counted':
      return `that is the form in the house's copy${from}`;
    case 'suggested':
      return `that is the form suggested for this house${from}`;
  }
}

/** A nickname beside a surname is another name. */
const isNear = (a: string, b: string): boolean => a === b || distance(a, b, STRAY) <= STRAY;

/**
 * What to put in the place of a written name so that it is the house's, in the written one's case; nothing where the house's
 * form has no word for it, or where it is a shorter form that may stand.
 * @param initial a sentence begins here: the first letter is a capital whatever the house writes.
 * @param person a surname may stand for the whole name.
 */
export function replacementFor(
  written: Written,
  prefer: string,
  initial: boolean,
  person: boolean,
): string | undefined {
  const parts = nameParts(prefer);
  const { words } = written;
  if (words.length < parts.length) {
    const last = parts.at(-1) as NamePart;
    const [word] = words as readonly [string];
    if (person && words.length === 1) {
      if (word === last.form || !isNear(word, last.form)) return undefined;
      return inCaseOf((written.article && leadingArticle(surnameIn(prefer))) + last.written, written.text, initial);
    }
    if (
      isPartOf(
        words,
        parts.map((part) => part.form),
      )
    )
      return undefined;
  }
  if (
    words.length > parts.length &&
    isPartOf(
      parts.map((part) => part.form),
      words,
    )
  )
    return undefined;
  const article = leadingArticle(prefer);
  const oneWord = words.length === 1 && parts.length === 1;
  // "Aljazeera" has its article, though no mark sets it off
  const bare = oneWord && !written.article && !isJoined(words[0] as string, (parts[0] as NamePart).form);
  const text = article && bare ? prefer.slice(article.length) : prefer;
  return inCaseOf(text, written.text, initial);
}

const isJoined = (word: string, form: string): boolean => word !== form && unjoined(word) === form;

/** True where the words stand in the others in a row: a shorter form of the name, not another spelling. */
const isPartOf = (words: readonly string[], others: readonly string[]): boolean =>
  ` ${others.join(' ')} `.includes(` ${words.join(' ')} `);

const surnameIn = (name: string): string => {
  const words = name.split(' ');
  const article = words.at(-2)?.toLowerCase();
  return words.slice(article !== undefined && isArticleWord(article) ? -2 : -1).join(' ');
};

/** True where the written name already is the house's, a capital at a sentence's start and kinds of apostrophe aside. */
export function isAsPreferred({ text }: Pick<Written, 'text'>, replacement: string, initial: boolean): boolean {
  const [a, b] = [text, replacement].map((t) => t.replace(/[’‘`]/g, "'")) as [string, string];
  return a === b || (initial && a.slice(1) === b.slice(1) && a.charAt(0).toLowerCase() === b.charAt(0).toLowerCase());
}

/** "Kiev (Kyiv)", "Kyiv/Kiev", "the word Kiev": the two are told of, and one for both would tell nothing. */
export const standsBeside = (prose: string, { start, end }: Span, text: string): boolean =>
  SPOKEN_OF.test(prose.slice(Math.max(0, start - LONGEST_BEFORE), start)) ||
  [1, 2].some(
    (gap) =>
      (/^ ?[(/]$/.test(prose.slice(end, end + gap)) && prose.startsWith(text, end + gap)) ||
      (/^[(/] ?$/.test(prose.slice(Math.max(0, start - gap), start)) &&
        prose.slice(Math.max(0, start - gap - text.length), Math.max(0, start - gap)) === text),
  );

/** "The word Kiev", "spelled Kiev": said of the spelling itself. */
const SPOKEN_OF =
  /(?:(?:^|[^\p{L}])(?:the|a) (?:word|name|spelling|term|form|transliteration)|[^\p{L}](?:spell(?:ed|ing)? it|(?:written|transliterated|rendered) as|spelled|spelt)) $/iu;
const LONGEST_BEFORE = 40;
