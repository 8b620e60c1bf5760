// Code actions: what a person can do about a finding, for the menu to put in order. None is preferred but what is safe unseen.
import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import type { SnippetTextEdit, Diagnostic as Shown } from 'vscode-languageserver-types';
import type { Diagnostic } from '../../engine/diagnostic';
import { unseenFix } from '../../engine/unseen';
import { GAP } from '../../rules/gap';
import type { TextEdit } from '../../text/edit';
import { lineIndex } from '../../text/line-index';
import { toEdit } from '../convert';
import type { OpenDraft } from '../open-drafts';
import { touch } from '../positions';
import type { Reading } from '../reading';
import { isRead, type Session } from '../session';
import { clearHere } from './clear-here';
import { fixAll, fixAllKind, fixesOfRule } from './fix-all';
import { menuOf } from './menu';
import { nameActions } from './name-actions';
import { clearings, manuals, quiet } from './clear-or-turn-off';

/** A finding with what the client was shown of it. */
export interface Here {
  readonly finding: Diagnostic;
  readonly shown: Shown;
  /** In the reading's record. */
  readonly index: number;
}

/** Findings that one menu is about at most: a selection of the whole draft is no question about each. */
const MOST = 25;

export async function codeActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const draft = session.drafts.get(textDocument.uri);
  if (!draft) return [];
  const { reading, items } = await session.shown(draft);
  if (!isRead(reading)) return [];
  const edits = editsFor(session, draft, reading);
  const wants = (kind: string): boolean =>
    !context.only || context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const visible = new Set(items);
    const here = reading.record.diagnostics
      .map((finding, index) => ({ finding, index, shown: reading.shown[index] as Shown }))
      .filter(({ shown }) => visible.has(shown) && touch(shown.range, range))
      .slice(0, MOST);
    actions.push(
      ...menuOf(session, draft, reading, here, {
        fixes: here.flatMap((one) => fixes(one, edits)),
        all: fixesOfRule(reading, here, edits),
        names: nameActions(session, reading, here, edits),
        clearings: clearings(reading, here),
        speakers: here.flatMap((one) => fixes(one, edits, 'speakers')),
        comments: clearHere(draft, reading, here, edits),
        quiet: quiet(session, reading, here),
        manuals: manuals(session, here),
      }),
    );
  }
  // never unasked: a light bulb is about its place, this is about the whole draft
  if (context.only && wants(fixAllKind)) actions.push(...fixAll(reading, edits));
  return actions;
}

/** Text edits as a change of the draft. @param leavesGap a gap in them stands selected afterwards, where the client can. */
export type Edits = (edits: readonly TextEdit[], leavesGap?: boolean) => CodeAction['edit'];

function editsFor({ client }: Session, { uri, version }: OpenDraft, { text }: Reading): Edits {
  const lines = lineIndex(text);
  return (edits, leavesGap) => {
    const converted = edits.map((edit) => toEdit(lines, edit));
    if (!client.versionsEdits) return { changes: { [uri]: converted } };
    const placed = leavesGap && client.takesSnippets ? converted.map(gapSelected) : converted;
    return { documentChanges: [{ textDocument: { uri, version }, edits: placed }] };
  };
}

/** The edit as a snippet that leaves its gap selected, to be typed over; the edit itself where it leaves none. */
function gapSelected(edit: ReturnType<typeof toEdit>): ReturnType<typeof toEdit> | SnippetTextEdit {
  const [before, behind, ...more] = edit.newText.split(GAP).map((text) => text.replace(/[\\$}]/g, '\\$&'));
  if (behind === undefined || more.length) return edit;
  return { range: edit.range, snippet: { kind: 'snippet', value: `${before}\${0:${GAP}}${behind}` } };
}

/** @param which those that name a possible speaker stand apart from the others: nobody shall choose one without reading. */
const fixes = ({ finding, shown }: Here, edit: Edits, which: 'others' | 'speakers' = 'others'): CodeAction[] =>
  finding.fixes
    .filter(({ speaker }) => (speaker === undefined) === (which === 'others'))
    .map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [shown],
      isPreferred: fix === unseenFix(finding),
      edit: edit(fix.edits, !unseenFix({ fixes: [fix] }) && which === 'others'),
    }));
