// The fields of a file put together as one story, in the order in which the file has them, each word mapped to where it stands there.
import { lineIndex, positionAt } from '../../../text/line-index';
import { compose, type Run, type SourceMap, toFile } from '../../../text/source-map';
import { shift, type Span } from '../../../text/span';
import type { Chunk, Parsed } from '../../draft';
import { type Growing, grow, type MarkupNode } from '../../markup';
import type { Clearing, Problem } from '../../story';
import { faultTold } from '../tags/faults';
import { partData } from '../tags/parts';
import type { Fault } from '../tags/tree';
import type { Field, FieldPart, ReadField, ReadWords, Value } from './field';
import { judgeOf, type Judged } from './judge';
import { noteData } from './notes';

/** @param fields in the order in which they stand in the file. @param fault of the file: nothing in it is changed then. */
export function storyOfFields(
  file: string,
  fields: readonly Field[],
  fault: Fault | undefined,
  readWords: ReadWords,
): Omit<Parsed, 'date' | 'genre' | 'problems'> & { readonly problems: readonly Problem[] } {
  const lines = lineIndex(file);
  const joined: Joined = {
    ...{ parts: [], length: 0, runs: [], chunks: [], texts: [], cleared: [], doubtful: [] },
    root: grow(undefined, 'fixed', { start: 0, end: file.length }, 0),
  };
  const judged: Judged[] = [];
  let bodied = false;
  let deep: Fault | undefined;
  for (const { value, content, part, opens, says } of fields) {
    if (opens) bodied = false;
    const inFile = (at: Span): Span => toFile(value.map, at);
    const lineOf = (at: number): number => positionAt(lines, inFile({ start: at, end: at + 1 }).start).line;
    const read = readWords(value.text, content, lineOf);
    if (read.fault) deep ??= { ...read.fault, at: inFile({ start: read.fault.at, end: read.fault.at + 1 }).start };
    judged.push({ value, judge: read.judge });
    if (!read.chunks.length) continue;
    const chunks = read.chunks.map((chunk) => ({
      ...asPart(chunk, part, read.prose, bodied),
      ...(says && { says }),
      // what a page inside says of its own words is nearer to them
      ...(says?.language !== undefined && !chunk.language && { language: says.language }),
    }));
    bodied ||= part === 'body';
    const [first, ...rest] = chunks;
    put(joined, { ...read, chunks: opens && first ? [{ ...first, opens }, ...rest] : chunks }, value);
  }
  joined.root.prose = { start: 0, end: joined.length };
  const { runs, chunks, texts, cleared, doubtful, parts } = joined;
  return {
    ...{ prose: parts.join('\n'), map: { runs }, chunks, cleared, doubtful, layout: 'blank-lines' },
    problems: fault || !deep ? faultTold(file, fault) : faultTold(file, deep),
    markup: { texts, named: [], judge: () => judgeOf(judged, fault !== undefined) },
  };
}

/** A headline above the copy is told by its kind, as in any format; one below it by its field alone. */
function asPart(chunk: Chunk, part: FieldPart, prose: string, bodied: boolean): Chunk {
  if (part === 'body') return chunk;
  const words = prose.slice(chunk.start, chunk.end);
  if (part === 'headline' && !bodied) return { ...chunk, kind: 'heading' };
  const said =
    part === 'embargo' || part === 'restricted' ? (partData(part, words) ?? noteData(words)) : partData(part, words);
  const kind = part === 'headline' ? 'heading' : 'paragraph';
  return { ...chunk, kind, part: { role: part, data: { ...said, kind: 'field' } } };
}

interface Joined {
  readonly parts: string[];
  readonly runs: Run[];
  readonly chunks: Chunk[];
  readonly texts: Growing[];
  readonly cleared: Clearing[];
  readonly doubtful: Span[];
  readonly root: Growing;
  length: number;
}

type Own = Pick<ReadField, 'prose' | 'map' | 'chunks' | 'root' | 'texts' | 'cleared' | 'doubtful'>;

/** Appends what was read of a value, its offsets made those of the story and the file. */
function put(joined: Joined, own: Own, value: Value): void {
  const base = joined.parts.length ? joined.length + 1 : 0;
  joined.parts.push(own.prose);
  joined.length = base + own.prose.length;
  const through: SourceMap = compose(own.map, value.map);
  for (const run of through.runs) joined.runs.push({ ...run, prose: run.prose + base });
  for (const chunk of own.chunks) joined.chunks.push({ ...chunk, ...shift(chunk, base) });
  for (const one of own.cleared) joined.cleared.push({ ...one, ...shift(one, base) });
  for (const one of own.doubtful) joined.doubtful.push(toFile(value.map, one));
  const known = new Map<MarkupNode, Growing>();
  moved(own.root, joined.root, { value, base, known });
  for (const text of own.texts) joined.texts.push(known.get(text) as Growing);
}

interface Move {
  readonly value: Value;
  readonly base: number;
  readonly known: Map<MarkupNode, Growing>;
}

function moved(node: MarkupNode, parent: Growing, move: Move): void {
  const { value, base, known } = move;
  const { write, apart, keeps, leads } = node;
  const copy = grow(parent, node.kind, toFile(value.map, node), base + node.prose.start, keeps);
  copy.prose = shift(node.prose, base);
  if (apart) copy.apart = apart;
  if (leads) copy.leads = leads;
  if (node.kind === 'text')
    copy.write = (words) => {
      const inner = write ? write(words) : words;
      return inner === undefined ? undefined : value.write(inner);
    };
  known.set(node, copy);
  for (const child of node.children) moved(child, copy, move);
}
