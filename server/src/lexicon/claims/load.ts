// The claim lexicons, read at first use.
import { data as domainLines } from './domains.tsv';
import { data as exitPatternLines } from './exit-patterns.tsv';
import { data as exitLines } from './exits.tsv';
import { data as familyLines } from './families.tsv';
import { data as groupLines } from './groups.txt';
import { data as patternLines } from './patterns.tsv';
import { data as performativeLines } from './performatives.txt';
import { type Row, rowsOf } from '../schema';
import { lineOf } from '../sorted';
import { once } from '../../text/once';
import * as schemas from '../schemas';
import { claimClasses, domains } from '../schemas';

export { claimClasses, domains };

export type ClaimClass = (typeof claimClasses)[number];

export type Domain = (typeof domains)[number];

/** Patterns that stand for one kind of claim, with what they are worth. */
export interface Family {
  readonly id: string;
  readonly class: ClaimClass;
  /** What a story is about where its words mean this; `harm` is conflict, crime or disaster. */
  readonly domain: Domain | 'harm' | '-';
  readonly summary: string;
}

/** Why a claim may need no source. */
export interface Exit {
  readonly id: string;
  /** True where the exit is open to claims of this family. */
  readonly takes: (family: Family) => boolean;
  readonly summary: string;
}

/** By id. */
export const families = once(
  (): ReadonlyMap<string, Family> =>
    new Map(rowsOf(schemas.families, familyLines).map((family) => [family.id, family])),
);

/** By id. */
export const exits = once(
  (): ReadonlyMap<string, Exit> => new Map(rowsOf(schemas.exits, exitLines).map((row) => [row.id, readExit(row)])),
);

/** What claims look like, as {@link patternBook} takes it; a pattern stands for the family of that id. */
export const claimPatterns = (): string => patternLines;

/** What exits look like in the sentence; a pattern stands for the exit of that id. */
export const exitPatterns = (): string => exitPatternLines;

/** The domains that a word speaks of; most speak of none. */
export const domainsOfWord = (word: string): readonly Domain[] => {
  const found = lineOf(domainLines, word);
  return found === undefined ? none : (found.split(' ') as Domain[]);
};

const none: readonly never[] = [];

/** True where the word is in that group of groups.txt. Only groups that are asked for so are in what ships. */
export const inGroup = (group: string, word: string): boolean =>
  lineOf(groupLines, word)?.split(' ').includes(group) ?? false;

const performatives = once((): ReadonlySet<string> => new Set(performativeLines.split('\n')));

/** True where saying the verb is the deed: "pledge", "condemn". By its dictionary form. */
export const isPerformative = (lemma: string): boolean => performatives().has(lemma);

function readExit({ id, claims, summary }: Row<typeof schemas.exits>): Exit {
  const names = claims.split(',');
  const left = new Set(names.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const taken = new Set(names.flatMap((name): readonly string[] => classGroups[name] ?? [name]));
  return {
    id,
    takes: (family) => !left.has(family.id) && (taken.has(family.class) || taken.has(family.id)),
    summary,
  };
}

const soft: readonly ClaimClass[] = ['prediction', 'opinion', 'cause', 'motive'];
const classGroups: Readonly<Record<string, readonly ClaimClass[]>> = {
  '*': claimClasses,
  soft,
  hard: claimClasses.filter((name) => !soft.includes(name)),
};
