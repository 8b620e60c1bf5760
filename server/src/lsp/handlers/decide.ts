// Decisions about findings, written down where the desk keeps them. A draft that lies nowhere keeps them for the session.
import type { ClearanceDecision } from '../host';
import type { Session } from '../session';

export async function decide(
  { settings, host }: Session,
  uri: string,
  decisions: readonly ClearanceDecision[],
): Promise<void> {
  const { desk } = (await settings.ofFile(uri)).resolved;
  if (desk) await host.clear(desk, decisions);
  else for (const decision of decisions) settings.clear(uri, decision);
}
