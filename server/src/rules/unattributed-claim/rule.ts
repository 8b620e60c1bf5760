// A claim of a kind that a desk wants sourced, and nobody stands behind it.
import * as v from 'valibot';
import { type Question, questionsOf } from '../../analysis/claims/claims';
import { weighedMost } from '../../analysis/claims/tell';
import { type PossibleSpeaker, speakerInReach } from '../../analysis/claims/near';
import { stopBefore } from '../../document/segment/references';
import type { Story } from '../../document/story';
import type { ClaimClass } from '../../lexicon/claims/load';
import { type Abbreviation, abbreviation } from '../../lexicon/abbreviations';
import type { Span } from '../../text/span';
import { option } from '../option';
import { type Fix, storyRule } from '../rule';

export const rule = storyRule({
  id: 'unattributed-claim',
  summary: 'A toll, a battlefield gain, an accusation, a forecast or the like, and no source stands behind it.',
  category: 'attribution',
  kind: 'query',
  inserts: [{ words: ['TK', 'said'] }, 'marks', 'speaker'],
  severity: 'information',
  options: {
    eager: option(v.boolean(), false, 'Ask about kinds of claim that are right less often, too.'),
  },
  *check(story, { eager }) {
    for (const question of questionsOf(story, eager)) {
      if (question.about !== 'claim') continue;
      const speaker = speakerInReach(story, question.sentence);
      yield {
        ...question.asks,
        class: question.class,
        message: messageFor(question.class, weighedMost(story, question.sentence, question.head)),
        ...(speaker && {
          related: [{ ...speaker.at, message: `${capitalised(speaker.name)} is cited here, for something else.` }],
        }),
        fixes: fixesFor(story, question, speaker),
      };
    }
  },
});

/** What is claimed, and why that matters where it needs saying. Never whose claim it is: that is what is asked. */
const claimed: Readonly<Record<ClaimClass, readonly [what: string, why?: string]>> = {
  casualty: ['A count of dead or hurt', 'First tolls are often wrong.'],
  territory: ['Ground taken, held or shelled, told as fact'],
  crime: ['A crime told as fact'],
  accusation: ['An accusation in our own voice'],
  cause: ['A cause stated as fact'],
  motive: ['A motive told as fact', 'Nobody sees into a head.'],
  prediction: ['A forecast'],
  intelligence: ['Secret doings told as known'],
  crowd: ['A count of people at an event', 'Crowd figures differ widely.'],
  figure: ['A figure'],
  opinion: ['A judgement in our own voice'],
  event: ['Something that we did not see'],
};

function messageFor(kind: ClaimClass, weighed: string): string {
  const [what, why] = claimed[kind];
  const remedy = 'Say who says so, or clear this if it was seen or is on record.';
  return [`${what}, and nobody is cited for it.`, why, remedy, weighed].filter(Boolean).join(' ');
}

const capitalised = (name: string): string => (name[0] ?? '').toUpperCase() + name.slice(1);

/** A gap first: who said it only the writer knows. None where "said" cannot stand at the end of it. */
function fixesFor({ prose }: Story, { asks: at }: Question, speaker: PossibleSpeaker | undefined): Fix[] {
  const place = behindClaim(prose, at);
  if (!place) return [];
  const { at: end, closing } = place;
  const add = (title: string, who: string): Fix => ({
    title,
    apply: 'ask',
    edits: [{ start: end, end, text: `, ${who} said${closing}` }],
  });
  const gap = add('Leave a gap for the source: add “, TK said”', 'TK');
  if (!speaker) return [gap];
  const { name } = speaker;
  return [gap, { ...add(`If ${name} said so: add “, ${name} said”`, name), speaker: name }];
}

/**
 * Where ", TK said" can stand, and what must follow it: before the stop, and so before what hangs on it, the mark of a note or a tag.
 * Nothing behind a question, a colon or a quotation that has its own end.
 */
function behindClaim(
  prose: string,
  { start, end }: Span,
): { readonly at: number; readonly closing: string } | undefined {
  let at = end;
  while (at > start && prose[at - 1] === ' ') at--;
  const stop = stopBefore(prose, start, at);
  if (stop !== undefined) at = stop + 1;
  const words = prose.slice(start, at);
  if (/[?!:;…–—]$|[.,?!…]["'”’»)\]]+$|\.\.$/.test(words)) return undefined;
  // no end mark: a line of its own, or a sentence that goes on with a clause
  if (stop === undefined)
    return IS_WORDS.test(words) && GOES_ON.test(prose.slice(end, end + 10)) ? { at, closing: '' } : undefined;
  // "Statoil Inc." keeps its stop, and the sentence needs one too
  return endsAbbreviated(words) ? { at, closing: '.' } : { at: at - 1, closing: '' };
}

/** The last of a clause: a word, a figure, or what closes a quotation or an aside. */
const IS_WORDS = /[\p{L}\p{M}\p{N}\p{Sc}%.'’"”»)\uFFFC]$/u;
const GOES_ON = /^\s*(?:$|\n|, (?:but|while|though) )/;
/** "U.S.", "Statoil Inc.", "on 4 Jan.": and not "in Gaza.", however short. */
function endsAbbreviated(words: string): boolean {
  if (/(?:^|[^\p{L}.])(?:\p{L}\.){2,8}$/u.test(words)) return true;
  const [, last] = /(?:^|[^\p{L}\p{M}])(\p{L}{1,6})\.$/u.exec(words) ?? [];
  if (last === undefined) return false;
  const known = abbreviation(last.toLowerCase());
  return known !== undefined && mayEndSentence(known) && (!known.capital || last !== last.toLowerCase());
}

/** Something follows the others: "Mr. Roe", "No. 5", "Reuters vs. AP". */
const mayEndSentence = ({ kind }: Abbreviation): boolean => kind !== 'title' && kind !== 'number' && kind !== 'joint';
