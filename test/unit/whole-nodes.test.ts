// A fix takes a whole node of the file or nothing, and what is no prose is neither read nor changed.
import * as assert from 'node:assert/strict';
import type { Format } from '../../server/src/document/draft';
import { applyEdits } from '../../server/src/text/edit';
import { fixed, recordOf } from '../support/fixed';

const COPY = 'The harbour will stay closed until spring, the port authority said on Monday.';

/** What stands behind two paragraphs of copy is left as `becomes`, or taken out with the line before it. */
function leaves(name: string, behind: string, becomes = ''): void {
  it(name, () => {
    const before = `# Harbour to stay closed\n\n${COPY}\n\n${COPY}`;
    assert.equal(fixed(before + behind, 'markdown').text, before + becomes);
  });
}

/** Left as it is until a person chooses the fix, which takes it out whole: a link says where something comes from. */
function asked(name: string, behind: string, becomes = '\n'): void {
  it(name, () => {
    const before = `# Harbour to stay closed\n\n${COPY}\n\n${COPY}`;
    assert.equal(fixed(before + behind, 'markdown').text, before + behind);
    const [fix] = recordOf(before + behind, 'markdown').diagnostics.flatMap(({ fixes }) => fixes);
    assert.equal(fix?.apply, 'ask');
    assert.equal(applyEdits(before + behind, fix.edits), before + becomes);
  });
}

describe('furniture goes with its markup', () => {
  leaves('in emphasis', '\n\n*(more to follow) Dow Jones Newswires*\n', '\n');
  leaves('in strong', '\n\n**Endi**\n', '\n');
  leaves('in underscores', '\n\n__(AP)__\n', '\n');
  leaves('in both', '\n\n***Endi***\n', '\n');
  leaves('behind a sentence', ' **(AP)**\n', '\n');
  leaves('behind a sentence, on a line of its own', '\n**(AP)**\n', '\n');
  leaves('in strong, in emphasis, behind a sentence', ' *__(AP)__*\n', '\n');
  asked('an end mark that is a link', '\n\n[Enditem](http://port.example/fares)\n');
  asked('behind a sentence, an agency that is a link', ' [(AP)](http://port.example/fares)\n');
  asked('an end mark that is a link of HTML', '\n\n<a href="http://port.example">Enditem</a>\n');
  asked(
    'an end mark that is a reference',
    '\n\n[Enditem][ad]\n\n[ad]: http://ad.example\n',
    '\n\n[ad]: http://ad.example\n',
  );
  asked('a pointer in a link', '\n\n[Read more: Ferry fares to rise](http://port.example/fares)\n');
  asked('behind a sentence, a pointer in a link', ' [Read more](http://port.example/fares) →\n');
  asked('an end mark of which one word is a link', '\n\n(END) [Dow Jones Newswires](http://port.example)\n');
  asked('an end mark with a link of HTML', '\n\n**(END)** <a href="http://port.example">Dow Jones Newswires</a>\n');
  asked('an agency and initials that are a link', '\n\n*dpa* [ro](http://port.example/ro)\n');
  asked('with a link in it', '\n\n*Follow us on [X](http://port.example)*\n');
  leaves('in tags', '\n\n<em>Endi</em>\n', '\n');
  leaves('in tags with attributes, in strong', '\n\n**<span class="end">Endi</span>**\n', '\n');
  leaves('struck through and written again', '\n\n~~Endi~~ Endi\n', '\n\n~~Endi~~\n');
  leaves('in a heading', '\n\n### Endi\n', '\n');
  leaves('in a heading with a line below it', '\n\nAdvertisement\n---\n\nIt is cold.\n', '\n\nIt is cold.\n');
  leaves('in a quote', '\n\n> Endi\n', '\n');
  leaves('in a quote in a quote', '\n\n> > **Endi**\n', '\n');
  leaves('as the only point of a list', '\n\n- Advertisement\n', '\n');
  leaves(
    'as one point of a list',
    '\n\n- One point\n- *Advertisement*\n- Another point\n',
    '\n\n- One point\n- Another point\n',
  );
  leaves('as a task', '\n\n- [ ] Advertisement\n- [x] Another point\n', '\n\n- [x] Another point\n');
  leaves('over several lines', '\n\n*(END) Dow Jones\nNewswires*\n', '\n');
  leaves('with the address it holds', '\n\n(NAN)(www.port_news.example)\n', '\n');
  leaves(
    'with the line below it, and not with what is defined above it',
    ' See [the fares][fares].\n\n[fares]: http://port.example "Fares"\nAdvertisement\n---\n\nIt is cold.\n',
    ' See [the fares][fares].\n\n[fares]: http://port.example "Fares"\n\nIt is cold.\n',
  );
  leaves(
    'with its number, which begins a list in a quote',
    '\n> Ships wait.\n>\n> 10) Advertisement\n> - Ferries\n',
    '\n> Ships wait.\n>\n> - Ferries\n',
  );
  leaves('with its number, in an item below a line', '\n- 7. Advertisement\n- Ferries\n', '\n- Ferries\n');
  leaves('with carriage returns', '\r\n\r\n**Advertisement**\r\n', '\r\n');

  it('at the head of a file', () => {
    for (const mark of ['Advertisement', '## Advertisement', '*Advertisement*', '- Advertisement'])
      assert.equal(
        fixed(`${mark}\n\nHarbour to stay closed\n\n${COPY}\n`, 'markdown').text,
        `Harbour to stay closed\n\n${COPY}\n`,
        mark,
      );
  });
});

