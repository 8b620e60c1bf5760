// Makes dist/ walk arrays by index: `for (const word of words)` becomes `for (let i = 0; …)`. Of an array's iterator V8 makes an object for the
// loop and one for each step, until it has compiled the function for good; most functions of a desk never run so often. That was a
// sixth of all that a first reading allocates. The source stays as it reads.
//
// Only where the source says that it is an array: a literal, `.map(…)`, a parameter `readonly string[]`, a property or function that is
// declared so everywhere in the project. Should one be something else after all, `arrayOf` makes an array of it first.
import ts from 'typescript';

/** Imported by what {@link byIndex} has changed, under this name. */
export const helper = 'copydesk:array-of';
export const helperCode = 'export function arrayOf(of) { return Array.isArray(of) ? of : [...of]; }';

/** Methods that give an array of whatever they are called on. */
const makers = new Set(['map', 'filter', 'flatMap', 'slice', 'split', 'sort', 'toSorted', 'concat', 'flat', 'splice']);
const OF_OBJECT = /^(?:Object\.(?:keys|values|entries)|Array\.(?:from|of))$/;

/** @param text a module of TypeScript. */
export const parse = (text) => ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);

/**
 * What all modules together declare to be an array, by its bare name: a property, or what a function gives. A name that is something else in
 * another place is left out.
 * @param sources parsed modules.
 */
export function declaredArrays(sources) {
  const [properties, functions] = [new Map(), new Map()];
  for (const source of sources) visit(source);
  return { properties: always(properties), functions: always(functions) };

  function visit(node) {
    if ((ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) && node.type)
      tell(properties, node.name, isArrayType(node.type));
    if (ts.isFunctionDeclaration(node) && node.name) tell(functions, node.name, isArrayType(node.type));
    if (ts.isVariableDeclaration(node) && isFunctionLike(node)) tell(functions, node.name, isArrayType(givenBy(node)));
    ts.forEachChild(node, visit);
  }
}

function tell(names, { text }, isArray) {
  names.set(text, isArray && names.get(text) !== false);
}

const always = (names) => new Set([...names].filter(([, isArray]) => isArray).map(([name]) => name));

const isFunctionLike = ({ name, type, initializer }) =>
  ts.isIdentifier(name) &&
  ((type && ts.isFunctionTypeNode(type)) ||
    (initializer && (ts.isArrowFunction(initializer) || ts.isCallExpression(initializer))));

/** The type that a call of the constant gives, where the source writes one: of an arrow, or of one that `perParagraph(…)` keeps. */
function givenBy({ type, initializer }) {
  if (type) return ts.isFunctionTypeNode(type) ? type.type : undefined;
  if (ts.isArrowFunction(initializer)) return initializer.type;
  const kept = /^(?:per\w+|lately|once)$/.test(initializer.expression.getText()) && initializer.arguments.at(-1);
  return kept && ts.isArrowFunction(kept) ? kept.type : undefined;
}

function isArrayType(type) {
  if (!type) return false;
  if (ts.isParenthesizedTypeNode(type) || ts.isTypeOperatorNode(type)) return isArrayType(type.type);
  if (ts.isUnionTypeNode(type)) return type.types.every((one) => isNothing(one) || isArrayType(one));
  return ts.isArrayTypeNode(type) || ts.isTupleTypeNode(type);
}

const isNothing = (type) => type.kind === ts.SyntaxKind.UndefinedKeyword;

/** @param source a parsed module. @param declared what {@link declaredArrays} found. @returns its text with loops over arrays by index. */
export function byIndex(source, declared) {
  const edits = arrayLoops(source, declared).flatMap((loop, place) => editsOf(source, loop, place));
  if (!edits.length) return source.text;
  const changed = edits
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, by }) => all.slice(0, start) + by + all.slice(end), source.text);
  return `import { arrayOf as $arrayOf } from '${helper}';${changed}`;
}

/** The loops of a module that are over arrays. @returns each with the expression that is `walked`, and the `pair` that its entries are put in. */
export function arrayLoops(source, declared) {
  const loops = [];
  visit(source);
  return loops;

  function visit(node) {
    if (ts.isForOfStatement(node) && !node.awaitModifier && ts.isVariableDeclarationList(node.initializer)) {
      const { name } = node.initializer.declarations[0];
      const entries = ts.isArrayBindingPattern(name) ? entriesOf(node.expression, name) : undefined;
      const walked = entries ?? node.expression;
      if (isArray(walked, declared)) loops.push({ loop: node, walked, name, pair: entries && name.elements });
    }
    ts.forEachChild(node, visit);
  }
}

