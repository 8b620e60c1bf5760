// `npm run bench:names`: is a name spelled two ways marked, and two names left alone? Prints figures and each miss, asserts nothing.
//
// Pairs set into a neutral story, beside three baselines; the pairs that the lexicon knows to be two names, with and without that
// list; stories full of names that stand close; slips of the key set into bare second references, of our own stories and of real
// ones; speed, and the curve for thousands of near-identical names. PAIRS=path measures labelled pairs of another file too (columns
// label, unit, a, b with a head line).
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { baselines, byWords } from './baselines.mjs';
import { dense, seeded } from './dense.mjs';
import { findVariants, marks, mentionsIn, percent, read } from './read.mjs';
import { slipsIn } from './slips.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');

const rows = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));

const frames = {
  person: (a, b) =>
    `The visit began on Monday. ${a} met ministers and spoke for an hour.\n\nA second visit is planned for the spring. ${b} will travel there by train.`,
  place: (a, b) => `The convoy left ${a} on Monday with food and tents.\n\nTrucks came back to ${b} two days later.`,
  org: (a, b) => `Fighters of ${a} held the bridge on Monday.\n\nA spokesman for ${b} denied it on Tuesday.`,
};
const isMarked = (unit, a, b, knownDistinct) => marks((frames[unit] ?? frames.person)(a, b), knownDistinct).length > 0;

function score(name, pairs, same, tell) {
  let [tp, fp, fn] = [0, 0, 0];
  for (const { label, unit, a, b } of pairs) {
    const hit = same(unit, a, b);
    if (label && hit) tp++;
    else if (label) fn++;
    else if (hit) fp++;
    if (tell && hit !== label) console.log(`  ${label ? 'miss ' : 'alarm'} ${a} | ${b}`);
  }
  const [p, r] = [tp / (tp + fp), tp / (tp + fn)];
  console.log(`${name.padEnd(22)} P ${percent(p)}  R ${percent(r)}  F1 ${percent((2 * p * r) / (p + r))}`);
}

function pairs(title, list, tell) {
  console.log(`\n${title}: ${list.length} pairs`);
  score('copydesk', list, (unit, a, b) => isMarked(unit, a, b, true), tell);
  for (const [name, same] of Object.entries(baselines)) score(name, list, (_, a, b) => byWords(same)(a, b), false);
}

const own = rows(path.join(here, 'pairs.tsv')).map(([label, unit, a, b]) => ({ label: label === '1', unit, a, b }));
pairs('Pairs of our own', own, true);

if (process.env.PAIRS) {
  const [head, ...others] = rows(process.env.PAIRS);
  const at = Object.fromEntries(head.map((name, i) => [name, i]));
  const list = others.map((r) => ({ label: r[at.label] === '1', unit: r[at.unit], a: r[at.a], b: r[at.b] }));
  pairs(path.basename(process.env.PAIRS), list, Boolean(process.env.VERBOSE));
}

traps('Pairs that the lexicon lists as two names', path.join(root, 'server/src/lexicon/names/not-variants.tsv'));
traps('Pairs of names/not-variants.tsv', path.join(root, '../shared/names/not-variants.tsv'));

const crowds = rows(path.join(here, 'distinct.txt')).map(([line]) => line.split('|'));
let wrong = 0;
for (const names of crowds) {
  const text = names.map((name) => `The report names ${name} on another page.`).join(' ');
  const found = marks(text).map(({ start, end }) => read(text).prose.slice(start, end));
  wrong += found.length ? 1 : 0;
  if (found.length) console.log(`  alarm ${found.join(', ')}`);
}
console.log(`\nStories of close names: ${wrong} of ${crowds.length} with a mark`);

for (const name of ['open', 'held', 'long']) {
  const { stories, written, apart } = dense(name);
  const rate = (n) => ((100 * n) / stories).toFixed(1);
  console.log(
    `Copy dense in names, ${name}: ${written} of ${stories} stories with a mark (${rate(written)} per 100); taken apart ${apart} (${rate(apart)})`,
  );
}

const { set, found, missed } = seeded();
console.log(`Inconsistencies set into the long stories: found ${found} of ${set}; missed ${missed.join('; ')}`);

slips();
realSlips();
speed();

