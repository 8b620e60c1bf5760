// Carry: which earlier or later attribution still stands behind a sentence that names nobody, and why it holds or breaks.
//
// Reasons and breaks follow what desks go by: a source holds while its paragraph stays on the topic, between two mentions of
// one source, through a document's findings, over free indirect speech; a lead may wait for the source below that repeats it.
// A subhead, a change of time ("Earlier, …") and a new paragraph break it.
import type { Block, Story } from '../document/story';
import { has, Shape, wordAt } from '../document/token';
import { perStory } from './memo';
import type { SpeakerKind } from './speakers/speaker';
import { contentWords, sharedWords } from './topic';
import { type Report, sayings, type Voices, voicesOf } from './voices';

export type CoverReason =
  | 'same paragraph'
  | 'free indirect speech'
  | 'between two mentions of one source'
  | 'document'
  | 'lead redeemed below'
  | 'source follows'
  | 'quotation follows';

/** An attribution in another sentence that holds here. */
export interface Cover {
  /** Index of the sentence that carries, as `sentencesOf` counts. */
  readonly sentence: number;
  readonly why: CoverReason;
  /** How surely it holds, 0 to 1. */
  readonly strength: number;
}

/** By sentence; undefined where a source stands in the sentence itself, or none holds. */
export const coverOf = perStory((story: Story): readonly (Cover | undefined)[] => {
  const voices = voicesOf(story);
  const covers: (Cover | undefined)[] = [];
  voices.forEach((here, i) => {
    covers.push(here.prose && !here.reports.length && !here.spoken ? coverAt(story, voices, covers, i) : undefined);
  });
  return covers;
});

type Reading = readonly [story: Story, voices: readonly Voices[], covers: readonly (Cover | undefined)[], i: number];

function coverAt(...reading: Reading): Cover | undefined {
  let best: Cover | undefined;
  for (const reason of [
    sameParagraph,
    freeIndirect,
    betweenMentions,
    ofDocument,
    redeemedBelow,
    sourceFollows,
    quoteFollows,
  ]) {
    const cover = reason(...reading);
    if (cover && cover.strength > (best?.strength ?? 0)) best = cover;
  }
  return best;
}

/** The sentence before in the same paragraph is sourced, or was covered itself. */
function sameParagraph(...[story, voices, covers, i]: Reading): Cover | undefined {
  const before = voices[i - 1];
  const here = voices[i] as Voices;
  if (!before || before.at.block !== here.at.block || turnsAway(story, here)) return undefined;
  if (carries(before)) return { sentence: i - 1, why: 'same paragraph', strength: 0.85 };
  const earlier = covers[i - 1];
  if (earlier && sameBlock(voices, earlier.sentence, i) && earlier.strength >= 0.6)
    return { sentence: earlier.sentence, why: 'same paragraph', strength: earlier.strength * 0.9 };
  if (leansOn(before)) return { sentence: i - 1, why: 'same paragraph', strength: 0.5 };
  return undefined;
}

/** Reports and speech carry on; what only its own verb attributes does not. */
const carries = ({ reports, spoken }: Voices): boolean => spoken || reports.some(isSomebody);

/** Whoever it is can speak: no "details of the terms" that were read as a source. */
const isSomebody = ({ speaker, attribution: { form, lemma } }: Report): boolean =>
  speaker.kind !== 'unknown' || form === 'block' || form === 'label' || plainSpeech.has(lemma);

/** Only what can speak is the subject of these. */
const plainSpeech = new Set('say tell add report announce state write explain reply estimate'.split(' '));

/** "The ministry expects …": an attitude of somebody named carries weakly. */
const leansOn = ({ local }: Voices): boolean =>
  local.some(({ attribution: { type, source } }) => type === 'attitude' && source !== null);

const sameBlock = (voices: readonly Voices[], a: number, b: number): boolean =>
  voices[a]?.at.block === voices[b]?.at.block;

const turns = new Set('earlier meanwhile elsewhere separately previously'.split(' '));

/** "Earlier, …", "Meanwhile …": another time or place, and another source. */
function turnsAway(story: Story, { at }: Voices): boolean {
  const { facts } = story.blocks[at.block] as Block;
  const sentence = facts.sentences[at.sentence];
  return sentence !== undefined && turns.has(wordAt(facts.tokens, sentence.firstToken));
}

