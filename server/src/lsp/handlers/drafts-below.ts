// The drafts below one folder, for a person who asks about that folder and no other.
import type { CancellationToken } from 'vscode-languageserver';
import { breathe } from '../every-draft';
import type { DraftsBelow, RecordParams } from '../protocol/views';
import type { Session } from '../session';

export async function draftsBelow(
  { host, settings }: Session,
  { uri: folder }: RecordParams,
  token: CancellationToken,
): Promise<DraftsBelow> {
  const uris: string[] = [];
  for await (const uri of host.drafts(folder)) {
    if (token.isCancellationRequested) break;
    const { own, resolved } = await settings.ofFile(uri);
    if (own.enable && resolved.ignored === undefined) uris.push(uri);
    if (uris.length % 100 === 0) await breathe();
  }
  return { uris };
}
