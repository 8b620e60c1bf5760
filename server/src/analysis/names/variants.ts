// Variants of a story: every name that it spells in more than one way, clustered, each place in one cluster only.
import type { Story } from '../../document/story';
import { perStory } from '../memo';
import { type CutLink, cutLinks } from './cuts';
import { type Form, namesOf, type Occurrence } from './forms';
import { knownVariants } from './known';
import type { Evidence, Link, Place, Spelling, Variant } from './variant';
import { canBeOne, wordLinks } from './words';

export interface VariantOptions {
  /** Heed the list of pairs that are known to be two names. Off only to measure what the analysis does without it. */
  readonly knownDistinct: boolean;
}

/** Every name of the story that is spelled in more than one way, as the rules read it. */
export const variantsOf = perStory((story: Story) => findVariants(story, { knownDistinct: true }));

export function findVariants(story: Story, { knownDistinct }: VariantOptions): readonly Variant[] {
  const claimed = new Set<number>();
  const variants: Variant[] = [];
  const take = (variant: Variant): void => {
    variants.push(variant);
    for (const { places } of variant.spellings) for (const { end } of places) claimed.add(end);
  };
  for (const variant of knownVariants(story)) take(variant);
  for (const link of cutLinks(story)) {
    if (!claimed.has(endOf(link.a)) && !claimed.has(endOf(link.b))) take(cutVariant(story, link));
  }
  const clusters = new Clusters(story, claimed);
  for (const { a, b, evidence } of wordLinks(story, knownDistinct)) clusters.join(a, b, evidence);
  for (const form of namesOf(story).forms.values()) clusters.dress(form);
  for (const variant of clusters.variants()) take(variant);
  return variants;
}

const endOf = ({ base, mention }: Occurrence): number => base + mention.end;

function cutVariant({ prose }: Story, { a, b, evidence }: CutLink): Variant {
  const spelling = ({ base, mention, words }: Occurrence): Spelling => {
    const place = { start: base + mention.start, end: base + mention.end };
    const text = prose.slice(place.start, place.end);
    const quoted = words.some((w) => w.quoted);
    const forms = words.map((w) => w.form);
    return {
      text,
      places: [{ ...place, text, words: forms, article: '', letters: place, quoted, full: words.length > 1 }],
    };
  };
  return { spellings: [spelling(a), spelling(b)], links: [{ a: 0, b: 1, evidence }] };
}

/** A spelling of one word, with the places where it stands. */
interface Node {
  readonly text: string;
  readonly occurrences: Occurrence[];
  readonly form: Form;
}

/** Spellings of words, joined as evidence comes in. */
class Clusters {
  private readonly nodes: Node[] = [];
  private readonly byForm = new Map<Form, readonly number[]>();
  private readonly links: Link[] = [];

  constructor(
    private readonly story: Story,
    private readonly claimed: ReadonlySet<number>,
  ) {}

  /** Two forms are one name: all their spellings are. */
  join(a: Form, b: Form, evidence: Evidence): void {
    const from = this.nodesOf(a)[0];
    const to = this.nodesOf(b)[0];
    if (from !== undefined && to !== undefined) this.links.push({ a: from, b: to, evidence });
  }

  /** One form in several dresses: apostrophe, accent, hyphen. */
  dress(form: Form): void {
    if (form.occurrences.length < 2 || form.form.length < 3) return;
    const [first, ...others] = this.nodesOf(form);
    for (const other of others) this.links.push({ a: first as number, b: other, evidence: 'format' });
  }

  variants(): Variant[] {
    const groups = components(this.nodes.length, this.links);
    return groups.map((members) => {
      const index = new Map(members.map((node, i) => [node, i]));
      const nodes = members.map((node) => this.nodes[node] as Node);
      return {
        spellings: nodes.map((node) => this.spelling(node)),
        links: this.links
          .filter((l) => index.has(l.a))
          .map((l) => ({ a: index.get(l.a) as number, b: index.get(l.b) as number, evidence: l.evidence })),
        together: (odd, winner) => {
          const there = nodes.flatMap((n) => n.occurrences).find((o) => o.base + o.word.end === odd.end);
          return there === undefined || (nodes[winner] as Node).occurrences.some((o) => canBeOne(there, o));
        },
      };
    });
  }

  private nodesOf(form: Form): readonly number[] {
    const known = this.byForm.get(form);
    if (known) return known;
    const byText = new Map<string, Node>();
    for (const at of form.occurrences) {
      if (this.claimed.has(at.base + at.word.end)) continue;
      const text = this.story.prose.slice(at.base + at.word.core, at.base + at.word.end);
      const key = text.toLowerCase().replace(/[’‘`]/g, "'");
      const had = byText.get(key);
      if (had) had.occurrences.push(at);
      else byText.set(key, { text, occurrences: [at], form });
    }
    const nodes = [...byText.values()].filter((n) => areOneDress(n, byText));
    const from = this.nodes.length;
    this.nodes.push(...nodes);
    const indices = nodes.map((_, i) => from + i);
    this.byForm.set(form, indices);
    return indices;
  }

  private spelling({ text, occurrences }: Node): Spelling {
    return { text, places: occurrences.map((at) => placeOf(at, this.story.prose)) };
  }
}

/** Initials ("J-F", "JF") are no spelling; nor is a dress worn beside other names only. */
function areOneDress(node: Node, all: ReadonlyMap<string, Node>): boolean {
  const first = all.values().next().value as Node;
  if (node === first) return true;
  const [p, q] = [first.occurrences[0] as Occurrence, node.occurrences[0] as Occurrence];
  return !INITIALS.test(node.text) && !INITIALS.test(first.text) && canBeOne(p, q);
}

const INITIALS = /^\p{L}(?:[-.]\p{L})*\.?$|(?:^|-)\p{L}(?:-|$)/u;

function placeOf({ base, word, words, mention }: Occurrence, prose: string): Place {
  const start = base + (word.core > word.start && !/\s/.test(word.article) ? word.start : word.core);
  return {
    start,
    end: base + word.end,
    text: prose.slice(base + word.core, base + word.end),
    words: [word.form],
    article: '',
    letters: { start: base + word.core, end: base + word.end },
    quoted: word.quoted,
    full: words.length > 1 && !mention.listed,
  };
}

/** The groups of nodes that the links tie together, of two or more each. */
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
  const groups = new Map<number, number[]>();
  for (const { a, b } of links)
    for (const i of [a, b]) {
      const top = root(i);
      const group = groups.get(top);
      if (!group) groups.set(top, [i]);
      else if (!group.includes(i)) group.push(i);
    }
  return [...groups.values()].filter((g) => g.length > 1).map((g) => g.sort((x, y) => x - y));
}
