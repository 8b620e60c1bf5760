// The package's types: declarations of what `import 'copydesk'` reaches, and of nothing else, in dist/types/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const entry = path.join(root, 'server/src/api/index.ts');
const out = path.join(root, 'dist/types');

const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const declarations = new Map();
const lexicons = path.join(root, 'server/src/lexicon/files.d.ts');
const program = ts.createProgram([entry, lexicons], {
  ...options,
  noEmit: false,
  declaration: true,
  emitDeclarationOnly: true,
  rootDir: path.join(root, 'server/src'),
  outDir: out,
});
const { diagnostics } = program.emit(undefined, (file, text) => declarations.set(path.resolve(file), text));
if (diagnostics.length) {
  console.error(
    ts.formatDiagnostics(diagnostics, {
      getCurrentDirectory: () => root,
      getCanonicalFileName: (f) => f,
      getNewLine: () => '\n',
    }),
  );
  process.exit(1);
}

rmSync(out, { recursive: true, force: true });
const reached = new Set();
reach(path.join(out, 'api/index.d.ts'));
console.log(`dist/types/: ${reached.size} files`);

function reach(file) {
  if (reached.has(file)) return;
  reached.add(file);
  const text = declarations.get(file);
  if (text === undefined) throw new Error(`${file} is not declared`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  for (const [, wanted] of text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g))
    reach(path.resolve(path.dirname(file), `${wanted}.d.ts`));
  const outside = [...text.matchAll(/(?:from|import\()\s*['"]([^.'"][^'"]*)['"]/g)].map(([, name]) => name);
  if (outside.length) throw new Error(`${file} needs types of ${outside.join(', ')}, which the package does not bring`);
}
