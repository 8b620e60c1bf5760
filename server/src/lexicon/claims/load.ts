// The claim lexicons, read at first use.
import { data as domainLines } from './domains.tsv';
import { data as exitPatternLines } from './exit-patterns.tsv';
import { data as exitLines } from './exits.tsv';
import { data as familyLines } from './families.tsv';
import { data as groupLines } from './groups.txt';
import { readEntry } from './inflect';
import { data as patternLines } from './patterns.tsv';
import { data as performativeLines } from './performatives.txt';
import { type Row, rowsOf } from '../schema';
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

export interface Words {
  readonly words: ReadonlySet<string>;
  readonly phrases: readonly (readonly string[])[];
}

export interface ClaimLexicon {
  readonly groups: ReadonlyMap<string, Words>;
  readonly families: ReadonlyMap<string, Family>;
  readonly patterns: readonly (readonly [pattern: string, family: Family])[];
  readonly exits: ReadonlyMap<string, Exit>;
  readonly exitPatterns: readonly (readonly [pattern: string, exit: Exit])[];
  readonly domains: ReadonlyMap<Domain, ReadonlySet<string>>;
}

let known: ClaimLexicon | undefined;

export function claimLexicon(): ClaimLexicon {
  if (known) return known;
  const groups = readGroups(groupLines);
  const families = new Map(rowsOf(schemas.families, familyLines).map((family) => [family.id, family]));
  const exits = new Map(rowsOf(schemas.exits, exitLines).map((row) => [row.id, readExit(row)]));
  return (known = {
    groups,
    families,
    patterns: patternsOf(rowsOf(schemas.patterns, patternLines), families),
    exits,
    exitPatterns: patternsOf(rowsOf(schemas.exitPatterns, exitPatternLines), exits),
    domains: readDomains(groups),
  });
}

const patternsOf = <T>(
  rows: readonly { readonly id: string; readonly pattern: string }[],
  by: ReadonlyMap<string, T>,
): (readonly [string, T])[] => rows.map(({ id, pattern }) => [pattern, by.get(id) as T] as const);

let verbs: ReadonlySet<string> | undefined;

/** True where saying the verb is the deed: "pledge", "condemn". By its dictionary form. */
export const isPerformative = (lemma: string): boolean => (verbs ??= new Set(performativeLines.split('\n'))).has(lemma);

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

/** Lines `name: entries`; see groups.txt for how entries are written. */
export function readGroups(lines: string): Map<string, Words> {
  const groups = new Map<string, { words: Set<string>; phrases: string[][] }>();
  for (const line of lines.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const group = groups.get(name) ?? { words: new Set(), phrases: [] };
    groups.set(name, group);
    for (const entry of line
      .slice(colon + 1)
      .trim()
      .split(/\s+/))
      add(group, entry, groups);
  }
  return groups;
}

function add(
  group: { words: Set<string>; phrases: string[][] },
  entry: string,
  groups: ReadonlyMap<string, Words>,
): void {
  if (entry.startsWith('<')) {
    const other = groups.get(entry.slice(1, -1));
    if (!other) throw new Error(`groups.txt: ${entry} stands nowhere above`);
    for (const word of other.words) group.words.add(word);
    group.phrases.push(...other.phrases.map((phrase) => [...phrase]));
  } else if (!entry.includes('_') && !entry.includes('~')) group.words.add(entry);
  else {
    for (const phrase of readEntry(entry)) {
      if (phrase.length > 1) group.phrases.push([...phrase]);
      else group.words.add(phrase[0] as string);
    }
  }
}

function readDomains(groups: ReadonlyMap<string, Words>): Map<Domain, ReadonlySet<string>> {
  const found = new Map<Domain, Set<string>>();
  for (const { domain, entries } of rowsOf(schemas.domainWords, domainLines)) {
    const group = { words: found.get(domain) ?? new Set<string>(), phrases: [] };
    for (const entry of entries) add(group, entry, groups);
    found.set(domain, group.words);
  }
  return found;
}