describe('a label goes with what it labels, or both stay', () => {
  /** By `--fix`, and for a person who chooses. */
  function waits(name: string, behind: string, rule = 'web-remnant'): void {
    it(name, () => {
      const text = `# Harbour to stay closed\n\n${COPY}\n\n${COPY}\n\n${behind}`;
      assert.equal(fixed(text, 'markdown').text, text);
      const found = recordOf(text, 'markdown').diagnostics.filter((d) => d.rule === rule);
      assert.ok(found.length > 0, 'it is told of');
      assert.ok(found.every(({ fixes }) => fixes.every(({ apply }) => apply === 'ask')));
    });
  }
  const behind = `\n\n${COPY}\n`;
  waits('above points with links', `Share this:\n\n- [Facebook](http://a.example)\n- [X](http://b.example)${behind}`);
  waits('above headlines as points', `READ MORE\n\n- Ferry fares to rise\n- Pilots on strike${behind}`);
  waits('above a table', `Advertisement\n\n| Boat | Price |\n| --- | --- |\n| Dinghy | 100 |${behind}`);
  waits('at the head of a quote', `> **Advertisement**\n>\n> Buy a boat.${behind}`);
  waits('at the head of a point', `- **Advertisement**\n\n  Buy a boat.${behind}`);
  waits('above a picture', `Advertisement\n\n![A boat](boat.png)${behind}`);
  waits('one of a row that a person is asked about', `Share\n\nTweet\n\nEmail${behind}`);
  waits('an end mark above notes', '-ENDS-\n\n**Notes to editors**\n\n1. The pier is listed.\n', 'wire-sign-off');
  waits('an end mark above contacts', '# # #\n\nMedia contact: Ada Okoye, ada@port.example\n', 'wire-sign-off');
  waits('a release’s source', 'About the port\n\nThe port has nine piers.\n\nSOURCE Port of Lom\n', 'wire-sign-off');
  waits(
    'an agency’s mark above its own copyright',
    '(END) Dow Jones Newswires\n\nMarch 4, 2024 10:12 ET (15:12 GMT)\n\nCopyright (c) 2024 Dow Jones & Company, Inc.\n',
    'wire-sign-off',
  );
  leaves('points that are labels go with the one above', '\n\nShare\n\n* Facebook\n* Twitter\n* Instagram\n', '\n');
  leaves('a quote that is a label and nothing else', '\n\n> **Advertisement**\n', '\n');
  leaves('above a line drawn across the page', '\n\nAdvertisement\n\n***\n', '\n\n***\n');
  leaves('an end mark with nothing below but labels', '\n\n-ENDS-\n\nShare\n', '\n');
  leaves('an end mark below a label', '\n\nAdvertisement\n\nEndi\n', '\n');
});

