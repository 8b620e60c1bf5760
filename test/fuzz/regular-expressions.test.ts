// No regular expression backtracks more than linearly in the text: hostile copy must not hang an editor.
//
// A check takes a second, and says the same of the same expression: those that stand in linear.txt by their hashes have passed it.
// COPYDESK_THOROUGH=1 checks all anew, and writes that list.
import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { checkSync, type Diagnostics } from 'recheck';
import * as ts from 'typescript';
import { root } from '../support/root';

const checker = JSON.parse(readFileSync(path.join(root, 'node_modules/recheck/package.json'), 'utf8')) as {
  readonly version: string;
};

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

const thorough = process.env.COPYDESK_THOROUGH === '1';
const list = path.join(root, 'test/fuzz/linear.txt');
const known = new Set(thorough ? [] : readFileSync(list, 'utf8').trimEnd().split('\n'));
/** What is known is found again: so many in a gate, others each day. */
const AGAIN = 10;

/** Of the checker's version too: another may know better. */
const hashOf = ({ source, flags }: Found): string =>
  createHash('sha256').update(`${checker.version} /${source}/${flags}`).digest('base64url').slice(0, 12);

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

/** What is proved fails at once; what chance found, where chance finds it every time: a bounded repetition looks steep to it at times. */
const faultIn = ({ source, flags }: Found): string | undefined =>
  faultOf(seeds.map((randomSeed) => () => checkSync(source, flags, { timeout: 5000, randomSeed })));

describe('regular expressions', () => {
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(root, folder, name)),
  );
  const all = files.map(expressionsIn);

  it('are linear in the text', function () {
    this.timeout(thorough ? 0 : 600_000);
    const each = new Map(all.flatMap(({ literals }) => literals).map((one) => [hashOf(one), one]));
    assert.ok(each.size > 1000, 'the sources were read');
    const day = Math.floor(Date.now() / 86_400_000);
    const again = new Set([...each.keys()].filter((_, i) => (i + day) % Math.floor(each.size / AGAIN) === 0));
    const faults = [...each].flatMap(([hash, one]) => {
      const fault = known.has(hash) && !again.has(hash) ? undefined : faultIn(one);
      return fault ? [`${one.where} /${one.source}/ ${fault}`] : [];
    });
    assert.deepEqual(faults, []);
    if (thorough) writeFileSync(list, `${[...each.keys()].sort().join('\n')}\n`);
  });

  it('are literals: a pattern made at run time cannot be checked', () => {
    assert.deepEqual(
      all.flatMap(({ unknown }) => unknown),
      [],
    );
  });
});
