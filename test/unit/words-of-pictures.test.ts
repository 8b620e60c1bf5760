// What a picture in Markdown says has markup of its own, which the library leaves out: a fix takes it whole there too, or leaves it.
import * as assert from 'node:assert/strict';
import { fixed } from '../support/fixed';

const COPY = 'Ships wait outside, the port authority said on Monday.\n\n';

describe('the words of a picture in Markdown', () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    ['marks go with what stands between', '![Ships wait. *Endi*](a.png)', '![Ships wait.](a.png)'],
    ['marks stay with what is left', '![Ships *wait. Endi*](a.png)', '![Ships *wait.*](a.png)'],
    ['tags go with what stands between', '![Ships wait. <b>Endi</b>](a.png)', '![Ships wait.](a.png)'],
    ['a tag that is never closed stays', '![Ships wait. <b>Endi](a.png)', '![Ships wait. <b>](a.png)'],
    [
      'a tag behind words in marks, in a link',
      '[![**Ships wait.** <b>Endi](a.png)](http://x.example/a)',
      '[![**Ships wait.** <b>](a.png)](http://x.example/a)',
    ],
    ['code stays', '![Ships wait. `Endi` *in Kiev*](a.png)', '![Ships wait. `Endi` *in Kyiv*](a.png)'],
    ['no block begins in them', '![# Kiev *waits*](a.png)', '![# Kyiv *waits*](a.png)'],
    ['over two lines of a quote', '> ![Kiev *waits.*\n>   Endi](a.png)', '> ![Kyiv *waits.*](a.png)'],
    ['nothing else stands in marks', '![*Endi*](a.png)', '![*Endi*](a.png)'],
    [
      'a comment in them speaks to nobody',
      '![Kiev <!-- copydesk-disable --> *waits*](a.png)',
      '![Kyiv <!-- copydesk-disable --> *waits*](a.png)',
    ],
  ];
  for (const [name, before, after] of cases)
    it(name, () => {
      assert.equal(fixed(`${COPY}${before}\n`, 'markdown').text, `${COPY}${after}\n`);
    });
});