/** The finding stays, the file too. */
function stays(name: string, behind: string, rule: string): void {
  it(name, () => {
    const text = `# Harbour to stay closed\n\n${COPY}\n\n${COPY}${behind}`;
    assert.equal(fixed(text, 'markdown').text, text);
    const found = recordOf(text, 'markdown').diagnostics.filter((d) => d.rule === rule);
    assert.ok(found.length > 0, 'the finding stays');
    assert.deepEqual(
      found.flatMap(({ fixes }) => fixes),
      [],
    );
  });
}

describe('a fix is withheld', () => {
  stays('a mark that a letter outside its markup goes on with', '\n\n*Enditem*a ~~The port~~\n', 'wire-sign-off');
  stays('where it would leave an item with nothing but a list', '\n\n- Advertisement\n  - One point\n', 'web-remnant');
  stays(
    'where it would leave an item with nothing to see',
    '\n\n- One point\n- [ad]: http://ad.example\n\n  Advertisement\n',
    'web-remnant',
  );
  stays('where a note below a line would be left empty', ' So it was[^1].\n[^1]: 3. Advertisement\n', 'web-remnant');
  stays(
    'where an item would go with a note that somebody may point to',
    ' So it was[^1].\n\n- [^1]: Advertisement\n\nShips wait.\n',
    'web-remnant',
  );
  stays('where markup stands inside the word', ' He left **Ki**ev.\n', 'house-style');
  stays(
    'in a reference’s label before a bracket that opens none',
    ' He left [Kiev][[x].\n\n[kiev]: http://port.example\n',
    'house-style',
  );
  stays('in a reference’s label', ' He left [Kiev][].\n\n[kiev]: http://port.example\n', 'house-style');
  stays(
    'where the next line would become something else',
    '\n\n- One point\n\nAdvertisement\n\n    code\n',
    'web-remnant',
  );
});

const untouched: readonly (readonly [Format, string])[] = [
  ...['{{< ref "page.md" >}}', '{{% callout "note" %}}', '{% include "x.html" %}', '{{ "/a.png" | relative_url }}'],
  ...['{{#if "Kiev"}}', '{{{ "Kiev" }}}', '<%= "Kiev" %>', '<?php echo "Kiev"; ?>', '{{/* "Kiev" */}}', '{# "Kiev" #}'],
  ...[
    '{% raw %}{{ "Kiev" }} "Kiev"{% endraw %}',
    '{% comment %} "Kiev" {% endcomment %}',
    '$x = "open"$',
    '$$"Kiev"$$',
  ],
  ...[
    '\\(x = "open"\\)',
    '\\[ "a" + b \\]',
    '[[Kiev]]',
    '<code>"c" Kiev</code>',
    '<kbd>"Kiev"</kbd>',
    '{: .Kiev title="x"}',
  ],
  ...[
    'https://x.example/Kiev',
    'www.x.example/Kiev',
    'Kiev@x.example',
    '/home/Kiev/a',
    'C:\\Kiev\\a',
    'Kiev.jpg',
    '#Kiev',
  ],
  ...['@Kiev', '../Kiev/a', 'x.example/Kiev', '~/Kiev'],
].flatMap((piece): [Format, string][] => [
  ['markdown', piece],
  ['text', piece],
]);

