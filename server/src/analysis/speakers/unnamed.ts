// Unnamed: sources that are neither named nor described. Bare "sources", "local media", "an unnamed aide", "studies".
import { wordList } from '../../lexicon/word-lists';
import { Class } from '../../language/word-classes';
import type { Block } from '../../document/story';
import { tokenAt } from '../../document/token';
import type { Range } from '../attribution/phrase';
import { is, isMark, type ParagraphWords, word } from '../attribution/scope';
import type { StoryAttribution } from '../attribution/story';
import { isProperAdjective } from '../names/lists';
import type { Speaker } from './resolve';
import { isName } from './name-words';
import { isNumeral, type Speaking } from './speaker';
import { weasels } from './weasels';

/** "Sources said", "well-informed sources said"; "the source said" was described before. */
export function isUndescribed({ source }: StoryAttribution, r: ParagraphWords, { start, facts }: Block): boolean {
  if (!source) return false;
  const { start: from, end } = source;
  const first = tokenAt(facts.tokens, from - start);
  const last = tokenAt(facts.tokens, end - start - 1);
  for (let i = first; i < last; i++) {
    const bare = is(r, i, Class.article) || isMark(r, i) || weasels().empty.has(word(r, i)) || isNumeral(word(r, i));
    if (word(r, i) === 'the' || !bare) return false;
  }
  return is(r, last, Class.anonymous | Class.person);
}

/** "Local media", "the press", "a newspaper", "reports"; "the newspaper" was named before, "state television" is one. */
export function isUnnamedMedia({ kind, speaking }: Speaker, r: ParagraphWords): boolean {
  if (!speaking) return false;
  const { core, head, plural, tail } = speaking;
  if (isNamed(core, r)) return false;
  const before = word(r, core.from - 1);
  const definite = before === 'the';
  if (kind === 'media')
    return head === 'media' || head === 'press'
      ? word(r, core.from) !== 'state'
      : before === 'a' || (plural && !definite);
  if (kind !== 'document' || head !== 'reports' || definite || tail) return false;
  for (let i = core.from; i < core.to - 1; i++) {
    if (!is(r, i, Class.outlet) && !weasels().empty.has(word(r, i)) && word(r, i) !== 'local') return false;
  }
  return true;
}

/** A name that is no nationality: "Italian newspapers" may be any. */
export function isNamed({ from, to }: Range, r: ParagraphWords): boolean {
  for (let i = from; i < to; i++)
    if (isName(r, i) && !isProperAdjective(word(r, i)) && !weasels().empty.has(word(r, i))) return true;
  return false;
}

/** "An unnamed aide", "one unidentified official". */
export const isCalledUnnamed = ({ core }: Speaking, r: ParagraphWords): boolean => unnamed.has(word(r, core.from));

const unnamed = wordList('words for unnamed');

/** "Studies show", "research has shown", "some surveys suggest": which? "The study" was named before. */
export function isBareStudies({ kind, speaking }: Speaker, r: ParagraphWords): boolean {
  if (kind !== 'document' || !speaking || speaking.tail || !studies.has(speaking.head)) return false;
  const { core } = speaking;
  if (is(r, core.from - 1, Class.article)) return false;
  for (let i = core.from; i < core.to - 1; i++) if (!weasels().empty.has(word(r, i))) return false;
  return true;
}

const studies = wordList('nouns for studies');
