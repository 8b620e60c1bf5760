// Covers from above: a source holds while its paragraph stays on the topic, between two mentions of one source, through a
// document's findings, over free indirect speech. A subhead and a change of time ("Earlier, …") break it.
import { Class } from '../../language/word-classes';
import type { Block, Story } from '../../document/story';
import { recordAt, wordAt } from '../../document/token';
import { perWord } from '../../document/word';
import { is, readingOf } from '../attribution/scope';
import { matterOf } from '../topic';
import { isNarrated, type Report, type Voices } from '../voices';
import { breaksBetween, carries, type Cover, type CoverReason, isDocument, oneOf, type CoverContext } from './cover';

/** The sentence before in the same paragraph is sourced, or was covered itself. */
export function sameParagraph({ story, voices, covers }: CoverContext, i: number): Cover | undefined {
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

/** "The ministry expects …": an attitude of somebody named carries weakly. */
const leansOn = ({ local }: Voices): boolean =>
  local.some(({ attribution: one }) => one.type === 'attitude' && one.source !== null && !isNarrated(one));

const sameBlock = (voices: readonly Voices[], a: number, b: number): boolean =>
  voices[a]?.at.block === voices[b]?.at.block;

const turns = new Set('earlier meanwhile elsewhere separately previously'.split(' '));

/** "Earlier, …", "Meanwhile …": another time or place, and another source. */
export function turnsAway(story: Story, { at }: Voices): boolean {
  const { facts } = story.blocks[at.block] as Block;
  const sentence = facts.sentences[at.sentence];
  return sentence !== undefined && turns.has(wordAt(facts.tokens, sentence.firstToken));
}

/** "The army would advance, he said. It would not stop at the river." */
export function freeIndirect({ story, voices, covers }: CoverContext, i: number): Cover | undefined {
  const before = voices[i - 1];
  const here = voices[i] as Voices;
  if (!before?.prose || !isBackShifted(story, here) || breaksBetween(story, before, here)) return undefined;
  const held = goesOnFrom(before, here)
    ? i - 1
    : covers[i - 1]?.why === 'free indirect speech'
      ? covers[i - 1]?.sentence
      : undefined;
  if (held === undefined) return undefined;
  return { sentence: held, why: 'free indirect speech', strength: before.at.block === here.at.block ? 0.8 : 0.6 };
}

/** What was reported goes on so. What was quoted stands in the speaker's own tense: “had” in the paragraph behind it is the writer's. */
const goesOnFrom = (before: Voices, here: Voices): boolean =>
  carries(before) && (before.at.block === here.at.block || before.reports.some(isInOurWords));

const isInOurWords = ({ attribution: { type } }: Report): boolean => type !== 'direct';

const shifted = new Set(['would', 'could', 'might', 'had']);
const unshifted = new Set('will is are has have was were does do can may did went came took made said'.split(' '));

/** The first finite verb looks back from a speech: "would", "had"; nothing in the sentence is in the writer's own tense before it. */
function isBackShifted(story: Story, { at }: Voices): boolean {
  const { facts } = story.blocks[at.block] as Block;
  const sentence = facts.sentences[at.sentence];
  if (!sentence) return false;
  for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
    const tense = tenseOf(recordAt(facts.tokens, t));
    if (tense) return tense === 'shifted';
  }
  return false;
}

const tenseOf = perWord((word) =>
  shifted.has(word)
    ? 'shifted'
    : unshifted.has(word) || (word.length > 4 && word.endsWith('ed'))
      ? 'unshifted'
      : undefined,
);

const owners = new Set(['his', 'her', 'its', 'their']);
const utterances = new Set(
  'remark remarks comment comments statement statements speech answer answers outburst words'.split(' '),
);

const isUtterance = perWord((word) => utterances.has(word));
const isOwner = (word: string): boolean => owners.has(word) || word.endsWith("'s");

/** "His latest remarks will not help": the writer speaks of what was said, and not the one who said it. */
function isOfSomebodysWords(story: Story, { at }: Voices): boolean {
  const { tokens, sentences } = (story.blocks[at.block] as Block).facts;
  const { firstToken, lastToken } = sentences[at.sentence] ?? { firstToken: 0, lastToken: 0 };
  for (let t = firstToken + 1; t < lastToken; t++) {
    if (isUtterance(recordAt(tokens, t)) && (isOwner(wordAt(tokens, t - 1)) || isOwner(wordAt(tokens, t - 2))))
      return true;
  }
  return false;
}

const BACK = 3;
const AHEAD = 2;

