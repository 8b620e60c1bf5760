// What goes as a whole or stays: a sign and its word, a command below copy, a name that is a sentence, characters that nobody sees.
import * as assert from 'node:assert/strict';
import type { Format } from '../../server/src/document/draft';
import { fixed, fixedBy, recordOf } from '../support/fixed';

const formats: readonly Format[] = ['text', 'markdown'];
const COPY = 'The harbour will stay closed until spring, the port authority said on Monday. Ships wait outside.';

describe('a name in a sentence that speaks of its spelling', () => {
  const fix = fixedBy({ glossary: [{ prefer: 'Odesa', instead: ['Odessa'] }] });
  for (const note of ['(This version CORRECTS the spelling of Odessa.)', 'Odessa was misspelled in the first version.'])
    it(`waits for a person: ${note}`, () =>
      assert.equal(fix(`${COPY} He slept in Odessa.\n\n${note}\n`, 'text'), `${COPY} He slept in Odesa.\n\n${note}\n`));
});

describe('an article in marks that nothing reads', () => {
  const fix = fixedBy({ glossary: [{ prefer: 'Eswatini', instead: ['Swaziland'] }] });
  it('goes along, or waits', () => {
    assert.equal(fix('It hired a **Swaziland** man.\n', 'text'), 'It hired an **Eswatini** man.\n');
    assert.equal(fix('It hired **a** Swaziland man.\n', 'text'), 'It hired **a** Swaziland man.\n');
  });
});

describe('a sign in the house’s glossary', () => {
  const bySigns = fixedBy({
    glossary: [
      { prefer: 'and', instead: ['&'] },
      { prefer: 'percent', instead: ['%'] },
      { prefer: 'number', instead: ['#'] },
      { prefer: 'plus', instead: ['+'] },
      { prefer: 'euros', instead: ['€'] },
    ],
  });
  for (const format of formats) {
    for (const [written, expected] of [
      ['The pier & the quay are shut.', 'The pier and the quay are shut.'],
      ['It fell by 5 % on Monday.', 'It fell by 5 percent on Monday.'],
      ['It fell by 5 %, then by (7 %).', 'It fell by 5 percent, then by (7 percent).'],
      ['It costs 30 € now.', 'It costs 30 euros now.'],
      ['He took berth # 4 there.', 'He took berth number 4 there.'],
    ] as const)
      it(`is put right among words, ${format}: ${written}`, () =>
        assert.equal(bySigns(`${COPY} ${written}\n`, format), `${COPY} ${expected}\n`));
    for (const written of [
      'He typed port%20pier and %d ships.',
      'He typed ?pier=1&quay=2 there.',
      'He typed pier && quay there.',
      'He saw ropes, nets, &c. there.',
      'She writes C# and F# and C++ at the port.',
      'The R&D and Q&A teams of M&S wait.',
      'It is 5% or 10%+ now, or 5€, €5 and 1+1.',
      'They tag it #pier and #4 there.',
    ])
      it(`stays in ${format}: ${written}`, () =>
        assert.equal(bySigns(`${COPY} ${written}\n`, format), `${COPY} ${written}\n`));
  }
  for (const line of ['# Ships wait', '+ one ship', '& so they wait', '% a remark'])
    it(`stays at a line’s start: ${line}`, () => {
      const text = `${COPY}\n\n${line}\n\n${COPY}\n`;
      assert.equal(bySigns(text, 'text'), text);
    });
  it('stays in the code of a character', () => {
    const text = `${COPY} So &lt;pier&gt; it is, &zwnj;there.\n`;
    assert.doesNotMatch(bySigns(text, 'text'), /andlt|andgt|andzwnj/);
    assert.equal(bySigns(text, 'markdown'), text);
  });
});

describe('a command below a line of copy', () => {
  const copy = '“We wait for the ferry since noon,” he said. “We go home when it comes,” she said.';
  const above = 'The fare of the whole trip is $7 at the old pier';
  for (const format of formats) {
    for (const command of [
      'curl -H "Port: pier" https://port.example',
      'grep "pier" ships.txt',
      'cp "old pier" quay',
      'ssh port "uptime"',
      './ferry "now"',
      'ls | grep "pier"',
      '$ ferry "pier"\ncurl -X "POST" port',
      'Get-Item "pier"',
    ])
      it(`has no curly marks, ${format}: ${command}`, () => {
        const text = `${copy}\n\n${above}\n${command}\n`;
        assert.equal(fixed(text, format).text, text);
      });
    it(`copy that goes on there has them, ${format}`, () =>
      assert.equal(
        fixed(`${copy}\n\n${above}\nand town said "no" to all of it on Monday.\n`, format).text,
        `${copy}\n\n${above}\nand town said “no” to all of it on Monday.\n`,
      ));
  }
});

