// Front matter: fields at the head of a draft, in YAML, TOML or JSON. Where they begin and end; what they say is another's.
import type { Span } from '../../text/span';
import type { Problem } from '../story';
import { type Fields, lineEnd, lineNumber, nextLine } from './front-matter-field';
import { type Meaning, meaningOf } from './front-matter-meaning';
import { readYaml } from './front-matter-yaml';

/** `other`: a program that a generator runs; what it says is not read. */
export type Language = 'yaml' | 'toml' | 'json' | 'other';

/** @param at of the fields, fences left out for YAML and TOML. @returns fields by key in lower case, or a sentence on what is wrong. */
export type FieldReader = (text: string, at: Span) => Fields | Problem;

export type FieldReaders = Readonly<Partial<Record<Language, FieldReader>>>;

export interface FrontMatter extends Meaning {
  /** All of them, to tell what a change would make of the others. */
  readonly fields: Fields;
  /** Where the copy begins. */
  readonly end: number;
}

/** @param from where the file's text begins, a byte order mark passed over. @returns nothing where the file opens with copy. */
export function readFrontMatter(text: string, from: number, readers: FieldReaders): FrontMatter | undefined {
  const found = findFrontMatter(text, from);
  if (!found) return undefined;
  const { language, fields: at, end, closed } = found;
  const nothing = { end, copy: [], fields: noFields };
  if (!closed) return { ...nothing, problems: [unclosed(text, found)] };
  const fields = language === 'yaml' ? readYaml(text, at) : (readers[language]?.(text, at) ?? noFields);
  if ('code' in fields) return { ...nothing, problems: [fields] };
  return { end, fields, ...meaningOf(fields) };
}

const noFields: Fields = new Map();

/** Which language the file's front matter is in, as its first line says. */
export const languageOf = (text: string): Language | undefined => openingOf(text.slice(0, 80))?.language;

interface Opening {
  readonly language: Language;
  /** What stands alone on the line that closes it. */
  readonly fence: string;
}

/** "---", "---toml", "+++", ";;;", "{" alone or before its first field. */
function openingOf(text: string): Opening | undefined {
  const [, fence, named, brace] = OPENING.exec(text) ?? [];
  if (brace) return { language: 'json', fence: '}' };
  if (fence === undefined || (named && fence !== '---')) return undefined;
  if (fence === '+++') return { language: 'toml', fence };
  if (fence === ';;;') return { language: 'json', fence };
  return { language: languages[named || 'yaml'] ?? 'other', fence };
}

const OPENING =
  /^\ufeff?(?:(---|\+\+\+|;;;)[ \t]?(ya?ml|toml|json5?|jsonc|js|javascript|coffee|cson)?[ \t]*(?:\r|\n|$)|(\{)(?:[ \t]*(?:\r|\n|$)|\s{0,8}"[^"\n]{1,60}"\s{0,8}:))/;

const languages: Readonly<Record<string, Language>> = {
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
  jsonc: 'json',
};

interface Found extends Opening {
  readonly fields: Span;
  readonly end: number;
  readonly closed: boolean;
}

function findFrontMatter(text: string, from: number): Found | undefined {
  const opening = openingOf(text.slice(from, from + 80));
  if (!opening) return undefined;
  if (opening.fence === '}') return braced(text, from, opening);
  const start = nextLine(text, from);
  for (let at = start; at < text.length; at = nextLine(text, at)) {
    if (
      !isFence(text, at, opening.fence) &&
      !(opening.fence === '---' && isFence(text, at, '...') && opensWithField(text, start))
    )
      continue;
    return { ...opening, fields: { start, end: at }, end: nextLine(text, at), closed: true };
  }
  return unclosedFrom(text, from, opening);
}

/** YAML may end with three dots too, as copy may break off with them. */
const opensWithField = (text: string, at: number): boolean => YAML_FIELD.test(text.slice(at, at + 60));

function isFence(text: string, at: number, fence: string): boolean {
  if (!text.startsWith(fence, at)) return false;
  const stop = lineEnd(text, at);
  return stop - at <= 80 && text.slice(at + fence.length, stop).trim() === '';
}

/** JSON ends with the brace that closes its first, with nothing behind that on its line. */
function braced(text: string, from: number, opening: Opening): Found | undefined {
  const end = closingBrace(text, from);
  if (
    end !== undefined &&
    JSON_FIELD.test(text.slice(from + 1, from + 200).trimStart()) &&
    text.slice(end, Math.min(lineEnd(text, end), end + 80)).trim() === ''
  )
    return { ...opening, fields: { start: from, end }, end: nextLine(text, end), closed: true };
  return end === undefined ? unclosedFrom(text, from, opening) : undefined;
}

/** Behind the brace that closes the one at `from`; marks in strings are none. */
function closingBrace(text: string, from: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < Math.min(text.length, from + LONGEST_JSON); at++) {
    const unit = text.charAt(at);
    if (quoted && unit === '\\') at++;
    else if (unit === '"') quoted = !quoted;
    else if (unit === '\n' && quoted) return undefined;
    else if (!quoted && unit === '{') depth++;
    else if (!quoted && unit === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

const LONGEST_JSON = 50_000;

function unclosedFrom(text: string, from: number, opening: Opening): Found | undefined {
  const start = nextLine(text, from);
  const end = fieldLines(text, start, opening.language);
  return end === undefined ? undefined : { ...opening, fields: { start, end }, end, closed: false };
}

/** The end of the lines that are fields, where no fence ends them: the first must be one. */
function fieldLines(text: string, from: number, language: Language): number | undefined {
  let end: number | undefined;
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, Math.min(lineEnd(text, at), at + 200));
    const goesOn = end !== undefined && /^(?:[ \t]+\S|- |#|\[|\])/.test(line);
    if (!goesOn && !isField(language, line)) break;
    end = nextLine(text, at);
  }
  return end;
}

/**
 * Behind front matter in a plain text, where copy may open with a rule and a label too: it is closed, and its first line is a field.
 * Its fields are those of YAML, whose values stand on their lines; the other languages are a page's.
 */
export function plainFrontMatter(text: string, from: number): FrontMatter | undefined {
  const found = findFrontMatter(text, from);
  if (!found?.closed) return undefined;
  const { language, fields } = found;
  let first = fields.start;
  while (first < fields.end && /[\s#]/.test(text.charAt(first)))
    first = text[first] === '#' ? nextLine(text, first) : first + 1;
  if (language !== 'other' && !isField(language, text.slice(first, first + 200).replace(/^\{\s{0,8}/, '')))
    return undefined;
  return readFrontMatter(text, from, {});
}

const isField = (language: Language, line: string): boolean =>
  (language === 'yaml' ? YAML_FIELD : language === 'toml' ? TOML_FIELD : JSON_FIELD).test(line);

const YAML_FIELD = /^[A-Za-z_][\w-]{0,40}:(?:[ \t]|\r|\n|$)/;
const TOML_FIELD = /^(?:[\w"'.-]{1,60}[ \t]*=|\[)/;
const JSON_FIELD = /^[ \t]*"[^"\n]{1,60}"[ \t]*:/;

function unclosed(text: string, { fence, end }: Found): Problem {
  const line = lineNumber(text, Math.max(0, end - 1));
  return {
    code: 'front-matter',
    line: 1,
    message: `The front matter that opens on line 1 is never closed, so its fields were not read: put ${fence} on a line of its own behind line ${line}.`,
  };
}
