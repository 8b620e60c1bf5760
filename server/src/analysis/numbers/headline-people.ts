// One or several: "Hijackers seize airliner" over a story of the one hijacker, "Gunman kills four" over one of the gunmen.
import { perParagraphWith } from '../../document/gates';
import type { Paragraph } from '../../document/paragraph';
import { isProse } from '../../document/role';
import { perEachStory } from '../../document/story';
import { has, Shape, spanOf, wordAt } from '../../document/token';
import { figures } from '../../language/quantities';
import { wordList } from '../../lexicon/word-lists';
import { shift, type Span } from '../../text/span';

/** Offsets into the prose. */
export interface OneOrSeveral {
  readonly headline: Span;
  readonly body: Span;
}

interface Doer extends Span {
  /** "Gunman" for both. */
  readonly one: string;
  readonly several: boolean;
  /** "The gunman", "by one gunman": whoever it was, and not "a gunman" among others. */
  readonly known: boolean;
}

/**
 * Headlines that speak of one where the story throughout has several, or the reverse: "Gunman kills four" over a story of
 * gunmen.
 */
export const oneOrSeveral = perEachStory(({ blocks, genre }): readonly OneOrSeveral[] => {
  const headline = blocks.find(({ role }) => role === 'headline');
  const [told, ...more] = headline ? doersIn(headline.facts) : [];
  if (!headline || !told || more.length || genre === 'headlines') return [];
  const first = blocks.find(({ role }) => isProse(role));
  if (!first || first.start < headline.start) return [];
  const body = blocks.filter(({ role }) => isProse(role));
  const doers = body.flatMap(({ start, facts }) => doersIn(facts).map((doer) => ({ ...doer, ...shift(doer, start) })));
  const against = doers.find((doer) => doer.one === told.one && doer.known);
  if (!against || doers.some((doer) => doer.several === told.several)) return [];
  // "two men", "an accomplice"
  if (told.several && body.some(({ facts }) => tellsOfOthers(facts))) return [];
  return [{ headline: shift(told, headline.start), body: against }];
});

const single = wordList('doers of a crime');
const many = wordList('doers of a crime, several');
const aDoer = figures.word((word) => single.has(word) || many.has(word));

const doersIn = perParagraphWith([aDoer], [], ({ tokens }: Paragraph): readonly Doer[] => {
  const found: Doer[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const word = wordAt(tokens, i).replace(/'s$/, '');
    const several = many.has(word);
    if (!several && !single.has(word)) continue;
    const before = wordAt(tokens, i - 1);
    const known = !has(tokens, i, Shape.quoted) && /^(?:the|one|lone|single|sole)$/.test(before);
    found.push({
      one: word.replace(/men$/, 'man').replace(/ves$/, 'f').replace(/s$/, ''),
      several,
      known,
      ...spanOf(tokens, i, i + 1),
    });
  }
  return found;
});

const tellsOfOthers = ({ tokens }: Paragraph): boolean => tokens.word.some((word) => company.has(word));
const company = wordList('company of a doer');
