// Across stories: how a folder of drafts spells each name, and which spelling stands. Keys bring names together, so the cost is
// that of the rolls; what is not sure is left out, for the same letters in two stories may be two people.
import { sameClass } from '../transliteration/given-names';
import { leadingArticle, nameParts, strictKey } from '../transliteration/letters';
import { looksRomanised } from './evidence';
import { areKnownDistinct, gazetteer } from './gazetteer';
import { areAtOdds, inText } from './known';
import type { RollEntry } from './roll';
import type { Evidence, Written } from './variant';

/** The spelling that stands for a name in a folder. */
export interface Standing {
  readonly text: string;
  /** How many drafts spell it so, and the first of them. */
  readonly drafts: number;
  readonly path: string;
}

/** By key, the names that the folder spells in more than one way. Plain data. */
export type Across = ReadonlyMap<string, Standing>;

interface Counted extends Standing {
  drafts: number;
  /** The draft that was counted last. */
  last: string;
}

/** @param rolls by path, in a stable order: of spellings in as many drafts, the first to be met stands. */
export function acrossOf(rolls: Iterable<readonly [path: string, roll: readonly RollEntry[]]>): Across {
  const names = new Map<string, Map<string, Counted>>();
  for (const [path, roll] of rolls) {
    for (const { key, text, full } of roll) {
      if (!full) continue;
      const spellings = names.get(key) ?? new Map<string, Counted>();
      names.set(key, spellings);
      const had = spellings.get(inText(text));
      if (!had) spellings.set(inText(text), { text, drafts: 1, path, last: path });
      else if (had.last !== path) {
        had.drafts++;
        had.last = path;
      }
    }
  }
  const across = new Map<string, Standing>();
  for (const [key, spellings] of names) {
    if (spellings.size < 2) continue;
    const [{ text, drafts, path }] = [...spellings.values()].sort((a, b) => b.drafts - a.drafts) as [Counted];
    across.set(key, { text, drafts, path });
  }
  return across;
}

/** What says that two spellings under one key are one name in two stories; `undefined` where nothing does, or where both may stand. */
export function evidenceAcross(key: string, a: string, b: string): Evidence | undefined {
  if (inText(a) === inText(b)) return undefined;
  const known = key.startsWith('#') ? gazetteer().entities.get(key.slice(1)) : undefined;
  const [writtenA, writtenB] = [writtenOf(a), writtenOf(b)];
  if (known && known.type !== 'person') return areAtOdds(writtenA, writtenB) ? 'gazetteer' : undefined;
  // a middle name more is another form of the name, no other spelling
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
