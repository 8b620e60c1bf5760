// The lists in copydesk.json that add to what the desk knows: what may stand in them, and what becomes of it.
import { type HouseWords, joinedWords, type ListName, listNames } from '../document/house-words';
import { isClosed } from '../language/word-classes';
import { verbForm } from '../language/verb-forms';
import { isPlainWord } from '../lexicon/plain-words';

/** One sentence each, for the settings page and for editors that complete. */
export const listDescriptions: Readonly<Record<ListName, string>> = {
  placeholders:
    'What this house leaves where a fact is still to come, as it writes it: "NAMETK", "¿firm?". `placeholder` finds them.',
  endMarks:
    'What it ends a story with, as it writes it: "-slut-", "/ends". `wire-sign-off` finds them as a line of their own at the end, and behind the last sentence.',
  weakSources:
    'Sources that it always asks about, by their words: "people in the know". `vague-source` asks where such a one tells something, and nobody with a name does.',
  titles:
    'Words before a name that are none of it: "Statsråd", "Kand.". Names are then read without them, and one that is written with and without is the same.',
  agencies:
    'Agencies as they write themselves: "NTB". Then they are read in datelines, credit lines and sign-offs as others are.',
  pageControls:
    'Labels of its own pages, that are pasted with the copy: "Les mer". `web-remnant` finds a line that is one, and one of several words behind a paragraph’s end.',
  loadedVerbs:
    'Verbs that it asks about where they tell what somebody says: "thunder", "hit back". `loaded-verb` does; one that the desk knows too is then asked about without the option `every`.',
};

/** Longest entry, in UTF-16 units, and most entries of a list: what goes beyond is no work of a person’s. */
export const LONGEST_ENTRY = 100;
const MOST_ENTRIES = 2000;

/** What is wrong with an entry, as the end of a sentence that names it; nothing where it is in order. */
export function faultOf(list: ListName, entry: string): string | undefined {
  const text = entry.trim();
  if (text === '') return 'holds nothing. Take it out.';
  if (text.length > LONGEST_ENTRY)
    return `is longer than ${LONGEST_ENTRY} characters, and so is no word or mark of a newsroom’s. Shorten it.`;
  if (/[\r\n]/.test(text)) return 'goes over a line’s end. Write the lines as entries of their own.';
  if (text.length === 1 && (list !== 'endMarks' || /[\p{L}\p{N}.,;:!?'"]/u.test(text)))
    return `is one character, "${text}", and would be found everywhere. Write all of the mark.`;
  const word = text.toLowerCase();
  if (isClosed(word))
    return `is "${text}", one of the commonest words there are, and would be found everywhere. Write more of what is meant.`;
  if (list === 'placeholders' && TEMPLATE.test(text))
    return `is "${text}", which is written as a template is, and these are no copy and never read. Choose another mark.`;
  if (list === 'placeholders' && /\p{Ll}/u.test(text) && isPlainWord(word))
    return `is "${text}", a word of the language, and would be found in any copy. Write it as no copy does, "${text.toUpperCase()}".`;
  if (list === 'loadedVerbs' && verbForm(word.split(/\s/)[0] ?? '')?.lemma === 'say')
    return `is "${text}", the neutral verb that others are held against. Take it out.`;
  return undefined;
}

/** What other programs put words in the place of: hidden before a paragraph is read. */
const TEMPLATE = /\[\[|\{\{|\{%|<%|\$\{/;

/** An entry that does not count, with its place in the settings, and why. */
export interface ListFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** @param lists as a file has them, whatever it may be: what is no text is the schema's to tell. */
export function listFaults(lists: unknown, above: readonly (string | number)[]): ListFault[] {
  return listNames.flatMap((name) => {
    const entries = (Object(lists) as Partial<Record<ListName, unknown>>)[name];
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry: unknown, i): ListFault[] => {
      const path = [...above, name, i];
      const why = typeof entry === 'string' ? faultOf(name, entry) : undefined;
      return why === undefined ? [] : [{ path, message: `"${path.join('.')}" ${why}` }];
    });
  });
}

/** The name of a list that holds more than can be looked through in time. */
export const overlongList = (lists: unknown): ListName | undefined =>
  listNames.find((name) => {
    const entries = (Object(lists) as Partial<Record<ListName, unknown>>)[name];
    return Array.isArray(entries) && entries.length > MOST_ENTRIES;
  });

/** The lists of several files as one, letters composed as stories are read; nothing where none has an entry. */
export const wordsOf = (all: readonly (HouseWords | undefined)[]): HouseWords | undefined =>
  joinedWords(all.flatMap((lists) => (lists ? [composed(lists)] : [])));

const composed = (lists: HouseWords): HouseWords =>
  Object.fromEntries(
    Object.entries(lists).map(([name, entries]) => [
      name,
      entries.map((entry) => entry.trim().replace(/\s+/g, ' ').normalize('NFC')),
    ]),
  );
