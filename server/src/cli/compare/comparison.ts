// A comparison: each draft linted now, its findings held against those that it had before.
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import type { Arguments } from '../arguments';
import { asSettingsSay } from '../as-settings-say';
import { openDesk } from '../resolve-settings';
import { inputsOf } from '../inputs';
import { Trouble } from '../../workspace/trouble';
import { type ToldFinding, differencesIn, type OfRule } from './differences';
import type { OldAnswers } from './old-answers';

/** A contract: fields may be added, never changed. Offsets, lines and columns as in the records of `lint`. */
export interface Comparison {
  readonly version: 1;
  /** What was compared with, as the person named it; the version where a program was run. */
  readonly against: { readonly path: string; readonly version?: string };
  /** Over all drafts, by rule. */
  readonly totals: readonly OfRule[];
  /** Those that were compared, in the order in which they were read. */
  readonly drafts: readonly Draft[];
  /** `new-draft`, `draft-missing`, `draft-changed`, or what kept a draft from being read, then or now. */
  readonly notCompared: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

export interface Draft {
  readonly path: string;
  readonly rules: readonly OfRule[];
  readonly new: readonly ToldFinding[];
  readonly gone: readonly ToldFinding[];
}

/** @throws Trouble where not one draft could be compared. */
export async function compared(args: Arguments, old: OldAnswers): Promise<Comparison> {
  const desk = openDesk(args);
  const across = asSettingsSay(desk);
  const drafts: Draft[] = [];
  const left: Comparison['notCompared'][number][] = [];
  const read = new Set<string>();
  for await (const input of inputsOf(args, desk)) {
    const { shown, content } = input;
    read.add(shown);
    const before = old.records.get(shown);
    if (typeof content !== 'string') {
      left.push({ path: shown, code: content.code, message: content.message });
      continue;
    }
    const place = await desk.at(input.file);
    for (const { path: file, code, message } of desk.newProblems()) left.push({ path: file, code, message });
    if (!before) {
      left.push({ path: shown, code: 'new-draft', message: `It does not stand in ${old.name}, so all of it is new.` });
      continue;
    }
    const story = (await place.reader(input.format))(content);
    const { record } = place.answer(story, content, await across(input, place));
    const found = before.problem ?? differencesIn(story, content, before.diagnostics, record.diagnostics);
    if (typeof found === 'string') left.push({ path: shown, code: 'draft-changed', message: found });
    else if ('message' in found) left.push({ path: shown, code: found.code, message: found.message });
    else drafts.push({ path: shown, ...found });
  }
  for (const one of old.records.keys())
    if (!read.has(one) && !existsSync(path.resolve(one)))
      left.push({ path: one, code: 'draft-missing', message: `It stands in ${old.name} and is no longer there.` });
  if (!drafts.length) throw new Trouble(nothing(old, [...read], left));
  return { version: 1, against: old.against, totals: totalsOf(drafts), drafts, notCompared: left };
}

function nothing(old: OldAnswers, read: readonly string[], left: Comparison['notCompared']): string {
  const known = [...old.records.keys()];
  if (!known.length) return `${old.name} holds no draft, so there is nothing to compare with.`;
  const other = left.find(({ code }) => code !== 'new-draft' && code !== 'draft-missing');
  if (other) return `Nothing could be compared. ${other.path}: ${other.message}`;
  return `None of the drafts that were read stands in ${old.name}: it knows ${known[0]}, and here lies ${read[0] ?? 'none'}. Run compare in the folder in which the report was written, over the same paths.`;
}

function totalsOf(drafts: readonly Draft[]): OfRule[] {
  const sums = new Map<string, OfRule>();
  for (const { rules } of drafts)
    for (const one of rules) {
      const { rule, ...known } = sums.get(one.rule) ?? { rule: one.rule, new: 0, gone: 0, same: 0 };
      sums.set(rule, { rule, new: known.new + one.new, gone: known.gone + one.gone, same: known.same + one.same });
    }
  return [...sums.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1));
}
