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
    const { place, path } = located(root);
    const { broken } = await place.readClearances(path);
    if (broken) throw new Trouble(inTheWay(broken));
    refuse(await place.appendClearances(path, lines));
  },
  async write(uri, text) {
    const { place, path } = located(uri);
    refuse(await place.write(rootOf(path), path, text));
  },
  async remove(uri) {
    const { place, path } = located(uri);
    refuse(await place.remove(path));
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
