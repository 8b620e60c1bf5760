// Mentions of people whose names the house decides, and how sure it is of whom each speaks.
import { entitiesOf, type NamedEntity } from '../analysis/names/entities';
import { entityOf } from '../analysis/names/gazetteer';
import type { KnownMention } from '../analysis/names/known';
import { nameWords } from '../analysis/transliteration/letters';
import { perStory } from '../document/memo';
import type { Story } from '../document/story';
import { firstWhere, type Span } from '../text/span';
import { meantAt } from './entries-not-persons';
import type { PreferredForm } from './house';
import { formOf, type Forms, MOST_LOOKS } from './preferred';

/** A mention whose name the house decides. */
export interface DecidedMention extends Span {
  readonly form: PreferredForm;
  readonly words: readonly string[];
}

const decided = new WeakMap<Story, WeakMap<Forms, readonly DecidedMention[]>>();

/**
 * Mentions of people for whom the house has a form, in order of place: the whole name, or the surname of somebody whom the story
 * names in full and who is alone in bearing it. A given name is everybody's, and a longer name another's.
 */
export function decidedMentions(story: Story, forms: Forms): readonly DecidedMention[] {
  let ofStory = decided.get(story);
  if (!ofStory) decided.set(story, (ofStory = new WeakMap()));
  let found = ofStory.get(forms);
  if (!found) ofStory.set(forms, (found = findDecided(story, forms)));
  return found;
}

function findDecided(story: Story, forms: Forms): DecidedMention[] {
  const entities = entitiesOf(story);
  const bearers = bearersOf(story);
  return entities
    .flatMap((entity): DecidedMention[] => {
      const form = formOf(entity, forms);
      if (!form) return [];
      const names = namesFor(form);
      const surnames = new Set([...names].map((name) => name.slice(name.lastIndexOf(' ') + 1)));
      const mine = entity.mentions.map(({ start, end, text }) => ({ start, end, form, words: nameWords(text) }));
      const inFull = mine.filter(({ words }) => words.length > 1 && names.has(words.join(' ')));
      const isSole = inFull.length > 0 && [...surnames].every((one) => isBorneOnlyBy(entity, bearers.get(one)));
      const bySurname = ({ words }: DecidedMention): boolean => words.length === 1 && surnames.has(words[0] as string);
      return [...inFull, ...(isSole ? mine.filter(bySurname) : [])];
    })
    .sort((a, b) => a.start - b.start);
}

const isBorneOnlyBy = (entity: NamedEntity, bearers: ReadonlySet<NamedEntity> | undefined): boolean =>
  !bearers || (bearers.size === 1 && bearers.has(entity));

/** By surname: whom the story gives it in full. */
const bearersOf = perStory((story: Story): ReadonlyMap<string, ReadonlySet<NamedEntity>> => {
  const bearers = new Map<string, Set<NamedEntity>>();
  for (const entity of entitiesOf(story))
    for (const { text } of entity.mentions.slice(0, MOST_LOOKS)) {
      const words = nameWords(text);
      const surname = words.at(-1);
      if (words.length < 2 || surname === undefined) continue;
      const had = bearers.get(surname);
      if (had) had.add(entity);
      else bearers.set(surname, new Set([entity]));
    }
  return bearers;
});

/** Every way to write the form's name in full, as comparable words. */
function namesFor(form: PreferredForm): ReadonlySet<string> {
  const entity = form.entity === undefined ? undefined : entityOf(form.entity);
  const all = [...(entity?.spellings ?? []), ...form.instead, form.prefer].map((name) => nameWords(name).join(' '));
  return new Set(all.filter((name) => name.includes(' ')));
}

/** The mention that a span lies in. @param mentions in order of place. */
export function mentionAround({ start, end }: Span, mentions: readonly DecidedMention[]): DecidedMention | undefined {
  const mention = mentions[firstWhere(mentions, (one) => one.end >= end)];
  return mention && mention.start <= start ? mention : undefined;
}

export interface HouseForm {
  readonly form: PreferredForm;
  readonly sure: boolean;
}

/**
 * The form of a listed name where it stands, and whether it is sure of whom: nothing inside a longer name, and a surname is anybody's
 * where the story does not name the one bearer in full.
 */
export function formAt(story: Story, mention: KnownMention, forms: Forms): HouseForm | undefined {
  const form = forms.byEntity.get(mention.entity.id);
  if (!form || mention.inside) return undefined;
  if (mention.entity.type !== 'person') return { form, sure: meantAt(story, mention, form, mention.text) === 'no' };
  if (mention.words.length > 1) return { form, sure: true };
  if (mentionAround(mention, decidedMentions(story, forms))?.form === form) return { form, sure: true };
  const [word = ''] = mention.words;
  return bearersOf(story).has(word) ? undefined : { form, sure: false };
}
