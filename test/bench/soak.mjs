// `npm run soak`: somebody writes at random in 200 drafts for an hour, at typing speed. Told each minute: how much memory the server uses once
// dead objects are taken out, and how long a keystroke took to be answered. Ends with 1 where memory climbs or an answer has drifted.
//
// npm run soak -- --minutes 60 --drafts 200 --keys 8 --svg docs/pictures/soak.svg   --keys a second; 0: as fast as each is answered
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { root } from '../../scripts/steps.mjs';
import { picture } from './soak/picture.mjs';
import { startServer } from './soak/server.mjs';
import { chance, draftsIn, writer } from './soak/writer.mjs';

const option = (value) => ({ type: 'string', default: value });
const { values } = parseArgs({
  options: {
    ...{ minutes: option('60'), drafts: option('200'), keys: option('8'), seed: option('1') },
    ...{ svg: { type: 'string' }, server: option(path.join(root, 'dist/server.js')) },
  },
});
const [length, count, keys, seed] = ['minutes', 'drafts', 'keys', 'seed'].map((name) => Number(values[name]));

/** Until caches are full and code is warm, memory climbs as it should: this share of the time, five minutes at most. */
const WARMING = Math.min(5, length / 4);
/** What climbs by less in an hour is none that a day's work would notice. */
const MOST_AN_HOUR = 8;
/** Ms after which nobody is taken to be in the middle of a sentence. */
const RESTED = 5000;
/** In fewer minutes nobody can tell. */
const SHORTEST = 30;
/** Between two looks, in minutes. */
const EVERY = Math.min(1, length / 12);

const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-soak-'));
try {
  process.exitCode = await soak();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function soak() {
  const drafts = draftsIn(folder, count);
  const server = await startServer(values.server, folder);
  const random = chance(seed);
  const times = [];
  const paused = () =>
    keys ? new Promise((resolve) => setTimeout(resolve, (1000 / keys) * (0.5 + random()))) : undefined;
  const { begin, visit, tabs } = writer({ server, drafts, random, paused, typed: (ms) => times.push(ms) });
  await begin();
  const minutes = [];
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 60_000;
  console.log('minute  keystrokes  p50 ms  p99 ms  processor ms each  in use MB  resident MB');
  while (elapsed() < length) {
    const until = elapsed() + EVERY;
    const burnt = server.processorTime();
    while (elapsed() < until) await visit();
    minutes.push(await look(server, elapsed(), times.splice(0), burnt));
  }
  const drifted = await differing(server, tabs);
  await server.stop();
  return tell(minutes, drifted);
}

async function look(server, minute, times, burnt) {
  const sorted = times.sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const each = (server.processorTime() - burnt) / sorted.length;
  const { heapUsed, rss } = await server.memory();
  const one = {
    minute: Math.round(minute * 10) / 10,
    ...{
      keystrokes: sorted.length,
      p50: at(0.5),
      p99: at(0.99),
      each,
      used: heapUsed / 2 ** 20,
      resident: rss / 2 ** 20,
    },
  };
  const figures = [
    one.p50.toFixed(1),
    one.p99.toFixed(1),
    each.toFixed(1),
    one.used.toFixed(1),
    one.resident.toFixed(0),
  ];
  const [p50, p99, processor, used, resident] = figures;
  console.log(
    `${String(one.minute).padStart(6)}  ${String(one.keystrokes).padStart(10)}  ${p50.padStart(6)}  ${p99.padStart(6)}  ${processor.padStart(17)}  ${used.padStart(9)}  ${resident.padStart(11)}`,
  );
  return one;
}

/** Drafts of which a server that opens them for the first time says something else. */
async function differing(server, tabs) {
  // an unfinished sentence is left alone until its writer rests (server/src/engine/writing.ts)
  await new Promise((resolve) => setTimeout(resolve, RESTED));
  const fresh = await startServer(values.server, folder);
  const drifted = [];
  for (const { uri, languageId, version, text } of tabs) {
    const answer = fresh.told(uri, version);
    fresh.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    if (!isDeepStrictEqual(await answer, server.newest(uri))) drifted.push(uri);
  }
  await fresh.stop();
  return drifted;
}

/** @returns the exit code */
function tell(minutes, drifted) {
  const settled = minutes.filter(({ minute }) => minute >= WARMING);
  const { slope, error } = line(settled.map(({ minute, used }) => [minute / 60, used]));
  const keystrokes = minutes.reduce((sum, minute) => sum + minute.keystrokes, 0);
  const middle = (key) => [...settled].sort((a, b) => a[key] - b[key])[settled.length >> 1][key].toFixed(1);
  const facts = `${Math.round(length)} minutes, ${keystrokes.toLocaleString('en')} keystrokes in ${count} drafts`;
  console.log(
    `${facts}: memory ${slope < 0 ? '' : '+'}${slope.toFixed(1)} ± ${(2 * error).toFixed(1)} MB an hour; p50 ${middle('p50')} ms, p99 ${middle('p99')} ms in the middle minute; ${drifted.length} answers drifted`,
  );
  if (values.svg) writeFileSync(values.svg, picture(minutes, facts));
  const climbs = length >= SHORTEST && slope - 2 * error > MOST_AN_HOUR;
  if (climbs) console.error('Memory climbs.');
  for (const uri of drifted) console.error(`Another answer than a fresh server's: ${uri}`);
  return climbs || drifted.length ? 1 : 0;
}

/** Least squares, with the standard error of the slope. */
function line(points) {
  const n = points.length;
  const [mx, my] = [0, 1].map((i) => points.reduce((sum, point) => sum + point[i], 0) / n);
  const sxx = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / sxx;
  const rest = points.reduce((sum, [x, y]) => sum + (y - my - slope * (x - mx)) ** 2, 0);
  return { slope, error: Math.sqrt(rest / Math.max(1, n - 2) / sxx) };
}