describe('an agency’s name behind the last sentence', () => {
  for (const format of formats) {
    for (const end of [
      'Whose film of the pier was it? Al Jazeera.',
      'He has worked for two: Reuters. AFP. AP.',
      'Then word of it came. Xinhua.',
      'She reads one wire. EFE.',
      'One of them called back. *AFP.*',
    ])
      it(`with a stop waits for a person, ${format}: ${end}`, () => {
        const text = `${COPY} ${end}\n`;
        assert.equal(fixed(text, format).text, text);
        const marks = recordOf(text, format).diagnostics.filter(({ rule }) => rule === 'wire-sign-off');
        assert.deepEqual(
          marks.map(({ fixes }) => fixes.map(({ apply }) => apply)),
          [['ask']],
        );
      });
    for (const end of [' REUTER.', ' (AFP)', ' -- AFP.', ' EFE', ' [TASS].', '\n\nAFP.'])
      it(`goes as agencies set it, ${format}: ${end.trim()}`, () =>
        assert.equal(fixed(`${COPY}${end}\n`, format).text.trim(), COPY));
  }
  it('is not replaced by the house’s mark unseen', () => {
    const text = `${COPY} Whose film was it? Al Jazeera.\n`;
    assert.equal(fixedBy({ signOff: { require: 'Enditem' } })(text, 'text'), text);
  });
});

describe('characters that nobody sees go together or not at all', () => {
  const HIDDEN = /[\u00a0\u200b\u00ad\ufeff]/;
  const spaced = `${COPY} They\u00a0wait there.`;
  const split = `${COPY} They wait at the har\u200bbour.`;
  for (const format of formats)
    for (const text of [
      `${spaced} See §\u00a05, a rise of 5\u00a0% to €\u00a07, or 7\u00a0€.`,
      `${spaced} The **old**\u00a0pier and\u00a0_quay_ are shut.`,
      `${spaced} So\u00a0[it](http://port.example)\u00a0is.`,
      `${spaced} The pier\u00a0/ quay deal +\u00a07 ships & more.`,
      `${split} Piers and/\u200bor quays, 5\u200b% of them.`,
      `${split} The **\u200bold\u200b** pier and *so\u00adon\u00ad*.`,
      `${split}\n\n- \u200bOne ship`,
    ])
      it(`all, ${format}: ${JSON.stringify(text.slice(COPY.length))}`, () =>
        assert.doesNotMatch(fixed(`${text}\n`, format).text, HIDDEN));
  for (const [text, becomes] of [
    ['See www.\u200bPort.example and lom.\u200bport.de.', 'See www.Port.example and lom.port.de.'],
    ['See lom.\u200bOrg and e.g.\u200bthat.', 'See lom.Org and e.g.that.'],
    ['It was noon.\u200bShips left,\u200bthen came.', 'It was noon. Ships left, then came.'],
  ] as const)
    it(`with a space where sentences met, and none in a host: ${becomes}`, () =>
      assert.equal(fixed(`${COPY} ${text}\n`, 'text').text, `${COPY} ${becomes}\n`));
  it('all, where one splits the name of a host in plain text', () =>
    assert.doesNotMatch(fixed(`${split} It is on www.\u200bport.example now.\n`, 'text').text, HIDDEN));
  for (const end of [
    'See [\u200bpier](http://port.example) there.',
    'The *pier\ufeff* is shut.',
    '\n\n1.\u200b Ships wait',
    '\n\n\u200b# Ships wait',
  ])
    it(`none, where one keeps a mark from being read: ${JSON.stringify(end)}`, () => {
      const text = `${split} ${end}\n`;
      assert.equal(fixed(text, 'markdown').text, text);
    });
  it('all, where the code of one was sent along', () =>
    assert.equal(
      fixed(`${COPY} Mr.\u00a0Vane&nbsp;waits on 5\u00a0May.\n`, 'text').text,
      `${COPY} Mr. Vane waits on 5 May.\n`,
    ));
});
