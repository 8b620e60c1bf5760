// The desk report as a page: how a story stands at a glance, then each part of it as a table.
import { lineIndex, positionAt } from '../../text/line-index';
import type { Span } from '../../text/span';
import { inXml, visible } from '../escape';
import { excerpt } from '../excerpt';
import { findingsTable } from '../html';
import { claimsTable, sourceCells } from '../ledger/html';
import { summaryOf } from '../ledger/summary';
import { pageHead, pageTail, shown, table } from '../page';
import { eitherOf } from '../name-index/pretty';
import type { RecordWriter } from '../sheet';
import type { DeskRecord } from '../../records/desk';
import { strip } from './strip';
import { isUnnamed, sharesOf, unnamedShare, type Weighed, weighedSentences } from './weigh';
import { counted } from '../counted';

/** Makes words of the page lead to their place in the draft. Drawings are left out of the order of the Tab key. */
export type Linked = (span: Span, html: string, drawn?: boolean) => string;

const TITLE = 'Desk report';

/** @param href where a place in the draft is to be found; without it the page leads nowhere. */
export function deskSheet(href?: (span: Span, text: string) => string): RecordWriter<DeskRecord> {
  return {
    head: pageHead(TITLE),
    page(record, path, text) {
      const linked: Linked = (span, html, drawn = false) =>
        href ? `<a href="${inXml(href(span, text))}"${drawn ? ' tabindex="-1"' : ''}>${html}</a>` : html;
      return section(record, path, text, linked);
    },
    tail: pageTail,
  };
}

function section(record: DeskRecord, path: string, text: string, linked: Linked): string {
  const weighed = weighedSentences(record);
  const summary = summaryOf(record, text, record);
  const lines = lineIndex(text);
  const line = (span: Span): string =>
    `<td class="number">${linked(span, String(positionAt(lines, span.start).line))}</td>`;
  const { sources, alone, cleared, unclear } = summary;
  return [
    '<article>',
    `<h2>${shown(visible(path))}</h2>`,
    ...summary.problems.map((message) => `<p class="wrong">${shown(message)}</p>`),
    `<p class="gist">${gist(record, weighed)}</p>`,
    weighed.length ? strip(weighed, text, linked) : '<p>There is no running copy in this draft yet.</p>',
    part('Sources', sources.length ? sourceTable(record, weighed, sources, linked) : '', 'Nobody is cited.'),
    ...(unclear.length ? [part('Not clear who', unclearTable(record, unclear, text, line), '')] : []),
    part(
      'Claims that stand alone',
      alone.length ? claimsTable(alone, linked) : '',
      'None that the desk is sure enough to ask about.',
    ),
    ...(cleared.length ? [part('Cleared: somebody said that it is fine', claimsTable(cleared, linked), '')] : []),
    part('What the desk asks', findingsTable(record.diagnostics, text, linked), 'The desk asks nothing.'),
    part('Names', nameTable(record, line), 'No names.'),
    part('Furniture', furnitureTable(record, text, line), 'None: only copy.'),
    '</article>\n',
  ].join('\n');
}

const part = (title: string, content: string, empty: string): string =>
  `<section>\n<h3>${title}</h3>\n${content || `<p>${empty}</p>`}\n</section>`;

/** The story in four sentences, or five: counts of what stands there, and no word on what is true. */
function gist({ sources, diagnostics }: DeskRecord, weighed: ReturnType<typeof weighedSentences>): string {
  const of = (support: Weighed['support']): number => weighed.filter((sentence) => sentence.support === support).length;
  const [cited, carried, bare] = [of('cited'), of('carried'), of('none')];
  const alone = weighed.filter((sentence) => sentence.alone.length).length;
  const open = weighed.filter((sentence) => sentence.open).length;
  return [
    `${cited || 'None'} of ${counted(weighed.length, 'sentence')} ${cited === 1 ? 'cites' : 'cite'} somebody${goesOn(carried)}; ${bare || 'none'} ${bare === 1 ? 'cites' : 'cite'} nobody.`,
    asks(alone),
    whoTheyAre(sources, weighed),
    open ? `Who speaks in ${open === 1 ? 'one sentence' : `${open} sentences`} is open.` : '',
    diagnostics.length ? `The desk has ${counted(diagnostics.length, 'finding')}.` : 'The desk asks nothing.',
  ]
    .filter(Boolean)
    .join(' ');
}

