// What `--fix` leaves as it is, since the desk cannot know that it is wrong: links, figures, marks that tell two speakers apart.
import * as assert from 'node:assert/strict';
import { fixed, recordOf } from '../support/fixed';
import { COPY, stays, becomes } from '../support/left-unseen';

describe('what is left unless a person says so', () => {
  stays('a link behind a sentence', `${COPY} [Read more](http://port.example/fares) →\n\n${COPY}\n`, 'markdown');
  stays('a link on a line of its own', `${COPY}\n\n[Read more](http://port.example/fares)\n\n${COPY}\n`, 'markdown');
  stays(
    'a part of a program, with a stop inside its name',
    'It opens the net.Socket object directly as a stream. Use the list.Item type or the file.Handle class of it, he said.\n',
  );
  becomes(
    'but not a sentence whose space was lost',
    'It was the end of the probe.The port will open in May. Fares rose again.Ships wait outside, he said.\n',
    'It was the end of the probe. The port will open in May. Fares rose again. Ships wait outside, he said.\n',
  );
  stays(
    'a line of the page that opens a list',
    `${COPY}\n\nFollow Ada on her socials:\n\n- the port’s page\n- the town’s page\n`,
    'markdown',
  );
  stays('the address of who wrote it', `${COPY}\n\n((ada.okoye@wire.example, Reuters Lom Bureau (416) 555-8109))\n`);
  stays('whom to follow: it may be who wrote it', `${COPY}\n\nFollow Ada Okoye on Twitter @adaokoye.\n`);
  stays('whom to follow, by name alone', `${COPY}\n\nFollow Mary Holm on Facebook.\n`);
  becomes('but not the page itself', `${COPY}\n\nFollow us on Twitter @harrow.\n`, `${COPY}\n`);
  stays('a word twice, one of which may stand for another', 'The plan was approved the the council, he said.\n');
  stays('an end mark that is all of a box', `${COPY}\n\n> [!TIP]\n> Endi\n`, 'markdown');
  stays('the words to click on', `${COPY}\n\n<details><summary>(AP)</summary>It rained.</details>\n`, 'markdown');
  stays('what binds a title without a stop to its name', 'Dr\u00a0Holm left the quay at noon, Mr\u00a0Dahl said.\n');
  becomes(
    'straight marks among curly, unless the copy tells of marks',
    '“Rain,” she said. “Snow,” he said. "Hail," they said.\n',
    '“Rain,” she said. “Snow,” he said. “Hail,” they said.\n',
  );
  stays(
    'marks in a story that tells of marks',
    '“Rain,” she said. “Snow,” he said. Use straight quotes ("hail") and not curly quotes (“hail”), the guide says.\n',
  );
  stays('what somebody typed in a log', `${COPY}\n\n<ada> the eye witness is late, she said.\n`);
});

describe('words that somebody paid for', () => {
  const above = `${COPY}\n\nShe left the quay at noon.\n\n`;
  for (const [name, below] of [
    ['below a label that says so', 'Sponsored content\n\nLamps for every boat at Dahl.\n'],
    ['below a label between marks', '**Advertisement**\n\nTry a lamp for a week.\n'],
    ['that speak to the reader', 'Advertisement\n\nNothing lights your cabin as a lamp does.\n'],
    ['that are no sentence', 'ADVERTISEMENT\n\nDahl lamps: from 90 crowns.\n'],
    ['below a label of other stories', 'Most read\n\nTry a lamp for a week.\n'],
    ['that tell of nothing in the story', 'Advertisement\n\nDahl has lamps of all sizes.\n'],
  ] as const)
    stays(name, `${above}${below}`);
  for (const format of ['text', 'markdown'] as const) {
    stays(`and the story behind them, in ${format}`, `${above}Partner content\n\nLamps last.\n\n${COPY}\n`, format);
    becomes(
      `but not the place of a picture, in ${format}`,
      `${above}Advertisement\n\nThe quay is the oldest of the town.\n`,
      `${above}The quay is the oldest of the town.\n`,
      format,
    );
  }
  becomes(
    'nor what a story that speaks to its readers goes on with',
    'You may cross the harbour at noon, the mayor told readers.\n\nMost read\n\nYour ticket is valid for a day.\n',
    'You may cross the harbour at noon, the mayor told readers.\n\nYour ticket is valid for a day.\n',
  );
  becomes('nor a label with nothing below it', `${above}Sponsored content\n`, `${above.trimEnd()}\n`);
});

