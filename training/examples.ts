// Examples: each sentence of the labelled stories with the evidence that the product gathers, and what a desk reader said of it.
import { readStory } from '../server/src/document/read';
import { type Genre, type Story, sentencesOf } from '../server/src/document/story';
import { has, recordAt, Shape } from '../server/src/document/token';
import { isClosed } from '../server/src/language/word-classes';
import { evidenceOf } from '../server/src/analysis/claims/evidence/evidence';
import { readingsOf } from '../server/src/analysis/claims/evidence/reading';
import { ownWordsOf } from '../server/src/analysis/claims/judge';
import type { Head } from '../server/src/analysis/claims/weights';
import { toFile } from '../server/src/text/source-map';
import type { Span } from '../server/src/text/span';

export interface Mark extends Span {
  readonly reader: string;
  readonly sentence: number;
  readonly rule: string;
  readonly class?: string;
  readonly firm: 'would' | 'some would';
}

export interface LabelledStory {
  readonly id: string;
  readonly text: string;
  readonly date?: string | null;
  readonly fold?: number;
  /** `written` for this project: another hand, and clean throughout but for what it is meant to show. */
  readonly kind?: string;
  /** How many read it; one where nothing is said. */
  readonly readers?: number;
  readonly genre?: string;
  /** Offsets into the text, as the readers counted. */
  readonly sentences: readonly Span[];
  readonly marks: readonly Mark[];
}

/** Nobody, some or every desk would ask. */
export type Answer = 'no' | 'some' | 'yes';

export interface Example {
  readonly story: string;
  readonly read: Story;
  readonly fold: number;
  /** In the file. */
  readonly start: number;
  readonly end: number;
  readonly keys: readonly string[];
  /** Words in lower case that are no names, each once: the writer's, somebody's. */
  readonly own: readonly string[];
  readonly said: readonly string[];
  /** Words whose meaning counts, as often as they stand, small words left out. */
  readonly meaning: { readonly own: readonly string[]; readonly said: readonly string[] };
  readonly ownWords: readonly string[];
  readonly asked: Readonly<Record<Head, Answer>>;
  readonly class?: string;
  /** Its place among the story's sentences. */
  readonly index: number;
}

const rules: Readonly<Record<Head, ReadonlySet<string>>> = {
  claim: new Set(['claim', 'late']),
  source: new Set(['vague', 'anonymous', 'media', 'speaker']),
};

export function examplesOf(labelled: LabelledStory): Example[] {
  const dated = /^\d{4}-\d\d-\d\d$/.test(labelled.date ?? '') ? { date: labelled.date as string } : {};
  const story = readStory({ text: labelled.text, format: 'text', genre: 'story' as Genre, ...dated });
  const evidence = evidenceOf(story);
  const readers = labelled.readers ?? 1;
  const sentences = sentencesOf(story);
  return readingsOf(story).flatMap((reading, index) => {
    if (!reading) return [];
    const at = toFile(story.map, sentences[index] as Span);
    const marks = marksOn(labelled, at);
    const claim = marks.find((mark) => mark.rule === 'claim' && mark.class);
    const { tokens } = reading.facts;
    const words = { own: new Set<string>(), said: new Set<string>() };
    const meaning = { own: [] as string[], said: [] as string[] };
    for (let t = reading.sentence.firstToken; t < reading.sentence.lastToken; t++) {
      const word = recordAt(tokens, t).text;
      const whose = reading.own[t - reading.sentence.firstToken] ? 'own' : 'said';
      if (!has(tokens, t, Shape.capital) || has(tokens, t, Shape.initial)) words[whose].add(word);
      if (!isClosed(word)) meaning[whose].push(word);
    }
    return {
      story: labelled.id,
      read: story,
      fold: labelled.fold ?? -1,
      ...at,
      index,
      keys: [...(evidence[index] ?? []), ...(labelled.kind ? [`kind=${labelled.kind}`] : [])],
      own: [...words.own],
      said: [...words.said],
      meaning,
      ownWords: ownWordsOf(reading),
      asked: { claim: answer(marks, 'claim', readers), source: answer(marks, 'source', readers) },
      ...(claim?.class && { class: claim.class }),
    };
  });
}

/** Marks on the readers' sentences that this one overlaps; where ours are shorter, those that lie in it. */
function marksOn({ sentences, marks }: LabelledStory, at: Span): readonly Mark[] {
  const overlaps = (a: Span): boolean => a.start < at.end && at.start < a.end;
  return marks.filter((mark) => {
    const theirs = sentences[mark.sentence];
    if (!theirs || !overlaps(theirs)) return false;
    return (theirs.start >= at.start && theirs.end <= at.end) || overlaps(mark);
  });
}

/** Every desk would ask where each reader was firm. */
function answer(marks: readonly Mark[], head: Head, readers: number): Answer {
  const own = marks.filter(({ rule }) => rules[head].has(rule));
  const firm = new Set(own.filter((mark) => mark.firm === 'would').map(({ reader }) => reader));
  return firm.size >= readers ? 'yes' : own.length ? 'some' : 'no';
}
