// What an assistant is told that asks the desk about a draft: findings, or who stands behind what, with the words they are about. The
// same records as every view's, shortened to what can be read; nothing is changed by asking.
import { excerpt } from '../../report/excerpt';
import { type SourcesRecord, sourcesRecord } from '../../records/sources';
import type { LintRecord } from '../../engine/diagnostic';
import { lineIndex, positionAt } from '../../text/line-index';
import type { Span } from '../../text/span';
import type { AssistantParams, ForAssistant } from '../protocol/views';
import type { Reading } from '../reading';
import { readingOf, type Session } from '../session';
import { readingOfFile } from '../unopened';

/** As many findings, or sentences, as one answer holds. */
const MOST = 200;

export async function forAssistant(session: Session, { uri, wants }: AssistantParams): Promise<ForAssistant | null> {
  // an open draft as it stands in the editor, another as it lies in its folder
  const open = session.drafts.get(uri) !== undefined;
  const reading = open ? await readingOf(session, uri) : (await readingOfFile(session, uri)).read;
  if (!reading) return null;
  const { text, record, story } = reading;
  const at = placesIn(text);
  return { uri, answer: wants === 'lint' ? findings(record, at) : sources(sourcesRecord(story), reading, at) };
}

type Places = (span: Span) => { readonly line: number; readonly words: string };

function placesIn(text: string): Places {
  const lines = lineIndex(text);
  return (span) => ({ line: positionAt(lines, span.start).line, words: excerpt(text, span) });
}

function findings({ diagnostics, problems }: LintRecord, at: Places): object {
  const told = diagnostics.slice(0, MOST).map((one) => ({
    rule: one.rule,
    kind: one.kind,
    severity: one.severity,
    ...(one.class !== undefined && { class: one.class }),
    ...at(one),
    message: one.message,
    fixes: one.fixes.map(({ title, apply }) => ({ title, apply })),
  }));
  return { findings: told, ...leftOut(diagnostics), problems };
}

/** Sentences that cite somebody or claim something. */
function sources({ sentences, sources: all }: SourcesRecord, { judged }: Reading, at: Places): object {
  const [alone, cleared] = [judged.alone, judged.cleared].map((those) => new Set(those.map((one) => one.sentence)));
  const speaking = sentences.flatMap((sentence, i) => {
    const { attributions, claims, coveredBy } = sentence;
    const cited = attributions.filter(({ narrated }) => !narrated);
    if (!cited.length && !claims.length) return [];
    return {
      ...at(sentence),
      sources: cited.map(({ type, source }) => ({ type, name: source?.name ?? null })),
      ...(coveredBy && { carried: coveredBy.why }),
      claims: claims.map(({ class: kind, status, why }) => ({ class: kind, status, why })),
      ...(alone?.has(i) && { standsAlone: true }),
      ...(cleared?.has(i) && { cleared: true }),
    };
  });
  return {
    sources: all.map(({ name, kind, sentences: those }) => ({ name, kind, sentences: those.length })),
    sentences: speaking.slice(0, MOST),
    ...leftOut(speaking),
  };
}

const leftOut = ({ length }: readonly unknown[]): object => (length > MOST ? { leftOut: length - MOST } : {});
