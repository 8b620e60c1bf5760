// Word variants: the links between a story's name words, clustered into names with all their spellings and places.
import { inText } from '../../text/spelling';
import type { Story } from '../../document/story';
import { type Form, namesOf, type Occurrence } from './forms';
import type { Link, WrittenAt, Variant } from './variant';
import { canBeOne, type WordLink } from './words';

/** A spelling of one word: a form in one dress. */
interface Node {
  readonly text: string;
  readonly occurrences: readonly Occurrence[];
}

/** @param claimed ends, in the prose, of places that another variant has: each place is told once. */
export function wordVariants(story: Story, claimed: ReadonlySet<number>, wordLinks: readonly WordLink[]): Variant[] {
  const nodes: Node[] = [];
  const links: Link[] = [];
  const byForm = new Map<Form, readonly number[]>();
  const nodesOf = (form: Form): readonly number[] => {
    let indices = byForm.get(form);
    if (!indices) {
      const found = dressesOf(story, form, claimed);
      indices = found.map((_, i) => nodes.length + i);
      nodes.push(...found);
      byForm.set(form, indices);
      for (const other of indices.slice(1)) links.push({ a: indices[0] as number, b: other, evidence: 'format' });
    }
    return indices;
  };
  for (const { a, b, evidence } of wordLinks) {
    const from = nodesOf(a)[0];
    const to = nodesOf(b)[0];
    if (from !== undefined && to !== undefined) links.push({ a: from, b: to, evidence });
  }
  for (const form of namesOf(story).forms.values()) {
    if (form.dressed && form.occurrences.length > 1 && form.form.length > 2) nodesOf(form);
  }
  return components(nodes.length, links).map((members) => clusterOf(story, members, nodes, links));
}

function clusterOf(
  { prose }: Story,
  members: readonly number[],
  nodes: readonly Node[],
  links: readonly Link[],
): Variant {
  const index = new Map(members.map((node, i) => [node, i]));
  const own = members.map((node) => nodes[node] as Node);
  const byEnd = new Map(own.flatMap((n) => n.occurrences.map((o) => [o.base + o.word.end, o] as const)));
  return {
    spellings: own.map(({ text, occurrences }) => ({ text, places: occurrences.map((at) => placeOf(at, prose)) })),
    links: links
      .filter((l) => index.has(l.a))
      .map((l) => ({ a: index.get(l.a) as number, b: index.get(l.b) as number, evidence: l.evidence })),
    together: (odd, winner) => {
      const there = byEnd.get(odd.end);
      const others = (own[winner] as Node).occurrences.slice(0, MOST_LOOKS);
      return there === undefined || others.some((o) => canBeOne(there, o));
    },
  };
}

const MOST_LOOKS = 50;

/** The dresses of one form, apostrophe, accent, hyphen, article, each with its places; the first to stand comes first. */
function dressesOf({ prose }: Story, { occurrences }: Form, claimed: ReadonlySet<number>): Node[] {
  const byText = new Map<string, { readonly text: string; readonly occurrences: Occurrence[] }>();
  for (const at of occurrences) {
    if (at.word.acronym || claimed.has(at.base + at.word.end)) continue;
    const text = prose.slice(at.base + at.word.core, at.base + at.word.end);
    const had = byText.get(text);
    if (had) had.occurrences.push(at);
    else byText.set(text, { text, occurrences: [at] });
  }
  if (byText.size < 2) return [...byText.values()];
  return oneDress([...byText.values()]);
}

/** Dresses that differ by more than a capital or a kind of apostrophe, and that stand beside like names. */
function oneDress(all: readonly Node[]): Node[] {
  const byLetters = new Map<string, { readonly text: string; readonly occurrences: Occurrence[] }>();
  for (const { text, occurrences } of all) {
    const key = dressOf(text);
    const had = byLetters.get(key);
    if (had) had.occurrences.push(...occurrences);
    else byLetters.set(key, { text, occurrences: [...occurrences] });
  }
  const [first, ...others] = [...byLetters.values()];
  if (!first) return [];
  const like = others.filter(
    ({ text, occurrences }) =>
      !INITIALS.test(text) &&
      !INITIALS.test(first.text) &&
      isGivenOnly(first.occurrences) === isGivenOnly(occurrences) &&
      canBeOne(first.occurrences[0] as Occurrence, occurrences[0] as Occurrence),
  );
  return [first, ...like];
}

/** In lower case, but for a capital behind a hyphen: Tseng-chang, Tseng-Chang. */
function dressOf(text: string): string {
  const low = inText(text);
  return text === text.toUpperCase()
    ? low
    : low.replace(/-\p{Ll}/gu, (pair, at: number) => text.slice(at, at + pair.length));
}

/** Nothing but first names: Nursultan Nazarbayev is not the city of Nur-Sultan. */
const isGivenOnly = (occurrences: readonly Occurrence[]): boolean =>
  occurrences.every(({ position, words }) => position < words.length - 1);

/** "J-F", "J.F.": initials are no spelling. */
const INITIALS = /^\p{L}(?:[-.]\p{L})*\.?$|(?:^|-)\p{L}(?:-|$)/u;

function placeOf({ base, word, words, position, mention }: Occurrence, prose: string): WrittenAt {
  const attached = word.core > word.start && !/\s/.test(word.article);
  return {
    start: base + (attached ? word.start : word.core),
    end: base + word.end,
    text: prose.slice(base + word.core, base + word.end),
    words: [word.form],
    article: '',
    letters: { start: base + word.core, end: base + word.end },
    quoted: word.quoted,
    last: position === words.length - 1,
    full: words.length > 1 && !mention.listed,
  };
}

/** The groups that the links tie together, of two or more each, in order. */
function components(count: number, links: readonly Link[]): number[][] {
  const parent = Array.from({ length: count }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const { a, b } of links) parent[root(b)] = root(a);
  const groups = new Map<number, Set<number>>();
  for (const { a, b } of links) {
    const top = root(a);
    const group = groups.get(top);
    if (group) group.add(a).add(b);
    else groups.set(top, new Set([a, b]));
  }
  return [...groups.values()].map((group) => [...group].sort((x, y) => x - y));
}
