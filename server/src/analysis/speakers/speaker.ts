// Who a noun phrase names: a person, a role, an organisation, an outlet, a document, somebody unnamed, nobody in particular.
import { Class, classOf } from '../attribution/lexicon';
import type { Range } from '../attribution/phrase';
import { is, isCapital, isComma, isMark, isPossessive, type Reading, shape, word } from '../attribution/scope';
import { Shape } from '../../document/token';

export type SpeakerKind =
  | 'named'
  | 'role'
  | 'organisation'
  | 'media'
  | 'document'
  | 'pronoun'
  | 'anonymous'
  | 'vague'
  | 'unknown';

/** A noun phrase, read as a speaker. */
export interface Speaking {
  readonly kind: SpeakerKind;
  /** As a ledger names it: without article, title and apposition where a name stands; the pronoun as written. */
  readonly name: string;
  /** The last noun of its core, lower case: "officials" in "two Iraqi officials in Basra". */
  readonly head: string;
  /** The core without article and apposition, in tokens. */
  readonly core: Range;
  /** A name stands in the core: a person's, a place's, an organisation's. */
  readonly hasName: boolean;
  readonly plural: boolean;
}

export function speakingOf(r: Reading, { from, to }: Range): Speaking {
  const core = coreOf(r, from, to);
  const headAt = core.to - 1;
  const head = word(r, headAt);
  const hasName = someCapital(r, core);
  const kind = kindOf(r, core, headAt, hasName);
  const named = kind === 'named' ? nameIn(r, core) : core;
  return {
    kind,
    name: textOf(r, named),
    head,
    core,
    hasName,
    plural: isPluralHead(r, headAt) || joinsTwo(r, core),
  };
}

const textOf = (r: Reading, { from, to }: Range): string => {
  const start = r.tokens.start[from] ?? 0;
  const end = r.tokens.end[to - 1] ?? start;
  return r.paragraph.text.slice(start, end).replace(/['’]s?$/, '');
};

/** The noun phrase up to its first preposition, comma or relative clause, its article left out. */
function coreOf(r: Reading, from: number, to: number): Range {
  let first = from;
  while (first < to - 1 && (is(r, first, Class.article) || isMark(r, first))) first++;
  let last = first;
  while (last < to) {
    if (last > first) {
      if (isComma(r, last) || word(r, last) === '(') break;
      if (is(r, last, Class.question) || (is(r, last, Class.preposition) && word(r, last) !== 'of')) break;
      if (word(r, last) === 'of' && !isCapital(r, last - 1)) break;
      if (is(r, last, Class.time) && !isCapital(r, last + 1)) break;
    }
    last++;
  }
  while (last > first + 1 && isMark(r, last - 1)) last--;
  return { from: first, to: Math.max(last, first + 1) };
}

function someCapital(r: Reading, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) {
    if (!isCapital(r, i)) continue;
    // a capital at the start of a sentence proves nothing of a plain word
    if (
      shape(r, i, Shape.initial) &&
      (r.classes[i] !== 0 || to - from > 1 ? !isCapital(r, i + 1) || i + 1 >= to : false)
    )
      continue;
    return true;
  }
  return false;
}

const speaks = Class.person | Class.body | Class.outlet | Class.document | Class.people;

function kindOf(r: Reading, core: Range, head: number, hasName: boolean): SpeakerKind {
  const single = core.to - core.from === 1;
  if (single && is(r, head, Class.subject | Class.object)) return 'pronoun';
  if (single && indefinite.has(word(r, head))) return 'vague';
  if (is(r, head, Class.anonymous)) return 'anonymous';
  if (isCapital(r, head) && hasName && !is(r, head, speaks)) return 'named';
  if (is(r, head, Class.document) && !is(r, head, Class.outlet)) return 'document';
  if (isOutlet(r, core, head, hasName)) return 'media';
  if (is(r, head, Class.weasel) && !hasName && isBare(r, core)) return 'vague';
  if (is(r, head, Class.body)) return 'organisation';
  if (is(r, head, Class.person | Class.people))
    return isCapital(r, head) && hasName && nameIn(r, core).to < core.to ? 'named' : 'role';
  if (is(r, head, Class.document)) return 'document';
  return hasName || isCapital(r, head) ? 'named' : 'unknown';
}

const indefinite = new Set([
  'some',
  'many',
  'others',
  'most',
  'few',
  'people',
  'everyone',
  'everybody',
  'somebody',
  'someone',
]);

const isOutlet = (r: Reading, { from, to }: Range, head: number, hasName: boolean): boolean => {
  if (!is(r, head, Class.outlet)) return false;
  if (!is(r, head, Class.body | Class.document)) return true;
  for (let i = from; i < to - 1; i++) if (pressWords.has(word(r, i))) return true;
  return hasName && isCapital(r, head) && word(r, head) !== 'agency';
};

const pressWords = new Set([
  'news',
  'press',
  'tv',
  'television',
  'radio',
  'media',
  'daily',
  'weekly',
  'local',
  'state',
]);

/** No "the", no owner: nobody in particular. "The experts" were named before. */
function isBare(r: Reading, { from, to }: Range): boolean {
  const before = word(r, from - 1);
  if (before === 'the' || before === 'those' || before === 'these') return false;
  for (let i = from; i < to; i++) if (is(r, i, Class.possessive) || isPossessive(r, i)) return false;
  return isPluralHead(r, to - 1) || !is(r, from - 1, Class.article);
}

/** The name in "Russian Foreign Minister Sergei Lavrov": what stands behind the last title. */
function nameIn(r: Reading, { from, to }: Range): Range {
  let first = to - 1;
  while (
    first > from &&
    isCapital(r, first - 1) &&
    classOf(word(r, first - 1)) === 0 &&
    !isPossessive(r, first - 1) &&
    !isTitle(word(r, first - 1))
  )
    first--;
  return { from: first, to };
}

const isTitle = (w: string): boolean => {
  const last = w.slice(w.lastIndexOf('-') + 1);
  return (
    last !== w &&
    ((classOf(last) & Class.person) !== 0 || last === 'designate' || last === 'elect' || last === 'general')
  );
};

export const isPluralHead = (r: Reading, i: number): boolean => {
  const w = word(r, i);
  if (is(r, i, Class.people) || alwaysPlural.has(w)) return true;
  return w.length > 3 && w.endsWith('s') && !w.endsWith('ss') && !w.endsWith('us') && !isCapital(r, i);
};

const alwaysPlural = new Set([
  'police',
  'people',
  'they',
  'we',
  'both',
  'troops',
  'staff',
  'crew',
  'media',
  'couple',
  'family',
]);

function joinsTwo(r: Reading, { from, to }: Range): boolean {
  for (let i = from + 1; i < to - 1; i++) if (word(r, i) === 'and') return true;
  return false;
}
