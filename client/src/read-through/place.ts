// Where a finding stands among the others: by its offset, then by its rule. A place moves with the text.
import type * as vscode from 'vscode';
import { ruleOf } from '../queries';

export interface PlaceInDraft {
  offset: number;
  readonly rule: string;
}

export const placeIn = (document: vscode.TextDocument, finding: vscode.Diagnostic): PlaceInDraft => ({
  offset: document.offsetAt(finding.range.start),
  rule: ruleOf(finding),
});

export const compare = (a: PlaceInDraft, b: PlaceInDraft): number =>
  a.offset - b.offset || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

/** Just behind it. */
export const behind = ({ offset, rule }: PlaceInDraft): PlaceInDraft => ({ offset, rule: `${rule}\u0000` });
