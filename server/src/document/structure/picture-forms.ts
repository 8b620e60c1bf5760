// The forms of a picture's words: credits, what stands in brackets behind a caption, labels.
import { data as agencies } from '../../lexicon/furniture/agencies.txt';
import { data as labels } from '../../lexicon/furniture/picture-labels.tsv';
import { data as libraries } from '../../lexicon/furniture/picture-sources.tsv';
import { pictureLabels, pictures, pictureSources } from '../../lexicon/schemas';
import { data } from '../../lexicon/furniture/pictures.tsv';
import { rowsOf } from '../../lexicon/schema';
import { rememberByText } from '../../text/memoize-by-text';
import { type FormTable, formTable, type Slots } from './form';

/** Units of the longest credit. */
export const longestCredit = 120;

/** An agency or a library that the text begins with, with nothing but a capital behind it. */
export const sourceGluedAt = (text: string): string | undefined => {
  return (gluable ??= allNames()).find(
    (name) => text.startsWith(name) && /^\p{Lu}(?:\p{Ll}+)? \p{Ll}/u.test(text.slice(name.length)),
  );
};
let gluable: readonly string[] | undefined;

const sources = () => rowsOf(pictureSources, libraries);

const allNames = (): readonly string[] => [...agencies.split('\n'), ...sources().map(({ form }) => form)];

const source = namesOf(allNames);

/** What the form of a credit may hold. */
export const pictureSlots: Slots = {
  who: whose(
    // names, and what joins those of a photographer, a paper and an agency; any other small word would make it a sentence
    /^(?:@[\w.]{1,30}|[\p{Lu}\d][\p{L}\p{M}\d.'’&_-]{0,30})(?:(?: ?[/,|] ?| (?:(?:for|via|and|of|from|at|the|de|del|da|van|von|der|bin|al|el|la|courtesy|file|handout) ){0,3})(?:@[\w.]{1,30}|[\p{Lu}\d&][\p{L}\p{M}\d.'’&_-]{0,30})){0,12}$/u,
  ),
  source,
  library: namesOf(() =>
    sources()
      .filter(({ kind }) => kind === 'library')
      .map(({ form }) => form),
  ),
  label: wordsOf('label'),
  else: wordsOf('else'),
  by: wordsOf('by'),
  given: wordsOf('given'),
  rest: /^.{1,600}$/su,
};

/** Exactly one of the names, or with its letters all capitals, "REUTERS"; of words, in any case. */
function namesOf(list: () => readonly string[], ignoreCase = false): Slots[string] {
  let known: ReadonlySet<string> | undefined;
  const read = () => new Set(list().flatMap((name) => [name, name.toUpperCase()]));
  return {
    test: (text) => (known ??= read()).has(ignoreCase ? text.toUpperCase() : text),
    get source() {
      return `^(?:${list().join('|').replaceAll('.', '\\.')})$`;
    },
    ignoreCase,
  };
}

/** Credits in any language: a draft in one holds agencies' pictures with credits in another. */
function wordsOf(kind: 'label' | 'else' | 'by' | 'given'): Slots[string] {
  return namesOf(() => rowsOf(pictureLabels, labels).flatMap((row) => (row.kind === kind ? [row.form] : [])), true);
}

/** Names, but an agency or a library may write itself small: "dpa", "Jana Roth/picture alliance". */
function whose(names: RegExp): Slots[string] {
  return {
    test: (text) => names.test(text) || owners(text).every((one) => names.test(one) || source.test(one)),
    source: names.source,
  };
}

const owners = (text: string): readonly string[] => (text.length <= longestCredit ? text.split(/ ?[/|] ?/) : [text]);

type Kind = 'credit' | 'bracket' | 'caption';
let forms: ReadonlyMap<string, FormTable<true>> | undefined;

function read(): ReadonlyMap<string, FormTable<true>> {
  const rows = rowsOf(pictures, data);
  const ofKind = (kind: string): FormTable<true> =>
    formTable(
      rows
        .filter((row) => row.kind === kind)
        .map(({ letters, form }) => ({ spelling: form, anyCase: letters === 'any', entry: true as const })),
      pictureSlots,
    );
  return new Map([...new Set(rows.map(({ kind }) => kind))].map((kind) => [kind, ofKind(kind)]));
}

export const isForm = (kind: Kind, text: string): boolean => (forms ??= read()).get(kind)?.find(text) !== undefined;

/** A photographer's credit, by its form. */
export const isPictureCredit = rememberByText((text): boolean =>
  isForm('credit', (text.endsWith('.') ? text.slice(0, -1) : text).replace(STROKE, '/').replace(COLON, ': ')),
);
const STROKE = / ?\/ ?/g;
/** "Crédit photo : AFP", with a no-break space perhaps; "Foto:dpa". */
const COLON = /[ \u00a0\u202f]?:[ \u00a0\u202f]?/g;
