// Which modules import which, as a program runs: types alone are no import.
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { root } from './root';

const bringsValues = (statement: ts.ImportDeclaration): boolean => {
  const clause = statement.importClause;
  if (!clause) return true;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return false;
  const { namedBindings: names } = clause;
  return !names || !ts.isNamedImports(names) || names.elements.some(({ isTypeOnly }) => !isTypeOnly);
};

/** By file, relative to the root, the files of ours whose values it imports. @param patterns globs of sources. */
export function importsOf(patterns: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = globSync([...patterns], { cwd: root });
  return new Map(files.map((file) => [file, importedBy(file)]));
}

function importedBy(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.ES2022);
  return source.statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement) && bringsValues(statement);
    const isExport = ts.isExportDeclaration(statement) && !statement.isTypeOnly;
    const named = (isImport || isExport) && statement.moduleSpecifier;
    if (!named || !ts.isStringLiteral(named) || !named.text.startsWith('.')) return [];
    const target = path.posix.join(path.posix.dirname(file), named.text);
    return [target, `${target}.ts`].filter((one) => one.endsWith('.ts') && existsSync(path.join(root, one)));
  });
}

/** @returns the first circle that is found, each file importing the next and the last the first; empty where there is none. */
export function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const way: string[] = [];
  const walk = (file: string): readonly string[] => {
    if (done.has(file)) return [];
    if (way.includes(file)) return way.slice(way.indexOf(file));
    way.push(file);
    for (const next of imports.get(file) ?? []) {
      const circle = walk(next);
      if (circle.length) return circle;
    }
    way.pop();
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = walk(file);
    if (circle.length) return circle;
  }
  return [];
}
