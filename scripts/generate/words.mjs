// l10n/bundle.l10n.json: every English word that extension and server say in the editor, for whoever translates them; and what they
// say past it. Both are read off the code: a string counts where it is called `t`, `later` or `counted`.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { root } from '../steps.mjs';

/** @returns [file, text] */
export function shownWords() {
  const words = new Set();
  for (const file of speaking()) read(file, { said: (text) => words.add(text) });
  const sorted = Object.fromEntries([...words].sort().map((text) => [text, text]));
  return ['l10n/bundle.l10n.json', `${JSON.stringify(sorted, null, 2)}\n`];
}

/** @returns of each piece of English that no translation reaches, where it stands and what it says. */
export function unspoken() {
  const found = [];
  for (const file of speaking()) read(file, { past: (line, text) => found.push({ file, line, text }) });
  return found;
}

/** These speak to a shell, to the log or to the program at the other end, and not to a person in an editor. */
const toPrograms = [
  'address',
  'headless',
  'listen',
  'server',
  'serve',
  'safely',
  'through-client',
  'file-host',
  'host-settings',
  'host-writing',
  'file-stores',
  'protocol/*',
];

const speaking = () =>
  globSync(['client/src/**/*.ts', 'server/src/engine/reasons.ts', 'server/src/lsp/**/*.ts'], {
    cwd: root,
    ignore: toPrograms.map((name) => `server/src/lsp/${name}.ts`),
  }).sort();

const marks = new Set(['t', 'later', 'counted']);

/** Calls whose words nobody sees in the editor's window. */
const toLog = /^(?:console|output|.*\.console)\.\w+$|^(?:log|Error|ResponseError)$/;

/** What a person reads, whatever it holds. */
const shown = new Set(
  'title label message detail description tooltip placeHolder placeholder prompt openLabel said off problem'.split(' '),
);

function read(file, { said = () => {}, past = () => {} }) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const line = (node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const called = node.expression.getText();
      if (marks.has(called.split('.').at(-1))) {
        for (const argument of node.arguments) {
          if (ts.isStringLiteralLike(argument)) said(argument.text);
          else visit(argument);
        }
        return;
      }
      if (toLog.test(called)) return;
    }
    const pieces = ts.isStringLiteralLike(node)
      ? [node.text]
      : ts.isTemplateExpression(node)
        ? [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]
        : [];
    if (pieces.some((piece) => isEnglish(piece, node)) && !isCompared(node)) past(line(node), pieces.join('…'));
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** Two words in a row; or any word where a person reads it. The product's name is the same in every language. */
function isEnglish(piece, node) {
  const copy = piece.replace(/Copydesk|\$\([\w~-]+\)|<!--.*-->/g, '');
  if (/^\s*</.test(copy)) return false;
  if (/\p{L}{2,}[,;:]? +\p{L}/u.test(copy)) return true;
  return /\p{L}{2,}/u.test(copy) && shown.has(nameOf(node.parent));
}

/** What it is given to. */
function nameOf(parent) {
  if (ts.isPropertyAssignment(parent)) return parent.name.getText();
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return parent.left.getText().split('.').at(-1);
  return '';
}

/** A value that only the program knows. */
const isCompared = ({ parent }) =>
  (ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText())) ||
  (ts.isPropertyAssignment(parent) && parent.name.getText() === 'state');
