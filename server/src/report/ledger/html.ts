// The ledger as a page of its own.
import type { Span } from '../../text/span';
import { visible } from '../escape';
import { pageHead, pageTail, shown, table } from '../page';
import type { RecordWriter } from '../sheet';
import type { SourcesRecord } from '../../records/sources';
import { type LoneClaim, type SourceLine, summaryOf } from './summary';

export const htmlLedger: RecordWriter<SourcesRecord> = {
  head: pageHead('Who says what'),
  page(record, path, text) {
    const { counts, sources, alone, problems } = summaryOf(record, text);
    return [
      '<section>',
      `<h2>${shown(visible(path))}</h2>`,
      `<p>${counts}</p>`,
      ...problems.map((message) => `<p class="wrong">${shown(message)}</p>`),
      ...(sources.length ? [cited(sources)] : []),
      ...(alone.length ? [`<h3>Nobody stands behind</h3>\n${claimsTable(alone)}`] : []),
      '</section>\n',
    ].join('\n');
  },
  tail: pageTail,
};

const cited = (sources: readonly SourceLine[]): string =>
  table(
    'Sources, in the order in which the story cites them',
    ['Who', 'Kind', 'How cited', 'Lines'],
    sources.map((one) => sourceCells(one)),
  );

type Linked = (span: Span, html: string) => string;

const unlinked: Linked = (_, html) => html;

/** @param behindName cells of the page's own. Few columns: beside a draft a page is 500 px wide. */
export const sourceCells = (s: SourceLine, behindName = '', linked = unlinked): string =>
  `<th scope="row">${shown(s.name)}</th>${behindName}<td${s.named === 'no' ? ' class="no"' : ''}>${s.shownKind}</td><td>${s.cited}</td><td>${s.places.map((place) => linked(place, String(place.line))).join(', ')}</td>`;

export const claimsTable = (alone: readonly LoneClaim[], linked = unlinked): string =>
  table(
    'Claims of a kind that a desk wants sourced',
    ['!Line', 'Claim', 'Words'],
    alone.map(
      (c) => `<td class="number">${linked(c, String(c.line))}</td><td>${c.class}</td><td>${shown(c.words)}</td>`,
    ),
  );
