// An agency's end mark is for the wire, not for the reader.
import * as v from 'valibot';
import { removal } from '../../analysis/furniture';
import { isProse, type Role } from '../../document/role';
import { type Block, type OneStory, storiesOf, type Story } from '../../document/story';
import { indexAt } from '../../text/span';
import { option } from '../option';
import { type Finding, storyRule } from '../rule';

const marks: ReadonlySet<Role> = new Set<Role>(['sign-off', 'take', 'trailer', 'envelope']);

export const rule = storyRule({
  id: 'wire-sign-off',
  summary: 'An agency’s end mark, or another desk’s, stands in the copy; or the mark the house demands is missing.',
  category: 'furniture',
  kind: 'fix',
  inserts: ['marks', 'house'],
  severity: 'error',
  language: 'any',
  confirms: 'leftovers',
  options: {
    own: option(
      v.array(v.pipe(v.string(), v.minLength(1))),
      [],
      'Feet that this house runs: an agency by its name, or what the line begins with: ["AFP", "(Reporting by"].',
    ),
  },
  *check(story, { own }, { signOff }) {
    for (const one of storiesOf(story)) {
      const found = one.blocks.filter((block) => isMark(one, block) && !isOwn(block, own));
      if (signOff === 'forbid') {
        for (const block of found) yield forbidden(story, block);
      } else yield* demanded(story, one, found, signOff.require);
    }
  },
});

/** What agencies and desks put below a press release is part of it. */
const isMark = ({ genre }: OneStory, { role, data }: Block): boolean =>
  marks.has(role) && !(genre === 'press-release' && ofReleases.has(data?.agency));

// the word “ends” is PA's too
const ofReleases: ReadonlySet<string | undefined> = new Set(['PR Newswire', 'Business Wire', 'desks', 'PA']);

const isOwn = ({ facts, data }: Block, own: readonly string[]): boolean =>
  own.some((name) => name === data?.agency || facts.text.startsWith(name));

const forbidden = (story: Story, block: Block): Finding => ({
  start: block.start,
  end: block.end,
  message: messageFor(story, block),
  fixes: [
    { title: titleFor(block), apply: saysSomething(story, block) ? 'ask' : 'auto', edits: [withoutMark(story, block)] },
  ],
});

/** AP's rule goes with what stands below it, or stays with that: half a foot is worse than a whole one. */
function isRuleOf(story: Story, block: Block): boolean {
  if (!/^_{2,}$/.test(block.facts.text)) return false;
  return blocksBelow(story.blocks, block).some((other) => !marks.has(other.role) || saysItself(story, other));
}

/**
 * "-ENDS-" and "###" say that what stands below, notes for editors, whom to ask, is not for the reader: without the mark it would be
 * more of the story, so who takes it out decides about that as well. An agency's own "Endi" says so to nobody but its desks.
 */
const partsStoryFrom = (story: Story, block: Block): boolean =>
  isEndMark(block) && blocksBelow(story.blocks, block).some(({ role }) => !marks.has(role) && role !== 'remnant');

/** "ENDS", "-30-", "# # #": a word or two of a desk's, or none, and nobody's name. */
const isEndMark = ({ role, facts: { text }, data }: Block): boolean =>
  role === 'sign-off' &&
  data?.kind === undefined &&
  (data?.agency === 'desks' || data?.agency === 'PA') &&
  text.replace(/[^\p{L}\p{N}]/gu, '').length <= LONGEST_END;
/** "End Item" has seven letters. */
const LONGEST_END = 8;

const blocksBelow = (blocks: readonly Block[], block: Block): readonly Block[] => {
  const at = indexAt(blocks, block.start);
  return blocks.slice(at + 1, at + FARTHEST);
};
const FARTHEST = 24;

/** "(END) Dow Jones Newswires" above "Copyright (c) 2024 Dow Jones": an agency's foot goes as one, or waits for a person as one. */
function isOfAFootThatStays(story: Story, block: Block): boolean {
  const agency = agencyOf(story.blocks, block);
  if (agency === undefined || agency === 'desks') return false;
  const below = blocksBelow(story.blocks, block);
  const end = below.findIndex(({ role }) => !marks.has(role));
  return below
    .slice(0, end < 0 ? below.length : end)
    .some((other) => (other.data?.kind === 'source' || other.facts.text.includes(agency)) && saysItself(story, other));
}

/** A time stamp is of the mark that it stands behind. */
function agencyOf(blocks: readonly Block[], block: Block): string | undefined {
  const above = block.role === 'trailer' ? blocks[indexAt(blocks, block.start) - 1] : undefined;
  return above?.role === 'sign-off' ? above.data?.agency : block.data?.agency;
}

/**
 * "(MORE)" says that the story is not complete, a contact line may hold its writer's only name, "(Reporting by …)" and "Source: …"
 * the only word on whose story it is, and so may "- Reuters." A number with nobody's name may be for readers, a name with its stop the
 * story's last sentence. A person takes them out.
 */
function saysItself(story: Story, block: Block): boolean {
  const { role, facts, data } = block;
  if (role === 'take') return data?.kind === 'continued';
  const kind = data?.kind ?? '';
  if (kind === 'newsroom') return WRITER.test(facts.text) || facts.opaque.length > 0;
  if (kind === 'name')
    return !story.blocks.some((other) => other !== block && other.facts.text.includes(data?.agency ?? ''));
  return kind === 'credit' || kind === 'telephone' || kind === 'sentence' || kind in ofFeet;
}

