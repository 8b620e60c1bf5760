// The head of a rule's page: front matter in the plain part of YAML that a person writes by hand. What goes beyond that is told of, line
// by line, and never guessed at.

/** What the head says, and where. */
export interface PageHead {
  /** Text, yes or no, lists of text, and lists by name. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** By field, and by field and entry with a dot between; from 1. */
  readonly lines: ReadonlyMap<string, number>;
  readonly faults: readonly HeadFault[];
  /** What stands below it. */
  readonly below: string;
}

export interface HeadFault {
  readonly line: number;
  readonly message: string;
}

/** Nothing where the page has no head. */
export function readPageHead(page: string): PageHead | undefined {
  const lines = page.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (lines[0]?.trimEnd() !== '---') return undefined;
  const end = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
  if (end < 0) return undefined;
  return { ...readFields(lines.slice(1, end)), below: lines.slice(end + 1).join('\n') };
}

function readFields(lines: readonly string[]): Omit<PageHead, 'below'> {
  const fields: Record<string, unknown> = Object.create(null);
  const places = new Map<string, number>();
  const faults: HeadFault[] = [];
  let open: string | undefined;
  for (const [i, line] of lines.entries()) {
    const number = i + 2;
    const tell = (message: string): void => void faults.push({ line: number, message });
    if (/^\s*(?:#|$)/.test(line)) continue;
    const rest = line.trim();
    const isInner = line !== line.trimStart();
    if (rest.startsWith('- ') && open !== undefined) {
      const list = fields[open] ?? (fields[open] = []);
      if (!Array.isArray(list))
        tell(`A point of a list stands among the entries of "${open}". Write one or the other.`);
      else {
        places.set(`${open}.${list.length}`, number);
        list.push(saidBy(rest.slice(2), tell, open === 'patterns'));
      }
      continue;
    }
    const entry = entryIn(rest);
    if (!entry) {
      tell('This is no field. Write "name: value", or "- words" for a point of a list.');
      continue;
    }
    const name = unquoted(entry.name);
    const { value } = entry;
    if (isInner && open !== undefined) {
      const named = fields[open] ?? (fields[open] = Object.create(null));
      if (Array.isArray(named)) tell(`An entry stands among the points of "${open}". Write one or the other.`);
      else if (Object.hasOwn(named as object, name)) tell(`"${name}" stands twice in "${open}". Leave one of them.`);
      else {
        places.set(`${open}.${name}`, number);
        (named as Record<string, unknown>)[name] = saidBy(value, tell);
      }
      continue;
    }
    if (places.has(name)) {
      tell(`"${name}" stands twice. Leave one of them.`);
      open = undefined;
      continue;
    }
    places.set(name, number);
    open = value === '' ? name : undefined;
    fields[name] = value === '' ? undefined : saidBy(value, tell);
  }
  return { fields, lines: places, faults };
}

/** A name, its colon, and what stands behind white space; as they are written. */
function entryIn(line: string): { readonly name: string; readonly value: string } | undefined {
  const [name] = NAME.exec(line) ?? [];
  const behind = name === undefined ? '' : line.slice(name.length).trimStart();
  if (name === undefined || !/^:(?:\s|$)/.test(behind)) return undefined;
  return { name: name.trimEnd(), value: behind.slice(1).trimStart() };
}

const NAME = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'[{#&*!|>%@:][^:]*)/;

/** Yes or no, a list between brackets, or text. @param isPattern in which `#` is a number and begins no comment. */
function saidBy(written: string, tell: (message: string) => void, isPattern = false): unknown {
  if (written === 'true') return true;
  if (written === 'false') return false;
  if (/^[|>][+-]?$/.test(written)) {
    tell('A text over several lines is not read here. Write it on one line.');
    return undefined;
  }
  if (/^[{&*!%@`]/.test(written)) {
    tell(`A value that begins with ${written.charAt(0)} is not read here. Put it between double quotation marks.`);
    return undefined;
  }
  if (written.startsWith('[') && !isPattern) {
    if (written.endsWith(']')) return pointsOf(written.slice(1, -1));
    tell('The list is never closed. Write it on one line, or a point a line.');
    return undefined;
  }
  return isPattern && !/^["']/.test(written) ? written.trim() : unquoted(written);
}

const pointsOf = (written: string): string[] =>
  (written.match(/"(?:[^"\\]|\\.)*"|'[^']*'|[^,]+/g) ?? []).flatMap((point) =>
    point.trim() ? unquoted(point.trim()) : [],
  );

/** A comment stands behind a space. */
function unquoted(written: string): string {
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?$/.exec(written) ?? [];
  if (double !== undefined) return double.replace(/\\(.)/g, (_, unit: string) => (unit === 'n' ? '\n' : unit));
  if (single !== undefined) return single.replaceAll("''", "'");
  const comment = written.search(/\s#/);
  return (comment < 0 ? written : written.slice(0, comment)).trim();
}
