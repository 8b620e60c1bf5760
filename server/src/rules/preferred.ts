// Preferred forms: what the house writes for a name, where its glossary or a preset decides.
import type { NamedEntity } from '../analysis/names/entities';
import { entityOf } from '../analysis/names/gazetteer';
import {
  isArticleWord,
  leadingArticle,
  type NamePart,
  nameParts,
  nameWords,
} from '../analysis/transliteration/letters';
import type { Span } from '../text/span';
import { namesNobody } from './entries-not-persons';
import type { House, PreferredForm } from './house';

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

/** Mentions of a name that are looked at. */
export const MOST_LOOKS = 50;

/** The name as the house writes it, where it has a form for it or for its surname. @param text how the story introduces it. */
export function houseName(entity: NamedEntity, text: string, forms: Forms): SpellingDecision | undefined {
  const form = formOf(entity, forms);
  if (form) return { text: form.prefer, form };
  const last = nameParts(text).at(-1);
  const word = last && forms.byWord.get(last.form);
  if (word && entity.type === 'person' && namesNobody(word.form, last.written) === true) return undefined;
  return word && { text: text.replace(last.written, () => word.text), form: word.form };
}

/** The word of the form by itself, with the article that the house writes before it where it is the last. */
export function surnameOf(part: NamePart, form: PreferredForm): SpellingDecision {
  const article = leadingArticle(surnameIn(form.prefer));
  const isLast = form.prefer.endsWith(part.written);
  return { text: part.written, ...(article && isLast && { articled: article + part.written }), form };
}

/** The last word of a name, with an article before it. */
export const surnameIn = (name: string): string => {
  const words = name.split(' ');
  const article = words.at(-2)?.toLowerCase();
  return words.slice(article !== undefined && isArticleWord(article) ? -2 : -1).join(' ');
};

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
