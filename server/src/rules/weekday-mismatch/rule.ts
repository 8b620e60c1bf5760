// A Tuesday that was a Wednesday: readers turn up on the wrong day.
import * as v from 'valibot';
import { weekdayOf } from '../../language/calendar';
import { fightingDaysOf } from '../../analysis/dates/fighting-days';
import { namedDaysOf, noSuchDays } from '../../analysis/dates/named-days';
import { notYetCome } from '../../analysis/dates/not-yet';
import { stalePlansOf } from '../../analysis/dates/stale';
import { option } from '../option';
import { storyRule } from '../rule';

const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export const rule = storyRule({
  id: 'weekday-mismatch',
  summary: 'A weekday and a date do not go together, or a day cannot be.',
  category: 'facts',
  kind: 'query',
  inserts: [],
  severity: 'information',
  clearedAs: 'checked',
  options: {
    stale: option(
      v.boolean(),
      false,
      'Also asks about plans for a weekday that the story itself tells of as past: “will begin on Tuesday” in a story of Wednesday.',
    ),
  },
  *check(story, { stale }) {
    for (const { weekday, date, day } of namedDaysOf(story)) {
      const real = weekdayOf(day);
      if (real === weekday.is) continue;
      const written = story.prose.slice(date.start, date.end);
      yield {
        start: weekday.start,
        end: weekday.end,
        message: `${written} is a ${names[real]}, not a ${names[weekday.is]}. One of the two is wrong: check which.`,
        related: [{ start: date.start, end: date.end, message: `This day is a ${names[real]}` }],
      };
    }
    for (const day of noSuchDays(story)) {
      yield { ...day, message: `There is no ${story.prose.slice(day.start, day.end)}. Check the date.` };
    }
    for (const { start, end, weekday, ahead, today, follows } of notYetCome(story)) {
      yield {
        start,
        end,
        message:
          follows !== undefined
            ? `The ${names[weekday]} after ${names[follows]} is still to come on the story's own day (${today}), and it is told as past. Check the day.`
            : `${names[weekday]} is ${ahead === 1 ? 'the day' : 'two days'} after this story's own (${today}), and somebody has spoken on it already. Check the day, or say that it was last week's.`,
      };
    }
    for (const { again, told, times, ahead } of fightingDaysOf(story)) {
      const [one, other] = times.map(({ start, end }) => story.prose.slice(start, end));
      yield {
        ...again,
        message: ahead
          ? `It is told as done (${one}) and as still to come (${other}) in one story. Check which.`
          : `It was ${one} above and is ${other} here. Check which day is right, or say that there were two.`,
        related: [{ start: told.start, end: told.end, message: `${one} here` }],
      };
    }
    if (!stale) return;
    for (const { planned, past } of stalePlansOf(story)) {
      const written = story.prose.slice(planned.start, planned.end);
      yield {
        ...planned,
        message: `${written} is past in this story: say whether it happened, or which ${written} is meant.`,
        related: [{ ...past, message: 'Told as past here' }],
      };
    }
  },
});
