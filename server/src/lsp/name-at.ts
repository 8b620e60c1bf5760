// The name at a place of an open draft: what every request about names begins with.
import type { Position, TextDocumentPositionParams } from 'vscode-languageserver';
import { type EntityMention, entitiesOf, type NamedEntity } from '../analysis/names/entities';
import { type LineIndex, lineIndex } from '../text/line-index';
import { asTyped, toFile } from '../text/source-map';
import type { Span } from '../text/span';
import { toOffset, toRange } from './convert';
import type { OpenDraft } from './open-drafts';
import type { Reading } from './reading';
import { readingOf, type Session } from './session';

export interface NameHere {
  readonly reading: Reading;
  readonly lines: LineIndex;
  readonly entity: NamedEntity;
  readonly mention: EntityMention;
}

/** A cursor right behind the last letter is on the name. */
export function nameIn(reading: Reading, position: Position): NameHere | undefined {
  const lines = lineIndex(reading.text);
  const offset = toOffset(lines, position, reading.text);
  for (const entity of entitiesOf(reading.story)) {
    const mention = entity.mentions.find((one) => {
      const { start, end } = toFile(reading.story.map, one);
      return start <= offset && offset <= end;
    });
    if (mention) return { reading, lines, entity, mention };
  }
  return undefined;
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
