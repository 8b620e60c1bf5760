// "Said" is neutral and can be repeated without limit; claimed, admitted and pointed out take a side.
import * as v from 'valibot';
import { opinionsIn } from '../../analysis/speakers/signed-opinion';
import { type LoadedVerb, loadedVerbsIn } from '../../analysis/wording/loaded-verbs';
import { opensWithDoubt } from '../../analysis/wording/spelled-doubt';
import type { Tone } from '../../analysis/attribution/verb-connotations';
import { isProse } from '../../document/role';
import type { Story } from '../../document/story';
import { overlapsOne } from '../../text/span';
import { option } from '../option';
import { type Finding, storyRule } from '../rule';

const why: Readonly<Partial<Record<LoadedVerb['tone'], string>>> = {
  listed: 'is on this house’s list of loaded verbs',
  doubt: 'casts doubt on the speaker',
  mock: 'jeers at the speaker',
  guilt: 'sounds like a confession',
  fact: 'says that it is true',
  secret: 'says that it was hidden',
  dispute: 'says that the speaker is not believed',
  contest: 'says that somebody disputes it',
  unveil: 'says that it is true and was hidden',
  weight: 'puts the weight on it that the speaker wants',
  plaint: 'makes a grumbler of the speaker',
  attack: 'hits where somebody criticised',
  disprove: 'says that it was shown to be false',
  promise: 'makes a solemn oath of it',
};

/** Where a neutral word is not "said". */
const neutral: Readonly<Partial<Record<LoadedVerb['tone'], string>>> = {
  attack: 'criticised',
  disprove: 'denied',
  promise: 'said … would',
};

/** Asked about only with `every`. */
const mild: ReadonlySet<LoadedVerb['tone']> = new Set<Tone>(['fact', 'secret', 'contest', 'promise']);

export const rule = storyRule({
  id: 'loaded-verb',
  summary: 'Claimed, admitted, pointed out: the verb judges what is said.',
  category: 'attribution',
  kind: 'query',
  inserts: [{ words: ['said', 'says', 'say', 'saying'] }],
  severity: 'information',
  clearedAs: 'meant',
  options: {
    every: option(v.boolean(), false, 'Ask about noted, disclosed, contended, vowed and their like too.'),
  },
  *check(story, { every }) {
    // who signs an opinion may judge
    const opinions = opinionsIn(story);
    for (const [i, { role, facts, start }] of story.blocks.entries()) {
      if (!isProse(role) || overlapsOne(opinions, { start, end: start + facts.text.length })) continue;
      for (const verb of loadedVerbsIn(facts))
        if ((every || verb.listed || !isMild(verb)) && !isDoubtedBelow(story, i, verb)) yield findingAt(start, verb);
    }
  },
});

/** "… claimed.", and the next paragraph says that it could not be verified. */
function isDoubtedBelow({ blocks }: Story, block: number, { tone, ends }: LoadedVerb): boolean {
  const below = blocks[block + 1];
  return tone === 'doubt' && ends && below !== undefined && isProse(below.role) && opensWithDoubt(below.facts);
}

/** With its particle a verb says more than it says alone: "pointed out". */
const isMild = ({ tone, words }: LoadedVerb): boolean => mild.has(tone) && !words.includes(' ');

function findingAt(base: number, { start, end, words, tone, said, fits }: LoadedVerb): Finding {
  const at = { start: base + start, end: base + end };
  const plain = neutral[tone];
  return {
    ...at,
    message: `“${words}” ${why[tone] ?? ''}. If that is not what you mean to say, “${plain ?? said.toLowerCase()}” is neutral.`,
    // elsewhere the sentence has to be written anew, and only the writer can
    fixes: fits && !plain ? [{ title: `Write “${said}”`, apply: 'ask', edits: [{ ...at, text: said }] }] : [],
  };
}