function editsOf(source, { loop, walked, name, pair }, place) {
  const { initializer, expression, statement } = loop;
  const [array, index] = [`$array${place}`, `$index${place}`];
  const [first, second] = pair?.map((one) => one.name.getText(source)) ?? [];
  const bound = pair
    ? `const ${first} = ${index}, ${second} = ${array}[${index}];`
    : `${initializer.flags & ts.NodeFlags.Const ? 'const' : 'let'} ${name.getText(source)} = ${array}[${index}];`;
  const body = statement.getStart(source);
  return [
    { start: initializer.getStart(source), end: walked.getStart(source), by: `let ${array} = $arrayOf(` },
    { start: walked.end, end: expression.end, by: `), ${index} = 0; ${index} < ${array}.length; ${index}++` },
    ...(ts.isBlock(statement)
      ? [{ start: body + 1, end: body + 1, by: bound }]
      : [
          { start: body, end: body, by: `{${bound}` },
          { start: statement.end, end: statement.end, by: '}' },
        ]),
  ];
}

/** What is walked in `for (const [i, word] of words.entries())`. */
function entriesOf(expression, { elements }) {
  const isPair = elements.length === 2 && elements.every((one) => ts.isBindingElement(one) && !one.initializer);
  if (!isPair || !ts.isIdentifier(elements[0].name) || elements[1].dotDotDotToken) return undefined;
  const isCall = ts.isCallExpression(expression) && ts.isPropertyAccessExpression(expression.expression);
  return isCall && expression.expression.name.text === 'entries' && !expression.arguments.length
    ? expression.expression.expression
    : undefined;
}

/** Whether the source says that the expression is an array. */
function isArray(node, declared, depth = 0) {
  const again = (other) => isArray(other, declared, depth + 1);
  if (depth > 4) return false;
  if (ts.isArrayLiteralExpression(node)) return true;
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return again(node.expression);
  if (ts.isAsExpression(node)) return isArrayType(node.type) || again(node.expression);
  if (ts.isConditionalExpression(node)) return again(node.whenTrue) && again(node.whenFalse);
  if (ts.isBinaryExpression(node) && /^(?:\?\?|\|\|)$/.test(node.operatorToken.getText()))
    return again(node.left) && again(node.right);
  if (ts.isPropertyAccessExpression(node)) return declared.properties.has(node.name.text);
  if (ts.isCallExpression(node)) return givesArray(node.expression, declared);
  return ts.isIdentifier(node) && isArrayHere(node, declared, again);
}

const givesArray = (called, { functions }) =>
  ts.isPropertyAccessExpression(called)
    ? makers.has(called.name.text) || OF_OBJECT.test(called.getText())
    : ts.isIdentifier(called) && functions.has(called.text);

function isArrayHere(identifier, declared, again) {
  const found = declarationOf(identifier);
  if (!found) return false;
  if (found.type) return isArrayType(found.type);
  if (ts.isBindingElement(found))
    return (
      ts.isObjectBindingPattern(found.parent) && declared.properties.has((found.propertyName ?? found.name).getText())
    );
  return found.initializer !== undefined && again(found.initializer);
}

/** The parameter or variable of that name that is nearest outside. */
function declarationOf({ text, parent }) {
  for (let scope = parent; scope; scope = scope.parent) {
    const found = declaredIn(scope).find(({ name }) => ts.isIdentifier(name) && name.text === text);
    if (found) return found;
  }
  return undefined;
}

function declaredIn(scope) {
  if (ts.isFunctionLike(scope)) return scope.parameters.flatMap(bound);
  if (ts.isBlock(scope) || ts.isSourceFile(scope) || ts.isCaseClause(scope))
    return scope.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => ofList(declarationList));
  const isLoop = ts.isForStatement(scope) || ts.isForOfStatement(scope) || ts.isForInStatement(scope);
  return isLoop && scope.initializer && ts.isVariableDeclarationList(scope.initializer)
    ? ofList(scope.initializer)
    : [];
}

const ofList = ({ declarations }) => declarations.flatMap(bound);

/** What a declaration gives names to: itself, or the parts of its pattern. */
const bound = (declaration) =>
  ts.isIdentifier(declaration.name)
    ? [declaration]
    : declaration.name.elements.filter(ts.isBindingElement).flatMap(bound);
