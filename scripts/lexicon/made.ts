// What the build makes of tables whose rows are not what a draft asks for: of verbs the forms that copy has, of names the words that
// they are found by. So no run makes it at its start: it finds a word's line in what ships (server/src/lexicon/sorted.ts).
//
// Nothing that is imported here may read a table that is made here.
import { add, readGroups, type Words } from '../../server/src/lexicon/claims/groups';
import { bare, nameWords } from '../../server/src/analysis/transliteration/letters';
import { Form, inflect, irregularVerbs, thirdOrPlural } from '../../server/src/language/morphology';
import { compilePatterns } from '../../server/src/language/pattern-source';

type Cells = readonly string[];

export { compilePatterns, readGroups };

/** Words with what each is, as a sorted table: `word<TAB>name name`. @param lists name and words. */
export function byWord(lists: Iterable<readonly [name: string, words: Iterable<string>]>): string[] {
  const names = new Map<string, Set<string>>();
  for (const [name, words] of lists)
    for (const word of words) names.set(word, (names.get(word) ?? new Set()).add(name));
  return sorted([...names].map(([word, all]) => [word, [...all].join(' ')]));
}

const sorted = (rows: readonly (readonly [key: string, value: string])[]): string[] =>
  [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map((row) => row.join('\t'));

/** Each form of the verbs, the irregular ones too: its lemma ({@link ending}), the bits of {@link Form}, and "noun" where it is one as often. */
export function verbForms(rows: readonly Cells[]): string[] {
  const map = new Map<string, { readonly lemma: string; readonly forms: number; readonly noun: boolean }>();
  const listed = rows.map(([row = '']) => row.split(' ') as [lemma: string, noun?: string]);
  const names = new Set(listed.map(([lemma]) => lemma));
  const others = [...irregularVerbs().keys()].filter((lemma) => !names.has(lemma) && !auxiliaries.has(lemma));
  for (const [lemma, noun] of [...listed, ...others.map((one): [string] => [one])]) {
    for (const [form, is] of inflect(lemma)) {
      const other = map.get(form);
      // "found" is the past of "find" first, and the base of another verb
      const first = other && (other.forms & Form.base || !(is & Form.base)) && !(is & Form.base);
      if (!other) map.set(form, { lemma, forms: is, noun: noun !== undefined });
      else if (other.lemma === lemma || !first) map.set(form, { ...other, forms: other.forms | is });
      else map.set(form, { lemma, forms: other.forms | is, noun: other.noun });
    }
  }
  return sorted(
    [...map].map(([form, { lemma, forms, noun }]) => [form, `${ending(form, lemma)} ${forms}${noun ? ' noun' : ''}`]),
  );
}

/** How to make one word of another: how many letters go from its end, and what comes there. "tried", "try": `3y`. */
function ending(from: string, to: string): string {
  let same = 0;
  while (same < from.length && from[same] === to[same]) same++;
  return `${from.length - same}${to.slice(same)}`;
}

const auxiliaries: ReadonlySet<string> = new Set(['have', 'do']);

/** Each form of the verbs that attribute: lemma ({@link ending}), kind, the bits of {@link Form}, and what the verb needs beside it, with commas. */
export function speechVerbs(rows: readonly Cells[]): string[] {
  const map = new Map<string, { lemma: string; kind: string; forms: number; frames: Set<string> }>();
  for (const [head = '', lemmas = ''] of rows) {
    const [kind = '', frames = ''] = head.split('; ');
    for (const lemma of lemmas.split(' ')) {
      for (const [form, is] of inflect(lemma)) {
        const entry = map.get(form) ?? { lemma, kind, forms: 0, frames: new Set() };
        map.set(form, entry);
        for (const frame of frames.split(' ')) entry.frames.add(frame);
        // a participle tells what the past tells: "known" is no word of its own here
        entry.forms |= is & Form.participle ? is | Form.past : is;
      }
    }
  }
  return sorted(
    [...map].map(([form, { lemma, kind, forms, frames }]) => [
      form,
      [ending(form, lemma), kind, forms, ...frames].join(' '),
    ]),
  );
}

/** Words of such lists, and their plurals. */
export const withPlurals = (rows: readonly Cells[]): [string, string[]][] =>
  rows.map(([name = '', words = '']) => [name, words.split(' ').flatMap((word) => [word, thirdOrPlural(word)])]);

export function domainWords(rows: readonly Cells[], groups: ReadonlyMap<string, Words>): string[] {
  return byWord(
    rows.map(([domain = '', entries = '']) => {
      const group = { words: new Set<string>(), phrases: [] };
      for (const entry of entries.split(' ')) add(group, entry, groups);
      return [domain, group.words];
    }),
  );
}

/**
 * The rows, each with the comparable words of its spellings behind; how many words the longest has; and a sorted table of these words:
 * which rows they are a spelling of, whose letters they are without spaces, whose surname (row and number of words), and whether a
 * spelling begins with them.
 */
export function gazetteer(rows: readonly Cells[]): string[] {
  const found = new Map<
    string,
    [words: Set<string>, letters: Set<string>, surnames: Set<string>, first: Set<string>]
  >();
  const file = (key: string, place: 0 | 1 | 2 | 3, value: string): void => {
    if (place < 3 && key.length < SHORTEST_NAME) return;
    const entry = found.get(key) ?? [new Set(), new Set(), new Set(), new Set()];
    found.set(key, entry);
    entry[place].add(value);
  };
  let longest = 1;
  rows.forEach(([, kind, , spellings = ''], row) => {
    for (const spelling of spellings.split('|')) {
      const words = nameWords(spelling);
      if (!words.length) continue;
      longest = Math.max(longest, words.length);
      file(words[0] as string, 3, 'begins');
      file(words.join(' '), 0, `${row}`);
      file(words.join(''), 1, `${row}`);
      if (kind === 'person') file(words.at(-1) as string, 2, `${row}:${words.length}`);
    }
  });
  const index = sorted([...found].map(([key, all]) => [key, all.map((values) => [...values].join(' ')).join('\t')]));
  return [...rows.map((cells) => cells.join('\t')), '=', `${longest}`, '=', ...index];
}

/** A shorter word is no sign of anybody. */
const SHORTEST_NAME = 3;

/** Each spelling with the number of its class; the first class that has it. */
export function givenNames(rows: readonly Cells[]): string[] {
  const classes = new Map<string, string>();
  rows.forEach(([line = ''], i) => {
    for (const word of bare(line).split(' ')) if (!classes.has(word)) classes.set(word, `${i}`);
  });
  return sorted([...classes]);
}

/** Two names with a space between, by their letters alone. */
export const distinctNames = (rows: readonly Cells[]): string[] =>
  rows
    .map((cells) => {
      const [a = '', b = ''] = cells.slice(0, 2).map((name) => nameWords(name).join(''));
      return a < b ? `${a} ${b}` : `${b} ${a}`;
    })
    .sort();
