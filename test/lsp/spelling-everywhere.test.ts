// Spelling a name one way in every draft of a folder: whose it is, and whose is left alone.
import * as assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { positionOf } from '../support/editor';
import type { Json } from '../support/rpc';
import { spellingDesk } from '../support/spelling-desk';

describe('actions on a name, in every draft', () => {
  const desk = spellingDesk();
  const { uriOf, start } = desk;

  /** Opens c.txt with the text and chooses to spell the word so in every draft. @returns what the person was asked. */
  async function spellEverywhere(text: string, word: string, spelling: string): Promise<readonly string[]> {
    writeFileSync(path.join(desk.folder, 'c.txt'), text);
    await start();
    desk.editor.open(uriOf('c.txt'), text);
    const told: string[] = [];
    desk.editor.answers['window/showMessageRequest'] = ({ message, actions: offered }) => {
      told.push(message);
      return offered[0];
    };
    const place = positionOf(text, text.indexOf(word));
    const all: Json[] = await desk.editor.actions(uriOf('c.txt'), { start: place, end: place }, ['quickfix']);
    const title = `Spell it “${spelling}” in every draft of this folder`;
    const { command } = all.find((one) => one.title === title) as Json;
    await desk.editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    return told;
  }

  it('spell a place of one word one way, and nobody who is called so', async () => {
    const text = 'The envoy came to Zürich on Monday. Zurich is big, aides said. The trams of Zürich ran.\n';
    writeFileSync(path.join(desk.folder, 'd.txt'), 'He left for Zurich on Tuesday, aides said.\n');
    writeFileSync(path.join(desk.folder, 'e.txt'), 'Ida Zurich slept on Tuesday, aides said. Mr. Zurich left.\n');
    await spellEverywhere(text, 'Zurich', 'Zürich');
    const edits = desk.asked[0].documentChanges.map(({ textDocument, edits: made }: Json) => [
      path.basename(textDocument.uri),
      made.map(({ newText, range }: Json) => [newText, range.start.character]),
    ]);
    assert.deepEqual(edits, [
      ['c.txt', [['Zürich', text.indexOf('Zurich')]]],
      ['d.txt', [['Zürich', 'He left for '.length]]],
    ]);
  });

  it('leave what speaks of a spelling and tells two names apart, and tell of it', async () => {
    const text = 'The envoy came to Kyiv on Monday. Kiev is big, aides said. The trams of Kyiv ran.\n';
    writeFileSync(path.join(desk.folder, 'd.txt'), 'They left for Kyiv, formerly Kiev, aides said.\n');
    writeFileSync(path.join(desk.folder, 'e.txt'), 'The spelling Kiev is old. He left for the old name Kiev.\n');
    const told = await spellEverywhere(text, 'Kiev', 'Kyiv');
    assert.deepEqual(
      desk.asked[0].documentChanges.map(({ textDocument }: Json) => path.basename(textDocument.uri)),
      ['c.txt'],
    );
    assert.match(told[0] ?? '', /in 1 place of 1 draft\? “Kiev” \(3 places\) are left/);
  });

  it('leave a surname and a namesake town of another draft, and tell of them', async () => {
    const text = 'The envoy came to Mykolaiv on Monday. Nikolaev is big, aides said. The trams of Mykolaiv ran.\n';
    writeFileSync(
      path.join(desk.folder, 'd.txt'),
      'Nikolaev, a painter, slept on Tuesday. The painter Nikolaev left.\n',
    );
    writeFileSync(path.join(desk.folder, 'e.txt'), 'Coach Nikolaev slept on Tuesday. Nikolaev’s oar broke.\n');
    writeFileSync(path.join(desk.folder, 'f.txt'), 'He left for Nikolaev, Ohio, on Tuesday.\n');
    const told = await spellEverywhere(text, 'Nikolaev', 'Mykolaiv');
    assert.deepEqual(
      desk.asked[0].documentChanges.map(({ textDocument }: Json) => path.basename(textDocument.uri)),
      ['c.txt'],
    );
    assert.match(told[0] ?? '', /in 1 place of 1 draft\? “Nikolaev” \(5 places\) are left/);
  });

  it('never add a word that a draft does not have', async () => {
    writeFileSync(
      path.join(desk.folder, 'c.txt'),
      'Sheikh Ahmed al-Sharaa spoke on Monday. Sharaa left. Ahmad al-Sharaa slept, they said.\n',
    );
    writeFileSync(path.join(desk.folder, 'd.txt'), 'Ahmad al-Sharaa came on Tuesday, aides said. Sharaa left.\n');
    await start();
    const text = readFileSync(path.join(desk.folder, 'c.txt'), 'utf8');
    desk.editor.open(uriOf('c.txt'), text);
    desk.editor.answers['window/showMessageRequest'] = ({ actions: offered }) => offered[0];
    const place = positionOf(text, text.indexOf('Ahmad'));
    const all: Json[] = await desk.editor.actions(uriOf('c.txt'), { start: place, end: place }, ['quickfix']);
    const { command } = all.find(({ title }) => title.startsWith('Spell it')) as Json;
    await desk.editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
    const words = desk.asked[0].documentChanges.flatMap(({ edits }: Json) => edits.map((one: Json) => one.newText));
    assert.deepEqual(words, ['Ahmed', 'Ahmed']);
  });

  for (const [text, word, expected] of [
    [
      'Volodymyr Zelensky spoke on Monday. Vladimir Zelenskyy left. Zelenskyy slept.\n',
      'Zelenskyy left',
      'Volodymyr Zelensky spoke on Monday. Volodymyr Zelensky left. Zelensky slept.\n',
    ],
    [
      'Jose Garcia Orsano spoke on Monday. José García Orsaño left. Ms. Bero slept.\n',
      'Jose ',
      'José García Orsaño spoke on Monday. José García Orsaño left. Ms. Bero slept.\n',
    ],
    [
      'Sergei Shoigu spoke on Monday. Sergey Shoygu left. Shoigu slept.\n',
      'Shoygu',
      'Sergei Shoigu spoke on Monday. Sergei Shoigu left. Shoigu slept.\n',
    ],
    [
      'Kim Yo Mi met the press on Monday. Kim Yo-mi said yes.\n',
      'Yo-mi',
      'Kim Yo Mi met the press on Monday. Kim Yo Mi said yes.\n',
    ],
  ] as const)
    it(`write a form that the drafts have, and no mixture of two: ${text.slice(0, 20)}`, async () => {
      await start();
      const uri = uriOf('d.txt');
      writeFileSync(path.join(desk.folder, 'd.txt'), text);
      desk.editor.open(uri, text);
      desk.editor.answers['window/showMessageRequest'] = ({ actions: offered }) => offered[0];
      const place = positionOf(text, text.indexOf(word));
      const all: Json[] = await desk.editor.actions(uri, { start: place, end: place }, ['quickfix']);
      const offered = all.filter(({ title }) => title.startsWith('Spell it'));
      assert.equal(offered.length, 1);
      const { command } = offered[0] as Json;
      await desk.editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
      desk.editor.apply({
        documentChanges: desk.asked[0].documentChanges.filter((one: Json) => one.textDocument.uri === uri),
      });
      assert.equal(desk.editor.text(uri), expected);
    });

  for (const [what, text, word, elsewhere, expected, told] of [
    [
      'a wife in another draft',
      'Volodymyr Zelensky met the mayors on Monday. Volodymyr Zelenskyy flew home, aides said.\n',
      'Zelenskyy',
      'Olena Zelenskyy opened the school on Tuesday, they said. Zelenskyy stayed an hour.\n',
      undefined,
      /“Olena Zelenskyy” is left/,
    ],
    [
      'a son beside his father',
      'Osama bin Laden was dead, they said on Monday. Usama bin Ladin had hidden for years.\n',
      'Ladin',
      'Usama bin Ladin is dead, they said on Tuesday. Khalid bin Ladin is too.\n',
      'Osama bin Laden is dead, they said on Tuesday. Khalid bin Ladin is too.\n',
      /“Khalid bin Ladin” is left/,
    ],
    [
      'a father, where a daughter is meant',
      'Aisha Gadhafi spoke on Monday. Aisha Qaddafi left, they said.\n',
      'Qaddafi',
      'Aisha Qaddafi slept on Tuesday, aides said. Muammar Qaddafi did not. Hannibal Qaddafi ate.\n',
      'Aisha Gadhafi slept on Tuesday, aides said. Muammar Qaddafi did not. Hannibal Qaddafi ate.\n',
      /“Muammar Qaddafi”, “Hannibal Qaddafi”/,
    ],
    [
      'somebody of whom only an initial is told',
      'Muammar Gaddafi spoke on Monday. Muammar Qaddafi left, they said.\n',
      'Qaddafi',
      'M. Qaddafi slept on Tuesday, aides said. They had no more of him.\n',
      undefined,
      /“M. Qaddafi” is left/,
    ],
  ] as const)
    it(`leave the name of another of the family: ${what}`, async () => {
      writeFileSync(path.join(desk.folder, 'copydesk.json'), '{ "across": true }');
      writeFileSync(path.join(desk.folder, 'b.txt'), elsewhere);
      writeFileSync(path.join(desk.folder, 'd.txt'), text);
      await start();
      const [uri, other] = [uriOf('d.txt'), uriOf('b.txt')];
      desk.editor.open(uri, text);
      desk.editor.open(other, elsewhere);
      desk.editor.answers['window/showMessageRequest'] = ({ actions: offered }) => offered[0];
      const place = positionOf(text, text.indexOf(word));
      const all: Json[] = await desk.editor.actions(uri, { start: place, end: place }, ['quickfix']);
      const { command } = all.find(({ title }) => title.startsWith('Spell it')) as Json;
      await desk.editor.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
      const changed = desk.asked[0].documentChanges.filter((one: Json) => one.textDocument.uri === other);
      if (changed.length) desk.editor.apply({ documentChanges: changed });
      assert.equal(desk.editor.text(other), expected ?? elsewhere);
      const [question] = desk.editor.heard.filter(({ method }) => method === 'window/showMessageRequest');
      assert.match(question?.params.message, told);
    });
});
