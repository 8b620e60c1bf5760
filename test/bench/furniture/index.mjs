// `npm run bench:furniture`: how well the parts of a wire story are known. Prints figures and each miss, asserts nothing.
//
// Every sign-off in sign-offs.tsv on each of sixty carrier stories, found exactly, its near miss silent; the heads of
// heads.tsv above each carrier. With WIRE=path to a corpus of real copy with the agency's own sign-offs, datelines too.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { load } from '../../../scripts/load.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { readStory } = await load('server/src/document/read.ts');

const text = (name) => readFileSync(path.join(here, name), 'utf8');
const rows = (name) =>
  text(name)
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));
const carriers = text('carriers.txt').split('\n').slice(1).join('\n').trim().split('\n===\n');

const marks = new Set(['sign-off', 'take', 'trailer', 'envelope']);
const rolesOf = (draft, wanted) => readStory({ text: draft, format: 'text' }).blocks.filter(({ role }) => wanted(role));
const marksIn = (draft) => rolesOf(draft, (role) => marks.has(role)).map(({ facts }) => facts.text);

signOffs();
heads();
if (process.env.WIRE && existsSync(process.env.WIRE)) datelines(process.env.WIRE);

function signOffs() {
  const agencies = new Map();
  let near = 0;
  let nearSilent = 0;
  for (const [agency, place, mark, miss] of rows('sign-offs.tsv')) {
    const tally = agencies.get(agency) ?? { all: 0, exact: 0 };
    agencies.set(agency, tally);
    for (const [i, carrier] of carriers.entries()) {
      // behind the last sentence: not on the carrier that ends with a table
      if (place !== 'line' && !/[.!?]["”)]?$/.test(carrier)) continue;
      const found = marksIn(join(carrier, place, mark));
      const wanted = mark.split('⏎')[0].trim();
      tally.all++;
      if (found.includes(wanted)) tally.exact++;
      else console.log(`miss    ${agency} on carrier ${i + 1}: ${wanted} → ${JSON.stringify(found)}`);
      near++;
      const wrong = marksIn(join(carrier, 'end', miss));
      if (wrong.length) console.log(`alarm   ${agency} on carrier ${i + 1}: ${miss} → ${JSON.stringify(wrong)}`);
      else nearSilent++;
    }
  }
  const shares = [...agencies.values()].map(({ all, exact }) => exact / all);
  const macro = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  console.log(
    `sign-offs on ${carriers.length} carriers: ${percent(macro)} exact, macro-average over ${agencies.size} agencies; near misses silent ${nearSilent}/${near}; carriers alone ${carriers.filter((c) => marksIn(c).length).length} alarmed`,
  );
}

function join(carrier, place, mark) {
  if (place === 'stop') return carrier.replace(/\.?["”]?$/, '') + mark;
  if (place === 'end') return `${carrier} ${mark}`;
  const blank = /\n\n\S/.test(carrier) ? '\n\n' : '\n';
  return `${carrier}${blank}${mark.replaceAll('⏎', blank)}`;
}

function heads() {
  const tallies = new Map();
  for (const [role, line, place = '', day = '', agency = ''] of rows('heads.tsv')) {
    const tally = tallies.get(role) ?? { all: 0, right: 0 };
    tallies.set(role, tally);
    for (const [i, carrier] of carriers.entries()) {
      const inLine = role === 'dateline' || role === '-';
      // a dateline opens the first sentence: the carriers whose first line is a headline cannot carry one
      if (
        inLine &&
        (!/[.!?]["”)]?$/.test(carrier.split('\n\n')[0].split('\n').slice(0, 3).join(' ')) || /^\s/.test(carrier))
      )
        continue;
      tally.all++;
      const draft = inLine ? line + carrier : `${line}\n\n${carrier}`;
      const blocks = rolesOf(draft, (found) => ['dateline', 'byline', 'credit', 'slug'].includes(found));
      const right =
        role === '-' ? blocks.length === 0 : blocks.some((block) => isRight(block, { role, line, place, day, agency }));
      if (right) tally.right++;
      else
        console.log(
          `wrong   ${role} on carrier ${i + 1}: ${line} → ${JSON.stringify(blocks.map((b) => [b.role, b.facts.text, b.data]))}`,
        );
    }
  }
  for (const [role, { all, right }] of tallies)
    console.log(
      `${role === '-' ? 'lines that only look like furniture, silent' : role}: ${right}/${all} (${percent(right / all)})`,
    );
}

function isRight({ role, facts, data }, wanted) {
  if (role !== wanted.role || facts.text !== wanted.line.trim()) return false;
  if (role !== 'dateline') return true;
  const parts = [data?.date?.slice(0, 4), data?.month, data?.day].filter((part) => part !== undefined);
  return (
    (data?.place ?? '') === wanted.place && parts.join('-') === wanted.day && (data?.agency ?? '') === wanted.agency
  );
}

/** Real datelines, put back before the text they were taken from. */
function datelines(file) {
  const raw = readFileSync(file);
  const stories = (file.endsWith('.gz') ? gunzipSync(raw) : raw)
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ dateline }) => dateline?.trim());
  let known = 0;
  for (const { id, dateline, text } of stories) {
    const [found] = rolesOf(`${dateline} ${text}`, (role) => role === 'dateline');
    if (found?.data?.place && found.data.day && found.facts.text === dateline.trim()) known++;
    else if (process.env.VERBOSE) console.log(`dateline ${id}: ${dateline} → ${found?.facts.text}`);
  }
  console.log(
    `datelines of real copy: ${known}/${stories.length} (${percent(known / stories.length)}) exactly, with place and day`,
  );
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
