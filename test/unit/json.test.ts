// JSON of newsrooms and agencies: a fix is written as JSON and the page inside it have to write it; what a story says of itself counts.
import * as assert from 'node:assert/strict';
import type { FieldMap } from '../../server/src/document/draft';
import { isEnglish } from '../../server/src/document/paragraph';
import { fixAs, lintAs, storyOf } from '../support/formats';

const lead = 'The harbour master closed the port on Monday, he said, and the ferries will not run.';
const item = (fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ uri: 'urn:1', headline: 'Port stays shut', ...fields }, undefined, 1);
const rulesOf = (text: string, fields?: FieldMap): string[] =>
  lintAs(text, 'json', fields).diagnostics.map(({ rule }) => rule);

describe('a fix in JSON', () => {
  const inBody = (words: string): string => item({ body_html: `<p>${lead}</p><p>${words}</p>` });
  const inText = (words: string): string => item({ body_text: `${lead}\n\n${words}` });
  const places: readonly (readonly [string, string, string])[] = [
    ['a page’s paragraph', inBody('He left Kiev.'), inBody('He left Kyiv.')],
    [
      'marks of a page',
      inBody('He <b class="x">slept in <i>Kiev</i></b>.'),
      inBody('He <b class="x">slept in <i>Kyiv</i></b>.'),
    ],
    [
      'beside codes of a page',
      inBody('Kiev&nbsp;&amp; Kiev&#8217;s port.'),
      inBody('Kyiv&nbsp;&amp; Kyiv&#8217;s port.'),
    ],
    ['plain text', inText('He left Kiev.'), inText('He left Kyiv.')],
    [
      'text beside marks that JSON escapes',
      inText('He left \\ Kiev, / "the port".'),
      inText('He left \\ Kyiv, / "the port".'),
    ],
    [
      'text beside a character of two halves',
      inText('He \ud83d\ude00 left Kiev \ud83d\ude00.'),
      inText('He \ud83d\ude00 left Kyiv \ud83d\ude00.'),
    ],
    [
      'a headline',
      item({ headline: 'Port of Kiev shut', body_text: lead }),
      item({ headline: 'Port of Kyiv shut', body_text: lead }),
    ],
    [
      'a headline below the copy',
      `{"body_text":"${lead}","headline":"Port of Kiev shut"}`,
      `{"body_text":"${lead}","headline":"Port of Kyiv shut"}`,
    ],
    [
      'a headline with codes',
      item({ headline: 'Port of Kiev &amp; quay', body_text: lead }),
      item({ headline: 'Port of Kyiv &amp; quay', body_text: lead }),
    ],
    [
      'words that want codes',
      inBody('Tea and Sons shut the quay.'),
      inBody('Tea &amp; Sons &lt;Port&gt; shut the quay.'),
    ],
    ['words in plain text', inText('Tea and Sons shut the quay.'), inText('Tea & Sons <Port> shut the quay.')],
    [
      'a feed inside',
      item({
        body_nitf: `<?xml version="1.0"?>\n<nitf><body><body.content><p>${lead}</p><p>He left Kiev.</p></body.content></body></nitf>`,
      }),
      item({
        body_nitf: `<?xml version="1.0"?>\n<nitf><body><body.content><p>${lead}</p><p>He left Kyiv.</p></body.content></body></nitf>`,
      }),
    ],
    [
      'a caption',
      item({ body_text: lead, associations: { main: { type: 'picture', description_text: 'Kiev port' } } }),
      item({ body_text: lead, associations: { main: { type: 'picture', description_text: 'Kyiv port' } } }),
    ],
    [
      'no slug, no note, no keyword',
      item({ body_text: lead, slugline: 'Kiev', ednote: 'Adds Kiev', subject: [{ name: 'Kiev' }] }),
      item({ body_text: lead, slugline: 'Kiev', ednote: 'Adds Kiev', subject: [{ name: 'Kiev' }] }),
    ],
    ['no quotation', inText('"We left Kiev," he said.'), inText('"We left Kiev," he said.')],
    ['no program text', inBody('Run <code>Kiev</code> now.'), inBody('Run <code>Kiev</code> now.')],
    ['a sign-off, with the lines that part it', inText('Enditem'), item({ body_text: lead })],
    ['a sign-off in a page, whole', inBody('<b>Enditem</b>'), item({ body_html: `<p>${lead}</p>` })],
  ];
  for (const [name, before, after] of places) it(`in ${name}`, () => assert.equal(fixAs(before, 'json').text, after));

  it('leaves escapes of every kind as they are', () => {
    const raw = (name: string): string =>
      String.raw`{"headline":"A \u0026 B","body_html":"\u003cp\u003e${lead}\u003c\/p\u003e\n\u003cp\u003eHe left ` +
      String.raw`${name} \u0026eacute;t\u00e9 \ud83d\ude00\/ ${name}.\u003c/p\u003e"}`;
    assert.equal(fixAs(raw('Kiev'), 'json').text, raw('Kyiv'));
  });

  it('is written in ASCII where the file has nothing else', () => {
    const raw = (name: string): string =>
      String.raw`{"headline":"Port shut","body_text":"Marek Dvo\u0159\u00e1k came. He met Marek ${name} son. Dvo\u0159\u00e1k left."}`;
    const { diagnostics } = lintAs(raw("Dvorak's"), 'json');
    const [edit] = diagnostics.flatMap(({ fixes }) => fixes).flatMap(({ edits }) => edits);
    assert.ok(edit);
    assert.match(edit.text, /\\u0159\\u00e1/);
    assert.equal(/[^\x00-\x7f]/.test(edit.text), false);
  });
});

