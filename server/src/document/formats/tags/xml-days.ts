// The day that a feed's item is written for, from its proper fields.
import { isoDay } from './days';
import { attributeOf, type Element, elementsIn, textOf } from './tree';

/** By element, the attribute that tells; the element's words where there is none. Those before others win. */
const fields: readonly (readonly [name: string, attribute?: string])[] = [
  ['date.issue', 'norm'],
  ['story.date', 'norm'],
  ['pubdata', 'date.publication'],
  ['contentCreated'],
  ['firstCreated'],
  ['versionCreated'],
  ['FirstCreated'],
  ['ThisRevisionCreated'],
];

/** ISO `2016-12-07`. */
export function dayIn(text: string, root: Element): string | undefined {
  let found: { readonly rank: number; readonly day: string } | undefined;
  for (const element of elementsIn(root)) {
    const rank = fields.findIndex(([name]) => name === element.name);
    if (rank < 0 || (found && found.rank <= rank)) continue;
    const attribute = fields[rank]?.[1];
    const day = isoDay(attribute === undefined ? textOf(text, element) : attributeOf(text, element, attribute));
    if (day) found = { rank, day };
  }
  return found?.day;
}
