// Who leads, and by how much: "the Rovers led 3-2", and later in one match "a 4-2 lead for the Hawks", who then took one away from them.
import { perParagraphWith } from '../../document/gates';
import type { Paragraph } from '../../document/paragraph';
import { has, Shape, tokenAt, wordAt } from '../../document/token';
import { figures } from '../../language/quantities';
import { wordList } from '../../lexicon/word-lists';
import type { Span } from '../../text/span';

/** Relative to the paragraph. */
interface Lead extends Span {
  readonly name: string;
  readonly most: number;
  readonly least: number;
}

export interface LeadsThatFight {
  readonly told: Lead;
  readonly again: Lead;
}

const leading = wordList('words of leading');
const aLead = figures.word((word) => leading.has(word));
const SCORE = /(?<![\d.,:/-])(\d{1,3})[-–](\d{1,3})(?![\d/:-]|\.\d)/g;

/**
 * Two scores of one match that contradict each other, whatever their order, since scores only grow. Nothing quoted; nothing of
 * sets, series or other games.
 */
export const leadsThatFight = perParagraphWith([aLead], [], (p: Paragraph): readonly LeadsThatFight[] => {
  const { tokens, text } = p;
  const leads = [...text.matchAll(SCORE)].flatMap((match) => leadAt(p, match.index, match) ?? []);
  if (leads.length < 2 || tokens.word.some((word) => countedAnew.has(word))) return [];
  return leads.flatMap((again, k) => {
    const told = leads.slice(0, k).find((one) => one.name !== again.name && !follow(one, again) && !follow(again, one));
    return told ? [{ told, again }] : [];
  });
});

/** Whoever led has no less later, and neither has the other. */
const follow = (first: Lead, then: Lead): boolean => then.least >= first.most && then.most >= first.least;

const countedAnew = wordList('parts of a match that count anew');

/** "The Rovers led 3-2", "giving the Hawks a lead of 4-2", "put the Hawks up 4-2". */
function leadAt(p: Paragraph, start: number, match: RegExpMatchArray): Lead | undefined {
  const { tokens } = p;
  const at = tokenAt(tokens, start);
  const [whole, left, right] = match;
  const [a, b] = [Number(left), Number(right)];
  const sentence = p.sentences.find((one) => one.start <= start && start < one.end);
  if (a === b || !sentence || has(tokens, at, Shape.quoted)) return undefined;
  const behind = tokenAt(tokens, start + whole.length);
  const lead = wordAt(tokens, behind) === 'lead';
  let i = at - 1;
  for (; i >= Math.max(sentence.firstToken, at - LEAD_WITHIN); i--) {
    if (has(tokens, i, Shape.mark)) return undefined;
    if (has(tokens, i, Shape.capital)) break;
  }
  const between = tokens.word.slice(i + 1, at);
  if (i < sentence.firstToken || !has(tokens, i, Shape.capital)) return undefined;
  if (!lead && !between.some((word) => leading.has(word))) return undefined;
  if (!between.every((word) => leading.has(word) || round.has(word))) return undefined;
  return { start, end: start + whole.length, name: wordAt(tokens, i), most: Math.max(a, b), least: Math.min(a, b) };
}

/** Tokens between the leader's name and the score, at most. */
const LEAD_WITHIN = 6;
const round = wordList('words round a lead');
