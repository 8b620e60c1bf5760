// English forms from a lemma, by rule. What follows no rule is in lexicon/english/irregular-verbs.txt, and read here.
import { data as irregularData } from '../lexicon/english/irregular-verbs.txt';

/** Which of its forms a verb stands in: bits, for "read" is base, past and participle. */
export const Form = { base: 1, third: 2, past: 4, ing: 8, participle: 16 } as const;

const vowels = 'aeiou';
const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowels.includes(letter);

/** One syllable, ending consonant, vowel, consonant: "plan", "beg". */
function doubles(lemma: string): boolean {
  const last = lemma.at(-1);
  if (isVowel(last) || !isVowel(lemma.at(-2)) || isVowel(lemma.at(-3)) || 'wxyh'.includes(last as string)) return false;
  return [...lemma].filter((letter) => vowels.includes(letter)).length === 1;
}

/** Past and participle; more than one pair where English has a choice ("learned", "learnt"). */
type Irregular = readonly [past: string, participle: string];

let irregulars: ReadonlyMap<string, readonly Irregular[]> | undefined;

export function irregularVerbs(): ReadonlyMap<string, readonly Irregular[]> {
  if (irregulars) return irregulars;
  const map = new Map<string, Irregular[]>();
  for (const line of irregularData.split('\n')) {
    const [lemma, past, participle] = line.split(' ') as [string, string, string];
    map.set(lemma, [...(map.get(lemma) ?? []), [past, participle]]);
  }
  return (irregulars = map);
}

let onlyParticiples: ReadonlySet<string> | undefined;

/** "Known", "shown", "given": with no auxiliary before it, no verb of a clause. Regular forms are a past as well. */
export function isParticipleOnly(word: string): boolean {
  if (!onlyParticiples) {
    const verbs = [...irregularVerbs()];
    const others = new Set(verbs.flatMap(([lemma, pairs]) => [lemma, ...pairs.map(([past]) => past)]));
    const participles = verbs.flatMap(([, pairs]) => pairs.map(([, participle]) => participle));
    onlyParticiples = new Set(participles.filter((form) => !others.has(form)));
  }
  return onlyParticiples.has(word);
}

/** Every form of a verb with what it is. */
export function inflect(lemma: string): [form: string, is: number][] {
  const irregular = irregularVerbs().get(lemma);
  const doubled = lemma + lemma.at(-1);
  const twice = doubles(lemma) || irregular?.[0]?.[0].startsWith(doubled) ? doubled : undefined;
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const regular = lemma.endsWith('y') && !isVowel(lemma.at(-2)) ? `${lemma.slice(0, -1)}ied` : `${twice ?? stem}ed`;
  const ing = lemma.endsWith('ie')
    ? `${lemma.slice(0, -2)}ying`
    : /(?:ee|oe|ye)$/.test(lemma)
      ? `${lemma}ing`
      : `${twice ?? stem}ing`;
  const past = (irregular ?? [[regular, regular] as const]).flatMap(([simple, participle]): [string, number][] => [
    [simple, Form.past],
    [participle, Form.participle],
  ]);
  return [[lemma, Form.base], [thirdOrPlural(lemma), Form.third], ...past, [ing, Form.ing]];
}

/** The -s form of a noun or a verb. */
export function thirdOrPlural(word: string): string {
  if (/(?:s|sh|ch|x|z|[^aeiou]o)$/.test(word)) return `${word}es`;
  return word.endsWith('y') && !isVowel(word.at(-2)) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** Dictionary forms that a regular form in -ed or -ing may have, the likelier one first: "stopped" is stop, "baked" bake. */
export function lemmasOf(form: string, ending: 'ed' | 'ing'): readonly string[] {
  const stem = form.slice(0, -ending.length);
  if (ending === 'ed' && stem.endsWith('i')) return [`${stem.slice(0, -1)}y`];
  const last = stem.at(-1);
  const undoubled = last === stem.at(-2) && !'lsz'.includes(last as string) ? [stem.slice(0, -1)] : [];
  const silent = /(?:[^aeiou][aeiou][^aeiouwxy]|[cgsvuz]|[^aeiou]l)$/.test(stem);
  return [...undoubled, ...(silent ? [`${stem}e`, stem] : [stem, `${stem}e`])];
}
