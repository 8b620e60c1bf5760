// Hover: on a finding why the desk asks, in the words of the rule's manual; on a name its spellings and the house's form; on any
// sentence who says this, and how we know.
import type { Hover, HoverParams, Position, Range } from 'vscode-languageserver';
import { isProse } from '../../document/role';
import { keyOf } from '../../report/ledger/summary';
import { becameOf, type Judged } from '../../records/judged';
import type { SentenceRecord, SourcesRecord } from '../../records/sources';
import { lineIndex } from '../../text/line-index';
import { toOffset, toRange } from '../convert';
import { withLinks } from '../../rules/manual-links';
import type { Reading } from '../reading';
import { isRead, type Session } from '../session';
import { plain } from '../plain';
import { holds } from '../positions';
import { aboutName } from './hover-name';
import { manual } from './manual';
import { later, t } from '../words';

export async function hover(session: Session, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const draft = session.drafts.get(textDocument.uri);
  if (!draft) return null;
  const { items, reading } = await session.shown(draft);
  if (!isRead(reading)) return null;
  const here = items.filter(({ range, code }) => code !== undefined && holds(range, position));
  const rules = [...new Set(here.map(({ code }) => String(code)))];
  const { own } = (await session.settings.of(textDocument.uri)).resolved.settings;
  // who can show the manual has it a key away, and the question above: no more of it lies over the copy
  const why = session.client.options.manuals
    ? []
    : await Promise.all(rules.map(async (rule) => reason((await manual({ rule }, own))?.markdown)));
  const name = aboutName(reading, position);
  const sentence = await whoSaysThis(reading, position);
  const parts = [...why, name?.markdown, sentence?.markdown].filter(Boolean);
  const range = here[0]?.range ?? name?.range ?? sentence?.range;
  return range && parts.length ? { range, contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') } } : null;
}

/** What the manual's first section says before its first table or example: a hover lies over the copy. The rest is on the page. */
function reason(markdown: string | undefined): string {
  if (!markdown) return '';
  const [title, ...sections] = markdown.split(/^## /m);
  const name = /^# (.*)$/m.exec(title as string)?.[1] ?? '';
  const lines = (sections[0] ?? '').split('\n').slice(1);
  const end = lines.findIndex((line) => /^(?:\||```)/.test(line));
  const body = lines.slice(0, end < 0 ? lines.length : end).join('\n');
  // a link in a manual leads from page to page, and this is none
  return `**${name}**\n\n${withLinks(body.trim(), (words) => words)}`;
}

async function whoSaysThis(
  reading: Reading,
  position: Position,
): Promise<{ markdown: string; range: Range } | undefined> {
  const { story, text } = reading;
  const lines = lineIndex(text);
  const at = toOffset(lines, position, text);
  const { sourcesRecord } = await import('../../records/sources');
  const record = sourcesRecord(story);
  const sentence = record.sentences.find(({ start, end }) => start <= at && at <= end);
  const role = sentence && story.blocks[sentence.block]?.role;
  if (!sentence || !role || !isProse(role)) return undefined;
  const asked = becameOf(reading.judged, record.sentences.indexOf(sentence));
  const facts = ledgerOf(sentence, record, text, asked && t(became[asked]));
  // of a sentence that cites nobody and claims nothing there is nothing to say
  if (!facts.length) return undefined;
  return { markdown: facts.map((fact) => `- ${fact}`).join('\n'), range: toRange(lines, sentence) };
}

/** What the ledger says of one sentence: a fact each, in Markdown. */
function ledgerOf(
  { attributions, coveredBy, claims }: SentenceRecord,
  { sentences, sources }: SourcesRecord,
  text: string,
  alone: string | undefined,
): string[] {
  const quote = (span: { start: number; end: number } | null): string =>
    span ? ` (“${plain(text.slice(span.start, span.end))}”)` : '';
  const known = new Set(sources.map(({ name }) => keyOf(name)));
  const who = (source: SentenceRecord['attributions'][number]['source']): string =>
    source && !known.has(keyOf(source.name))
      ? t('somebody, and it is not clear who (“{0}”)', plain(text.slice(source.start, source.end)))
      : `**${plain(source?.name ?? t('nobody by name'))}**`;
  const cited = attributions.filter(({ narrated }) => !narrated);
  const said = cited.map(({ type, source, cue }) => `${t(types[type])} ${who(source)}${quote(cue)}`);
  const earlier = coveredBy && sentences[coveredBy.sentence];
  const carried = earlier ? [t('Carried from an earlier sentence: {0}{1}', plain(coveredBy.why), quote(earlier))] : [];
  const weighed = claims.flatMap(({ class: kind, status, why }) => {
    const told = status === 'unsourced' ? alone : status === 'sourced' ? t('Claim with a source') : undefined;
    return told ? [`${told}: ${kind}${why && status === 'sourced' ? `, ${plain(why)}` : ''}`] : [];
  });
  return [...said, ...carried, ...weighed];
}

const types: Readonly<Record<SentenceRecord['attributions'][number]['type'], string>> = {
  direct: later('Quoted from'),
  indirect: later('Paraphrased from'),
  mixed: later('Quoted in part from'),
  document: later('From a document:'),
  act: later('An act of speech by'),
  attitude: later('What is thought or felt by'),
};

/** Of a claim that nobody stands behind. */
const became: Readonly<Record<keyof Judged, string>> = {
  alone: later('Claim without a source'),
  cleared: later('Claim that somebody has cleared'),
};
