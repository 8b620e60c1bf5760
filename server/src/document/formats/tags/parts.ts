// What a part that a format names says in so many words, so that analysis need not parse it again.
import type { PartData, Role } from '../../role';
import { writersIn } from '../../structure/credit';
import { dateAt, isoOf } from '../../structure/dates';
import { readUntil } from '../../structure/embargo';
import { isoMoment } from './days';

export function partData(role: Role, words: string): PartData | undefined {
  if (role === 'dateline') return datelineData(words);
  if (role === 'byline') {
    const names = writersIn(words);
    return names.length ? { names } : undefined;
  }
  if (role !== 'embargo') return undefined;
  const until = isoMoment(words);
  return until === undefined ? readUntil(words) : { until };
}

/** "KYIV, March 4 (Agency)": the place before the first mark, and the first day behind it. */
function datelineData(words: string): PartData {
  const place = /^[^,(–—:]{2,60}/.exec(words)?.[0].split(' - ')[0]?.trim();
  const agency = /\(([^()]{2,40})\)/.exec(words)?.[1];
  let day: PartData = {};
  for (const { index } of words.slice(0, 200).matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)) {
    const date = dateAt(words, index);
    if (!date) continue;
    const iso = isoOf(date);
    day = {
      ...{ month: date.month, day: date.day },
      ...(date.weekday !== undefined && { weekday: date.weekday }),
      ...(iso !== undefined && { date: iso }),
    };
    break;
  }
  return { ...(place && { place }), ...(agency && { agency }), ...day };
}
