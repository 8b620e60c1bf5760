// Anonymity: where copy says that a source stays unnamed, and whether it says why.
import { isProse } from '../../document/role';
import type { Paragraph, Sentence } from '../../document/paragraph';
import type { Story } from '../../document/story';
import { spanOf } from '../../document/token';
import { perParagraphWith, signs } from '../../document/gates';
import { perStory } from '../../document/memo';
import { type Match, matchesIn } from '../../language/patterns';
import { type PatternBook, patternBook } from '../../language/pattern-book';
import { data } from '../../lexicon/attribution/anonymity.tsv';
import { type Span, shift } from '../../text/span';

/** "Asked not to be named": somebody is not to be known. */
export interface Anonymity extends Span {
  readonly words: string;
  /** A reader is told why: "because she was not authorized to speak". */
  readonly explained: boolean;
}

/** In order. Prose offsets. */
export const anonymityIn: (story: Story) => readonly Anonymity[] = perStory(({ blocks, prose }) =>
  blocks
    .filter(({ role }) => isProse(role))
    .flatMap(({ facts, start }) =>
      declaredIn(facts).map(({ explained, ...at }) => {
        const place = shift(at, start);
        return { ...place, explained, words: prose.slice(place.start, place.end) };
      }),
    ),
);

type Says = 'declared' | 'reason' | 'barred';

let known: PatternBook<Says> | undefined;
const book = (): PatternBook<Says> => (known ??= patternBook(data, (says) => says as Says));

/** Every row that declares has one of these: few paragraphs do. */
const aName = signs.word((word) => /^(?:anonym|(?:un)?name|(?:un)?identified|quoted|cited|used|published)/.test(word));

/** One a sentence, offsets relative to the paragraph. */
const declaredIn = perParagraphWith([aName], [], (paragraph): readonly (Span & { explained: boolean })[] =>
  paragraph.sentences.flatMap((sentence) => {
    const matches = matchesIn(book(), paragraph, sentence);
    const declared = matches.find(({ is }) => is === 'declared');
    if (!declared) return [];
    const { start, end } = spanOf(paragraph.tokens, declared.first, declared.last);
    return [
      { start, end, explained: isExplained(matches, declared, sentence) || goesOnToExplain(paragraph, sentence) },
    ];
  }),
);

/** Why stands behind it, or the sentence opens with it: a "because" between is about something else. */
const isExplained = (matches: readonly Match<Says>[], declared: Match<Says>, { firstToken }: Sentence): boolean =>
  matches.some(({ is, first }) => is !== 'declared' && (first >= declared.last || first === firstToken));

/** "He was not authorized to speak." */
function goesOnToExplain(paragraph: Paragraph, sentence: Sentence): boolean {
  const next = paragraph.sentences[paragraph.sentences.indexOf(sentence) + 1];
  return next !== undefined && matchesIn(book(), paragraph, next).some(({ is }) => is === 'barred');
}
