// Who may be named as a possible source of a claim: the one speaker whom the story itself puts within reach of it, in words that
// can stand before "said" as they are. Where there is any doubt, nobody: a wrong name in the copy is worse than a gap.
import { isProse } from '../../document/role';
import type { Block, Story, StorySentence } from '../../document/story';
import { has, Shape, tokenAt, wordAt } from '../../document/token';
import type { Span } from '../../text/span';
import { Class, classOf } from '../../language/word-classes';
import type { Range } from '../attribution/phrase';
import {
  is,
  isCapital,
  isMark,
  isPastForm,
  isQuoted,
  type ParagraphWords,
  readingOf,
  word,
} from '../attribution/scope';
import { perStory } from '../../document/memo';
import { entitiesOf, introducedAs, type NamedEntity } from '../names/entities';
import { isKind } from '../names/lists';
import type { Speaker } from '../speakers/resolve';
import { isName } from '../speakers/name-words';
import type { Speaking } from '../speakers/speaker';
import { type Report, sayings, voicesOf } from '../voices';

export interface PossibleSpeaker {
  /** As it reads in mid-sentence: "Carla Moll", "the interior ministry". */
  readonly name: string;
  /** Where it is cited. Prose offsets. */
  readonly at: Span;
}

/**
 * The only speaker within reach of a sentence: the one cited in its paragraph where nobody else is; where nobody is, in the
 * paragraphs next to it, and there of the same things.
 */
export function speakerInReach(story: Story, sentence: number): PossibleSpeaker | undefined {
  const here = voicesOf(story)[sentence]?.at;
  if (!here) return undefined;
  const cited = citedIn(story);
  const own = cited.get(here.block) ?? [];
  const near = own.length ? own : nextTo(story, here.block).flatMap((block) => cited.get(block) ?? []);
  const [first] = near;
  if (!first || near.some(({ whom }) => whom !== first.whom)) return undefined;
  const told = near.find(({ speaker, sentence: at }) => speaker && Math.abs(at - sentence) <= REACH);
  if (!told?.speaker || isAbout(story, here, told.speaker)) return undefined;
  return own.length || sharesWords(story, here, voicesOf(story)[told.sentence]?.at) ? told.speaker : undefined;
}

/** The paragraphs of running copy before and behind, whatever stands between. */
function nextTo({ blocks }: Story, index: number): number[] {
  const towards = (step: 1 | -1): number | undefined => {
    for (let i = index + step; i >= 0 && i < blocks.length && Math.abs(i - index) <= BETWEEN; i += step)
      if (isProse((blocks[i] as Block).role)) return i;
    return undefined;
  };
  return [towards(-1), towards(1)].filter((i) => i !== undefined);
}

/** Blocks to look over for the next paragraph: a caption, a subheading. */
const BETWEEN = 3;

/** Somebody cited, and in which words they can be named; nobody where there are none that fit. */
interface Cited {
  /** The same for one and the same speaker. */
  readonly whom: string;
  readonly sentence: number;
  readonly speaker: PossibleSpeaker | undefined;
}

/** By paragraph, everybody who is cited there, however vaguely: two of them are no one speaker. */
const citedIn = perStory((story: Story): ReadonlyMap<number, readonly Cited[]> => {
  const all = new Map<number, Cited[]>();
  const add = (sentence: number, { block }: StorySentence, { attribution, speaker }: Report, stands: boolean): void => {
    const entity = bearers(story).get(speaker.name);
    const whom = entity ? introducedAs(entity).text : speaker.name.toLowerCase();
    const plain = stands && isPlainlySaid(story, attribution);
    const name = plain ? nameFor(story, story.blocks[block] as Block, speaker, entity) : undefined;
    const cited: Cited = { whom, sentence, speaker: name && speaker.at ? { name, at: speaker.at } : undefined };
    const others = all.get(block);
    if (others) others.push(cited);
    else all.set(block, [cited]);
  };
  for (const [sentence, { at, reports, local }] of voicesOf(story).entries()) {
    for (const report of reports) add(sentence, at, report, true);
    for (const report of local) if (isSaid(report)) add(sentence, at, report, false);
  }
  return all;
});

/** "said", "told", "according to": whoever "defeated" or "warned" may have said nothing that a reader could be told. */
const isPlainlySaid = ({ prose }: Story, { form, cue, ...attribution }: Report['attribution']): boolean =>
  isSaid({ attribution }) &&
  (form === 'phrase' ||
    (form === 'verb' && cue !== null && sayings.has(prose.slice(cue.start, cue.end).toLowerCase())));

const isSaid = ({ attribution: { type } }: { readonly attribution: Pick<Report['attribution'], 'type'> }): boolean =>
  type === 'direct' || type === 'indirect' || type === 'mixed';

/** Sentences over which a reader still thinks of the same speaker. */
const REACH = 2;

/** Whom a name means: the first who is called so. */
const bearers = perStory((story: Story): ReadonlyMap<string, NamedEntity> => {
  const all = new Map<string, NamedEntity>();
  for (const entity of entitiesOf(story))
    for (const { text } of entity.mentions) if (!all.has(text)) all.set(text, entity);
  return all;
});

