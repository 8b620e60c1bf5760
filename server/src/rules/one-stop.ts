// One stop where a sentence ends, whether the form that is written there has one of its own or the form that is put there; and none that
// neither the copy nor the form had. Where a stop may be the word's or the sentence's, a person chooses.
import { ownerOfStop } from '../analysis/usage/stops';
import { isJoinedToDoubt } from '../analysis/usage/stops-in-pairs';
import { behindReferences } from '../document/segment/references';
import type { Story } from '../document/story';
import { toFile } from '../text/source-map';
import type { TextEdit } from '../text/edit';
import { type Span, slice } from '../text/span';
import type { Fix } from './rule';

/** One way to put the form there: what then stands in its place, and how. */
interface Way {
  readonly shown: string;
  readonly edits: readonly TextEdit[];
}

/**
 * The fixes that put the text there; nothing where it stands there already: of "Acme Inc. The firm", "Inc" has all but the sentence's stop.
 * @param texts the likelier first: where there are several, a person chooses.
 */
export function fixesPutting(
  story: Story,
  place: Span,
  texts: readonly string[],
  apply: Fix['apply'],
): Fix[] | undefined {
  const ways = texts.flatMap((text) => waysToPut(story, place, text));
  const written = slice(story.prose, place);
  const changing = ways.filter(({ shown, edits }) => shown !== written || edits.length > 1);
  if (!changing.length) return undefined;
  const isJoined = written.endsWith('.') && isJoinedToDoubt(story, place.end);
  return changing.map(({ shown, edits }) => ({
    title: `Change to “${shown}”`,
    apply: ways.length > 1 || isJoined ? 'ask' : apply,
    edits,
  }));
}

function waysToPut(story: Story, { start, end }: Span, text: string): readonly Way[] {
  const { prose } = story;
  const [owned = ''] = isPlural(text) ? (OWNED.exec(prose.slice(end, end + 3)) ?? []) : [];
  if (owned)
    return [{ shown: text, edits: [{ start, end: end + owned.length, text: text + owned.replace(/s$/i, '') }] }];
  const own = prose[end - 1] === '.';
  if (text.endsWith('.'))
    return [{ shown: text, edits: own ? [{ start, end, text }] : takingIn(story, { start, end }, text) }];
  const alone: Way = { shown: text, edits: [{ start, end, text }] };
  if (!own) return [alone];
  const ended: Way = { shown: `${text}.`, edits: [{ start, end, text: `${text}.` }] };
  const owner = ownerOfStop(story, end);
  if (owner === 'either') return [alone, ended];
  return [owner === 'both' ? ended : alone];
}

/** "The Netherlands", "the Philippines": what belongs to several is the Netherlands’, where "Holland’s" stood. */
const isPlural = (text: string): boolean => /^the /i.test(text) && /[^siu]s$/i.test(text);
const OWNED = /^['’]s(?![\p{L}\p{N}])/iu;

/** The sentence's stop goes where the form brings one: "the US." becomes "the U.S.", and "**US**." likewise. */
function takingIn({ prose, map }: Story, { start, end }: Span, text: string): readonly TextEdit[] {
  const stop = behindReferences(prose, end, false);
  const isOnly = prose[stop] === '.' && prose[stop + 1] !== '.';
  if (!isOnly) return [{ start, end, text }];
  const isBeside = stop === end && toFile(map, { start, end: end + 1 }).end === toFile(map, { start, end }).end + 1;
  if (isBeside) return [{ start, end: end + 1, text }];
  return [
    { start, end, text },
    { start: stop, end: stop + 1, text: '' },
  ];
}
