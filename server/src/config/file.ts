// The shape of copydesk.json, after it has been read and found valid.
import type { FieldMap } from '../document/draft';
import type { HouseWords } from '../document/house-words';
import type { Genre } from '../document/story';
import type { HouseRuleEntry } from '../rules/as-data/spec';
import type { PreferredForm } from '../rules/house';
import type { Severity } from '../rules/severity';

export type RuleEntry = Severity | 'off' | readonly [Severity | 'off', Readonly<Record<string, unknown>>?];

export interface SettingsFile {
  /** Names of presets or house packs, or paths that stay inside the root. Later ones win. Default `recommended`. */
  readonly extends?: string | readonly string[];
  readonly rules?: Readonly<Record<string, RuleEntry>>;
  /** The house's own, by id. */
  readonly houseRules?: Readonly<Record<string, HouseRuleEntry>>;
  readonly glossary?: readonly (Pick<PreferredForm, 'prefer'> & Partial<PreferredForm>)[];
  /** What this house adds to the words that the desk knows of every newsroom. */
  readonly lists?: HouseWords;
  readonly signOff?: 'forbid' | { readonly require: string };
  readonly genre?: Genre;
  readonly date?: string;
  /** Where the copy stands in JSON files whose shape nobody knows: paths, by what they lead to. */
  readonly fields?: FieldMap;
  readonly ignore?: readonly string[];
  /** Globs of files that are drafts although their kind is not read unasked: HTML, XML. */
  readonly include?: readonly string[];
  /** Drafts below one root that say so are compared: a name that they spell in more than one way is marked. */
  readonly across?: boolean;
  readonly overrides?: readonly Override[];
  /** Stops the search upwards for more settings. */
  readonly root?: boolean;
}

/** Globs are relative to the file that holds them; a later override wins. */
export interface Override
  extends Pick<SettingsFile, 'extends' | 'rules' | 'lists' | 'genre' | 'date' | 'fields' | 'across'> {
  readonly files: string | readonly string[];
}
