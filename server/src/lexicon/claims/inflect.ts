// What an entry of a lexicon stands for, so that lexicons need not list it: "seize~" is seize, seizes, seized, seizing.

/**
 * The words and phrases that an entry stands for, each as its tokens: `_` joins the words of a phrase, and each of them may be
 * inflected ("armed_group~s"). A pronoun and a verb that grow together are one token: "there_is" is "there's" too.
 */
export function readEntry(entry: string): readonly (readonly string[])[] {
  if (!entry.includes('_')) return formsOf(entry).map((form) => [form]);
  const phrases = entry.split('_').reduce<readonly (readonly string[])[]>(
    (before, word) => {
      const forms = formsOf(word);
      return before.flatMap((phrase) => forms.map((form) => [...phrase, form]));
    },
    [[]],
  );
  return phrases.flatMap((phrase) => {
    const [first = '', second = '', ...rest] = phrase;
    const ending = pronouns.has(first) ? endings[second] : undefined;
    return ending ? [phrase, [first + ending, ...rest]] : [phrase];
  });
}

const pronouns: ReadonlySet<string> = new Set('i you he she it we they that there who what here'.split(' '));
/** "Had" and "has" are left out: what is written so is nearly always "would" and "is". */
const endings: Readonly<Record<string, string>> = {
  am: "'m",
  are: "'re",
  have: "'ve",
  is: "'s",
  will: "'ll",
  would: "'d",
};

/**
 * Forms of one lexicon entry. `word~` gives every regular form, `word~d` the past alone, `word~g` the present participle,
 * `word~s` the singular and plural of a noun; `word~~…` doubles the last consonant ("rob~~"). Anything else is itself.
 */
export function formsOf(entry: string): string[] {
  const tilde = entry.indexOf('~');
  if (tilde < 0) return [entry];
  const lemma = entry.slice(0, tilde);
  const doubled = entry[tilde + 1] === '~';
  const which = entry.slice(tilde + (doubled ? 2 : 1));
  const forms = { s: third(lemma), d: past(lemma, doubled), g: participle(lemma, doubled) };
  if (which === 's') return [lemma, forms.s];
  if (which === 'd') return [forms.d];
  if (which === 'g') return [forms.g];
  return [lemma, forms.s, forms.d, forms.g];
}

const third = (lemma: string): string =>
  /(?:[sxz]|ch|sh|o)$/.test(lemma) ? `${lemma}es` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;

const doubling = (lemma: string): string => lemma + lemma.slice(-1);

function past(lemma: string, doubled: boolean): string {
  if (doubled) return `${doubling(lemma)}ed`;
  if (lemma.endsWith('e')) return `${lemma}d`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`;
}

function participle(lemma: string, doubled: boolean): string {
  if (doubled) return `${doubling(lemma)}ing`;
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  return /[^eoy]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
}
