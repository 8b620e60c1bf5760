// How many findings `--fix` would put right: counted, since a fix that is safe by itself may undo another's work, and is then nobody's.
import type { PreferredForm } from '../rules/house';
import { applyEdits, type TextEdit } from '../text/edit';
import { byPosition } from '../text/span';
import type { Diagnostic } from './diagnostic';
import { fixUntilStable, together } from './fix';
import { unseenFix, unseenFixes } from './unseen';

/**
 * The fixes are made only where they could wake an entry of the glossary, since only entries undo one another and making them means to
 * read the text again.
 * @param lint the diagnostics of a text.
 */
export function fixableIn(
  text: string,
  diagnostics: readonly Diagnostic[],
  glossary: readonly PreferredForm[],
  lint: (text: string) => readonly Diagnostic[],
): number {
  return wakes(text, diagnostics, glossary)
    ? fixUntilStable(text, lint).applied
    : diagnostics.filter((one) => unseenFix(one)).length;
}

/** Whether a form that an entry of the house replaces stands where a fix has put something. A preset is at peace with itself. */
function wakes(text: string, diagnostics: readonly Diagnostic[], glossary: readonly PreferredForm[]): boolean {
  const replaced = replacedIn(glossary);
  if (!replaced.length) return false;
  const edits = together(unseenFixes(diagnostics))
    .flatMap((fix) => fix.edits)
    .filter((edit) => edit.text !== '')
    .sort(byPosition);
  if (!edits.length) return false;
  const after = applyEdits(text, edits);
  let grown = 0;
  const written = edits.map((edit) => {
    const words = around(after, edit, grown);
    grown += edit.text.length - (edit.end - edit.start);
    return words;
  });
  const all = [...new Set(written)].join('\n');
  return replaced.some((form) => all.includes(form));
}

const known = new WeakMap<readonly PreferredForm[], readonly string[]>();

function replacedIn(glossary: readonly PreferredForm[]): readonly string[] {
  let replaced = known.get(glossary);
  if (!replaced) {
    const own = glossary.filter(({ basis }) => basis === 'house');
    known.set(glossary, (replaced = own.flatMap(({ instead }) => instead.map((form) => form.toLowerCase()))));
  }
  return replaced;
}

/** What stands there then, with the words beside it. */
const around = (after: string, { start, text }: TextEdit, grown: number): string =>
  after.slice(Math.max(0, start + grown - BESIDE), start + grown + text.length + BESIDE).toLowerCase();

const BESIDE = 30;
