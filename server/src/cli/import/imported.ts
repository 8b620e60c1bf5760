// Forms and rules out of other tools' files: Vale's vocabularies and rules, textlint's prh. What could not be taken over is told, with why.
import type { GlossaryForm } from '../../config/glossary';
import { faultsOfHouseRule } from '../../config/house-faults';
import { isClosed } from '../../language/word-classes';
import type { HouseRuleEntry } from '../../rules/as-data/spec';
import { rules as ours } from '../../rules/index';
import { inText } from '../../text/spelling';

/** What a file gave. */
export interface Imported {
  readonly forms: readonly GlossaryForm[];
  /** Rules of the house's own. */
  readonly rules: readonly ImportedRule[];
  readonly left: readonly Left[];
  /** Entries of the file that are in forms and rules. */
  readonly taken: number;
}

export interface ImportedRule {
  readonly id: string;
  readonly entry: HouseRuleEntry;
}

/** What was not taken over. */
export interface Left {
  /** As the file has it. */
  readonly what: string;
  /** The end of a sentence that begins with “Not taken over,”. */
  readonly why: string;
}

export const nothing: Imported = { forms: [], rules: [], left: [], taken: 0 };

export const EXPRESSION = 'for it is a regular expression, and no list of words or pattern says the same';

/** Nothing where the file is none of another tool's: a table, say. @param name with its ending, and its folder if that was named. */
export async function importedFrom(text: string, name: string): Promise<Imported | string | undefined> {
  if (/(?:^|[/\\])(?:accept|reject)\.txt$/i.test(name)) return (await import('./vale')).vocabulary(text, name);
  return /\.ya?ml$/i.test(name) ? (await import('./yaml-rules')).yamlRules(text, name) : undefined;
}

/** One decision for each spelling, the first that was met: two that contradict or undo one another cannot both hold. */
export function settled(all: readonly Imported[]): Imported {
  const left = all.flatMap((one) => one.left);
  const preferred = new Map<string, { form: GlossaryForm; instead: string[]; bare: boolean }>();
  const replaced = new Map<string, string>();
  let against = 0;
  for (const { prefer, instead, source } of all.flatMap((one) => one.forms)) {
    const other = replaced.get(inText(prefer));
    if (other !== undefined && other !== prefer) {
      left.push({ what: prefer, why: `for “${other}” takes its place in another entry` });
      against++;
      continue;
    }
    const known = preferred.get(prefer) ?? {
      form: { prefer, instead: [], ...(source && { source }) },
      instead: [],
      bare: false,
    };
    known.bare ||= !instead.length;
    preferred.set(prefer, known);
    for (const spelling of instead) {
      const why = whyNot(spelling, prefer, replaced, preferred);
      if (why === undefined) replaced.set(inText(spelling), prefer);
      else {
        left.push({ what: `${spelling} → ${prefer}`, why });
        against++;
      }
      if (why === undefined && !known.instead.includes(spelling)) known.instead.push(spelling);
    }
  }
  // a form of which no spelling is left says nothing; one that never had any says how it is written
  const forms = [...preferred.values()].filter(({ instead, bare }) => instead.length || bare);
  const taken = all.reduce((sum, one) => sum + one.taken, 0) - against;
  const rules = apart(all.flatMap((one) => one.rules)).filter(({ id, entry }) => {
    const [fault] = faultsOfHouseRule(id, entry, idsOfOurs);
    if (fault) left.push({ what: id, why: `for it would not be in order (${fault.message})` });
    return !fault;
  });
  return {
    forms: forms.map(({ form, instead }) => ({ ...form, instead })),
    rules,
    left,
    taken: Math.max(0, taken),
  };
}

const idsOfOurs = ours.map(({ id }) => id);

/** Two of one id get a number. */
function apart(rules: readonly ImportedRule[]): ImportedRule[] {
  const met = new Map<string, number>();
  return rules.map((rule) => {
    const count = (met.get(rule.id) ?? 0) + 1;
    met.set(rule.id, count);
    return count > 1 ? { ...rule, id: `${rule.id}-${count}` } : rule;
  });
}

function whyNot(
  spelling: string,
  prefer: string,
  replaced: ReadonlyMap<string, string>,
  preferred: ReadonlyMap<string, unknown>,
): string | undefined {
  const other = replaced.get(inText(spelling));
  if (spelling === prefer) return 'for it would replace itself';
  if (other !== undefined && other !== prefer) return `for it becomes “${other}” in another entry`;
  if (preferred.has(spelling)) return 'for another entry prefers it';
  return isClosed(spelling.toLowerCase()) ? 'for it is one of the commonest words there are' : undefined;
}

/** Sentences, one for each reason. */
export function leftInWords(left: readonly Left[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { what, why } of left) byReason.set(why, [...(byReason.get(why) ?? []), `“${what}”`]);
  return [...byReason].map(([why, what]) => `Not taken over, ${why}: ${what.join(', ')}.`);
}
