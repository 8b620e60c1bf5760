// Drafts into stories: layouts of plain text, Markdown, comments, memory.
import * as assert from 'node:assert/strict';
import type { Parsed } from '../../server/src/document/draft';
import { parseMarkdown } from '../../server/src/document/formats/markdown';
import { parsePlainText } from '../../server/src/document/formats/plain-text';
import { createMemory } from '../../server/src/document/memory';
import { readStory } from '../../server/src/document/read';
import type { Layout } from '../../server/src/document/story';
import { toFile } from '../../server/src/text/source-map';

const plain = (text: string, layout?: Layout): Parsed => parsePlainText({ text, layout, format: 'text' });
const markdown = (text: string): Parsed => parseMarkdown({ text, format: 'markdown' });
const texts = ({ prose, chunks }: Parsed): string[] => chunks.map(({ start, end }) => prose.slice(start, end));
const kinds = ({ chunks }: Parsed): string => chunks.map(({ kind }) => kind).join(' ');

const WRAPPED = `The harbour authority said on
Tuesday the port would close for a week while divers look for
the wreck, which sank in March with 40 tonnes of copper.
    "We lost power at midnight, and the pumps stopped ten minutes
later," plant manager Eva Stroll said.
    Shares of Oster Corp rose.
 Reuter
`;

describe('plain text', () => {
  it('a paragraph a line', () => {
    const parsed = plain('Port to close\nThe port will close on Monday, the authority said.\nShips wait outside.\n');
    assert.equal(parsed.layout, 'line-a-paragraph');
    assert.equal(parsed.chunks.length, 3);
  });

  it('blank lines between', () => {
    const parsed = plain('Port to close\n\nThe port will close on Monday.\n\n\nShips wait outside.');
    assert.equal(parsed.layout, 'blank-lines');
    assert.deepEqual(
      parsed.chunks.map(({ blankBefore }) => blankBefore),
      [0, 1, 2],
    );
  });

  it('wrapped, paragraphs indented, sign-off apart', () => {
    const parsed = plain(WRAPPED);
    assert.equal(parsed.layout, 'wrapped');
    assert.deepEqual(texts(parsed), [
      'The harbour authority said on Tuesday the port would close for a week while divers look for the wreck, which sank in March with 40 tonnes of copper.',
      '"We lost power at midnight, and the pumps stopped ten minutes later," plant manager Eva Stroll said.',
      'Shares of Oster Corp rose.',
      'Reuter',
    ]);
    assert.deepEqual(
      parsed.chunks.map(({ indent }) => indent),
      [0, 4, 4, 1],
    );
  });

  it('wrapped, in capitals, blank lines and indent', () => {
    const parsed = plain(
      'TAZIR, 5 SEP 89 (WIRE) -- [TEXT] THE DEFENSE MINISTRY HAS REPORTED\nTHAT A GROUP OF MEN TODAY ENTERED THE BARRACKS IN NORTHERN\nTAZIR.\n\n   A POLICE OPERATION IS NOW BEING CARRIED OUT IN SEARCH OF THE\nMEN.\n',
    );
    assert.equal(parsed.layout, 'wrapped');
    assert.equal(parsed.chunks.length, 2);
  });

  it('wrapped with blank lines and no indent, headline apart', () => {
    const parsed = plain(
      'PORT TO CLOSE FOR A WEEK\nThe port will close on Monday for a week, the harbour authority\nsaid, while divers look for the wreck.\n\nShips wait outside, and two of them have turned back to the\nnorth.\n',
    );
    assert.equal(parsed.layout, 'wrapped');
    assert.deepEqual(texts(parsed), [
      'PORT TO CLOSE FOR A WEEK',
      'The port will close on Monday for a week, the harbour authority said, while divers look for the wreck.',
      'Ships wait outside, and two of them have turned back to the north.',
    ]);
  });

  it('a sign-off that stands in is apart, whatever the line before ends with', () => {
    const parsed = plain(
      WRAPPED.replace('rose.', 'rose, by 3 pct in early trade and 4 pct at noon on the day\nin Brod'),
    );
    assert.deepEqual(texts(parsed).slice(-2), [
      'Shares of Oster Corp rose, by 3 pct in early trade and 4 pct at noon on the day in Brod',
      'Reuter',
    ]);
  });

  it('headlines are not wrapped copy', () => {
    const parsed = plain(
      "Blast at market kills 12: police\n'Systemic failure' led to ferry sinking\nRebels take northern town, monitor says\nTwelve dead in tunnel fire",
    );
    assert.equal(parsed.chunks.length, 4);
    assert.equal(kinds(parsed), 'paragraph paragraph paragraph paragraph');
  });

  it('results and columns are tables, a line each', () => {
    const parsed = plain(
      'Shr 22 cts vs 20 cts\n    Net 1,788,000 vs 1,500,000\n    Six months\n    Revs 42.2 mln vs 28.8 mln\n    NOTE: Results include a gain of 2,000 dlrs from the sale of a\nplant in Brod.\n Reuter\n',
    );
    assert.equal(kinds(parsed), 'table table table table paragraph paragraph');
    assert.equal(
      kinds(plain('The catch by port, in tonnes:\nBrod     40     51\nTazir    12      9\n')),
      'paragraph table table',
    );
  });

  it('folds hyphens and dashes at line ends, and pairs of apostrophes', () => {
    const parsed = plain(
      "The rebel-\nheld town--its name is\nBrod--was quiet, ''very quiet,'' on Monday.\n",
      'wrapped',
    );
    assert.deepEqual(texts(parsed), ['The rebel-held town--its name is Brod--was quiet, "very quiet," on Monday.']);
    const at = parsed.prose.indexOf('"very');
    assert.deepEqual(toFile(parsed.map, { start: at, end: at + 1 }), { start: 51, end: 53 });
  });

  it('line ends of every kind are the same story', () => {
    const lf = texts(plain(WRAPPED));
    for (const end of ['\r\n', '\r', '\u2028', '\u0085'])
      assert.deepEqual(texts(plain(WRAPPED.replaceAll('\n', end))), lf);
    assert.deepEqual(texts(plain(`\ufeff${WRAPPED.trimEnd()}`)), lf, 'byte order mark, no final line end');
  });

  it('the layout can be set', () => {
    assert.equal(plain(WRAPPED, 'line-a-paragraph').chunks.length, 7);
    assert.equal(plain('The port will close\nShips wait outside the harbour', 'wrapped').layout, 'wrapped');
  });

  it('empty and blank drafts are stories without blocks', () => {
    for (const text of ['', '\n\n', '\ufeff', ' \t ']) assert.deepEqual(plain(text).chunks, []);
  });
});

