// How much work the desk does on a text, counted and not timed: the same on any machine, under any load. V8 counts how often each
// function is called and each block in it is entered; the sum of that is "steps". Runs on out/ (scripts/unit.mjs builds it).
//
// node test/bench/speed/work.mjs copy                 on the samples: steps, calls and word reads a KB
// node test/bench/speed/work.mjs judge                the share that the judge of claims has of that, and the processor time that it adds to the
//                                                    first draft of a process: the middle of many
// node test/bench/speed/work.mjs grows <least> <most> [what] steps and processor time on each shape of shapes.mjs, and how they grow: 1 is in
//                                                    proportion; of those whose names hold `what`
import { spawnSync } from 'node:child_process';
import { Session } from 'node:inspector/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../../scripts/steps.mjs';
import { asked, draftOf, files, shapes } from './shapes.mjs';

// before anything of the desk is compiled: V8 counts in what it compiles from here on
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const require = createRequire(import.meta.url);
const out = (file) => require(path.join(root, 'out/server/src', file));
const { readStory } = out('document/read.js');
const { parserFor } = out('document/formats/parser.js');
const { lint } = out('engine/lint.js');
const { rules } = out('rules/index.js');
const { recommended } = out('engine/settings.js');

const { useWeights } = out('analysis/claims/weights.js');
const { ownRules } = out('config/house-rules.js');

const samples = path.join(root, 'test/samples');
const sampled = () =>
  readdirSync(samples)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => ({
      text: readFileSync(path.join(samples, name), 'utf8'),
      format: name.endsWith('.md') ? 'markdown' : 'text',
    }));

export const measures = {
  /** @returns by what was counted, how much of it a KB of copy. */
  async copy() {
    const drafts = sampled();
    await settle(drafts);
    const { steps, calls, reads } = await counted(() => drafts.forEach(answer));
    const kilobytes = drafts.reduce((sum, { text }) => sum + text.length, 0) / 1024;
    return Object.fromEntries(
      Object.entries({ steps, calls, reads }).map(([name, count]) => [name, Math.round(count / kilobytes)]),
    );
  },
  /** @returns its share of all steps, and in how many milliseconds more a process answers its first draft. */
  async judge() {
    const drafts = sampled();
    await settle(drafts);
    const { steps } = await counted(() => drafts.forEach(answer));
    useWeights(none);
    const without = await counted(() => drafts.forEach(answer));
    const [slower, faster] = ['with', 'without'].map((name) => middle(FIRST_DRAFTS, () => firstDraft(name)));
    return {
      share: Number((1 - without.steps / steps).toFixed(3)),
      milliseconds: Number((slower - faster).toFixed(1)),
    };
  },
  /** @returns in how many milliseconds it answers. */
  async first(_least, _most, name) {
    if (name === 'without') useWeights(none);
    await session.post('Profiler.stopPreciseCoverage');
    const before = process.cpuUsage();
    answer({ text: 'The harbour was closed on Monday because of the wind.\n', format: 'text' });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  },
  /** @returns by shape, how steps grow from a draft of `least` characters to one of `most`, as a power of the length, and how many problems there are. */
  async grows(least, most, only = '') {
    const found = {};
    for (const [name, shape] of Object.entries({ ...shapes, ...files, ...asked }).filter(([name]) =>
      name.includes(only),
    )) {
      // of other words each: what was read lately is remembered
      const [before, short, long] = [least, least, most].map((length, i) => ({
        text: draftOf(shape, length, 100_000 * (i + 1)),
        format: shape.format,
        houseRules: shape.houseRules,
      }));
      await settle([before]);
      const [few, many] = [await counted(() => answer(short)), await counted(() => answer(long))];
      const times = long.text.length / short.text.length;
      found[name] = {
        slope: slope(many.steps / few.steps, times),
        time: slope(many.microseconds / few.microseconds, times),
        worst: worst(few.functions, many.functions, times),
        problems: storyOf(long).problems.length,
      };
    }
    return found;
  },
};

const none = { problem: 'The weights are left out, to see what they cost.' };
const FIRST_DRAFTS = 25;

const firstDraft = (name) =>
  Number(spawnSync(process.execPath, [import.meta.filename, 'first', '0', '0', name], { encoding: 'utf8' }).stdout);

function middle(times, measure) {
  const all = Array.from({ length: times }, measure).sort((a, b) => a - b);
  return all[times >> 1];
}

/** The power of the length with which something grows. */
const slope = (more, times) => Number((Math.log(more) / Math.log(times)).toFixed(3));

/** The functions that cost most more than their share. */
const worst = (few, many, times) =>
  [...many]
    .map(([name, steps]) => [name, Math.round(steps - times * (few.get(name) ?? 0))])
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([name, steps]) => `${name} +${steps}`);

/** What is read once a process is read before anything is counted. */
async function settle(drafts) {
  for (const { format } of drafts) parsers[format] ??= await parserFor(format);
  drafts.forEach(answer);
}

const parsers = {};
// every rule, those that are off by default too
const settings = recommended(
  rules.map((rule) => (rule.severity === 'off' ? { ...rule, severity: 'information' } : rule)),
);

const storyOf = ({ text, format }) => readStory({ text, format }, undefined, parsers[format]);
const answer = (draft) => lint(storyOf(draft), ...(draft.houseRules ? withHouse(draft.houseRules) : [settings, rules]));

/** The house's own rules and ours, as `lint` takes both. */
function withHouse(houseRules) {
  const { own, problems } = ownRules({ houseRules }, () => ({ line: 1, column: 1 }), { path: '', pages: [], rules });
  if (problems.length) throw new Error(problems[0].message);
  const all = [...rules, ...own];
  return [recommended(all), all];
}

/** Functions by which a token's word is asked for. */
const readers = new Set(['wordAt', 'recordAt', 'word']);

async function counted(run) {
  // what was counted before is let go
  await session.post('Profiler.takePreciseCoverage');
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const sum = { steps: 0, calls: 0, reads: 0, microseconds: user + system, functions: new Map() };
  for (const { url, functions } of result) {
    if (!url.includes('/out/')) continue;
    // a module hands each out by a function of the same name: whichever was called more was the reader
    const reads = new Map();
    for (const { functionName, ranges } of functions) {
      sum.calls += ranges[0].count;
      if (readers.has(functionName)) reads.set(functionName, Math.max(reads.get(functionName) ?? 0, ranges[0].count));
      const steps = ranges.reduce((all, { count }) => all + count, 0);
      const name = `${functionName || 'a function'} in ${url.replace(/^.*\/out\/server\/src\//, '')}`;
      sum.functions.set(name, (sum.functions.get(name) ?? 0) + steps);
      sum.steps += steps;
    }
    for (const count of reads.values()) sum.reads += count;
  }
  return sum;
}

const [, , what, least, most, only] = process.argv;
console.log(JSON.stringify(await measures[what](Number(least), Number(most), only)));
