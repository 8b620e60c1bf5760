// Names over the protocol: where a name is introduced, where it stands in any spelling, and renaming it everywhere at once.
import {
  type AnnotatedTextEdit,
  type DocumentHighlight,
  DocumentHighlightKind,
  ErrorCodes,
  type Location,
  type PrepareRenameResult,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type EntityMention, entitiesOf, type NamedEntity } from '../../analysis/names/entities';
import { type LineIndex, lineIndex } from '../../text/line-index';
import { isExact, toFile, toProse } from '../../text/source-map';
import { toOffset, toRange } from '../convert';
import type { OpenDraft } from '../open-drafts';
import type { Reading } from '../reading';
import { isRead, type Session } from '../session';

interface Found {
  readonly draft: OpenDraft;
  readonly reading: Reading;
  readonly lines: LineIndex;
  readonly entity: NamedEntity;
  readonly mention: EntityMention;
}

async function nameAt(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
): Promise<Found | undefined> {
  const draft = session.drafts.get(textDocument.uri);
  const reading = draft && (await session.reading(draft));
  if (!draft || !reading || !isRead(reading)) return undefined;
  const lines = lineIndex(reading.text);
  const at = toProse(reading.story.map, toOffset(lines, position, reading.text));
  for (const entity of entitiesOf(reading.story)) {
    const mention = entity.mentions.find(({ start, end }) => start <= at && at <= end);
    if (mention) return { draft, reading, lines, entity, mention };
  }
  return undefined;
}

const rangeOf = ({ reading, lines }: Found, mention: EntityMention) =>
  toRange(lines, toFile(reading.story.map, mention));

/** The first full mention that is nobody else's words; else the first. */
export async function definition(session: Session, params: TextDocumentPositionParams): Promise<Location | null> {
  const found = await nameAt(session, params);
  if (!found) return null;
  const { mentions } = found.entity;
  const introduced = mentions.find(({ full, quoted }) => full && !quoted) ?? mentions[0] ?? found.mention;
  return { uri: found.draft.uri, range: rangeOf(found, introduced) };
}

/** Every mention, whatever the spelling and however short. */
export async function references(session: Session, params: ReferenceParams): Promise<Location[]> {
  const found = await nameAt(session, params);
  if (!found) return [];
  return found.entity.mentions.map((mention) => ({ uri: found.draft.uri, range: rangeOf(found, mention) }));
}

export async function highlights(session: Session, params: TextDocumentPositionParams): Promise<DocumentHighlight[]> {
  const found = await nameAt(session, params);
  if (!found) return [];
  return found.entity.mentions.map((mention) => ({ range: rangeOf(found, mention), kind: DocumentHighlightKind.Text }));
}

export async function prepareRename(
  session: Session,
  params: TextDocumentPositionParams,
): Promise<PrepareRenameResult | null> {
  const found = await nameAt(session, params);
  return found ? { range: rangeOf(found, found.mention), placeholder: found.mention.text } : null;
}

/** Marks edits inside quotations, for a person to tick: nobody's words are changed unseen. */
const QUOTED = 'quoted';

/** @throws an answer that says why where there is no name or the new one cannot be. */
export async function rename(session: Session, params: RenameParams): Promise<WorkspaceEdit> {
  const to = params.newName.trim().replace(/\s+/g, ' ');
  const found = await nameAt(session, params);
  if (!found) throw new ResponseError(ErrorCodes.InvalidParams, 'No name stands here. Put the cursor on one.');
  if (!to) throw new ResponseError(ErrorCodes.InvalidParams, 'A name cannot be empty.');
  const { draft, reading } = found;
  const asks = session.client.annotatesEdits;
  const edits = found.entity.mentions.flatMap((mention): (TextEdit | AnnotatedTextEdit)[] => {
    const newText = renamed(mention, found.mention, to);
    if (newText === undefined || newText === mention.text || !isExact(reading.story.map, mention)) return [];
    const edit = { range: rangeOf(found, mention), newText };
    if (!mention.quoted) return [edit];
    return asks ? [{ ...edit, annotationId: QUOTED }] : [];
  });
  if (!session.client.versionsEdits) return { changes: { [draft.uri]: edits } };
  const label = { label: 'Inside quotation marks', needsConfirmation: true, description: 'Somebody else’s words' };
  return {
    documentChanges: [{ textDocument: { uri: draft.uri, version: draft.version }, edits }],
    ...(asks && { changeAnnotations: { [QUOTED]: label } }),
  };
}

/**
 * What a mention becomes when the one at the cursor becomes `to`. A surname follows the end of a full name, a forename its
 * beginning, and the other way round; what shares no words (initials, a nickname) is left as it is.
 */
function renamed(mention: EntityMention, chosen: EntityMention, to: string): string | undefined {
  const from = wordsOf(chosen);
  const old = wordsOf(mention);
  const now = to.split(' ');
  if (mention.text === chosen.text || old.length === from.length) return to;
  if (old.length > from.length) {
    if (endsWith(old, from)) return [...old.slice(0, -from.length), ...now].join(' ');
    return startsWith(old, from) ? [...now, ...old.slice(from.length)].join(' ') : undefined;
  }
  if (now.length < old.length) return undefined;
  if (endsWith(from, old)) return now.slice(-old.length).join(' ');
  return startsWith(from, old) ? now.slice(0, old.length).join(' ') : undefined;
}

const wordsOf = ({ text }: EntityMention): string[] => text.split(/\s+/);

const endsWith = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((word, i) => word === whole[whole.length - part.length + i]);

const startsWith = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((word, i) => word === whole[i]);