/** Nor is a mark taken unseen that says something of what stands below it. */
const saysSomething = (story: Story, block: Block): boolean =>
  saysItself(story, block) ||
  isRuleOf(story, block) ||
  partsStoryFrom(story, block) ||
  isOfAFootThatStays(story, block);

/** "Jane Roe, Prague Newsroom", "E. Roe ((202-555-0100))": two words of a name, and neither is the desk's. An address may be one too. */
const WRITER = /^\W{0,6}\p{Lu}(?:\p{Ll}{1,20}|\.) (?:\p{Lu}\. )?(?!Bureau|Desk|News)\p{Lu}[\p{L}’'-]{1,30} ?[,;(]/u;

/** `./.` stands in the full stop's place: the stop comes back. */
function withoutMark(story: Story, block: Block) {
  return block.data?.kind === 'slash-stop' ? { start: block.start, end: block.end, text: '.' } : removal(story, block);
}

/** What a foot in sentences says. */
const ofFeet: Readonly<Record<string, string>> = {
  rights: 'says whose the copy is',
  source: 'says whose release this is',
  reprint: 'says where the story stood first',
  author: 'says who wrote the story, or how to reach them',
};

/** Whose copy ends so is a guess where the agency is not named: others sign in its way. */
function madeAs(text: string, agency: string | undefined): string {
  if (!agency || agency === 'desks') return 'as desks tell one another';
  return text.includes(agency) ? `for ${agency}` : `as ${agency} signs its stories`;
}

const mayStand = 'Take it out, or, where your house runs such a line, list it in the rule’s option “own”.';

function messageFor(story: Story, block: Block): string {
  const { role, facts, data } = block;
  const mark = facts.text.length <= 40 ? `“${facts.text}”` : 'This line';
  if (data?.kind === 'newsroom')
    return 'A newsroom’s contact line from the wire. It is for desks, not for readers: take it out before this runs.';
  if (data?.kind === 'telephone')
    return `${mark} is a number without a name, as desks set them below a story for one another. Take it out, or say in the story whose it is.`;
  if (role === 'take') return `${mark} says that another take follows. Take it out when the story is complete.`;
  if (role === 'trailer')
    return `${mark} is the wire’s time stamp, not part of the story. Take it out before this runs.`;
  if (role === 'envelope')
    return `${mark} belongs to the transmission, not to the story. Take it out before this runs.`;
  const says = ofFeet[data?.kind ?? ''];
  if (says) return `${mark} ${says}, on the page that it came from. ${mayStand}`;
  if (data?.kind === 'credit')
    return `${mark} says who made the story, ${madeAs(facts.text, data.agency)}. ${mayStand}`;
  const whose = data?.agency && data.agency !== 'desks' ? `the end mark of ${data.agency}` : 'an end mark for desks';
  if (partsStoryFrom(story, block))
    return `${mark} is ${whose}, and more stands below it, which would be part of the story without the mark. Take out both, or the mark alone.`;
  return `${mark} is ${whose}. It is not part of the story: take it out before this runs.`;
}

const titleFor = ({ role, data }: Block): string =>
  data?.kind === 'newsroom'
    ? 'Remove the contact line'
    : data?.kind === 'telephone'
      ? 'Remove the number'
      : role === 'take'
        ? 'Remove the continuation mark'
        : role === 'sign-off'
          ? 'Remove the sign-off'
          : 'Remove the wire’s codes';

/** The house ends its stories with a mark of its own: another is a wrong one, none is a fault too. */
function* demanded(story: Story, one: OneStory, found: readonly Block[], require: string): Iterable<Finding> {
  const end = one.blocks.findLast(({ role }) => isProse(role));
  // a mark of the house's own is none that agencies use: it is read as copy
  const right =
    found.some(({ facts }) => facts.text === require) ||
    (end !== undefined && (end.facts.text === require || /\s$/.test(before(end.facts.text, require))));
  const wrong = found.filter(({ facts }) => facts.text !== require);
  const last = wrong.findLast(({ role }) => role === 'sign-off');
  for (const block of wrong) {
    if (right || block !== last) yield forbidden(story, block);
    else
      yield {
        start: block.start,
        end: block.end,
        message: `This house ends a story with “${require}”, and “${block.facts.text}” stands here. Put the house’s mark in its place.`,
        fixes: [
          {
            title: saysSomething(story, block)
              ? `Remove “${shortened(block.facts.text)}”, and end with “${require}”`
              : `Change to “${require}”`,
            apply: saysSomething(story, block) ? 'ask' : 'auto',
            edits: [{ start: block.start, end: block.end, text: require }],
          },
        ],
      };
  }
  if (right || last || one.genre !== 'story') return;
  const sentence = end?.facts.sentences.at(-1);
  if (!end || !sentence) return;
  yield {
    start: end.start + sentence.start,
    end: end.start + sentence.end,
    message: `This house ends a story with “${require}”, and nothing stands behind the last sentence. Add it when the story is complete.`,
    // nobody but its writer knows whether it is complete
    fixes: [
      { title: `Add “${require}”`, apply: 'ask', edits: [{ start: end.end, end: end.end, text: ` ${require}` }] },
    ],
  };
}

const shortened = (text: string): string => (text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE)}…` : text);
const LONGEST_TITLE = 30;

/** What stands before the text's end, where this is it; else nothing. */
const before = (text: string, end: string): string => (text.endsWith(end) ? text.slice(0, -end.length) : '');
