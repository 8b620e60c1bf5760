// A state of mind told by an adjective: "is worried that", "were confident about".
import { wordList } from '../../lexicon/word-lists';
import { Class } from '../../language/word-classes';
import type { Cue } from './cues';
import { recordAt } from '../../document/token';
import { isAdjective } from './lexicon';
import { clauseEnd } from './clause-end';
import { afterPreposition, beforeAdverbs, clauseAt } from './phrase';
import { is, type Scope, word } from './scope';
import { subjectOf } from './subject';

/** What joins an adjective to what is thought. */
const joins = wordList('joins behind an adjective');
/** "It is clear that": nobody's mind. */
const nobody = wordList('empty subjects');

export function adjectiveCue(s: Scope, i: number): Cue | undefined {
  if (!isAdjective(recordAt(s.tokens, i))) return undefined;
  const copula = beforeAdverbs(s, i - 1);
  if (copula < s.first || !is(s, copula, Class.copula | Class.contraction)) return undefined;
  if (nobody.has(word(s, copula)) || (copula > s.first && nobody.has(word(s, copula - 1)))) return undefined;
  const next = word(s, i + 1);
  if (!joins.has(next) && !(is(s, i + 1, Class.subject | Class.determiner) && clauseAt(s, i + 1))) return undefined;
  return {
    form: 'adjective',
    lemma: word(s, i),
    kind: 'attitude',
    cue: { from: copula, to: i + 1 },
    source: subjectOf(s, i).phrase,
    content: [{ from: afterPreposition(s, i + 1), to: clauseEnd(s, i + 1, next === 'that') }],
    reports: false,
  };
}
