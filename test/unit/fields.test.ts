// Which field of which format says what: tried on a file with that field and no other, and held against the table in docs/formats.md.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Format } from '../../server/src/document/draft';
import type { Story } from '../../server/src/document/story';
import { lintAs, storyOf } from '../support/formats';
import { root } from '../support/root';

const lead = 'The harbour master closed the port on Monday, he said, and the ferries will not run.';

/** What is asked of a story whose file has the field. */
const parts: Readonly<Record<string, (story: Story, rules: readonly string[]) => boolean>> = {
  headline: (story) => textsOf(story, 'headline').includes('Port stays shut'),
  subhead: (story) => textsOf(story, 'subhead').includes('The sea is rough'),
  byline: (story) => story.blocks.some(({ role, data }) => role === 'byline' && data?.names?.includes('Lena Orsk')),
  dateline: (story) => story.blocks.some(({ role, data }) => role === 'dateline' && data?.place === 'Kyiv'),
  caption: (story) => textsOf(story, 'caption').includes('Cranes stand still'),
  credit: (story) => textsOf(story, 'credit').includes('Marek Dvorak'),
  day: (story) => story.date === '2026-11-03',
  language: (story) => story.blocks.some(({ facts }) => facts.language === 'tr'),
  kind: (story) => story.genre === 'opinion',
  embargo: (_, rules) => rules.includes('embargo'),
  'must not run': (_, rules) => rules.includes('not-for-publication'),
  'note to editors': (_, rules) => rules.includes('embargo'),
};
const textsOf = ({ blocks }: Story, wanted: string): string[] =>
  blocks.flatMap(({ role, facts }) => (role === wanted ? [facts.text] : []));

const held = 'EMBARGOED UNTIL 0001 GMT, 9 MAY 2027';

/** What stands in a cell of the table, and how a file has it. */
type Cell = readonly [name: string, ...files: readonly string[]];
interface Row {
  readonly format: Format;
  readonly cells: Readonly<Record<string, Cell>>;
}

const matter = (field: string): string => `---\n${field}\n---\n\n${lead}\n`;
const page = (body: string, head = '', attributes = ''): string =>
  `<!doctype html><html${attributes}><head>${head}</head><body><article>${body}<p>${lead}</p></article></body></html>`;
const nitf = (body: string, docdata = '', attributes = ''): string =>
  `<nitf${attributes}><head>${docdata}</head><body><body.head>${body}</body.head><body.content><p>${lead}</p></body.content></body></nitf>`;
const inNitf = (content: string): string => nitf('').replace('<body.content>', `<body.content>${content}`);
const g2 = (itemMeta: string, contentMeta = ''): string =>
  `<newsItem><itemMeta>${itemMeta}</itemMeta><contentMeta>${contentMeta}</contentMeta><contentSet><inlineXML><nitf><body><body.content><p>${lead}</p></body.content></body></nitf></inlineXML></contentSet></newsItem>`;