describe('no-break spaces', () => {
  stays('in the thousands of a figure', `${COPY} It costs 10\u202f000 crowns, or 2\u00a0500\u00a0000 with the pier.\n`);
  becomes(
    'in the thousands of a figure where others are taken out',
    `${COPY} It costs 10\u202f000 crowns for\u00a0the pier.\n`,
    `${COPY} It costs 10\u202f000 crowns for the pier.\n`,
  );
  stays(
    'between a name and its number, and for its neighbours it says nothing',
    `${COPY} He took Flight\u00a017 with Louis\u00a0XIV on 5\u00a0May, No.\u00a05 of 10\u00a0000, and walked 3\u00a0km.\n`,
  );
  stays('round dashes', `${COPY} The pier\u00a0--\u00a0or what is left of it\u00a0-\u00a0is shut.\n`);
  stays(
    'in another tongue, whose rule they may be',
    'Přístav zůstane v\u00a0zimě zavřený, řekl v\u00a0pondělí mluvčí úřadu. Lodě čekají před\u00a0městem a\u00a0nikdo neví, kdy se\u00a0vrátí.\n',
  );
});

describe('marks that tell two speakers apart', () => {
  const curly = '“We wait,” he said. “We go.” She said “no” and “yes” and “never” and “maybe.”\n\n';
  stays('straight round curly', `${curly}"He told me “leave now” and I left," Ada Okoye said.\n`);
  stays(
    'of a quotation over several paragraphs that ends in such a one',
    `${curly}"I have waited for the ferry since noon.\n\n"I am told “tomorrow” again," Ada Okoye said.\n`,
  );
  stays(
    'of a quotation that is never closed',
    `${curly}"I have waited for the ferry since noon.\n\nShips wait outside.\n`,
  );
  becomes(
    'but not of one that is plain to its end',
    `${curly}"I have waited for the ferry since noon.\n\n"I am told to come back," Ada Okoye said.\n`,
    `${curly}“I have waited for the ferry since noon.\n\n“I am told to come back,” Ada Okoye said.\n`,
  );
});

describe('the controls of old systems', () => {
  for (const end of ['\n\nEnditem\x1a', '\n\n\x1aEnditem', ' (AP)\x1a', '\r\n\r\nREUTER\x1a'])
    becomes(`${JSON.stringify(end)} go with an end mark`, `${COPY}${end}`, COPY);
  becomes('on a line of their own', `${COPY}\n\nEnditem\n\x1a\n`, `${COPY}\n\n`);
  becomes('in Markdown', `${COPY}\n\nEnditem\n\x1a\n`, `${COPY}\n`, 'markdown');
});

describe('a heap of marks', () => {
  for (const piece of ['*a* ', 'a* ', '[a] ', '[a](b ![x ', 'a &amp; b '])
    it(`${piece}is told of and not read, and the rest is`, () => {
      const text = `${COPY}\n\n> - ${piece.repeat(2001)}\n\nHe left Kiev.\n`;
      const { text: after, problems } = { ...fixed(text, 'markdown'), problems: recordOf(text, 'markdown').problems };
      assert.equal(after, text.replace('Kiev.', 'Kyiv.'));
      assert.deepEqual(
        problems.map(({ code, line }) => [code, line]),
        [['too-many-marks', 3]],
      );
    });

  it('is none where they stand in many cells or points', () => {
    const text = `${COPY}\n\n| a | b |\n|---|---|\n${'| [c](d) | *e* |\n'.repeat(600)}\n${'- [c](d) *e*\n'.repeat(600)}`;
    assert.deepEqual(recordOf(text, 'markdown').problems, []);
  });
});

describe('a house’s form', () => {
  for (const written of [
    'Kiev:8080',
    's3://Kiev',
    'Kiev:/copy',
    'desk@port.example:Kiev/a.git',
    'port_Kiev_a',
    'KIEV_PORT=Kiev',
    '$KIEV',
    '%Kiev%',
    '\\Kiev',
    'Kiev()',
    ':Kiev:',
    'r/Kiev',
    'docs/2020/Kiev',
    'Kiev (Kyiv)',
    'Kyiv/Kiev',
    'the word Kiev',
    'it, spelled Kiev',
  ])
    it(`is not put into ${written}`, () => {
      const text = `The envoy typed ${written} on Friday, he said.\n`;
      assert.equal(fixed(text, 'text').text, text);
    });
  for (const written of [
    'pro-Kiev',
    'Trans-Kiev',
    'Kiev[1]',
    'Kiev²',
    'Kiev.[2] He',
    'Kiev: it',
    'Kiev/Lviv',
    '(Kiev)',
    'Kiev’s',
    '_Kiev_',
  ])
    it(`is put into ${written}`, () => {
      const text = `The envoy named ${written} on Friday, he said.\n`;
      assert.equal(fixed(text, 'text').text, text.replace('Kiev', 'Kyiv'));
    });
});

