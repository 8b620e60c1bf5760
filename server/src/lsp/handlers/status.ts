// The status of an open draft, for a client that shows one: off, clean, so many findings, or trouble.
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { perParagraph } from '../../document/memo';
import { foreignIn } from '../../document/foreign';
import { isCopy, isProse } from '../../document/role';
import { type Block, isNote, type Problem, type Story } from '../../document/story';
import { type SettingsFault, type Status, statusMethod } from '../protocol/status';
import type { DiagnosticData } from '../protocol/diagnostics';
import { rules } from '../../rules/index';
import { isRead, type Session, type Showing } from '../session';
import { nameOf } from '../settings-changes';
import type { OpenDraft } from '../open-drafts';
import type { Reading } from '../reading';
import { confirmedOf } from './confirmed';
import { inFigures } from './figures';
import { counted, t } from '../words';

/** Tells the client where it asked to be told and something differs from what it was told last. */
export async function tellStatus(session: Session, draft: OpenDraft, showing: Showing): Promise<void> {
  if (session.client.options.status !== true) return;
  const status = await statusOf(session, draft.uri, showing);
  const key = JSON.stringify(status);
  if (draft.toldStatus === key) return;
  draft.toldStatus = key;
  await session.connection.sendNotification(statusMethod, status);
}

async function statusOf(session: Session, uri: string, { reading, items }: Showing): Promise<Status> {
  if (!isRead(reading))
    return { uri, state: reading.fault ? 'trouble' : 'off', findings: 0, message: reading.off, confirmed: [] };
  const problems = reading.record.problems.filter((problem) => !isNote(problem));
  // a note is no trouble, and nothing found in the copy
  const findings = items.length - (reading.record.problems.length - problems.length);
  const faults = [...reading.resolved.problems].flatMap(([file, wrong]) => wrong.map((one) => faultIn(file, one)));
  const silenced = silencedIn(session, uri, reading);
  const known = {
    ...{ uri, findings, ...graveIn(items), figures: await figuresOf(reading) },
    ...(faults.length && { faults }),
    ...(silenced.length && { silenced }),
  };
  const trouble = [...problems.map(({ message }) => message), ...faults.map(({ said }) => said)];
  if (trouble.length) {
    const wasRead = !problems.length;
    return { ...known, state: 'trouble', message: trouble.join('\n'), confirmed: [], ...(wasRead && { wasRead }) };
  }
  const { count, all } = foreignParagraphs(reading.story);
  const state = findings ? 'findings' : all ? 'foreign' : 'clean';
  return { ...known, state, message: foreign(count, all), confirmed: confirmedOf(reading) };
}

/** By files of the folder, and not by the person who reads it. */
function silencedIn({ settings }: Session, uri: string, { resolved }: Reading): string[] {
  if (!resolved.files.length) return [];
  const own = new Set(settings.turnedOff(uri).map(({ rule }) => rule));
  return rules.flatMap(({ id, severity }) =>
    severity === 'error' && !own.has(id) && resolved.settings.rules.get(id)?.severity === 'off' ? [id] : [],
  );
}

/** How many must not run, and how many others are to be put right. What could not be read is neither. */
function graveIn(items: Showing['items']): Pick<Status, 'mustNotRun' | 'toPutRight'> {
  const found = items.filter(({ data }) => (data as DiagnosticData).kind !== 'problem');
  const mustNotRun = found.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
  const toPutRight = found.filter(({ severity }) => severity === DiagnosticSeverity.Warning).length;
  return { ...(mustNotRun && { mustNotRun }), ...(toPutRight && { toPutRight }) };
}

function faultIn(uri: string, { message, line, column }: Problem): SettingsFault {
  const file = nameOf(uri);
  const said = line === undefined ? t('{0}: {1}', file, message) : t('{0}, line {1}: {2}', file, line, message);
  return { uri, file, at: { line: (line ?? 1) - 1, character: (column ?? 1) - 1 }, said };
}

/** Words that a reader takes in a minute. */
const READ_IN_A_MINUTE = 240;

/** Of a draft beyond this, in UTF-16 units, the status counts words only: it is told anew with each key. */
const LONG = 100_000;

const wordsIn = perParagraph(({ text }) => text.split(/\s+/).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length);

/** Counted as a word processor does: what stands between spaces and holds a letter or a figure. */
async function figuresOf({ story, text, judged }: Reading): Promise<string[]> {
  const words = story.blocks.reduce((sum, { role, facts }) => sum + (isCopy(role) ? wordsIn(facts) : 0), 0);
  if (!words) return [];
  const minutes = Math.max(1, Math.round(words / READ_IN_A_MINUTE));
  const long = words === 1 ? t('1 word') : t('{0} words', words.toLocaleString('en'));
  const length = `${long}, ${counted(minutes, 'about 1 minute to read', 'about {0} minutes to read')}`;
  if (text.length > LONG) return [length];
  const { sourcesRecord } = await import('../../records/sources');
  return [length, inFigures(sourcesRecord(story), judged)];
}

function foreignParagraphs(story: Story): { count: number; all: boolean } {
  const paragraphs = (blocks: readonly Block[]): number => blocks.filter(({ role }) => isProse(role)).length;
  const count = paragraphs(foreignIn(story));
  return { count, all: count > 0 && count === paragraphs(story.blocks) };
}

/** What is not English is read for furniture and placeholders only, and the writer is told so. */
function foreign(count: number, all: boolean): string {
  if (!count) return '';
  if (all) return t('This draft is not English: only furniture and placeholders are looked for.');
  return counted(
    count,
    'One paragraph is not English: only furniture and placeholders are looked for there.',
    '{0} paragraphs are not English: only furniture and placeholders are looked for there.',
  );
}
