// One act on two days: "the deal was reached on Thursday" below "the deal, reached on Tuesday"; one that has happened and is to come.
import { isProse } from '../../document/role';
import { perEachStory } from '../../document/story';
import { shift, type Span } from '../../text/span';
import { type Act, actsOf } from './acts';

/** Offsets into the prose. */
export interface FightingDays {
  readonly again: Span;
  readonly told: Span;
  /** The time as it stands in each; absent where the act is told as still to come. */
  readonly times: readonly [told: Span, again: Span];
  readonly ahead: boolean;
}

/** Acts for which the story gives two days ("reached on Tuesday", "reached on Thursday"), or a day and a plan. */
export const fightingDaysOf = perEachStory(({ blocks }): readonly FightingDays[] => {
  const first = new Map<string, Act>();
  const found: FightingDays[] = [];
  for (const { role, start, facts } of blocks) {
    if (!isProse(role)) continue;
    for (const act of actsOf(facts)) {
      const placed = { ...act, ...shift(act, start), time: shift(act.time, start) };
      const told = first.get(act.of);
      if (!told) first.set(act.of, placed);
      else if (isOne(told, act) && differ(told.when, act.when))
        found.push({
          again: placed,
          told,
          times: [told.time, placed.time],
          ahead: act.when === 'ahead' || told.when === 'ahead',
        });
    }
  }
  return found;
});

/** Not two in two places, nor of two people of one name, nor a new one: "reached a deal on Thursday". */
function isOne(told: Act, again: Act): boolean {
  if ((told.placed && again.placed) || (!told.known && !again.known) || again.fresh) return false;
  // "the Senate passed the bill", "the House will pass the bill"
  const isPlan = told.when === 'ahead' || again.when === 'ahead';
  const by = (act: Act): string => act.by || (isPlan ? act.doer : '');
  if (by(told) !== by(again)) return false;
  return told.given === '' || again.given === '' || told.given === again.given;
}

function differ(a: Act['when'], b: Act['when']): boolean {
  if (a === 'ahead' || b === 'ahead') return a !== b;
  if (a.kind === 'weekday' && b.kind === 'weekday') return a.weekday !== b.weekday && !a.turned && !b.turned;
  if (a.kind === 'year' && b.kind === 'year') return a.year !== b.year;
  if (a.kind !== 'date' || b.kind !== 'date' || a.day === undefined || b.day === undefined) return false;
  return a.year === b.year && (a.month !== b.month || a.day !== b.day);
}
