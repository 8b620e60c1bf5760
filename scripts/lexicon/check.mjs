// Every lexicon, checked: each row against its schema, each word against what a token can be, each name against the table that
// it names a row of, each pattern and form against its examples. What is written once is looked at once: no entry is silently dead.
//
// node scripts/lexicon/check.mjs [folder]   prints what is wrong, a line each, and exits with 1.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from '../load.mjs';
import { root } from '../steps.mjs';
import { folder, lexicons, tables } from './compile.mjs';
import { askedFor, keysOf, own } from './own.mjs';
import { readRows } from './rows.mjs';

/** No table: written by training/encode.ts, and held by a sum of its own. */
const weights = 'claims/weights.txt';

/** Where they lie that every build takes. */
const home = path.join(root, folder);

/** @param below where the lexicons lie. @returns `{ file, line, message }` of all that is wrong, in order. */
export async function faultsIn(below = home) {
  const schemas = await tables();
  const found = [];
  const files = lexicons(below);
  for (const name of files)
    if (!schemas.has(name) && name !== weights)
      found.push({ file: name, line: 1, message: 'has no schema in schemas.ts' });
  for (const name of schemas.keys())
    if (!files.includes(name))
      found.push({ file: name, line: 1, message: 'is not there, but has a schema in schemas.ts' });
  const read = new Map();
  for (const name of files.filter((file) => schemas.has(file))) {
    const table = schemas.get(name);
    const { rows, faults } = readRows(table, readFileSync(path.join(below, name), 'utf8'));
    read.set(name, { table, rows });
    found.push(...faults.map((fault) => ({ file: name, ...fault })));
  }
  // what looks further is built of these very tables, and no build takes a row that is none
  if (found.length && below === home) return inOrder(found);
  const parts = await load('scripts/lexicon/parts.ts');
  for (const [file, { table, rows }] of read) {
    const fault = (row, message) => found.push({ file, line: row.number, message });
    checkWords(table, rows, parts, fault);
    checkNames(table, rows, read, fault);
    checkValues(table, rows, fault);
    checkForms(table, rows, parts, fault);
    own[file]?.(rows, fault, read);
  }
  checkClaims(read, parts, (file, row, message) => found.push({ file, line: row.number, message }));
  return inOrder(found);
}

const inOrder = (found) => found.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);

/** Each cell with its column: those of a pair by themselves. */
function* cellsOf({ columns }, { cells }) {
  for (const [i, [name, cell]] of Object.entries(columns).entries()) {
    const text = cells[i] ?? '';
    if (cell.is === 'pair')
      for (const [k, part] of text.split(cell.between).entries()) yield [name, cell.cells[k], part];
    else if (text) yield [name, cell, text];
  }
}

/** Words and phrases are tokens, as copy has them; new ones stand once. */
function checkWords(table, rows, { tokensOf, checkForm }, fault) {
  const seen = new Map();
  for (const row of rows) {
    for (const [name, cell, text] of cellsOf(table, row)) {
      if (cell.is === 'form') attempt(() => checkForm(table.file, text), row, fault);
      if (!['word', 'words', 'phrase'].includes(cell.is)) continue;
      const wanted = cell.capitals ? text.toLowerCase() : text;
      for (const unit of cell.is === 'phrase' ? [wanted] : wanted.split(' ')) {
        const tokens = tokensOf(unit).join(' ');
        if (tokens !== unit) fault(row, `has "${unit}" in its ${name}, which copy has as "${tokens}"`);
        const before = cell.new && seen.get(unit);
        if (before) fault(row, `has "${unit}" a second time, after line ${before}`);
        seen.set(unit, row.number);
      }
    }
  }
}

function attempt(read, row, fault) {
  try {
    read();
    return true;
  } catch (error) {
    fault(row, `cannot be read: ${error.message}`);
    return false;
  }
}

/** A form with examples is what the first is, and not what the second is. */
function checkForms(table, rows, { fitsForm }, fault) {
  const names = Object.keys(table.columns);
  const at = names.indexOf('form');
  if (at < 0 || !names.includes('yes')) return;
  for (const row of rows) {
    const [form, letters, yes, no] = ['form', 'letters', 'yes', 'no'].map((name) => row.cells[names.indexOf(name)]);
    const fits = (text) => fitsForm(table.file, form, letters === 'any', text);
    if (!attempt(() => fits(yes), row, fault)) continue;
    if (!fits(yes)) fault(row, `does not fit its example "${yes}"`);
    if (no && fits(no)) fault(row, `fits "${no}", which it should not`);
  }
}

