// How good: the figures that `npm test` holds and `npm run bench:quality` prints, taken with the scorers of ../shared.
//
// Each scorer runs dist/cli.js as a person would and answers with JSON. Higher is better in every figure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/steps.mjs';
import { measureFacts } from './facts/index.mjs';

const shared = path.join(root, '../shared');

/** Without ../shared beside the project only what is measured on copy of our own. */
export const canMeasure = (name) => name in onOurOwn || existsSync(path.join(shared, 'tools/run.mjs'));

const onOurOwn = {
  'names, dense copy': async () => {
    const { dense } = await import('./names/dense.mjs');
    const all = [dense('open'), dense('held')];
    const sum = (what) => all.reduce((total, one) => total + one[what], 0);
    return { silent: 1 - sum('written') / sum('stories'), 'silent apart': 1 - sum('apart') / sum('stories') };
  },
  passages: async () => {
    const { passages } = await import('./passages/index.mjs');
    const { found, marks, alarmed, clean } = await passages();
    return { found: found / marks, 'clean and silent': 1 - alarmed / clean };
  },
  'names, long dense copy': async () => {
    const { dense, seeded } = await import('./names/dense.mjs');
    const { stories, written } = dense('long');
    const { set, found } = seeded();
    return { silent: 1 - written / stories, found: found / set };
  },
};

/** By measurement: a function that takes it, or promises it. Each takes seconds. */
export const measurements = {
  ...onOurOwn,
  'attribution, polnear-dev': () => attribution('corpora/polnear-dev.jsonl.gz'),
  'attribution, polnear-train-300': () => attribution('corpora/polnear-train-300.jsonl.gz'),
  claims: () => {
    const s = score('score-claims.mjs', ['corpora/claims-dev.jsonl.gz', 'corpora/claims-cut-dev.jsonl.gz'], 'lint');
    return {
      recall: s.found / s.asked,
      'not wrong': (s.right + s.arguable) / s.flagged,
      'quiet words': 1 - s.noise / (s.words / 500),
    };
  },
  names: () => {
    const s = score('score-names.mjs', ['names/pairs-dev.tsv'], 'lint');
    return { precision: s.p, f1: s.f };
  },
  'names, traps': () => {
    const s = score('score-names.mjs', ['names/not-variants.tsv'], 'lint');
    return { silent: 1 - s.falseAlarms / s.negatives };
  },
  'small facts': () => {
    const { kinds, alarms, stories } = measureFacts();
    const said = Object.values(alarms).reduce((sum, one) => sum + one, 0);
    return {
      ...Object.fromEntries(Object.entries(kinds).map(([kind, { found, set }]) => [kind, found / set])),
      silent: 1 - said / stories,
    };
  },
  'names, slips': async () => {
    const { slipsIn } = await import('./names/slips.mjs');
    const all = ['polnear-dev', 'polnear-train-300'].flatMap((name) =>
      Object.values(slipsIn(path.join(shared, `corpora/${name}.jsonl.gz`))),
    );
    const sum = (what) => all.reduce((total, tally) => total + tally[what], 0);
    return { found: sum('found') / sum('set') };
  },
  'sign-offs': () => {
    const s = score('score-sign-offs.mjs', ['corpora/wire-dev.jsonl.gz'], 'lint');
    return { found: s.found / s.have, exact: s.exact / s.have, silent: 1 - s.alarmed / s.without };
  },
};

/** @param gold a file below ../shared, or an absolute path. */
export function attribution(gold) {
  const { scores, content, cue, source } = score('score-attribution.mjs', [gold], 'sources');
  const by = Object.fromEntries(scores.map((row) => [row.name, row]));
  return {
    strict: by.strict.macroF1,
    unattributed: by.strict.unattributed.p,
    broad: by.broad.macroF1,
    content: content.F1,
    cues: cue.F1,
    source,
  };
}

function score(scorer, data, command) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      path.join(shared, 'tools', scorer),
      ...data.map((file) => path.resolve(shared, file)),
      '--',
      ...[process.execPath, path.join(root, 'dist/cli.js'), command, '--input', 'ndjson'],
    ],
    { cwd: root, env: { ...process.env, SCORE_JSON: '1' }, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`${scorer}: ${stderr.trim()}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