describe('what is no prose', () => {
  for (const [format, piece] of untouched)
    it(`is left alone in ${format}: ${piece}`, () => {
      const text = `The desk “waits,” he said. It saw ${piece} there. “We wait,” she said.\n`;
      assert.equal(fixed(text, format).text, text);
    });

  for (const piece of [
    '`"Kiev"`',
    '<http://x.example/Kiev>',
    '![Kiev](a.png)',
    '<X title={"A b"} y={Kiev} />',
    '<a title="Kiev">x</a>',
  ])
    it(`is left alone in Markdown: ${piece}`, () => {
      const text = `The desk “waits,” he said. It saw ${piece} there. “We wait,” she said.\n`;
      assert.equal(fixed(text, 'markdown').text, text);
    });

  it('is no block of a program', () => {
    const text = `import X from "y"\n\nexport const a = "Kiev"\n\n“We wait,” she said.\n\n<Box title="Kiev">\n\n{/* "Kiev" */}\n`;
    assert.equal(fixed(text, 'markdown').text, text);
  });

  it('is not what was pasted into a plain text', () => {
    for (const pasted of [
      'id,name,"city"\n1,"Ada","Kiev"\n2,"Tom","Kiev"\n',
      'id,note\n1,"Kiev, at first"\n2,"Kiev"\n',
      'Kiev,"12"\nBonn,"9"\nRome,"7"\n',
      '{\n  "city": "Kiev",\n  "n": 1\n}\n',
      'const city = "Kiev";\nlog(city, "x");\n',
      '2026-01-02 10:00:00 start "Kiev"\n2026-01-02 10:00:01 stop "Kiev"\n',
    ]) {
      const text = `The desk “waits,” he said on Monday.\n\n${pasted}\n“We wait,” she said.\n`;
      assert.equal(fixed(text, 'text').text, text, pasted);
    }
  });

  it('leaves money alone', () => {
    const text = 'It cost $5 and "they" paid $6. “We wait,” she said. “We go,” he said.\n';
    assert.equal(fixed(text, 'markdown').text, text.replace('"they"', '“they”'));
  });

  it('reads the words of a wiki link, not its target', () => {
    assert.equal(
      fixed('He left [[Kiev|near Kiev]] on Monday.\n', 'markdown').text,
      'He left [[Kiev|near Kyiv]] on Monday.\n',
    );
  });
});

describe('an address', () => {
  const kept = (name: string, ...pieces: readonly string[]): void => {
    for (const piece of pieces)
      it(`is never changed, nor its title: ${name}: ${piece}`, () => {
        const text = `The desk “waits,” he said in Kyiv. ${piece} “We wait,” she said.\n\n[bay]: http://x.example "Kiev"\n`;
        assert.equal(fixed(text, 'markdown').text, text);
      });
  };
  kept('behind what is no wiki link', '![[[Kyiv|\\]]](a.png "Kiev")');
  kept(
    'behind another that runs into its bracket',
    'http://x.example/a[one](http://x.example/Kiev "Kiev")',
    'https://x.example[{{< ref "page.md" >}}](http://x.example/Kiev "Kiev and \'more\'")',
    "www.x.example/[b](<http://x.example/old Kiev> 'Kiev')",
    'http://x.example/![one](Kiev.png "Kiev")',
    'desk@x.example[one](http://x.example "Kiev")',
    'http://x.example/a`"b" in Kiev`',
    'http://x.example/a<b title="Kiev">',
  );
  kept(
    'in a link',
    '[{{< ref "page.md" >}}](http://x.example/Kiev "Kiev")',
    '[![one](Kiev.png "Kiev")](http://x.example/Kiev "Kiev")',
    '![{{ page.image }}](http://x.example/Kiev "old Kiev")',
    '[`x`](/Kiev \'Kiev "then"\')',
    '[](http://x.example/Kiev "Kiev")',
    '<a href="/Kiev" title="old Kiev">{{ x }}</a>',
    '<img src=Kiev.png alt="Kiev">',
    '[{{ x }}][bay]',
  );
});

describe('front matter', () => {
  const body = '“We wait,” she said. “We go,” he said.\n';
  for (const [name, open, title, close] of [
    ['YAML', '---\ndate: 2016-12-07\ntags: "Kiev"\n', 'title: "Port of Kiev"', '---\n'],
    ['TOML', '+++\ndate = 2016-12-07\ntags = ["Kiev"]\n', 'title = "Port of Kiev"', '+++\n'],
    ['JSON', '{\n"date": "2016-12-07", "tags": ["Kiev"],\n', '"title": "Port of Kiev"', '}\n'],
  ] as const)
    it(`in ${name} is read for its fields and is no copy`, () => {
      const text = `${open}${title}\n${close}\n${body}`;
      assert.equal(fixed(text, 'markdown').text, text.replace('Port of Kiev', 'Port of Kyiv'));
    });

  it('is never made of a line that comes to be the first', () => {
    const story = `# Harbour to stay closed\n\n${COPY}\n`;
    for (const mark of ['', '\ufeff'])
      for (const rule of ['---', '***', '--- ', '----']) {
        const text = `${mark}Advertisement\n\n${rule}\n\n${story}`;
        assert.equal(recordOf(text, 'markdown').diagnostics.filter((d) => d.rule === 'web-remnant').length, 1, rule);
        assert.equal(fixed(text, 'markdown').text === text, rule.trim() === '---', rule);
      }
  });

  it('that is never closed is told of', () => {
    for (const open of ['---\ntitle: "Kiev"\n', '+++\ntitle = "Kiev"\n', '{\n"title": "Kiev",\n']) {
      const text = `${open}\n${body}`;
      const { problems } = recordOf(text, 'markdown');
      assert.deepEqual(
        problems.map(({ code, line }) => [code, line]),
        [['front-matter', 1]],
      );
      assert.equal(fixed(text, 'markdown').text, text);
    }
  });

  it('that cannot be read is told of', () => {
    const { problems } = recordOf(`+++\ntitle = "x"\ndate = = 1\n+++\n${body}`, 'markdown');
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['front-matter', 3]],
    );
  });
});

