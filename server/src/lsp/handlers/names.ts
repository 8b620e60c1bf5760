// Names over the protocol: where a name is introduced, where it stands in any spelling, and renaming it everywhere at once.
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  ErrorCodes,
  type Location,
  type PrepareRenameResult,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { introducedAs } from '../../analysis/names/entities';
import { standsTwice } from '../../analysis/names/rename';
import { nameAt, rangeOf, typedIn } from '../name-at';
import type { Session } from '../session';
import { say } from '../say';
import { renamingEdits, saysKept, spelledAnew } from '../spelled-anew';
import { t } from '../words';

/** The first full mention that is nobody else's words; else the first. */
export async function definition(session: Session, params: TextDocumentPositionParams): Promise<Location | null> {
  const found = await nameAt(session, params);
  return found ? { uri: found.draft.uri, range: rangeOf(found, introducedAs(found.entity)) } : null;
}

/** Every mention, whatever the spelling and however short; without the one that introduces the name, where that is asked. */
export async function references(session: Session, { context, ...params }: ReferenceParams): Promise<Location[]> {
  const found = await nameAt(session, params);
  if (!found) return [];
  const first = introducedAs(found.entity);
  return found.entity.mentions
    .filter((mention) => context?.includeDeclaration !== false || mention !== first)
    .map((mention) => ({ uri: found.draft.uri, range: rangeOf(found, mention) }));
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
  return found ? { range: rangeOf(found, found.mention), placeholder: typedIn(found.reading, found.mention) } : null;
}

/** @throws an answer that says why where there is no name or the new one cannot be. */
export async function rename(session: Session, { newName, ...params }: RenameParams): Promise<WorkspaceEdit> {
  const to = newName.trim().replace(/\s+/g, ' ');
  const found = await nameAt(session, params);
  if (!found) throw new ResponseError(ErrorCodes.InvalidParams, t('No name stands here. Put the cursor on one.'));
  if (!/\p{L}/u.test(to)) throw new ResponseError(ErrorCodes.InvalidParams, t('A name needs letters.'));
  const { draft, reading, entity, mention } = found;
  const twice = standsTwice(reading.story.prose, mention, to);
  if (twice !== undefined)
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      t(
        '“{0}” would stand there twice: what is read as the name here is “{1}”. Write only what that becomes.',
        twice,
        mention.text,
      ),
    );
  const anew = renamingEdits(reading, entity, mention, to);
  const { edits, fault } = anew;
  if (fault !== undefined) throw new ResponseError(ErrorCodes.InvalidParams, `${t('Nothing was renamed.')} ${fault}`);
  const kept = saysKept(anew);
  if (kept && !edits.length) throw new ResponseError(ErrorCodes.InvalidParams, `${t('Nothing was renamed.')} ${kept}`);
  if (kept) say(session.connection, kept);
  return spelledAnew(session, [{ uri: draft.uri, version: draft.version, edits }]);
}
