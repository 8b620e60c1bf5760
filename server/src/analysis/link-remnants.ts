// What a wiki's page leaves in copy: the address of a link beside its words ("Kailua, Hawaii, Kailua"), the code of a template, a label in brackets.
import { bank, perParagraphWith } from '../document/gates';
import { inSentences, type Paragraph } from '../document/paragraph';
import { has, Shape, spanOf, type Tokens } from '../document/token';
import type { Span } from '../text/span';

export interface LinkRemnant extends Span {
  readonly kind: 'name twice' | 'template code';
  /** The span that says nothing new: the same words again. Nothing where it is not certain which of two is the link's. */
  readonly again?: Span;
}

const gates = bank();
const aComma = gates.word((word) => word === ',');
const aCode = gates.word((word) => /[=\][]/.test(word));

/** One name twice with commas between, as a link's address and its words: "in Concord, North Carolina, Concord, North Carolina". */
export const namesTwice = perParagraphWith(
  [aComma],
  [],
  ({ tokens, sentences, allCaps }: Paragraph): readonly LinkRemnant[] =>
    allCaps
      ? []
      : inSentences({ sentences }, ({ firstToken, lastToken }) =>
          chainsIn(tokens, firstToken, lastToken).flatMap((chain) => twiceIn(tokens, chain) ?? []),
        ),
);

/** A name or a part of one. Tokens `[first, last)`. */
interface Part {
  readonly first: number;
  readonly last: number;
}

/** Names with nothing but commas between them: a place and what it lies in, and whatever follows. */
function chainsIn(tokens: Tokens, from: number, to: number): Part[][] {
  const chains: Part[][] = [];
  let chain: Part[] = [];
  for (let at = from; at < to; ) {
    const last = endOfName(tokens, at, to);
    if (last === at) {
      at++;
      continue;
    }
    const goesOn = tokens.word[last] === ',' && last + 1 < to && isCapital(tokens, last + 1);
    // most names stand alone
    if (goesOn || chain.length) chain.push({ first: at, last });
    if (!goesOn && chain.length) {
      chains.push(chain);
      chain = [];
    }
    at = goesOn ? last + 1 : last;
  }
  return chains;
}

function endOfName(tokens: Tokens, from: number, to: number): number {
  let at = from;
  while (at < to && isCapital(tokens, at)) {
    at++;
    const joins = tokens.word[at] === 'of' || tokens.word[at] === '&';
    if (joins && at + 1 < to && isCapital(tokens, at + 1)) at++;
  }
  return at;
}

/** No article at a sentence's beginning. */
const isCapital = (tokens: Tokens, i: number): boolean =>
  tokens.word[i] !== 'the' &&
  has(tokens, i, Shape.capital) &&
  has(tokens, i, Shape.word) &&
  !has(tokens, i, Shape.quoted);

/** Parts between a name and itself: "Kailua, Hawaii County, Hawaii, Kailua". */
const farthest = 3;
/** A longer chain is a list, where one may stand twice. */
const longestChain = 6;

function twiceIn(tokens: Tokens, chain: readonly Part[]): LinkRemnant | undefined {
  if (chain.length > longestChain) return undefined;
  for (let i = 0; i < chain.length; i++) {
    for (let j = i + 1; j <= Math.min(chain.length - 1, i + farthest); j++) {
      const [one, other] = [chain[i] as Part, chain[j] as Part];
      if (!isName(tokens, one) || !isSame(tokens, one, other) || (j === i + 1 && !isTelling(tokens, one))) continue;
      // "Holy, Holy, Holy"
      if (chain.some((part, k) => k > i && k < j && isSame(tokens, one, part))) return undefined;
      const end = (chain[Math.min(chain.length - 1, j + (j - i) - 1)] as Part).last;
      const whole = spanOf(tokens, one.first, end);
      const again = { start: spanOf(tokens, one.first, other.first - 1).end, end: whole.end };
      return {
        ...whole,
        kind: 'name twice',
        ...(isRepeat(tokens, one.first, other.first, end) && { again }),
      };
    }
  }
  return undefined;
}

/** The other begins with the one: "Pima County" and "Pima County Sheriff". */
function isSame(tokens: Tokens, one: Part, other: Part): boolean {
  const length = one.last - one.first;
  if (other.last - other.first < length) return false;
  for (let k = 0; k < length; k++) if (tokens.word[one.first + k] !== tokens.word[other.first + k]) return false;
  return true;
}

