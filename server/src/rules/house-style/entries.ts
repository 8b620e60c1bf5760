// Entries: what a house's glossary says of words, made ready to be looked for, and what is wrong in every house.
import { entityOf, spelledSo } from '../../analysis/names/gazetteer';
import { isPlace } from '../../analysis/names/lists';
import { nameWords } from '../../analysis/transliteration/letters';
import { type Replaced, replacedAs } from '../../analysis/usage/other-word';
import { withoutArticle } from '../../analysis/usage/own-article';
import { type PhraseIndex, phraseIndex } from '../../analysis/usage/phrases';
import { abbreviation } from '../../lexicon/abbreviations';
import { data } from '../../lexicon/usage/base.tsv';
import type { House, PreferredForm } from '../house';
import { namesNobody, type Nobody, otherName } from '../entries-not-persons';
import { isLetters, isRespelling } from '../respelled';
import { authority } from '../preferred';

export interface StyleEntry {
  readonly prefer: string;
  /** The entry is about capitals alone: "internet" for "Internet". */
  readonly capitals?: boolean;
  /** The house has listed it in capitals, as an acronym is written: they say nothing of those of the form instead. */
  readonly acronym?: boolean;
  /** The house has listed it in small letters: they are meant, whatever it writes instead. */
  readonly small?: boolean;
  /** The house has listed it with a capital and without one: the capital is no name's. */
  readonly listed?: boolean;
  /** It is letters: "US". */
  readonly letters?: boolean;
  /** The house puts stops to them: "U.S." for "US". */
  readonly stopped?: boolean;
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
  /** It is a place's: a ship may be called by it. */
  readonly place?: boolean;
  /** It is a body's or a group's: a club may be called by it. */
  readonly body?: boolean;
  /** What becomes of a common word. */
  readonly replaced?: Replaced;
  readonly why: string;
  /** The house's own; nothing for what is wrong in every house. */
  readonly form?: PreferredForm;
}

/** By glossary: a house is a new one each minute. */
const indices = new WeakMap<House['glossary'], Map<boolean, PhraseIndex<StyleEntry>>>();

export function entries(house: House, suggested: boolean): PhraseIndex<StyleEntry> {
  let known = indices.get(house.glossary);
  if (!known) indices.set(house.glossary, (known = new Map()));
  let index = known.get(suggested);
  if (!index) known.set(suggested, (index = phraseIndex([...ofHouse(house, suggested), ...ofEveryHouse()])));
  return index;
}

function* ofHouse({ glossary }: House, suggested: boolean): Generator<readonly [string, StyleEntry]> {
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
          letters: isLetters(instead) && !small,
          stopped: !small && isLetters(instead) && !instead.includes('.') && /^(?:\p{Lu}\.){2,}$/u.test(form.prefer),
          listed: same.some((one) => CAPITALISED.test(one)) && small,
          hour: isTime(form.prefer),
          nobody: namesNobody(form, instead),
          ...(!person && !capitals && asName(form, instead)),
          place: !person && isOfPlace(form, instead),
          body: isOfBody(form, instead),
          replaced: replacedAs(form.prefer, instead),
        },
      ];
    }
  }
}

/** The name of a place, in letters that are no abbreviation. */
const isOfPlace = ({ prefer, entity }: PreferredForm, instead: string): boolean =>
  entity === undefined
    ? instead !== instead.toLowerCase() &&
      !isLetters(instead) &&
      [prefer, instead].some((form) => isPlace(nameWords(withoutArticle(form)).join(' ')))
    : entityOf(entity)?.type === 'place';

/** The name of a body or a group that readers know. */
const isOfBody = ({ entity }: PreferredForm, instead: string): boolean =>
  (entity === undefined ? spelledSo(nameWords(instead).join(' ')) : [entityOf(entity)]).some(
    (one) => one?.type === 'organisation',
  );

/** Another name than the house's, and what of it. */
function asName(form: PreferredForm, instead: string): Pick<StyleEntry, 'name' | 'other'> {
  const other = otherName(form, instead);
  return { name: other !== undefined, other: isRespelling(instead, form.prefer) ? undefined : other };
}

function* ofEveryHouse(): Generator<readonly [string, StyleEntry]> {
  for (const line of data.split('\n')) {
    const [prefer, instead, why] = line.split('\t') as [string, string, string];
    for (const form of instead.split('|')) yield [form, { prefer, why }];
  }
}

/** A word without a capital, of the house and instead of it; the entry is not about capitals. */
export const isCommon = ({ prefer, capitals, small }: StyleEntry): boolean =>
  prefer === prefer.toLowerCase() && capitals !== true && small !== false;

/**
 * The entry is in small letters, and the house's form has capitals. A hit that begins with a capital may then be somebody's name, and
 * may be one even as the first word of a sentence.
 */
export const isUnlike = ({ prefer, small, capitals }: StyleEntry): boolean =>
  small === true && capitals !== true && prefer !== prefer.toLowerCase();

/** "A.m.", "pm": it stands behind an hour. "I am", "the PM" are other words. */
const isTime = (prefer: string): boolean => abbreviation(prefer.toLowerCase().replace(/\.$/, ''))?.kind === 'time';

const CAPITALISED = /^\p{Lu}.*\p{Ll}/u;

export const isCapitals = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();
