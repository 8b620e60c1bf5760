// The course of a read-through: the findings that it goes through, in order, and how far it has come. Both move with the text.
import type * as vscode from 'vscode';
import { findingsOn } from '../queries';
import { type TextChange, moved, movedStretch, type Stretch } from './moved';
import { behind, compare, type PlaceInDraft, placeIn } from './place';

export interface Course {
  /** All findings that are read through, in order. */
  findings(): readonly vscode.Diagnostic[];
  /** The first one that is not passed; none where the draft is read through. */
  current(): vscode.Diagnostic | undefined;
  isPassed(finding: vscode.Diagnostic): boolean;
  goTo(place: PlaceInDraft): void;
  /** Leaves the current finding behind. */
  pass(): void;
  /** Comes to the finding before; stays where there is none. */
  goBack(): void;
  textChanged(change: TextChange): void;
}

/** @param within what is read through; the whole draft where it is left out. */
export function openCourse(document: vscode.TextDocument, within: vscode.Range | undefined): Course {
  const placeOf = (finding: vscode.Diagnostic): PlaceInDraft => placeIn(document, finding);
  let stretch: Stretch = within
    ? { start: document.offsetAt(within.start), end: document.offsetAt(within.end) }
    : { start: 0, end: Number.POSITIVE_INFINITY };
  let at: PlaceInDraft = { offset: stretch.start, rule: '' };

  const isWithin = ({ range }: vscode.Diagnostic): boolean =>
    document.offsetAt(range.end) >= stretch.start && document.offsetAt(range.start) <= stretch.end;
  const findings = (): vscode.Diagnostic[] =>
    findingsOn(document.uri)
      .filter(isWithin)
      .sort((a, b) => compare(placeOf(a), placeOf(b)));
  const isPassed = (finding: vscode.Diagnostic): boolean => compare(placeOf(finding), at) < 0;
  const current = (): vscode.Diagnostic | undefined => findings().find((one) => !isPassed(one));
  const goTo = (place: PlaceInDraft): void => {
    at = place;
  };

  return {
    findings,
    current,
    isPassed,
    goTo,
    pass() {
      const here = current();
      if (here) goTo(behind(placeOf(here)));
    },
    goBack() {
      const before = findings().findLast(isPassed);
      if (before) goTo(placeOf(before));
    },
    textChanged(change) {
      at.offset = moved(at.offset, change);
      stretch = movedStretch(stretch, change);
    },
  };
}
