// ArchieML: a story as newsrooms mark it up in a shared document, its fields by their names, its copy in freeform lists. Loaded on demand.
import type { Run } from '../../../text/source-map';
import type { Span } from '../../../text/span';
import type { Draft, FieldMap, FieldName, Parsed } from '../../draft';
import { type Genre, genres } from '../../story';
import { isoDay } from '../tags/days';
import type { Field, FieldPart, Value } from '../fields/field';
import { genreSaid } from '../fields/kinds';
import { heldBy, isNoteHeld } from '../fields/notes';
import { plainReader } from '../fields/plain';
import { storyOfFields } from '../fields/story';
import { parsePlainText } from '../plain-text';
import { archieLines, whatOf } from './lines';

export function parseArchie({ text: file, fields: map }: Draft): Parsed {
  const found = fieldsIn(file, nameOf(map));
  const of = (name: FieldName): string | undefined => found.find((one) => one.name === name)?.value.text.trim();
  const said = of('genre') as Genre | undefined;
  const genre = said && genres.includes(said) ? said : genreSaid(said);
  const date = isoDay(of('date'));
  const language = of('language');
  const fields = found.flatMap(({ name, value }): Field[] =>
    isPart(name) ? [{ value, content: name === 'body' ? 'copy' : 'line', part: name }] : held(name, value),
  );
  const story = storyOfFields(file, fields, undefined, plainReader(parsePlainText));
  return {
    ...story,
    ...(date && { date }),
    ...(genre && { genre }),
    ...(language && { language }),
    problems: fields.length ? story.problems : [noStory],
  };
}

/** What must wait or never run, by the state of the story or a note to editors. */
function held(name: FieldName, value: Value): Field[] {
  const part = name === 'status' ? heldBy(value.text) : name === 'note' ? isNoteHeld(value.text) : undefined;
  return part ? [{ value, content: 'line', part }] : [];
}

const noStory = {
  code: 'unknown-archieml',
  line: 1,
  message:
    'This ArchieML holds no copy that is read: a headline, a body, a list like [+body] is wanted. Name its keys under "fields" in copydesk.json: { "body": "story.text" }.',
} as const;

// ---- which key is what ---------------------------------------------------------------------------------------------------

type NameOf = (key: string) => FieldName | undefined;

/** By the last word of a key; what settings name by the whole of it. */
function nameOf(map: FieldMap | undefined): NameOf {
  if (!map)
    return (key) =>
      names.find(([pattern]) => pattern.test(key.slice(key.lastIndexOf('.') + 1).replace(/[_-]/g, '')))?.[1];
  const named = new Map(
    Object.entries(map).flatMap(([name, paths]) =>
      [paths].flat().map((path) => [path.replace(/\[[^[\]]*\]/g, '').toLowerCase(), name as FieldName] as const),
    ),
  );
  return (key) => named.get(key.toLowerCase());
}

const names: readonly (readonly [RegExp, FieldName])[] = [
  [/^(?:headline|hed|head|title)$/i, 'headline'],
  [/^(?:subhed|subhead|subheading|subtitle|dek|deck|standfirst|summary|description|leadin|kicker)$/i, 'subhead'],
  [/^(?:byline|bylines|by|author|authors)$/i, 'byline'],
  [/^dateline$/i, 'dateline'],
  [/^(?:caption|cutline|alt|alttext)$/i, 'caption'],
  [/^(?:credit|photocredit)$/i, 'credit'],
  [/^(?:text|body|copy|story|content|graf|graph|paragraph|p|lede|lead|intro|quote|pull|pullquote)$/i, 'body'],
  [/^(?:date|published|pubdate)$/i, 'date'],
  [/^(?:lang|language)$/i, 'language'],
  [/^genre$/i, 'genre'],
  [/^(?:embargo|embargoed)$/i, 'embargo'],
  [/^(?:status|pubstatus|state)$/i, 'status'],
  [/^(?:ednote|editorsnote|notetoeditors|note)$/i, 'note'],
];

