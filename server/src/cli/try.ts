// `copydesk try`: a rule over an archive, before anybody works with it: how often it speaks, and a sample to read.
import * as path from 'node:path';
import { ownRules } from '../config/house-rules';
import { rulesFor, askOnly, type Settings } from '../engine/settings';
import { defaults } from '../rules/option';
import { rules } from '../rules/index';
import type { Rule } from '../rules/rule';
import { visible } from '../report/escape';
import { largestOf, readRegularText } from '../workspace/regular-file';
import { shownAs } from '../workspace/shown-as';
import { slashes } from '../workspace/slashes';
import { type Span, slice } from '../text/span';
import { Trouble } from '../workspace/trouble';
import { answerFor } from '../engine/answer';
import type { Arguments, Flag, Usage } from './arguments';
import { deskFlags, openDesk, type DraftDesk } from './resolve-settings';
import { inputsOf } from './inputs';
import { knownRule } from './known-rule';
import { complain, print } from './output';

/** Places that are shown where nobody says how many. */
const SAMPLE = 20;
/** Places that are remembered to take the sample from. */
const MOST_KEPT = 100_000;

export const usage: Usage = {
  summary: 'Run one rule over an archive: how many hits, and a sample to read.',
  takes: '<rule or page> <archive…>',
  words: [
    ['rule', 'The id of a rule, of the house or of Copydesk.'],
    ['page', 'A page of a house rule, which need not lie in house/ yet.'],
    ['archive', 'Drafts, folders, and patterns in quotation marks.'],
  ],
  flags: {
    config: deskFlags.config as Flag,
    sample: { takes: '<count>', help: `How many places are shown, spread over all. Default: ${SAMPLE}.` },
  },
  examples: [
    ['copydesk try no-tragedy archive', 'what the rule would mark in the folder archive'],
    ["copydesk try drafts/no-tragedy.md 'archive/2025/**/*.txt' --sample 50", 'a rule that is being written'],
  ],
};

/** 0 it was run, 2 something could not be read. */
export async function run(args: Arguments): Promise<number> {
  const [wanted, ...archive] = args.rest;
  if (wanted === undefined || !archive.length)
    throw new Trouble('Name a rule and an archive: copydesk try <rule or page> <archive…>.');
  const most = countOf(args.value('sample'));
  const page = /\.md$/i.test(wanted) ? ruleOfPage(wanted) : undefined;
  const desk = openDesk(args);
  const hits: string[] = [];
  let [drafts, hit, count, words, unread] = [0, 0, 0, 0, false];
  for await (const { file, shown, format, content } of inputsOf({ ...args, rest: archive }, desk)) {
    if (typeof content !== 'string') {
      complain(content.message);
      unread = true;
      continue;
    }
    const place = await desk.at(file);
    const { id, settings } = settingsOf(place, page ?? wanted, visible(shown));
    const story = (await place.reader(format))(content);
    const found = answerFor(story, content, { settings }).record.diagnostics.filter(({ rule }) => rule === id);
    drafts++;
    words += story.prose.split(/\s+/).length;
    hit += found.length ? 1 : 0;
    count += found.length;
    for (const { start, end, line, column } of found)
      if (hits.length < MOST_KEPT) hits.push(`${shown}:${line}:${column}  ${around(content, start, end)}`);
  }
  const id = page?.id ?? wanted;
  const rate = words ? ((count * 10_000) / words).toFixed(1) : '0.0';
  await print(
    `${id}: ${count} ${count === 1 ? 'hit' : 'hits'} in ${hit} of ${drafts} ${drafts === 1 ? 'draft' : 'drafts'}, ${rate} in 10,000 words.\n`,
  );
  const sample = spread(hits, most);
  if (sample.length)
    await print(
      `${sample.length < count ? `${sample.length} of them, spread over all` : 'All of them'}:\n\n${sample.join('\n')}\n`,
    );
  return unread ? 2 : 0;
}

function countOf(value: string | undefined): number {
  if (value !== undefined && !/^\d{1,5}$/.test(value))
    throw new Trouble(`--sample cannot be "${value}". Write a number such as 50.`);
  return value === undefined ? SAMPLE : Number(value);
}

/** The rule of a page that lies anywhere. @throws Trouble with what is wrong with it. */
function ruleOfPage(file: string): Rule {
  const absolute = slashes(path.resolve(file));
  const text = readRegularText(absolute, largestOf.settings, file);
  if (text === undefined) throw new Trouble(`There is no page ${file}. Name a rule's id, or a page that there is.`);
  if (typeof text !== 'string') throw new Trouble(text.message);
  const page = { path: absolute, text };
  const { own, problems } = ownRules({}, () => ({ line: 1, column: 1 }), { path: absolute, pages: [page], rules });
  if (problems.length)
    throw new Trouble(
      problems.map(({ line, message }) => `${shownAs(absolute, process.cwd())}:${line}: ${message}`).join('\n'),
    );
  const [rule] = own;
  if (!rule)
    throw new Trouble(
      `${file} is no page of a rule: it has no head with "kind" and "message". docs/house-rules.md shows one.`,
    );
  return rule;
}

/** Where the draft lies, with that rule alone. @param wanted an id, or a rule that no settings know yet. */
function settingsOf(
  { resolved: { settings } }: DraftDesk,
  wanted: string | Rule,
  shown: string,
): { readonly id: string; readonly settings: Settings } {
  if (typeof wanted === 'string') {
    knownRule(wanted, rulesFor(settings, rules), shown);
    return { id: wanted, settings: { ...settings, rules: askOnly(settings.rules, new Set([wanted])) } };
  }
  const { id, severity, options } = wanted;
  const own = [...(settings.own ?? []).filter((one) => one.id !== id), wanted];
  const set = new Map([...settings.rules, [id, { severity, options: defaults(options) }] as const]);
  return { id, settings: { ...settings, own, rules: askOnly(set, new Set([id])) } };
}

/** As many as are wanted, from the first to the last. */
const spread = (hits: readonly string[], most: number): readonly string[] =>
  hits.length <= most
    ? hits
    : Array.from({ length: most }, (_, i) => hits[Math.floor((i * hits.length) / most)] as string);

/** UTF-16 units shown on each side. */
const BESIDE = 40;

function around(text: string, start: number, end: number): string {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const from = Math.max(line, start - BESIDE);
  const to = Math.min(next < 0 ? text.length : next, end + BESIDE);
  const shown = (part: Span): string => visible(slice(text, part));
  return `${shown({ start: from, end: start })}«${shown({ start, end })}»${shown({ start: end, end: to })}`.trim();
}
