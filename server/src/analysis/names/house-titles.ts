// Titles that a house lists: which words of a paragraph are one, "Statsråd Ida Moll", "Byr. Moll".
import { perHouse } from '../../document/house-words';
import { listed, listedIn } from '../../document/listed';
import { perParagraph } from '../../document/memo';
import type { Paragraph } from '../../document/paragraph';

/** A word of one, by its token. */
export const isHouseTitle = (paragraph: Paragraph, token: number): boolean =>
  paragraph.words?.titles !== undefined && titleTokens(paragraph).has(token);

const titleTokens = perParagraph((paragraph): ReadonlySet<number> => {
  const tokens = new Set<number>();
  for (const { first, last } of paragraph.words ? listedIn(paragraph, titlesOf(paragraph.words)) : [])
    for (let i = first; i < last; i++) tokens.add(i);
  return tokens;
});

const titlesOf = perHouse(({ titles = [] }) => listed(titles, true));
