// A case of a rule, run: the marks stripped, the text linted, spans and rules compared, each fix made and the text linted again.
import type { Case } from '../rules/case-file';
import { applyEdits } from '../text/edit';
import type { Diagnostic } from './record';

/** What is not as the case has it, a sentence each; none where it holds. @param lint the rules that the case is of. */
export function faultsOfCase(one: Case, lint: (text: string) => readonly Diagnostic[]): readonly string[] {
  const found = lint(one.text);
  const key = ({ rule, start, end }: { rule: string; start: number; end: number }): string => `${rule} ${start} ${end}`;
  const wanted = new Set(one.expected.map(key));
  const told = new Set(found.map(key));
  const words = ({ start, end }: { start: number; end: number }): string => `“${one.text.slice(start, end)}”`;
  return [
    ...found.flatMap((f) => (wanted.has(key(f)) ? [] : [`${f.rule} marks ${words(f)}, which the case does not.`])),
    ...one.expected.flatMap((e) => {
      if (!told.has(key(e))) return [`${e.rule} does not mark ${words(e)}, which the case does.`];
      const diagnostic = found.find((f) => key(f) === key(e)) as Diagnostic;
      return faultsOfFix(one, e, diagnostic, lint);
    }),
  ];
}

function faultsOfFix(
  { text }: Case,
  { start, end, rule, becomes }: Case['expected'][number],
  { fixes, kind }: Diagnostic,
  lint: (text: string) => readonly Diagnostic[],
): readonly string[] {
  const words = `“${text.slice(start, end)}”`;
  const [fix] = fixes.filter(({ edits }) => edits.length);
  if (!fix) return becomes === undefined ? [] : [`${rule} offers no fix for ${words}.`];
  const fixed = applyEdits(text, fix.edits);
  if (becomes !== undefined) {
    // what is taken out goes with the space before it; what is put in stands where the old words stood
    const want = becomes
      ? text.slice(0, start) + becomes + text.slice(end)
      : `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`;
    if (squeeze(fixed) !== squeeze(want)) return [`The fix of ${rule} at ${words} makes “${squeeze(fixed)}”.`];
  }
  const left = lint(fixed).filter((d) => d.rule === rule).length;
  const before = lint(text).filter((d) => d.rule === rule).length;
  return kind === 'fix' && left >= before ? [`The fix of ${rule} at ${words} leaves the fault.`] : [];
}

/** White space and the commas of what was taken out do not count. */
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
