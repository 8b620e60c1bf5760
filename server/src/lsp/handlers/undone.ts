// Fixes that undo one another: which of a draft’s they are, and the one sentence on why nobody made them.
import { type Fixed, fixUntilStable, notWithheld } from '../../engine/fix';
import type { TextEdit } from '../../text/edit';
import type { Reading } from '../reading';
import { isRead, type Session } from '../session';
import { say } from '../say';
import { t } from '../words';

const known = new WeakMap<Reading, Fixed>();

/** What `lint --fix` would make of the draft; found out once a reading. */
export function fixedOf(reading: Reading): Fixed {
  let fixed = known.get(reading);
  if (!fixed) known.set(reading, (fixed = fixUntilStable(reading.text, (text) => reading.lint(text).diagnostics)));
  return fixed;
}

/** Those fixes that no other undoes. Only a house's own forms stand against one another, so a draft without any is not fixed for it. */
export function undisputed<F extends { readonly edits: readonly TextEdit[] }>(
  reading: Reading,
  all: readonly F[],
): F[] {
  if (!reading.resolved.settings.house.glossary.some(({ basis }) => basis === 'house')) return [...all];
  return notWithheld(all, fixedOf(reading).withheld);
}

/** Says it once for each draft as long as it is the same: a draft is saved often. */
export async function tellUndone(session: Session, uri: string): Promise<null> {
  const draft = session.drafts.get(uri);
  const reading = draft && (await session.shown(draft)).reading;
  if (!draft || !reading || !isRead(reading)) return null;
  const [first, ...others] = fixedOf(reading).problems;
  if (!first || draft.toldUndone === first.message) return null;
  draft.toldUndone = first.message;
  const more = others.length === 0 ? '' : ` (${t('Line {0}, and {1} more such.', first.line ?? 1, others.length)})`;
  say(session.connection, `Copydesk: ${first.message}${more}`);
  return null;
}
