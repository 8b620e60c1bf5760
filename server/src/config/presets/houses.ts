// House presets: the forms that an agency or paper is known to write. Thin ones hold the few forms that were read or counted.
import { rowsOfGazetteer } from '../../analysis/names/gazetteer';
import { data as seen } from '../../lexicon/names/house-forms.tsv';
import type { PreferredForm } from '../../rules/house';

export const houses = ['ap', 'afp', 'xinhua', 'reuters', 'bbc', 'guardian'] as const;
/** Of which few forms are known. */
export const thinHouses: readonly HouseName[] = ['reuters', 'bbc', 'guardian'];
export type HouseName = (typeof houses)[number];

export const isHouse = (name: string): name is HouseName => (houses as readonly string[]).includes(name);

const kept = new Map<HouseName, readonly PreferredForm[]>();

/** What the house writes, each form with its basis and where and when it was seen; the suggested ones first. */
export function houseForms(house: HouseName): readonly PreferredForm[] {
  let forms = kept.get(house);
  if (!forms) kept.set(house, (forms = [...suggestedForms(house), ...seenForms(house)]));
  return forms;
}

function* seenForms(house: HouseName): Generator<PreferredForm> {
  for (const line of seen.split('\n')) {
    const [entity, of, prefer, basis, place, date] = line.split('\t') as [
      string,
      string,
      string,
      PreferredForm['basis'],
      string,
      string,
    ];
    if (of !== house) continue;
    const source = date === 'undated' ? place : `${place}, ${date}`;
    yield { prefer, instead: [], entity, basis, source };
  }
}

function* suggestedForms(house: HouseName): Generator<PreferredForm> {
  for (const line of rowsOfGazetteer()) {
    const [entity, , , spellings, forms] = line.split('\t') as [string, string, string, string, string?];
    const own = forms?.split(' ').find((form) => form.startsWith(house) && /^\d+$/.test(form.slice(house.length)));
    const prefer = own && spellings.split('|')[Number(own.slice(house.length)) - 1];
    if (prefer) yield { prefer, instead: [], entity, basis: 'suggested' };
  }
}
