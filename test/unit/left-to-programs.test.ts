// What a program reads, links lead to or a page is made of is left; the copy round it is put right.
import * as assert from 'node:assert/strict';
import type { Format } from '../../server/src/document/draft';
import { fixed, recordOf } from '../support/fixed';
import { COPY, stays, becomes } from '../support/left-unseen';

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

describe('a line that stands beside a program or among data', () => {
  const both = ['text', 'markdown'] as const;
  const pasted: readonly (readonly [string, string, readonly Format[]])[] = [
    ['a comment above a program', '# Says "Kiev" to the desk\ndef port():\n    return "Kiev"', both],
    ['a comment above a query', '-- The "open" ports of Kiev.\nSELECT name, "Kiev" FROM ports', both],
    ['what is said below a line of a program', 'def port():\n    Tells who left Kiev on Monday.\n    pass', ['text']],
    ['points below a setting', 'ports:\n  - Kiev\n  - Lom\nopen: yes', ['text']],
    ['a list of Lisp', '(define port "Kiev")', both],
    ['the end of an import', 'import {\n  port,\n  pier,\n} from "Kiev"', ['text']],
    ['values in brackets', 'ports = [\n("Kiev", 1),\n("Lom", 2),\n]', both],
    ['a table of tests', '*** Test Cases ***\nOpen\n    Library    "Kiev"', ['text']],
    ['names of modules', 'import Kiev\npackage Kiev;\nclass Kiev:\n    pass', both],
    ['a call and an assignment', 'Kiev = open()\nKiev.read()\nKiev[1] = 2', both],
    ['what a change took out and put in', '-He left "Kiev" today.\n+He left "Kiev" then.', ['text']],
    ['a change with its head', '@@ -1,2 +1,2 @@\n The port of Kiev is "open".\n-He said no.\n+He said yes.', ['text']],
    ['a text between three marks', '"""\nSay "Kiev"\nKiev is shut.\n"""', ['text']],
    ['cells with a tab between', 'Ada\tKiev\nOmar\tLom', both],
    ['columns below a ruler', 'port     note\n-------  ----\nKiev     "a"', both],
    ['cells with a stroke between', '+------+-----+\n| Kiev | "a" |\n+------+-----+', ['text']],
    ['narrow columns', 'Monday  Kiev  "Lom"\nTuesday  Lom  "Kiev"', ['text']],
    ['what two files differ in', '< Kiev is "shut".\n---\n> Kiev is "open".', ['text']],
    ['what a test tells', 'Feature: Ports\n  Scenario: A "ship" leaves Kiev', ['text']],
    ['a remark behind a blank line of a program', '    port = open()\n\n    # Kiev "a"', ['text']],
    ['a formula over several lines', '\\(\n"Kiev"\n\\)', both],
    ['kramdown’s comment', '{::comment}\nKiev "a"\n{:/comment}', both],
    ['a template in a page’s program', 'export const a = `\nKiev "a"\n\nKiev "b"\n`', ['markdown']],
    ['a body of a page’s program', 'export const X = () => (\n  <b>"Kiev" Kiev</b>\n)', ['markdown']],
  ];
  for (const [name, between, formats] of pasted)
    for (const format of formats) becomes(`${name}, in ${format}`, story(between), putRight(story(between)), format);

  it('has no say in which marks the story is set', () => {
    const text = story('"""\nSay "a"\nSay "b"\nSay "c"\nSay "d"\nSay "e"\n"""');
    assert.equal(fixed(text, 'text').text, putRight(text));
  });

  for (const [name, between] of [
    ['a sentence above a program', 'He left Kiev for the port of Lom.\nport = open()'],
    ['a sentence below it', 'port = open()\nHe left Kiev for the port of Lom.'],
    ['a headline by itself', 'Ferry leaves Kiev'],
    ['points below words', 'The ports are:\n- Kiev\n- Lom'],
    ['copy that is spread to an even margin', 'The pier of Kiev  is  shut and the\nmayor  of  Lom  left on  Monday.'],
    ['an aside in brackets', '(The ferry leaves Kiev at noon.)'],
    ['a label before words', 'Ports: Kiev and Lom'],
    ['a point behind a number and a tab', '1.\tThe ferry left Kiev at noon.'],
  ] as const)
    it(`is none: ${name}`, () => {
      const text = story(between);
      assert.equal(fixed(text, 'text').text, putRight(text.replace(between, between.replace('Kiev', 'Kyiv'))));
    });
});

describe('a name of a file with spaces in it', () => {
  for (const name of [
    'Kiev (1).jpg',
    'Kiev final.docx',
    'IMG Kiev 01.png',
    'Kiev notes - v2.pdf',
    'Kiev in May.xlsx',
    'Kiev’s plan.docx',
    'Kiev-Lom map.pdf',
    'Kiev – final.docx',
    '~/My Kiev/a.txt',
  ])
    for (const format of ['text', 'markdown'] as const)
      stays(`${name} in ${format}`, `The envoy sent ${name} on Friday, he said.\n`, format);
  becomes('a clause is none', 'In Kiev he opened plan.pdf, he said.\n', 'In Kyiv he opened plan.pdf, he said.\n');
});

describe('the head that a program makes a page of', () => {
  stays('a rule below each field', `Title: Port opens\n----\nTags: Kiev\n----\nText: Kiev is shut.\n`);
  const head = 'Title: Port opens\nDate: 2020-05-04\nCategory: News\nTags: Kiev\nSlug: Kiev';
  for (const format of ['text', 'markdown'] as const)
    stays(`stays whole, labels that are a page’s too: ${format}`, `${head}\n\n${COPY}\n`, format);
  becomes(
    'YAML may end with three dots',
    `---\ntitle: Port opens\nport: Kiev\n...\n\nHe left Kiev.\n`,
    `---\ntitle: Port opens\nport: Kiev\n...\n\nHe left Kyiv.\n`,
    'markdown',
  );
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
