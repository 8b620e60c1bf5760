// Furniture's tables as patterns for the grammar: a form, "dpa {initials}", becomes what a line is held against.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../steps.mjs';

/** A lexicon's rows, each in its columns. */
export const rows = (name) =>
  readFileSync(path.join(root, 'server/src/lexicon', name), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));

export const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

export const anyOf = (patterns) => `(?:${patterns.join('|')})`;

export const anyCase = (pattern) => `(?i:${pattern})`;

/** @param slots what each `{slot}` may hold, as the analysis has it: anchored expressions by name. */
export function formPattern(spelling, slots, ignoresCase = false) {
  const pattern = spelling
    .split(/( ?\{[\w-]+\?\}|\{[\w-]+\})/)
    .filter(Boolean)
    .map((piece) => {
      const slot = /^( ?)\{([\w-]+)(\??)\}$/.exec(piece);
      if (!slot) return dashed(piece);
      const held = `${slot[1]}(?:${unanchored(slots[slot[2]])})`;
      return slot[3] ? `(?:${held})?` : held;
    })
    .join('');
  return ignoresCase ? anyCase(pattern) : pattern;
}

const unanchored = ({ source, ignoreCase }) => {
  const pattern = source.replace(/^\^/, '').replace(/\$$/, '');
  return ignoreCase ? anyCase(pattern) : pattern;
};

/** A dash that opens or closes a mark may be of any length and kind, a space behind or before it. */
const dashed = (text) =>
  literal(text)
    .replace(/^-{1,2}(?=.)/, '[-‐-―]{1,3} ?')
    .replace(/(?<=.)-{1,2}$/, ' ?[-‐-―]{1,3}');
