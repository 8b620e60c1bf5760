// Vale's vocabularies and its rules of substitution and existence.
import { formsOf } from './finite';
import { EXPRESSION, type Imported, type Left, nothing } from './imported';
import { soughtIn } from './sought';
import { entryOf, idOf, scopeOf, textOf, textsOf, type ValeRule } from './vale-entry';

/** `accept.txt`: forms that the house writes; `reject.txt`: words that it does not. A line each, `#` for comments. */
export function vocabulary(text: string, name: string): Imported {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (/reject\.txt$/i.test(name)) return banned(lines, name);
  const forms: Imported['forms'][number][] = [];
  const left: Left[] = [];
  for (const line of lines) {
    const [prefer, second] = formsOf(line) ?? [];
    if (prefer === undefined || second !== undefined) left.push({ what: line, why: EXPRESSION });
    else forms.push({ prefer, instead: [], source: 'Vale, accept.txt' });
  }
  return { ...nothing, forms, left, taken: forms.length };
}

/** As Vale itself says it of them. */
const banned = (lines: readonly string[], name: string): Imported =>
  valeRule(
    { extends: 'existence', message: "Avoid using '%s'.", level: 'error', ignorecase: 'true', tokens: lines },
    name,
  );

/** @param name of the file, with its folder where that was named. */
export function valeRule(rule: ValeRule, name: string): Imported {
  const kind = textOf(rule.extends);
  if (kind !== 'existence' && kind !== 'substitution')
    return whole(name, `for a rule of the kind “${kind}” measures or compares and is no list of forms`);
  const scope = scopeOf(rule);
  if (typeof scope === 'string')
    return whole(name, `for it keeps to “${scope}”, and no part of a story is that for a house rule`);
  if (rule.pos !== undefined) return whole(name, 'for it asks for parts of speech');
  return kind === 'existence' ? existence(rule, name) : substitution(rule, name);
}

const whole = (what: string, why: string): Imported => ({ ...nothing, left: [{ what, why }] });

function existence(rule: ValeRule, name: string): Imported {
  const { taken, left, ...sought } = soughtIn(textsOf(rule.tokens), textsOf(rule.raw).join(''), isExact(rule));
  if (!taken) return { ...nothing, left };
  const removes = textOf((Object(rule.action) as { name?: unknown }).name) === 'remove';
  const looks = {
    ...(sought.phrases.length && { phrases: sought.phrases }),
    ...(sought.patterns.length && { patterns: sought.patterns }),
    ...(Object.keys(sought.classes).length && { classes: sought.classes }),
    ...(removes && { replacement: '' }),
  };
  const { exceptions, left: beside } = exceptionsOf(rule);
  const entry = entryOf({ ...rule, exceptions }, looks, name);
  return { forms: [], rules: [{ id: idOf(name), entry }], left: [...left, ...beside], taken };
}

/** What is decided once and for all is a form of the glossary; what is proposed, to be chosen, or for a part of the copy is a rule. */
function substitution(rule: ValeRule, name: string): Imported {
  const { exceptions, left } = exceptionsOf(rule);
  const proposed = textOf(rule.level) === 'suggestion' || exceptions.length > 0 || scopeOf(rule) !== undefined;
  const forms: Imported['forms'][number][] = [];
  const replace: Record<string, string | string[]> = {};
  const avoided: string[] = [];
  let taken = 0;
  for (const [from, to] of pairsOf(rule.swap)) {
    const texts = replacementsOf(to);
    const [first] = texts;
    const sought = formsOf(from.replace(/^\(\?i\)/, ''))?.filter((form) => /[\p{L}\p{N}]/u.test(form)) ?? [];
    // "chat ?bots?" is the chatbot that takes its place, too
    const instead = sought.length > 1 ? sought.filter((form) => !texts.includes(form)) : sought;
    if (!instead.length) {
      left.push({ what: `${from} → ${to}`, why: EXPRESSION });
      continue;
    }
    taken++;
    if (first === undefined) avoided.push(...instead);
    else if (texts.length > 1 || proposed) for (const form of instead) replace[form] = texts.length > 1 ? texts : first;
    else forms.push({ prefer: first, instead, source: textOf(rule.link) || `Vale, ${baseOf(name)}` });
  }
  const of = { ...rule, exceptions };
  const rules = [
    ...(Object.keys(replace).length ? [{ id: idOf(name), entry: entryOf(of, { replace }, name) }] : []),
    ...(avoided.length
      ? [{ id: `${idOf(name)}-avoid`, entry: entryOf({ ...of, message: AVOID }, { phrases: avoided }, name) }]
      : []),
  ];
  return { forms, rules, left, taken };
}

const AVOID = "Avoid using '%s'.";

export const isExact = ({ ignorecase }: ValeRule): boolean => textOf(ignorecase) !== 'true';

const baseOf = (name: string): string => name.replace(/^.*[/\\]/, '');

/** One or several to choose from; "pilot(s)" is two. None where it is not written out. */
function replacementsOf(to: string): string[] {
  const texts = to.split('|').flatMap((one) => {
    const text = one.trim().replace(/^'(.*)'$/, '$1');
    const [, stem, ending] = /^(.*\p{L})\((e?s)\)$/u.exec(text) ?? [];
    return stem === undefined ? [text] : [stem, `${stem}${ending}`];
  });
  return texts.some((text) => text === '' || /[\\^$*+()[\]{}]/.test(text)) ? [] : [...new Set(texts)];
}

function exceptionsOf(rule: ValeRule): { readonly exceptions: readonly string[]; readonly left: Left[] } {
  const exceptions: string[] = [];
  const left: Left[] = [];
  for (const what of textsOf(rule.exceptions)) {
    const forms = formsOf(what)?.filter((form) => /[\p{L}\p{N}]/u.test(form));
    if (forms?.length) exceptions.push(...forms);
    else left.push({ what, why: EXPRESSION });
  }
  return { exceptions, left };
}

/** `swap` is a map, or a list of maps. */
const pairsOf = (swap: unknown): [string, string][] =>
  [swap]
    .flat()
    .flatMap((map) => Object.entries(Object(map)))
    .map(([from, to]) => [from, textOf(to)]);
