// One paragraph's facts, from its text.
import { type HouseWords, perHouse } from '../house-words';
import { listed, listedIn } from '../listed';
import type { Paragraph, Quotation, Sentence } from '../paragraph';
import { isCopy, type Role } from '../role';
import { has, Shape, type Tokens } from '../token';
import { byPosition, type Span } from '../../text/span';
import { addressesIn } from './addresses';
import { guessCapitals, isAllCaps } from './capitals';
import { languageOf } from './language';
import { leavesOpen, quotationsIn } from './quotations';
import { sentencesIn } from './sentences';
import { tokenise } from './tokens';

/** @param running a quotation left open by the paragraph before runs into this one. @param words the house's own. */
export function readParagraph(written: string, role: Role, running: boolean, words?: HouseWords): Paragraph {
  const opaque = opaqueIn(written);
  // furniture is told by its addresses too, and shown as it stands
  const text = opaque.length && (isCopy(role) || role === 'table') ? masked(written, opaque) : written;
  const tokens = tokenise(text);
  const allCaps = isAllCaps(text, tokens);
  const quotations = quotationsIn(text, tokens, running);
  const sentences = sentencesIn(text, tokens, quotations, words?.titles && stopsOfTitles(text, tokens, words));
  // sentences are told by capitals as they stand
  if (allCaps) guessCapitals(tokens);
  markQuoted(tokens, quotations);
  markInitial(tokens, sentences);
  const facts: Paragraph = {
    text,
    role,
    tokens,
    sentences,
    quotations,
    language: languageOf(tokens),
    allCaps,
    opaque,
    leavesOpen: leavesOpen(quotations),
  };
  return words ? { ...facts, words } : facts;
}

/** "Byr. Moll": the stop of a title that the house lists with one ends no sentence. By their tokens. */
function stopsOfTitles(text: string, tokens: Tokens, words: HouseWords): ReadonlySet<number> {
  const found = listedIn({ text, tokens }, cutTitles(words));
  return new Set(found.map(({ last }) => last - 1));
}

const cutTitles = perHouse(({ titles = [] }) =>
  listed(
    titles.filter((title) => title.endsWith('.')),
    true,
  ),
);

function markQuoted({ shape }: Tokens, quotations: readonly Quotation[]): void {
  for (const { level, firstToken, lastToken, closed } of quotations) {
    if (level > 0) continue;
    const last = closed ? lastToken - 1 : lastToken;
    for (let i = firstToken; i < last; i++) shape[i] = (shape[i] as number) | Shape.quoted;
  }
}

function markInitial(tokens: Tokens, sentences: readonly Sentence[]): void {
  for (const { firstToken, lastToken } of sentences) {
    let i = firstToken;
    while (i < lastToken - 1 && has(tokens, i, Shape.mark)) i++;
    tokens.shape[i] = (tokens.shape[i] as number) | Shape.initial;
  }
}

/** U+FFFC, the object replacement character: what a format puts in place of code and the like is there already. */
const OBJECT = '\ufffc';

function opaqueIn(text: string): readonly Span[] {
  const addresses = addressesIn(text);
  if (!text.includes(OBJECT)) return addresses;
  const objects: Span[] = [];
  for (let start = text.indexOf(OBJECT); start >= 0; start = text.indexOf(OBJECT, start + 1))
    objects.push({ start, end: start + 1 });
  return [...addresses, ...objects].sort(byPosition);
}

/** As long as before: no offset moves. */
function masked(text: string, spans: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of spans) {
    out += text.slice(from, start) + OBJECT.repeat(end - start);
    from = end;
  }
  return out + text.slice(from);
}