describe('what a story in JSON says of itself', () => {
  it('its day, its kind, its language', () => {
    assert.equal(storyOf(item({ body_text: lead, versioncreated: '2026-11-03T09:00:00Z' }), 'json').date, '2026-11-03');
    assert.equal(storyOf(item({ body_text: lead, genre: [{ name: 'Opinion' }] }), 'json').genre, 'opinion');
    assert.equal(storyOf(item({ type: 'picture', description_text: 'Kiev' }), 'json').genre, 'caption');
    const languages = (language: string, words: string): boolean[] =>
      storyOf(item({ body_text: words, language }), 'json').blocks.map(({ facts }) => isEnglish(facts));
    assert.deepEqual(languages('de', 'Kurz gesagt.'), [false, false]);
    assert.deepEqual(languages('en-GB', 'Briefly put.'), [true, true]);
    // words that are enough are believed
    assert.deepEqual(languages('de', lead), [false, true]);
  });

  it('that it is held back, that it must not run', () => {
    const copy = { body_text: lead };
    assert.deepEqual(rulesOf(item({ ...copy, embargoed: '2027-01-01T00:00:00Z' })), ['embargo']);
    assert.deepEqual(rulesOf(item({ ...copy, embargoed: '2026-01-01T00:00:00Z', pubstatus: 'usable' })), []);
    assert.deepEqual(rulesOf(item({ ...copy, pubstatus: 'withheld' })), ['not-for-publication']);
    assert.deepEqual(rulesOf(item({ ...copy, pubStatus: 'stat:canceled' })), ['not-for-publication']);
    assert.deepEqual(rulesOf(item({ ...copy, edNote: 'EMBARGOED UNTIL 0001 GMT, 9 MAY 2027' })), ['embargo']);
    assert.deepEqual(rulesOf(item({ ...copy, ednotes: [{ ednote: 'Adds quote' }] })), []);
  });

  it('which of its bodies is read, and that another says the same', () => {
    const { prose, problems } = storyOf(item({ body_text: lead, body_html: `<p>${lead}</p>` }), 'json');
    assert.equal(prose.split(lead).length, 2);
    assert.deepEqual(
      problems.map(({ line, severity }) => [line, severity]),
      [[4, 'note']],
    );
  });

  it('what part each field is, in whatever order', () => {
    const text = `{"body_text":"${lead}","byline":"Lena Orsk","dateline":{"text":"HARROW, Nov 3"},"headline":"Port stays shut"}`;
    assert.deepEqual(
      storyOf(text, 'json').blocks.map(({ role }) => role),
      ['paragraph', 'byline', 'dateline', 'headline'],
    );
  });
});

describe('stories in one JSON file', () => {
  it('are each a story, with a headline and an end of its own', () => {
    const one = (name: string) => ({ headline: `Port of ${name} shut`, body_text: `${lead}\n\nEnditem` });
    const { blocks } = storyOf(JSON.stringify({ total: 2, item: [one('Odesa'), one('Harrow')] }), 'json');
    const roles = ['headline', 'paragraph', 'sign-off'];
    assert.deepEqual(
      blocks.map(({ role }) => role),
      [...roles, ...roles],
    );
  });
});

