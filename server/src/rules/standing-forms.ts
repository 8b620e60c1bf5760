// Standing forms: what of a preset holds beside the house's own glossary. Whichever way the house writes an entry, it outranks the
// preset for the same name or term, and turns the preset's other spellings round with it.
import { inText } from '../text/spelling';
import { entityOf } from '../analysis/names/gazetteer';
import { nameParts } from '../analysis/transliteration/letters';
import { areOneTerm } from '../analysis/usage/terms';
import type { PreferredForm } from './house';

/** @param glossary presets first; later ones win. */
export function standingForms(glossary: readonly PreferredForm[]): readonly PreferredForm[] {
  const own = glossary.filter(({ basis }) => basis === 'house');
  if (!own.length || own.length === glossary.length) return glossary;
  const replaced = new Map(own.flatMap(({ prefer, instead }) => instead.map((one) => [inText(one), prefer] as const)));
  const preferred = new Set(own.map(({ prefer }) => inText(prefer)));
  return glossary.map((form) => {
    if (form.basis === 'house') return form;
    const decided = own.findLast((one) => isAboutTheSame(one, form) && !isSurnameOf(one, form));
    const prefer = decided ? decided.prefer : inWordsOf(form, own, replaced);
    const instead = form.instead.filter((one) => !preferred.has(inText(one)) && !replaced.has(inText(one)));
    if (prefer === form.prefer) return instead.length === form.instead.length ? form : { ...form, instead };
    // a form that nobody has read stays one, in the house's spelling
    const { source: _, ...rest } = form;
    const basis = form.basis === 'suggested' ? form.basis : 'house';
    const source = decided?.source;
    return { ...rest, prefer, instead: [...instead, form.prefer], basis, ...(source !== undefined && { source }) };
  });
}

const letters = (text: string): string => inText(text).replace(/[\s'-]/g, '');

/** By entity, by one of the entity's spellings, by what the one replaces, or as two ways to write one term. */
function isAboutTheSame(own: PreferredForm, form: PreferredForm): boolean {
  if (form.entity !== undefined) {
    if (own.entity === form.entity) return true;
    const entity = entityOf(form.entity);
    if (entity?.spellings.some((one) => inText(one) === inText(own.prefer))) return true;
  }
  if (own.instead.some((one) => inText(one) === inText(form.prefer))) return true;
  return (
    form.instead.some((one) => inText(one) === inText(own.prefer)) &&
    (areOneTerm(own.prefer, form.prefer) || letters(own.prefer) === letters(form.prefer))
  );
}

/** A word by itself decides for the surname, and takes no given name away. */
const isSurnameOf = (own: PreferredForm, { entity, prefer }: PreferredForm): boolean =>
  entityOf(entity ?? '')?.type === 'person' && nameParts(own.prefer).length === 1 && nameParts(prefer).length > 1;

/** The preset's name with the house's spelling of each of its words: "Moammar Gaddafi" where the house writes Gaddafi. */
function inWordsOf(form: PreferredForm, own: readonly PreferredForm[], replaced: ReadonlyMap<string, string>): string {
  const entity = form.entity === undefined ? undefined : entityOf(form.entity);
  const words = form.prefer.split(' ').map((word) => replaced.get(inText(word)) ?? word);
  const last = nameParts(form.prefer).at(-1);
  if (entity?.type !== 'person' || !last) return words.join(' ');
  const surnames = new Set(entity.spellings.flatMap((one) => nameParts(one).at(-1)?.form ?? []));
  const surname = own.findLast(({ prefer }) => {
    const parts = nameParts(prefer);
    return parts.length === 1 && surnames.has((parts[0] as { form: string }).form);
  });
  const text = words.join(' ');
  return surname && text.endsWith(last.written)
    ? text.slice(0, text.length - last.written.length) + (nameParts(surname.prefer)[0]?.written ?? surname.prefer)
    : text;
}
