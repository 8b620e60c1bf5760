// What is a draft: by its name, for the editor and the command line alike.
import type { Format } from '../document/draft';

/** Which format a file of this name is written in; a folder is searched for these and no others. */
const byExtension: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.wire': 'wire-copy',
  '.slug': 'wire-copy',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'markdown',
};

/** The format that a file's name tells, or nothing where the name is no draft's. */
export function formatOf(path: string): Format | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return byExtension[name.slice(name.lastIndexOf('.')).toLowerCase()];
}

/** Never taken for drafts unless a person names them: globs, see `glob.ts`. Matched without regard to case. */
export const notDrafts: readonly string[] = [
  '.*',
  'node_modules',
  'bower_components',
  '__pycache__',
  'vendor',
  'readme*',
  'license*',
  'licence*',
  'copying*',
  'notice*',
  'changelog*',
  'changes.{md,txt}',
  'history.md',
  'authors*',
  'contributors*',
  'contributing*',
  'code_of_conduct*',
  'security.md',
  'support.md',
  'architecture.md',
  'third_party*',
  'third-party*',
  'requirements*.txt',
  'constraints*.txt',
  'cmakelists.txt',
  'robots.txt',
  'humans.txt',
  'ads.txt',
  'llms.txt',
];