/** Pairs of two names, with what the lexicon knows of them and without. */
function traps(title, file) {
  if (!existsSync(file)) return;
  const pairs = rows(file).filter(([a]) => a !== 'a');
  for (const heed of [true, false]) {
    const alarms = pairs.filter(([a, b]) => isMarked('person', a, b, heed));
    const list = alarms.map(([a, b]) => `${a}|${b}`).join('; ');
    console.log(`\n${title}, list ${heed ? 'heeded' : 'left out'}: ${alarms.length} of ${pairs.length} marked ${list}`);
  }
}

/** A misspelled surname at second reference, behind the full name and one more mention. */
function slips() {
  const kinds = {
    swap: (s, i) => s.slice(0, i) + s[i + 1] + s[i] + s.slice(i + 2),
    lose: (s, i) => s.slice(0, i) + s.slice(i + 1),
    double: (s, i) => s.slice(0, i) + s[i] + s.slice(i),
    wrong: (s, i) => s.slice(0, i) + (s[i] === 't' ? 'r' : 't') + s.slice(i + 1),
  };
  const people = own.filter(({ unit, label }) => unit === 'person' && label).map(({ a }) => a.split(' '));
  for (const [kind, slip] of Object.entries(kinds)) {
    let [found, all] = [0, 0];
    for (const words of people) {
      const surname = words.at(-1);
      for (let i = 2; i < surname.length - 1; i++) {
        const wrong = slip(surname, i);
        if (wrong === surname || /[^a-z]/i.test(surname)) continue;
        all++;
        const text = `The visit began on Monday. ${words.join(' ')} met ministers. Later ${surname} spoke for an hour.\n\nA second visit is planned. By noon ${wrong} had left.`;
        if (marks(text).length) found++;
      }
    }
    console.log(`Slips, ${kind.padEnd(6)} found ${found} of ${all}: ${percent(found / all)}`);
  }
}

/** The same in real stories, where there are some. */
function realSlips() {
  for (const name of ['polnear-dev', 'polnear-train-300', 'wire-dev']) {
    const file = path.join(root, '../shared/corpora', `${name}.jsonl.gz`);
    if (!existsSync(file)) continue;
    const rows = Object.entries(slipsIn(file));
    const [set, found] = ['set', 'found'].map((what) => rows.reduce((sum, [, tally]) => sum + tally[what], 0));
    const byKind = rows.map(([kind, tally]) => `${kind} ${percent(tally.found / tally.set)}`).join(', ');
    console.log(
      `Slips in bare second references of ${name}: found ${found} of ${set}: ${percent(found / set)} (${byKind})`,
    );
  }
}

function speed() {
  const seconds = (work) => {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1e6;
  };
  const text = crowds
    .map((names) =>
      names
        .map(
          (name) =>
            `The report of the town clerk names ${name} on another page, and nobody in the hall had a word to say about it.`,
        )
        .join(' '),
    )
    .join('\n\n');
  const stories = (n) => Array.from({ length: n }, () => read(text));
  for (const warm of stories(10)) findVariants(warm, { knownDistinct: true });
  const run = stories(30);
  const size = (30 * text.length) / 1e6;
  const mentions = seconds(() => {
    for (const { blocks } of run) for (const { facts } of blocks) mentionsIn(facts);
  });
  console.log(`\nSpeed on copy dense in names: mentions ${(size / mentions).toFixed(1)} MB/s`);
  const all = seconds(() => {
    for (const story of run) findVariants(story, { knownDistinct: true });
  });
  console.log(`spellings: ${(size / all).toFixed(1)} MB/s`);
  const vowels = 'aeiou';
  const near = (i) =>
    `Kh${vowels[i % 5]}r${vowels[(i >> 2) % 5]}b${vowels[(i >> 4) % 5]}d${vowels[(i >> 6) % 5]}n${(i % 97).toString(26).replace(/\d/g, 'o')}`;
  for (const n of [1250, 2500, 5000, 10000]) {
    const story = read(Array.from({ length: n }, (_, i) => `The clerk met Karim ${near(i)} at the gate.`).join('\n'));
    const ms = seconds(() => findVariants(story, { knownDistinct: true })) * 1000;
    console.log(
      `${String(n).padStart(6)} near-identical names: ${ms.toFixed(0)} ms, ${((ms / n) * 1000).toFixed(0)} µs each`,
    );
  }
}
