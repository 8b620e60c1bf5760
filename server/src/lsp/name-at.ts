// The name at a place of an open draft: what every request about names begins with.
import type { Position, TextDocumentPositionParams } from 'vscode-languageserver';
import { calledAt, type CalledName } from '../analysis/names/called';
import type { EntityMention } from '../analysis/names/entities';
import type { Story } from '../document/story';
import { type LineIndex, lineIndex } from '../text/line-index';
import { asTyped, toFile, toProse } from '../text/source-map';
import type { Span } from '../text/span';
import { toOffset, toRange } from './convert';
import type { OpenDraft } from './open-drafts';
import type { Reading } from './reading';
import { readingOf, type Session } from './session';

export interface NameHere {
  readonly reading: Reading;
  readonly lines: LineIndex;
  readonly entity: CalledName;
  readonly mention: EntityMention;
}

/** A cursor right behind the last letter is on the name. */
export function nameIn(reading: Reading, position: Position): NameHere | undefined {
  const lines = lineIndex(reading.text);
  const offset = toOffset(lines, position, reading.text);
  const here = (entity: CalledName): EntityMention | undefined =>
    entity.mentions.find((one) => {
      const { start, end } = toFile(reading.story.map, one);
      return start <= offset && offset <= end;
    });
  const entity = calledAt(reading.story, proseAt(reading.story, offset));
  const mention = entity && here(entity);
  return entity && mention && { reading, lines, entity, mention };
}

/** A cursor right behind a run of the file is behind its last character, not before the next one. */
function proseAt({ map }: Story, offset: number): number {
  const at = toProse(map, offset);
  return offset > 0 && toFile(map, { start: at, end: at + 1 }).start !== offset ? toProse(map, offset - 1) + 1 : at;
}

/** @returns nothing where the document is not open, is no draft, or holds no name there. */
export async function nameAt(
  session: Session,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
): Promise<(NameHere & { readonly draft: OpenDraft }) | undefined> {
  const draft = session.drafts.get(uri);
  const reading = draft && (await readingOf(session, uri));
  const found = reading && nameIn(reading, position);
  return draft && found && { ...found, draft };
}

export const rangeOf = ({ reading, lines }: Pick<NameHere, 'reading' | 'lines'>, mention: EntityMention) =>
  toRange(lines, toFile(reading.story.map, mention));

/** The name as it is written in the file, letter for letter; a space where a line is wrapped. */
export const typedIn = ({ story: { map, prose }, text }: Pick<Reading, 'story' | 'text'>, at: Span): string =>
  asTyped(map, prose, text, at).replace(/\s+/g, ' ');
