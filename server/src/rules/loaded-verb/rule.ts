// "Said" is neutral and can be repeated without limit; claimed, admitted and pointed out take a side.
import * as v from 'valibot';
import { loadedVerbsIn } from '../../analysis/wording/loaded-verbs';
import type { Tone } from '../../analysis/attribution/tones';
import { isProse } from '../../document/role';
import { option } from '../option';
import { paragraphRule } from '../rule';

const why: Readonly<Partial<Record<Tone, string>>> = {
  doubt: 'casts doubt on the speaker',
  mock: 'jeers at the speaker',
  guilt: 'sounds like a confession',
  fact: 'says that it is true',
  secret: 'says that it was hidden',
  dispute: 'says that the speaker is not believed',
  contest: 'says that somebody disputes it',
};

const strong: ReadonlySet<Tone> = new Set<Tone>(['doubt', 'mock', 'guilt', 'dispute']);

export const rule = paragraphRule({
  id: 'loaded-verb',
  summary: 'Claimed, admitted, pointed out: the verb judges what is said.',
  category: 'attribution',
  kind: 'query',
  inserts: [{ words: ['said', 'says', 'say', 'saying'] }],
  severity: 'information',
  options: {
    every: option(v.boolean(), false, 'Ask about noted, revealed, contended and their like too.'),
  },
  *check(paragraph, { every }) {
    if (!isProse(paragraph.role)) return;
    for (const { start, end, words, tone, said, fits } of loadedVerbsIn(paragraph)) {
      if (!every && !strong.has(tone) && !words.includes(' ')) continue;
      yield {
        start,
        end,
        message: `“${words}” ${why[tone] ?? ''}. If that is not what you mean to say, “${said.toLowerCase()}” is neutral.`,
        // elsewhere the sentence has to be written anew, and only the writer can
        fixes: fits ? [{ title: `Write “${said}”`, apply: 'ask' as const, edits: [{ start, end, text: said }] }] : [],
      };
    }
  },
});
