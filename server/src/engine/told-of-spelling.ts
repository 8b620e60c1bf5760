// A sentence that speaks of a spelling or tells two names apart, "This version CORRECTS the spelling of …", "X, formerly Y", says nothing
// once the house's form stands for both: what would change a word there waits for a person. For every rule.
import type { Block, Story } from '../document/story';
import { tokenAt, wordAt } from '../document/token';
import { withoutArticle } from '../analysis/usage/own-article';
import { wordList } from '../lexicon/word-lists';
import type { Finding, Fix, Rule } from '../rules/rule';
import type { TextEdit } from '../text/edit';
import { indexAt } from '../text/span';
import { baseLetters, inText } from '../text/spelling';
import { standsAsWord } from '../text/words';

export function asksWhereSpellingIsTold(story: Story, rule: Rule, finding: Finding): Finding {
  const { fixes } = finding;
  // a slip is one, whatever else its sentence says
  const mayRename = rule.inserts?.includes('house') === true;
  const isUnsafe = (fix: Fix): boolean => tells(story, fix, mayRename);
  if (!fixes?.some(isUnsafe)) return finding;
  return { ...finding, fixes: fixes.map((fix): Fix => (isUnsafe(fix) ? { ...fix, apply: 'ask' } : fix)) };
}

const tells = (story: Story, { edits }: Fix, mayRename: boolean): boolean =>
  edits.some((edit) => LETTERS.test(edit.text) && tellsOfNames(story, edit, mayRename));

const LETTERS = /\p{L}/u;
const WORD = /\p{L}{2}/u;

/** @param mayRename the edit may write another name. */
export function tellsOfNames({ blocks, prose }: Story, edit: TextEdit, mayRename: boolean): boolean {
  const block = blocks[indexAt(blocks, edit.start)];
  const sentence = block?.facts.sentences.find(({ end }) => block.start + end > edit.start);
  if (!block || !sentence) return false;
  const { tokens, text } = block.facts;
  const here = tokenAt(tokens, edit.start - block.start);
  const [from, to] = [Math.max(sentence.firstToken, here - NEAR), Math.min(sentence.lastToken, here + NEAR)];
  const isWord = WORD.test(edit.text);
  const isRenaming = mayRename && isRenamed(prose, edit);
  for (let i = from; i < to; i++) {
    const word = wordAt(tokens, i);
    if (i !== here && ((isWord && spellings.has(word)) || (isRenaming && changes.has(word)))) return true;
  }
  return isRenaming && (isToldBeside(block, edit) || hasBoth(text.slice(sentence.start, sentence.end), edit));
}

const spellings = wordList('words for a spelling');
const changes = wordList('words for a change of name');
/** Words on either side that are looked at. */
const NEAR = 12;

/** Another name or word altogether, and no other stop, hyphen, capital or accent in the same. */
function isRenamed(prose: string, { start, end, text }: TextEdit): boolean {
  const [own, other] = [lettersOf(prose.slice(start, end)), lettersOf(text)];
  return own !== '' && own !== other && !ARTICLE.test(text);
}

/** It goes along with the word that changes. */
const ARTICLE = /^(?:an?|the)$/i;

const lettersOf = (text: string): string => baseLetters(withoutArticle(text));

/** "The country known as Burma", "the name Burma", "what was then Burma", "Burma, now …". */
function isToldBeside({ start, facts: { text } }: Block, edit: TextEdit): boolean {
  const [from, to] = [edit.start - start, edit.end - start];
  return TOLD_BEFORE.test(text.slice(Math.max(0, from - REACH), from)) || TOLD_BEHIND.test(text.slice(to, to + REACH));
}

const TOLD_BEFORE =
  /[^\p{L}](?:known as|(?:the|its|old|new|former|own) (?:name|word|term)|(?:was|is|were|are|be|been|now|once|then) (?:called|named|then)|then-) ?(?:the )?(?:\p{L}{1,20} (?:or|and) )?$/u;
const TOLD_BEHIND = /^,? ?(?:[[(]sic\b|\(?(?:now|later|today)[ -](?:the |called |known as |named )?\p{Lu})/u;
const REACH = 48;

/** The sentence has the house's form as well, elsewhere. */
function hasBoth(sentence: string, { text }: TextEdit): boolean {
  const form = inText(withoutArticle(text));
  const copy = inText(sentence);
  const ways = [form, form.charAt(0).toUpperCase() + form.slice(1), form.toUpperCase()];
  return ways.some((way) => standsAsWord(copy, way));
}