/** The same source a few sentences before and just after. */
export function betweenMentions({ story, voices, speakers }: CoverContext, i: number): Cover | undefined {
  const here = voices[i] as Voices;
  if (isOfSomebodysWords(story, here)) return undefined;
  for (let ahead = 1; ahead <= AHEAD; ahead++) {
    const after = voices[i + ahead];
    if (!after?.prose || breaksBetween(story, here, after)) return undefined;
    const later = speakers[i + ahead] as readonly Report[];
    if (!later.length) continue;
    for (let back = 1; back <= BACK; back++) {
      const before = voices[i - back];
      if (!before?.prose || breaksBetween(story, before, here)) return undefined;
      const earlier = speakers[i - back] as readonly Report[];
      const strength = earlier.length ? asOneSource(story, earlier, later) : 0;
      if (strength) return { sentence: i - back, why: 'between two mentions of one source', strength };
    }
    return undefined;
  }
  return undefined;
}

/** How surely both sentences cite one source: by name, or by a pronoun or "added" that leads back. */
function asOneSource(story: Story, earlier: readonly Report[], after: readonly Report[]): number {
  const later = after.filter((report) => !isIntroduced(story, report));
  if (later.some(oneOf(earlier))) return 0.75;
  const leadsBack = later.some(
    ({ speaker, attribution }) => (speaker.kind === 'pronoun' && !speaker.name) || attribution.lemma === 'add',
  );
  return leadsBack ? 0.65 : 0;
}

/** "A trade official": somebody new. */
const isIntroduced = ({ prose }: Story, { attribution: { source } }: Report): boolean =>
  source !== null &&
  (prose.charCodeAt(source.start) | 32) === A &&
  /^(?:an?|another)\b/i.test(prose.slice(source.start, source.start + 8));

const A = 97;

/** A document's findings run on into the next paragraph. */
export function ofDocument({ story, voices }: CoverContext, i: number): Cover | undefined {
  const before = voices[i - 1];
  const here = voices[i] as Voices;
  if (!before?.prose || breaksBetween(story, before, here)) return undefined;
  if (!before.reports.some(isDocument)) return undefined;
  const goesOn = voices[i + 1]?.reports.some(isDocument) ?? false;
  return { sentence: i - 1, why: 'document', strength: goesOn ? 0.8 : 0.4 };
}

/** "The report listed three failures:" stands behind each item of the list below it. */
export function underColon({ story, voices, covers }: CoverContext, i: number): Cover | undefined {
  const here = voices[i] as Voices;
  const before = voices[i - 1];
  if (!before?.prose || story.blocks[here.at.block]?.role !== 'item') return undefined;
  const held = covers[i - 1];
  if (held?.why === 'list') return held;
  if (!story.prose.slice(before.at.start, before.at.end).trimEnd().endsWith(':')) return undefined;
  const strength = carries(before) ? 0.85 : namesDocument(story, before) ? 0.7 : 0;
  return strength ? { sentence: i - 1, why: 'list', strength } : undefined;
}

/** "Among the findings of the report". */
function namesDocument(story: Story, { at }: Voices): boolean {
  const { facts } = story.blocks[at.block] as Block;
  const r = readingOf(facts);
  const { firstToken, lastToken } = facts.sentences[at.sentence] ?? { firstToken: 0, lastToken: 0 };
  for (let t = firstToken; t < lastToken; t++) if (is(r, t, Class.document)) return true;
  return false;
}

/** Sentences back in which the source of a matter is looked for. */
const TOPIC_BACK = 3;
/** Plain words that two sentences share where they are about the same matter. */
const SAME_MATTER = 2;

/** A new paragraph goes on about what somebody said just above: a reader takes it as his. */
export function paragraphBefore({ story, voices, covers }: CoverContext, i: number): Cover | undefined {
  const here = voices[i] as Voices;
  if (turnsAway(story, here)) return undefined;
  const { words } = matterOf(story);
  let best: Cover | undefined;
  for (let back = 1; back <= TOPIC_BACK; back++) {
    const before = voices[i - back];
    if (!before?.prose || breaksBetween(story, before, here)) break;
    const shared = words.shared(i, i - back);
    if (shared < SAME_MATTER) continue;
    const held = covers[i - back];
    const strength = carries(before)
      ? Math.min(0.75, 0.2 + 0.14 * shared) - 0.05 * (back - 1)
      : held && goesOn.has(held.why)
        ? held.strength * 0.85
        : 0;
    if (strength > (best?.strength ?? 0))
      best = { sentence: carries(before) ? i - back : (held?.sentence ?? i - back), why: 'paragraph before', strength };
  }
  return best;
}

/** Covers that a later paragraph on the same matter may go on from. */
const goesOn: ReadonlySet<CoverReason> = new Set(['same paragraph', 'free indirect speech', 'paragraph before']);
