// Paths as tools of a repository look for them: from its root, wherever the command was run.
import { inside } from '../config/path';
import type { Linted } from './report';

/** @param from the working folder; @param root of the repository. Absolute, with forward slashes. */
export function fromRoot(from: string, root: string): (linted: Linted) => Linted {
  if (from === root) return (linted) => linted;
  const placed = (path: string): string => {
    const absolute = isAbsolute(path) ? path : `${from === '/' ? '' : from}/${path}`;
    // what lies outside keeps its name in full
    return inside(root, absolute) ?? path;
  };
  return (linted) => ({
    ...linted,
    path: placed(linted.path),
    diagnostics: linted.diagnostics.map((d) =>
      d.elsewhere ? { ...d, elsewhere: d.elsewhere.map((one) => ({ ...one, path: placed(one.path) })) } : d,
    ),
  });
}

const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[A-Za-z]:\//.test(path);
