// Diagnostics: findings in the file's own offsets, as every report, editor and record gives them.
import type { InFile } from '../rules/rule';
import { seen } from '../text/letters';
import { lineIndex, positionAt, rangeAt } from '../text/line-index';
import { toFile } from '../text/source-map';
import { inUnitsOf } from './as-typed';
import type { Found, Linted } from './lint';
import { placerOf } from './placing';
import type { Diagnostic, LintRecord } from './record';
import { inTurn, speakersLast } from './unseen';

export type { Diagnostic, LintRecord };

/** @param text the file, as it was read into the story. */
export function toRecord({ story, findings, problems, typed: byHouse }: Linted, text: string): LintRecord {
  const lines = lineIndex(text);
  const typed = inUnitsOf(story, text, byHouse);
  const placer = placerOf(story, text);
  const diagnostic = (found: Found): Diagnostic => {
    const { rule, severity, class: kind, elsewhere } = found;
    const inFile = found.inFile ? unseen(found.inFile) : toInFile(found);
    const { start, end, related, fixes } = inFile;
    const message = found.message + (found.inFile ? saysInTheWay(found.inFile, fixes) : '');
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
    fixes: speakersLast(
      fixes.flatMap(({ title, apply, edits, speaker }) => {
        const written = edits.map((edit) => ({ ...edit, text: typed(edit.text) }));
        const placed = placer.place(written);
        if (!placed) return [];
        const inOrder = inTurn(apply, placer, written, placed);
        return [{ title, apply: inOrder, edits: placed, ...(speaker !== undefined && { speaker }) }];
      }),
    ),
  });
  // what speaks of the file itself may change what nobody sees, and nothing else
  const unseen = (found: InFile): InFile => ({
    ...found,
    fixes: found.fixes.filter(
      ({ edits }) =>
        edits.every((edit) => seen(edit.text) === seen(text.slice(edit.start, edit.end))) && placer.keepsMarkup(edits),
    ),
  });
  const saysInTheWay = ({ fixes: wanted }: InFile, left: InFile['fixes']): string => {
    const edits = left.length ? [] : wanted.flatMap((fix) => fix.edits);
    const first = edits.find((edit) => !placer.keepsMarkup([edit]));
    return first
      ? ` No fix is offered: without the one in line ${positionAt(lines, first.start).line}, Markdown might read something else there.`
      : '';
  };
  const diagnostics = findings.map(diagnostic);
  return { diagnostics, problems: placer.isTired ? [...problems, TIRED] : problems };
}

const TIRED: LintRecord['problems'][number] = {
  code: 'fixes-withheld',
  message:
    'Some fixes were not offered: whether they leave the markup of so long a passage whole would take too long to find out. Fix these by hand, or break the passage up.',
};
