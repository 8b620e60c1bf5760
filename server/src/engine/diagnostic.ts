// Diagnostics: findings in the file's own offsets, as every report, editor and record gives them.
import type { InFile } from '../rules/rule';
import { lineIndex, rangeAt } from '../text/line-index';
import { isExact, toFile } from '../text/source-map';
import { inUnitsOf } from './as-typed';
import type { Found, Linted } from './lint';
import type { Diagnostic, LintRecord } from './record';

export type { Diagnostic, LintRecord };

/** @param text the file, as it was read into the story. */
export function toRecord({ story, findings, problems, typed: byHouse }: Linted, text: string): LintRecord {
  const lines = lineIndex(text);
  const typed = inUnitsOf(story, text, byHouse);
  const diagnostic = (found: Found): Diagnostic => {
    const { rule, severity, message, class: kind, elsewhere } = found;
    const inFile = found.inFile ? unseen(found.inFile, text) : toInFile(found);
    const { start, end, related, fixes } = inFile;
    return {
      rule: rule.id,
      kind: rule.kind,
      severity,
      ...(kind !== undefined && { class: kind }),
      start,
      end,
      ...rangeAt(lines, { start, end }),
      message,
      related,
      ...(elsewhere && { elsewhere }),
      fixes,
    };
  };
  const toInFile = ({ related = [], fixes = [], ...at }: Found): InFile => ({
    ...toFile(story.map, at),
    related: related.map((r) => ({ ...toFile(story.map, r), message: r.message })),
    fixes: fixes
      .filter(({ edits }) => edits.every((edit) => isExact(story.map, edit)))
      .map(({ title, apply, edits }) => ({
        title,
        apply,
        edits: edits.map((edit) => ({ ...toFile(story.map, edit), text: typed(edit.text) })),
      })),
  });
  return { diagnostics: findings.map(diagnostic), problems };
}

/** What speaks of the file itself may change what nobody sees, and nothing else. */
const unseen = (found: InFile, text: string): InFile => ({
  ...found,
  fixes: found.fixes.filter(({ edits }) =>
    edits.every((edit) => seen(edit.text) === seen(text.slice(edit.start, edit.end))),
  ),
});

const seen = (text: string): string => text.replace(/[\s\p{Cf}\u0085]+/gu, '');