const goesOn = (carried: number): string =>
  carried ? `, and ${carried} more may go on with what that source said` : '';

const asks = (alone: number): string =>
  alone
    ? `Of ${alone === 1 ? 'one sentence' : `${alone} sentences`} the desk asks whose claim it is.`
    : 'The desk is not sure enough of any claim to ask whose it is.';

/** Whether readers are told who the sources are: by name, by what they are only, or not at all. */
function whoTheyAre(sources: DeskRecord['sources'], weighed: ReturnType<typeof weighedSentences>): string {
  const { length } = sources;
  const unnamed = sources.filter(({ kind }) => isUnnamed(kind)).length;
  const byRole = sources.filter((source) => source.byRole).length;
  if (!length) return 'Nobody is cited.';
  if (unnamed)
    return `Readers cannot tell who ${unnamed} of ${counted(length, 'source')} ${unnamed === 1 ? 'is' : 'are'}: ${percent(unnamedShare(weighed))} of the copy with a source rests on ${unnamed === 1 ? 'that' : 'them'} alone.`;
  if (byRole === length)
    return `${length === 1 ? 'The one source is' : `All ${length} sources are`} known by role only.`;
  if (byRole) return `Of ${length} sources ${byRole} ${byRole === 1 ? 'is' : 'are'} known by role only.`;
  return `Readers are told who ${length === 1 ? 'the one source is' : `each of the ${length} sources is`}.`;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** The heaviest first; among equals as the story cites them. */
function sourceTable(
  record: DeskRecord,
  weighed: ReturnType<typeof weighedSentences>,
  lines: ReturnType<typeof summaryOf>['sources'],
  linked: Linked,
): string {
  const shares = sharesOf(weighed);
  const rows = record.sources
    .map(({ name }, i) => ({ share: shares.get(name) ?? 0, line: lines[i] as (typeof lines)[number] }))
    .sort((a, b) => b.share - a.share);
  return table(
    'Sources by how much of the copy that has a source rests on them',
    ['Who', '!Share', '', 'Kind', 'How cited', 'Lines'],
    rows.map(
      // first what the order is by: beside a side bar the last columns are out of sight
      ({ line, share }) => sourceCells(line, `<td class="number">${percent(share)}</td><td>${bar(share)}</td>`, linked),
    ),
  );
}

const unclearTable = (
  { sentences }: DeskRecord,
  numbers: readonly number[],
  text: string,
  line: (span: Span) => string,
): string =>
  table(
    'Somebody is cited, and it could be either of two, or anybody',
    ['!Line', 'Words'],
    numbers.flatMap((number) => {
      const sentence = sentences[number - 1];
      return sentence ? [`${line(sentence)}<td>${shown(excerpt(text, sentence))}</td>`] : [];
    }),
  );

const bar = (share: number): string =>
  `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="plain" width="100" height="10"/><rect class="named" width="${Math.round(share * 100)}" height="10"/></svg>`;

function nameTable({ entities, ambiguous = [] }: DeskRecord, line: (span: Span) => string): string {
  if (!entities.length) return '';
  const shared = ambiguous.map(
    ({ text, either, mentions }) => `<p>${shown(visible(`${text} ${mentions.length}×: ${eitherOf(either)}`))}.</p>`,
  );
  const names = table(
    'Names in order of their first mention, with every form that stands in the story',
    ['!Line', 'Name', 'Type', 'Forms'],
    entities.map(({ preferred, type, variants }) => {
      const forms = variants.map((v) => `${shown(visible(v.text))} ${v.mentions.length}×`).join(', ');
      const first = variants[0]?.mentions[0] ?? { start: 0, end: 0 };
      return `${line(first)}<th scope="row">${shown(visible(preferred))}</th><td>${inXml(type)}</td><td>${forms}</td>`;
    }),
  );
  return [names, ...shared].join('\n');
}

function furnitureTable({ parts }: DeskRecord, text: string, line: (span: Span) => string): string {
  const furniture = parts.filter((one) => one.furniture);
  if (!furniture.length) return '';
  return table(
    'What stands round the copy: some of it runs, some must not',
    ['!Line', 'Part', 'Words'],
    furniture.map((one) => `${line(one)}<td>${inXml(one.role)}</td><td>${shown(excerpt(text, one))}</td>`),
  );
}