const newsml = (lines: string, management = ''): string =>
  `<NewsML><NewsItem><NewsManagement>${management}</NewsManagement><NewsComponent><NewsLines>${lines}</NewsLines><DescriptiveMetadata/><ContentItem><DataContent><p>${lead}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;
const json = (fields: object): string => JSON.stringify({ body_text: lead, ...fields });
const aml = (field: string): string => `${field}\n\n[+body]\n\n${lead}\n\n[]\n`;
const anpa = (carets: string, trailer = ''): string =>
  `\x01b\r\n\x02^BC-Port,100<\r\n${carets}\t   ${lead}\r\n\x03${trailer}\x04`;
const iptc = (above: string, trailer = ''): string => `\x01a\r\n\x02${above} =\r\n\n${lead}\r\n\n\x03${trailer}\x04`;

const rows: Readonly<Record<string, Row>> = {
  'front matter': {
    format: 'markdown',
    cells: {
      headline: ['`title`, `headline`', matter('title: Port stays shut'), matter('headline: "Port stays shut"')],
      subhead: [
        '`summary`, `description`, `dek` and kin, `kicker`, `seo.description`',
        ...['summary', 'description', 'dek', 'standfirst', 'kicker'].map((key) => matter(`${key}: The sea is rough`)),
        matter('seo:\n  description: The sea is rough'),
      ],
      byline: [
        '`author`, `authors`, `byline`',
        ...['author', 'byline', 'by'].map((key) => matter(`${key}: Lena Orsk`)),
        matter('byline: By Lena Orsk and Marek Dvorak'),
        matter('authors:\n  - Lena Orsk\n  - Marek Dvorak'),
        matter('authors:\n  - name: Lena Orsk\n    url: x'),
      ],
      dateline: [
        '`dateline`, `location`',
        matter('dateline: Kyiv, March 4'),
        matter('location: Kyiv'),
        matter('dateline: Kyiv (AP) -'),
      ],
      caption: [
        '`caption`, `alt`, `image_caption` and kin, in a picture’s field',
        matter('image_caption: Cranes stand still'),
        matter('cover:\n  alt: Cranes stand still'),
      ],
      credit: [
        '`image_credit` and kin',
        matter('image_credit: Marek Dvorak'),
        matter('cover:\n  credit: Marek Dvorak'),
      ],
      day: [
        '`date`, `published`, `pubDate`, `publish_date` and kin',
        ...['date', 'pubDate', 'publish_date', 'publishedAt'].map((key) => matter(`${key}: 2026-11-03`)),
        '+++\npublishDate = 2026-11-03T09:00:00Z\n+++\n\nCopy.\n',
      ],
      language: [
        '`lang`, `language`, `locale`',
        ...['lang', 'language', 'locale'].map((key) => matter(`${key}: tr`).replace(lead, 'Kisa.')),
      ],
      kind: [
        '`genre`; `type`, `section`, `category` that name one',
        ...['genre', 'type', 'section'].map((key) => matter(`${key}: Opinion`)),
      ],
      embargo: [
        '`embargo`, `embargoed`, `embargo_until`',
        ...['embargo', 'embargoed', 'embargo_until', 'embargoUntil'].map((key) =>
          matter(`${key}: 2027-05-09T00:01:00Z`),
        ),
        ...['true', '0001 GMT, 9 May 2027', '"until further notice"'].map((value) => matter(`embargo: ${value}`)),
        '+++\nembargo = 2027-05-09T00:01:00Z\n+++\n\nCopy.\n',
        '{\n"embargo": "2027-05-09"\n}\n\nCopy.\n',
        matter('status: embargoed'),
      ],
      'must not run': [
        '`status`: withheld, canceled, hold and kin',
        ...['withheld', 'canceled', 'hold'].map((state) => matter(`status: ${state}`)),
      ],
      'note to editors': ['`ednote`, `editors_note`', matter(`ednote: ${held}`), matter(`editors_note: "${held}"`)],
    },
  },
  HTML: {
    format: 'html',
    cells: {
      headline: ['`h1`, else `title`', page('<h1>Port stays shut</h1>'), page('', '<title>Port stays shut</title>')],
      subhead: ['class `standfirst`, `dek`', page('<p class="standfirst">The sea is rough</p>')],
      byline: [
        'class `byline`, `rel=author`',
        page('<p class="byline">By Lena Orsk</p>'),
        page('<div rel="author">Lena Orsk</div>'),
      ],
      dateline: ['class `dateline`', page('<p class="dateline">Kyiv, March 4</p>')],
      caption: [
        '`figcaption`, `alt`, class `caption`',
        page('<figure><figcaption>Cranes stand still</figcaption></figure>'),
        page('<img alt="Cranes stand still">'),
      ],
      credit: ['class `photo-credit`', page('<p class="photo-credit">Marek Dvorak</p>')],
      day: [
        '`meta`, JSON-LD, `time`',
        page('', '<meta property="article:published_time" content="2026-11-03T09:00:00Z">'),
        page('<time datetime="2026-11-03">3 Nov</time>'),
      ],
      language: [
        '`lang` of the page, of a block',
        page('<p>Kisa.</p>', '', ' lang="tr"'),
        page('<p lang="tr">Kisa.</p>'),
      ],
      kind: [
        '`article:section`, JSON-LD',
        page('', '<meta property="article:section" content="Opinion">'),
        page('', '<script type="application/ld+json">{"@type": "OpinionNewsArticle"}</script>'),
      ],
    },
  },
  NITF: {
    format: 'nitf',
    cells: {
      headline: [
        '`hl1`, else `title`',
        nitf('<hedline><hl1>Port stays shut</hl1></hedline>'),
        nitf('', '<title>Port stays shut</title>'),
      ],
      subhead: [
        '`hl2`, `abstract`',
        nitf('<hedline><hl2>The sea is rough</hl2></hedline>'),
        nitf('<abstract><p>The sea is rough</p></abstract>'),
      ],
      byline: ['`byline`', nitf('<byline>By <person>Lena Orsk</person></byline>')],
      dateline: ['`dateline`', nitf('<dateline><location>Kyiv</location>, <story.date>Nov 3</story.date></dateline>')],
      caption: ['`media-caption`', inNitf('<media><media-caption>Cranes stand still</media-caption></media>')],
      credit: ['`media-producer`', inNitf('<media><media-producer>Marek Dvorak</media-producer></media>')],
      day: [
        '`date.issue`, `story.date`, `pubdata`',
        nitf('', '<docdata><date.issue norm="20261103T090000Z"/></docdata>'),
        nitf('<dateline>Kyiv, <story.date norm="20261103">Nov 3</story.date></dateline>'),
        nitf('', '<pubdata date.publication="20261103"/>'),
      ],
      language: ['`xml:lang`', nitf('', '', ' xml:lang="tr"').replace(lead, 'Kisa.')],
      kind: ['`tobject.property`', nitf('', '<tobject><tobject.property tobject.property.type="opinion"/></tobject>')],
      embargo: ['`date.release`', nitf('', '<docdata><date.release norm="20270509T000100Z"/></docdata>')],
      'must not run': ['`management-status`', nitf('', '<docdata management-status="withheld"/>')],
      'note to editors': ['`ed-msg`', nitf('', `<docdata><ed-msg info="${held}"/></docdata>`)],
    },
  },
  'NewsML-G2': {
    format: 'newsml',
    cells: {
      headline: ['`headline`', g2('', '<headline>Port stays shut</headline>')],
      subhead: ['`description` (summary)', g2('', '<description role="drol:summary">The sea is rough</description>')],
      byline: ['`by`', g2('', '<by>By Lena Orsk</by>')],
      dateline: [
        '`dateline`, else `located`',
        g2('', '<dateline>Kyiv, 3 November</dateline>'),
        g2('', '<located><name>Kyiv</name><broader><name>Ukraine</name></broader></located>'),
      ],
      caption: ['`description` (caption)', g2('', '<description role="drol:caption">Cranes stand still</description>')],
      day: [
        '`contentCreated`, `firstCreated`, `versionCreated`',
        g2('', '<contentCreated>2026-11-03</contentCreated>'),
        g2('<versionCreated>2026-11-03T09:00:00Z</versionCreated>'),
      ],
      language: ['`language`, `xml:lang`', g2('', '<language tag="tr"/>').replace(lead, 'Kisa.')],
      kind: ['`genre`', g2('', '<genre qcode="genre:Opinion"/>')],
      embargo: ['`embargoed`', g2('<embargoed>2027-05-09T00:01:00Z</embargoed>')],
      'must not run': ['`pubStatus`', g2('<pubStatus qcode="stat:canceled"/>')],
      'note to editors': ['`edNote`', g2(`<edNote>${held}</edNote>`)],
    },
  },
  'NewsML 1.2': {
    format: 'newsml',
    cells: {
      headline: ['`HeadLine`', newsml('<HeadLine>Port stays shut</HeadLine>')],
      subhead: ['`SubHeadLine`', newsml('<SubHeadLine>The sea is rough</SubHeadLine>')],
      byline: ['`ByLine`', newsml('<ByLine>By Lena Orsk</ByLine>')],
      dateline: ['`DateLine`', newsml('<DateLine>Kyiv, Nov 3</DateLine>')],
      caption: [
        '`media-caption`',
        newsml('').replace('<p>', '<media><media-caption>Cranes stand still</media-caption></media><p>'),
      ],
      day: ['`FirstCreated`', newsml('', '<FirstCreated>20261103T090000Z</FirstCreated>')],
      language: [
        '`Language`',
        newsml('')
          .replace('<DescriptiveMetadata/>', '<DescriptiveMetadata><Language FormalName="tr"/></DescriptiveMetadata>')
          .replace(lead, 'Kisa.'),
      ],
      kind: [
        '`Genre`',
        newsml('').replace(
          '<DescriptiveMetadata/>',
          '<DescriptiveMetadata><Genre FormalName="Opinion"/></DescriptiveMetadata>',
        ),
      ],
      embargo: ['`Status`', newsml('', '<Status FormalName="Embargoed"/>')],
      'must not run': ['`Status`', newsml('', '<Status FormalName="Withheld"/>')],
    },
  },
  'ninjs, Superdesk, dpa': {
    format: 'json',
    cells: {
      headline: [
        '`headline`, `headlines`',
        json({ headline: 'Port stays shut' }),
        json({ headlines: [{ role: 'main', value: 'Port stays shut' }] }),
      ],
      subhead: [
        '`abstract`, `subhead`, `teaser`, `kicker`, `descriptions`',
        ...['abstract', 'subhead', 'teaser', 'kicker', 'description_text'].map((key) =>
          json({ [key]: 'The sea is rough' }),
        ),
        json({ descriptions: [{ value: 'The sea is rough' }] }),
      ],
      byline: ['`byline`, `by`', json({ byline: 'By Lena Orsk' }), json({ by: 'Lena Orsk' })],
      dateline: [
        '`dateline`, else `located`',
        json({ dateline: 'Kyiv (dpa)' }),
        json({ dateline: { text: 'Kyiv, Nov 3 -' } }),
        json({ located: 'Kyiv' }),
      ],
      caption: [
        '`associations`, `descriptions` (caption)',
        json({ associations: { main: { type: 'picture', description_text: 'Cranes stand still' } } }),
      ],
      day: [
        '`contentCreated`, `firstCreated`, `versionCreated`',
        json({ versioncreated: '2026-11-03T09:00:00Z' }),
        json({ contentCreated: '2026-11-03T09:00:00Z' }),
      ],
      language: ['`language`', json({ language: 'tr' }).replace(lead, 'Kisa.')],
      kind: ['`genre`, `genres`', json({ genre: [{ name: 'Opinion' }] }), json({ genres: [{ name: 'Commentary' }] })],
      embargo: [
        '`embargoed`, `embargo`',
        json({ embargoed: '2027-05-09T00:01:00Z' }),
        json({ embargo: '0001 GMT, 9 May 2027' }),
      ],
      'must not run': [
        '`pubStatus`, `state`',
        json({ pubstatus: 'canceled' }),
        json({ pubStatus: 'stat:withheld' }),
        json({ state: 'spiked' }),
      ],
      'note to editors': ['`edNote`, `ednotes`', json({ ednote: held }), json({ ednotes: [{ ednote: held }] })],
    },
  },
  ArchieML: {
    format: 'archieml',
    cells: {
      headline: ['`headline`, `hed`', aml('headline: Port stays shut'), aml('hed: Port stays shut')],
      subhead: ['`dek`, `standfirst` and kin, `kicker`', aml('dek: The sea is rough'), aml('kicker: The sea is rough')],
      byline: ['`byline`, `author`', aml('byline: By Lena Orsk'), aml('author: Lena Orsk')],
      dateline: ['`dateline`', aml('dateline: Kyiv, Nov 3')],
      caption: ['`caption`, `alt`', aml('caption: Cranes stand still')],
      credit: ['`credit`', aml('credit: Marek Dvorak')],
      day: ['`date`', aml('date: 2026-11-03')],
      language: ['`lang`, `language`', aml('lang: tr').replace(lead, 'Kisa.')],
      kind: ['`genre`', aml('genre: opinion')],
      embargo: ['`embargo`', aml('embargo: 2027-05-09T00:01:00Z')],
      'must not run': ['`status`', aml('status: withheld')],
      'note to editors': ['`ednote`, `note`', aml(`ednote: ${held}`)],
    },
  },
  'ANPA 1312': {
    format: 'text',
    cells: {
      headline: ['first line with a caret', anpa('^Port stays shut<\r\n')],
      subhead: ['further ones', anpa('^Port shut<\r\n^The sea is rough<\r\n')],
      byline: ['`^By …=`', anpa('^By LENA ORSK=\r\n').replace('LENA ORSK', 'Lena Orsk')],
      day: ['trailer', anpa('', 'AP-WF-11-03-26 0900GMT<')],
      'note to editors': ['`^Eds:`', anpa(`^Eds: ${held}<\r\n`)],
    },
  },
  'IPTC 7901': {
    format: 'text',
    cells: {
      headline: ['lines up to `=`', iptc('Port stays shut')],
      byline: ['`By … =`', iptc('Port stays shut\r\nBy Lena Orsk')],
      day: ['trailer', iptc('Port stays shut', '031009 GMT Nov 26')],
    },
  },
};

describe('a field', () => {
  for (const [name, { format, cells }] of Object.entries(rows))
    for (const [part, [label, ...texts]] of Object.entries(cells))
      for (const text of texts)
        it(`of ${name} is the ${part}: ${label}`, () => {
          const rules = lintAs(text, format).diagnostics.map(({ rule }) => rule);
          const story = storyOf(text, format);
          assert.ok(
            parts[part]?.(story, rules),
            `${text}\n${JSON.stringify(story.blocks.map(({ role, facts, data }) => [role, facts.text, facts.language, data]))} ${story.date} ${story.genre} ${rules.join()}`,
          );
        });

  it('stands in the table of the documentation', () => {
    const docs = readFileSync(path.join(root, 'docs/formats.md'), 'utf8');
    const names = Object.keys(rows);
    const table = (some: readonly string[]): string =>
      [
        `| part | ${some.join(' | ')} |`,
        `|---|${some.map(() => '---|').join('')}`,
        ...Object.keys(parts).map(
          (part) => `| ${part} | ${some.map((name) => rows[name]?.cells[part]?.[0] ?? '–').join(' | ')} |`,
        ),
      ].join('\n');
    const columns = 3;
    const tables = Array.from({ length: Math.ceil(names.length / columns) }, (_, i) =>
      table(names.slice(i * columns, (i + 1) * columns)),
    );
    for (const one of tables) assert.ok(docs.includes(one), `docs/formats.md wants this table:\n\n${one}\n`);
  });

  it('that says nothing is passed over', () => {
    const nothing = [
      'embargo: false',
      'embargo: none',
      'embargo:',
      'status: draft',
      'draft: true',
      'status: published',
      'ednote: Adds the mayor',
      'embargo: 2020-01-01',
    ];
    for (const field of nothing)
      assert.deepEqual(
        lintAs(matter(field), 'markdown').diagnostics.map(({ rule }) => rule),
        [],
        field,
      );
    for (const field of ['type: column', 'layout: opinion', 'type: post', 'section: comments'])
      assert.equal(storyOf(matter(field), 'markdown').genre, 'story', field);
  });

  it('of a plain text’s head counts as in Markdown', () => {
    const text = matter('embargo: 2027-05-09T00:01:00Z\nauthor: Lena Orsk\ndateline: Kyiv, Nov 3');
    const { blocks } = storyOf(text, 'text');
    assert.deepEqual(
      blocks.map(({ role }) => role),
      ['embargo', 'byline', 'dateline', 'paragraph'],
    );
    const { diagnostics } = lintAs(text, 'text');
    assert.deepEqual(
      diagnostics.map(({ rule, start, end }) => [rule, text.slice(start, end)]),
      [['embargo', '2027-05-09T00:01:00Z']],
    );
  });
});

describe('the day of a dateline’s field', () => {
  const asked = 'The port closed on Tuesday, March 4, the harbour master said.';
  const cases: readonly (readonly [Format, string])[] = [
    ['markdown', matter('dateline: "KYIV, March 6, 2026 (AP) -"').replace(lead, asked)],
    ['markdown', matter('date: 2026-03-06').replace(lead, asked)],
    ['json', json({ dateline: { text: 'KYIV, March 6, 2026 -' } }).replace(lead, asked)],
    ['nitf', nitf('<dateline>KYIV, March 6, 2026</dateline>').replace(lead, asked)],
    ['archieml', aml('dateline: KYIV, March 6, 2026').replace(lead, asked)],
    ['text', anpa('', 'AP-WF-03-06-26 0900GMT<').replace(lead, asked)],
  ];
  for (const [format, text] of cases)
    it(`is the one that weekdays are reckoned from: ${format}`, () =>
      assert.deepEqual(
        lintAs(text, format).diagnostics.map(({ rule }) => rule),
        ['weekday-mismatch'],
      ));
});

describe('a file of several stories', () => {
  const monday = 'The port closed on Monday, March 2, the harbour master said.';
  const opinion = 'The bridge will collapse within a year. At least 17 people were killed in the blast.';
  const two = (a: object, b: object): string =>
    JSON.stringify([
      { headline: 'Port stays shut', ...a },
      { headline: 'Bridge stays open', ...b },
    ]);
  const rulesIn = (text: string, format: Format): string[] => lintAs(text, format).diagnostics.map(({ rule }) => rule);

  it('reckons each from its own day', () => {
    const day = (year: number): object => ({ body_text: monday, versioncreated: `${year}-03-03T09:00:00Z` });
    assert.deepEqual(rulesIn(two(day(2026), day(2026)), 'json'), []);
    assert.deepEqual(rulesIn(two(day(2026), day(2025)), 'json'), ['weekday-mismatch']);
    assert.deepEqual(rulesIn(two(day(2025), day(2026)), 'json'), ['weekday-mismatch']);
    // one that says no day has none
    assert.deepEqual(rulesIn(two(day(2025), { body_text: monday }), 'json'), ['weekday-mismatch']);
    const item = (year: number): string =>
      g2(`<versionCreated>${year}-03-03T09:00:00Z</versionCreated>`, '<headline>Port stays shut</headline>').replace(
        lead,
        monday,
      );
    const feed = (...years: readonly number[]): string =>
      `<newsMessage><itemSet>${years.map(item).join('')}</itemSet></newsMessage>`;
    assert.deepEqual(rulesIn(feed(2026, 2026), 'newsml'), []);
    assert.deepEqual(rulesIn(feed(2026, 2025), 'newsml'), ['weekday-mismatch']);
    const wire = (...years: readonly number[]): string =>
      years
        .map((year) => anpa('^Port stays shut<\r\n', `AP-WF-03-03-${year % 100} 0900GMT<`).replace(lead, monday))
        .join('\r\n');
    assert.deepEqual(rulesIn(wire(2026, 2026), 'text'), []);
    assert.deepEqual(rulesIn(wire(2026, 2025), 'text'), ['weekday-mismatch']);
  });

  it('leaves a release its furniture where that one is a release, and none elsewhere', () => {
    const story = { body_text: 'The bridge will open in May, the mayor said.\n\n###' };
    const release = { ...story, genre: [{ name: 'Press Release' }] };
    const ends = (a: object, b: object): number =>
      rulesIn(two(a, b), 'json').filter((rule) => rule === 'wire-sign-off').length;
    assert.deepEqual(
      [ends(story, story), ends(story, release), ends(release, story), ends(release, release)],
      [2, 1, 1, 0],
    );
  });

  it('asks no sources of that one that is opinion', () => {
    const story = { body_text: opinion };
    const column = { body_text: opinion, genre: [{ name: 'Opinion' }] };
    const asked = rulesIn(two(story, story), 'json').filter((rule) => rule === 'unattributed-claim').length;
    assert.ok(asked >= 2);
    for (const text of [two(story, column), two(column, story)]) {
      const half = lintAs(text, 'json').diagnostics.filter(({ rule }) => rule === 'unattributed-claim');
      assert.equal(half.length, asked / 2);
    }
    assert.deepEqual(
      rulesIn(two(column, column), 'json').filter((rule) => rule === 'unattributed-claim'),
      [],
    );
  });

  it('reads each in its own language', () => {
    const languages = (text: string): string[] => storyOf(text, 'json').blocks.map(({ facts }) => facts.language);
    assert.deepEqual(languages(two({ body_text: 'Kisa.', language: 'tr' }, { body_text: 'Brief.', language: 'en' })), [
      'tr',
      'tr',
      'und',
      'und',
    ]);
    const page =
      '<html lang="en"><body><p>Brief.</p><div lang="tr"><p>Kisa.</p></div><table><tr lang="de"><td>Kurz</td></tr></table></body></html>';
    assert.deepEqual(
      storyOf(page, 'html').blocks.map(({ facts }) => facts.language),
      ['und', 'tr', 'de'],
    );
  });

  it('holds no toll of one against another', () => {
    const toll = (people: string): object => ({
      body_text: `The blast killed ${people} people, police said. The toll rose to ${people}, they said.`,
    });
    assert.deepEqual(
      rulesIn(two(toll('nine'), toll('four')), 'json').filter((rule) => rule === 'sum-mismatch'),
      [],
    );
  });
});
