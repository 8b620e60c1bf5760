// Covers from below: a lead that waits for the source that repeats it, a paraphrase before the quotation that it sums up.
import type { Block, Story } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { matterOf } from '../topic';
import { leadOf, type Report, sayings, type Voices } from '../voices';
import { breaksBetween, type Cover, isDocument, isSomebodyNamed, oneOf, type CoverContext } from './cover';

/** Sentences that a lead may wait for the source of what it says. */
const LEAD_WAITS = 4;

/** Names that both share count for so many plain words at most: most of a story is about the same people and places. */
const NAMES_COUNT = 2;

/** The story's opening is repeated by a source just below. */
export function redeemedBelow({ story, voices }: CoverContext, i: number): Cover | undefined {
  const first = leadOf(story);
  const here = voices[i] as Voices;
  if (i > first + 1 || (i > first && here.at.block !== (voices[first] as Voices).at.block)) return undefined;
  const { words, names } = matterOf(story);
  let best: Cover | undefined;
  for (let k = i + 1; k < voices.length && k <= i + LEAD_WAITS; k++) {
    const below = voices[k] as Voices;
    if (!below.prose || !(below.reports.some(isSomebodyNamed) || below.local.some(expects))) continue;
    const document = below.reports.some(isDocument) ? 1 : 0;
    const plain = words.shared(i, k) + document;
    if (plain < (k === i + 1 ? 1 : 2)) continue;
    const shared = plain + Math.min(NAMES_COUNT, names.shared(i, k));
    const strength = Math.min(0.85, 0.15 * shared + (k === i + 1 ? 0.06 : -0.03 * (k - i - 1)));
    if (strength > (best?.strength ?? 0)) best = { sentence: k, why: 'lead redeemed below', strength };
  }
  return best;
}

/** "Analysts expect …" */
const expects = ({ attribution: { type, source } }: Report): boolean => type === 'attitude' && source !== null;

/** The next sentence names the source of both. */
export function sourceFollows({ story, voices }: CoverContext, i: number): Cover | undefined {
  const here = voices[i] as Voices;
  const after = voices[i + 1];
  if (!after?.prose || !(after.reports.length || after.says) || breaksBetween(story, here, after)) return undefined;
  const same = after.at.block === here.at.block;
  const shared = matterOf(story).words.shared(i, i + 1);
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

/** Sentences back in which the speaker of a quotation was cited before. */
const CITED_WITHIN = 40;

/** A paraphrase, and behind it the quotation that it sums up: in its own paragraph, or by somebody cited before. */
export function quoteFollows({ story, voices, speakers: all }: CoverContext, i: number): Cover | undefined {
  const here = voices[i] as Voices;
  const after = voices[i + 1];
  if (!after?.prose || !(after.spoken || after.reports.some(isQuoted)) || breaksBetween(story, here, after))
    return undefined;
  const speakers = (after.spoken ? speakersOfTurn(voices, all, i + 1) : all[i + 1]) ?? [];
  if (after.spoken && speakers.length && after.at.block === here.at.block)
    return { sentence: i + 1, why: 'quotation follows', strength: 0.6 };
  // "Earnings from Europe are likely to fall." "Europe remains a difficult market," said the analyst.
  const { words, names } = matterOf(story);
  const shared = speakers.length ? words.shared(i, i + 1) + Math.min(1, names.shared(i, i + 1)) : 0;
  if (shared > 0) return { sentence: i + 1, why: 'quotation follows', strength: Math.min(0.6, 0.35 + 0.05 * shared) };
  const isOneOfThem = oneOf(speakers);
  const pronoun = speakers.some(({ speaker }) => speaker.kind === 'pronoun');
  for (let k = i - 1; k >= Math.max(0, i - CITED_WITHIN); k--) {
    if (all[k]?.some((report) => pronoun || isOneOfThem(report)))
      return { sentence: i + 1, why: 'quotation follows', strength: 0.4 };
  }
  return undefined;
}

const isQuoted = ({ attribution: { type } }: Report): boolean => type === 'direct' || type === 'mixed';

/** A quotation of several sentences names its speaker in one of them, in its paragraph. */
function speakersOfTurn(
  voices: readonly Voices[],
  all: CoverContext['speakers'],
  first: number,
): readonly Report[] | undefined {
  const block = voices[first]?.at.block;
  for (let k = first; voices[k]?.at.block === block && voices[k]?.spoken; k++) {
    if (all[k]?.length) return all[k];
  }
  return undefined;
}
