// The status of an open draft, for a client that shows one: off, clean, so many findings, or trouble.
import { isNote } from '../../document/story';
import { type Status, statusMethod } from '../protocol';
import { isRead, type Session, type Showing } from '../session';
import type { OpenDraft } from '../open-drafts';
import { confirmedOf } from './confirmed';

/** Tells the client where it asked to be told and something differs from what it was told last. */
export async function tellStatus(session: Session, draft: OpenDraft, showing: Showing): Promise<void> {
  if (session.client.options.status !== true) return;
  const status = statusOf(draft.uri, showing);
  const key = JSON.stringify(status);
  if (told.get(draft) === key) return;
  told.set(draft, key);
  await session.connection.sendNotification(statusMethod, status);
}

const told = new WeakMap<OpenDraft, string>();

function statusOf(uri: string, { reading, items }: Showing): Status {
  if (!isRead(reading))
    return { uri, state: reading.fault ? 'trouble' : 'off', findings: 0, message: reading.off, confirmed: [] };
  const problems = reading.record.problems.filter((problem) => !isNote(problem));
  // a note is no trouble, and nothing found in the copy
  const findings = items.length - (reading.record.problems.length - problems.length);
  const settings = [...reading.resolved.problems.values()].flat();
  const trouble = [...problems, ...settings].map(({ message }) => message);
  if (trouble.length) return { uri, state: 'trouble', findings, message: trouble.join('\n'), confirmed: [] };
  const state = findings ? 'findings' : 'clean';
  return { uri, state, findings, message: foreign(reading.story.blocks), confirmed: confirmedOf(reading) };
}

/** What is not English is read for furniture only, and the writer is told so. */
function foreign(blocks: readonly { readonly facts: { readonly language: string } }[]): string {
  const count = blocks.filter(({ facts }) => facts.language !== 'en' && facts.language !== 'und').length;
  if (!count) return '';
  return count === 1
    ? 'One paragraph is not English: only furniture is looked for there.'
    : `${count} paragraphs are not English: only furniture is looked for there.`;
}
