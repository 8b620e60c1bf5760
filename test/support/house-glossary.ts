// Lints and fixes by a glossary.
import * as assert from 'node:assert/strict';
import { buildSettings } from '../../server/src/config/build';
import type { SettingsFile } from '../../server/src/config/file';
import { readStory } from '../../server/src/document/read';
import { toRecord } from '../../server/src/engine/diagnostic';
import { fixUntilStable } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import { rules } from '../../server/src/rules/index';
import { inBulk } from './fixed';

export type Glossary = NonNullable<SettingsFile['glossary']>;

export const linter = (preset: string, glossary: Glossary) => {
  const settings = buildSettings([{ extends: ['recommended', preset], glossary: inBulk(glossary) }], rules);
  return (text: string) => toRecord(lint(readStory({ text, format: 'text' }), settings, rules), text).diagnostics;
};

export function fixed(preset: string, glossary: Glossary, text: string) {
  const desk = linter(preset, glossary);
  const ends = desk(text)
    .filter(({ rule }) => /^(?:house-style|inconsistent)/.test(rule))
    .map(({ end }) => end);
  assert.equal(new Set(ends).size, ends.length, 'two findings at one place');
  const once = fixUntilStable(text, desk);
  assert.deepEqual(once.problems, []);
  assert.deepEqual(fixUntilStable(once.text, desk).applied, 0);
  return once;
}