describe('a removal in plain text', () => {
  it('takes its own words, and not the rows that were pasted above them', () => {
    const rows = 'id,port,note\n1,Harrow,"open"\n2,Ost,"closed"\n3,Bay,"open"\n';
    const text = `The ports are listed below, the ministry said on Monday.\n\n${rows}\n Reuter\n`;
    const after = fixed(text, 'text').text;
    assert.ok(after.includes(rows), after);
    assert.ok(!after.includes('Reuter'), after);
  });

  it('leaves a table whose figures have commas', () => {
    const rows = ' HARROW   nil   14,560\n OST      nil   10,920\n BAY       37    7,500\n';
    const text = `The quotas are listed below, the ministry said on Monday.\n\n${rows}\n Reuter\n`;
    assert.ok(fixed(text, 'text').text.includes(rows.trimEnd()));
  });

  it('leaves the rate of exchange behind a telephone number', () => {
    const text =
      'The yard will close, the firm said.\n\n-- Harrow Newsroom, 420-2-2423-0003 ($ = 0.626 British Pounds)\n';
    assert.ok(fixed(text, 'text').text.includes('($ = 0.626 British Pounds)'));
  });

  it('takes a newsroom’s line, and asks where the line has its writer’s name', () => {
    const story = (line: string): string => `The yard will close, the firm said.\n\n${line}\n`;
    const left = (line: string): boolean => fixed(story(line), 'text').text.includes(line);
    for (const line of ['-- Harrow Newsroom, 420-2-2423-0003', '--Harrow Newsroom ((202-555-0100))'])
      assert.ok(!left(line), line);
    for (const line of ['--Ada Okoye ((202-555-0100))', '-- A. Okoye, Harrow Newsroom, 420-2-2423-0003'])
      assert.ok(left(line), line);
  });
});

describe('fixes that are made together', () => {
  const left = (copy: string): string => fixed(copy, 'markdown').text;

  it('never leave two blocks to run into one another', () => {
    const list = '- Ships wait outside the harbour.\n- Crews are paid by the day.\n';
    assert.match(left(`${list}\nAdvertisement\n\nENDS\n\n    net = 3\n`), /(?:Advertisement|ENDS)\n\n {4}net = 3/);
    assert.match(
      left('1. Ships\n2. Crews\n\n- Advertisement\n\n(END)\n\n1. Ports\n2. Fees\n'),
      /Advertisement|\(END\)/,
    );
  });

  it('leave no tag alone on its line, where it would be a block', () => {
    assert.doesNotMatch(left(`${COPY}\n\n*Endi*\n<b>(Reporting by Ada Okoye; Editing by Tom Reyes)\n`), /\n<b>\n/);
  });

  it('leave no quote empty, of which each leaves the other', () => {
    const apart = `${COPY}\n\n> Advertisement\n>\n> Story continues below\n\n${COPY}\n`;
    const unseen = recordOf(apart, 'markdown').diagnostics.filter(({ fixes }) => fixes[0]?.apply === 'auto');
    assert.equal(unseen.length, 1);
    assert.equal(left(apart), `${COPY}\n\n${COPY}\n`);
  });

  it('take an item behind indented code with its number', () => {
    assert.doesNotMatch(left('    net = 3\n\n10) *Advertisement*\n    ---\n\nThe port is shut.\n'), /10\)\s*\n/);
  });
});
