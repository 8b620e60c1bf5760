// What numbers of one paragraph have wrong among themselves.
import { clockPairsOf } from '../../analysis/dates/clock-pairs';
import { type Change, changesOf } from '../../analysis/numbers/changes';
import { divisionsOf } from '../../analysis/numbers/parts';
import { partsBehindOf } from '../../analysis/numbers/parts-behind';
import { gainsThatDiffer } from '../../analysis/numbers/gains';
import { sumsWithoutScale } from '../../analysis/numbers/lost-scale';
import { malformedNumbers, measuresThatDiffer } from '../../analysis/numbers/measures';
import { yearsThatDiffer } from '../../analysis/numbers/years-between';
import { intervalsThatDiffer } from '../../analysis/numbers/intervals';
import { leadsThatFight } from '../../analysis/numbers/leads';
import { listsInLineOf } from '../../analysis/numbers/lists-in-line';
import { spansThatDiffer } from '../../analysis/numbers/lives';
import { marginsThatDiffer } from '../../analysis/numbers/margins';
import { impossibleShares, sharesOf } from '../../analysis/numbers/shares';
import { sharesThatDiffer } from '../../analysis/numbers/shares-of-counts';
import { placesThatFight } from '../../analysis/numbers/two-ordinals';
import { totalsBehindOf } from '../../analysis/numbers/totals-behind';
import { ballotsOf } from '../../analysis/numbers/votes';
import type { Block } from '../../document/story';
import type { Span } from '../../text/span';
import type { Finding } from '../rule';
import { clock, rounded, spanAt, wrongCount } from './in-words';

/** Whatever a paragraph with a number in it has wrong. */
export function faultsIn(block: Block): readonly Finding[] {
  const found: Finding[] = [];
  for (const look of looks) look(block, found);
  return found;
}

const looks = [
  wrongSums,
  moreThanAll,
  moreThanWhole,
  wrongChanges,
  wrongCountsInLine,
  wrongClocks,
  wrongMeasures,
  wrongYears,
  wrongIntervals,
  lostScales,
  wrongShares,
  wrongSpans,
  wrongGains,
  wrongMargins,
  wrongPlaces,
  wrongLeads,
] as const;

function wrongSums({ start, facts }: Block, found: Finding[]): void {
  for (const divisions of [divisionsOf, partsBehindOf, totalsBehindOf, ballotsOf])
    for (const { total, parts, sum, agrees } of divisions(facts)) {
      if (agrees) continue;
      found.push({
        ...spanAt(start, total),
        message: `The parts make ${sum}, not ${total.value}: ${parts.map(({ value }) => value).join(' + ')}. Check the total and each part.`,
        related: parts.map((part) => ({ ...spanAt(start, part), message: 'One of the parts' })),
      });
    }
}

function moreThanAll({ start, facts }: Block, found: Finding[]): void {
  for (const { parts, sum, most } of sharesOf(facts)) {
    const [first] = parts;
    if (!first || sum <= most) continue;
    found.push({
      ...spanAt(start, first),
      message: `The shares come to ${sum} percent: ${parts.map(({ value }) => value).join(' + ')}. That is more than rounding explains; check each of them.`,
      related: parts.map((part) => ({ ...spanAt(start, part), message: 'One of the shares' })),
    });
  }
}

function moreThanWhole({ start, facts }: Block, found: Finding[]): void {
  for (const share of impossibleShares(facts))
    found.push({
      ...spanAt(start, share),
      message: `${share.value} percent is more than all there are. Check the figure, and what it is a share of.`,
    });
}

function wrongClocks({ start, facts }: Block, found: Finding[]): void {
  for (const { told, again, agrees, meant } of clockPairsOf(facts)) {
    if (agrees) continue;
    const [one, other] = [told, again].map((time) => facts.text.slice(time.start, time.end));
    found.push({
      ...spanAt(start, again),
      message:
        meant === undefined
          ? `${one} and ${other} cannot be the same hour: no two clocks differ so. Check both.`
          : `${one} is ${clock(meant)} ${again.zone}, not ${other}. Check both hours and the zone.`,
      related: [{ ...spanAt(start, told), message: 'The same hour on another clock' }],
    });
  }
}

function wrongShares({ start, facts }: Block, found: Finding[]): void {
  for (const { part, whole, share, real } of sharesThatDiffer(facts))
    found.push({
      ...spanAt(start, share),
      message: `${part.value} of ${whole.value} is ${rounded(real)} percent, not ${share.value}. Check all three numbers.`,
      related: [part, whole].map((one) => ({ ...spanAt(start, one), message: 'One of the counts' })),
    });
}

function wrongSpans({ start, facts }: Block, found: Finding[]): void {
  for (const { from, to, told } of spansThatDiffer(facts))
    found.push({
      ...spanAt(start, told ?? to),
      message: told
        ? `From ${from.value} to ${to.value} is ${to.value - from.value} years, not ${told.value}. Check both years and the number.`
        : `${to.value} comes before ${from.value}. Check both years.`,
      related: [from, to]
        .filter((year) => year !== (told ?? to))
        .map((year) => ({ ...spanAt(start, year), message: 'One of the years' })),
    });
}

