// Where a file lies that a URI names: on the disk or with the client, and in which of the open folders.
import { folderOf, inside } from '../config/path';
import { Trouble } from '../workspace/trouble';
import type { FileStore } from './file-store';

/** A file or folder, with the store (disk or client) through which it is read. */
export interface Located {
  readonly store: FileStore;
  readonly path: string;
}

export interface FileStores {
  /** Asked after those that are known already. */
  add(store: FileStore): void;
  setFolders(uris: readonly string[]): void;
  /** Undefined for an untitled document, and for a file outside every open folder. */
  locate(uri: string): Located | undefined;
  /** @throws an error with a sentence where the URI names nothing in an open folder. */
  located(uri: string): Located;
  /** The path that an untitled document would have in the first folder, whose settings it takes. */
  beside(uri: string): Located | undefined;
  isRoot(path: string): boolean;
  /** The open folder that holds the file, else the file's own. */
  rootOf(path: string): string;
  /** As reports show it: from the open folder that holds it, else in full. */
  shownAs(path: string): string;
}

/** @param disk this machine's files; a browser has none. */
export function fileStores(disk: FileStore | undefined): FileStores {
  let stores: readonly FileStore[] = disk ? [disk] : [];
  let roots: readonly Located[] = [];

  function locate(uri: string): Located | undefined {
    for (const store of stores) {
      const path = store.toPath(uri);
      if (path === undefined) continue;
      const near = !store.inFoldersOnly || roots.some((root) => inside(root.path, path) !== undefined);
      return near ? { store, path } : undefined;
    }
    return undefined;
  }

  return {
    add(store) {
      stores = [...stores, store];
    },
    setFolders(uris) {
      roots = uris.flatMap((uri) => {
        const store = stores.find((one) => one.toPath(uri) !== undefined);
        return store ? [{ store, path: store.toPath(uri) as string }] : [];
      });
    },
    locate,
    located(uri) {
      const found = locate(uri);
      if (!found) throw new Trouble(`${uri} lies in no folder that is open. Open its folder first.`);
      return found;
    },
    beside(uri) {
      const [root] = roots;
      return root && { ...root, path: `${root.path}/${uri.slice(uri.lastIndexOf('/') + 1)}` };
    },
    isRoot: (path) => roots.some((root) => root.path === path),
    rootOf: (path) => roots.find((one) => inside(one.path, path) !== undefined)?.path ?? folderOf(path),
    shownAs: (path) => roots.map((root) => inside(root.path, path)).find((within) => within) ?? path,
  };
}
