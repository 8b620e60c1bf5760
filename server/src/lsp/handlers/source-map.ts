// The source map of an open draft, ready to be drawn as a tree: who is cited and where, the claims that stand alone, the names.
import type { CancellationToken } from 'vscode-languageserver';
import { visible } from '../../report/escape';
import { excerpt } from '../../report/excerpt';
import { type LoneClaim, type SourceLine, summaryOf } from '../../report/ledger/summary';
import { type AmbiguousRecord, type EntityRecord, namesRecord } from '../../records/names';
import { eitherOf } from '../../report/name-index/pretty';
import { sourcesRecord } from '../../records/sources';
import { type LineIndex, lineIndex, positionAt } from '../../text/line-index';
import type { Span } from '../../text/span';
import { toRange } from '../convert';
import type { MapEntry, RecordParams, SourcesView } from '../protocol/views';
import { readingOf, type Session } from '../session';
import { later, t } from '../words';

export async function sourceMap(
  session: Session,
  { uri }: RecordParams,
  token: CancellationToken,
): Promise<SourcesView | null> {
  const draft = session.drafts.get(uri);
  const reading = await readingOf(session, uri);
  if (!draft || !reading || token.isCancellationRequested) return null;
  const { story, text, resolved } = reading;
  const record = sourcesRecord(story);
  const { sources, alone, cleared, unclear } = summaryOf(record, text, reading.judged);
  const { entities, ambiguous = [] } = namesRecord(story, resolved.settings.house);
  const place = { text, lines: lineIndex(text), sentences: record.sentences };
  const entries = [
    ...groups.map(([label, holds]) => group('sources', t(label), entriesFor(place, sources.filter(holds)))),
    group(
      'sources',
      t('Not clear who'),
      unclear.map((number) => statement(place, place.sentences[number - 1] as Span)),
    ),
    group('claims', t('Claims that stand alone'), aloneIn(place, alone)),
    group('claims', t('Cleared: somebody said that it is fine'), aloneIn(place, cleared)),
    group('names', t('Names'), [...entities.map(nameEntry(place)), ...ambiguous.map(sharedEntry(place))]),
  ];
  return { uri, version: draft.version, alone: alone.length, entries: entries.filter((one) => one.entries.length) };
}

interface PlaceInText {
  readonly text: string;
  readonly lines: LineIndex;
  readonly sentences: readonly Span[];
}

/** In the order in which a desk would worry least. */
const groups: readonly (readonly [label: string, holds: (source: SourceLine) => boolean])[] = [
  [later('Named sources'), ({ named }) => named === 'yes'],
  [later('Known by role only'), ({ named }) => named === 'by role'],
  [later('Documents'), ({ kind }) => kind === 'document'],
  [later('Other media'), ({ kind }) => kind === 'media'],
  [later('Anonymous sources'), ({ kind }) => kind === 'anonymous'],
  [later('Vague sources'), ({ kind }) => kind === 'vague'],
];

const group = (kind: MapEntry['kind'], label: string, entries: readonly MapEntry[]): MapEntry => ({
  kind,
  label,
  note: String(entries.length),
  entries,
});

const entriesFor = (place: PlaceInText, sources: readonly SourceLine[]): MapEntry[] =>
  sources.map(({ name, cited, sentenceNumbers }) => {
    const statements = sentenceNumbers.map((number) => statement(place, place.sentences[number - 1] as Span));
    return entry('source', name, cited, statements[0]?.range, statements);
  });

const statement = (place: PlaceInText, sentence: Span): MapEntry =>
  spot(place, 'statement', sentence, excerpt(place.text, sentence));

/** A sentence may make several claims: it is one line all the same. */
const aloneIn = (place: PlaceInText, alone: readonly LoneClaim[]): MapEntry[] =>
  [...new Set(alone.map(({ sentence }) => sentence))].map((number) => {
    const sentence = place.sentences[number - 1] as Span;
    const classes = alone.filter((claim) => claim.sentence === number).map((claim) => claim.class);
    const range = toRange(place.lines, sentence);
    return entry('claim', excerpt(place.text, sentence), classes.join(', '), range);
  });

/** A name in one spelling leads to where it stands; one in several, first to its spellings. */
const nameEntry =
  (place: PlaceInText) =>
  ({ preferred, type, variants }: EntityRecord): MapEntry => {
    const spellings = variants.map(({ text, mentions }) => {
      const places = mentions.map((mention) => spot(place, 'mention', mention, around(place, mention)));
      return entry('spelling', visible(text), `${mentions.length}×`, places[0]?.range, places);
    });
    const times = variants.reduce((sum, { mentions }) => sum + mentions.length, 0);
    const only = spellings.length === 1 ? spellings[0] : undefined;
    const forms = only ? `${times}×` : t('{0}× in {1} forms', times, spellings.length);
    const note = type === 'other' ? forms : `${type}, ${forms}`;
    return entry('name', visible(preferred), note, spellings[0]?.range, only ? only.entries : spellings);
  };

/** A surname that two bear, where the story does not tell whose it is. */
const sharedEntry =
  (place: PlaceInText) =>
  ({ text, either, mentions }: AmbiguousRecord): MapEntry => {
    const places = mentions.map((mention) => spot(place, 'mention', mention, around(place, mention)));
    return entry('name', visible(text), visible(eitherOf(either)), places[0]?.range, places);
  };

const entry = (
  kind: MapEntry['kind'],
  label: string,
  note: string,
  range: MapEntry['range'],
  entries: readonly MapEntry[] = [],
): MapEntry => ({ kind, label, note, ...(range && { range }), entries });

const spot = (place: PlaceInText, kind: MapEntry['kind'], at: Span, label: string): MapEntry =>
  entry(kind, label, t('line {0}', positionAt(place.lines, at.start).line), toRange(place.lines, at));

/** UTF-16 units on each side of a name. */
const NEAR = 30;

function around({ text }: PlaceInText, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - NEAR), start).replace(/^[\s\S]*\n|^\S*\s/, '');
  const after = text.slice(end, end + NEAR).replace(/\n[\s\S]*$|\s\S*$/, '');
  return visible(`${before}${text.slice(start, end)}${after}`).trim();
}
