// What is a draft: by its name, for the editor and the command line alike.
import { formats, formatTable } from '../document/formats/table';

/** What drafts are called that nobody has to name: ".txt, .md and .wire", for a message. */
export const draftNames = (): string => {
  const names = formats.flatMap((format) => (formatTable[format].onlyWhenNamed ? [] : formatTable[format].extensions));
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};

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
  'package.json',
  '{package-lock,npm-shrinkwrap,composer,bower,lerna,nx,turbo,vercel,manifest}.json',
  '{tsconfig,jsconfig,biome}*.json',
  'copydesk.json',
  '*.{schema,min}.json',
];
