// What the checks of the lexicons ask of the program itself, so that they read an entry as it does.
import { matchesIn } from '../../server/src/language/patterns';
import { patternBook } from '../../server/src/language/pattern-book';
import { compilePatterns, type Groups, literalsOf } from '../../server/src/language/pattern-source';
import { readParagraph } from '../../server/src/document/segment/paragraph';
import { tokenise } from '../../server/src/document/segment/tokens';
import { advisorySlots } from '../../server/src/document/structure/advisory';
import { controlSlots } from '../../server/src/document/structure/controls';
import { formTable, readForm, type Slots } from '../../server/src/document/structure/form';
import { footSlots } from '../../server/src/document/structure/foot-notes';
import { noteSlots } from '../../server/src/document/structure/notes';
import { pictureSlots } from '../../server/src/document/structure/picture-forms';
import { releaseSlots } from '../../server/src/document/structure/release-forms';
import { signOffSlots } from '../../server/src/document/structure/sign-off-forms';
import { readEntry } from '../../server/src/lexicon/claims/inflect';
import { readGroups } from '../../server/src/lexicon/claims/groups';

export { literalsOf };

/** What forms may hold, by the table that they stand in. */
const slots: Readonly<Record<string, Slots>> = {
  'furniture/advisories.tsv': advisorySlots,
  'furniture/controls.txt': controlSlots,
  'furniture/pointers.txt': controlSlots,
  'furniture/foot-notes.tsv': footSlots,
  'furniture/notes.tsv': noteSlots,
  'furniture/pictures.tsv': pictureSlots,
  'furniture/releases.tsv': releaseSlots,
  'furniture/sign-offs.tsv': signOffSlots,
};

/** @throws an error where the form has a slot that nobody describes. */
export function checkForm(file: string, spelling: string): void {
  const known = slots[file];
  if (known) readForm(spelling, known, false);
}

/** True where the text has the form, alone in its table. */
export function fitsForm(file: string, spelling: string, anyCase: boolean, text: string): boolean {
  return formTable([{ spelling, anyCase, entry: true }], slots[file] ?? {}).find(text) ?? false;
}

/** The tokens of a word as it stands in copy: "jan." is one where it is written "Jan.". */
export function tokensOf(text: string): readonly string[] {
  const { word } = tokenise(text);
  return word.length > 1 ? tokenise(text.slice(0, 1).toUpperCase() + text.slice(1)).word : word;
}

/** The words that an entry of a group stands for. */
export const entryWords = (entry: string): readonly string[] => readEntry(entry).flat();

/** @param rows name and entries. A group that is named but nowhere is left out: the row that names it is told of. */
export function groupsOf(rows: readonly (readonly string[])[]): Groups {
  const known = new Set(rows.map(([name]) => `<${name}>`));
  const lines = rows.map(([name, entries = '']) => {
    const there = entries.split(' ').filter((entry) => !entry.startsWith('<') || known.has(entry));
    return `${name}: ${there.join(' ')}`;
  });
  return readGroups(lines.join('\n'));
}

/** True where the pattern by itself stands in the text. */
export function fits(pattern: string, text: string, groups: Groups): boolean {
  const paragraph = readParagraph(text, 'paragraph', false);
  const book = patternBook(compilePatterns([[pattern, '']], groups), () => true);
  return paragraph.sentences.some((sentence) => matchesIn(book, paragraph, sentence).length > 0);
}
