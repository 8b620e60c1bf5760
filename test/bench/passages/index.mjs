// Passages with the marks of a copy desk, under every rule there is: how many marks are found, how many clean passages alarmed.
//
// npm run bench:quality -- passages      node test/bench/passages/index.mjs  prints what is missed and what is too much
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { load } from '../../../scripts/load.mjs';
import { root } from '../../../scripts/steps.mjs';

/** @returns counts, and what went wrong as lines to read. A mark is found where a finding of its rule, or a place it links to, overlaps it. */
export async function passages() {
  const { readCases } = await load('server/src/rules/case-file.ts');
  const all = FILES.flatMap((name) => {
    const file = readFileSync(path.join(root, 'test/bench/passages', name), 'utf8');
    return readCases(file).map((passage) => ({ ...passage, meta: metaAbove(file, passage.line) }));
  });
  const records = lint(all);
  const sum = { marks: 0, found: 0, alarms: 0, clean: 0, alarmed: 0 };
  const wrong = [];
  all.forEach(({ name, text, expected }, index) => {
    const found = records[index].diagnostics;
    const meets = (one, mark) =>
      one.rule === mark.rule && [one, ...one.related].some(({ start, end }) => start < mark.end && mark.start < end);
    const missed = expected.filter((mark) => !found.some((one) => meets(one, mark)));
    const alarms = found.filter((one) => !expected.some((mark) => meets(one, mark)));
    sum.marks += expected.length;
    sum.found += expected.length - missed.length;
    sum.alarms += alarms.length;
    if (!expected.length) sum.clean++;
    if (!expected.length && alarms.length) sum.alarmed++;
    const show = (what) => (one) => wrong.push(`${name}: ${what} ${one.rule}: ${text.slice(one.start, one.end)}`);
    missed.forEach(show('missed'));
    alarms.forEach(show('too much'));
  });
  return { ...sum, wrong };
}

/** Each written and marked by another hand. */
const FILES = ['passages.md', 'passages-2.md'];

/** "meta: date=2016-12-07, genre=headlines" on the line above the fence. */
function metaAbove(file, line) {
  const meta = /^meta: (.*)$/.exec(file.split('\n')[line - 2] ?? '')?.[1] ?? '';
  return Object.fromEntries(
    meta
      .split(/[,\s]+/)
      .filter(Boolean)
      .map((pair) => pair.split('=')),
  );
}

function lint(all) {
  const desk = mkdtempSync(path.join(os.tmpdir(), 'copydesk-passages-'));
  try {
    writeFileSync(path.join(desk, 'copydesk.json'), '{ "root": true, "extends": "all" }');
    const input = all.map(({ name, text, meta }) => `${JSON.stringify({ id: name, text, ...meta })}\n`).join('');
    const args = [path.join(root, 'dist/cli.js'), 'lint', '--input', 'ndjson', '--fail-on', 'never', '--now', NOW];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: desk, input, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout
      .trim()
      .split('\n')
      .map((record) => JSON.parse(record));
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }
}

/** When the passages were marked: an embargo passes, and its passage is then another. */
const NOW = '2026-11-26T12:00:00Z';

if (process.argv[1] === import.meta.filename) {
  const { wrong, ...sum } = await passages();
  for (const line of wrong) console.log(line);
  console.log(
    `${sum.found} of ${sum.marks} marks found, ${sum.alarms} findings too many; ${sum.alarmed} of ${sum.clean} clean passages alarmed`,
  );
}