describe('Markdown', () => {
  const text = `---
title: "Port to close"   # working title
date: December 7, 2016
genre: opinion
---

# Port *closes* for a week

The **harbour** authority [said](https://example.org "x") AT&amp;T\\* and \`code()\`
would close.

> Ships wait,
> she said.

- One
- Two

| port | tonnes |
|---|---|
| Brod | 40 |

\`\`\`js
Reuter
\`\`\`
`;

  it('leaves markup out and keeps what each part is', () => {
    const parsed = markdown(text);
    assert.deepEqual(texts(parsed), [
      'Port to close',
      'Port closes for a week',
      'The harbour authority said AT&T* and \ufffc would close.',
      'Ships wait, she said.',
      'One',
      'Two',
      'port\ttonnes',
      'Brod\t40',
    ]);
    assert.equal(kinds(parsed), 'heading heading paragraph block-quote item item table table');
    assert.equal(parsed.date, '2016-12-07');
    assert.equal(parsed.genre, 'opinion');
    assert.deepEqual(parsed.problems, []);
  });

  it('maps a word inside markup to the file', () => {
    const parsed = markdown(text);
    const start = parsed.prose.indexOf('harbour');
    const span = toFile(parsed.map, { start, end: start + 7 });
    assert.equal(text.slice(span.start, span.end), 'harbour');
  });

  it('is read as plain text, with a problem, where it nests beyond all sense', () => {
    const parsed = markdown(`${'>'.repeat(50_000)} Text.\n`);
    assert.equal(parsed.chunks.length, 1);
    assert.deepEqual(
      parsed.problems.map(({ code }) => code),
      ['markdown'],
    );
    assert.deepEqual(texts(markdown(`${'> '.repeat(20)}Text.\n`)), ['Text.']);
  });

  it('says which line of the front matter it could not read', () => {
    const parsed = markdown('---\ndate: soon\ngenre: poem\n---\n\nText.\n');
    assert.deepEqual(
      parsed.problems.map(({ line, severity }) => [line, severity]),
      [
        [2, 'note'],
        [3, 'note'],
      ],
    );
    const [date, genre] = markdown('---\ndate: 03/05/2024\ngenre: news\n---\n\nText.\n').problems;
    assert.match(date?.message ?? '', /one way only.*The draft is read on the day that its dateline/);
    assert.match(genre?.message ?? '', /is read as the genre that the settings give, or as a story/);
    assert.equal(parsed.date, undefined);
  });
});

