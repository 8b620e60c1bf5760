// Why the desk is silent about a sentence: who stands behind it, that the desk is not sure enough to ask, what was cleared there, and
// what is not looked for at all.
import { whyAt } from '../../analysis/claims/why';
import { foreignIn } from '../../document/foreign';
import { isProse } from '../../document/role';
import type { Story } from '../../document/story';
import { isOn } from '../../engine/settings';
import { inMarkdown } from '../../report/markdown';
import { becameOf, type Judged } from '../../records/judged';
import { type SentenceRecord, sourcesRecord } from '../../records/sources';
import { whyInWords } from '../../report/why';
import { rules } from '../../rules/index';
import { lineIndex } from '../../text/line-index';
import { toProse } from '../../text/source-map';
import { overlaps, type Span } from '../../text/span';
import { toOffset, toRange } from '../convert';
import type { Why, WhyParams } from '../protocol/views';
import { isRead, type Session, type Showing } from '../session';
import type { Reading } from '../reading';
import { later, t } from '../words';

export async function why(session: Session, { uri, position }: WhyParams): Promise<Why | null> {
  const draft = session.drafts.get(uri);
  const showing = draft && (await session.shown(draft));
  if (!showing || !isRead(showing.reading)) return null;
  const { reading } = showing;
  const { story, text } = reading;
  const lines = lineIndex(text);
  const at = toOffset(lines, position, text);
  const record = sourcesRecord(story);
  const sentence = record.sentences.find(({ start, end }) => start <= at && at <= end);
  const here = sentence ?? { start: at, end: at };
  const asked = (sentence && becameOf(reading.judged, record.sentences.indexOf(sentence))) ?? 'notAsked';
  const facts = [
    ...(sentence ? notCopy(story, sentence.block) : [t('No sentence of the story stands here.')]),
    ...(sentence ? claimsOf(story, sentence, t(became[asked])) : []),
    ...(sentence ? weighed(story, toProse(story.map, at)) : []),
    ...turnedOff(reading),
    ...decided(reading, here),
    ...waiting(showing, reading, here),
  ];
  const found = reading.record.diagnostics.filter((one) => overlaps(one, here)).map(({ rule }) => rule);
  const title = found.length
    ? `**${t('The desk is not silent here:')}** ${[...new Set(found)].join(', ')}`
    : `**${t('Why the desk is silent here')}**`;
  return { range: toRange(lines, here), markdown: [title, '', ...facts.map((fact) => `- ${fact}`)].join('\n') };
}

/** What is not read for claims at all. */
function notCopy(story: Story, index: number): string[] {
  const { blocks, genre } = story;
  const block = blocks[index];
  if (!block) return [];
  if (!isProse(block.role)) return [t('This is {0}, not running copy: no source is asked for.', article(block.role))];
  if (foreignIn(story).includes(block))
    return [t('This paragraph is not English: only furniture and placeholders are looked for.')];
  return genre === 'story'
    ? []
    : [t('The draft is read as {0}, whose claims are its own: none is asked about.', article(genre))];
}

/** Its claims, and what answers for each. */
function claimsOf({ blocks }: Story, { block, claims }: SentenceRecord, alone: string): string[] {
  if (!isProse(blocks[block]?.role ?? 'code')) return [];
  if (!claims.length) return [t('No claim of a kind that a desk wants sourced was read here.')];
  return claims.map(({ class: kind, status, why: reason }) =>
    // what spoke against it is told below, with what spoke for it
    status === 'exempt'
      ? t('A claim ({0}), and the desk is not sure enough to ask. Whether it needs a source, it does not say.', kind)
      : `${status === 'sourced' ? t('A claim with somebody behind it') : alone} (${kind}): ${inMarkdown(reason)}.`,
  );
}

/** What the judge makes of the sentence, asked about or not. */
function weighed(story: Story, offset: number): string[] {
  const why = whyAt(story, offset);
  return why ? whyInWords(why).map(inMarkdown) : [];
}

/** Rules that would put the judge's questions, and are off here. */
function turnedOff({ resolved: { settings } }: Reading): string[] {
  const off = rules.filter(({ id, isSourcing, isJudged }) => isSourcing && isJudged && !isOn(settings, id));
  return off.length ? [t('Off here, so that it asks nothing: {0}.', off.map(({ id }) => id).join(', '))] : [];
}

/** What became of a claim that nobody stands behind. */
const became: Readonly<Record<keyof Judged | 'notAsked', string>> = {
  alone: later('A claim that stands alone'),
  cleared: later('A claim that somebody has cleared'),
  notAsked: later('A claim that nobody stands behind, and that is not asked about here'),
};

const article = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word.replace('-', ' ')}`;

/** What a person has decided, in the desk's file or by a comment in the draft. */
function decided({ clearedFindings, story }: Reading, here: Span): string[] {
  const filed = clearedFindings.filter(({ at }) => overlaps(at, here));
  const prose = { start: toProse(story.map, here.start), end: toProse(story.map, here.end) };
  const comments = story.cleared.filter((one) => overlaps(one, prose));
  return [
    ...filed.map(({ rule }) => t('Somebody has cleared what {0} asked here.', rule)),
    ...comments.map(({ rules }) =>
      t('A comment in the draft clears {0} here.', rules.length ? rules.join(', ') : t('every rule')),
    ),
  ];
}

/** Queries on a sentence that is being written. */
function waiting({ items }: Showing, { record, shown }: Reading, here: Span): string[] {
  const visible = new Set(items);
  const waits = record.diagnostics.some(
    (one, i) => overlaps(one, here) && !visible.has(shown[i] as (typeof shown)[number]),
  );
  return waits ? [t('It is being written: the desk waits until the sentence ends.')] : [];
}
