// The clearances of the open folders: what was decided to be fine, by whom, and whether it still counts. And carrying them along
// where a draft is renamed, or saved for the first time.
import type { CancellationToken, RenameFilesParams } from 'vscode-languageserver';
import { sentencesOf } from '../../document/story';
import { sameClearance, sentenceHash } from '../../engine/clearances';
import { lineIndex } from '../../text/line-index';
import { toFile, toProse } from '../../text/source-map';
import { overlaps, type Span } from '../../text/span';
import { toRange } from '../convert';
import type { ClearedAt, ClearanceDecision } from '../host';
import type { OpenDraft } from '../open-drafts';
import type { ClearanceEntry, ClearanceList } from '../protocol/views';
import type { Reading } from '../reading';
import { isRead, openAt, type Session } from '../session';
import { readingOfFile } from '../unopened';
import { decide } from './decide';

export async function clearances(session: Session, token: CancellationToken): Promise<ClearanceList> {
  const byDraft = new Map<string, ClearedAt[]>();
  for (const one of await standing(session)) byDraft.set(one.uri, [...(byDraft.get(one.uri) ?? []), one]);
  const entries: ClearanceEntry[] = [];
  for (const [uri, lines] of byDraft) {
    if (token.isCancellationRequested) return { entries: [] };
    const reading = await readingOfAny(session, uri);
    let standing: ReadonlyMap<string, Span> | undefined;
    const sentences = () => (standing ??= reading ? sentencesByHash(reading) : new Map());
    for (const line of lines) entries.push(entryOf(line, reading, sentences));
  }
  return { entries };
}

/** Those in the folders' files, then those that only this session knows. */
async function standing({ settings, host }: Session): Promise<ClearedAt[]> {
  const filed = await Promise.all(settings.folders.map((folder) => host.clearances(folder)));
  // folders may share a root
  const once = new Map(filed.flat().map((line) => [JSON.stringify(line), line]));
  const ofSession = [...settings.sessionDecisions()].flatMap(([uri, decisions]) =>
    decisions.flatMap(({ reason, ...clearance }): ClearedAt[] =>
      reason === 'revoked' ? [] : [{ ...clearance, reason, uri, file: uri.replace(/^[^:]*:/, ''), date: '' }],
    ),
  );
  return [...once.values(), ...ofSession];
}

/** Open or not. Nothing where it is gone or no draft any more. */
async function readingOfAny(session: Session, uri: string): Promise<Reading | undefined> {
  const open = openAt(session, uri);
  if (open) {
    const reading = await session.reading(open);
    return isRead(reading) ? reading : undefined;
  }
  return (await readingOfFile(session, uri)).read;
}

/** @param sentences where those of that reading stand, by their hashes: asked for only where nothing is found. */
function entryOf(
  line: ClearedAt,
  reading: Reading | undefined,
  sentences: () => ReadonlyMap<string, Span>,
): ClearanceEntry {
  const { uri, file, rule, class: kind, sentence, occurrence, reason = 'confirmed', initials, date } = line;
  const clearance = { rule, ...(kind !== undefined && { class: kind }), sentence, occurrence };
  const found = reading?.clearedFindings.find((one) => sameClearance(one.clearance, clearance));
  // the sentence is there, though nothing is asked about it now
  const standing = found ? undefined : sentences().get(sentence);
  const at = found?.at ?? standing;
  return {
    ...{ uri, file, rule, reason, date, clearance },
    ...(initials !== undefined && { initials }),
    alive: found !== undefined,
    ...(standing && { standing: true as const }),
    ...(at && reading && { words: sentenceAt(reading, at), range: toRange(lineIndex(reading.text), at) }),
  };
}

/** Where each sentence stands in the file, by the hash that decisions know it by. */
const sentencesByHash = ({ story }: Reading): ReadonlyMap<string, Span> =>
  new Map(
    sentencesOf(story).map(({ start, end }) => [
      sentenceHash(story.prose.slice(start, end)),
      toFile(story.map, { start, end }),
    ]),
  );

/** What is outside all sentences is its own words. */
function sentenceAt({ story, text }: Reading, { start, end }: Span): string {
  const place = { start: toProse(story.map, start), end: toProse(story.map, end) };
  const sentence = sentencesOf(story).find((one) => overlaps(one, place));
  return (sentence ? story.prose.slice(sentence.start, sentence.end) : text.slice(start, end))
    .replace(/\s+/g, ' ')
    .trim();
}

/** What was decided about a draft holds under its new name; the lines of the old name are taken back. */
export async function carryClearances(session: Session, { files }: RenameFilesParams): Promise<void> {
  const { settings, host } = session;
  const before = await standing(session);
  for (const { oldUri, newUri } of files) {
    const [from, to] = [host.canonical(oldUri), host.canonical(newUri)];
    const moved = before.filter(({ uri }) => uri === from || uri.startsWith(`${from}/`));
    for (const uri of new Set(moved.map((line) => line.uri))) {
      const lines = moved.filter((line) => line.uri === uri);
      const decisions = lines.map(({ rule, class: kind, sentence, occurrence, reason, initials }) => ({
        ...{ rule, sentence, occurrence, reason: reason ?? ('confirmed' as const) },
        ...(kind !== undefined && { class: kind }),
        ...(initials !== undefined && { initials }),
      }));
      await move(session, decisions, uri, to + uri.slice(from.length));
    }
  }
  settings.forget();
  session.news();
}

/**
 * A draft that was never saved gets its name by being opened anew and closed as it was: what was cleared in it for the session
 * holds for the draft that has its words now.
 */
export async function carryToSaved(session: Session, closed: OpenDraft): Promise<void> {
  const decisions = session.settings.sessionDecisions().get(closed.uri) ?? [];
  if (!decisions.length || !closed.uri.startsWith('untitled:')) return;
  const words = wordsOf(closed);
  // the one opened last: another may have the same words
  const saved = [...session.drafts.all()].findLast((draft) => wordsOf(draft) === words);
  if (!saved) return;
  await move(session, decisions, closed.uri, saved.uri);
  session.settings.forget();
  session.news();
}

/** Saving may trim lines and end the last one. */
const wordsOf = ({ text }: OpenDraft): string => text.replace(/\s+/g, ' ').trim();

async function move(
  session: Session,
  decisions: readonly ClearanceDecision[],
  from: string,
  to: string,
): Promise<void> {
  await decide(session, to, decisions);
  await decide(
    session,
    from,
    decisions.map((one) => ({ ...one, reason: 'revoked' as const })),
  );
}
