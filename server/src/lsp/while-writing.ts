// What is shown of a draft while somebody writes it: a query on a sentence that is not yet written waits until the writer rests.
import type { Diagnostic as Shown } from 'vscode-languageserver-types';
import { canWait, REST, unfinished } from '../engine/writing';
import { overlaps } from '../text/span';
import type { OpenDraft } from './open-drafts';
import type { Reading } from './reading';

/** @param rested called once the writer rests, where something waits for that. */
export function shownNow(
  draft: OpenDraft,
  { story, text, record, shown }: Reading,
  rested: () => void,
): readonly Shown[] {
  if (draft.writing === undefined) return shown;
  const rests = draft.writing.since + REST - performance.now();
  const waits = rests > 0 ? unfinished(story, text, draft.writing.at) : undefined;
  if (!waits) return shown;
  const items = shown.filter((_, i) => {
    const finding = record.diagnostics[i];
    return !(finding && canWait(finding) && overlaps(finding, waits));
  });
  if (items.length < shown.length) {
    draft.writing.timer ??= setTimeout(() => {
      draft.writing = undefined;
      rested();
    }, rests);
  }
  return items;
}
