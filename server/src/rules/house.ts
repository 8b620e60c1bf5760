// The house: what a newsroom has decided, for every rule to read. Settings and presets fill it.
import type { Across } from '../analysis/names/across';
import type { HouseWords } from '../document/house-words';

/** A form the house writes, and what it replaces. */
export interface PreferredForm {
  readonly prefer: string;
  /** Spellings that are put into the preferred form. Matched as words, possessives and compounds included. */
  readonly instead: readonly string[];
  /** The gazetteer's entity, where it is a name: all its known spellings are meant. */
  readonly entity?: string;
  /** Another word or name may take its place unseen; a spelling of the same always may. */
  readonly bulk?: boolean;
  /** How it is known: the house's own glossary, read in its published guide, counted in its copy, or only suggested. */
  readonly basis: 'house' | 'read' | 'counted' | 'suggested';
  /** Where it was read or counted, for the message and the hover. */
  readonly source?: string;
}

export interface House {
  /** Letters composed (NFC), as stories are read. */
  readonly glossary: readonly PreferredForm[];
  /** Words of the glossary whose accents somebody typed as characters of their own: by the word as it is read, as it was typed. */
  readonly typed?: ReadonlyMap<string, string>;
  /** What the house adds to the words of every newsroom: drafts are read with them. */
  readonly words?: HouseWords;
  /** End marks are removed, or one form is demanded. */
  readonly signOff: 'forbid' | { readonly require: string };
  /** The moment of linting, ISO 8601 with a zone. Only `embargo` reads it; without one no embargo has passed. */
  readonly now?: string;
  /** Which names of this draft the drafts of its folder spell otherwise, where they are compared with one another. */
  readonly across?: Across;
}

export const noHouse: House = { glossary: [], signOff: 'forbid' };
