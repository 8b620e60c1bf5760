// Comments that do nothing, of a rule that there is not or where no rule has anything to say, and those that do more than their writer
// may think, for nothing ends them. The writer is told, and no more.
import { USELESS_COMMENT } from '../document/formats/comments';
import type { Clearing, Problem, Story } from '../document/story';
import type { Rule } from '../rules/rule';
import { didYouMean } from '../text/nearest';
import { firstWhere, joined, overlapsOne, type Span } from '../text/span';
import { isOn, type Settings } from './settings';

/** A finding that a comment kept from being said. */
export interface Silenced extends Span {
  readonly rule: string;
  readonly class?: string;
}

/** One note a comment, in their order. Where a named rule is off here, the comment may be for another house, and is left. */
export function uselessComments(
  { cleared, problems }: Story,
  silenced: readonly Silenced[],
  settings: Settings,
  rules: readonly Rule[],
): readonly Problem[] {
  const ids = [...new Set([...rules.map(({ id }) => id), ...settings.rules.keys()])];
  const places = placesOf(silenced);
  const behind = countsOf(silenced);
  const byLine = new Map<number, Clearing[]>();
  for (const one of cleared) {
    const known = byLine.get(one.line);
    if (known) known.push(one);
    else byLine.set(one.line, [one]);
  }
  // what the reading of the draft has told of already
  for (const { code, line } of problems) if (code === USELESS_COMMENT && line !== undefined) byLine.delete(line);
  return [...byLine].flatMap(([line, clearings]) => {
    const named = [...new Set(clearings.flatMap((one) => one.rules))];
    const unknown = named.find((id) => !ids.includes(id));
    if (unknown !== undefined)
      return [
        note(
          line,
          `The comment on line ${line} names a rule that there is not, “${unknown}”.${didYouMean(unknown, ids)} Put its name right, or take the comment out.`,
        ),
      ];
    const works = clearings.some(
      (one) => one.rules.some((id) => places(id, one)) || (!one.rules.length && places('', one)),
    );
    if (works) return unended(line, clearings, behind);
    if (!named.every((id) => isOn(settings, id))) return [];
    const who =
      named.length === 1
        ? `${named[0]} has nothing`
        : named.length
          ? 'none of its rules has anything'
          : 'no rule has anything';
    return [note(line, `The comment on line ${line} silences nothing: ${who} to say there. Take it out.`)];
  });
}

/** What a comment that nothing ends keeps from being said, down to the end of the draft. */
function unended(
  line: number,
  clearings: readonly Clearing[],
  behind: ReturnType<typeof countsOf>,
): readonly Problem[] {
  const open = clearings.filter((one) => one.unended);
  if (!open.length) return [];
  const start = Math.min(...open.map((one) => one.start));
  const named = open.every(({ rules }) => rules.length) ? new Set(open.flatMap(({ rules }) => rules)) : [''];
  let count = 0;
  for (const rule of named) count += behind(rule, start);
  if (!count) return [];
  const what = count === 1 ? 'one finding' : `${count} findings`;
  return [
    note(
      line,
      `The comment on line ${line} is never ended, so it silences the rest of the draft, ${what} in all. Put <!-- copydesk-ignore-end --> where it is to end, or write copydesk-ignore-next for one paragraph.`,
    ),
  ];
}

/** Whether a rule, or any where none is named, was silenced in a span. */
function placesOf(silenced: readonly Silenced[]): (rule: string, at: Span) => boolean {
  const known = new Map<string, readonly Span[]>();
  return (rule, at) => {
    let spans = known.get(rule);
    if (!spans) known.set(rule, (spans = joined(silenced.filter((one) => rule === '' || one.rule === rule))));
    return overlapsOne(spans, at);
  };
}

/** How often a rule, or any where none is named, was silenced behind an offset. */
function countsOf(silenced: readonly Silenced[]): (rule: string, start: number) => number {
  const known = new Map<string, readonly number[]>();
  return (rule, start) => {
    let ends = known.get(rule);
    if (!ends) {
      const own = silenced.filter((one) => rule === '' || one.rule === rule);
      known.set(rule, (ends = own.map(({ end }) => end).sort((a, b) => a - b)));
    }
    return ends.length - firstWhere(ends, (end) => end > start);
  };
}

const note = (line: number, message: string): Problem => ({ code: USELESS_COMMENT, line, severity: 'note', message });
