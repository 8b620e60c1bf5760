// Every cue of a sentence, pass by pass. A token inside a quotation cues nothing here: those are the speaker's own words.
import { adjectiveCue } from './adjective-cues';
import { lexicon } from './lexicon';
import { nounCue } from './noun-cues';
import { labelCue, trailingLabelCue } from './labels';
import type { Range } from './phrase';
import { phraseCue } from './phrase-cues';
import type { AttributionForm, AttributionType } from './attribution';
import { isQuoted, type Scope, word } from './scope';
import { verbCue } from './verb-cues';
import { verbUse } from './verb-use';

/** A cue in tokens, before it is put into spans. */
export interface Cue {
  readonly form: AttributionForm;
  readonly lemma: string;
  /** speech is told apart into direct, mixed, indirect and document when the spans are known. */
  readonly kind: 'speech' | Extract<AttributionType, 'act' | 'attitude' | 'document'>;
  /** What the cue governs; undefined where it is no verb. */
  readonly governs?: 'clause' | 'phrase' | 'quotation';
  readonly cue: Range;
  readonly source: Range | undefined;
  readonly content: readonly Range[];
  /**
   * False for what tells a stance rather than words ("supports", "plans to", "is worried"): inside what somebody else is
   * said to have said it is part of that, and no attribution of its own.
   */
  readonly reports: boolean;
}

export function cuesIn(s: Scope): Cue[] {
  const found: Cue[] = [];
  for (let i = s.first; i < s.last; i++) {
    if (isQuoted(s, i)) continue;
    const cue = phraseCue(s, i) ?? adjectiveCue(s, i) ?? wordCue(s, i);
    if (!cue) continue;
    found.push(cue);
    if (cue.form === 'phrase' || cue.form === 'adverb') i = cue.cue.to - 1;
  }
  const label = labelCue(s) ?? trailingLabelCue(s);
  if (label) found.push(label);
  return found.filter((cue) => stands(cue, found));
}

/** A stance inside reported words is part of them; an adverb there hedges them once more. */
const stands = (cue: Cue, all: readonly Cue[]): boolean =>
  cue.reports || cue.form === 'adverb' || !all.some((other) => other !== cue && other.reports && holds(other, cue));

const holds = ({ content }: Cue, { cue }: Cue): boolean =>
  content.some(({ from, to }) => from <= cue.from && cue.to <= to);

/** A word that can be verb or noun is a noun only where it is no verb. */
function wordCue(s: Scope, i: number): Cue | undefined {
  const verb = s.verbs[i];
  const use = verb && verbUse(s, i, verb);
  if (verb && use) return verbCue(s, i, verb, use);
  const strength = lexicon().nouns.get(word(s, i));
  return strength && nounCue(s, i, strength);
}
