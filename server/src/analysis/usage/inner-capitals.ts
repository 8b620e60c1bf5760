// Inner capitals: a brand that is written with a capital inside it here and without one there, WikiLeaks and Wikileaks.
import { has, Shape, wordAt } from '../../document/token';
import { perParagraph } from '../../document/memo';
import type { Paragraph } from '../../document/paragraph';
import type { Span } from '../../text/span';

/** A capitalised word where it stands, possessive ending outside. Offsets relative to the paragraph. */
export interface Capitalised extends Span {
  /** In lower case. */
  readonly key: string;
  readonly text: string;
  readonly initial: boolean;
}

const FEWEST_LETTERS = 6;

/** Two parts of two small letters or more each, the first no particle of a surname: "YouTube", not "McVane". */
const HUMP = /^\p{Lu}\p{Ll}{3,}\p{Lu}\p{Ll}{2,}$/u;

/** Words with a capital inside. */
export const withInnerCapital = perParagraph((paragraph: Paragraph): readonly Capitalised[] => {
  if (paragraph.allCaps) return [];
  return [...capitalised(paragraph, () => true)].filter(({ text }) => HUMP.test(text));
});

/** Words that are one of those in some capitals. */
export const alsoWritten = (paragraph: Paragraph, keys: ReadonlySet<string>): readonly Capitalised[] =>
  paragraph.allCaps ? [] : [...capitalised(paragraph, (key) => keys.has(key))];

function* capitalised({ tokens, text }: Paragraph, isWanted: (key: string) => boolean): Generator<Capitalised> {
  for (let i = 0; i < tokens.length; i++) {
    const bits = tokens.shape[i] as number;
    if (!(bits & Shape.capital) || bits & (Shape.allCaps | Shape.quoted)) continue;
    const start = tokens.start[i] as number;
    const key = wordAt(tokens, i).replace(/'s?$/, '');
    if (key.length < FEWEST_LETTERS || !isWanted(key)) continue;
    const end = start + key.length;
    yield { start, end, key, text: text.slice(start, end), initial: has(tokens, i, Shape.initial) };
  }
}
