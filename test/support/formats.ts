// One story of our own as each format has it, and how drafts of any format are read in tests.
import { parseMarkdown } from '../../server/src/document/formats/markdown';
import { parseArchie } from '../../server/src/document/formats/archieml/archieml';
import { textOfWord } from '../../server/src/document/formats/docx/text';
import { parseWordLines } from '../../server/src/document/formats/docx/lines';
import { parseJson } from '../../server/src/document/formats/json/json';
import { parsePlainText } from '../../server/src/document/formats/plain-text';
import { parseHtml } from '../../server/src/document/formats/tags/html';
import { parseXml } from '../../server/src/document/formats/tags/xml';
import type { FieldMap, Format } from '../../server/src/document/draft';
import type { Parser } from '../../server/src/document/read';
import { buildSettings } from '../../server/src/config/build';
import { readStory } from '../../server/src/document/read';
import type { Story } from '../../server/src/document/story';
import { toRecord } from '../../server/src/engine/diagnostic';
import { fixUntilStable, type Fixed } from '../../server/src/engine/fix';
import { lint } from '../../server/src/engine/lint';
import type { LintRecord } from '../../server/src/engine/record';
import { rules } from '../../server/src/rules/index';
import { wordFile, wordStory } from './word';

export const parsers: Readonly<Record<Format, Parser>> = {
  ...{
    text: parsePlainText,
    'wire-copy': parsePlainText,
    markdown: parseMarkdown,
    html: parseHtml,
    xml: parseXml,
    nitf: parseXml,
    newsml: parseXml,
    json: parseJson,
    ninjs: parseJson,
    archieml: parseArchie,
    docx: parseWordLines,
  },
};

const settings = buildSettings(
  [
    {
      glossary: [
        { prefer: 'Kyiv', instead: ['Kiev'] },
        { prefer: 'Tea & Sons <Port>', instead: ['Tea and Sons'], bulk: true },
        { prefer: 'Malmö', instead: ['Malmoe'] },
      ],
    },
  ],
  rules,
  '2026-11-04T12:00:00Z',
);

export const storyOf = (text: string, format: Format, fields?: FieldMap): Story =>
  readStory({ text, format, fields }, undefined, parsers[format]);

export const lintAs = (text: string, format: Format, fields?: FieldMap): LintRecord =>
  toRecord(lint(storyOf(text, format, fields), settings, rules), text);

export const fixAs = (text: string, format: Format, fields?: FieldMap): Fixed =>
  fixUntilStable(text, (one) => lintAs(one, format, fields).diagnostics);

/** The parts of a story, by what they are. */
export interface Copy {
  readonly headline: string;
  readonly deck: string;
  readonly byline: string;
  readonly caption: string;
  /** Without markup; the first opens with a dateline. */
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
  readonly quoted: string;
}

export const copy: Copy = {
  headline: 'Port of Kiev stays shut after storm',
  deck: 'The harbour master waits for calmer seas',
  byline: 'By Lena Orsk',
  caption: 'Cranes stand still at the port of Kiev on Monday.',
  paragraphs: [
    'HARROW, Nov 3 (Reuters) - At least 17 people were killed when the storm reached the river mouth.',
    'Ferries to Kiev & Odesa will not run before Friday, the harbour master said.',
    'Experts say the café on the quay was insured.',
    '“We lost the north pier,” Marek Dvořák, the harbour master, said on Monday.',
    'Dvorak said the cranes were sound.',
  ],
  items: ['The first crane fell on Monday in Kiev.', 'The second crane stood, the port said.'],
  quoted: 'The sea took what it wanted, the mayor of Harrow said.',
};
export const signOff = 'Enditem';

const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Paragraphs with codes, marks round a word and a line broken where it may be. */
const marked = (one: string): string =>
  escaped(one).replace('é', '&#xE9;').replace('“', '&#8220;').replace('Ferries to', 'Ferries <em>to</em>\n      ');

