// The schema of a house's own rules, in copydesk.json and at the head of a page in `house/` alike.
import * as v from 'valibot';
import { type HouseRuleEntry, quotations, scopes } from '../rules/as-data/spec';
import { categories, severities } from '../rules/severity';

const text = v.pipe(v.string(), v.nonEmpty());
const texts = (description: string) => v.optional(v.pipe(v.array(text), v.description(description)));

export const houseRule = v.strictObject({
  kind: v.pipe(
    v.picklist(['fix', 'query']),
    v.description('fix: something is to be put right. query: the writer is asked.'),
  ),
  message: v.pipe(
    text,
    v.description(
      'What the writer reads: what is wrong, why, what to do. {found} stands for the words in the copy, {replacement} for what the house writes.',
    ),
  ),
  severity: v.optional(
    v.pipe(
      v.picklist([...severities, 'off']),
      v.description('How much it weighs. Default: warning of a fix, information of a query.'),
    ),
  ),
  summary: v.optional(v.pipe(text, v.description('One sentence for tables and menus. Default: the message.'))),
  category: v.optional(v.pipe(v.picklist(categories), v.description('Where it is listed. Default: style.'))),
  phrases: texts('Words and phrases to look for.'),
  replace: v.optional(
    v.pipe(
      v.record(text, v.union([v.string(), v.pipe(v.array(text), v.nonEmpty())])),
      v.description(
        'Phrases to look for, and what the house writes for each, or several to choose from: { "in order to": "to" }.',
      ),
    ),
  ),
  patterns: texts('Patterns to look for, in the language of docs/house-rules.md.'),
  exceptions: texts('Phrases in which the rule is silent.'),
  classes: v.optional(
    v.pipe(
      v.record(text, v.array(text)),
      v.description('Classes of words of its own, by the name that its patterns have for them.'),
    ),
  ),
  scope: v.optional(
    v.pipe(
      v.union([v.picklist(scopes), v.array(v.picklist(scopes))]),
      v.description(
        'Parts of a story that it keeps to: headline, subhead, lead (the first paragraph), body (every paragraph), caption, table. Default: all of them.',
      ),
    ),
  ),
  quotations: v.optional(
    v.pipe(
      v.picklist(quotations),
      v.description('Words outside quotation marks are meant (default), inside, or anywhere.'),
    ),
  ),
  case: v.optional(
    v.pipe(v.picklist(['any', 'exact']), v.description('exact: letters as the phrase has them. Default: any.')),
  ),
  replacement: v.optional(
    v.pipe(
      v.string(),
      v.description('What the house writes instead of each phrase or pattern; empty to take the words out.'),
    ),
  ),
  bulk: v.optional(
    v.pipe(v.boolean(), v.description('Fix All and --fix put the replacement there unseen though it is another word.')),
  ),
  manual: v.optional(
    v.pipe(text, v.description('Why the house asks, in Markdown: for the hover and "copydesk explain".')),
  ),
}) satisfies v.GenericSchema<unknown, HouseRuleEntry>;

/** What `houseRules` may hold. */
export const houseRules = v.pipe(
  v.record(v.string(), houseRule),
  v.description("Rules of the house's own, by id; a page in the folder house/ beside this file is one too."),
);
