// The house's form, where the story keeps to another throughout; and a small glossary of what is wrong in every house.
import { boolean } from 'valibot';
import { isInLongerName } from '../../analysis/names/longer-name';
import { type KnownMention, knownMentions } from '../../analysis/names/known';
import { isBesideState } from '../../analysis/names/place-meant';
import { tokensOf } from '../../analysis/names/called-tokens';
import { isAnotherThing } from '../../analysis/usage/another-thing';
import { areLettersMeant } from '../../analysis/usage/letters-meant';
import { isPlaceShown } from '../../analysis/usage/place-shown';
import { isBorne } from '../../analysis/names/somebody';
import { variantsOf } from '../../analysis/names/variants';
import { type PhraseIndex, phrasesIn } from '../../analysis/usage/phrases';
import { standingAt, waysWithArticle } from '../../analysis/usage/own-article';
import { termVariants } from '../../analysis/usage/terms';
import { mayBeCommonWord } from '../../analysis/usage/word-or-name';
import { perParagraphAnd } from '../../document/kept';
import { isEnglish } from '../../document/paragraph';
import { isProse } from '../../document/role';
import { isReadIn, opensSentence, type Story } from '../../document/story';
import { wordList } from '../../lexicon/word-lists';
import { indexAt, overlaps, shift, type Span, slice } from '../../text/span';
import { isSigned, placesInDatelines } from '../datelines';
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
import { type StyleEntry, entries, isCommon, isUnlike, isCapitals } from './entries';
import {
  isMeantBy,
  waysAt,
  fitsAt,
  inCaseFor,
  isBehindHour,
  isToldInProse,
  isSign,
  joinsNames,
  standsApart,
  isInName,
  losesPossessive,
  standsInFull,
  isMeant,
} from './standing';

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

/** "Labour won": the sentence's first word, and a party. */
const parties = wordList('parties of one word');

const CAPITALISED = /^\p{Lu}\p{Ll}/u;

const entriesIn = perParagraphAnd((facts, index: PhraseIndex<StyleEntry>) => phrasesIn(facts, index));

function* usage(story: Story, house: House, suggested: boolean, taken: (at: Span) => boolean): Generator<Finding> {
  const index = entries(house, suggested);
  for (const block of story.blocks) {
    const { start: from, role, facts, data } = block;
    if (!isReadIn(story, role) || !isEnglish(facts)) continue;
    // a cell, a caption and a summary have names in capitals alone, as a sentence has
    const isBeside = role === 'table' || role === 'caption' || (role === 'subhead' && data?.kind === 'field');
    const running = isProse(role) || isBeside;
    for (const { start, end, value, quoted, initial, firstToken } of entriesIn(facts, index)) {
      const place = { start: from + start, end: from + end };
      const written = slice(story.prose, place);
      const isNamed = !facts.allCaps && CAPITALISED.test(written) && !value.listed;
      const common = isCommon(value) && isNamed;
      // the house writes a name for it, or letters: "LGBTQ" for "gay", and Mr. Gay
      const unlike = isUnlike(value) && isNamed && running;
      // "Jim Gray/Agency"
      if (common && isSigned(role)) continue;
      // a capital within a sentence is a name's: "Mr. Gray", "Scotland Yard"
      if (quoted || (running && ((common && !initial) || isInName(facts, firstToken, end, value.prefer)))) continue;
      if (
        isSign(written, value.prefer) &&
        (!standsApart(facts.text, { start, end }) || joinsNames(facts.text, { start, end }))
      )
        continue;
      if (value.capitals ? !running : !value.small && !isMeant(value.prefer, written)) continue;
      if (value.hour && !isBehindHour(facts, firstToken, start)) continue;
      // "Us", "La La Land": letters are written in capitals
      if (value.letters && !isCapitals(written)) continue;
      const text = inCaseFor(value, written, initial, facts.allCaps);
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
      const { article, texts, fits } = waysAt(facts, { start, end }, text, value);
      const isSure =
        somebody === 'no' &&
        fits !== false &&
        isMeantBy(value, written, text, facts.allCaps) &&
        !(value.place && !isPlaceShown(story, place, value.form?.bulk)) &&
        !(value.body && isAnotherThing(block, ...tokensOf(block, place))) &&
        !(facts.allCaps && isCommon(value) && !value.form?.bulk && !isToldInProse(story, facts, firstToken, written)) &&
        !unlike &&
        !(common && parties.has(written.toLowerCase())) &&
        !(value.name && isBesideState(block, firstToken)) &&
        !(value.stopped && !areLettersMeant(story, place)) &&
        !(!isCommon(value) && !isCapitals(written) && mayBeCommonWord(story, facts, { start, end })) &&
        fitsAt(facts, firstToken, value.replaced) &&
        !((value.name || common) && isInLongerName(story, place, value.other));
      const fixes = texts.length
        ? fixesPutting(story, { ...place, start: place.start - article }, texts, isSure ? 'auto' : 'ask')
        : undefined;
      if (!fixes) continue;
      const withheld = losesPossessive(story.prose, place, text) || standsBeside(story.prose, place, text);
      yield {
        ...place,
        message: `“${written}”: write “${texts[0]}” (${value.why}).`,
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
