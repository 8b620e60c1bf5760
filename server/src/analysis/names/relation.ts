// Relation: how two near words of names stand among the words beside them. One surname behind one first name is one person; another
// first name before it, another.
import { CLOSE, distance, isStrictlySame } from '../transliteration/likeness';
import { areFormedAlike } from './formation';
import type { Form, Occurrence } from './forms';
import { isKind } from './lists';

/**
 * How two forms stand among their neighbours: `shared` they agree · `conflict` they differ · `cross` one is a first, the other
 * a last word · `alone` one of them stands by itself.
 */
export type Relation = 'shared' | 'conflict' | 'cross' | 'alone';

const MOST_CONTEXTS = 12;

/** Each way a form stands among neighbours once. */
function contexts({ occurrences }: Form): readonly Occurrence[] {
  if (occurrences.length === 1) return occurrences;
  const seen = new Map<string, Occurrence>();
  for (const at of occurrences) {
    seen.set(`${at.position} ${at.name}`, at);
    if (seen.size > MOST_CONTEXTS) break;
  }
  return [...seen.values()];
}

export function relationOf(a: Form, b: Form): Relation {
  let conflict = false;
  let cross = false;
  let shared = false;
  const others = contexts(b);
  for (const p of contexts(a)) {
    for (const q of others) {
      const relation = relationBetween(p, q);
      if (relation === 'shared') shared = true;
      else if (relation === 'conflict') conflict = true;
      else if (relation === 'cross') cross = true;
    }
  }
  return shared ? 'shared' : conflict ? 'conflict' : cross ? 'cross' : 'alone';
}

/** In a name of three words or more, one may stray this far where the others agree. */
const STRAY = 1.25;

export function relationBetween(p: Occurrence, q: Occurrence): Relation {
  const [leftP, rightP] = sides(p);
  const [leftQ, rightQ] = sides(q);
  if ((!leftP.length && !rightP.length) || (!leftQ.length && !rightQ.length)) return 'alone';
  const cut = leftP.length !== leftQ.length || rightP.length !== rightQ.length;
  if (cut && areCutOnly(leftP, leftQ) && areCutOnly(rightP, rightQ)) return 'shared';
  if (endsApart(p, q)) return 'conflict';
  const score = { hits: 0, misses: 0, worst: 0 };
  for (let d = 0; d < Math.min(leftP.length, leftQ.length); d++) weigh(score, leftP[d] as string, leftQ[d] as string);
  for (let d = 0; d < Math.min(rightP.length, rightQ.length); d++)
    weigh(score, rightP[d] as string, rightQ[d] as string);
  const long = p.words.length === q.words.length && p.words.length > 2;
  const missed = score.misses > 0 && !(score.misses === 1 && long && score.worst <= STRAY);
  if (missed) return 'conflict';
  if (score.hits >= 1) return 'shared';
  return leftP.length > 0 !== leftQ.length > 0 ? 'cross' : 'alone';
}

/**
 * "Kim Yo-jong" and "Kim Jong Il": a given name in one word ends the one, and in the other the name goes on behind what is only a
 * part of a given name.
 */
function endsApart(p: Occurrence, q: Occurrence): boolean {
  const [whole, part] = isHyphenated(p) ? [p, q] : [q, p];
  if (!isHyphenated(whole) || isHyphenated(part)) return false;
  const goesOn = part.position < part.words.length - 1 || part.position > whole.position;
  return goesOn && part.words.length > whole.words.length && whole.words.length > 1;
}

const isHyphenated = ({ words, position }: Occurrence): boolean => {
  const { end, core, form } = words[position] as { end: number; core: number; form: string };
  return end - core > form.length;
};

/** The same letters in other words: "Rosa Maria", "Rosamaria". Nearest words come first on either side. */
const areCutOnly = (p: readonly string[], q: readonly string[]): boolean =>
  p.length === q.length
    ? p.every((word, i) => word === q[i])
    : p.join('') === q.join('') || [...p].reverse().join('') === [...q].reverse().join('');

/** The words before, nearest first, and the words behind; what any company is called says nothing. */
function sides({ words, position }: Occurrence): readonly [readonly string[], readonly string[]] {
  const left: string[] = [];
  const right: string[] = [];
  for (let i = position - 1; i >= 0; i--) keep(left, (words[i] as { form: string }).form);
  for (let i = position + 1; i < words.length; i++) keep(right, (words[i] as { form: string }).form);
  return [left, right];
}

function keep(side: string[], form: string): void {
  if (!isKind(form, 'company')) side.push(form);
}

function weigh(score: { hits: number; misses: number; worst: number }, x: string, y: string): void {
  const initial = (x.length === 1 && y.startsWith(x)) || (y.length === 1 && x.startsWith(y));
  // Petrov beside Petrova: husband and wife, brother and sister
  if (x !== y && areFormedAlike(x, y, true) && !isStrictlySame(x, y)) return;
  if (x === y || initial || distance(x, y, CLOSE) <= CLOSE) score.hits += x.length > 1 ? 1 : 0.5;
  else {
    score.misses++;
    score.worst = Math.max(score.worst, distance(x, y, STRAY + 0.05));
  }
}
