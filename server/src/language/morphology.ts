// English forms from a lemma, by rule: what is irregular the lexicon says.

/** Which of its forms a verb stands in: bits, for "read" is base and past. */
export const Form = { base: 1, third: 2, past: 4, ing: 8 } as const;

const vowels = 'aeiou';
const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowels.includes(letter);

/** One syllable, ending consonant, vowel, consonant: "plan", "beg". */
function doubles(lemma: string): boolean {
  const last = lemma.at(-1);
  if (isVowel(last) || !isVowel(lemma.at(-2)) || isVowel(lemma.at(-3)) || 'wxyh'.includes(last as string)) return false;
  return [...lemma].filter((letter) => vowels.includes(letter)).length === 1;
}

/** Every form of a verb with what it is. `irregular`: its past forms where they are not by rule. */
export function inflect(lemma: string, irregular: readonly string[] | undefined): [string, number][] {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const twice = doubles(lemma) || irregular?.[0]?.startsWith(lemma + lemma.at(-1)) ? lemma + lemma.at(-1) : undefined;
  const regular = lemma.endsWith('y') && !isVowel(lemma.at(-2)) ? `${lemma.slice(0, -1)}ied` : `${twice ?? stem}ed`;
  const ing = lemma.endsWith('ie')
    ? `${lemma.slice(0, -2)}ying`
    : /(?:ee|oe|ye)$/.test(lemma)
      ? `${lemma}ing`
      : `${twice ?? stem}ing`;
  return [
    [lemma, Form.base],
    [thirdOrPlural(lemma), Form.third],
    ...[...new Set(irregular ?? [regular])].map((form): [string, number] => [form, Form.past]),
    [ing, Form.ing],
  ];
}

/** The -s form of a noun or a verb. */
export function thirdOrPlural(word: string): string {
  if (/(?:s|sh|ch|x|z|[^aeiou]o)$/.test(word)) return `${word}es`;
  return word.endsWith('y') && !isVowel(word.at(-2)) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
