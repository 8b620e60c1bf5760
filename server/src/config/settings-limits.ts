// What no settings file needs, and what in one cannot be meant: found before its schema is asked, which would take long over it.
import { alternatives, globFault } from './glob';
import { listFaults, overlongList } from './house-lists';
import { MOST_TOLD, type Path } from './schema-faults';

/** Something at a place of the file that does not count, in a sentence. */
export interface PlacedFault {
  readonly path: Path;
  readonly message: string;
}

/** Rules and options, files and globs that anybody means: what goes beyond is no work of a person's. */
const MOST_RULES = 1000;
const MOST_OVERRIDES = 1000;
const MOST_PATTERNS = 10_000;

/** The sentence for settings that hold more than can be looked through in time. */
export function overlong(value: unknown): string | undefined {
  const settings = Object(value) as Record<string, unknown>;
  const { rules, overrides, lists, houseRules } = settings;
  const count = (of: unknown): number => (typeof of === 'object' && of !== null ? Object.keys(of).length : 0);
  const many = (name: string, most: number): string =>
    `"${name}" has more than ${most} entries, so the file does not count. Leave out what no draft needs.`;
  if (count(rules) > MOST_RULES) return many('rules', MOST_RULES);
  if (count(houseRules) > MOST_RULES) return many('houseRules', MOST_RULES);
  if (count(value) > MOST_RULES)
    return `The file has more than ${MOST_RULES} settings, so it does not count. Leave out what is none.`;
  if (count(overrides) > MOST_OVERRIDES) return many('overrides', MOST_OVERRIDES);
  const crowded = listsOfPatterns.find((name) => count(settings[name]) > MOST_PATTERNS);
  if (crowded) return many(crowded, MOST_PATTERNS);
  const list = [lists, ...listsOfOverrides(value).map(({ lists: own }) => own)].map(overlongList).find(Boolean);
  if (list)
    return `A list of "${list}" is too long to be read in time, so the file does not count. Leave out what no draft holds.`;
  const spelledOut = patternsIn(value).reduce((sum, { pattern }) => sum + (alternatives(pattern)?.length ?? 0), 0);
  return spelledOut > MOST_PATTERNS
    ? `Its patterns spell out more than ${MOST_PATTERNS} alternatives, so the file does not count. Leave out what no draft needs.`
    : undefined;
}

export function patternFaults(value: unknown): readonly PlacedFault[] {
  const faults = patternsIn(value).flatMap(({ path, pattern }) => {
    const why = globFault(pattern);
    return why ? [{ path, why }] : [];
  });
  return firstOf(
    faults.map(({ path, why }) => ({
      path,
      message: `The pattern at "${path.join('.')}" ${why}, so it does not count. Write several shorter ones.`,
    })),
    'patterns',
  );
}

/** Of many the first, and how many more there are. */
export function firstOf(faults: readonly PlacedFault[], what: string): readonly PlacedFault[] {
  const more = faults[MOST_TOLD];
  const rest = more && { path: more.path, message: `${faults.length - MOST_TOLD} more ${what} do not count either.` };
  return [...faults.slice(0, MOST_TOLD), ...(rest ? [rest] : [])];
}

/** Entries of the house's lists that cannot be meant. */
export const faultyEntries = (value: unknown): readonly PlacedFault[] => [
  ...listFaults((Object(value) as { lists?: unknown }).lists, ['lists']),
  ...listsOfOverrides(value).flatMap(({ lists, path }) => listFaults(lists, path)),
];

function listsOfOverrides(value: unknown): { readonly lists: unknown; readonly path: Path }[] {
  const { overrides } = Object(value) as Record<string, unknown>;
  return (Array.isArray(overrides) ? overrides : []).map((one, i) => ({
    lists: (Object(one) as { lists?: unknown }).lists,
    path: ['overrides', i, 'lists'],
  }));
}

/** Settings that are lists of patterns of paths. */
export const listsOfPatterns = ['ignore', 'include'] as const;

/** Patterns of paths, each with its place. */
function patternsIn(value: unknown): { readonly path: (string | number)[]; readonly pattern: string }[] {
  const settings = Object(value) as Record<string, unknown>;
  const { overrides } = settings;
  const listed = (at: (string | number)[], list: unknown) =>
    (Array.isArray(list) ? list : []).map((pattern, i) => ({ path: [...at, i], pattern }));
  const ofOverrides = (Array.isArray(overrides) ? overrides : []).flatMap((one, i) => {
    const { files } = Object(one) as Record<string, unknown>;
    const at = ['overrides', i, 'files'];
    return typeof files === 'string' ? [{ path: at, pattern: files }] : listed(at, files);
  });
  const own = listsOfPatterns.flatMap((name) => listed([name], settings[name]));
  return [...own, ...ofOverrides].filter(({ pattern }) => typeof pattern === 'string');
}