/** In words that can stand before "said"; nothing where what was read as a source may be more or less than that. */
function nameFor(story: Story, { start, facts }: Block, speaker: Speaker, entity?: NamedEntity): string | undefined {
  const { speaking, at } = speaker;
  if (!speaking || !at || facts.allCaps) return undefined;
  const r = readingOf(facts);
  const words = { from: tokenAt(facts.tokens, at.start - start), to: speaking.core.to };
  if (isQuoted(r, words.from)) return undefined;
  const written = story.prose.slice(at.start, start + (facts.tokens.end[words.to - 1] ?? 0));
  if (speaking.kind === 'named') return entity && named(entity, written);
  const speaks = speaking.kind === 'organisation' || speaking.kind === 'role';
  return speaks && !speaking.tail && isNounPhrase(r, words, speaking)
    ? inMidSentence(r, words.from, written)
    : undefined;
}

/** A person by the name in full, an organisation as it is written here. */
function named(entity: NamedEntity, written: string): string | undefined {
  const { text } = introducedAs(entity);
  if (entity.type === 'person') return WHOLE_NAME.test(text) && !holdsOffice(text) ? text : undefined;
  const bare = written.replace(/^[Tt]he /, '');
  if (entity.type !== 'organisation' || !entity.mentions.some((one) => one.text === bare)) return undefined;
  if (!entity.known && !isBodyByName(bare)) return undefined;
  return bare === written ? bare : `the ${bare}`;
}

/** "Statoil ASA", "Harbour Workers Union", "FDIC": its last word says what it is, and none is somebody's office. */
function isBodyByName(name: string): boolean {
  if (/^\p{Lu}{2,6}$/u.test(name)) return true;
  if (holdsOffice(name)) return false;
  const last = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
  return isKind(last, 'organisation') || isKind(last, 'company');
}

/** Two words and more, each with its capital but for "de", "bin" and the like. */
const WHOLE_NAME = /^\p{Lu}[^\s,]*(?: (?:\p{Lu}[^\s,]*|\p{Ll}{1,3}))* \p{Lu}[^\s,]*$/u;

/** "Senators Lisa Brenn", "U.S. Brenn", "Harbour CEO Ada Brenn": more than a name was taken for one. */
const holdsOffice = (name: string): boolean =>
  name.split(' ').some((w) => /\p{L}\.\p{L}|^\p{Lu}{3,}$/u.test(w) || isOffice(w.toLowerCase()));

const isOffice = (w: string): boolean =>
  [w, w.replace(/s$/, '')].some((one) => isKind(one, 'title') || isKind(one, 'role'));

/** "the interior ministry", "police": nothing but an article and words that describe, up to a noun that can speak. */
function isNounPhrase(r: ParagraphWords, { from, to }: Range, { head, core, plural }: Speaking): boolean {
  const bare = from === core.from;
  if (bare ? !(plural && to - from === 1) : word(r, from) !== 'the' || from + 1 !== core.from) return false;
  if (word(r, to - 1) !== head || !is(r, to - 1, Class.body | Class.person)) return false;
  if (is(r, to - 1, Class.weasel | Class.anonymous)) return false;
  for (let i = core.from; i < to; i++) {
    if (isMark(r, i) || is(r, i, notInName) || (i < to - 1 && isPastForm(r, i) && !isCapital(r, i))) return false;
  }
  return true;
}

const notInName = Class.subject | Class.object | Class.auxiliary | Class.adverb | Class.preposition | Class.conjunction;

/** "The ministry", "Police" as they read behind a comma. */
const inMidSentence = (r: ParagraphWords, from: number, written: string): string =>
  isName(r, from) ? written : (written[0] ?? '').toLowerCase() + written.slice(1);

/** Two sentences that have a word or a name in common: what stands in both is what is told of. */
function sharesWords(story: Story, one: StorySentence, other: StorySentence | undefined): boolean {
  const there = new Set(other ? stemsIn(story, other) : []);
  return stemsIn(story, one).some((stem) => there.has(stem));
}

/** Letters that the forms of a word have in common. */
const STEM = 5;

function stemsIn({ blocks }: Story, { block, sentence }: StorySentence): string[] {
  const { tokens, sentences } = (blocks[block] as Block).facts;
  const { firstToken = 0, lastToken = 0 } = sentences[sentence] ?? {};
  const words = Array.from({ length: lastToken - firstToken }, (_, i) => wordAt(tokens, firstToken + i));
  const isProper = (i: number): boolean => i > 0 && has(tokens, firstToken + i, Shape.capital);
  return words.flatMap((w, i) => (classOf(w) === 0 && (w.length >= STEM || isProper(i)) ? [w.slice(0, STEM)] : []));
}

/** The claim is about the speaker: "Moll took the money, Moll said" is nobody's meaning. */
function isAbout({ prose }: Story, { start, end }: Span, { name }: PossibleSpeaker): boolean {
  const last = name.slice(name.lastIndexOf(' ') + 1);
  return prose.slice(start, end).toLowerCase().includes(last.toLowerCase());
}
