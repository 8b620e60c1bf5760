// A rule's id stands in its own folder: whoever needs to know something of a rule asks a field of it.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { roles } from '../../server/src/document/role';
import { genres } from '../../server/src/document/story';
import { reasons } from '../../server/src/engine/clearance';
import { rules } from '../../server/src/rules/index';
import { root } from '../support/root';

const ids = new Set(rules.map(({ id }) => id));
/** Words that mean something else too: "embargo" is a role, "house-style" a reason. */
const shared: ReadonlySet<string> = new Set([...roles, ...genres, ...reasons]);

/** A whole id, or the beginning of several. */
const namesRules = (text: string): boolean =>
  ids.has(text) || (text.length > 2 && text.endsWith('-') && [...ids].some((id) => id.startsWith(text)));

/** `rule === 'embargo'`, `one.rule.id !== 'embargo'` */
function isHeldAgainstRule({ parent }: ts.Node): boolean {
  if (!ts.isBinaryExpression(parent)) return false;
  return /\b(?:rule|rule\.id)$/.test(parent.left.getText());
}

const quoted = new RegExp(`['"\`](?:${[...ids].join('|')}|[a-z-]+-)['"\`]`);

function idsIn(file: string, text: string): string[] {
  if (!quoted.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && namesRules(node.text) && (!shared.has(node.text) || isHeldAgainstRule(node))) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('ids of rules', function () {
  this.timeout(60_000);

  it('are literals in no module outside rules/', () => {
    const files = globSync(['server/src/**/*.ts', 'client/src/**/*.ts', 'page/src/**/*.ts'], {
      cwd: root,
      ignore: ['server/src/rules/**'],
    });
    assert.ok(files.length > 500);
    assert.deepEqual(
      files.flatMap((file) => idsIn(file, readFileSync(path.join(root, file), 'utf8'))),
      [],
    );
  });

  it('are seen where they stand', () => {
    assert.deepEqual(
      idsIn('a.ts', "is('vague-source'); rule.id === 'embargo'; role === 'embargo'; id.startsWith('inconsistent-');"),
      ['a.ts:1 vague-source', 'a.ts:1 embargo', 'a.ts:1 inconsistent-'],
    );
  });
});
