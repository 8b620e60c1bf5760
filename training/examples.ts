// Examples: each sentence of the labelled stories with the evidence that the product gathers, and what a desk reader said of it.
import { readStory } from '../server/src/document/read';
import { type Genre, type Story, sentencesOf } from '../server/src/document/story';
import { has, recordAt, Shape } from '../server/src/document/token';
import { isClosed } from '../server/src/language/word-classes';
import { evidenceOf } from '../server/src/analysis/claims/evidence/evidence';
import { isSourced } from '../server/src/analysis/claims/evidence/voices';
import { type Reading, readingsOf } from '../server/src/analysis/claims/evidence/reading';
import { ownWordsOf } from '../server/src/analysis/claims/class-of';
import { type About, type Head, headsOf } from '../server/src/analysis/claims/weights';
import { toFile } from '../server/src/text/source-map';
import type { Span } from '../server/src/text/span';

export interface Mark extends Span {
  readonly reader: string;
  readonly sentence: number;
  readonly rule: string;
  readonly class?: string;
  readonly firm: 'would' | 'some would';
}

/** A sentence read once more: `rule` is "none" where a desk would let it pass. */
export type SecondReading = Omit<Mark, 'sentence' | 'firm'> & Partial<Pick<Mark, 'firm'>>;

export interface LabelledStory {
  readonly id: string;
  readonly text: string;
  readonly date?: string | null;
  readonly fold?: number;
  /** For this project: `written` to show something, and clean throughout but for that; or as `edited` copy is. Or a published `brief`. */
  readonly kind?: 'written' | 'edited' | 'brief';
  /** How many read it; one where nothing is said. */
  readonly readers?: number;
  readonly genre?: string;
  /** What a second reader, who saw nothing of the first one's marks, said of some of its sentences. */
  readonly read?: readonly SecondReading[];
  /** Offsets into the text, as the readers counted. */
  readonly sentences: readonly Span[];
  readonly marks: readonly Mark[];
}

/** Nobody, some or every desk would ask. */
export type Answer = 'no' | 'some' | 'yes';

/** What is learned from it: a second reader alone would ask, or may. */
export type Lesson = Answer | 'second';

export interface Example {
  readonly story: string;
  readonly read: Story;
  readonly fold: number;
  readonly kind: LabelledStory['kind'];
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
  /** By the marks that figures are taken on. */
  readonly asked: Readonly<Record<About, Answer>>;
  readonly taught: Readonly<Record<About, Lesson>>;
  /** For which head, where it is known. */
  readonly heads: readonly Head[];
  readonly class?: string;
  /** How much it counts in learning, beside a sentence that somebody wrote for readers. */
  readonly worth: Readonly<Record<About, number>>;
  /** Its place among the story's sentences. */
  readonly index: number;
}

/** Copy written to show something is not news, and asks more than news does: it counts in full only for how a source is cited, which is
 *  the same everywhere; copy written as edited copy is counts for half. Chosen on the folds. */
const WRITTEN = { cited: 1, other: 0.2 };
const EDITED = 0.5;
/** Briefs have no room for names: in full they would teach that analysts are nobody, wherever one of them is named. */
const BRIEF = 0.3;

const rules: Readonly<Record<About, ReadonlySet<string>>> = {
  claim: new Set(['claim', 'late']),
  source: new Set(['vague', 'anonymous', 'media', 'speaker']),
};

/** What the paper says in its own voice; of the other classes somebody could have told it. */
const voices = new Set(['opinion', 'motive', 'prediction']);

/** Of a claim whose class nobody gave, nothing. */
function headOf({ rule, class: kind }: Pick<Mark, 'rule' | 'class'>): Head | undefined {
  if (rules.source.has(rule)) return rule === 'vague' ? 'vague' : 'bare';
  if (!rules.claim.has(rule) || !kind) return undefined;
  return voices.has(kind) ? 'voice' : 'fact';
}

export function examplesOf(labelled: LabelledStory): Example[] {
  const dated = /^\d{4}-\d\d-\d\d$/.test(labelled.date ?? '') ? { date: labelled.date as string } : {};
  const story = readStory({ text: labelled.text, format: 'text', genre: 'story' as Genre, ...dated });
  const evidence = evidenceOf(story);
  const readers = labelled.readers ?? 1;
  const sentences = sentencesOf(story);
  return readingsOf(story).flatMap((reading, index) => {
    if (!reading) return [];
    const at = toFile(story.map, sentences[index] as Span);
    const again = (labelled.read ?? []).filter((one) => isWithin(one, at));
    const marks = marksOn(labelled, at);
    const asked = { claim: answer(marks, 'claim', readers), source: answer(marks, 'source', readers) };
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
      kind: labelled.kind,
      ...at,
      index,
      keys: [...(evidence[index] ?? []), ...(labelled.kind ? [`kind=${labelled.kind}`] : [])],
      own: [...words.own],
      said: [...words.said],
      meaning,
      ownWords: ownWordsOf(reading),
      asked,
      taught: { claim: taught(asked.claim, again, 'claim'), source: taught(asked.source, again, 'source') },
      heads: headsIn([...marks, ...again]),
      ...(claim?.class && { class: claim.class }),
      worth: worthOf(labelled, reading),
    };
  });
}

function worthOf({ kind }: LabelledStory, reading: Reading): Readonly<Record<About, number>> {
  if (kind === 'brief') return { claim: 1, source: BRIEF };
  const worth = kind === 'edited' ? EDITED : kind === 'written' ? WRITTEN[isSourced(reading) ? 'cited' : 'other'] : 1;
  return { claim: worth, source: worth };
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

/** The middle of it stands here. */
const isWithin = ({ start, end }: Span, at: Span): boolean =>
  at.start <= (start + end) / 2 && (start + end) / 2 < at.end;

/** What the first reader let pass and the second marked teaches a little; what only the first marked is taught as it was. */
const taught = (asked: Answer, again: readonly SecondReading[], about: About): Lesson =>
  asked === 'no' && again.some(({ rule }) => rules[about].has(rule)) ? 'second' : asked;

/** The first of each question: the first reader's before the second's. */
function headsIn(marks: readonly Pick<Mark, 'rule' | 'class'>[]): Head[] {
  const found = marks.map(headOf).filter((head) => head !== undefined);
  return Object.values(headsOf).flatMap((heads) => found.find((head) => heads.includes(head)) ?? []);
}

/** Every desk would ask where each reader was firm. */
function answer(marks: readonly Mark[], about: About, readers: number): Answer {
  const own = marks.filter(({ rule }) => rules[about].has(rule));
  const firm = new Set(own.filter((mark) => mark.firm === 'would').map(({ reader }) => reader));
  return firm.size >= readers ? 'yes' : own.length ? 'some' : 'no';
}
