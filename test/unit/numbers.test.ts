import * as assert from 'node:assert/strict';
import { quantitiesOf } from '../../server/src/language/quantities';
import { readParagraph } from '../../server/src/document/segment/paragraph';

const read = (text: string) => {
  const paragraph = readParagraph(text, 'paragraph', false);
  return quantitiesOf(paragraph).list.map(({ start, end, kind, value, upTo, bound, vague }) =>
    [
      text.slice(start, end),
      kind,
      upTo === undefined ? Number(value.toPrecision(4)) : `${value}-${upTo}`,
      bound,
      vague && 'vague',
    ]
      .filter((x) => x !== undefined && x !== false)
      .join(' | '),
  );
};

describe('quantities', () => {
  const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['At least 17 people were killed and 40 others hurt.', 'At least 17 | count | 17 | least', '40 | count | 40'],
    ['Over 30,000 civilians fled.', 'Over 30,000 | count | 30000 | least'],
    ['Two hundred and fifty-three miners struck.', 'Two hundred and fifty-three | count | 253'],
    ['About 1.8 million voted.', 'About 1.8 million | count | 1800000 | about'],
    ['Dozens of houses burned.', 'Dozens of | count | 24 | vague'],
    ['Tens of thousands marched.', 'Tens of thousands | count | 20000 | vague'],
    ['Several hundred fans sang.', 'Several hundred | count | 300 | vague'],
    ['It cost $20 million.', '$20 million | money | 20000000'],
    ['It cost 90 million euros.', '90 million euros | money | 90000000'],
    ['Prices rose 3.4 percent.', '3.4 percent | percent | 3.4'],
    ['Some three quarters of the city fell.', 'Some three quarters | share | 0.75 | about'],
    ['One in five children is hungry.', 'One in five | share | 0.2'],
    ['A third of the crop was lost.', 'A third | share | 0.3333'],
    ['Between 10 and 15 men came; 10 to 15 left.', '10 | count | 10', '15 | count | 15', '10 to 15 | count | 10-15'],
    ['It opened in 1998.', '1998 | year | 1998'],
    ['On March 4, 2016 it rained.', '4 | day | 4', '2016 | year | 2016'],
    ['He is 52 years old.', '52 years old | age | 52'],
    ['The 52-year-old won.', '52-year-old | age | 52'],
    ['He won the second race.', 'second | ordinal | 2'],
    ['She finished 21st.', '21st | ordinal | 21'],
    ['It struck at 10 a.m. local time.', '10 | time | 10'],
    ['The army and the navy met.'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(read(text), expected));
});