/** "The army would advance, he said. It would not stop at the river." */
function freeIndirect(...[story, voices, covers, i]: Reading): Cover | undefined {
  const before = voices[i - 1];
  const here = voices[i] as Voices;
  if (!before?.prose || !isBackShifted(story, here) || breaksBetween(story, before, here)) return undefined;
  const held = carries(before)
    ? i - 1
    : covers[i - 1]?.why === 'free indirect speech'
      ? covers[i - 1]?.sentence
      : undefined;
  if (held === undefined) return undefined;
  return { sentence: held, why: 'free indirect speech', strength: before.at.block === here.at.block ? 0.8 : 0.6 };
}

const shifted = new Set(['would', 'could', 'might', 'had']);
const unshifted = new Set('will is are has have was were does do can may did went came took made said'.split(' '));

/** The first finite verb looks back from a speech: "would", "had"; nothing in the sentence is in the writer's own tense before it. */
function isBackShifted(story: Story, { at }: Voices): boolean {
  const { facts } = story.blocks[at.block] as Block;
  const sentence = facts.sentences[at.sentence];
  if (!sentence) return false;
  for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
    const word = wordAt(facts.tokens, t);
    if (shifted.has(word)) return true;
    if (unshifted.has(word) || (word.length > 4 && word.endsWith('ed'))) return false;
  }
  return false;
}

/** The paragraphs are not next to one another: a subhead stands between. */
function breaksBetween({ blocks }: Story, { at: a }: Voices, { at: b }: Voices): boolean {
  for (let k = a.block + 1; k < b.block; k++) {
    const role = blocks[k]?.role;
    if (role === 'subhead' || role === 'headline') return true;
  }
  return false;
}

const BACK = 3;
const AHEAD = 2;

/** The same source a few sentences before and just after. */
function betweenMentions(...[story, voices, , i]: Reading): Cover | undefined {
  const here = voices[i] as Voices;
  for (let ahead = 1; ahead <= AHEAD; ahead++) {
    const after = voices[i + ahead];
    if (!after?.prose || breaksBetween(story, here, after)) return undefined;
    if (!speakersIn(after).length) continue;
    for (let back = 1; back <= BACK; back++) {
      const before = voices[i - back];
      if (!before?.prose || breaksBetween(story, before, here)) return undefined;
      const strength = speakersIn(before).length ? asOneSource(story, before, after) : 0;
      if (strength) return { sentence: i - back, why: 'between two mentions of one source', strength };
    }
    return undefined;
  }
  return undefined;
}

const speakersIn = ({ reports, local, spoken }: Voices): readonly Report[] =>
  [
    ...reports,
    ...local.filter(({ attribution: { type, source } }) => spoken || (type === 'attitude' && source)),
  ].filter(isSomebody);

/** How surely both sentences cite one source: by name, or by a pronoun or "added" that leads back. */
function asOneSource(story: Story, before: Voices, after: Voices): number {
  const names = new Set(speakersIn(before).flatMap(nameWords));
  const later = speakersIn(after).filter((report) => !isIntroduced(story, report));
  if (later.some((report) => nameWords(report).some((word) => names.has(word)))) return 0.75;
  const leadsBack = later.some(
    ({ speaker, attribution }) => (speaker.kind === 'pronoun' && !speaker.name) || attribution.lemma === 'add',
  );
  return leadsBack ? 0.65 : 0;
}

/** "A trade official": somebody new. */
const isIntroduced = ({ prose }: Story, { attribution: { source } }: Report): boolean =>
  source !== null && /^(?:an?|another)\b/i.test(prose.slice(source.start, source.start + 8));

/** The words of a name without their plural: "two sources close to it" and "the source" may be one. */
const nameWords = ({ speaker: { name } }: Report): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => word.length > 3);

/** Sentences back in which the speaker of a quotation was cited before. */
const CITED_WITHIN = 40;

/** A paraphrase, and behind it the quotation that it sums up, by somebody cited before. */
function quoteFollows(...[story, voices, , i]: Reading): Cover | undefined {
  const here = voices[i] as Voices;
  const after = voices[i + 1];
  if (!after?.prose || !after.spoken || breaksBetween(story, here, after)) return undefined;
  const speakers = speakersOfTurn(voices, i + 1);
  const names = new Set(speakers.flatMap(nameWords));
  const pronoun = speakers.some(({ speaker }) => speaker.kind === 'pronoun');
  for (let k = i - 1; k >= Math.max(0, i - CITED_WITHIN); k--) {
    if (speakersIn(voices[k] as Voices).some((report) => pronoun || nameWords(report).some((word) => names.has(word))))
      return { sentence: i + 1, why: 'quotation follows', strength: 0.4 };
  }
  return undefined;
}

