// Verbs of a house's patterns whose forms follow no rule: whoever writes "sweep~" means "swept" too.
import { Form, inflect } from '../../language/morphology';
import { formsOf } from '../../lexicon/claims/inflect';

/** A verb that stands for its forms. "word~s" is a noun, and "rob~~" says how it is spelled. */
const VERB = /(?<![a-z'])([a-z']+)~([dg]?)(?![~a-z])/;

/** Ways to write one alternative: more verbs in one phrase are found in the forms that are made by rule. */
const MOST_SPELLINGS = 64;

/** The pattern with such forms beside those that are made by rule: "sweep~" becomes "sweep~|swept". */
export const withIrregular = (pattern: string): string =>
  pattern.replace(/[^ |!?]+/g, (alternative) => spellings(alternative).join('|'));

/** One by one, since each word of a phrase may be a verb. */
function spellings(alternative: string): readonly string[] {
  const found = VERB.exec(alternative);
  if (!found) return [alternative];
  const [whole, lemma = '', which = ''] = found;
  const byRule = new Set(formsOf(whole));
  const meant = which === 'd' ? Form.past | Form.participle : which === 'g' ? Form.ing : ~0;
  const others = inflect(lemma).flatMap(([form, is]) => (is & meant && !byRule.has(form) ? [form] : []));
  const before = alternative.slice(0, found.index);
  const rest = spellings(alternative.slice(found.index + whole.length));
  const all = [whole, ...new Set(others)];
  const forms = all.length * rest.length > MOST_SPELLINGS ? [whole] : all;
  return forms.flatMap((form) => rest.map((behind) => before + form + behind));
}
