// Every cue of a sentence, pass by pass. A token inside a quotation cues nothing here: those are the speaker's own words.
import { adjectiveCue } from './adjective-cues';
import { recordAt } from '../../document/token';
import { perWord } from '../../document/word';
import { isListed, nounOf } from './lexicon';
import { nounCue } from './noun-cues';
import { introductionCue, signatureCue } from './introductions';
import { labelCue, trailingLabelCue } from './labels';
import type { Range } from './phrase';
import { beginsPhraseCue, phraseCue } from './phrase-cues';
import type { AttributionForm, AttributionType } from './attribution';
import { isQuoted, type Scope } from './scope';
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
  /** Words that nobody has said yet ("to ask", "would say") or that a noun only names ("his promise"): part of a stance too. */
  readonly unsaid?: boolean;
}

/** Most words cue nothing, whatever stands beside them. */
const mayCue = perWord((word): boolean => isListed(word) || beginsPhraseCue(word));

export function cuesIn(s: Scope): Cue[] {
  const found: Cue[] = [];
  for (let i = s.first; i < s.last; i++) {
    if (!mayCue(recordAt(s.tokens, i)) || isQuoted(s, i)) continue;
    const cue = phraseCue(s, i) ?? adjectiveCue(s, i) ?? wordCue(s, i);
    if (!cue) continue;
    found.push(cue);
    if (cue.form === 'phrase' || cue.form === 'adverb') i = cue.cue.to - 1;
  }
  const label = labelCue(s) ?? trailingLabelCue(s) ?? introductionCue(s, found) ?? signatureCue(s);
  if (label) found.push(label);
  return withoutStancesInside(s, found);
}

/**
 * Leaves out what somebody else's reported words hold: a stance there is part of them, and what nobody has said is part of a
 * stance as well. An adverb hedges them once more, and stays.
 */
function withoutStancesInside(s: Scope, cues: Cue[]): Cue[] {
  if (cues.length < 2) return cues;
  const reported = coverage(
    s,
    cues.filter(({ reports }) => reports),
  );
  const held = cues.some(({ unsaid }) => unsaid)
    ? coverage(
        s,
        cues.filter(({ form }) => form !== 'adverb'),
      )
    : reported;
  return cues.filter(({ reports, unsaid, form, cue }) => {
    if (form === 'adverb') return true;
    return (unsaid ? held : reported)[cue.from - s.first] === 0 || (reports && !unsaid);
  });
}

/** How many contents hold each token. Counted once over the sentence, so that one of any length costs its length. */
function coverage({ first, last }: Scope, cues: readonly Cue[]): Int32Array {
  const change = new Int32Array(last - first + 1);
  for (const { content } of cues) {
    for (const { from, to } of content) {
      change[from - first] = (change[from - first] as number) + 1;
      change[to - first] = (change[to - first] as number) - 1;
    }
  }
  for (let i = 1; i < change.length; i++) change[i] = (change[i] as number) + (change[i - 1] as number);
  return change;
}

/** A word that can be verb or noun is a noun only where it is no verb. */
function wordCue(s: Scope, i: number): Cue | undefined {
  const verb = s.verbs[i];
  const use = verb && verbUse(s, i, verb);
  if (verb && use) return verbCue(s, i, verb, use);
  const strength = nounOf(recordAt(s.tokens, i));
  return strength && nounCue(s, i, strength);
}
