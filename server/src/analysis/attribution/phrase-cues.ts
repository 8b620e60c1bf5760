// Cues of several words ("according to", "in her view") and adverbs that attribute ("reportedly").
import type { Cue } from './cues';
import { lexicon, type Phrase } from './lexicon';
import { nounPhrase, type Range } from './phrase';
import { isComma, type Scope, word } from './scope';
import { subjectOf } from './subject';

export function phraseCue(s: Scope, i: number): Cue | undefined {
  const phrase = lexicon()
    .phrases.get(word(s, i))
    ?.find(({ words }) => words.every((w, k) => word(s, i + k) === w));
  if (!phrase) return undefined;
  const cue = { from: i, to: i + phrase.words.length };
  const lemma = phrase.words.join(' ');
  if (phrase.place === 'before') return sourceBehind(s, cue, lemma);
  const adverb = phrase.place === 'alone' && phrase.words.length === 1;
  return {
    form: adverb ? 'adverb' : 'phrase',
    lemma,
    kind: 'speech',
    cue,
    source: phrase.place === 'content' ? subjectOf(s, i).phrase : undefined,
    content: alone(s, cue, phrase),
    reports: !adverb,
  };
}

/** "According to X, …" and "…, according to X". */
function sourceBehind(s: Scope, cue: Range, lemma: string): Cue {
  const source = nounPhrase(s, cue.to);
  const opens = cue.from - s.first <= 2;
  const content = opens
    ? { from: isComma(s, source.to) ? source.to + 1 : source.to, to: s.last }
    : { from: s.first, to: isComma(s, cue.from - 1) ? cue.from - 1 : cue.from };
  return { form: 'phrase', lemma, kind: 'speech', cue, source, content: [content], reports: true };
}

/** An adjective's content is the noun behind it, three words at most. */
const NOUN_BEHIND = 3;

function alone(s: Scope, cue: Range, { words, place }: Phrase): Range[] {
  const behind = { from: cue.to, to: s.last };
  if (place === 'content') return [behind];
  if (words.length === 1 && (words[0] as string).includes('-')) {
    return [{ from: cue.to, to: Math.min(s.last, cue.to + NOUN_BEHIND) }];
  }
  return [{ from: s.first, to: cue.from }, behind];
}
