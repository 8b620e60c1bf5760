// Agencies by name: what a dateline's brackets, a credit line or a sign-off may hold.
import { data } from '../../lexicon/furniture/agencies.txt';

let known: ReadonlySet<string> | undefined;

/** Exactly as an agency writes itself: "dpa", "AFP", "Xinhua". */
export const isAgency = (name: string): boolean => (known ??= new Set(data.split('\n'))).has(name);

/** One agency, or several joined: "AP", "tca/dpa", "ACAN-EFE", "ANTARA News". */
export const namesAgency = (name: string): boolean => isAgency(name) || name.split(/[/ -]/).some(isAgency);

/** The letters that their names begin with. */
export const agencyInitials = (): ReadonlySet<string> => new Set(data.split('\n').map((name) => name.slice(0, 1)));

/** "PTI", "AFP, Reuters and ANI": agencies and nothing else. Its source is what the editor's grammar has for it. */
export const agenciesJoined: Pick<RegExp, 'test' | 'source'> = {
  test: (text) => text.split(/, | and | & /).every(isAgency),
  get source() {
    const one = oneAgency.source.slice(1, -1);
    return `^${one}(?:(?:, | and | & )${one}){0,5}$`;
  },
};

/** One of them. */
export const oneAgency: Pick<RegExp, 'test' | 'source'> = {
  test: isAgency,
  get source() {
    return `^(?:${data.replaceAll('.', '\\.').replaceAll('\n', '|')})$`;
  },
};
