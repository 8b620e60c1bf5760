// House presets: the forms that an agency or paper is known to write. Thin ones hold the few forms that were read or counted.
import { data } from '../../lexicon/names/house-forms.data';
import type { PreferredForm } from '../../rules/house';

export const houses = ['ap', 'afp', 'xinhua', 'reuters', 'bbc', 'guardian'] as const;
export type HouseName = (typeof houses)[number];

export const isHouse = (name: string): name is HouseName => (houses as readonly string[]).includes(name);

const kept = new Map<HouseName, readonly PreferredForm[]>();

/** What the house writes, each form with its basis and where and when it was seen. */
export function houseForms(house: HouseName): readonly PreferredForm[] {
  let forms = kept.get(house);
  if (!forms) kept.set(house, (forms = read(house)));
  return forms;
}

function read(house: HouseName): PreferredForm[] {
  const forms: PreferredForm[] = [];
  for (const line of data.split('\n')) {
    const [entity, of, prefer, basis, source, date] = line.split('\t');
    if (of !== house || !entity || !prefer) continue;
    const seen = source && (date && date !== 'undated' ? `${source}, ${date}` : source);
    forms.push({ prefer, instead: [], entity, basis: basis as PreferredForm['basis'], ...(seen && { source: seen }) });
  }
  return forms;
}
