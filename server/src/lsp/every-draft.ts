// Every draft of the workspace, for what is asked about whole folders.
import type { Session } from './session';

/** Drafts on disk in every folder and what is open besides, each once, and the settings files that were read for them. */
export async function* everyDraft(session: Session): AsyncGenerator<string> {
  const { settings, host, drafts, client } = session;
  if (client.options.only) {
    // named by a person: read whatever its name is
    yield* client.options.only;
    return;
  }
  // a folder is looked through again and again
  const warn = (sentence: string): void => {
    if (!session.warned.has(sentence)) session.connection.console.warn(sentence);
    session.warned.add(sentence);
  };
  const open = new Map([...drafts.all()].map(({ uri }) => [host.canonical(uri), uri]));
  const seen = new Set<string>();
  const once = (uri: string): boolean => !seen.has(uri) && Boolean(seen.add(uri));
  for (const folder of settings.folders) {
    for await (const uri of host.drafts(folder, warn)) {
      if (!once(uri)) continue;
      const { own, resolved } = await settings.ofFile(uri);
      if (own.enable && resolved.ignored === undefined) yield open.get(uri) ?? uri;
      for (const file of resolved.problems.keys()) if (once(file)) yield file;
    }
  }
  for (const [canonical, uri] of open) if (once(canonical)) yield uri;
}

/** Between two drafts, so that typing is answered meanwhile. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
