// `npm run coverage`: how much of the server's source the unit tests run, folder by folder, and a floor that fails below it.
//
// node scripts/coverage.mjs [--from DIR]; `--from` reads what V8 has written there before, and runs no test.
//
// V8 counts while the tests run (NODE_V8_COVERAGE), so they run at their own speed and what they run is what they always run. What it
// says of out/ is led back to the TypeScript by the maps that esbuild wrote beside it.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'acorn';
import convert from 'ast-v8-to-istanbul';
import istanbul from 'istanbul-lib-coverage';
import { globSync } from 'tinyglobby';
import { root, run, say } from './steps.mjs';

/** Lowest share of lines and of branches that unit tests run, in per cent: a little below what was measured last. */
export const floor = { lines: 81, branches: 79 };

const sources = 'server/src';
const { values } = parseArgs({ options: { from: { type: 'string' } } });
const scratch = values.from ?? mkdtempSync(path.join(os.tmpdir(), 'copydesk-coverage-'));
let status = 0;
try {
  if (!values.from) {
    say('Running the unit tests, and counting what they run …');
    const env = { ...process.env, NODE_V8_COVERAGE: scratch };
    status = run(process.execPath, ['scripts/unit.mjs', 'unit', '--reporter', 'dot', '--timeout', '120000'], { env });
  }
  const coverage = await measured(scratch);
  console.log(table(coverage));
  const all = summaryOf(coverage.files(), coverage);
  for (const [kind, least] of Object.entries(floor)) {
    if (all[kind].pct >= least) continue;
    console.error(
      `Unit tests run ${all[kind].pct} % of the ${kind} of ${sources}, and the floor is ${least} %: test what is new, or see in the table which folder has lost.`,
    );
    status ||= 1;
  }
} finally {
  if (!values.from) rmSync(scratch, { recursive: true, force: true });
}
process.exit(status);

/** What ran, of every module: one that no test has loaded counts too, as nothing. */
async function measured(folder) {
  const ran = ranIn(folder);
  const map = istanbul.createCoverageMap();
  const modules = globSync([`out/${sources}/**/*.js`], { cwd: root, ignore: ['**/*.{txt,tsv}.js'] }).sort();
  for (const file of modules) {
    const compiled = path.join(root, file);
    if (!existsSync(path.join(root, file.slice('out/'.length).replace(/\.js$/, '.ts')))) continue;
    const code = readFileSync(compiled, 'utf8');
    const ast = parse(code, { ecmaVersion: 'latest', sourceType: 'script' });
    const sourceMap = JSON.parse(readFileSync(`${compiled}.map`, 'utf8'));
    const never = [
      { functionName: '', isBlockCoverage: true, ranges: [{ startOffset: 0, endOffset: code.length, count: 0 }] },
    ];
    for (const functions of ran.get(compiled) ?? [never])
      map.merge(await convert({ code, ast, sourceMap, coverage: { url: `file://${compiled}`, functions } }));
  }
  return map;
}

/** What V8 has counted: for each file of out/, the functions as each process of the run has run them. */
function ranIn(folder) {
  const ran = new Map();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    for (const { url, functions } of JSON.parse(readFileSync(path.join(folder, name), 'utf8')).result) {
      if (!url.startsWith('file:')) continue;
      const file = fileURLToPath(url);
      if (!file.startsWith(path.join(root, 'out', sources))) continue;
      ran.set(file, [...(ran.get(file) ?? []), functions]);
    }
  }
  return ran;
}

function summaryOf(files, coverage) {
  const sum = istanbul.createCoverageSummary();
  for (const file of files) sum.merge(coverage.fileCoverageFor(file).toSummary());
  return sum;
}

/** A row for each folder of the source, and one for all. */
function table(coverage) {
  const all = coverage.files();
  const folders = [...new Set(all.map(folderOf))].sort();
  const rows = [...folders.map((name) => [name, all.filter((file) => folderOf(file) === name)]), ['all', all]];
  const figures = rows.map(([name, files]) => {
    const { lines, branches } = summaryOf(files, coverage);
    return [name, files.length, lines.total, share(lines), branches.total, share(branches)];
  });
  const cells = [['folder', 'files', 'lines', 'run', 'branches', 'run'], ...figures];
  return cells
    .map(([name, ...rest]) => name.padEnd(12) + rest.map((one) => String(one).padStart(10)).join(''))
    .join('\n');
}

function share({ pct }) {
  return `${Number(pct).toFixed(1)} %`;
}

function folderOf(file) {
  return path.relative(path.join(root, sources), file).split(path.sep)[0];
}
