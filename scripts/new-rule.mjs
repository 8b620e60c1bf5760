// npm run new-rule <id>: the three files of a rule, with a case that fails until the rule does something.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './steps.mjs';

/** A word that more rules share is no sign that they ask the same. */
const FEW = 4;

const id = process.argv[2] ?? '';
const folder = path.join(root, 'server/src/rules', id);
if (!/^[a-z]+(?:-[a-z]+)*$/.test(id))
  fail('Give the rule an id that names the fault, in lower case with hyphens: npm run new-rule buried-lead');
if (existsSync(folder)) fail(`${folder} is there already.`);

const files = {
  'rule.ts': `// One sentence: what this rule keeps from readers.
import { isProse } from '../../document/role';
import { paragraphRule } from '../rule';

export const rule = paragraphRule({
  id: '${id}',
  summary: 'One sentence for the table of rules.',
  category: 'style',
  kind: 'query',
  // what its fixes may put into the copy: rules/rule.ts
  inserts: [],
  severity: 'off',
  options: {},
  *check({ role }) {
    if (!isProse(role)) return;
    // yield { start, end, message } for what a desk would mark
  },
});
`,
  'docs.md': `## What it asks

## Why a desk cares

## When to clear it
`,
  'cases.md': `# ${id}

## What a desk marks

\`\`\`text
Replace this by {==the words a desk would mark==}{>>${id}<<}.
\`\`\`

## What it leaves alone

\`\`\`text
And this by copy that looks alike and is fine.
\`\`\`
`,
};
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
tellOfNear();
console.log(
  `server/src/rules/${id}: write cases.md first, then rule.ts; npm run generate; npm run test:unit -- --grep ${id}`,
);

/** Rules that may ask it already: those that share a word with the id, in their own or in what they ask. */
function tellOfNear() {
  const all = readdirSync(path.join(root, 'server/src/rules'), { withFileTypes: true }).flatMap(({ name }) => {
    const file = path.join(root, 'server/src/rules', name, 'rule.ts');
    if (name === id || !existsSync(file)) return [];
    const [, summary = ''] = /summary:\s*['"`](.*?)['"`],\n/.exec(readFileSync(file, 'utf8')) ?? [];
    return [`${name}: ${summary}`];
  });
  const having = (word) => all.filter((one) => one.toLowerCase().includes(word));
  // "copy" stands in every third summary and tells nothing
  const telling = id.split('-').filter((word) => word.length > 3 && having(word).length <= FEW);
  const near = new Set(telling.flatMap(having));
  if (near.size) console.log(['These may ask it already; look at them first:', ...near].join('\n  '));
  console.log('Facts that a rule can read: docs/facts.md');
}

function fail(sentence) {
  console.error(sentence);
  process.exit(2);
}
