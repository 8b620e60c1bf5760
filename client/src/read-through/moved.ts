// How offsets, in UTF-16 code units, move when the text of a draft changes.
/** A change as VS Code tells of it. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** A part of a draft. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where an offset comes to stand by a change of the text before it. */
export const moved = (offset: number, { rangeOffset, rangeLength, text }: TextChange): number =>
  rangeOffset + rangeLength <= offset ? offset + text.length - rangeLength : Math.min(offset, rangeOffset);

/** A part of a draft behind a change of the text before it or in it: what is written at either of its ends belongs to it. */
export const movedStretch = ({ start, end }: Stretch, change: TextChange): Stretch => ({
  start: change.rangeOffset < start ? moved(start, change) : start,
  end: endMoved(end, change),
});

const endMoved = (end: number, { rangeOffset, rangeLength, text }: TextChange): number =>
  rangeOffset <= end ? Math.max(rangeOffset, end + text.length - rangeLength) : end;
