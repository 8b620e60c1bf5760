// Vocabulary: no fix puts a word into the copy that its rule has not declared. Held here for every rule at once.
import { perStory } from '../document/memo';
import { isOtherArticle } from '../analysis/slips/articles-along';
import { areOneTerm } from '../analysis/usage/terms';
import type { Story } from '../document/story';
import { data as base } from '../lexicon/usage/base.tsv';
import type { House } from '../rules/house';
import type { Finding, Fix, Inserts, Rule } from '../rules/rule';
import type { TextEdit } from '../text/edit';
import { baseLetters } from '../text/spelling';

/**
 * The finding without any fix that says more than its rule may: the finding stays. A query is never answered unseen. A speaker comes in
 * only with a fix that says so, which is held to a person's choice where it is placed (`unseen.ts`).
 */
export function keepsToVocabulary(story: Story, house: House, rule: Rule, finding: Finding): Finding {
  const { fixes } = finding;
  if (!fixes?.length) return finding;
  const held = rule.inserts.filter(isNoSpeaker);
  const kept = fixes
    .filter(({ edits, speaker }) => {
      const inserts = speaker === undefined ? held : rule.inserts;
      return edits.every((edit) => isWithin(inserts, edit, story, house));
    })
    .map((fix) => (rule.kind === 'query' ? asked(fix) : fix));
  return kept.length === fixes.length && kept.every((fix, i) => fix === fixes[i])
    ? finding
    : { ...finding, fixes: kept };
}

const isNoSpeaker = (inserts: Inserts): boolean => inserts !== 'speaker';
const asked = (fix: Fix): Fix => (fix.apply === 'ask' ? fix : { ...fix, apply: 'ask' });

/** True where every word and mark that the edit brings in is of a kind that may come in. */
export function isWithin(
  inserts: readonly Inserts[],
  { start, end, text }: TextEdit,
  story: Story,
  house: House,
): boolean {
  if (!text.trim()) return true;
  const removed = story.prose.slice(start, end);
  // the same word before another sound
  if (isOtherArticle(removed, text)) return true;
  if (inserts.includes('character') && [...text.trim()].length === 1) return true;
  const before = new Set(wordsOf(removed));
  const fresh = wordsOf(text).filter((word) => !before.has(word));
  if (!fresh.length) return inserts.length > 0 || !marksOf(text).some((mark) => !removed.includes(mark));
  const known = inserts.map((kind) => sourceOf(kind, story, house));
  if (fresh.every((word) => known.some((has) => has(word)))) return true;
  // the same letters otherwise joined, or another inflection of the term that the story has in the other way
  const own = inserts.includes('story') || inserts.includes('house');
  return own && (baseLetters(removed) === baseLetters(text) || areOneTerm(removed, text));
}

/** Which words that kind brings in; compared in small letters. */
function sourceOf(kind: Inserts, story: Story, house: House): (word: string) => boolean {
  if (typeof kind === 'object') return (word) => kind.words.some((one) => wordsOf(one).includes(word));
  switch (kind) {
    case 'story':
    case 'speaker':
      return (word) => stands(story, word);
    case 'house':
      return (word) => wordsOfHouse(house).has(word);
    case 'drafts':
      return (word) => [...(house.across?.values() ?? [])].some(({ text }) => wordsOf(text).includes(word));
    case 'marks':
    case 'character':
      return () => false;
  }
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const marksOf = (text: string): string[] => text.match(/[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

const lowered = perStory(({ prose }: Story): string => prose.normalize('NFC').toLowerCase());

/** True where the word stands in the story by itself: looked for, since cutting all of a long story into words takes longer. */
function stands(story: Story, word: string): boolean {
  const text = lowered(story);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (
      !PART.test(text.slice(Math.max(0, at - 2), at)) &&
      !PART_FIRST.test(text.slice(at + word.length, at + word.length + 2))
    )
      return true;
  return false;
}

/** Ends, or begins, with what a word is made of; the first of two units may be half of it. */
const PART = /[\p{L}\p{M}\p{N}]$/u;
const PART_FIRST = /^[\p{L}\p{M}\p{N}]/u;

const houses = new WeakMap<House, ReadonlySet<string>>();

function wordsOfHouse(house: House): ReadonlySet<string> {
  let known = houses.get(house);
  if (!known) {
    const { glossary, signOff } = house;
    const forms = glossary.map(({ prefer }) => prefer);
    const everywhere = base.split('\n').map((line) => line.split('\t')[0] ?? '');
    known = new Set([...forms, ...everywhere, signOff === 'forbid' ? '' : signOff.require].flatMap(wordsOf));
    houses.set(house, known);
  }
  return known;
}
