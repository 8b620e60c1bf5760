// From cues in tokens to attributions in spans; and the quotations that no cue of their sentence explains.
import { spanOf } from '../../document/token';
import { firstWhere, overlaps, type Span } from '../../text/span';
import type { Attribution, AttributionType } from './attribution';
import type { Cue } from './cues';
import type { Range } from './phrase';
import { type Quoted, type Scope, word } from './scope';
import { holdsDocument } from './verb-cues';

/** Everything attributed in the sentence, cues first, then quotations that stand without one. */
export function toAttributions(s: Scope, cues: readonly Cue[]): readonly Attribution[] {
  if (!cues.length && !s.quoted.length) return none;
  const attributions = cues.map((cue) => toAttribution(s, cue));
  const sentence = s.paragraph.sentences[s.sentence] as Span;
  for (const quoted of quotedIn(s)) {
    const part = within(quoted.quotation, sentence);
    if (!part || !isSomebodysWords(quoted, part, sentence)) continue;
    attributions.push({
      sentence: s.sentence,
      type: 'direct',
      form: 'quotation',
      cue: null,
      source: null,
      content: [part],
      lemma: '',
    });
  }
  return attributions.sort((a, b) => startOf(a) - startOf(b));
}

const none: readonly never[] = [];

/** The quotations that share a token with the sentence. */
function* quotedIn({ quoted, first, last }: Scope): Iterable<Quoted> {
  for (
    let i = firstWhere(quoted, (one) => one.last > first);
    i < quoted.length && (quoted[i] as Quoted).first < last;
    i++
  )
    yield quoted[i] as Quoted;
}

const startOf = ({ cue, content }: Attribution): number => cue?.start ?? content[0]?.start ?? 0;

const within = (a: Span, b: Span): Span | undefined =>
  overlaps(a, b) ? { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) } : undefined;

/** A quotation that fills this much of a sentence is what the sentence is. */
const FILLS = 0.85;
const FRAGMENT_WORDS = 3;

const isSomebodysWords = ({ speech, words, title }: Quoted, part: Span, sentence: Span): boolean =>
  speech || part.end - part.start >= FILLS * (sentence.end - sentence.start) || (words >= FRAGMENT_WORDS && !title);

function toAttribution(s: Scope, { form, lemma, kind, cue, source, content, governs }: Cue): Attribution {
  return {
    sentence: s.sentence,
    type: kind === 'speech' ? speechType(s, source, content) : kind,
    form,
    cue: spanOf(s.tokens, cue.from, cue.to),
    source: source ? spanOf(s.tokens, source.from, source.to) : null,
    content: contentOf(s, content),
    lemma,
    ...(governs && { governs }),
  };
}

function contentOf(s: Scope, content: readonly Range[]): Span[] {
  const spans: Span[] = [];
  for (const { from, to } of content) {
    // the full stop of the sentence is the story's, not the speaker's
    const end = to === s.last && to - 1 > from && word(s, to - 1) === '.' ? to - 1 : to;
    if (end > from) spans.push(spanOf(s.tokens, from, end));
  }
  return spans;
}

function speechType(s: Scope, source: Range | undefined, content: readonly Range[]): AttributionType {
  if (source && holdsDocument(s, source)) return 'document';
  if (!s.quotedBefore.length) return 'indirect';
  let quoted = 0;
  let all = 0;
  for (const { from, to } of content) {
    all += to - from;
    quoted += (s.quotedBefore[to] as number) - (s.quotedBefore[from] as number);
  }
  if (quoted === 0) return 'indirect';
  return quoted >= all - 2 ? 'direct' : 'mixed';
}
