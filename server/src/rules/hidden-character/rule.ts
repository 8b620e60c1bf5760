// What nobody sees and every system shows in its own way: pasted spaces that are none, soft hyphens, zero-width characters.
import { picklist } from 'valibot';
import { strayCharacters } from '../../analysis/characters';
import type { HiddenCharacter } from '../../document/hidden';
import { perStory } from '../../document/memo';
import { isEnglish } from '../../document/paragraph';
import { isCopy } from '../../document/role';
import { isSilenced } from '../../document/silenced';
import type { Story } from '../../document/story';
import { firstWhere } from '../../text/span';
import { option } from '../option';
import { type Finding, type InFile, storyRule } from '../rule';

const id = 'hidden-character';

export const rule = storyRule({
  id,
  summary: 'A no-break space or another character that nobody sees stands where nobody meant it.',
  category: 'furniture',
  kind: 'fix',
  inserts: [],
  severity: 'information',
  language: 'any',
  options: {
    binding: option(
      picklist(['keep', 'replace']),
      'keep',
      'What becomes of no-break spaces that bind a figure to its unit, a title to a name, a dash or a French mark to its word, where the story has no others.',
    ),
  },
  *check(story, { binding }) {
    // a comment in one paragraph answers for that paragraph: the places in others stay
    const hidden = story.hidden.filter(
      (one) => !isSilenced(story, id, { start: one.at, end: one.at + 1 }) && !isOfOtherTongue(story, one),
    );
    const keeps = binding === 'keep' && !hidden.some(isPastedSpace) && !hasPastedCode(story);
    const places = hidden.filter(({ binds }) => !(binds && keeps));
    const [first] = places;
    // a character beside a mark of markup is looked at by a person: to remove only the others would be worse than to remove none
    const inTheWay = places.find(({ touchesMark }) => touchesMark);
    if (inTheWay) yield withoutFixes(inTheWay, places);
    else if (first) yield finding(first, places);
  },
});

/** A page that has no-break spaces where nobody binds words has all of them from its paste, and they go together. */
const isPastedSpace = ({ binds, name }: HiddenCharacter): boolean => !binds && name === 'no-break space';

/** So has one that sent the code of some along, which goes too. */
const hasPastedCode = perStory(({ blocks }: Story): boolean =>
  blocks.some(({ role, facts }) => isCopy(role) && strayCharacters(facts).some(({ becomes }) => becomes === ' ')),
);

/** In other languages a no-break space is often the rule: behind a word of one letter in Czech, before a colon in French. */
function isOfOtherTongue(story: Story, { at, name }: HiddenCharacter): boolean {
  if (name !== 'no-break space') return false;
  const block = story.blocks[firstWhere(story.blocks, ({ end }) => end >= at)] ?? story.blocks.at(-1);
  if (!block) return false;
  // a few words may be in any language: they are in that of the others
  return block.facts.language === 'und' ? !hasEnglish(story) : !isEnglish(block.facts);
}

const hasEnglish = perStory(({ blocks }: Story): boolean => {
  const copy = blocks.filter(({ facts }) => facts.tokens.length >= LEAST);
  return !copy.length || copy.some(({ facts }) => facts.language === 'en');
});

/** Words and marks by which a language is told. */
const LEAST = 12;

/** One for the story: all of them are taken out together, or none. */
const finding = (first: HiddenCharacter, places: readonly HiddenCharacter[]): Finding => ({
  start: first.at,
  end: first.at + 1,
  message: message(first, places.length),
  inFile: inFile(first, places),
});

/** The finding where one of the characters can be removed by hand only. Then no fix for the others is offered either. */
const withoutFixes = (one: HiddenCharacter, places: readonly HiddenCharacter[]): Finding => {
  const others = places.length - 1;
  const rest =
    others === 0 ? '' : others === 1 ? ' The other one goes by a key then.' : ` The ${others} others go by a key then.`;
  return {
    start: one.at,
    end: one.at + 1,
    message: `A ${one.name} beside a mark of Markdown, which might be read otherwise without it. Nobody sees it here: look at the mark, and put in by hand what a reader is to see.${rest}`,
    inFile: { ...inFile(one, [one, ...places.filter((other) => other !== one)]), fixes: [] },
  };
};

const inFile = ({ start, end }: HiddenCharacter, places: readonly HiddenCharacter[]): InFile => ({
  start,
  end,
  related: places
    .slice(1, MOST_TOLD)
    .map((one) => ({ start: one.start, end: one.end, message: `A ${one.name} here.` })),
  fixes: [
    {
      title:
        places.length === 1 ? 'Put in what a reader sees' : `Put in what a reader sees, in all ${places.length} places`,
      apply: 'auto',
      edits: places.map((one) => ({ start: one.start, end: one.end, text: one.becomes })),
    },
  ],
});

/** Places that are listed at most; all are put right. */
const MOST_TOLD = 50;

function message({ name }: HiddenCharacter, count: number): string {
  const more = count === 1 ? '' : `, the first of ${count} such characters in this story`;
  return `A ${name}${more}. Nobody sees it here, and readers’ systems may show it as something else or break a line in the wrong place. Put in what a reader sees.`;
}