const nitfBody = `<body>
  <body.head>
    <hedline><hl1>${copy.headline}</hl1></hedline>
    <byline>${copy.byline}</byline>
    <abstract><p>${copy.deck}</p></abstract>
  </body.head>
  <body.content>
    <media media-type="image"><media-reference source="port-of-Kiev.jpg"/><media-caption>${copy.caption}</media-caption></media>
    ${copy.paragraphs.map((one) => `<p>${marked(one)}</p>`).join('\n    ')}
    <bq><block><p>${copy.quoted}</p></block></bq>
    <ul>${copy.items.map((item) => `<li>${item}</li>`).join('')}</ul>
    <p>${signOff}</p>
  </body.content>
</body>`;

/** The story as a file of each format. */
export const files: Readonly<Partial<Record<string, { readonly format: Format; readonly text: string }>>> = {
  text: {
    format: 'text',
    text: [
      ...[copy.headline, copy.deck, copy.byline, ...copy.paragraphs, copy.quoted],
      ...[...copy.items.map((item) => `- ${item}`), signOff],
    ].join('\n\n'),
  },
  markdown: {
    format: 'markdown',
    text: [
      ...[`# ${copy.headline}`, copy.deck, copy.byline, ...copy.paragraphs.map((one) => one.replace('&', '&amp;'))],
      ...[`> ${copy.quoted}`, copy.items.map((item) => `- ${item}`).join('\n'), signOff],
    ].join('\n\n'),
  },
  'Markdown, fields and HTML inside': {
    format: 'markdown',
    text: `---
title: >
  ${copy.headline.replace(' stays', '\n  stays')}
dek: "${copy.deck}"
author: Lena Orsk
slug: port-of-Kiev
image:
  src: port-of-Kiev.jpg
  caption: '${copy.caption}'
---

${copy.byline}

${copy.paragraphs.map((one, i) => (i % 2 ? `<p>${marked(one)}</p>` : one)).join('\n\n')}

<blockquote><p>${copy.quoted}</p></blockquote>

<ul>${copy.items.map((item) => `<li>${item}</li>`).join('\n')}</ul>

<p><em>${signOff}</em></p>
`,
  },
  'Markdown, TOML and pictures': {
    format: 'markdown',
    text: `+++
title = "${copy.headline.replace('Port', '\\u0050ort')}"
summary = '''
${copy.deck}'''
slug = "port-of-Kiev"
+++

${copy.byline}

![${copy.caption}](port-of-Kiev.jpg)

${copy.paragraphs.map((one) => one.replace('&', '&amp;')).join('\n\n')}

<blockquote>

${copy.quoted}

</blockquote>

${copy.items.map((item) => `- ${item}`).join('\n')}

<div class="end">
<p>${signOff}</p>
</div>
`,
  },
  html: {
    format: 'html',
    text: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${copy.headline} | The Harrow Post</title>
<script>const at = "At least 40 people were killed in Kiev";</script></head>
<body><nav><a href="/">Kiev desk</a></nav>
<article><h1>${copy.headline}</h1>
<p class="standfirst">${copy.deck}</p>
<div class="byline">${copy.byline}</div>
<figure><img src="port.jpg" alt=""><figcaption>${copy.caption}</figcaption></figure>
${copy.paragraphs.map((one) => `<p>${escaped(one).replace('é', '&eacute;').replace('“', '&ldquo;').replace('Ferries to', 'Ferries <em>to</em>\n ')}</p>`).join('\n')}
<blockquote><p>${copy.quoted}</p></blockquote>
<ul>${copy.items.map((item) => `<li>${item}</li>`).join('')}</ul>
<p>${signOff}</p>
</article><footer>Kiev</footer></body></html>
`,
  },
  nitf: {
    format: 'nitf',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://feed.example/nitf.dtd" [<!ENTITY kiev "Kiev">]>
<nitf version="-//IPTC//DTD NITF 3.6//EN">
<head><title>${copy.headline}</title>
  <docdata management-status="usable"><date.issue norm="20261103T090000Z"/><date.release norm="20261103T090000Z"/>
  <ed-msg info="Adds the port of Kiev"/><key-list><keyword key="Kiev"/></key-list></docdata></head>
${nitfBody}
</nitf>
`,
  },
  'NewsML-G2, NITF inside': {
    format: 'newsml',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:post.example:1" version="1" standard="NewsML-G2" standardversion="2.34" xml:lang="en">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:POST"/><versionCreated>2026-11-03T09:00:00Z</versionCreated>
    <pubStatus qcode="stat:usable"/><edNote>Adds the port of Kiev</edNote></itemMeta>
  <contentMeta><slugline>PORT-Kiev</slugline><headline>${copy.headline}</headline></contentMeta>
  <contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">${nitfBody}</nitf></inlineXML></contentSet>
</newsItem>
`,
  },
  'NewsML-G2, a page inside': {
    format: 'newsml',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-11-03T09:00:00Z</sent></header><itemSet><newsItem guid="urn:newsml:post.example:1" version="1" standard="NewsML-G2" standardversion="2.34">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:POST"/><versionCreated>2026-11-03T09:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
  <contentMeta><headline>${copy.headline}</headline><description role="drol:summary">${copy.deck}</description><by>${copy.byline}</by></contentMeta>
  <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Kiev</title></head><body>
    <figure><img src="Kiev.jpg" alt=""/><figcaption>${copy.caption}</figcaption></figure>
    ${copy.paragraphs.map((one) => `<p>${marked(one)}</p>`).join('\n    ')}
    <blockquote><p>${copy.quoted}</p></blockquote>
    <ul>${copy.items.map((item) => `<li>${item}</li>`).join('')}</ul>
    <p>${signOff}</p></body></html></inlineXML></contentSet>
</newsItem></itemSet></newsMessage>
`,
  },
  'NewsML 1.2': {
    format: 'newsml',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<NewsML><NewsItem><NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20261103T090000Z</FirstCreated><Status FormalName="Usable"/></NewsManagement>
  <NewsComponent><NewsLines><HeadLine>${copy.headline}</HeadLine><SubHeadLine>${copy.deck}</SubHeadLine><ByLine>${copy.byline}</ByLine><SlugLine>PORT-Kiev</SlugLine></NewsLines>
  <NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent>
    <media><media-caption>${copy.caption}</media-caption></media>
    ${copy.paragraphs.map((one) => `<p>${marked(one)}</p>`).join('\n    ')}
    <bq><p>${copy.quoted}</p></bq>
    <ul>${copy.items.map((item) => `<li>${item}</li>`).join('')}</ul>
    <p>${signOff}</p>
  </DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>
`,
  },
  'NewsML 1.2, a page between marks': {
    format: 'newsml',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>${copy.headline}</HeadLine><SubHeadLine>${copy.deck}</SubHeadLine><ByLine>${copy.byline}</ByLine></NewsLines>
  <NewsComponent><ContentItem><DataContent><![CDATA[
    <figcaption>${copy.caption}</figcaption>
    ${copy.paragraphs.map((one) => `<p>${escaped(one).replace('é', '&eacute;')}`).join('\n    ')}
    <blockquote>${copy.quoted}</blockquote>
    <ul>${copy.items.map((item) => `<li>${item}`).join('')}</ul>
    <p>${signOff}
  ]]></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>
`,
  },
  Word: { format: 'docx', text: textOfWord(wordFile(wordStory(copy, signOff)), 'Word') as string },
  ArchieML: {
    format: 'archieml',
    text: [
      `A note for whoever reads this: Kiev.\n\nheadline: ${copy.headline}\ndek: ${copy.deck}\nbyline: ${copy.byline}\nslug: Kiev`,
      `{photo}\ncaption: ${copy.caption}\nfile: Kiev.jpg\n{}\n:skip\nKiev is to be checked.\n:endskip\n\n[+body]`,
      ...[...copy.paragraphs, copy.quoted, ...copy.items.map((item) => `- ${item}`), signOff],
      `[]\n\n:ignore\nheadline: Kiev, an old draft`,
    ].join('\n\n'),
  },
  'ANPA 1312': {
    format: 'text',
    text: [
      '\x16\x16\x01W1645\x1fkiev\r\nb a\x13\x11 BC-EU--Kiev-Port     11-03 0100\r\n\x02^BC-EU--Kiev Port, 1st Ld-Writethru,100<\r\n',
      `^${copy.headline}<\r\n^${copy.deck}<\r\n^Eds: Adds the port of Kiev.<\r\n^${copy.byline}=\r\n`,
      ...plainBody()
        .split('\n\n')
        .map((one) => `\t   ${one} \r\n`),
      '\r\n\t   \x03AP-WF-11-03-26 0900GMT<\r\n\r\n\x0c\r\n\x04',
    ].join(''),
  },
  'IPTC 7901': {
    format: 'text',
    text: [
      '\x01eca0124 3 i 93  dpa 1888\r\n\n',
      `Ukraine/Kiev/\r\n\x02EXTRA\n1ST LEAD\n${copy.headline}\n${copy.byline} =\r\n\n`,
      ...[copy.deck, ...plainBody().split('\n\n')].map((one) => `${wrapped(one)}\r\n\n`),
      '\x03031009 GMT Nov 26\r\n\n\x7f\n\x7f\x04',
    ].join(''),
  },
  'ninjs 1': {
    format: 'ninjs',
    text: JSON.stringify(
      {
        uri: 'urn:newsml:post.example:1',
        type: 'text',
        versioncreated: '2026-11-03T09:00:00Z',
        pubstatus: 'usable',
        language: 'en',
        headline: copy.headline,
        slugline: 'PORT-Kiev',
        description_text: copy.deck,
        byline: copy.byline,
        associations: {
          main: {
            type: 'picture',
            uri: 'http://post.example/Kiev.jpg',
            headline: 'Kiev',
            description_text: copy.caption,
          },
        },
        body_xhtml: pageOf(),
        ednote: 'Adds the port of Kiev',
      },
      undefined,
      2,
    ),
  },
  'ninjs 2, in ASCII': {
    format: 'json',
    text: inAscii(
      JSON.stringify({
        uri: 'urn:newsml:post.example:1',
        type: 'text',
        versioncreated: '2026-11-03T09:00:00Z',
        by: copy.byline,
        headlines: [{ role: 'main', value: copy.headline }],
        descriptions: [
          { role: 'summary', contenttype: 'text/plain', value: copy.deck },
          { role: 'caption', value: copy.caption },
        ],
        bodies: [{ role: 'main', contenttype: 'text/html', value: pageOf() }],
      }),
    ),
  },
  'ninjs 3, plain': {
    format: 'ninjs',
    text: JSON.stringify({
      uri: 'urn:newsml:post.example:1',
      contentCreated: '2026-11-03T09:00:00Z',
      headlines: [{ role: 'main', value: copy.headline }],
      descriptions: [{ role: 'summary', value: copy.deck }],
      by: copy.byline,
      bodies: [{ role: 'main', contentType: 'text/plain', value: plainBody() }],
      associations: [
        {
          uri: 'http://post.example/Kiev.jpg',
          type: 'picture',
          name: 'Kiev',
          descriptions: [{ role: 'caption', value: copy.caption }],
        },
      ],
    }),
  },
};

function pageOf(): string {
  return `${copy.paragraphs.map((one) => `<p>${marked(one)}</p>`).join('\n')}
<blockquote><p>${copy.quoted}</p></blockquote>
<ul>${copy.items.map((item) => `<li>${item}</li>`).join('')}</ul>
<p>${signOff}</p>`;
}

function plainBody(): string {
  return [...copy.paragraphs, copy.quoted, ...copy.items.map((item) => `- ${item}`), signOff].join('\n\n');
}

/** In lines of 65 columns at most. */
function wrapped(paragraph: string): string {
  return paragraph.replace(/(.{1,65})(?: |$)/g, '$1\r\n').trimEnd();
}

/** As programs write it that send ASCII alone, and no character that a page may take for a tag. */
function inAscii(json: string): string {
  return json.replace(/[^\x00-\x7f]|[<>&]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
