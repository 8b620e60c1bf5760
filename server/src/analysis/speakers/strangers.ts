// Strangers: "Boyce told the paper", and nowhere in the story who that is; "he said", and up to there the story has told of no man.
import { distance, NEAR } from '../transliteration/likeness';
import { slipBetween } from '../transliteration/slips';
import { attributionsIn } from '../attribution/story';
import { entitiesOf, type NamedEntity } from '../names/entities';
import { isKnownName, isPlace, isProperAdjective } from '../names/lists';
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { perStory } from '../../document/memo';
import type { Span } from '../../text/span';
import { opensItsClause } from './clause-openers';
import { nobodyNamed } from './nobody-named';
import { speakersOf } from './resolve';

/** The span is the speaker and the verb. Offsets into the prose. */
export interface Stranger extends Span {
  readonly speaker: Span;
  /** As it stands: "he", "Boyce". */
  readonly text: string;
  readonly is: 'pronoun' | 'name';
}

/** In order of place, each once. */
export const strangersIn: (story: Story) => readonly Stranger[] = perStory((story) => {
  const pronouns = new Set(nobodyNamed(story).map(({ pronoun }) => pronoun.start));
  const speakers = speakersOf(story);
  const entities = entitiesOf(story);
  const told = new Set<string>();
  let someone = false;
  return attributionsIn(story).flatMap(({ source, cue, form, block: index }, i): Stranger[] => {
    const block = story.blocks[index] as Block;
    if (!source || !cue || form !== 'verb' || !isProse(block.role)) return [];
    const text = story.prose.slice(source.start, source.end);
    // who has spoken is somebody, though his name be a word
    someone ||= speakers[i]?.kind === 'named' && !isPlace(text.toLowerCase()) && !/^(?:\p{Lu}|\p{L}\.)+$/u.test(text);
    const isPronoun =
      !someone && pronouns.has(source.start) && /^s?he$/i.test(text) && opensItsClause(story.prose, block, source);
    if (!isPronoun && (speakers[i]?.kind !== 'named' || !isStranger(story, source, text, entities))) return [];
    if (told.has(text.toLowerCase())) return [];
    told.add(text.toLowerCase());
    const [start, end] = [Math.min(source.start, cue.start), Math.max(source.end, cue.end)];
    return [{ start, end, speaker: source, text, is: isPronoun ? 'pronoun' : 'name' }];
  });
});

/** Whoever is brought in by a name alone stands in few places. */
const MOST_PLACES = 2;

/** One word that people are called by, which no other name of the story holds, and which stands nowhere but as whoever acts. */
function isStranger({ prose }: Story, source: Span, text: string, entities: readonly NamedEntity[]): boolean {
  const name = text.toLowerCase();
  if (/[^\p{L}]/u.test(text) || !isKnownName(name) || isPlace(name) || isProperAdjective(name)) return false;
  const own = entities.find(({ mentions }) =>
    mentions.some(({ start, end }) => start < source.end && source.start < end),
  );
  if (!own || own.known !== undefined || own.type === 'place' || own.type === 'organisation') return false;
  // a story that writes the name small somewhere has capitals to lose; a firm has its board
  if (standsSmall(prose, name) || isBody(prose, source.end)) return false;
  if (own.mentions.length > MOST_PLACES || own.mentions.some((at) => at.text !== text || isIntroduced(prose, at)))
    return false;
  return entities.every((other) => other === own || other.mentions.every((at) => !mayMean(at.text, name)));
}

const CLAUSE = 30;
/** Behind the verb: "said its board", "said that it". */
const isBody = (prose: string, end: number): boolean =>
  /^ \p{Ll}+ (?:that )?(?:its?|we)\b/u.test(prose.slice(end, end + CLAUSE));

/** A title or a noun before it, or what he is behind a comma: "chemist Boyce", "Boyce, a spokesman,". */
const isIntroduced = (prose: string, { start, end, titles }: NamedEntity['mentions'][number]): boolean =>
  titles.length > 0 ||
  /(?:[\p{L}\p{N}]["”’)]?|\p{Lu}[\p{L}.]{0,15},) $/u.test(prose.slice(Math.max(0, start - 20), start)) ||
  !/^(?: [\p{Ll}]|, [“"]|, \p{Ll}+ed\b)/u.test(prose.slice(end, end + 20));

/** The same word in a longer name, or one so near that the names of the story ask about it. */
const mayMean = (text: string, name: string): boolean =>
  text
    .toLowerCase()
    .split(/[\s-]/)
    .some((word) => word === name || slipBetween(word, name) !== undefined || distance(word, name) <= NEAR);

/** The word with a small letter, as a word. */
function standsSmall(prose: string, name: string): boolean {
  for (let at = prose.indexOf(name); at >= 0; at = prose.indexOf(name, at + 1))
    if (!/\p{L}/u.test(prose.charAt(at - 1) + prose.charAt(at + name.length))) return true;
  return false;
}
