// Bearers: whose a name of one word is, where several people of a story have that word in their names.
import type { EntityMention } from './entities';
import { wordsInFull } from './name-words';
import { type Named, namesByWord } from './people';
import { opensWithGiven } from './surnames';

export interface Bearers {
  /** Whose the mention is that is filed under `one`, and who else was called so before it. */
  of(mention: EntityMention, one: Named): { readonly owner: Named; readonly others: readonly Named[] };
  /** Those of several who can be called so there. */
  among(mention: EntityMention, form: string): readonly Named[];
  readonly byForm: ReadonlyMap<string, readonly Named[]>;
}

const MOST_BEARERS = 16;

export function bearersAmong(all: readonly Named[]): Bearers {
  const byForm = namesByWord(all, MOST_BEARERS);
  const among = (mention: EntityMention, form: string): readonly Named[] => {
    const bearers = byForm.get(form) ?? [];
    const by = bearers.filter((one) => mayStandAlone(one, form));
    return whoIsMeant(by.length ? by : bearers, mention);
  };
  return {
    byForm,
    among,
    of(mention, one) {
      const [word, more] = wordsInFull(mention.text);
      if (!word || more || one.entity.type === 'place' || one.entity.type === 'term') return { owner: one, others: [] };
      // "Al Orsk" alone, beside an Anna Orsk: whose it is nobody knows; "Von der Orsk" is hers, where she has it
      const [own] = one.words;
      const small = own?.small.join(' ') ?? '';
      const isParticle = (byForm.get(word.form) ?? []).some(({ words }) =>
        words.some((piece) => piece.form === word.form && piece.small.join(' ') === small),
      );
      if (one.words.length === 1 && own?.article && !isParticle) return { owner: one, others: [] };
      const bearers = among(mention, word.form).filter(
        ({ entity }) => (one.entity.known ?? entity.known) === entity.known,
      );
      const [only] = bearers;
      const owner = !only || bearers.includes(one) ? one : only;
      return { owner, others: bearers.filter((other) => other !== owner) };
    },
  };
}

/** Of several of one name those who were introduced before; of these the one whom the story gives that title. */
function whoIsMeant(bearers: readonly Named[], { start, titles }: EntityMention): readonly Named[] {
  if (bearers.length < 2) return bearers;
  const before = bearers.filter(({ mentions }) =>
    mentions.some((one) => one.start <= start && wordsInFull(one.text).length > 1),
  );
  const could = before.length ? before : bearers;
  const titled = could.filter(({ mentions }) =>
    mentions.some((one) => wordsInFull(one.text).length > 1 && one.titles.some((title) => titles.includes(title))),
  );
  return titled.length === 1 ? titled : could;
}

/** A surname, or somebody's first word: nobody is called by what stands between. */
export const mayStandAlone = ({ words, surnames, entity: { type } }: Named, form: string): boolean =>
  surnames.has(form) || (words[0]?.form === form && (type === 'person' || opensWithGiven(words)));
