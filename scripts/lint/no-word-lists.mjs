// ESLint: no list of words in the code that asks about them. Three words that a draft may contain, in a set, an array or a string
// that is split, belong into lexicon/ under a name (lexicon/word-lists.ts): there whoever needs the same ones finds them.
const FEWEST = 3;

/** A word in lower case, as tokens have it. */
const isWord = (text) => /^[a-z][a-z'.-]*$/.test(text);

export const noWordLists = {
  meta: {
    type: 'problem',
    messages: {
      list: 'A list of {{count}} words: give it a name in lexicon/english/word-lists.txt and ask wordList("…") for it.',
    },
  },
  create(context) {
    const source = context.sourceCode;
    const words = (node) => wordsIn(node, source).filter(isWord);
    const check = (node, found) => {
      if (found.length >= FEWEST) context.report({ node, messageId: 'list', data: { count: found.length } });
    };
    return {
      NewExpression(node) {
        if (node.callee.name === 'Set' && !isTyped(node) && node.arguments[0]) check(node, words(node.arguments[0]));
      },
      ArrayExpression(node) {
        // what is handed to a function, or is a property, lists values of ours; inside a set the set is told of
        const asked = /^(?:MemberExpression|VariableDeclarator|SpreadElement)$/.test(node.parent.type);
        if (asked && !isInside(node, 'Set') && node.elements.every((one) => one?.type === 'Literal'))
          check(node, words(node));
      },
      CallExpression(node) {
        if (splits(node) && !isInside(node, 'Set')) check(node, words(node.callee.object));
      },
    };
  },
};

/** `new Set<Role>(…)`: values of a type of our own. */
const isTyped = ({ typeArguments }) =>
  typeArguments !== undefined && typeArguments.params[0]?.type !== 'TSStringKeyword';

const splits = ({ callee }) => callee.type === 'MemberExpression' && callee.property.name === 'split';

function isInside(node, name) {
  for (let at = node.parent; at; at = at.parent)
    if (at.type === 'NewExpression' && at.callee.name === name) return true;
  return false;
}

/** Every word of the strings below a node; what `split` splits by is none. */
function wordsIn(node, source) {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value.split(/\s+/) : [];
  if (node.type === 'TemplateLiteral') return node.quasis.flatMap(({ value }) => value.raw.split(/\s+/));
  if (node.type === 'CallExpression' && splits(node)) return wordsIn(node.callee.object, source);
  // what a list or a reader of ours yields is no list here
  if (node.type === 'CallExpression' || /Function/.test(node.type)) return [];
  return (source.visitorKeys[node.type] ?? []).flatMap((key) =>
    [node[key]].flat().flatMap((child) => (child ? wordsIn(child, source) : [])),
  );
}
