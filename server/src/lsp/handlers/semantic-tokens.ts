// Semantic tokens: what only a reading of the whole story knows. Who is cited, the words that cite, what is quoted, who is named;
// headlines, datelines and other furniture have a shape, and a grammar colours those.
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensLegend,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { attributionsIn } from '../../analysis/attribution/story';
import { entitiesOf } from '../../analysis/names/entities';
import { isCopy } from '../../document/role';
import type { Story } from '../../document/story';
import { lineIndex, positionAt } from '../../text/line-index';
import type { Run } from '../../text/source-map';
import { byPosition, type Span, shift } from '../../text/span';
import { toOffset } from '../convert';
import type { Reading } from '../reading';
import { readingOf, type Session } from '../session';

/** Where spans share words the later type wins: a client shows one for each place. */
const types = ['quotation', 'name', 'cue', 'source'] as const;
type Type = (typeof types)[number];

/** Declared for VS Code in package.json, with the scopes to fall back on where a theme knows none of these. */
export const legend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [] };

export async function semanticTokens(
  session: Session,
  { textDocument }: SemanticTokensParams,
): Promise<SemanticTokens> {
  const reading = await wanted(session, textDocument.uri);
  return reading ? encoded(reading, { start: 0, end: reading.text.length }) : { data: [] };
}

export async function semanticTokensInRange(
  session: Session,
  { textDocument, range }: SemanticTokensRangeParams,
): Promise<SemanticTokens> {
  const reading = await wanted(session, textDocument.uri);
  if (!reading) return { data: [] };
  const lines = lineIndex(reading.text);
  const [start, end] = [range.start, range.end].map((at) => toOffset(lines, at, reading.text)) as [number, number];
  return encoded(reading, { start, end });
}

const wanted = async (session: Session, uri: string): Promise<Reading | undefined> =>
  (await session.settings.of(uri)).own.colours ? readingOf(session, uri) : undefined;

/** @param wanted in the file: what shares a character with it. */
function encoded({ story, text }: Reading, wanted: Span): SemanticTokens {
  const lines = lineIndex(text);
  const builder = new SemanticTokensBuilder();
  for (const { start, end, type } of inFile(layersOf(story), story.map.runs)) {
    if (end <= wanted.start || start >= wanted.end) continue;
    const { line, column } = positionAt(lines, start);
    builder.push(line - 1, column - 1, end - start, types.indexOf(type), 0);
  }
  return builder.build();
}

interface Typed extends Span {
  readonly type: Type;
}

/** The types laid over one another, in order and apart. Prose offsets. */
function layersOf(story: Story): Typed[] {
  const spans = spansOf(story);
  // 0: nothing; else the type's place from 1
  const layers = new Uint8Array(story.prose.length);
  types.forEach((type, i) => {
    // each character once for each type, however many spans lie over one another
    let painted = 0;
    for (const { start, end } of spans[type].sort(byPosition)) {
      layers.fill(i + 1, Math.max(start, painted), Math.max(end, painted));
      painted = Math.max(painted, end);
    }
  });
  const found: Typed[] = [];
  for (let start = 0; start < layers.length; ) {
    let end = start + 1;
    while (end < layers.length && layers[end] === layers[start]) end++;
    const type = types[(layers[start] as number) - 1];
    if (type) found.push({ start, end, type });
    start = end;
  }
  return found;
}

function spansOf(story: Story): Record<Type, Span[]> {
  const attributions = attributionsIn(story);
  return {
    quotation: story.blocks
      .filter(({ role }) => isCopy(role))
      .flatMap(({ start, facts }) => facts.quotations.map((quotation) => shift(quotation, start))),
    name: entitiesOf(story).flatMap(({ mentions }) => [...mentions]),
    cue: attributions.flatMap(({ cue }) => cue ?? []),
    source: attributions.flatMap(({ source }) => source ?? []),
  };
}

/** The same in the file: only its own characters, so that a token ends with its line and leaves markup out. */
function* inFile(typed: readonly Typed[], runs: readonly Run[]): Iterable<Typed> {
  let at = 0;
  for (const { start, end, type } of typed) {
    for (; at < runs.length; at++) {
      const { prose, file, length } = runs[at] as Run;
      const from = Math.max(start, prose);
      const to = Math.min(end, prose + length);
      if (from < to) yield { start: from - prose + file, end: to - prose + file, type };
      // the next one may go on in this run
      if (prose + length > end) break;
    }
  }
}
