// `npm run mutate`: changes the code that makes fixes, converts places and keeps clearances, one small thing at a time, and says which
// changes no test notices. Stryker does it (scripts/mutation); scripts/mutation/groups.mjs says which code, which tests, which floor.
//
// node scripts/mutate.mjs [Stryker's own flags: --mutate FILE …]. What was tried is kept in .stryker/, so that one file that is tried
// again is told with what the others did before. Never in `npm test`: all of it takes some ten minutes of one core.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { floor, groups } from './mutation/groups.mjs';
import { isInstalled, must, root, run, say } from './steps.mjs';

const folder = path.join(root, 'scripts/mutation');
const report = path.join(root, '.stryker/report.json');
// Stryker would keep what it knows of a mutant where only the body of a test has changed
const flags = ['--force', ...process.argv.slice(2)];

if (!isInstalled(folder)) {
  say('Installing Stryker beside the project (npm ci in scripts/mutation) …');
  must('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
}
rmSync(report, { force: true });
const stryker = path.join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const status = run(process.execPath, [stryker, 'run', path.join(folder, 'stryker.config.mjs'), ...flags]);
if (status !== 0 || !existsSync(report)) process.exit(status || 1);
process.exit(told(JSON.parse(readFileSync(report, 'utf8')).files) ? 0 : 1);

/** A row for each file, group and all; a sentence for each of the last two below the floor. @returns whether there is none. */
function told(files) {
  const faults = [];
  const row = (name, counts) => {
    const score = (100 * counts.noticed) / (counts.noticed + counts.survived);
    const cells = [counts.noticed + counts.survived, counts.survived, counts.left, `${score.toFixed(1)} %`];
    console.log(name.padEnd(44) + cells.map((cell) => String(cell).padStart(11)).join(''));
    return score;
  };
  console.log(
    '\n' + ''.padEnd(44) + ['mutants', 'survived', 'left out', 'noticed'].map((one) => one.padStart(11)).join(''),
  );
  const all = [];
  for (const [group, members] of Object.entries(groups)) {
    const tried = members.filter((file) => files[file]);
    if (!tried.length) continue;
    for (const file of tried) row(`  ${file}`, counted(files[file].mutants));
    const mutants = tried.flatMap((file) => files[file].mutants);
    all.push(...mutants);
    const score = row(group, counted(mutants));
    if (score < floor) faults.push(`Tests notice ${score.toFixed(1)} % of the mutants of ${group}`);
  }
  const score = row('all', counted(all));
  if (score < floor) faults.push(`Tests notice ${score.toFixed(1)} % of all mutants`);
  for (const fault of faults)
    console.error(`${fault}, and the floor is ${floor} %: read the survivors above, and test what they break.`);
  return faults.length === 0;
}

/** `left`: what runs when a file is loaded, what does not compile, what the source says can make no difference. */
function counted(mutants) {
  const count = (...kinds) => mutants.filter(({ status }) => kinds.includes(status)).length;
  return {
    noticed: count('Killed', 'Timeout'),
    survived: count('Survived', 'NoCoverage'),
    left: count('Ignored', 'CompileError', 'RuntimeError', 'Pending'),
  };
}
