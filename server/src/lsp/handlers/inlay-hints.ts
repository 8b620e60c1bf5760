// Inlay hints: whom "he" means, and who still stands behind a sentence that names nobody. Off unless a person asks for them.
import { type CancellationToken, type InlayHint, type InlayHintParams, InlayHintKind } from 'vscode-languageserver';
import { attributionsIn } from '../../analysis/attribution/story';
import { coverOf } from '../../analysis/carry/carry';
import { voicesOf } from '../../analysis/voices';
import { speakersOf } from '../../analysis/speakers/resolve';
import type { Story } from '../../document/story';
import { lineIndex } from '../../text/line-index';
import { toFile } from '../../text/source-map';
import { toOffset, toRange } from '../convert';
import { readingOf, type Session } from '../session';
import { t } from '../words';

export async function inlayHints(
  session: Session,
  { textDocument: { uri }, range }: InlayHintParams,
  token: CancellationToken,
): Promise<InlayHint[]> {
  if (!session.drafts.get(uri) || !(await session.settings.of(uri)).own.inlayHints) return [];
  const reading = await readingOf(session, uri);
  if (!reading || token.isCancellationRequested) return [];
  const { story, text } = reading;
  const lines = lineIndex(text);
  const from = toOffset(lines, range.start, text);
  const to = toOffset(lines, range.end, text);
  const hints: InlayHint[] = [];
  for (const { behind, label, tooltip } of [...meant(story), ...carried(story)]) {
    const at = toFile(story.map, { start: behind - 1, end: behind }).end;
    if (at < from || at > to) continue;
    const position = toRange(lines, { start: at, end: at }).start;
    hints.push({ position, label, tooltip, kind: InlayHintKind.Type, paddingLeft: true });
  }
  return hints;
}

interface Hint {
  /** Prose offset behind the last character that it is about. */
  readonly behind: number;
  readonly label: string;
  readonly tooltip: string;
}

/** Behind each pronoun that somebody is cited by. */
function meant(story: Story): Hint[] {
  const speakers = speakersOf(story);
  return attributionsIn(story).flatMap(({ source }, i): Hint[] => {
    const speaker = speakers[i];
    if (!source || speaker?.kind !== 'pronoun' || speaker.resolved === 'pronoun') return [];
    if (speaker.either) {
      const both = speaker.either.join(t(' or '));
      return [{ behind: source.end, label: `(${both}?)`, tooltip: t('It could mean {0}: {1}.', both, speaker.reason) }];
    }
    if (!speaker.name) return [];
    const { name, reason, rivals } = speaker;
    const others = rivals?.length ? t(' It could also mean {0}.', rivals.join(t(' or '))) : '';
    return [
      {
        behind: source.end,
        label: `(${name}${others && '?'})`,
        tooltip: t('Read as {0}: {1}.{2}', name, reason, others),
      },
    ];
  });
}

/** Behind each sentence that an attribution in another one covers. The arrow points to where that stands. */
function carried(story: Story): Hint[] {
  const voices = voicesOf(story);
  const covers = coverOf(story);
  return voices.flatMap(({ at, reports, prose }, i): Hint[] => {
    const cover = covers[i];
    if (!cover || reports.length || !prose) return [];
    const name = voices[cover.sentence]?.reports.find(({ speaker }) => speaker.name)?.speaker.name;
    if (!name) return [];
    const arrow = cover.sentence < i ? '←' : '→';
    return [{ behind: at.end, label: `${arrow} ${name}`, tooltip: t('Carried from {0}: {1}.', name, cover.why) }];
  });
}
