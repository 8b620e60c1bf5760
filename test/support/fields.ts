// Files with one field each, in every format that has it; and what each field is told by.
import type { Format } from '../../server/src/document/draft';

export const lead = 'The harbour master closed the port on Monday, he said, and the ferries will not run.';

const held = 'EMBARGOED UNTIL 0001 GMT, 9 MAY 2027';

/** What stands in a cell of the table, and how a file has it. */
export type Cell = readonly [name: string, ...files: readonly string[]];
export interface Row {
  readonly format: Format;
  readonly cells: Readonly<Record<string, Cell>>;
}

export const matter = (field: string): string => `---\n${field}\n---\n\n${lead}\n`;
export const page = (body: string, head = '', attributes = ''): string =>
  `<!doctype html><html${attributes}><head>${head}</head><body><article>${body}<p>${lead}</p></article></body></html>`;
export const nitf = (body: string, docdata = '', attributes = ''): string =>
  `<nitf${attributes}><head>${docdata}</head><body><body.head>${body}</body.head><body.content><p>${lead}</p></body.content></body></nitf>`;
export const inNitf = (content: string): string => nitf('').replace('<body.content>', `<body.content>${content}`);
export const g2 = (itemMeta: string, contentMeta = ''): string =>
  `<newsItem><itemMeta>${itemMeta}</itemMeta><contentMeta>${contentMeta}</contentMeta><contentSet><inlineXML><nitf><body><body.content><p>${lead}</p></body.content></body></nitf></inlineXML></contentSet></newsItem>`;
export const newsml = (lines: string, management = ''): string =>
  `<NewsML><NewsItem><NewsManagement>${management}</NewsManagement><NewsComponent><NewsLines>${lines}</NewsLines><DescriptiveMetadata/><ContentItem><DataContent><p>${lead}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;
export const json = (fields: object): string => JSON.stringify({ body_text: lead, ...fields });
export const aml = (field: string): string => `${field}\n\n[+body]\n\n${lead}\n\n[]\n`;
export const anpa = (carets: string, trailer = ''): string =>
  `\x01b\r\n\x02^BC-Port,100<\r\n${carets}\t   ${lead}\r\n\x03${trailer}\x04`;
export const iptc = (above: string, trailer = ''): string =>
  `\x01a\r\n\x02${above} =\r\n\n${lead}\r\n\n\x03${trailer}\x04`;

export const rows: Readonly<Record<string, Row>> = {
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
