// Names across stories: how the drafts of a folder spell each name, and which spelling stands. Names are joined by key, so the cost
// grows with the number of names. Doubtful pairs are left out: the same letters in two stories may be two people.
import { inText } from '../../text/spelling';
import type { LineRange } from '../../text/line-index';
import { sameClass } from '../transliteration/given-names';
import { leadingArticle, nameParts, strictKey } from '../transliteration/letters';
import { looksRomanised } from './evidence';
import { areKnownDistinct, entityOf } from './gazetteer';
import { areAtOdds } from './known';
import type { FullName } from './roll';
import type { Evidence, Written } from './variant';

/** The spelling that stands for a name in a folder. */
export interface Standing {
  readonly text: string;
  /** How many drafts spell it so, the first of them, and where it stands there. */
  readonly drafts: number;
  readonly path: string;
  readonly at: LineRange;
}

/** The folder's spelling, by key, of those names of one draft that the folder spells otherwise. Plain data. */
export type Across = ReadonlyMap<string, Standing>;

/** The names in full of every draft of a folder, kept draft by draft. */
export interface FolderNames {
  /**
   * Takes the names of a draft as they are now; undefined where the draft is gone.
   * @returns the other drafts to read again: they spell a name otherwise than the folder does now, or did before.
   */
  set(path: string, names: readonly FullName[] | undefined): ReadonlySet<string>;
  /** What the folder spells otherwise than this draft. Returns the same object as long as its content is the same. */
  concerning(path: string): Across | undefined;
}

/** @param order of drafts: where two spellings are in equally many drafts, the one met first stands. */
export function folderNames(order: (a: string, b: string) => number): FolderNames {
  const drafts = new Map<string, readonly FullName[]>();
  const holders = new Map<string, Map<string, readonly FullName[]>>();
  /** Holds only keys that some draft has asked about: a change of any other key needs no report. */
  const standings = new Map<string, Standing | undefined>();
  const slices = new Map<string, Across>();

  function standingOf(key: string): Standing | undefined {
    if (standings.has(key)) return standings.get(key);
    const spellings = new Map<string, { text: string; drafts: number; path: string; at: LineRange }>();
    const here = holders.get(key);
    for (const path of [...(here?.keys() ?? [])].sort(order)) {
      for (const [spelling, { text, at }] of bySpelling(here?.get(path) ?? [])) {
        const had = spellings.get(spelling);
        if (had) had.drafts++;
        else spellings.set(spelling, { text, drafts: 1, path, at });
      }
    }
    const standing = spellings.size > 1 ? [...spellings.values()].sort((a, b) => b.drafts - a.drafts)[0] : undefined;
    standings.set(key, standing);
    return standing;
  }

  function put(key: string, path: string, names: readonly FullName[] | undefined): void {
    const here = holders.get(key) ?? new Map<string, readonly FullName[]>();
    if (names) holders.set(key, here.set(path, names));
    else if (here.delete(path) && !here.size) holders.delete(key);
  }

  const spellsOtherwise = (names: readonly FullName[], standing: Standing | undefined): boolean =>
    standing !== undefined && names.some(({ text }) => inText(text) !== inText(standing.text));

  return {
    set(path, names) {
      const concerned = new Set<string>();
      const [was, is] = [byKey(drafts.get(path)), byKey(names)];
      if (names) drafts.set(path, names);
      else drafts.delete(path);
      for (const key of new Set([...was.keys(), ...is.keys()])) {
        put(key, path, is.get(key));
        if (!standings.has(key)) continue;
        const before = standings.get(key);
        const same = spelled(was.get(key)) === spelled(is.get(key));
        if (same && before?.path !== path) continue;
        standings.delete(key);
        const now = standingOf(key);
        // a spelling that only moved inside its draft is not reported: others learn its place when they are read next
        if (before?.text === now?.text && before?.drafts === now?.drafts && before?.path === now?.path) continue;
        for (const [other, held] of holders.get(key) ?? [])
          if (other !== path && (spellsOtherwise(held, before) || spellsOtherwise(held, now))) concerned.add(other);
      }
      return concerned;
    },
    concerning(path) {
      const slice = new Map<string, Standing>();
      for (const [key, names] of byKey(drafts.get(path))) {
        const standing = standingOf(key);
        if (standing && spellsOtherwise(names, standing)) slice.set(key, standing);
      }
      if (!slice.size) {
        slices.delete(path);
        return undefined;
      }
      const before = slices.get(path);
      if (before && JSON.stringify([...before]) === JSON.stringify([...slice])) return before;
      slices.set(path, slice);
      return slice;
    },
  };
}

function byKey(names: readonly FullName[] = []): Map<string, FullName[]> {
  const all = new Map<string, FullName[]>();
  for (const name of names) {
    const had = all.get(name.key);
    if (had) had.push(name);
    else all.set(name.key, [name]);
  }
  return all;
}

/** The first name of each spelling. */
function bySpelling(names: readonly FullName[]): Map<string, FullName> {
  const first = new Map<string, FullName>();
  for (const name of names) if (!first.has(inText(name.text))) first.set(inText(name.text), name);
  return first;
}

const spelled = (names: readonly FullName[] = []): string => names.map(({ text }) => text).join('\n');

/** The evidence that two spellings under one key are one name; undefined where there is none, or where both spellings may stand. */
export function evidenceAcross(key: string, a: string, b: string): Evidence | undefined {
  if (inText(a) === inText(b)) return undefined;
  const known = key.startsWith('#') ? entityOf(key.slice(1)) : undefined;
  const [writtenA, writtenB] = [writtenOf(a), writtenOf(b)];
  if (known && known.type !== 'person') return areAtOdds(writtenA, writtenB) ? 'gazetteer' : undefined;
  // a form with one more middle name is another form of the name, not another spelling
  if (writtenA.words.length !== writtenB.words.length) return undefined;
  if (known) return 'gazetteer';
  let evidence: Evidence = 'format';
  for (const [i, x] of writtenA.words.entries()) {
    const y = writtenB.words[i] as string;
    if (x === y) continue;
    if (areKnownDistinct(x, y)) return undefined;
    if (sameClass(x, y)) evidence = 'given name';
    else if (strictKey(x) === strictKey(y) && (looksRomanised(x) || looksRomanised(y))) evidence = 'spelling';
    else return undefined;
  }
  return evidence;
}

const writtenOf = (text: string): Written => ({
  text,
  words: nameParts(text).map(({ form }) => form),
  article: leadingArticle(text),
});