/** A quotation of several sentences names its speaker in one of them, in its paragraph. */
function speakersOfTurn(voices: readonly Voices[], first: number): readonly Report[] {
  const block = voices[first]?.at.block;
  for (let k = first; voices[k]?.at.block === block && voices[k]?.spoken; k++) {
    const speakers = speakersIn(voices[k] as Voices);
    if (speakers.length) return speakers;
  }
  return [];
}

/** A document's findings run on into the next paragraph. */
function ofDocument(...[story, voices, , i]: Reading): Cover | undefined {
  const before = voices[i - 1];
  const here = voices[i] as Voices;
  if (!before?.prose || breaksBetween(story, before, here)) return undefined;
  if (!before.reports.some(isDocument)) return undefined;
  const goesOn = voices[i + 1]?.reports.some(isDocument) ?? false;
  return { sentence: i - 1, why: 'document', strength: goesOn ? 0.8 : 0.4 };
}

const isDocument = ({ attribution, speaker }: Report): boolean =>
  attribution.type === 'document' || speaker.resolved === 'document';

const somebody: ReadonlySet<SpeakerKind> = new Set(['named', 'role', 'organisation', 'media', 'document']);
const isSomebodyNamed = ({ speaker }: Report): boolean => somebody.has(speaker.resolved);

/** Sentences that a lead may wait for the source of what it says. */
const LEAD_WAITS = 4;

/** The story's opening is repeated by a source just below. */
function redeemedBelow(...[story, voices, , i]: Reading): Cover | undefined {
  const first = voices.findIndex(({ prose }) => prose);
  const here = voices[i] as Voices;
  if (i > first + 1 || (i > first && here.at.block !== (voices[first] as Voices).at.block)) return undefined;
  const words = contentWords(story, here);
  let best: Cover | undefined;
  for (let k = i + 1; k < voices.length && k <= i + LEAD_WAITS; k++) {
    const below = voices[k] as Voices;
    if (!below.prose || !below.reports.some(isSomebodyNamed)) continue;
    const document = below.reports.some(isDocument) ? 1 : 0;
    const shared = sharedWords(words, contentWords(story, below)) + document;
    if (shared < 2) continue;
    const strength = Math.min(0.85, 0.15 * shared + (k === i + 1 ? 0.06 : -0.03 * (k - i - 1)));
    if (strength > (best?.strength ?? 0)) best = { sentence: k, why: 'lead redeemed below', strength };
  }
  return best;
}

/** The next sentence names the source of both. */
function sourceFollows(...[story, voices, , i]: Reading): Cover | undefined {
  const here = voices[i] as Voices;
  const after = voices[i + 1];
  if (!after?.prose || !(after.reports.length || after.says) || breaksBetween(story, here, after)) return undefined;
  const same = after.at.block === here.at.block;
  const shared = sharedWords(contentWords(story, here), contentWords(story, after));
  const strength = (same ? 0.15 : 0) + (goesOn(story, after) ? 0.35 : 0) + 0.08 * Math.min(shared, 3);
  return strength >= 0.2 ? { sentence: i + 1, why: 'source follows', strength } : undefined;
}

/** "also said", "it added", "they predicted": whoever it is has spoken before. */
function goesOn(story: Story, { at }: Voices): boolean {
  const { tokens, sentences } = (story.blocks[at.block] as Block).facts;
  const { firstToken, lastToken } = sentences[at.sentence] ?? { firstToken: 0, lastToken: 0 };
  if (pronouns.has(wordAt(tokens, firstToken)) && sayings.has(wordAt(tokens, firstToken + 1))) return true;
  for (let t = firstToken; t < lastToken; t++) {
    const word = wordAt(tokens, t);
    if (has(tokens, t, Shape.quoted)) continue;
    if (word === 'added' || word === 'adds' || (word === 'also' && t < firstToken + OPENING)) return true;
  }
  return false;
}

const pronouns = new Set(['he', 'she', 'they', 'it']);

/** Tokens at the head of a sentence in which "also" goes with its subject. */
const OPENING = 8;
