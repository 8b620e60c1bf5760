import * as assert from 'node:assert/strict';
import { dayNumber, dayOf, isoOf, weekdayOf } from '../../server/src/language/calendar';
import { timesOf, whenOf } from '../../server/src/analysis/dates/times';
import { clockTimesIn } from '../../server/src/document/structure/clock';
import { readParagraph } from '../../server/src/document/segment/paragraph';

const whens = (text: string, today?: string) =>
  timesOf(readParagraph(text, 'paragraph', false)).map((time) => whenOf(time, today));

const clocks = (text: string) =>
  clockTimesIn(text).map(({ start, end, minutes, zone, offsets }) =>
    [text.slice(start, end), minutes, zone, offsets?.join('/')].filter((part) => part !== undefined).join(' | '),
  );

describe('times of day', () => {
  const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['at 1430 GMT on Monday', '1430 GMT | 870 | GMT | 0'],
    ['at 2:30 p.m. EST, 12 a.m. and 12 p.m.', '2:30 p.m. EST | 870 | EST | -300', '12 a.m. | 0', '12 p.m. | 720'],
    ['at 14:30 local time (1230 GMT)', '14:30 local time | 870 | local time', '1230 GMT | 750 | GMT | 0'],
    ['from 9am to 5.15pm', '9am | 540', '5.15pm | 1035'],
    ['noon (1000 GMT), midnight', 'noon | 720', '1000 GMT | 600 | GMT | 0', 'midnight | 0'],
    ['at 12:20 ET and 0530 CST', '12:20 ET | 740 | ET | -300/-240', '0530 CST | 330 | CST | -360/480'],
    ['at 5 p.m. A man left at 17:05:30.', '5 p.m. | 1020', '17:05:30 | 1025'],
    ['12 men, $1,430, 14.30 crowns, 3-1, 2016, 1430 houses, 25:10, 13 p.m., 3:75'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(clocks(text), expected));
});

describe('dates', () => {
  it('knows that 7 December 2016 was a Wednesday', () => assert.equal(weekdayOf(dayOf('2016-12-07') as number), 3));
  it('knows days before 1970', () => assert.equal(weekdayOf(dayNumber(1945, 5, 8) as number), 2));
  it('refuses a day that never was', () => assert.equal(dayNumber(2015, 2, 29), undefined));
  it('writes a day as it was read', () => assert.equal(isoOf(dayOf('2020-02-29') as number), '2020-02-29'));

  it('takes a weekday for news', () => assert.deepEqual(whens('Rebels fled on Tuesday.'), ['fresh']));
  it('takes "years ago" for background', () =>
    assert.ok(whens('It opened three years ago.').every((when) => when === 'settled')));
  it('takes an old year for background', () =>
    assert.deepEqual(whens('It burned in 1976.', '2023-02-20'), ['settled']));
  it('takes a date a few days back for news', () =>
    assert.deepEqual(whens('It sank on February 16.', '2023-02-20'), ['fresh']));
  it('takes a date months back for background', () =>
    assert.deepEqual(whens('It sank on October 2.', '2023-02-20'), ['settled']));
  it('says nothing of a date where the day is unknown', () =>
    assert.deepEqual(whens('It sank on October 2.'), [undefined]));
  it('sees what is to come', () => assert.deepEqual(whens('The trial opens on March 20.', '2023-02-20'), ['coming']));
  it('leaves the verb "may" alone', () => assert.deepEqual(whens('It may 5 times fail.'), []));
  it('hears nothing inside quotation marks', () => assert.deepEqual(whens('"It burned last year," he said.'), []));
});
