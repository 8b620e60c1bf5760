// Pronouns that speak and mean nobody: "they said", where only one person or one army went before; or one of two: "he said",
// right behind two men named in one breath.
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import { type Span, shift } from '../../text/span';
import { attributionsIn } from '../attribution/story';
import { perStory } from '../../document/memo';
import { antecedentsIn } from './antecedents';
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
    const nearest = either ? undefined : bodyBefore(story, block, a.source.start);
    const [start, end] = [Math.min(a.source.start, a.cue.start), Math.max(a.source.end, a.cue.end)];
    return [{ start, end, pronoun: a.source, ...(nearest && { nearest }), ...(either && { either }) }];
  });
});

/** At the start of a sentence, behind a short phrase there ("In the call, he said"), or behind a quotation: elsewhere the sentence
 *  itself says who is meant. */
function opensItsClause(prose: string, { start, facts }: Block, { start: at }: Span): boolean {
  const sentence = facts.sentences.find((s) => start + s.start <= at && at < start + s.end);
  const ahead = sentence ? prose.slice(start + sentence.start, at) : '';
  if (sentence && (ahead === '' || (ahead.length <= LEADING && LEADS_IN.test(ahead)))) return true;
  const before = prose.slice(Math.max(start, at - 3), at).trimEnd();
  return '"”’»'.includes(before.at(-1) ?? ' ');
}

/** Units of a phrase that leads into a sentence. */
const LEADING = 40;
const LEADS_IN =
  /^(?:In|On|At|After|Before|During|Later|Earlier|Speaking|Asked|By|With|From|Afterwards)\b[^,;:"“”]*, $/;

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
