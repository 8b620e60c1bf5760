// Word formation: pairs that a language makes of one another (Iraq and Iraqi, Ivanov and Ivanova), and Chinese syllables, where
// one letter is another word. Such pairs are two words, however close.

const endings = new Set(
  's es i iy yy ij n an ian ean ese ish ic ist ists ism ite ites er ers y ey ie land e a o os as na ne ni en ia ina ska sky ski skaya skoye aya oye oya ova eva vich ovich evich evic ovic la le ke ka in ine us u al city ing ed ly man men son sons'.split(
    ' ',
  ),
);

/** Between romanised names only these: their last vowels vary more. Pairs of endings, `-` for none. */
const romanisedPairs = new Set(
  '-:a -:i -:an -:ian -:s -:ic -:ich -:ov -:ova -:ist -:in a:i a:an y:aya i:aya iy:aya y:oye aya:oye e:i ya:i ich:na ia:i us:i y:a iy:a yy:a ij:a yy:aya oy:aya'.split(
    ' ',
  ),
);

const STEM = 3;

/** True where the two differ by endings that make a new word. */
export function areFormedAlike(a: string, b: string, romanised: boolean): boolean {
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  const x = a.slice(i);
  const y = b.slice(i);
  if (i < STEM || x === y) return false;
  if (romanised) return romanisedPairs.has(`${x || '-'}:${y || '-'}`) || romanisedPairs.has(`${y || '-'}:${x || '-'}`);
  if (a.length === b.length && /m[ae]n$/.test(a) && /m[ae]n$/.test(b) && a.slice(0, -2) === b.slice(0, -2)) return true;
  // Zaben and Zabin differ by a vowel, not by a suffix
  if (x.length > 1 && x.length === y.length && x.at(-1) === y.at(-1)) return false;
  return (x === '' || endings.has(x)) && (y === '' || endings.has(y));
}

/** Singular and plural, or a Slavic adjective with and without its ending: Omsk, Omsky. */
export function isPluralOf(a: string, b: string): boolean {
  const stemA = a.endsWith('s') ? a.slice(0, -1) : a;
  const stemB = b.endsWith('s') ? b.slice(0, -1) : b;
  if (stemA !== a || stemB !== b) return stemA === stemB || areFormedAlike(stemA, stemB, false);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.endsWith('sk') && /sk[iy]$/.test(long);
}

const demonym = new Set(
  's n an ian ese ish i ist ism ite er ic ed ing land man son sky ski ov ova ev in ich'.split(' '),
);

/** True where the longer is the shorter with the ending of a people, a family or a trade. */
export function hasDemonymEnding(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && demonym.has(long.slice(short.length));
}

const INITIALS = new Set('zh ch sh b p m f d t n l g k h j q x r z c s y w'.split(' ').concat(''));
const FINALS = new Set(
  'iang iong uang ang eng ing ong ian iao uai uan ai an ao ei en er ia ie in iu ou ua ue ui un uo a e i o u'.split(' '),
);
const MOST_SYLLABLES = 3;

/** True where the word is one to three syllables of pinyin. */
export function isPinyin(word: string): boolean {
  if (word.length > 6 * MOST_SYLLABLES) return false;
  let ends = new Set([0]);
  for (let syllable = 0; syllable < MOST_SYLLABLES; syllable++) {
    const next = new Set<number>();
    for (const from of ends) {
      for (let to = from + 1; to <= Math.min(word.length, from + 6); to++) {
        if (isSyllable(word.slice(from, to))) next.add(to);
      }
    }
    if (next.has(word.length)) return true;
    ends = next;
  }
  return false;
}

/** "Sun Yat-sen", "Sun Liming": what stands behind a Chinese family's name that is a word as well. @param given in lower case. */
export const isGivenBehindFamily = (given: string): boolean => given.includes('-') || isPinyin(given);

function isSyllable(s: string): boolean {
  for (let i = 0; i <= 2 && i < s.length; i++) if (INITIALS.has(s.slice(0, i)) && FINALS.has(s.slice(i))) return true;
  return false;
}

const CHINESE = /zh|[qx][iu]|[iu]ang|ong(?!ju)|iao|[^e][ae]ng|u[ae]i|^h[ou]u?[aeiou]|zh?ou$/;
const NOT_CHINESE = /eo|ee|oo|ou./;

/** Both in valid pinyin that looks Chinese, and spelled differently: two names (Huzhou and Huazhou). */
export const arePinyinApart = (a: string, b: string): boolean =>
  CHINESE.test(a) && CHINESE.test(b) && !NOT_CHINESE.test(a) && !NOT_CHINESE.test(b) && isPinyin(a) && isPinyin(b);
