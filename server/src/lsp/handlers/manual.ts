// A rule's manual as Markdown, for the page behind a diagnostic's code. Loaded when the first one is asked for.
import type { Manual, ManualParams } from '../protocol';

/** Nothing where there is no such rule. */
export async function manual({ rule }: ManualParams): Promise<Manual | null> {
  const { docs } = await import('../../rules/docs');
  const markdown = Object.hasOwn(docs, rule) ? docs[rule] : undefined;
  return markdown === undefined ? null : { rule, markdown };
}
