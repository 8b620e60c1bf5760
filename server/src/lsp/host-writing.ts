// What a host writes: decisions about findings, and settings files. What keeps it from writing is thrown as a sentence.
import { type ClearanceLine, inTheWay, today } from '../config/clearance-lines';
import type { Problem } from '../document/story';
import { Trouble } from '../workspace/trouble';
import type { ClearanceDecision, Host } from './host';
import type { FileStores } from './file-stores';

export const hostWriting = ({ located, rootOf }: FileStores): Pick<Host, 'clear' | 'write' | 'remove'> => ({
  async clear({ root, name }, decisions) {
    const date = today();
    const lines = decisions.map((decision) => lineOf(name, date, decision));
    const { store, path } = located(root);
    const { broken } = await store.readClearances(path);
    if (broken) throw new Trouble(inTheWay(broken));
    refuse(await store.appendClearances(path, lines));
  },
  async write(uri, text) {
    const { store, path } = located(uri);
    refuse(await store.write(rootOf(path), path, text));
  },
  async remove(uri) {
    const { store, path } = located(uri);
    refuse(await store.remove(path));
  },
});

const lineOf = (file: string, date: string, { reason, ...clearance }: ClearanceDecision): ClearanceLine =>
  ({
    file,
    ...clearance,
    ...(reason === 'revoked' ? { revoked: true } : { reason }),
    date,
  }) as ClearanceLine;

function refuse(problem: Problem | undefined): void {
  if (problem) throw new Trouble(problem.message);
}
