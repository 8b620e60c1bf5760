// A cover is an attribution in another sentence that still holds for this one ("inherited source"). This file has the type, and the
// questions that all ways to find a cover ask of a sentence.
import { perStory } from '../../document/memo';
import type { Story } from '../../document/story';
import { isBodyNoun } from '../speakers/bodies';
import type { SpeakerKind } from '../speakers/speaker';
import { isNarrated, type Report, type Voices, voicesOf } from '../voices';

export type CoverReason =
  | 'same paragraph'
  | 'free indirect speech'
  | 'between two mentions of one source'
  | 'document'
  | 'list'
  | 'forecasters beside'
  | 'paragraph before'
  | 'lead redeemed below'
  | 'account below'
  | 'source follows'
  | 'quotation follows'
  | 'one source speaks';

/** The reasons in words for a reader: how a sentence is joined to the one that cites somebody. */
export const coverInWords: Readonly<Record<CoverReason, string>> = {
  'same paragraph': 'cited in the same paragraph',
  'free indirect speech': 'what somebody said goes on in it',
  'between two mentions of one source': 'the same source is cited before and after it',
  document: 'it goes on with what a document says',
  list: 'cited above the list',
  'forecasters beside': 'somebody beside it says what is to come',
  'paragraph before': 'it goes on with what somebody said just above',
  'lead redeemed below': 'the source of the lead is cited below',
  'account below': 'whose account it is comes further down',
  'source follows': 'cited just below',
  'quotation follows': 'somebody is quoted on it just below',
  'one source speaks': 'the story has one source',
};

/** An attribution in another sentence that holds here. */
export interface Cover {
  /** Index of the sentence that carries, as `sentencesOf` counts. */
  readonly sentence: number;
  readonly why: CoverReason;
  /** How surely it holds, 0 to 1. */
  readonly strength: number;
}

/** A story being read: the covers of the sentences before the one asked about are known. */
export interface CoverContext {
  readonly story: Story;
  readonly voices: readonly Voices[];
  /** Those in each sentence who can speak. */
  readonly speakers: readonly (readonly Report[])[];
  readonly covers: readonly (Cover | undefined)[];
}

/**
 * A sentence with "said" or a quotation can cover the sentences that follow. An attribution for its own clause alone ("accused of")
 * cannot.
 */
export const carries = ({ reports, spoken }: Voices): boolean => spoken || reports.some(isSomebody);

/** The source can speak. "Details of the terms" was read as a source and cannot. */
export const isSomebody = ({ speaker, attribution: { form, lemma } }: Report): boolean =>
  speaker.kind !== 'unknown' || form === 'block' || form === 'label' || plainSpeech.has(lemma);

/** Verbs whose subject is always somebody who can speak. */
const plainSpeech = new Set('say tell add report announce state write explain reply estimate'.split(' '));

/**
 * The sources of each sentence that can speak ("police", not "details of the terms"). Kept, since each sentence is asked about
 * by its neighbours too.
 */
export const speakersOf = perStory((story: Story): readonly (readonly Report[])[] => voicesOf(story).map(speakersIn));

function speakersIn({ reports, local, spoken }: Voices): readonly Report[] {
  if (!local.length) return reports.length && !reports.every(isSomebody) ? reports.filter(isSomebody) : reports;
  const theirs = local.filter(
    ({ attribution }) => spoken || (attribution.type === 'attitude' && attribution.source && !isNarrated(attribution)),
  );
  return [...reports, ...theirs].filter(isSomebody);
}

/** The words of a source's name in the singular: "two sources close to it" and "the source" may be the same. Bodies keep the plural:
 *  two ministries are not one. "The company" counts as written, since it is only likely to be the company named before. */
export function nameWords(report: Report): readonly string[] {
  let words = wordsOf.get(report);
  if (!words) wordsOf.set(report, (words = readNameWords(report)));
  return words;
}

/** Kept, since the sentences on either side of a report all ask for its words. */
const wordsOf = new WeakMap<Report, readonly string[]>();

function readNameWords({ speaker }: Report): readonly string[] {
  const name = (speaker.kind === 'organisation' && speaker.speaking?.name) || speaker.name;
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3);
  const telling = words.filter((word) => !isBodyNoun(word));
  return (telling.length ? telling : words).map((word) => word.replace(/s$/, ''));
}

/** Asks whether some word of a report's name is in one of theirs. */
export function oneOf(others: readonly Report[]): (report: Report) => boolean {
  const [only, ...more] = others;
  const names = more.length ? new Set(others.flatMap(nameWords)) : undefined;
  const has = (word: string): boolean => names?.has(word) ?? (only !== undefined && nameWords(only).includes(word));
  return (report) => nameWords(report).some(has);
}

export const isDocument = ({ attribution, speaker }: Report): boolean =>
  attribution.type === 'document' || speaker.resolved === 'document';

const somebody: ReadonlySet<SpeakerKind> = new Set(['named', 'role', 'organisation', 'media', 'document']);
export const isSomebodyNamed = ({ speaker }: Report): boolean => somebody.has(speaker.resolved);

/** The paragraphs are not next to one another: a subhead stands between. */
export function breaksBetween({ blocks }: Story, { at: a }: Voices, { at: b }: Voices): boolean {
  for (let k = a.block + 1; k < b.block; k++) {
    const role = blocks[k]?.role;
    if (role === 'subhead' || role === 'headline') return true;
  }
  return false;
}
