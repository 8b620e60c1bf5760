// Verbs of a house's patterns whose forms follow no rule: whoever writes "sweep~" means "swept" too.
import { Form, inflect } from '../../language/morphology';
import { formsOf } from '../../lexicon/claims/inflect';

/** A verb that stands for its forms. "word~s" is a noun, and "rob~~" says how it is spelled. */
const VERB = /([a-z']+)~([dg]?)(?![~a-z])/;

/** The pattern with such forms beside those that are made by rule: "sweep~" becomes "sweep~|swept". */
export const withIrregular = (pattern: string): string =>
  pattern.replace(/[^ |!?]+/g, (alternative) =>
    VERB.test(alternative) ? spellings(alternative).join('|') : alternative,
  );

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
  return [whole, ...new Set(others)].flatMap((form) => rest.map((behind) => before + form + behind));
}
