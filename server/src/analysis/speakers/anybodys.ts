// Anybody's: what is said by people of a calling and nobody in particular, "several lawyers said", "doctors told the paper", and
// what nobody is said to say, "has been accused of", "there was speculation that".
import { wordList } from '../../lexicon/word-lists';
import { isProperAdjective } from '../names/lists';
import { looksLikePeople } from '../../language/noun-phrases';
import { Class } from '../../language/word-classes';
import type { Block } from '../../document/story';
import { tokenAt } from '../../document/token';
import { is, isCapital, isMark, type ParagraphWords, word } from '../attribution/scope';
import type { StoryAttribution } from '../attribution/story';
import { hasTone } from '../attribution/verb-connotations';
import type { Speaker } from './resolve';
import { weasels } from './weasels';

/** A charge without who brings it, or talk without who talks. */
export function isAnybodys(a: StoryAttribution, r: ParagraphWords, block: Block): boolean {
  if (a.source || !a.cue || !a.content.length) return false;
  if (a.form === 'passive' && hasTone(a.lemma, 'charge')) return isCharge(a, r, block);
  if (a.form !== 'noun') return false;
  // a suggestion or a claim may be the writer's word for what was said above
  return talk.has(a.lemma) || (charges.has(a.lemma) && isThere(r, cueAt(a, block)));
}

const talk = wordList('words for talk');
const charges = wordList('words for a charge');

const cueAt = ({ cue }: StoryAttribution, { start, facts }: Block): number =>
  tokenAt(facts.tokens, (cue?.start ?? start) - start);

/** "Has been accused of", "was criticised for"; who "is accused of" something is charged, and "people accused of" are a kind. */
function isCharge(a: StoryAttribution, r: ParagraphWords, block: Block): boolean {
  const first = cueAt(a, block);
  if (!past.has(word(r, first)) || is(r, first - 1, Class.question)) return false;
  const { tokens } = block.facts;
  const last = block.facts.sentences.find(({ lastToken }) => lastToken > first)?.lastToken ?? tokens.length;
  for (let i = first; i < last; i++) {
    // "by several women" have accused; "by paying officials" is how
    if (word(r, i) === 'by' && !word(r, i + 1).endsWith('ing')) return false;
    if (court.has(word(r, i))) return false;
  }
  return true;
}

const past = wordList('auxiliaries of what was done');
const court = wordList('words of the court');

/** Words between "there is" and what there is: "there has been growing speculation". */
const THERE_WITHIN = 5;

function isThere(r: ParagraphWords, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - THERE_WITHIN) && !isMark(r, i); i--)
    if (word(r, i) === 'there' || word(r, i) === "there's") return true;
  return false;
}

/**
 * People of a calling: "several lawyers said", "a number of engineers warned", "doctors told the paper". Not those who were there, nor
 * whom an office speaks for: bare "residents" and "officials" say what everybody there saw or what the office says.
 */
export function someOf(a: StoryAttribution, { kind, speaking }: Speaker, r: ParagraphWords, block: Block): boolean {
  if (!speaking?.plural || speaking.tail || !a.source || !a.cue) return false;
  const { core, head } = speaking;
  if (seen.has(head) || (kind !== 'role' && kind !== 'unknown')) return false;
  // "dentists" are people, as their ending tells
  if (!is(r, core.to - 1, Class.person) && !looksLikePeople(head)) return false;
  for (let i = core.from; i < core.to - 1; i++) if (isCapital(r, i) && isProperAdjective(word(r, i))) return false;
  const first = tokenAt(block.facts.tokens, a.source.start - block.start);
  for (let i = first; i < core.to - 1; i++)
    if (quantifiers.has(word(r, i)) || (word(r, i) === 'of' && counts.has(word(r, i - 1)))) return true;
  const bare =
    !officials.has(head) && first === core.from && core.to - core.from === 1 && !weasels().empty.has(word(r, first));
  return bare && a.lemma === 'tell' && isOutletBehind(r, tokenAt(block.facts.tokens, a.cue.end - block.start - 1) + 1);
}

const quantifiers = wordList('quantities of a calling');
/** "A number of engineers"; a team of engineers is one. */
const counts = wordList('nouns that count nobody');
const seen = wordList('people who were there');
const officials = wordList('people whom an office speaks for');

/** "Told the paper", "told the BBC", "told reporters": they spoke to the press, and only it knows who they are. */
function isOutletBehind(r: ParagraphWords, at: number): boolean {
  const i = is(r, at, Class.article) ? at + 1 : at;
  return is(r, i, Class.outlet) || press.has(word(r, i)) || (is(r, at, Class.article) && isCapital(r, i));
}

const press = wordList('people of the press');
