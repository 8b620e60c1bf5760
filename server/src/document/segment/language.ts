// Language of a paragraph, by its small words: only enough to leave copy alone that is not English.
import { recordAt, Shape, type Tokens, wordAt } from '../token';
import { perWord, type Word } from '../word';

const small: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for with he it his on by at from are be has had said not they have this which were who will but an their she been',
  fr: 'le la les des du de et à un une est que qui dans pour sur par au aux avec il elle ne pas plus ce cette son sa ses ont été se sont mais',
  de: 'der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie',
  es: 'el la los las de del que y en un una por con para es se no al su como más lo pero sus le ha este entre fue son está ya desde',
  it: 'il lo la gli le di del della che e è un una per con non si da dal dei nel al più sono ha come anche ma alla questo',
  pt: 'o a os as de do da dos das que e em um uma para com não se por no na mais ao como foi ele sua ou ser já está',
  nl: 'de het een van en in is dat op te zijn voor met niet aan er om ook als bij maar door naar heeft hij ze uit werd nog',
};

const languages = Object.keys(small);

let table: Map<string, number> | undefined;
/** Letters of the longest small word: most words are longer, and are not looked up. */
let longest = 0;

/** Bits: which languages a word is a small word of. */
const languagesOf = perWord((word: string): number => {
  if (!table) {
    table = new Map();
    for (const [k, language] of languages.entries())
      for (const w of (small[language] as string).split(' ')) {
        table.set(w, (table.get(w) ?? 0) | (1 << k));
        longest = Math.max(longest, w.length);
      }
  }
  return word.length > longest ? 0 : (table.get(word) ?? 0);
});

/** Words looked at: more would not tell more. */
const SAMPLE = 120;
/** Fewer words than this tell nothing. */
const FEWEST = 8;

/** BCP 47 primary tag, or `und`. */
export function languageOf(tokens: Tokens): string {
  const counts = new Uint16Array(languages.length);
  let words = 0;
  for (let i = 0; i < tokens.length && words < SAMPLE; i++) {
    // asked of each word there is: without a call more than it takes
    if (!((tokens.shape[i] as number) & Shape.word)) continue;
    words++;
    const bits = languagesOf(tokens.record[i] as Word);
    for (let k = 0; bits >> k; k++) if ((bits >> k) & 1) counts[k] = (counts[k] as number) + 1;
  }
  if (words < FEWEST) return 'und';
  let best = 0;
  for (let k = 1; k < counts.length; k++) if ((counts[k] as number) > (counts[best] as number)) best = k;
  const most = counts[best] as number;
  const english = counts[0] as number;
  if (best === 0) return most * 12 >= words ? 'en' : 'und';
  // a foreign paragraph is full of its small words; an English one full of names or titles is not
  if (most * 6 < words || most <= 2 * english + 2) return 'und';
  return differing(tokens, best) >= FEWEST_DIFFERING ? (languages[best] as string) : 'und';
}

/** "Von Braun … von Braun … von Braun", "Van der Bellen": the small words of a name come again with it, and are always the same. */
const FEWEST_DIFFERING = 3;

function differing(tokens: Tokens, language: number): number {
  const met = new Set<string>();
  for (let i = 0; i < tokens.length && met.size < FEWEST_DIFFERING; i++)
    if ((languagesOf(recordAt(tokens, i)) >> language) & 1) met.add(wordAt(tokens, i));
  return met.size;
}
