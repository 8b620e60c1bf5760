// Bodies that a story names in full once and then calls "the company", "the ministry", "the union".
import { wordList } from '../../lexicon/word-lists';
import type { Block, Story } from '../../document/story';
import { isProse } from '../../document/role';
import { shift } from '../../text/span';
import { antecedentsIn } from './antecedents';
import type { Speaker } from './resolve';

/** The same speakers, and where "the company" is cited the company named before it. */
export function withBodies({ prose, blocks }: Story, speakers: readonly Speaker[]): Speaker[] {
  const named = namedIn(blocks);
  const last = new Map<string, Named>();
  /** "The election board", which goes on as "the board". */
  const unnamed = new Map<string, Named | undefined>();
  let next = 0;
  return speakers.map((speaker) => {
    const { at } = speaker;
    if (!at) return speaker;
    for (; next < named.length && (named[next] as Named).end <= at.start; next++) {
      const one = named[next] as Named;
      for (const noun of nounsFor(one.name)) last.set(noun, one);
    }
    if (speaker.resolved !== 'organisation') return speaker;
    const noun = speaker.name.toLowerCase();
    const { start: from } = speaker.antecedent ?? at;
    const definite =
      /^the /i.test(prose.slice(from, from + 4)) || /\bthe $/i.test(prose.slice(Math.max(0, from - 5), from));
    const meant = definite ? (last.get(noun) ?? unnamed.get(noun)) : undefined;
    if (!meant) {
      const own = definite ? nounsFor(speaker.name)[0] : undefined;
      // two boards are two
      if (own && unnamed.has(own) && unnamed.get(own)?.name.toLowerCase() !== noun) unnamed.set(own, undefined);
      else if (own && !speaker.speaking?.hasName)
        unnamed.set(own, { name: speaker.name, start: at.start, end: at.end });
      return speaker;
    }
    const { name, start, end } = meant;
    const resolved = last.get(noun) ? 'named' : speaker.resolved;
    return { ...speaker, resolved, name, antecedent: { start, end }, reason: `the ${noun} named before` };
  });
}

/** A body where it is named. Prose offsets. */
interface Named {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const bodies: ReadonlySet<string> = new Set(['named', 'organisation']);

/** Subjects of their sentences: a firm that is bought or sued does not speak. */
const namedIn = (blocks: readonly Block[]): readonly Named[] =>
  blocks
    .filter(({ role }) => isProse(role))
    .flatMap(({ facts, start }) =>
      antecedentsIn(facts)
        .filter(({ subject, speaking: { kind, hasName } }) => subject && hasName && bodies.has(kind))
        .map((one) => ({ name: one.speaking.name, ...shift({ start: one.start, end: one.end }, start) })),
    );

/** What the body is called later: the noun that its name ends in ("World Bank") or begins with ("Ministry of Defence"). */
function nounsFor(name: string): readonly string[] {
  const words = name.toLowerCase().replace(/\./g, '').split(' ');
  if (words.length < 2) return [];
  const last = words[words.length - 1] as string;
  const first = words[0] as string;
  return [
    ...(nouns.has(last) ? [last] : []),
    ...(words[1] === 'of' && nouns.has(first) ? [first] : []),
    ...(companies.has(last) ? ['company', 'firm'] : []),
  ];
}

/** "Corp", "Inc.", "AG": what a company's name ends in. */
export const isSuffix = (word: string): boolean => companies.has(word.toLowerCase().replace(/\./g, ''));

/** A word that tells what kind of body it is and not which: "ministry", "corp". Lower case. */
export const isBodyNoun = (word: string): boolean => nouns.has(word) || companies.has(word);

const nouns = wordList('nouns for bodies');

/** How companies sign: lower case, without a stop. */
const companies = wordList('company suffixes');
