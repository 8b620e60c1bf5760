import * as assert from 'node:assert/strict';
import { dayNumber, dayOf, isoOf, weekdayOf } from '../../server/src/analysis/dates/calendar';
import { timesOf, whenOf } from '../../server/src/analysis/dates/times';
import { readParagraph } from '../../server/src/document/segment/paragraph';

const whens = (text: string, today?: string) =>
  timesOf(readParagraph(text, 'paragraph', false)).map((time) => whenOf(time, today));

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