function wrongMeasures({ start, facts }: Block, found: Finding[]): void {
  for (const { told, again, meant } of measuresThatDiffer(facts)) {
    const [one, other] = [told, again].map(
      (measure) => `${facts.text.slice(measure.start, measure.end)} ${measure.unit}`,
    );
    found.push({
      ...spanAt(start, again),
      message: `${one} is ${meant} ${again.unit}, not ${other}. Check both numbers and their units.`,
      related: [{ ...spanAt(start, told), message: 'The same measure in another unit' }],
    });
  }
  for (const span of malformedNumbers(facts))
    found.push({
      ...spanAt(start, span),
      message: `${facts.text.slice(span.start, span.end)} is no number: its groups are not of three. Check its zeros.`,
    });
}

function wrongYears({ start, facts }: Block, found: Finding[]): void {
  for (const { told, from, to } of yearsThatDiffer(facts))
    found.push({
      ...spanAt(start, told),
      message: `From ${from.year} to ${to.year} is ${Math.abs(to.year - from.year)} years, not ${told.value}. Check both years and the number.`,
      related: [from, to].map((year) => ({ ...spanAt(start, year), message: 'One of the years' })),
    });
}

function wrongIntervals({ start, facts }: Block, found: Finding[]): void {
  for (const { told, from, to, real } of intervalsThatDiffer(facts)) {
    const [one, other, written] = [from, to, told].map((span) => facts.text.slice(span.start, span.end));
    found.push({
      ...spanAt(start, told),
      message: `Between ${one} and ${other} lie ${real} minutes, not ${written}. Check both hours and the interval.`,
      related: [from, to].map((time) => ({ ...spanAt(start, time), message: 'One of the hours' })),
    });
  }
}

function lostScales({ start, facts }: Block, found: Finding[]): void {
  for (const span of sumsWithoutScale(facts))
    found.push({
      ...spanAt(start, span),
      message: `${facts.text.slice(span.start, span.end)} stands among millions. Check whether “million” or “billion” is missing.`,
    });
}

function wrongGains({ start, facts }: Block, found: Finding[]): void {
  for (const { before, change, now, lost, real } of gainsThatDiffer(facts))
    found.push({
      ...spanAt(start, before),
      message: `${change.value} ${lost ? 'fewer' : 'more'} that leave ${now.value} make ${real} before, not ${before.value}. Check all three numbers.`,
      related: [change, now].map((one) => ({ ...spanAt(start, one), message: 'One of the numbers' })),
    });
}

function wrongMargins({ start, facts }: Block, found: Finding[]): void {
  for (const { told, times, real } of marginsThatDiffer(facts)) {
    const [one, other] = times.map((time) => facts.text.slice(time.start, time.end));
    found.push({
      ...spanAt(start, told),
      message: `Between ${one} and ${other} lie ${rounded(real)} seconds, not ${facts.text.slice(told.start, told.end)}. Check both times and the margin.`,
      related: times.map((time) => ({ ...spanAt(start, time), message: 'One of the times' })),
    });
  }
}

function wrongPlaces({ start, facts }: Block, found: Finding[]): void {
  for (const { told, again } of placesThatFight(facts)) {
    const [one, other] = [told, again].map((place) => facts.text.slice(place.start, place.end));
    found.push({
      ...spanAt(start, again),
      message: `It is of the ${one} and in the ${other} at once. Check which ${told.row} it was.`,
      related: [{ ...spanAt(start, told), message: 'The other place' }],
    });
  }
}

function wrongLeads({ start, facts }: Block, found: Finding[]): void {
  for (const { told, again } of leadsThatFight(facts)) {
    const [one, other] = [told, again].map((lead) => facts.text.slice(lead.start, lead.end));
    found.push({
      ...spanAt(start, again),
      message: `A side that led ${one} cannot be behind at ${other}, nor the other way round: scores only grow. Check both scores.`,
      related: [{ ...spanAt(start, told), message: 'The other score' }],
    });
  }
}

function wrongChanges({ start, facts }: Block, found: Finding[]): void {
  for (const change of changesOf(facts)) {
    const { to, from, by } = change;
    if (!change.fault) continue;
    const told = change.fault === 'amount' && by ? by : to;
    found.push({
      ...spanAt(start, told),
      message: messageFor(change, (span) => facts.text.slice(span.start, span.end)),
      related: [to, from]
        .filter((end) => end !== told)
        .map((end) => ({ ...spanAt(start, end), message: 'One of the ends' })),
    });
  }
}

function messageFor({ to, from, by, fault, direction, real }: Change, written: (span: Span) => string): string {
  const ends = from.start === to.start ? written(to) : `${written(from)} to ${written(to)}`;
  if (fault === 'direction' || !by)
    return `From ${ends} is a ${direction === 'up' ? 'fall' : 'rise'}, and the sentence says the opposite. Check the word and both numbers.`;
  const amount = by.kind === 'percent' ? `${rounded(real)} percent` : rounded(real);
  return `From ${ends} is ${amount}, not ${written(by)}. Check all three numbers.`;
}

function wrongCountsInLine({ start, facts }: Block, found: Finding[]): void {
  for (const { count, items, agrees } of listsInLineOf(facts)) if (!agrees) found.push(wrongCount(start, count, items));
}
