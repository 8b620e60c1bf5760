// `npm start`: from a fresh clone to what a copy desk would mark in a story.
import { ensureBuilt, ensureInstalled, run, say } from './steps.mjs';

const story = 'test/samples/harbour.txt';

ensureInstalled();
ensureBuilt();
say(`What a copy desk would mark in ${story}:`);
console.log();
const color = process.stdout.isTTY ? ['--color'] : [];
// exit code 1 says that there is something to mark, which is what is to be seen
if (run(process.execPath, ['dist/cli.js', 'lint', ...color, story]) > 1) process.exit(2);
say('That is the desk. What next:');
const node = 'node dist/cli.js';
const next = [
  [`${node} lint your-draft.txt`, 'the same for a draft of yours, or a folder of them'],
  [`${node} sources ${story}`, 'who says what in it'],
  [`${node} explain unattributed-claim`, 'why the desk asks'],
  ['npm run package', 'a .vsix for VS Code: “Extensions: Install from VSIX…”'],
  ['npm test', 'every test, the editor too'],
];
const width = Math.max(...next.map(([command]) => command.length));
for (const [command, what] of next) console.log(`  ${command.padEnd(width)}   ${what}`);
