// Clearances that match nothing any more: their draft is gone, or their sentence has changed.
import { lstatSync } from 'node:fs';
import * as path from 'node:path';
import type { ClearanceLine } from '../config/clearance-lines';
import { inside } from '../config/path';
import { clearanceKey, clearancesFor } from '../engine/clearances';
import { ownRule } from '../rules/own-rule';
import { readClearances } from '../workspace/clearance-file';
import { liesInside } from '../workspace/regular-file';
import { slashes } from '../workspace/slashes';
import { asSettingsSay } from './as-settings-say';
import type { Desk } from './resolve-settings';
import { inputAt } from './inputs';

export interface Dead {
  /** The draft, as clearances name it. */
  readonly file: string;
  readonly why: 'gone' | 'changed';
  readonly lines: readonly ClearanceLine[];
}

/** Why, as the rest of a sentence. */
export const inWords = ({ why, lines }: Dead): string =>
  why === 'gone'
    ? 'the draft is gone'
    : lines.length === 1
      ? 'its sentence has changed, or is asked about no more'
      : 'their sentences have changed, or are asked about no more';

/** Nothing lies there. A link whose target is away, or a folder that nobody may look into, is no proof of that. */
function isGone(file: string): boolean {
  try {
    lstatSync(file);
    return false;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

/** A later run may ask it again, though nobody has touched the sentence. */
const comesAndGoes = (rule: string): boolean => ownRule(rule)?.changesWith !== undefined;

/**
 * Draft by draft. A clearance of a rule that is off here is left, and so is all of a draft that cannot be read, or that another desk
 * below has made its own: nobody can say.
 * @param within which drafts are looked at; absolute, with forward slashes.
 */
export async function deadIn(desk: Desk, root: string, within: (file: string) => boolean): Promise<Dead[]> {
  const byFile = new Map<string, ClearanceLine[]>();
  for (const line of readClearances(root).all) {
    const known = byFile.get(line.file);
    if (known) known.push(line);
    else byFile.set(line.file, [line]);
  }
  const compare = asSettingsSay(desk);
  const dead: Dead[] = [];
  for (const [file, lines] of byFile) {
    const absolute = slashes(path.resolve(root, file));
    // a line may name anything, and what lies elsewhere is not looked into
    if (inside(root, absolute) === undefined || !within(absolute)) continue;
    if (isGone(absolute)) {
      dead.push({ file, why: 'gone', lines });
      continue;
    }
    if (!liesInside(root, absolute)) continue;
    const input = await inputAt(absolute);
    if (typeof input.content !== 'string') continue;
    const place = await desk.at(absolute);
    if (place.resolved.root !== root) continue;
    const story = (await place.reader(input.format))(input.content);
    const { all } = place.answer(story, input.content, await compare(input, place));
    const asked = new Set(clearancesFor(all).map(clearanceKey));
    const idle = lines.filter(
      (line) => place.isOn(line.rule) && !comesAndGoes(line.rule) && !asked.has(clearanceKey(line)),
    );
    if (idle.length) dead.push({ file, why: 'changed', lines: idle });
  }
  return dead;
}
