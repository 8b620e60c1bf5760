// What the draft is written in: part of the editor's state, so undoing the opening of a file gives back the old draft in its own format.
import { invertedEffects } from '@codemirror/commands';
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import type { Format } from 'copydesk';

export const setFormat = StateEffect.define<Format>();

export const formatField = StateField.define<Format>({
  create: () => 'text',
  update: (before, { effects }) => effects.find((one) => one.is(setFormat))?.value ?? before,
});

export const undoableFormat: Extension = [
  formatField,
  invertedEffects.of(({ effects, startState }) =>
    effects.some((one) => one.is(setFormat)) ? [setFormat.of(startState.field(formatField))] : [],
  ),
];

/** Formats that a person can choose, in words. */
export const formatNames: readonly (readonly [format: Format, name: string])[] = [
  ['text', 'Plain text'],
  ['wire-copy', 'Wire copy'],
  ['markdown', 'Markdown'],
  ['html', 'HTML'],
  ['xml', 'NITF or NewsML'],
  ['json', 'ninjs or other JSON'],
  ['archieml', 'ArchieML'],
];
