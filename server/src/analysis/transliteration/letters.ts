// Letters: what is left of a name when its dress is taken off. Marks, apostrophes, hyphens, the Arabic article, doubled and
// long letters are dress: they differ from house to house and never tell two names apart (alternations of Arabic A1-A11,
// A20-A30, Persian P7-P9, Russian R1-R3; the exceptions are in the list of names that are not variants).

/** How the Arabic article is written before a name: as it is, and assimilated to the consonant that follows. */
const articles = new Set(['al', 'el', 'ul', 'il', 'ol']);
const assimilating = new Set('an as ash ad ar at az adh ath es ed en er et ez esh ud ur'.split(' '));

/** Small words inside a name that are no part of its letters: bin, ezafe, "and". */
export const fillers: ReadonlySet<string> = new Set(['bin', 'ben', 'ibn', 'bint', 'ould', 'e', 'i', 'y', 'wal']);

/** True where `word` is the article of a name that goes on with `next`, both in lower case: "al", or "as" before "sadr". */
export const isArticle = (word: string, next: string): boolean =>
  articles.has(word) || (assimilating.has(word) && next.startsWith(word.slice(1)));

/** True where the word can be an article at all. */
export const isArticleWord = (word: string): boolean => articles.has(word) || assimilating.has(word);

const ezafe = new Set(['e', 'i', 'ye']);

const ASCII = /^[a-z]*$/;
const APOSTROPHES = /['’‘`´ʿʾʼʻ.]/g;
const OTHERS: Readonly<Record<string, string>> = { ı: 'i', ø: 'o', ł: 'l', đ: 'dj', ə: 'a', ß: 'ss', æ: 'ae' };

/** Lower case without accents and apostrophes. Hyphens and spaces stay. */
export function bare(text: string): string {
  const low = text.toLowerCase();
  if (ASCII.test(low)) return low;
  return low
    .replace(APOSTROPHES, '')
    .replace(/[ıøłđəßæ]/g, (c) => OTHERS[c] as string)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐‑–]/g, '-');
}

/** The comparable form of one word of a name: bare, without its article, hyphens closed. "al-Sha'ar" is "shaar". */
export function comparable(word: string): string {
  const plain = bare(word);
  if (!plain.includes('-')) return plain;
  const parts = plain.split('-').filter(Boolean);
  if (parts.length > 1 && isArticle(parts[0] as string, parts[1] as string)) parts.shift();
  // Persian ezafe: Shahr-e Babak, Lashkar-i-Taiba
  return parts.filter((part, i) => i === 0 || !ezafe.has(part)).join('');
}

/** A word of a name, with the letters that it is written in: no article. */
export interface NamePart {
  readonly form: string;
  readonly written: string;
}

/** The comparable words of a whole name and how each is written; articles and fillers left out, "Abd al-" joined to its name. */
export function nameParts(name: string): NamePart[] {
  const words = name.split(/\s+/).filter(Boolean);
  const parts: NamePart[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const low = bare(word);
    const next = words[i + 1];
    if (words.length > 1 && (fillers.has(low) || (next !== undefined && isArticle(low, bare(next))))) continue;
    const form = comparable(word);
    if (!form) continue;
    if (!isServant(form) || next === undefined) {
      parts.push({ form: joinedServant(form), written: withoutWrittenArticle(word) });
      continue;
    }
    const last = words[i + 2] !== undefined && isArticle(bare(next), bare(words[i + 2] as string)) ? i + 2 : i + 1;
    const rest = words[last] as string;
    parts.push({ form: servant(form, comparable(rest)), written: words.slice(i, last + 1).join(' ') });
    i = last;
  }
  return parts;
}

/** The comparable words of a whole name. */
export const nameWords = (name: string): string[] => nameParts(name).map(({ form }) => form);

