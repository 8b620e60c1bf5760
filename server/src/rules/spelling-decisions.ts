// What the house writes at each place of a name that a story spells in several ways.
import type { Variant, WrittenAt } from '../analysis/names/variant';
import { leadingArticle, type NamePart, nameParts } from '../analysis/transliteration/letters';
import type { Story } from '../document/story';
import { inText } from '../text/spelling';
import { type DecidedMention, decidedMentions, mentionAround } from './decided-mentions';
import type { House } from './house';
import { type Forms, preferredForms, type SpellingDecision, surnameIn, surnameOf } from './preferred';
import { isNear } from './replacement';

/** What the house writes at each place of a name that the story spells in several ways. */
export function decisionsFor(
  story: Story,
  variant: Variant,
  house: House,
  suggested: boolean,
): (place: WrittenAt) => SpellingDecision | undefined {
  if (!house.glossary.length) return () => undefined;
  const forms = preferredForms(house, suggested);
  const whole = variant.entity && forms.byEntity.get(variant.entity.id);
  if (whole) return (place) => (place.inside ? undefined : { text: whole.prefer, form: whole });
  // an entry that lists one of the spellings decides for all of them
  const listed = house.glossary.findLast(
    ({ basis, instead }) =>
      basis === 'house' && variant.spellings.some((s) => instead.some((one) => inText(one) === inText(s.text))),
  );
  if (listed && !variant.spellings.every((s) => nameParts(s.text).length === 1))
    return () => ({ text: listed.prefer, form: listed });
  const word = wordOfHouse(variant, forms);
  return (place) =>
    wordAtPlace(place, decidedMentions(story, forms)) ?? surnameAt(place, forms) ?? (place.last ? word : undefined);
}

/** A name in full whose surname the house lists with its article: "Bashar el-Assad" where that is al-Assad. */
function surnameAt({ text, words, last }: WrittenAt, { byWord }: Forms): SpellingDecision | undefined {
  const part = last && words.length > 1 ? nameParts(text).at(-1) : undefined;
  const decision = part && byWord.get(part.form);
  if (!part || !decision?.articled) return undefined;
  const own = leadingArticle(surnameIn(text)) + part.written;
  const head = text.slice(0, -own.length);
  return own !== part.written && text === head + own
    ? { text: head + decision.articled, form: decision.form }
    : undefined;
}

/** The word that the house lists for one of the spellings: it decides for all, where they end a name. */
function wordOfHouse({ spellings }: Variant, { byWord }: Forms): SpellingDecision | undefined {
  let found: SpellingDecision | undefined;
  for (const { text } of spellings) {
    const parts = nameParts(text);
    const decision = parts.length === 1 ? byWord.get((parts[0] as NamePart).form) : undefined;
    if (!decision) continue;
    if (found && found.text !== decision.text) return undefined;
    found = decision;
  }
  return found;
}

/** The house's word at the place, counted from the end of its name: Gaddafi is Kadhafi where Muammar Gaddafi is Moamer Kadhafi. */
function wordAtPlace(place: WrittenAt, mentions: readonly DecidedMention[]): SpellingDecision | undefined {
  const [form] = place.words;
  const mention = mentionAround(place, mentions);
  if (!mention || form === undefined || place.words.length > 1) return undefined;
  const { words, start, end } = mention;
  const parts = nameParts(mention.form.prefer);
  if (words.length > 1 && words.length !== parts.length) return undefined;
  const part = parts.at(words.lastIndexOf(form) - words.length);
  if (!part || !words.includes(form)) return undefined;
  // of a whole name its end speaks: of the words before it nothing is said apart
  if (words.length > 1)
    return place.last
      ? { text: part.written, form: mention.form, name: { start, end } }
      : { text: place.text, form: mention.form };
  return isNear(form, part.form) ? surnameOf(part, mention.form) : undefined;
}
