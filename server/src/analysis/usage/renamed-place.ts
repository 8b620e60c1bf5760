// Renamed places: a house writes Myanmar for Burma. In a dateline nothing is lost by that, which is of the place and of today; in a sentence
// of the place's past, or of what is called after it, the old name may be the right one.
import { isPlainWord } from '../../lexicon/plain-words';
import { isPlace } from '../names/lists';
import { nameWords } from '../transliteration/letters';
import { withoutArticle } from './own-article';

/** Whether the entry is one of a place's names for another; letters and common words are none. @param instead as the entry has it. */
export function renamesPlace(prefer: string, instead: string): boolean {
  const [own, other] = [withoutArticle(prefer), withoutArticle(instead)];
  if (![own, other].every((form) => NAME.test(form))) return false;
  return isPlace(nameWords(own).join(' ')) && !isPlainWord(other.toLowerCase());
}

const NAME = /^\p{Lu}\p{Ll}{2,}(?:[ -]\p{Lu}?\p{Ll}{2,})*$/u;