const parts: ReadonlySet<string> = new Set<FieldPart>([
  ...(['headline', 'subhead', 'byline', 'dateline', 'caption', 'credit', 'embargo', 'body'] as const),
]);
const isPart = (name: FieldName): name is FieldPart & FieldName => parts.has(name);

// ---- the values ----------------------------------------------------------------------------------------------------------

interface Found {
  readonly name: FieldName;
  readonly value: Value;
}

/** In the order of the file. Words that stand in no field and no freeform list are notes, and nobody reads them. */
function fieldsIn(file: string, name: NameOf): readonly Found[] {
  const found: Found[] = [];
  /** The scope that is open, and whether words in it are copy. */
  let scope = '';
  let freeform: FieldName | undefined;
  /** A field that may go on over lines, up to `:end`. */
  let open: { readonly name: FieldName | undefined; readonly value: Span; end: number } | undefined;
  let words: Span | undefined;
  const take = (as: FieldName | undefined, at: Span): void => {
    if (as && at.end > at.start) found.push({ name: as, value: valueAt(file, at) });
  };
  const settle = (): void => {
    if (open) take(open.name, open.value);
    if (words) take('body', words);
    open = words = undefined;
  };
  for (const { start, end, what } of archieLines(file)) {
    if (what.as === 'words') {
      const at = trimmed(file, start, end);
      if (at.start === at.end) continue;
      if (open) open.end = at.end;
      else if (freeform) words = { start: words?.start ?? at.start, end: at.end };
      continue;
    }
    if (what.as === 'end') {
      if (open) open = { ...open, value: { start: open.value.start, end: open.end } };
      settle();
      continue;
    }
    settle();
    if (what.as === 'scope') {
      scope = what.name;
      freeform = what.isFreeform && what.name ? (name(what.name) ?? 'body') : undefined;
    } else if (what.as === 'point') take(name(scope), shifted(what.value, start));
    else if (what.as === 'field') {
      const value = shifted(what.value, start);
      const own = name(scope && !what.key.includes('.') ? `${scope}.${what.key}` : what.key);
      // in a freeform list a field ends with its line: what follows is copy
      if (freeform) take(own, value);
      else open = { name: own, value, end: value.end };
    }
  }
  settle();
  return found;
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function trimmed(file: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(file.charAt(start))) start++;
  while (end > start && /\s/.test(file.charAt(end - 1))) end--;
  return { start, end };
}

/** A backslash before a line that would else be a command is none of its words. */
function valueAt(file: string, { start, end }: Span): Value {
  const runs: Run[] = [];
  let text = '';
  let from = start;
  const copy = (to: number): void => {
    if (to > from) runs.push({ prose: text.length, file: from, length: to - from });
    text += file.slice(from, to);
  };
  for (const { index } of file.slice(start, end).matchAll(/(?<=\n[ \t]{0,20})\\(?=[\\:{}[\]*\w])/g)) {
    copy(start + index);
    from = start + index + 1;
  }
  copy(end);
  return {
    ...{ start, end, text, map: { runs } },
    write: (words) => words,
    read: (written) => (/[\r\n]/.test(written) ? undefined : written),
    keeps: (edits) => edits.every((edit) => keepsLines(file, edit)),
  };
}

/** The lines that are touched do afterwards what they did before. */
function keepsLines(file: string, { start, end, text }: Span & { readonly text: string }): boolean {
  const from = file.lastIndexOf('\n', start - 1) + 1;
  const to = file.indexOf('\n', end) < 0 ? file.length : file.indexOf('\n', end);
  const after = whatOf(file.slice(from, start) + text + file.slice(end, to));
  const firstEnd = file.indexOf('\n', from) < 0 ? file.length : file.indexOf('\n', from);
  const before = whatOf(file.slice(from, firstEnd));
  return after.as === before.as && (after.as !== 'field' || (before.as === 'field' && after.key === before.key));
}
