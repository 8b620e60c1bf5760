// Rules as a person names them.
import type { Rule } from '../rules/rule';
import { didYouMean } from '../text/nearest';
import { Trouble } from '../workspace/trouble';

/** @param draft where it is wanted, if that is not here: other rules may hold there. @throws Trouble where there is no such rule. */
export function knownRule(id: string, rules: readonly Rule[], draft?: string): void {
  const ids = rules.map((rule) => rule.id);
  if (ids.includes(id)) return;
  const [there, how] =
    draft === undefined
      ? ['', '']
      : [
          ` for ${draft}`,
          " A house's own holds for drafts below its copydesk.json; for others name its page, house/<id>.md.",
        ];
  throw new Trouble(`There is no rule "${id}"${there}.${didYouMean(id, ids)} "copydesk rules" lists them all.${how}`);
}
