// A rule's manual as Markdown, for the page behind a diagnostic's code, and the pages that manuals lead to. Loaded when the first one
// is asked for.
import { pageOf } from '../../rules/manual-links';
import type { Manual, ManualParams } from '../protocol';

/** Nothing where there is no such rule or page. */
export async function manual({ rule }: ManualParams): Promise<Manual | null> {
  const { docs, pages } = await import('../../rules/docs');
  const page = pageOf(rule);
  const markdown = [docs, pages].map((all) => (Object.hasOwn(all, page) ? all[page] : undefined)).find(Boolean);
  return markdown === undefined ? null : { rule: page, markdown };
}