describe('JSON of another shape', () => {
  const map: FieldMap = {
    headline: 'head.main',
    byline: ['credits.by[].name'],
    body: 'parts[type=text].words',
    caption: 'parts[type=picture].says',
    date: 'published',
  };
  const file = (name: string): string =>
    JSON.stringify({
      ...{ published: '2026-11-03', head: { main: `Port of ${name} shut`, short: 'Kiev' } },
      credits: { by: [{ name: 'Lena Orsk' }] },
      parts: [
        { type: 'text', words: `<p>${lead}</p>` },
        { type: 'code', words: 'Kiev' },
        { type: 'picture', says: `Cranes at ${name}` },
        { type: 'text', words: `<p>He left ${name}.</p>` },
      ],
    });

  it('is read by the fields that settings name', () => {
    const { blocks, date } = storyOf(file('Odesa'), 'json', map);
    assert.deepEqual(
      blocks.map(({ role }) => role),
      ['headline', 'byline', 'paragraph', 'caption', 'paragraph'],
    );
    assert.equal(date, '2026-11-03');
    assert.equal(fixAs(file('Kiev'), 'json', map).text, file('Kyiv'));
  });

  it('holds stories where settings say so', () => {
    const text = JSON.stringify([
      { t: 'Port of Odesa shut', c: lead },
      { t: 'Quay of Harrow shut', c: lead },
    ]);
    const { blocks } = storyOf(text, 'json', { items: '[]', headline: 't', body: 'c' });
    assert.deepEqual(
      blocks.map(({ role }) => role),
      ['headline', 'paragraph', 'headline', 'paragraph'],
    );
  });

  it('is told of once where nothing is found', () => {
    for (const text of ['{}', '[]', '"Kiev"', '1', 'null', '', '{"title":"Kiev"}', file('Odesa')]) {
      const { prose, problems } = storyOf(text, 'json');
      assert.equal(prose, '');
      assert.equal(problems.length, 1, text);
    }
    assert.match(storyOf('{"a":1}', 'json', map).problems[0]!.message, /head\.main, parts\[type=text\]\.words/);
  });
});

describe('JSON that is not in order', () => {
  const faults: readonly (readonly [string, string, RegExp, number])[] = [
    ['breaks off', `{\n"headline":"Port of Kiev shut","body_text":"${lead}`, /breaks off \(line 2\)/, 2],
    ['a mark inside', `{"body_text":"He said "Kiev" and left Kiev."}`, /quotation mark inside a value/, 1],
    ['no comma', `{\n"body_text":"He left Kiev."\n"a":1}`, /lacks a comma/, 3],
    ['a line end inside', `{"body_text":"He left Kiev.\nHe came."}`, /broken off at the end of its line/, 1],
    ['a comma too many', `{\n"headline":"Kiev",\n"body_text":"He left Kiev.",\n}`, /a comma behind its last value/, 4],
    ['a comma too many in a list', `[{"body_text":"He left Kiev."},\n]`, /a comma behind its last value/, 2],
    ['a comment', `{\n// old\n"body_text":"He left Kiev."}`, /a comment/, 2],
    ['a field twice', `{"body_text":"She left Kiev.",\n"body_text":"He left Kiev."}`, /twice, “body_text”/, 2],
    ['an escape that is none', String.raw`{"body_text":"He left Kiev \q now."}`, /backslash/, 1],
  ];
  for (const [name, text, message, line] of faults)
    it(`${name}: is told once, read as far as it goes, and not changed`, () => {
      const { problems, diagnostics } = lintAs(text, 'json');
      assert.equal(problems.length, 1);
      assert.match(problems[0]!.message, message);
      assert.equal(problems[0]!.line, line);
      assert.equal(fixAs(text, 'json').text, text);
      assert.ok(diagnostics.every(({ fixes }) => fixes.length === 0));
    });
});

describe('copy that stands in two fields', () => {
  const told = (fields: object): string =>
    storyOf(JSON.stringify({ headline: 'Port stays shut', ...fields }), 'json')
      .problems.map(({ message }) => message)
      .join();

  it('is told of by their names, wherever they stand', () => {
    const note = told({
      body_html: `<p>${lead}</p><p>Caf&eacute;s &amp; shops closed.</p>`,
      body_text: `${lead}\n\nCafés & shops closed.`,
    });
    assert.match(
      note,
      /twice: body_html \(line 1, column \d+\) is read, body_text \(line 1, column \d+\) is not\. A fix changes body_html alone/,
    );
    const bodies = [
      { contentType: 'text/html', value: `<p>${lead}</p>` },
      { contentType: 'text/plain', value: lead },
    ];
    assert.match(told({ bodies }), /value of text\/html .* is read, value of text\/plain/);
  });

  it('with what only the one has that is not read', () =>
    assert.match(
      told({ body_html: `<p>${lead}</p>`, body_text: `${lead}\n\nThe bridge is shut too, he said.` }),
      /What only body_text has, “The bridge is shut too, he said\.”, was not read\./,
    ));
});
