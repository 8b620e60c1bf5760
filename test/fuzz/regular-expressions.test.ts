// No regular expression backtracks more than linearly in the text: hostile copy must not hang an editor.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { checkSync, type Diagnostics } from 'recheck';
import * as ts from 'typescript';
import { root } from '../support/root';

interface Found {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Every literal, and every `new RegExp` whose pattern cannot be checked because it is made at run time. */
function expressionsIn(file: string): { literals: Found[]; unknown: string[] } {
  const text = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const literals: Found[] = [];
  const unknown: string[] = [];
  const visit = (node: ts.Node): void => {
    const where = `${path.relative(root, file)}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const literal = node.getText();
      const end = literal.lastIndexOf('/');
      literals.push({ where, source: literal.slice(1, end), flags: literal.slice(end + 1) });
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') unknown.push(where);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { literals, unknown };
}

const seeds = [0, 1, 2];

/** What is wrong by every check; the next is made only where the one before has found something. */
function faultOf(checks: readonly (() => Diagnostics)[]): string | undefined {
  let found: string | undefined;
  for (const check of checks) {
    const result = check();
    if (result.status !== 'vulnerable') return undefined;
    found = result.complexity.summary;
    if (result.checker === 'automaton') return found;
  }
  return found;
}

describe('regular expressions', () => {
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(root, folder, name)),
  );
  const all = files.map(expressionsIn);

  it('are linear in the text', function () {
    this.timeout(600_000);
    const faults = all
      .flatMap(({ literals }) => literals)
      .flatMap(({ where, source, flags }) => {
        const checks = seeds.map((randomSeed) => () => checkSync(source, flags, { timeout: 5000, randomSeed }));
        // what is proved fails at once; what chance found, where chance finds it every time: a bounded repetition looks steep to it at times
        const fault = faultOf(checks);
        return fault ? [`${where} /${source}/ ${fault}`] : [];
      });
    assert.deepEqual(faults, []);
    assert.ok(all.flatMap(({ literals }) => literals).length > 5, 'the sources were read');
  });

  it('are literals: a pattern made at run time cannot be checked', () => {
    assert.deepEqual(
      all.flatMap(({ unknown }) => unknown),
      [],
    );
  });
});
