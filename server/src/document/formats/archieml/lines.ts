// The lines of ArchieML (archieml.org, 1.0), each by what it does: a field, a scope, a command, or words.
import type { Span } from '../../../text/span';

export interface ArchieLine extends Span {
  readonly what:
    | { readonly as: 'field'; readonly key: string; readonly value: Span }
    /** `{scope}`, `[list]`, `[+freeform]`; without a name it closes what is open. */
    | { readonly as: 'scope'; readonly name: string; readonly isFreeform: boolean }
    /** `* point` of a list. */
    | { readonly as: 'point'; readonly value: Span }
    | { readonly as: 'end' | 'skip' | 'endskip' | 'ignore' }
    | { readonly as: 'words' };
  /** From 1. */
  readonly line: number;
}

const FIELD = /^[ \t]*([\w.-]{1,120})[ \t]*:[ \t]*/;
const OPENING = /^[ \t]*([{[])/;
const SCOPE = /^([+.]{0,4})[ \t]{0,20}([\w.-]{0,120})$/;
const POINT = /^[ \t]*\*[ \t]*/;
const COMMAND = /^[ \t]*:[ \t]*(endskip|ignore|skip|end)\b/i;

/** What a line does, white space at its ends left out of what it says. */
export function whatOf(text: string): ArchieLine['what'] {
  const command = COMMAND.exec(text)?.[1]?.toLowerCase();
  if (command) return { as: command as 'end' | 'skip' | 'endskip' | 'ignore' };
  const field = FIELD.exec(text);
  if (field) return { as: 'field', key: field[1] as string, value: rest(text, field[0].length) };
  const point = POINT.exec(text);
  if (point) return { as: 'point', value: rest(text, point[0].length) };
  const scope = scopeOf(text);
  if (scope) return scope;
  return { as: 'words' };
}

/** `{scope}`, `[+list]`, `[]`; what stands behind it on its line is nobody's. */
function scopeOf(text: string): ArchieLine['what'] | undefined {
  const [opened, mark] = OPENING.exec(text) ?? [];
  if (opened === undefined) return undefined;
  const end = text.indexOf(mark === '[' ? ']' : '}', opened.length);
  const [, marks, name] = (end < 0 ? undefined : SCOPE.exec(text.slice(opened.length, end).trim())) ?? [];
  return marks === undefined || name === undefined ? undefined : { as: 'scope', name, isFreeform: marks.includes('+') };
}

const rest = (text: string, from: number): Span => ({ start: from, end: Math.max(from, text.trimEnd().length) });

/** All lines up to `:ignore`, those between `:skip` and `:endskip` left out. */
export function* archieLines(file: string): Generator<ArchieLine> {
  let line = 0;
  let skipping = false;
  for (let start = 0; start < file.length; ) {
    line++;
    const to = file.indexOf('\n', start);
    const end = to < 0 ? file.length : to;
    const what = whatOf(file.slice(start, end));
    if (what.as === 'endskip') skipping = false;
    else if (!skipping) {
      if (what.as === 'ignore') return;
      if (what.as === 'skip') skipping = true;
      else yield { start, end, what, line };
    }
    start = end + 1;
  }
}
