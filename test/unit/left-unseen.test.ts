// What `--fix` leaves as it is, since the desk cannot know that it is wrong: links, figures, marks that tell two speakers apart.
import * as assert from 'node:assert/strict';
import type { Format } from '../../server/src/document/draft';
import { fixed, recordOf } from '../support/fixed';

const COPY = 'The harbour will stay closed until spring, the port authority said on Monday.';

function stays(name: string, text: string, format: Format = 'text'): void {
  it(name, () => assert.equal(fixed(text, format).text, text));
}

function becomes(name: string, text: string, expected: string, format: Format = 'text'): void {
  it(name, () => assert.equal(fixed(text, format).text, expected));
}

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
  stays('a word twice, one of which may stand for another', 'The plan was approved the the council, he said.\n');
  stays('what somebody typed in a log', `${COPY}\n\n<ada> the eye witness is late, she said.\n`);
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
  ])
    it(`is not put into ${written}`, () => {
      const text = `The envoy typed ${written} on Friday, he said.\n`;
      assert.equal(fixed(text, 'text').text, text);
    });
  for (const written of ['Kiev: it', 'Kiev/Lviv', '(Kiev)', 'Kiev’s', '_Kiev_'])
    it(`is put into ${written}`, () => {
      const text = `The envoy named ${written} on Friday, he said.\n`;
      assert.equal(fixed(text, 'text').text, text.replace('Kiev', 'Kyiv'));
    });
});

/** A story in curly marks that sends one straight pair, and a name, to be put right: what is asked about stands between. */
const story = (between: string): string =>
  `“We wait for the ferry since noon,” he said. “We go home when it comes,” she said.\n\n${between}\n\nHe left Kiev, “and nobody knew,” she said. "We wait," said Ada Okoye.\n`;
const putRight = (text: string): string =>
  text.replace(
    'He left Kiev, “and nobody knew,” she said. "We wait,"',
    'He left Kyiv, “and nobody knew,” she said. “We wait,”',
  );

describe('what a program reads stays, and the copy round it is put right', () => {
  const everywhere = [
    '!!! note "Kiev"',
    '=== "Kiev"',
    '--8<-- "Kiev.md"',
    '@include("Kiev")',
    '@import "Kiev.css";',
    '[%key "Kiev"%]',
    '.. figure:: "Kiev"',
    '\\begin{quote}"Kiev"\\end{quote}',
    '\\href{a}{"Kiev"}',
    '"port": "Kiev"',
    'port = "Kiev"',
    'port:"Kiev"',
    'slug: Kiev',
    '::: tip {title="Kiev"}',
    '[gallery port="Kiev"]',
    '<?php echo "Kiev" ?>',
    '%%Kiev "a"%%',
    '<Kiev>',
    '<!-- Kiev -->',
    'Title: "Kiev"',
    'Slug: Kiev',
    'return "Kiev"',
    '"""Say "Kiev"."""',
    'He typed --Kiev and -Kiev there.',
    'He put it into Kiev/ and a.b/Kiev there.',
    'He wrote ＃Kiev to ＠Kiev there.',
    'He wrote desk.Kiev and [^Kiev] there.',
    'He wrote title:"Kiev" and port = "Kiev" and call("Kiev") there.',
  ];
  const plain = [
    'import Kiev from "port"',
    'He gave [it](Kiev "Kiev") to them.',
    '[port]: kiev.md "Kiev"',
    '```mermaid\nA["Kiev"] --> B\n\nKiev "c" is\n```',
    '<pre>\n"Kiev"\n\nKiev "b"\n</pre>',
    '<script>\nvar a = "Kiev";\n\nvar b = "Kiev";\n</script>',
    'He typed `Kiev "a"` there.',
    '{{\u00a0port\u00a0}} and <code>a\u00a0b</code> stay.',
  ];
  for (const format of ['text', 'markdown'] as const)
    for (const one of format === 'text' ? [...everywhere, ...plain] : everywhere) {
      const text = story(one);
      becomes(`${one} in ${format}`, text, putRight(text), format);
    }
  for (const format of ['text', 'markdown'] as const)
    for (const matter of [
      '+++\nport = "Kiev"\nopens = \'a "b" c\'\nkeys = ["a", "b"]\n+++',
      '---toml\nport = "Kiev"\n---',
      '---json\n{ "port": "Kiev" }\n---',
      '{ "port": "Kiev", "keys": ["a", "b"] }',
      '---\nport: "Kiev"\n---',
    ]) {
      const text = `${matter}\n${story('Ships wait.')}`;
      becomes(`${matter} in ${format}`, text, putRight(text), format);
    }
  for (const matter of ['+++\ntitle = \'Port "opens"\'\n+++', '{ "title": "Port opens", "port": "a" }'])
    it(`the marks of a headline are a value’s: ${matter}`, () => {
      const text = `${matter}\n\n${story('Ships wait.')}`;
      assert.equal(fixed(text, 'markdown').text, putRight(text));
    });
});

describe('a heading that a link of the page leads to', () => {
  for (const [link, heading] of [
    ['[there](#kiev-falls)', '## Kiev falls'],
    ['[there][a]\n\n[a]: #kiev-falls', 'Kiev falls\n---'],
    ['<a href="page.html#kiev_falls">there</a>', '## *Kiev* falls'],
  ] as const)
    it(`keeps its words: ${link}`, () => {
      const text = `${COPY} See ${link}\n\n${heading}\n\nHe left Kiev.\n`;
      assert.equal(fixed(text, 'markdown').text, text.replace('left Kiev', 'left Kyiv'));
      assert.equal(recordOf(text, 'markdown').diagnostics.filter(({ rule }) => rule === 'house-style').length, 2);
    });
  for (const text of [
    `${COPY} See [there](#port)\n\n## Kiev falls\n`,
    `${COPY} See [there](#kiev-falls)\n\n## Kiev falls {#port}\n`,
  ])
    becomes('and one with none does not', text, text.replace('## Kiev', '## Kyiv'), 'markdown');
});

describe('copy that looks a little like a setting', () => {
  for (const one of [
    'Headline: Kiev falls',
    'By: Kiev desk',
    'Q: "Is Kiev shut?"',
    '—Kiev fell, he said.',
    '- Kiev fell',
    '--Kiev fell, he said.',
    'It was the Kiev/Lviv train.',
    'The word was, he said: "Kiev"',
    'Ships (from Kiev) wait.',
  ])
    it(one, () => {
      const text = `${COPY}\n\n${one}\n\n${COPY}\n`;
      assert.equal(fixed(text, 'text').text, text.replace('Kiev', one.includes('"') ? 'Kiev' : 'Kyiv'));
    });
});
