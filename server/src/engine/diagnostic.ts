// Diagnostics: findings in the file's own offsets, as every report, editor and record gives them.
import { lineIndex, rangeAt } from '../text/line-index';
import { isExact, toFile } from '../text/source-map';
import type { Found, Linted } from './lint';
import type { Diagnostic, LintRecord } from './record';

export type { Diagnostic, LintRecord };

/** @param text the file, as it was read into the story. */
export function toRecord({ story, findings, problems }: Linted, text: string): LintRecord {
  const lines = lineIndex(text);
  const diagnostic = ({ rule, severity, message, ...finding }: Found): Diagnostic => {
    const { start, end } = toFile(story.map, finding);
    return {
      rule: rule.id,
      kind: rule.kind,
      severity,
      ...(finding.class !== undefined && { class: finding.class }),
      start,
      end,
      ...rangeAt(lines, { start, end }),
      message,
      related: (finding.related ?? []).map((r) => ({ ...toFile(story.map, r), message: r.message })),
      ...(finding.elsewhere && { elsewhere: finding.elsewhere }),
      fixes: (finding.fixes ?? [])
        .filter(({ edits }) => edits.every((edit) => isExact(story.map, edit)))
        .map(({ title, apply, edits }) => ({
          title,
          apply,
          edits: edits.map((edit) => ({ ...toFile(story.map, edit), text: edit.text })),
        })),
    };
  };
  return { diagnostics: findings.map(diagnostic), problems };
}
