// Preferred forms: what the house writes for a name, where its glossary or a preset decides.
import { gazetteer } from '../analysis/names/gazetteer';
import { inText } from '../analysis/names/known';
import type { Variant, Written } from '../analysis/names/variant';
import { distance } from '../analysis/transliteration/likeness';
import { isArticleWord, leadingArticle, type NamePart, nameParts } from '../analysis/transliteration/letters';
import { inCaseOf } from '../analysis/usage/phrases';
import type { House, PreferredForm } from './house';

/** What the house writes in the place of a spelling. */
export interface Decision {
  readonly text: string;
  readonly form: PreferredForm;
}

export interface Forms {
  /** Whole names, by the gazetteer's entity. */
  readonly byEntity: ReadonlyMap<string, PreferredForm>;
  /** By comparable word: the house's word for it. Words that the house writes in two ways for two people are left out. */
  readonly byWord: ReadonlyMap<string, Decision | undefined>;
}

const known = new WeakMap<House, Map<boolean, Forms>>();

/** The house's forms; later entries win. @param suggested whether forms count that nobody has read or counted. */
export function preferredForms(house: House, suggested: boolean): Forms {
  let both = known.get(house);
  if (!both) known.set(house, (both = new Map()));
  let forms = both.get(suggested);
  if (!forms) both.set(suggested, (forms = build(house, suggested)));
  return forms;
}

function build({ glossary }: House, suggested: boolean): Forms {
  const byEntity = new Map<string, PreferredForm>();
  const byWord = new Map<string, Decision | undefined>();
  for (const form of glossary) {
    if (form.basis === 'suggested' && !suggested) continue;
    const entity = form.entity === undefined ? undefined : gazetteer().entities.get(form.entity);
    if (entity) byEntity.set(entity.id, form);
    if (entity && entity.type !== 'person') continue;
    alignWords(byWord, form, [...(entity?.spellings ?? []), ...form.instead, form.prefer]);
  }
  return { byEntity, byWord };
}

/** Word by word from the last: Gaddafi is Kadhafi where Muammar Gaddafi is Moamer Kadhafi. */
function alignWords(
  byWord: Map<string, Decision | undefined>,
  form: PreferredForm,
  spellings: readonly string[],
): void {
  const preferred = nameParts(form.prefer);
  for (const spelling of spellings) {
    const parts = nameParts(spelling);
    if (parts.length !== preferred.length && parts.length !== 1) continue;
    for (let d = 1; d <= parts.length; d++) {
      const word = (parts.at(-d) as { form: string }).form;
      const text = (preferred.at(-d) as { written: string } | undefined)?.written;
      if (text === undefined) continue;
      const had = byWord.get(word);
      const clash = byWord.has(word) && had?.text !== text && had?.form.basis !== 'house' && form.basis !== 'house';
      byWord.set(word, clash ? undefined : { text, form });
    }
  }
}

/** What the house writes for a name that the story spells in several ways. */
export function decisionFor(variant: Variant, house: House, suggested: boolean): Decision | undefined {
  if (!house.glossary.length) return undefined;
  const { byEntity, byWord } = preferredForms(house, suggested);
  const whole = variant.entity && byEntity.get(variant.entity.id);
  if (whole) return { text: whole.prefer, form: whole };
  // an entry that lists one of the spellings decides for all of them
  const listed = house.glossary.findLast(
    ({ basis, instead }) =>
      basis === 'house' && variant.spellings.some((s) => instead.some((one) => inText(one) === inText(s.text))),
  );
  if (listed && !variant.spellings.every((s) => nameParts(s.text).length === 1))
    return { text: listed.prefer, form: listed };
  let found: Decision | undefined;
  for (const { text } of variant.spellings) {
    const parts = nameParts(text);
    const decision = parts.length === 1 ? byWord.get((parts[0] as { form: string }).form) : undefined;
    if (!decision) continue;
    if (found && found.text !== decision.text) return undefined;
    found = decision;
  }
  return found;
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

/** Another name altogether (a nickname beside a surname) lies further off than this. */
const STRAY = 1.2;

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
      if (word === last.form || distance(word, last.form, STRAY) > STRAY) return undefined;
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
  const text = oneWord && article && !written.article ? prefer.slice(article.length) : prefer;
  return inCaseOf(text, written.text, initial);
}

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
