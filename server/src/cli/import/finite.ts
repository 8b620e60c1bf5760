// Other tools' regular expressions that stand for a handful of forms, written out: `colou?r`, `(?:fire|flood)s?`. What could go on for
// ever, or looks at what stands beside, is none of these. Nothing here is ever run on a text.

/** Forms of one expression, and characters and brackets within brackets of it: a person wrote no more by hand. */
const MOST_FORMS = 120;
const LONGEST = 1000;
const DEEPEST = 12;

/** All that the expression may stand for, as copy has it, without doubles; nothing where that cannot be written out. */
export function formsOf(expression: string): readonly string[] | undefined {
  if (expression.length > LONGEST) return undefined;
  const reader: Reader = { text: expression, at: 0, depth: 0 };
  const read = alternatives(reader);
  if (!read || reader.at < expression.length) return undefined;
  const forms = [...new Set(read.map((form) => form.trim().replace(/\s+/g, ' ')))].filter(Boolean);
  return forms.length ? forms : undefined;
}

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
}

type Forms = readonly string[] | undefined;

function alternatives(reader: Reader): Forms {
  const all: string[] = [];
  for (;;) {
    const one = sequence(reader);
    if (!one) return undefined;
    all.push(...one);
    if (all.length > MOST_FORMS) return undefined;
    if (reader.text[reader.at] !== '|') return all;
    reader.at++;
  }
}

function sequence(reader: Reader): Forms {
  let forms: readonly string[] = [''];
  while (reader.at < reader.text.length && !/[|)]/.test(reader.text[reader.at] as string)) {
    const one = repeated(reader, atom(reader));
    if (!one) return undefined;
    forms = forms.flatMap((form) => one.map((more) => form + more));
    if (forms.length > MOST_FORMS) return undefined;
  }
  return forms;
}

/** What stands there once, or not at all; blanks and hyphens may repeat, for copy has one of them. */
function repeated(reader: Reader, forms: Forms): Forms {
  const mark = reader.text[reader.at];
  if (!forms || mark === undefined || !/[?*+{]/.test(mark)) return forms;
  reader.at++;
  if (mark === '{' || /[?+*]/.test(reader.text[reader.at] ?? '')) return undefined;
  if (mark === '?') return ['', ...forms];
  if (!forms.every((form) => /^[\s-]$/.test(form))) return undefined;
  return mark === '*' ? ['', ...forms] : forms;
}

function atom(reader: Reader): Forms {
  const unit = String.fromCodePoint(reader.text.codePointAt(reader.at) as number);
  reader.at += unit.length;
  if (unit === '(') return group(reader);
  if (unit === '[') return oneOf(reader);
  if (unit === '\\') return escaped(reader);
  // a stop is written without a stroke by nearly everybody, and is a stop
  if (unit === '.') return /[*+?{]/.test(reader.text[reader.at] ?? '') ? undefined : ['.'];
  return /[\^$*+?{}\]]/.test(unit) ? undefined : [unit];
}

function group(reader: Reader): Forms {
  const [opening = ''] = /^(?:\?:|\?P?<\w+>)?/.exec(reader.text.slice(reader.at)) ?? [];
  reader.at += opening.length;
  if (reader.text[reader.at] === '?' || ++reader.depth > DEEPEST) return undefined;
  const forms = alternatives(reader);
  reader.depth--;
  return forms && reader.text[reader.at++] === ')' ? forms : undefined;
}

/** One of the characters between brackets. */
function oneOf(reader: Reader): Forms {
  const [, held] = /^((?:[^\\\]]|\\[^\w\s]|\\s)+)\]/.exec(reader.text.slice(reader.at)) ?? [];
  if (held === undefined || held.startsWith('^')) return undefined;
  reader.at += held.length + 1;
  const units = [...held.replace(/\\s/g, ' ').replace(/\\(.)/g, '$1')];
  const isRange = units.some((unit, i) => unit === '-' && i > 0 && i < units.length - 1);
  return isRange ? undefined : [...new Set(units)];
}

function escaped(reader: Reader): Forms {
  const unit = reader.text[reader.at++] ?? '';
  if (unit === 'b') return [''];
  if (unit === 's') return [' '];
  return unit === '' || /[\w\s]/.test(unit) ? undefined : [unit];
}
