// Rules in YAML: told apart by what they hold. Scalars are read as text, so that "no: yes" is two words.
import * as path from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import type { Imported } from './imported';
import { prhRules } from './prh';
import { valeRule } from './vale';

/** Longest file that is read, in UTF-16 units: a dictionary of 20,000 forms is shorter. */
const LONGEST = 4 << 20;

/** @returns a sentence where the file is no rules that are known. */
export function yamlRules(text: string, file: string): Imported | string {
  const name = path.basename(file);
  if (text.length > LONGEST) return `${file} is too long to be rules. Divide it.`;
  let value: unknown;
  try {
    value = load(text.replace(/^\uFEFF/, ''), { schema: FAILSAFE_SCHEMA, json: true });
  } catch (error) {
    const [line = ''] = String((error as Error).message).split('\n');
    return `${file} is not YAML: ${line}. Put it right and import it again.`;
  }
  const rules = Object(value) as Record<string, unknown>;
  if (typeof rules.extends === 'string') return valeRule(rules, file);
  if (Array.isArray(rules.rules)) return prhRules(rules, name);
  return `${file} holds neither a rule of Vale ("extends") nor a dictionary of prh ("rules"). Name one of these, or a table.`;
}
