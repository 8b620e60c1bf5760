// The house's form, where the story keeps to another throughout; and a small glossary of what is wrong in every house.
import { boolean } from 'valibot';
import { type KnownMention, knownMentions } from '../../analysis/names/known';
import { variantsOf } from '../../analysis/names/variants';
import { inCaseOf, type PhraseIndex, phraseIndex, phrasesIn } from '../../analysis/usage/phrases';
import { termVariants } from '../../analysis/usage/terms';
import { isEnglish } from '../../document/paragraph';
import { isCopy, isProse } from '../../document/role';
import { opensSentence, type Story } from '../../document/story';
import { data } from '../../lexicon/usage/base.tsv';
import { overlaps, type Span, slice } from '../../text/span';
import type { House, PreferredForm } from '../house';
import { option } from '../option';
import { authority, isAsPreferred, preferredForms, replacementFor } from '../preferred';
import { type Finding, storyRule } from '../rule';

export const rule = storyRule({
  id: 'house-style',
  summary: 'The story writes a form that the house does not.',
  category: 'style',
  kind: 'fix',
  inserts: ['house'],
  severity: 'warning',
  options: {
    suggested: option(boolean(), false, 'Report forms of a preset that are only suggested, neither read nor counted.'),
  },
  *check(story, { suggested }, house) {
    let told: ReadonlySet<number> | undefined;
    // asked only where something is found: then the spellings of the whole story are read
    const taken = (end: number): boolean => (told ??= placesTold(story)).has(end);
    const phrases = [...usage(story, house, suggested, taken)];
    yield* phrases;
    if (!house.glossary.some((f) => f.entity !== undefined)) return;
    // an entry's own spellings say more than the name that they may be
    for (const finding of names(story, house, suggested, taken))
      if (!phrases.some((phrase) => overlaps(phrase, finding))) yield finding;
  },
});

/** Where the rules on several spellings speak: there this one is silent. */
function placesTold(story: Story): ReadonlySet<number> {
  const spellings = [...variantsOf(story), ...termVariants(story)].flatMap(
    (v): readonly { places: readonly Span[] }[] => v.spellings,
  );
  return new Set(spellings.flatMap(({ places }) => places.map((p) => p.end)));
}

interface Entry {
  readonly prefer: string;
  /** The entry is about capitals alone: "internet" for "Internet". */
  readonly capitals?: boolean;
  /** The house has listed it in small letters: they are meant, whatever it writes instead. */
  readonly small?: boolean;
  readonly why: string;
}

const indices = new WeakMap<House, Map<boolean, PhraseIndex<Entry>>>();

function entries(house: House, suggested: boolean): PhraseIndex<Entry> {
  let known = indices.get(house);
  if (!known) indices.set(house, (known = new Map()));
  let index = known.get(suggested);
  if (!index) known.set(suggested, (index = phraseIndex([...ofHouse(house, suggested), ...ofEveryHouse()])));
  return index;
}

function* ofHouse({ glossary }: House, suggested: boolean): Generator<readonly [string, Entry]> {
  // later entries win, and the first to list a phrase has it
  for (const form of [...glossary].reverse()) {
    if (form.basis === 'suggested' && !suggested) continue;
    for (const instead of form.instead) {
      const capitals = instead.toLowerCase() === form.prefer.toLowerCase();
      const small = instead === instead.toLowerCase();
      yield [instead, { prefer: form.prefer, why: authority(form), capitals, small }];
    }
  }
}

function* ofEveryHouse(): Generator<readonly [string, Entry]> {
  for (const line of data.split('\n')) {
    const [prefer, instead, why] = line.split('\t') as [string, string, string];
    for (const form of instead.split('|')) yield [form, { prefer, why }];
  }
}

function* usage(story: Story, house: House, suggested: boolean, taken: (end: number) => boolean): Generator<Finding> {
  const index = entries(house, suggested);
  for (const { start: from, role, facts } of story.blocks) {
    if (!isCopy(role) || !isEnglish(facts)) continue;
    for (const { start, end, value, quoted, initial } of phrasesIn(facts, index)) {
      const place = { start: from + start, end: from + end };
      const written = slice(story.prose, place);
      if (value.capitals ? !isProse(role) : !value.small && !isMeant(value.prefer, written)) continue;
      const text = value.capitals
        ? asPreferred(value.prefer, written, initial)
        : inCaseOf(value.prefer, written, initial);
      if (quoted || text === written || standsInFull(story.prose, place, value.prefer) || taken(place.end)) continue;
      yield {
        ...place,
        message: `“${written}”: write “${text}” (${value.why}).`,
        fixes: [{ title: `Change to “${text}”`, apply: 'auto', edits: [{ ...place, text }] }],
      };
    }
  }
}

/** A capital at a sentence's start and a line of capitals say nothing. */
const asPreferred = (prefer: string, written: string, initial: boolean): string =>
  written === written.toUpperCase() && written.length > 1
    ? written
    : initial
      ? prefer.charAt(0).toUpperCase() + prefer.slice(1)
      : prefer;

/** The longer form is there already: "Lom harbour", where the house writes that for "harbour". */
function standsInFull(prose: string, { start, end }: Span, prefer: string): boolean {
  const at = prefer.toLowerCase().indexOf(prose.slice(start, end).toLowerCase());
  if (at < 0 || prefer.length === end - start) return false;
  return prose.slice(Math.max(0, start - at), start - at + prefer.length).toLowerCase() === prefer.toLowerCase();
}

/** A name is meant only by a capital: "noble price" is no Nobel Prize. */
const isMeant = (prefer: string, written: string): boolean =>
  prefer === prefer.toLowerCase() || written !== written.toLowerCase();

function* names(story: Story, house: House, suggested: boolean, taken: (end: number) => boolean): Generator<Finding> {
  const { byEntity } = preferredForms(house, suggested);
  for (const mention of knownMentions(story)) {
    const form = byEntity.get(mention.entity.id);
    const finding = form && !mention.quoted ? nameFinding(story, mention, form) : undefined;
    if (finding && !taken(mention.end)) yield finding;
  }
}

function nameFinding(story: Story, mention: KnownMention, form: PreferredForm): Finding | undefined {
  const initial = opensSentence(story, mention.start);
  const text = replacementFor(mention, form.prefer, initial, mention.entity.type === 'person');
  if (text === undefined || isAsPreferred(mention, text, initial)) return undefined;
  return {
    start: mention.start,
    end: mention.end,
    message: `“${mention.text}”: write “${text}”; ${authority(form)}.`,
    fixes: [
      {
        title: `Change to “${text}”`,
        apply: form.basis === 'suggested' ? 'ask' : 'auto',
        edits: [{ start: mention.start, end: mention.end, text }],
      },
    ],
  };
}
