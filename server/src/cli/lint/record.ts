// What the desk says of a text at a place, less what editors have cleared: the one way in for drafts and lines.
import type { Across } from '../../analysis/names/across';
import type { Draft, Format } from '../../document/draft';
import type { LintRecord } from '../../engine/diagnostic';
import type { KnownAnswers } from '../cache';
import type { Desk } from '../resolve-settings';

export interface ToLint {
  readonly file: string;
  readonly format: Format;
  /** What other drafts spell otherwise, where they are compared. */
  readonly across?: Across | undefined;
}

/** @param own what the story itself says of its day and genre. */
export async function linterAt(
  { file, format, across }: ToLint,
  desk: Desk,
  known: KnownAnswers,
  own?: Partial<Draft>,
): Promise<(text: string) => LintRecord> {
  const place = await desk.at(file);
  const read = await place.reader(format, own);
  const ask = (text: string): LintRecord => place.answer(read(text), text, across).record;
  return (text) =>
    known.answer(
      () => [...place.dependsOn(format, own), across ? JSON.stringify([...across]) : '', text],
      () => ask(text),
    );
}
