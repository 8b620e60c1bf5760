// The names of a whole folder: one entry for each name, with every spelling and the drafts that have it.
import type { NameType } from '../analysis/names/entities';
import type { RollEntry } from '../analysis/names/roll';
import type { House } from '../rules/house';
import { preferredForms } from '../rules/preferred';

/** A draft's names, and the house that it is written for. */
export interface DraftNames {
  readonly path: string;
  readonly roll: readonly RollEntry[];
  readonly house: House;
}

/** A contract: fields may be added, never changed. */
export interface FolderName {
  /** The house's form; else the full spelling that most drafts have. */
  readonly preferred: string;
  readonly type: NameType;
  readonly spellings: readonly FolderSpelling[];
}

export interface FolderSpelling {
  readonly text: string;
  /** How often it stands in each draft that has it. */
  readonly drafts: readonly { readonly path: string; readonly times: number }[];
}

interface Growing {
  readonly type: NameType;
  readonly spellings: Map<
    string,
    { readonly text: string; full: boolean; readonly drafts: FolderSpelling['drafts'][number][] }
  >;
  readonly decided: string | undefined;
}

/** In order of the alphabet, capitals aside. */
export function folderList(drafts: Iterable<DraftNames>): FolderName[] {
  const names = new Map<string, Growing>();
  for (const { path, roll, house } of drafts) {
    const { byEntity } = preferredForms(house, false);
    for (const { key, text, type, times, full } of roll) {
      const name = names.get(key) ?? {
        type,
        spellings: new Map(),
        decided: key.startsWith('#') ? byEntity.get(key.slice(1))?.prefer : undefined,
      };
      names.set(key, name);
      const had = name.spellings.get(text);
      if (!had) name.spellings.set(text, { text, full, drafts: [{ path, times }] });
      else {
        had.full ||= full;
        had.drafts.push({ path, times });
      }
    }
  }
  return [...names.values()].map(finished).sort(byName);
}

const byName = ({ preferred: a }: FolderName, { preferred: b }: FolderName): number => {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x === y ? 0 : x < y ? -1 : 1;
};

function finished({ type, spellings, decided }: Growing): FolderName {
  const all = [...spellings.values()];
  const ranked = [...all].sort((a, b) => Number(b.full) - Number(a.full) || b.drafts.length - a.drafts.length);
  return {
    preferred: decided ?? ranked[0]?.text ?? '',
    type,
    spellings: all.map(({ text, drafts }) => ({ text, drafts })),
  };
}