/** Where the letters of a written word begin: behind a hyphenated article. */
export function articleLength(word: string): number {
  const dash = word.search(/[-‐‑]/);
  return dash > 0 && isArticle(bare(word.slice(0, dash)), bare(word.slice(dash + 1))) ? dash + 1 : 0;
}

/** "al-", "Al " at the head of a name, or nothing. */
export function leadingArticle(name: string): string {
  const space = name.indexOf(' ');
  if (space > 0 && isArticleWord(name.slice(0, space).toLowerCase())) return name.slice(0, space + 1);
  return name.slice(0, articleLength(name.split(' ')[0] as string));
}

const withoutWrittenArticle = (word: string): string => word.slice(articleLength(word));

const SERVANT = /^(?:abd|ebd|abed)(?:[aeiou][lrnstdz]?)?$/;
const JOINED_SERVANT = /^abd[aeiou]?[lrnszd]?(?=[bcdfghjklmnpqrstvwz])/;

/** "Abdul", "Abd", "Abdel": of no meaning without the name that follows. */
export const isServant = (word: string): boolean => SERVANT.test(word);

/** One spelling of "abd" for Abdul X, Abd al-X, Abdelx. */
export const servant = (word: string, next: string): string => (next ? `abd${withoutArticle(next)}` : word);

export const joinedServant = (word: string): string =>
  word.startsWith('abd') ? word.replace(JOINED_SERVANT, 'abd') : word;

const withoutArticle = (word: string): string => word.replace(/^(?:al|el|ul)(?=[bcdfghjkmnpqrstvwz])/, '');

/** A word that may hold a joined article ("Alzahrani", "Ezzor"), without it; the word itself where it holds none. */
export function unjoined(word: string): string {
  if (word.length <= 5 || !(word.startsWith('a') || word.startsWith('e'))) return word;
  return word.replace(/^(?:al|el|as|ad|ar|an|az|at|ez|es|ed)(?=[b-df-hj-np-tv-z])/, '');
}

/** Graphemes that stand for one sound, longest first; capitals are symbols of our own: S sh, X kh, C ch, E ai, W au … */
const graphemes: readonly (readonly [RegExp, string])[] = [
  [/a(?:e|ei|ee|ii|ie|yi|yee)$/, 'ai'],
  [/([b-df-hj-np-tv-z])\1+/g, '$1'],
  [/(sh|kh|dh|th|gh)\1/g, '$1'],
  [/tch/g, 'C'],
  [/dzh|dsch/g, 'J'],
  [/sch|sh/g, 'S'],
  [/ch/g, 'C'],
  [/kh/g, 'X'],
  [/gh/g, 'G'],
  [/zh/g, 'Z'],
  [/th/g, 'T'],
  [/dh/g, 'D'],
  [/ph/g, 'f'],
  [/dj/g, 'J'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c(?![a-zA-Z])/g, 'k'],
  [/ts|tz/g, 'c'],
  [/oo|ou|ow(?=[^aeiouy]|$)/g, 'u'],
  [/iyy|iy|yy|ii|ij(?=$)|ie(?=$)|ee|yi/g, 'i'],
  [/aa/g, 'a'],
  [/uu/g, 'u'],
  [/([aeiou])y(?=[aeiou])/g, '$1Y'],
  [/y(?=[aeiou])/g, 'Y'],
  [/[ae][iy]/g, 'E'],
  [/([ou])[iy]/g, '$1i'],
  [/y/g, 'i'],
  [/([aeE])h$/, '$1'],
  [/aw|au/g, 'W'],
  [/([b-df-hj-np-tv-zA-Z])\1+/g, '$1'],
];

const folded = new Map<string, string>();
const KEEP = 20_000;

/** The strict key of a comparable word: equal keys are one name in two dresses. Kept for the words met last. */
export function strictKey(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  let key = word;
  for (const [pattern, symbol] of graphemes) key = key.replace(pattern, symbol);
  if (folded.size >= KEEP) folded.clear();
  folded.set(word, key);
  return key;
}
