// Agencies by name: what a dateline's brackets, a credit line or a sign-off may hold.
import { data } from '../../lexicon/furniture/agencies.txt';
import { type HouseWords, perHouse } from '../house-words';
import type { Fitting } from './form';

let known: ReadonlySet<string> | undefined;

/** Exactly as an agency writes itself: "dpa", "AFP", "Xinhua". @param words the house's own: agencies of its country. */
export const isAgency = (name: string, words?: HouseWords): boolean =>
  (known ??= new Set(data.split('\n'))).has(name) || (words !== undefined && ofHouse(words).has(name));

const ofHouse = perHouse(({ agencies = [] }): ReadonlySet<string> => new Set(agencies));

/** One agency, or several joined: "AP", "tca/dpa", "ACAN-EFE", "ANTARA News". */
export const namesAgency = (name: string, words?: HouseWords): boolean =>
  isAgency(name, words) || name.split(/[/ -]/).some((one) => isAgency(one, words));

/** The letters that their names begin with. */
export const agencyInitials = (): ReadonlySet<string> => new Set(data.split('\n').map((name) => name.slice(0, 1)));

/** "PTI", "AFP, Reuters and ANI": agencies and nothing else. Its source is what the editor's grammar has for it. */
export const agenciesJoined: Fitting = {
  test: (text, words) => text.split(/, | and | & /).every((one) => isAgency(one, words)),
  get source() {
    const one = oneAgency.source.slice(1, -1);
    return `^${one}(?:(?:, | and | & )${one}){0,5}$`;
  },
};

/** One of them. */
export const oneAgency: Fitting = {
  test: isAgency,
  get source() {
    return `^(?:${data.replaceAll('.', '\\.').replaceAll('\n', '|')})$`;
  },
};
