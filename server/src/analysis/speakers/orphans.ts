// Pronouns that speak and mean nobody: "they said", where only one person or one army went before; or one of two: "he said",
// right behind two men named in one breath.
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { type Span, shift } from '../../text/span';
import { attributionsIn } from '../attribution/story';
import { perStory } from '../../document/memo';
import { type Antecedent, antecedentsIn } from './antecedents';
import { opensItsClause } from './clause-openers';
import { speakersOf } from './resolve';

export interface OrphanSpeaker extends Span {
  readonly pronoun: Span;
  /** The last body named before in its paragraph, with its article: it may be the one. */
  readonly nearest?: Span & { readonly name: string; readonly isBody: boolean };
  /** The two who may be meant. */
  readonly either?: readonly [string, string];
}

/** The span is the pronoun and its verb. Offsets into the prose. */
export const orphanSpeakers: (story: Story) => readonly OrphanSpeaker[] = perStory((story) => {
  const speakers = speakersOf(story);
  return attributionsIn(story).flatMap((a, i): OrphanSpeaker[] => {
    const block = story.blocks[a.block] as Block;
    const speaker = speakers[i];
    if (!speaker || !(speaker.orphan || speaker.either) || !a.source || !a.cue || a.form !== 'verb') return [];
    if (a.type === 'attitude' || a.type === 'act' || a.governs === 'phrase' || !isProse(block.role)) return [];
    if (!opensItsClause(story.prose, block, a.source)) return [];
    const { either } = speaker;
    if (!either && isBodyOfMany(story, a.block, a.source.start)) return [];
    const nearest = either ? undefined : bodyBefore(story, block, a.source.start);
    const [start, end] = [Math.min(a.source.start, a.cue.start), Math.max(a.source.end, a.cue.end)];
    return [{ start, end, pronoun: a.source, ...(nearest && { nearest }), ...(either && { either }) }];
  });
});

/**
 * "The navy has opened an inquiry. They said …": where a body is what the paragraphs tell of, and no people beside it, readers take
 * "they" for it, and a desk leaves it at that.
 */
function isBodyOfMany({ blocks }: Story, index: number, at: number): boolean {
  let before = index - 1;
  while (before >= 0 && !isProse((blocks[before] as Block).role)) before--;
  const near = [before, index].flatMap((k) => {
    const block = blocks[k];
    return block ? antecedentsIn(block.facts).filter(({ end }) => block.start + end <= at) : [];
  });
  const isOfPeople = near.some(({ speaking: { kind, plural } }) => plural && kind !== 'organisation');
  return !isOfPeople && near.some((one) => one.subject && !one.modifies && !one.speaking.plural && isBody(one));
}

const isBody = ({ speaking: { kind } }: Antecedent): boolean => kind === 'organisation' || kind === 'media';

function bodyBefore({ prose, blocks }: Story, { start, facts }: Block, at: number): OrphanSpeaker['nearest'] {
  const before = antecedentsIn(facts).filter((one) => start + one.end <= at);
  const body =
    before.findLast(({ speaking }) => speaking.kind === 'organisation') ?? before.findLast(({ subject }) => subject);
  if (!body || !blocks.length) return undefined;
  const span = shift(body, start);
  const article = prose.slice(Math.max(start, span.start - 4), span.start).toLowerCase() === 'the ';
  const name = `${article ? 'The ' : ''}${prose.slice(span.start, span.end)}`;
  return { ...span, name, isBody: body.speaking.kind === 'organisation' };
}
