// What of a house's rule cannot be meant though each of its settings could be: its id, its patterns, what its settings make together.
import { readPattern } from '../rules/as-data/pattern-faults';
import type { HouseRuleEntry } from '../rules/as-data/spec';
import { didYouMean } from '../text/nearest';

/** A fault with the setting that it stands in; `[]` where the rule as a whole has it. */
export interface HouseFault {
  readonly at: readonly (string | number)[];
  readonly message: string;
}

/** @param taken ids of our own rules. */
export function faultsOfHouseRule(id: string, rule: HouseRuleEntry, taken: readonly string[]): readonly HouseFault[] {
  return [...faultsOfId(id, taken), ...faultsTogether(rule), ...faultsOfPatterns(rule)].map(({ at, message }) => ({
    at,
    message: `The house rule "${id}" does not count: ${message}`,
  }));
}

function faultsOfId(id: string, taken: readonly string[]): HouseFault[] {
  if (!ID.test(id))
    return [
      {
        at: [],
        message:
          'its id is not in order. Write small letters and digits, with single hyphens between, up to 60: "no-tragedy".',
      },
    ];
  if (taken.includes(id))
    return [
      {
        at: [],
        message: `Copydesk has a rule of that id. Take another; to change ours, set it under "rules".`,
      },
    ];
  return [];
}

const ID = /^(?=.{1,60}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

function faultsTogether(rule: HouseRuleEntry): HouseFault[] {
  const { kind, phrases = [], patterns = [], replace = {}, replacement, bulk, message } = rule;
  const faults: HouseFault[] = [];
  const pairs = Object.keys(replace);
  if (!phrases.length && !patterns.length && !pairs.length)
    faults.push({ at: [], message: 'it looks for nothing. Give it "phrases", "replace" or "patterns".' });
  if (bulk && kind === 'query')
    faults.push({
      at: ['bulk'],
      message: 'a query is answered by a person, so it cannot have "bulk". Take that out, or make it a fix.',
    });
  if (bulk && replacement === undefined && !pairs.length)
    faults.push({ at: ['bulk'], message: '"bulk" needs a "replacement" or "replace" to put there.' });
  if (message.includes('{replacement}') && replacement === undefined && phrases.length + patterns.length > 0)
    faults.push({
      at: ['message'],
      message: `its message speaks of {replacement}, and ${pairs.length ? `what "${patterns.length ? 'patterns' : 'phrases'}" finds has none` : 'there is none'}. Add "replacement", or say it in words.`,
    });
  const unknown = /\{(?!found\}|replacement\})([a-z]+)\}/.exec(message)?.[1];
  if (unknown !== undefined)
    faults.push({
      at: ['message'],
      message: `its message speaks of {${unknown}}.${didYouMean(unknown, ['found', 'replacement'])} Write {found} or {replacement}.`,
    });
  for (const list of ['phrases', 'exceptions'] as const)
    for (const [i, phrase] of (rule[list] ?? []).entries())
      if (!HOLDS_WORD.test(phrase)) faults.push({ at: [list, i], message: `"${phrase}" holds no word to look for.` });
  for (const phrase of pairs)
    if (!HOLDS_WORD.test(phrase))
      faults.push({ at: ['replace', phrase], message: `"${phrase}" holds no word to look for.` });
  return faults;
}

const HOLDS_WORD = /[\p{L}\p{N}]/u;

const faultsOfPatterns = ({ patterns = [], classes = {} }: HouseRuleEntry): HouseFault[] =>
  patterns.flatMap((pattern, i) => {
    const message = readPattern(pattern, classes);
    return message === undefined ? [] : [{ at: ['patterns', i], message }];
  });
