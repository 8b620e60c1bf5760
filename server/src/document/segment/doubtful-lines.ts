// Lines that a program may read, and that may be copy all the same: they are read, and nobody changes them unseen. What is syntax for
// sure is left out before (`formats/syntax-lines.ts`).

export interface DoubtfulLine {
  readonly of: string;
  readonly like: readonly string[];
  readonly line: RegExp;
}

const PAGE_FIELD =
  /^(?:Title|Subtitle|Date|Modified|Category|Slug|Tags?|Authors?|Status|Template|Summary|Description|Keywords|Layout|Permalink|Lang|Language|Url|Save_as): /;

/** Told by how a paragraph opens. Bullets, marks of quotation, money, dashes, brackets round words open copy. */
export const doubtfulLines: readonly DoubtfulLine[] = [
  {
    of: 'signs that open no sentence',
    like: ['=> Lom', '// Lom', ':Lom', '.Lom', '; Lom', '% Lom', '.. Lom', '|Lom', '{lom', '-"Lom"'],
    line: /^(?:[-*+•] )?(?:[!?=:;%\\/|~^_<>{}&,)\]]{2,}|[=:;%\\|^{}&](?=\S)|[;%] |\.\. |[.!](?=[A-Za-z_[#])|[-+]["'])/,
  },
  {
    of: 'comments, prompts and options',
    like: ['#!lom', '# apt install "lom"', '$ lom', '--lom "a"', '-m "lom"', 'In [1]: lom'],
    line: /^(?:#[+!{<]|# [a-z]|#(?:include|define)\b|\$ [a-z./]|--?[a-z][\w-]*(?:[= ]|$)|(?:In|Out) ?\[\d+\]: )/,
  },
  {
    of: 'calls, assignments, members of data',
    like: [
      '@lom("a")',
      'lom("a")',
      'lom::a',
      'lom->a',
      'lom = a',
      'lom["a"]',
      '"lom": "a"',
      '["lom"]',
      '- "lom"',
      '[lom]',
    ],
    line: /^(?:@[\w-]+(?:\(|$| ["'(])|[a-z_$][\w$.-]*(?:\(|\[| ?[:+|?]?=[ "'\w]|::|->|=>)|"[^"]{1,80}" ?: ?["\d[{]|\[["'].*["']\],?$|[-*] ["'][^"']*["']$|\[[A-Za-z][\w .:-]{0,60}\]$|"[^"]{1,80}" ?= ?["\d])/,
  },
  {
    of: 'statements of data bases, containers, protocols',
    like: ['SELECT "lom" FROM a', '> INSERT INTO lom', 'RUN echo "lom"', 'GET /lom HTTP/1.1', 'HTTP/1.1 200 OK'],
    line: /^(?:> ?)?(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|DROP|RUN|ENV|CMD|COPY|ENTRYPOINT|WORKDIR|ARG|GET|POST|PUT|DELETE|HEAD|HTTP\/\d[.\d]*) /,
  },
  {
    of: 'headers of mail and protocols, cards, references',
    like: ['Subject: Lom', 'X-Port: Lom', 'Content-Type: lom', 'ETag: "lom"', 'FN:Lom', 'BEGIN:VCARD', 'TI  - Lom'],
    line: /^(?:(?:Subject|From|To|Cc|Bcc|Sender|Reply-To|Return-Path|Message-ID|In-Reply-To|References|Received|Content-[A-Z][\w-]*|X-[A-Z][\w-]*|MIME-Version|User-Agent|Host|ETag|[A-Z]{1,3}[a-z]+[A-Z][A-Za-z]*): |[A-Z]{2,16}(?:;[^:\s]{1,40})?:\S|[A-Z][A-Z\d] {2}- )/,
  },
  {
    of: 'fields that a page begins with',
    like: ['Title: Lom', 'Date: 2020-05-04', 'Category: Lom', 'Slug: Lom', 'Tags: Lom', 'Author: Lom'],
    line: PAGE_FIELD,
  },
  {
    of: 'statements of programs, and what stands between three marks',
    like: ['return "lom"', 'def lom():', 'from "lom"', 'let lom = a', '"""Say "lom"."""'],
    line: /^(?:(?:def|class|import|from|return|const|let|var|function|export|public|static|print|echo|elif|else|use|require|include)\b(?=[^.!?]{0,120}["'({[=:;])|.{0,120}""")/,
  },
  {
    of: 'logs, times of captions, errors',
    like: [
      '2016-12-07 12:00:01 lom',
      '[ERROR] lom',
      'ERROR: lom',
      '127.0.0.1 - - lom',
      '<14>1 lom',
      'I0107 12:00:01.000 lom',
      'KeyError: lom',
      '00:01:02,000',
      'NOTE lom',
      'Error: lom',
    ],
    line: /^(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d|(?:\d\d:)?\d\d:\d\d[.,]\d{3}|\[[A-Z]{4,6}\] |(?:ERROR|WARN(?:ING)?|INFO|DEBUG|TRACE|FATAL|NOTE|STYLE|REGION)(?:: | |$)|\d{1,3}(?:\.\d{1,3}){3} |<\d{1,3}>\d |[IWEF]\d{4} \d\d:|(?:[A-Z][a-z]+){0,4}(?:Error|Exception|Warning): )/,
  },
];

/** `Title: …`, `Slug: …`. */
export const isPageField = (line: string): boolean => PAGE_FIELD.test(line);

/** A short line that opens with a name in small letters and a colon, or goes on without any sentence: `slug: port`, `cp "a" b`. */
const isLikeSetting = (text: string): boolean =>
  text.length <= LONGEST_SETTING &&
  !ENDS_SENTENCE.test(text) &&
  /^(?:[-*+] )?[a-z_][\w.-]*(?::(?:\s|$)|(?: [^ ]{1,40}){0,3} ["'])/.test(text);

const LONGEST_SETTING = 100;
const ENDS_SENTENCE = /[.!?…]["'”’)\]]*$/;

export function isDoubtfulLine(text: string): boolean {
  const opening = text.slice(0, LONGEST_OPENING);
  return doubtfulLines.some(({ line }) => line.test(opening)) || isLikeSetting(text);
}

const LONGEST_OPENING = 160;