/** No abbreviation, of which lists have many: "Inc.", "Mich.". */
const isName = (tokens: Tokens, { first, last }: Part): boolean =>
  last - first > 1 || !(tokens.word[first] ?? '').endsWith('.');

/** Two words at least, and no town that is called as its state is: "New York, New York". */
const isTelling = (tokens: Tokens, { first, last }: Part): boolean =>
  last - first > 1 && !(last - first === 2 && tokens.word[first] === 'new');

/** Word by word the same, commas and all. */
function isRepeat(tokens: Tokens, first: number, again: number, end: number): boolean {
  const length = again - 1 - first;
  if (end - again !== length) return false;
  for (let k = 0; k < length; k++) if (tokens.word[first + k] !== tokens.word[again + k]) return false;
  return true;
}

/** "said[edit]", "said.[citation needed]", "said.[12]": a page's own label in brackets, right behind a word or its mark. */
export const pageLabels = perParagraphWith([aCode], [], ({ text }: Paragraph): readonly LinkRemnant[] =>
  Array.from(text.matchAll(LABELS), ({ 0: label, index }) => {
    const span = { start: index, end: index + label.length };
    return { ...span, kind: 'template code' as const, again: span };
  }),
);

/** What wikis set behind a heading or a statement, and the number of a note. */
const LABELS =
  /(?<=[\p{L}\p{N}.,;:!?"”’)\]])\[(?:edit|edit source|update|citation needed|clarification needed|verification needed|better source needed|dead link|according to whom\?|by whom\?|who\?|when\?|which\?|where\?|dubious(?: [-–] discuss)?|note \d{1,3}|nb \d{1,3}|\d{1,3})\]/gu;

/** "anchor=Pond storage,", "source= US official]", "[[", a row of brackets that close nothing: "], ], ]". */
export const templateCode = perParagraphWith([aCode], [], ({ text }: Paragraph): readonly LinkRemnant[] => {
  const found: LinkRemnant[] = [];
  let open = 0;
  for (const { 0: code, index } of text.matchAll(CODE)) {
    if (code === '[') open++;
    else if (code === ']' && open > 0) open--;
    else {
      const span = code === '=' ? parameterAt(text, index) : bracketAt(text, index, code);
      if (span) join(found, text, span);
    }
  }
  return found;
});

const CODE = /=|\[\[|\]\]|[[\]]/g;

/** A bracket that closes nothing stands by itself: "b]" may be one that was left out. */
function bracketAt(text: string, start: number, code: string): Span | undefined {
  const alone = code !== ']' || start === 0 || ' ,]\n'.includes(text.charAt(start - 1));
  return alone ? { start, end: start + code.length } : undefined;
}

/** "anchor=Pond": a word of small letters behind a space, and behind the sign another. */
function parameterAt(text: string, sign: number): Span | undefined {
  const before = text.slice(Math.max(0, sign - LONGEST_KEY), sign);
  const own = /\|\s?(\p{Ll}{2,10}(?:-\p{Ll}{2,10}){0,2}\d?)\s?$/u.exec(before);
  // "|access-date=3 May 2020"
  if (own) {
    const value = DATED.exec(text.slice(sign + 1, sign + 1 + LONGEST_VALUE))?.[0] ?? '';
    return { start: sign - own[0].length, end: sign + 1 + value.trimEnd().length };
  }
  const key = /(?:^|[\s|])(\p{Ll}{4,12})$/u.exec(before)?.[1];
  const value = /^ ?\p{L}[\p{L}-]{0,30}/u.exec(text.slice(sign + 1, sign + 1 + LONGEST_VALUE))?.[0];
  return key === undefined || value === undefined
    ? undefined
    : { start: sign - key.length, end: sign + 1 + value.length };
}

const DATED = /^(?:\d{1,2} \p{L}{3,9} \d{4}|\p{L}{3,9} \d{1,2}, \d{4}|[^\s|=[\]{}]{1,30})/u;
const LONGEST_KEY = 24;
const LONGEST_VALUE = 32;

/** With the last one, where nothing but commas stands between. */
function join(found: LinkRemnant[], text: string, { start, end }: Span): void {
  const last = found.at(-1);
  if (last && start - last.end < 4 && /^[\s,]*$/.test(text.slice(last.end, start)))
    found[found.length - 1] = { ...last, end };
  else found.push({ start, end, kind: 'template code' });
}
