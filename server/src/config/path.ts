// Paths and URIs as text, with forward slashes: what configuration needs of them, without a file system.

/** The folder that holds it; the same text where there is none above. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? path : at === 0 ? '/' : path.slice(0, at);
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `path` as seen from `folder`, or nothing where it does not lie inside. `''` is the folder itself. */
export function inside(folder: string, path: string): string | undefined {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  if (path === folder || path === base) return '';
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}

/** `./a`, `../b/c` and the like, from `folder`. An absolute path stays what it is. */
export function resolveFrom(folder: string, path: string): string {
  if (path.startsWith('/') || /^[a-zA-Z][\w+.-]*:/.test(path)) return path;
  let base = folder;
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.length) names.pop();
    else base = folderOf(base);
  }
  return [base === '/' ? '' : base, ...names].join('/');
}

/** Folder by folder, in the order of their names: as a walk through them meets two paths. */
export function inWalkOrder(a: string, b: string): number {
  const [x, y] = [a.split('/'), b.split('/')];
  for (let i = 0; i < x.length && i < y.length; i++) {
    const [one, other] = [x[i] as string, y[i] as string];
    if (one !== other) return one < other ? -1 : 1;
  }
  return x.length - y.length;
}