/** An id that is named is there; one that is there stands once. */
function checkNames(table, rows, read, fault) {
  const seen = new Map();
  for (const row of rows) {
    for (const [name, cell, text] of cellsOf(table, row)) {
      if (cell.is === 'id' && !cell.of && !isList(table)) {
        if (seen.has(text)) fault(row, `has the ${name} "${text}" a second time, after line ${seen.get(text)}`);
        seen.set(text, row.number);
      } else if (cell.is === 'id' && cell.of && !idsOf(read, cell.of).has(text))
        fault(row, `speaks of "${text}", which is nowhere in ${cell.of}`);
      else if (cell.is === 'ids')
        for (const part of text.split(','))
          if (!cell.or.includes(part) && !idsOf(read, cell.of).has(part.replace(/^-/, '')))
            fault(row, `speaks of "${part}", which is nowhere in ${cell.of}`);
    }
  }
}

/** The groups of claims: a group named twice goes on. */
const isList = ({ columns }) => Object.values(columns).some(({ is }) => is === 'entries');

const idsOf = (read, file) => new Set((read.get(file)?.rows ?? []).map(({ cells }) => cells[0]));

/** Every kind that a schema knows has its rows. */
function checkValues(table, rows, fault) {
  for (const [i, [name, cell]] of Object.entries(table.columns).entries()) {
    if (cell.is !== 'one of' || cell.some || cell.optional) continue;
    const used = new Set(rows.map(({ cells }) => cells[i]));
    for (const value of cell.values)
      if (!used.has(value)) fault({ number: 1 }, `has no row whose ${name} is "${value}"; take it out of schemas.ts`);
  }
}

/** Patterns, groups and what both name: read as the loader reads them. */
function checkClaims(read, { groupsOf, literalsOf, entryWords, fits, tokensOf }, fault) {
  const groupRows = read.get('claims/groups.txt')?.rows ?? [];
  const groups = groupsOf(groupRows.map(({ cells }) => cells));
  const named = new Set();
  const checkEntries = (file, row, above) => {
    for (const entry of row.cells[1].split(' ')) {
      const group = /^<([^>]*)>$/.exec(entry)?.[1];
      if (group !== undefined) {
        named.add(group);
        if (!above.has(group)) fault(file, row, `names the group <${group}>, which stands nowhere above`);
      } else checkLiterals(file, row, entryWords(entry));
    }
  };
  const checkLiterals = (file, row, literals) => {
    for (const literal of literals) {
      const tokens = tokensOf(literal).join(' ');
      if (tokens !== literal) fault(file, row, `has "${literal}", which copy has as "${tokens}"`);
    }
  };
  const above = new Set();
  for (const row of groupRows) {
    checkEntries('claims/groups.txt', row, above);
    above.add(row.cells[0]);
  }
  for (const [file, { table, rows }] of read) {
    const at = Object.values(table.columns).findIndex(({ is }) => is === 'pattern');
    if (table.columns.domain && table.columns.entries) for (const row of rows) checkEntries(file, row, above);
    if (at < 0) continue;
    for (const row of rows) {
      const pattern = row.cells[at];
      for (const [, group] of pattern.matchAll(/<([\w-]+)>/g)) named.add(group);
      const isRead = attempt(
        () => checkLiterals(file, row, literalsOf(pattern, groups)),
        row,
        (...told) => fault(file, ...told),
      );
      if (!isRead) continue;
      const [yes, no] = row.cells.slice(at + 1);
      if (yes && !fits(pattern, yes, groups)) fault(file, row, `does not fit its example "${yes}"`);
      if (no && fits(pattern, no, groups)) fault(file, row, `fits "${no}", which it should not`);
    }
  }
  const askedGroups = askedFor(/\binGroup\('([a-z-]{2,40})'/g);
  const isNamed = (id) => named.has(id) || askedGroups.has(id);
  for (const row of groupRows.filter(({ cells: [id] }, i) => groupRows.findIndex((r) => r.cells[0] === id) === i))
    if (!isNamed(row.cells[0])) fault('claims/groups.txt', row, `has the group "${row.cells[0]}", which nothing names`);
  const tested = new Set(keysOf('server/src/analysis/claims/exits.ts', 'tests'));
  for (const [file, by] of [
    ['claims/families.tsv', 'claims/patterns.tsv'],
    ['claims/exits.tsv', 'claims/exit-patterns.tsv'],
  ]) {
    const used = idsOf(read, by);
    for (const row of read.get(file)?.rows ?? [])
      if (!used.has(row.cells[0]) && !tested.has(row.cells[0]))
        fault(file, row, `has "${row.cells[0]}", which nothing names`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const below = process.argv[2];
  const faults = await faultsIn(below && path.resolve(below));
  for (const { file, line, message } of faults) console.log(`${folder}/${file}:${line} ${message}.`);
  process.exitCode = faults.length ? 1 : 0;
}
