// Checks every lexicon and writes everything that repeats a rule. `--check` writes nothing and fails where something is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './steps.mjs';
import { decisions } from './generate/decisions.mjs';
import { facts } from './generate/facts.mjs';
import { grammar } from './generate/grammar.mjs';
import { recordSchemas } from './generate/record-schemas.mjs';
import { ruleFiles, registry } from './generate/rules.mjs';
import { storyLine } from './generate/story-line.mjs';
import { thirdParty } from './generate/third-party.mjs';
import { shownWords } from './generate/words.mjs';
import { faultsIn } from './lexicon/check.mjs';
import { refuse } from './lexicon/compile.mjs';
import { refusal } from './refuse.mjs';

const check = process.argv.includes('--check');
const stale = [];

function emit([file, text]) {
  const target = path.join(root, file);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  if (check) return void stale.push(file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`wrote ${file}`);
}

try {
  const faults = await faultsIn();
  if (faults.length) throw refusal(faults.map((fault) => refuse(fault.file, fault).sentence).join('\n'));
  // the registry first: the rules' own modules import it
  emit(registry());
  for (const file of await ruleFiles()) emit(file);
  emit(await grammar());
  for (const file of await recordSchemas()) emit(file);
  emit(await storyLine());
  emit(facts());
  emit(decisions());
  emit(shownWords());
  for (const file of await thirdParty()) emit(file);
} catch (error) {
  console.error(error.sentence ?? error.errors?.map(({ text }) => text).join('\n') ?? error);
  process.exit(1);
}
if (stale.length) {
  console.error(
    `Stale, written by hand or left behind: ${stale.join(', ')}. Run npm run generate and commit what it writes.`,
  );
  process.exit(1);
}
