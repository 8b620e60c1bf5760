// The house's form, where the story keeps to another throughout; and a small glossary of what is wrong in every house.
import { boolean } from 'valibot';
import { isInLongerName } from '../../analysis/names/longer-name';
import { type KnownMention, knownMentions } from '../../analysis/names/known';
import { tokensOf } from '../../analysis/names/called-tokens';
import { isAnotherThing } from '../../analysis/usage/another-thing';
import { isPlaceShown } from '../../analysis/usage/place-shown';
import { isBorne } from '../../analysis/names/somebody';
import { variantsOf } from '../../analysis/names/variants';
import { type PhraseIndex, phrasesIn } from '../../analysis/usage/phrases';
import { standingAt, waysWithArticle } from '../../analysis/usage/own-article';
import { termVariants } from '../../analysis/usage/terms';
import { mayBeCommonWord } from '../../analysis/usage/word-or-name';
import { perParagraphAnd } from '../../document/kept';
import { isEnglish } from '../../document/paragraph';
import { isReadIn, opensSentence, type Story } from '../../document/story';
import { indexAt, overlaps, shift, type Span } from '../../text/span';
import { placesInDatelines } from '../datelines';
import type { House } from '../house';
import { somebodyFor } from '../entries-not-persons';
import { fixesPutting } from '../one-stop';
import { option } from '../option';
import { mayGoUnseen } from '../respelled';
import { formAt, type HouseForm } from '../decided-mentions';
import { authority, preferredForms } from '../preferred';
import { isAsPreferred, replacementFor } from '../replacement';
import { standsBeside } from '../stands-beside';
import { type Finding, storyRule } from '../rule';
import { type StyleEntry, entries, isCommon, isCapitals } from './entries';
import { waysAt, inCaseFor, losesPossessive, standsInFull } from './standing';
import { isEntrys, isSurely, metAt } from './met';

export const rule = storyRule({
  id: 'house-style',
  summary: 'The story writes a form that the house does not.',
  category: 'style',
  kind: 'fix',
  inserts: ['house'],
  severity: 'warning',
  about: 'spelling',
  options: {
    suggested: option(boolean(), false, 'Report forms of a preset that are only suggested, neither read nor counted.'),
  },
  *check(story, { suggested }, house) {
    let told: ReadonlyMap<number, number> | undefined;
    // asked only where something is found: then the spellings of the whole story are read
    const taken = ({ start, end }: Span): boolean => ((told ??= placesTold(story)).get(end) ?? end) <= start;
    const phrases = [...usage(story, house, suggested, taken)];
    yield* phrases;
    yield* placesInDatelines(story, house, suggested);
    if (!house.glossary.some((f) => f.entity !== undefined)) return;
    // an entry's own spellings say more than the name that they may be
    for (const finding of names(story, house, suggested, taken))
      if (!phrases.some((phrase) => overlaps(phrase, finding))) yield finding;
  },
});

/** Where the rules on several spellings speak of the whole, by end: there this one is silent. */
function placesTold(story: Story): ReadonlyMap<number, number> {
  const spellings = [...variantsOf(story), ...termVariants(story)].flatMap(
    (v): readonly { places: readonly Span[] }[] => v.spellings,
  );
  return new Map(spellings.flatMap(({ places }) => places.map((p) => [p.end, p.start] as const)));
}

const entriesIn = perParagraphAnd((facts, index: PhraseIndex<StyleEntry>) => phrasesIn(facts, index));

function* usage(story: Story, house: House, suggested: boolean, taken: (at: Span) => boolean): Generator<Finding> {
  const index = entries(house, suggested);
  for (const block of story.blocks) {
    const { facts } = block;
    if (!isReadIn(story, block.role) || !isEnglish(facts)) continue;
    for (const match of entriesIn(facts, index)) {
      const met = metAt(story, block, match);
      if (!isEntrys(met)) continue;
      const { value, place, written, common } = met;
      const text = inCaseFor(value, written, match.initial, facts.allCaps);
      if (
        text === written ||
        standsInFull(story.prose, place, value.prefer) ||
        taken(value.person ? lastWordOf(place, written) : place)
      )
        continue;
      // "GRAY’S MOTHER WEEPS", "Gray said": a common word that is somebody's in this story is so in all of it
      if (isCommon(value) && (common || isCapitals(written)) && isBorne(story, place)) continue;
      const somebody = somebodyFor(story, place, common || (value.nobody ?? false), common);
      // for a person there is no finding, nor for a common word that may be one
      if (somebody === 'yes' || (somebody === 'maybe' && value.prefer === value.prefer.toLowerCase())) continue;
      const { article, texts, fits } = waysAt(facts, match, text, value);
      const isSure = somebody === 'no' && fits !== false && isSurely(met, text);
      const fixes = texts.length
        ? fixesPutting(story, { ...place, start: place.start - article }, texts, isSure ? 'auto' : 'ask')
        : undefined;
      if (!fixes) continue;
      const withheld = losesPossessive(story.prose, place, text) || standsBeside(story.prose, place, text);
      yield {
        ...place,
        message: `“${written}”: write “${texts[0]}”${value.form ? `; ${value.why}` : ` (${value.why})`}.`,
        fixes: withheld ? [] : fixes,
      };
    }
  }
}

function* names(story: Story, house: House, suggested: boolean, taken: (at: Span) => boolean): Generator<Finding> {
  const forms = preferredForms(house, suggested);
  for (const mention of knownMentions(story)) {
    const here = mention.quoted ? undefined : formAt(story, mention, forms);
    const finding = here && nameFinding(story, mention, here);
    if (finding && !taken(mention.entity.type === 'person' ? lastWordOf(mention, mention.text) : mention))
      yield finding;
  }
}

/** People are told word by word, by their surnames; everything else as a whole. */
const lastWordOf = ({ start, end }: Span, text: string): Span => ({ start: start + text.lastIndexOf(' ') + 1, end });

function nameFinding(story: Story, mention: KnownMention, { form, sure }: HouseForm): Finding | undefined {
  const initial = opensSentence(story, mention.start);
  const text = replacementFor(mention, form.prefer, { initial, person: mention.entity.type === 'person' });
  if (text === undefined || isAsPreferred(mention, text, initial)) return undefined;
  const block = story.blocks[indexAt(story.blocks, mention.start)];
  const texts = block
    ? waysWithArticle(block.facts, standingAt(block.facts, shift(mention, -block.start)), text)
    : [text];
  const isSure =
    sure &&
    !(block && mayBeCommonWord(story, block.facts, shift(mention, -block.start))) &&
    form.basis !== 'suggested' &&
    mayGoUnseen(form, mention.text, text) &&
    !(
      mention.entity.type === 'place' &&
      (isInLongerName(story, mention, undefined) || !isPlaceShown(story, mention))
    ) &&
    !(mention.entity.type === 'organisation' && block && isAnotherThing(block, ...tokensOf(block, mention)));
  const fixes = fixesPutting(story, mention, texts, isSure ? 'auto' : 'ask');
  if (!fixes) return undefined;
  return {
    start: mention.start,
    end: mention.end,
    message: `“${mention.text}”: write “${texts[0]}”; ${authority(form)}.`,
    fixes: standsBeside(story.prose, mention, text) ? [] : fixes,
  };
}