describe('comments', () => {
  const cleared = (parsed: Parsed): string[] =>
    parsed.cleared.map(
      ({ start, end, rules }) => `${rules.join(' ') || 'all'}: ${parsed.prose.slice(start, end).trim()}`,
    );

  it('clear the next paragraph, or all up to the end mark', () => {
    const lines =
      'One.\n\n<!-- copydesk-ignore-next placeholder -->\n\nTwo.\n\n<!-- copydesk-ignore vague-source, embargo -->\n\nThree.\n\n<!-- copydesk-ignore-end -->\n\nFour.\n';
    for (const parsed of [plain(lines), markdown(lines)]) {
      assert.deepEqual(texts(parsed), ['One.', 'Two.', 'Three.', 'Four.']);
      assert.deepEqual(cleared(parsed), ['placeholder: Two.', 'vague-source embargo: Three.']);
    }
  });

  it('end rule by rule, or with the story', () => {
    const parsed = plain(
      'One.\n<!-- copydesk-ignore embargo placeholder -->\nTwo.\n<!-- copydesk-ignore-end embargo -->\nThree.',
    );
    assert.deepEqual(cleared(parsed), ['embargo: Two.', 'placeholder: Two.\nThree.']);
    assert.deepEqual(cleared(plain('One.\n<!-- copydesk-ignore -->\nTwo.')), ['all: Two.']);
  });

  it('that ask for something else are problems', () => {
    const { problems } = markdown('One.\n\n<!-- copydesk-silence -->\n');
    assert.deepEqual(
      problems.map(({ code, line, severity }) => ({ code, line, severity })),
      [{ code: 'unknown-comment', line: 3, severity: 'note' }],
    );
  });

  it('that stand in the wrong place are told of', () => {
    const told = (text: string): [number | undefined, string][] =>
      markdown(text).problems.map(({ line, message }) => [line, message.replace(/^.* line \d+ /, '')]);
    assert.deepEqual(told('One. <!-- copydesk-ignore-next --> More.\n\nTwo.\n'), [
      [
        1,
        'stands inside a paragraph and silences that one, not the next: for the next, put it on a line of its own between the two.',
      ],
    ]);
    assert.deepEqual(told('One.\n\n<!-- copydesk-ignore-end -->\n\n<!-- copydesk-ignore-next -->\n'), [
      [3, 'ends nothing: no copydesk-ignore stands open above it.'],
      [5, 'silences nothing: no paragraph stands below it.'],
    ]);
    assert.deepEqual(told('<!-- copydesk-ignore -->\n\nOne.\n\n<!-- copydesk-ignore-next -->\n\nTwo.\n'), []);
  });
});

describe('Markdown of very many lines', () => {
  const told = (text: string): string[] => markdown(text).problems.map(({ message }) => message);

  it('is read as plain text where no blank line stands between them', () => {
    const lines = 'a b\n'.repeat(5000);
    for (const opening of ['> Ships wait.\n', '- Ships wait.\n', 'Ships wait.\n', '| Ships |\n|---|\n'])
      assert.match(told(`One.\n\n${opening}${lines}`).join(), /more than 5,000 lines .* from line 3 on/, opening);
  });

  it('is Markdown where they are code, or a blank one stands between', () => {
    const lines = 'a b\n'.repeat(2600);
    assert.deepEqual(told(`One.\n\n~~~\n${lines}${lines}~~~\n\nTwo.\n`), []);
    assert.deepEqual(told(`${lines}\n${lines}`), []);
  });
});

describe('memory', () => {
  it('keeps the facts of every paragraph that did not change', () => {
    const memory = createMemory();
    const read = (text: string) => readStory({ text, format: 'text' }, memory).blocks.map(({ facts }) => facts);
    const before = read('Ships wait outside the harbour.\nThe port will close.\nNobody knows why it did.');
    const after = read('Ships wait outside the harbour.\nThe port will close soon.\nNobody knows why it did.');
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
    assert.equal(after[2], before[2]);
  });

  it('re-reads all where an edit flips the layout, as if read afresh', () => {
    const memory = createMemory();
    readStory({ text: WRAPPED, format: 'text' }, memory);
    const long = `${WRAPPED}${'\nA paragraph a line, much longer than any wire system ever wrapped its copy at, stands here on a line of its own and goes on.'.repeat(20)}`;
    const remembered = readStory({ text: long, format: 'text' }, memory);
    const fresh = readStory({ text: long, format: 'text' });
    assert.notEqual(remembered.layout, readStory({ text: WRAPPED, format: 'text' }).layout);
    assert.deepEqual(remembered, fresh);
  });

  it('a quotation that runs on changes the next paragraph, not the one behind', () => {
    const memory = createMemory();
    const read = (text: string) => readStory({ text, format: 'text' }, memory).blocks.map(({ facts }) => facts);
    const before = read('She said: "It is over."\n"By morning it was full," she said.\nShips wait.');
    const after = read('She said: "It is over.\n"By morning it was full," she said.\nShips wait.');
    assert.ok(!before[1]?.quotations[0]?.continues);
    assert.ok(after[1]?.quotations[0]?.continues);
    assert.equal(after[2], before[2]);
  });
});