describe('a short form that the page says the meaning of', () => {
  const text = `${COPY}\n\n*[Kiev]: the city\n\nHe left Kiev, the eye witness said.\n`;
  becomes('keeps its letters, and its neighbours do not', text, text.replace('eye witness', 'eyewitness'), 'markdown');
  it('and is told of', () =>
    assert.deepEqual(
      recordOf(text, 'markdown').diagnostics.flatMap(({ start, fixes }) =>
        start === text.indexOf('Kiev,') ? [fixes.length] : [],
      ),
      [0],
    ));
});

describe('furniture in marks that nothing reads', () => {
  for (const marked of [
    '**Endi**',
    '*Endi*',
    '<em>Endi</em>',
    '> Endi',
    '### Endi',
    '| Endi |',
    '<b>(AP)</b>',
    '__*ENDS*__',
  ])
    becomes(`${marked} on a line of its own`, `${COPY}\n\n${marked}\n`, `${COPY}\n`);
  for (const marked of ['**Advertisement**', '* Advertisement', '> Advertisement', '<i>Advertisement</i>'])
    becomes(`${marked} between paragraphs`, `${COPY}\n\n${marked}\n\n${COPY}\n`, `${COPY}\n\n${COPY}\n`);
  for (const marked of ['**(AP)**', '<em>Endi</em>', '_Endi_', '**Advertisement**'])
    becomes(`${marked} behind a sentence`, `${COPY} ${marked}\n`, `${COPY}\n`);
  for (const marked of [
    '*(Reporting by Omar Haddad; Editing by Jane Roe)*',
    '[b]Endi[/b]',
    '<p align="center">(END)</p>',
  ])
    it(`${marked} is told of, and a person looks`, () => {
      const text = `${COPY}\n\n${marked}\n`;
      assert.equal(fixed(text, 'text').text, text);
      assert.ok(recordOf(text, 'text').diagnostics.some(({ rule }) => rule === 'wire-sign-off'));
    });
  for (const one of ['**Kiev is shut**', '> Kiev is shut', '# Kiev is shut', '* the pier of Kiev'])
    becomes(
      `${one} is none`,
      `${COPY}\n\n${one}\n\n${COPY}\n`,
      `${COPY}\n\n${one.replace('Kiev', 'Kyiv')}\n\n${COPY}\n`,
    );
});

describe('a removal that would leave crumbs', () => {
  const note = '\n\n[^1]: Paid.\n';
  for (const one of [
    `Advertisement[^1]${note}`,
    `Advertisement [^1]${note}`,
    '<b>*Endi</b>*\n',
    '**<b>Endi**</b>\n',
    '<i>_Advertisement</i>_\n',
  ])
    it(`is withheld, and told of: ${one.trim()}`, () => {
      const text = `${COPY}\n\n${one}`;
      assert.equal(fixed(text, 'markdown').text, text);
      assert.ok(recordOf(text, 'markdown').diagnostics.some(({ rule }) => /wire-sign-off|web-remnant/.test(rule)));
    });
  stays('a part of a run of marks', `Boats left.*][port] *Endi**\n`, 'markdown');
  stays('half of what another paragraph opens', `**Boats left.\n\nEndi**\n`, 'markdown');
  becomes('a pair of tags goes with its words', `${COPY}\n\n<b>Endi</b>\n`, `${COPY}\n`, 'markdown');
});

describe('what turns words round, or hides beside a mark', () => {
  becomes(
    'an override round English is taken out where Hebrew stands too',
    `${COPY} The \u202epier\u202c is shut and שלום is open.\n`,
    `${COPY} The pier is shut and שלום is open.\n`,
  );
  stays('one round Hebrew is meant', `${COPY} The pier is shut and \u202eשלום\u202c is open.\n`);
  it('a zero-width space beside a mark is told of, and stays', () => {
    const text = `${COPY} The [\u200bpier](http://port.example) is shut.\n`;
    const found = recordOf(text, 'markdown').diagnostics.filter(({ rule }) => rule === 'hidden-character');
    assert.deepEqual(
      found.map(({ fixes }) => fixes.length),
      [0],
    );
    assert.ok(!/ 0 such/.test(found[0]?.message ?? ''));
  });
});
