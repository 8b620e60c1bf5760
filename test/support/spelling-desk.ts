// An editor on a folder of drafts that spell a name in several ways, for tests of what is offered at one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { asking, type Editor, positionOf, startEditor } from './editor';
import type { Json } from './rpc';

export const copy =
  'Aides of Muammar Qaddafi left on Monday. Later Gadhafi spoke, they said. Gadhafi did not stay. “Gadhafi lied,” said Ivan Bero, an aide.\n';
export const other =
  'Nobody has seen Moamer Kadhafi, aides said on Tuesday. Kadhafi’s son is missing too. “Kadhafi fled,” they said.\n';
export const applying = { ...asking, workspace: { ...asking.workspace, applyEdit: true } };

export interface SpellingDesk {
  readonly editor: Editor;
  readonly folder: string;
  /** Edits that the server has asked for. */
  readonly asked: Json[];
  uriOf(name: string): string;
  /** Opens a.txt. */
  start(capabilities?: object, options?: object): Promise<void>;
  /** What is offered at the first such words of a.txt. */
  actions(words: string): Promise<Json[]>;
  choose(words: string, title: string): Promise<void>;
}

/** A folder for each test of the suite that calls it, and an editor that ends with it. */
export function spellingDesk(): SpellingDesk {
  let editor: Editor;
  let folder: string;
  let asked: Json[];
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const actions = async (words: string): Promise<Json[]> => {
    const at = positionOf(copy, copy.indexOf(words));
    return editor.actions(uriOf('a.txt'), { start: at, end: at }, ['quickfix']);
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-names-'));
    writeFileSync(path.join(folder, 'a.txt'), copy);
    writeFileSync(path.join(folder, 'b.txt'), other);
    writeFileSync(path.join(folder, 'c.txt'), 'Ivan Bero opened his shop on Tuesday, he said.\n');
  });
  afterEach(async () => {
    await editor.stop();
    rmSync(folder, { recursive: true });
  });

  return {
    get editor() {
      return editor;
    },
    get folder() {
      return folder;
    },
    get asked() {
      return asked;
    },
    uriOf,
    async start(capabilities = applying, options) {
      editor = await startEditor(capabilities, { folders: [pathToFileURL(folder).href], ...(options && { options }) });
      asked = [];
      editor.answers['workspace/applyEdit'] = ({ edit }) => {
        asked.push(edit);
        return { applied: true };
      };
      editor.open(uriOf('a.txt'), copy);
    },
    actions,
    async choose(words, title) {
      const { command } = (await actions(words)).find((action) => action.title.startsWith(title)) as Json;
      await editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    },
  };
}
