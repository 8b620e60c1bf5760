// What the benches of names share: the analysis as one bundle, so that all read the same facts, and what it marks in a text.
import { load } from '../../../scripts/load.mjs';

const { readStory } = await load('server/src/document/read.ts');
export const { findVariants } = await load('server/src/analysis/names/variants.ts');
export const { mentionsIn } = await load('server/src/analysis/names/mentions.ts');
export const { isPlainWord } = await load('server/src/lexicon/plain-words.ts');
export const { entitiesOf } = await load('server/src/analysis/names/entities.ts');

export const read = (text) => readStory({ text, format: 'text' });

/** Every place of a name that the text spells in more than one way. */
export const marks = (text, knownDistinct = true) =>
  findVariants(read(text), { knownDistinct }).flatMap((v) => v.spellings.flatMap((s) => s.places));

export const percent = (x) => (Number.isFinite(x) ? x.toFixed(3).replace(/^0/, '') : '–');
