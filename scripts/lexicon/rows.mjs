// A lexicon's file as rows of cells, each with its line, and what is wrong with a row by itself.

/** The least that a person can be told in a cell: a why, a source. */
const SHORTEST_PROSE = 2;
/** Lists of words go on in the next line, so that a change shows which word it is about. */
const LONGEST_LIST = 130;
const SOURCE_WITHIN = 12;

/**
 * @param table its schema (server/src/lexicon/schemas.ts).
 * @returns rows `{ cells, number }` and faults `{ line, message }`, in the order of the lines.
 */
export function readRows(table, text) {
  const lines = text.split('\n');
  const rows = [];
  const faults = [];
  const fault = (line, message) => faults.push({ line, message });
  if (!/^# .*source/im.test(lines.slice(0, SOURCE_WITHIN).join('\n')))
    fault(1, 'names no source in its opening comment; say where its entries come from and under which licence');
  const columns = Object.entries(table.columns);
  let list;
  lines.forEach((written, i) => {
    const line = written.trimEnd();
    if (line === '' || line.startsWith('#')) return;
    const number = i + 1;
    // "male:" alone opens a list, an entry a line
    const opened = table.lists && table.between === ': ' && /^([^:]+):$/.exec(line)?.[1];
    if (opened) {
      list = opened;
      return;
    }
    const whole = table.lists && !line.includes(table.between) && list ? `${list}${table.between}${line}` : line;
    if (whole === line) list = undefined;
    if (table.lists && line.length > LONGEST_LIST)
      fault(number, `is ${line.length} characters long; go on in another line that begins in the same way`);
    const cells = split(whole, table, columns.length);
    const message =
      wrongCount(cells.length, table) ??
      columns.map(([name, cell], k) => faultIn(cell, cells[k] ?? '', name)).find(Boolean);
    if (message) fault(number, message);
    else rows.push({ cells, number });
  });
  if (!rows.length && !faults.length) fault(1, 'has no entries');
  return { rows, faults };
}

/** Blanks look like a tab, and one tab too many like one. */
function wrongCount(count, { between, columns }) {
  const names = Object.entries(columns);
  const needed = names.filter(([, { optional }]) => !optional).length;
  if (count <= names.length && (count > 1 || needed < 2)) return undefined;
  const mark = between === '\t' ? 'one tab' : `"${between}"`;
  return `has ${count} ${count === 1 ? 'column' : 'columns'}; write ${names.map(([name]) => name).join(', ')}, with ${mark} between`;
}

/** Behind a colon stands the rest of the line. */
function split(line, { between }, columns) {
  if (between === '\t' || columns === 1) return line.split(between);
  const at = line.indexOf(between);
  return at < 0 ? [line] : [line.slice(0, at), line.slice(at + between.length)];
}

/** What is wrong with a cell, whatever else stands in the table. */
function faultIn(cell, text, name) {
  if (text === '') return cell.optional ? undefined : `has no ${name}`;
  if (text !== text.trim() || / {2}/.test(text)) return `has a space too many in its ${name}`;
  return checks[cell.is]?.(cell, text, name);
}

const isNumber = (text, { from, to }) => /^-?\d+(?:\.\d+)?$/.test(text) && Number(text) >= from && Number(text) <= to;

const checks = {
  'one of': ({ values }, text, name) =>
    values.includes(text) ? undefined : `calls its ${name} "${text}"; it is one of ${values.join(', ')}`,
  id: (_, text, name) =>
    /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/.test(text)
      ? undefined
      : `has the ${name} "${text}"; small letters, digits and hyphens`,
  number: (cell, text, name) =>
    isNumber(text, cell) ? undefined : `has the ${name} "${text}"; a number from ${cell.from} to ${cell.to}`,
  numbers: (cell, text, name) =>
    text.split(' ').every((part) => isNumber(part, cell))
      ? undefined
      : `has the ${name} "${text}"; numbers from ${cell.from} to ${cell.to}`,
  word: (_, text, name) => (text.includes(' ') ? `has several words in its ${name}` : undefined),
  phrases: (_, text, name) => (text.split('|').every(Boolean) ? undefined : `has an empty form in its ${name}`),
  prose: (_, text, name) => (text.length < SHORTEST_PROSE ? `has a ${name} of one letter` : undefined),
  pair: ({ between, cells }, text, name) => {
    const parts = text.split(between);
    if (parts.length !== 2) return `has the ${name} "${text}"; two things with "${between}" between`;
    return cells.map((cell, i) => faultIn(cell, parts[i], name)).find(Boolean);
  },
};
