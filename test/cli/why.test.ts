// `copydesk explain --why`: what weighed with the judge of claims, for a question and for a silence.
import * as assert from 'node:assert/strict';
import { folder } from '../support/cli';

const draft = [
  'OSTREL, March 8 (Marenia News) - The harbour of Ostrel was closed on Monday, Mayor Lena Orsk said.',
  '',
  'At least 17 people were killed in the blast. The rebels took two villages, the army said.',
  '',
  'Endi',
].join('\n');

describe('copydesk explain --why', () => {
  const made = folder({ 'a.txt': draft });
  const why = (place: string) => made.run(['explain', '--why', place]);

  it('says of each sentence of a line what spoke for and against, with numbers that add up, and what would silence it', () => {
    const { code, out } = why('a.txt:3');
    assert.equal(code, 0);
    const [asked = '', silent = '', ...more] = out.split('\n\n');
    assert.deepEqual(more, []);
    assert.match(
      asked,
      /^At least 17 people were killed in the blast\.\nAsked: whose claim is it\? \(casualty\)\nFor it:\n/,
    );
    assert.match(asked, /^ {2}\+\d\.\d\d {2}the words .*“killed”/m);
    assert.match(asked, /A source in the sentence \(“…, police said”\) would silence it; so does a clearance\.$/);
    assert.match(
      silent,
      /^The rebels took two villages, the army said\.\nNot asked, for somebody is cited: whose claim is it\? \(territory\)\n/,
    );
    assert.match(why('a.txt:1').out, /^The desk is not sure enough to ask|Not asked, for somebody is cited/m);
    assert.match(silent, /\nAgainst it:\n {2}-\d/);
    assert.doesNotMatch(silent, /would silence/);
    for (const sheet of [asked, silent])
      assert.match(sheet, /\nBesides:\n.* all smaller pieces\n.* what every sentence/);
  });

  it('says where nothing was judged, and what was left out', () => {
    for (const [place, says] of [
      ['a.txt:5', /No sentence of running copy begins or goes on in a\.txt on line 5/],
      ['a.txt:90', /No sentence of running copy/],
      ['a.txt', /Say which line/],
      ['gone.txt:1', /gone\.txt/],
    ] as const) {
      const { code, out, err } = why(place);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, says);
    }
  });
});
