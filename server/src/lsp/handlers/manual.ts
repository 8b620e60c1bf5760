// A rule's manual as Markdown, for the page behind a diagnostic's code, and the pages that manuals lead to. Loaded when the first one
// is asked for.
import { pageOf } from '../../rules/manual-links';
import type { Rule } from '../../rules/rule';
import type { Manual, ManualParams } from '../protocol/views';
import type { Session } from '../session';

/** Nothing where there is no such rule or page. @param own the house's rules that it may be one of. */
export async function manual({ rule }: ManualParams, own: readonly Rule[] = []): Promise<Manual | null> {
  const { manualOf } = await import('../../rules/manual');
  const { pages } = await import('../../rules/docs');
  const page = pageOf(rule);
  const markdown = (Object.hasOwn(pages, page) && pages[page]) || (await manualOf(page, own));
  return markdown ? { rule: page, markdown } : null;
}

/** The house's own where the draft lies; where nobody says which draft, those of the first open one that has such a rule. */
export async function ownRules({ settings, drafts }: Session, { rule, uri }: ManualParams): Promise<readonly Rule[]> {
  const draft = uri === undefined ? undefined : drafts.get(uri);
  for (const one of draft ? [draft] : drafts.all()) {
    const { own } = (await settings.of(one.uri)).resolved.settings;
    if (own?.some(({ id }) => id === pageOf(rule))) return own;
  }
  return [];
}
