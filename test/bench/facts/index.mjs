// `npm run bench:facts`: what the rules on small facts find. Slips set into real stories that have none, one at a time, and what the
// rules say of the same stories as they stand. Needs ../shared; nothing of its stories is kept or printed save, with VERBOSE=1, what was missed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../../../scripts/steps.mjs';
import { slips, whole } from './slips.mjs';

const corpora = ['polnear-dev', 'polnear-train-300', 'wire-dev'].map((name) =>
  path.join(root, `../shared/corpora/${name}.jsonl.gz`),
);
const rules = ['weekday-mismatch', 'inconsistent-age', 'sum-mismatch'];
const home = path.join(root, 'server/src/rules');
/** All rules by id: the others are turned off, for speed. */
const every = readdirSync(home).filter((name) => existsSync(path.join(home, name, 'rule.ts')));
/** Slips of one kind in one story, at most: a table of rises would drown the rest. */
const MOST = 3;

/** By kind of slip: `{ found, set }`; and under `alarms` what is said of the stories as they stand. */
export function measureFacts() {
  const stories = corpora.flatMap(read);
  const drafts = stories.map(({ id, title, dateline, text, date }) => ({
    id: `${id}`,
    text: title && dateline !== undefined ? whole({ title, dateline, text }) : text,
    date,
  }));
  const before = lint(drafts);
  const said = new Map(drafts.map(({ id }, i) => [id, count(before[i])]));
  const set = [];
  for (const story of stories)
    for (const [kind, slip] of Object.entries(slips))
      for (const { text, date } of [...slip.set(story)].slice(0, MOST))
        set.push({ kind, rule: slip.rule, of: story.id, draft: { id: String(set.length), text, date } });
  const after = lint(set.map(({ draft }) => draft));
  const kinds = Object.fromEntries(Object.keys(slips).map((kind) => [kind, { found: 0, set: 0 }]));
  for (const [i, { kind, rule, of, draft }] of set.entries()) {
    const tally = kinds[kind];
    tally.set++;
    if ((count(after[i])[rule] ?? 0) > (said.get(String(of))?.[rule] ?? 0)) tally.found++;
    else if (process.env.VERBOSE)
      console.log(`missed  ${kind}: ${of}\n${process.env.VERBOSE > 1 ? draft.text.slice(0, 400) : ''}`);
  }
  const alarms = Object.fromEntries(
    rules.map((rule) => [rule, [...said.values()].reduce((sum, by) => sum + (by[rule] ?? 0), 0)]),
  );
  return { kinds, alarms, stories: stories.length };
}

export const canMeasureFacts = () => corpora.every((file) => existsSync(file));

const read = (file) =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

function count({ diagnostics }) {
  const by = {};
  for (const { rule } of diagnostics) by[rule] = (by[rule] ?? 0) + 1;
  return by;
}

/** Through dist/cli.js, as a person would, with these rules alone. */
function lint(drafts) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'copydesk-facts-'));
  try {
    const settings = path.join(home, 'copydesk.json');
    writeFileSync(
      settings,
      JSON.stringify({
        root: true,
        rules: Object.fromEntries(every.map((rule) => [rule, rules.includes(rule) ? 'information' : 'off'])),
      }),
    );
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [path.join(root, 'dist/cli.js'), 'lint', '--input', 'ndjson', '--config', settings],
      { input: drafts.map((draft) => `${JSON.stringify(draft)}\n`).join(''), encoding: 'utf8', maxBuffer: 1 << 29 },
    );
    if (status === null || status > 1) throw new Error(stderr.trim());
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  if (!canMeasureFacts()) console.log('Not measured: there is no ../shared beside the project.');
  else {
    const { kinds, alarms, stories } = measureFacts();
    for (const [kind, { found, set }] of Object.entries(kinds))
      console.log(`${kind.padEnd(34)} ${found}/${set} found (${((found / set) * 100).toFixed(0)} %)`);
    for (const [rule, said] of Object.entries(alarms))
      console.log(`${rule.padEnd(34)} says ${said} on ${stories} stories as they stand`);
  }
}
