// One name spelled one way in every draft of a folder: an edit for the client to apply, and to show first where it can.
import { calledInFull } from '../../analysis/names/called';
import { entitiesOf, introducedAs } from '../../analysis/names/entities';
import { keyOfEntity } from '../../analysis/names/roll';
import { anyDraft } from '../any-draft';
import { breathe, everyDraft } from '../every-draft';
import { typedIn } from '../name-at';
import type { Session } from '../session';
import { type DraftEdits, renamingEdits, spelledAnew } from '../spelled-anew';

export interface Spelling {
  /** The name's key in all stories. */
  readonly key: string;
  /** In full, as it is to be spelled. */
  readonly to: string;
}

/** @param uri of the draft whose folder is meant. */
export async function spellEverywhere(session: Session, uri: string, { key, to }: Spelling): Promise<null> {
  const { settings, host, connection } = session;
  const folder = settings.folderOf(uri);
  const drafts: DraftEdits[] = [];
  for await (const one of everyDraft(session)) {
    if (host.isSettingsFile(one) || settings.folderOf(one) !== folder) continue;
    const draft = await anyDraft(session, one);
    if (draft) {
      const named = entitiesOf(draft.story)
        .filter((entity) => keyOfEntity(entity) === key)
        .map((entity) => calledInFull(draft.story, entity));
      const edits = named.flatMap((entity) => renamingEdits(draft, entity, typedIn(draft, introducedAs(entity)), to));
      if (edits.length) drafts.push({ uri: draft.uri, version: draft.version, edits });
    }
    await breathe();
  }
  if (drafts.length)
    await connection.workspace.applyEdit({ label: `Spell it "${to}"`, edit: spelledAnew(session, drafts, true) });
  return null;
}
