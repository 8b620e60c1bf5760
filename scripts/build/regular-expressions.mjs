// Makes dist/ build regular expressions when they are first used. V8 reads an expression when the line that holds it runs, and a class of
// Unicode letters takes it a tenth of a millisecond: the two hundred and fifty constants of the modules were an eighth of the time that
// `lint` of a tiny file takes, most of them never asked. A constant of a module, `const ENDS = /…/u`, becomes a variable and each
// use of it `(ENDS ??= /…/u)`: the same one object as before, so what `lastIndex` says is as it was. In a table, `{ year: /…/ }`, it
// becomes a getter, where nothing is remembered in it from one use to the next.
import ts from 'typescript';

/** @param text a module of TypeScript. @returns the same with its constants that are expressions made at their first use. */
export function whenUsed(text) {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const constants = new Map(source.statements.flatMap(expressionsIn).map((one) => [one.name.text, one]));
  const edits = source.statements
    .flatMap(tablesIn)
    .flatMap(({ properties }) => properties.filter(isStateless).map(getter));
  const places = new Map([...constants.keys()].map((name) => [name, []]));
  if (constants.size) visit(source);
  for (const [name, { initializer, ...declared }] of constants) {
    const uses = places.get(name);
    // a name that stands for something else somewhere in the module is left alone
    if (!uses.every((one) => one === declared.name || isUse(one))) continue;
    edits.push({ start: declared.statement.getStart(source), end: declared.statement.end, by: `let ${name};` });
    for (const use of uses)
      if (use !== declared.name)
        edits.push({ start: use.getStart(source), end: use.end, by: `(${name} ??= ${initializer.getText(source)})` });
  }
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, by }) => all.slice(0, start) + by + all.slice(end), text);

  function visit(node) {
    if (ts.isIdentifier(node)) places.get(node.text)?.push(node);
    ts.forEachChild(node, visit);
  }
}

/** The constant of a statement `const NAME = /…/;` that no other module sees. */
function expressionsIn(statement) {
  if (!ts.isVariableStatement(statement) || statement.modifiers?.length) return [];
  const { declarations } = statement.declarationList;
  const [{ name, initializer }] = declarations;
  const isOne = declarations.length === 1 && ts.isIdentifier(name) && initializer;
  return isOne && initializer.kind === ts.SyntaxKind.RegularExpressionLiteral ? [{ statement, name, initializer }] : [];
}

/** The object that a statement `const name = {…}` is about. */
function tablesIn(statement) {
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .map(({ initializer }) => initializer)
    .filter((value) => value && ts.isObjectLiteralExpression(value));
}

const isStateless = (property) =>
  ts.isPropertyAssignment(property) &&
  property.initializer.kind === ts.SyntaxKind.RegularExpressionLiteral &&
  !/[gy][a-z]*$/.test(property.initializer.text);

const getter = (property) => ({
  start: property.getStart(),
  end: property.end,
  by: `get ${property.name.getText()}() { return ${property.initializer.text}; }`,
});

/** Whether the identifier is a value that is read, and neither a declaration, a property's name nor a short form of one. */
function isUse(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === node;
  return (
    ts.isCallExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isForOfStatement(parent)
  );
}
