// What the wire-copy grammar colours: each part of a story by its scope, and nothing that only looks like one.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { root } from '../support/root';

const files: Readonly<Record<string, string>> = {
  'text.wire-copy': 'wire-copy.tmLanguage.json',
  'text.wire-copy.injection': 'wire-copy.injection.tmLanguage.json',
  'text.plain': 'plain-text.tmLanguage.json',
};
/** Stands for VS Code's own: what is injected into it is what is looked at. */
const markdown = '{"scopeName":"text.html.markdown","patterns":[]}';

async function registry(): Promise<Registry> {
  const wasm = readFileSync(path.join(root, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  return new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      if (scope === 'text.html.markdown') return parseRawGrammar(markdown, 'markdown.json');
      const file = files[scope];
      return file ? parseRawGrammar(readFileSync(path.join(root, 'syntaxes', file), 'utf8'), file) : null;
    },
    getInjections: (scope) =>
      ['text.plain', 'text.html.markdown'].includes(scope) ? ['text.wire-copy.injection'] : [],
  });
}

/** The text of every token that has a scope starting with `scope`, joined where they touch. */
function scoped(grammar: IGrammar, text: string, scope: string): string[] {
  const found: string[] = [];
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    let end = -1;
    for (const { startIndex, endIndex, scopes } of tokens) {
      if (!scopes.some((name) => name.startsWith(scope))) continue;
      const piece = line.slice(startIndex, Math.min(endIndex, line.length));
      if (startIndex === end) found.push((found.pop() ?? '') + piece);
      else found.push(piece);
      end = endIndex;
    }
  }
  return found;
}

const benchRows = (name: string): string[][] =>
  readFileSync(path.join(root, 'test/bench/furniture', name), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));

const body = 'The harbour will close at noon, the port authority said.';

const cases: readonly [name: string, text: string, scope: string, expected: readonly string[]][] = [
  ['a headline', `Harbour to close on Friday\n${body}`, 'markup.heading', ['Harbour to close on Friday']],
  ['no headline where the story opens with a sentence', body, 'markup.heading', []],
  ['an AP dateline', `CHATHAM, Mass. (AP) _ ${body}`, 'support.type.place.dateline', ['CHATHAM, Mass.']],
  ['its agency', `CHATHAM, Mass. (AP) _ ${body}`, 'support.other.agency.dateline', ['(AP)']],
  ['a Reuters dateline’s day', `LONDON, Jan 30 (Reuters) - ${body}`, 'constant.other.date.dateline', ['Jan 30']],
  ['a Xinhua dateline', `HARBIN, Sept. 23 (Xinhua) -- ${body}`, 'support.type.place.dateline', ['HARBIN']],
  ['a dpa dateline', `Geneva (dpa) - ${body}`, 'support.other.agency.dateline', ['(dpa)']],
  ['an EFE dateline', `Tegucigalpa, Jan 2 (EFE).- ${body}`, 'punctuation.separator.dateline', ['.-']],
  ['a day and an agency alone', `Jan 30 (Reuters) - ${body}`, 'constant.other.date.dateline', ['Jan 30']],
  [
    'no dateline in a sentence',
    'Smith (Labour) - a lawyer - left. In March 2024 he returned.',
    'constant.other.date',
    [],
  ],
  ['a byline', `Harbour to close\nBy ANA BRANDT\n${body}`, 'entity.name.person.byline', ['ANA BRANDT']],
  ['no byline in a sentence', `By Monday the harbour had closed.`, 'entity.name.person', []],
  ['a credit line’s day', `X\nXinhua, December 7, 2016\n${body}`, 'constant.other.date', ['December 7, 2016']],
  [
    'an AP slug',
    `BC-EU--Port Closure, 2nd Ld-Writethru,340\n${body}`,
    'entity.name.section.slug',
    ['BC-EU--Port Closure, 2nd Ld-Writethru,340'],
  ],
  ['a Reuters slug', `GLOBAL-PORTS/ (UPDATE 1)\n${body}`, 'entity.name.section.slug', ['GLOBAL-PORTS/ (UPDATE 1)']],
  ['no slug in a hyphened headline', `Ex-master tells of storm\n${body}`, 'entity.name.section.slug', []],
  [
    'an advisory',
    `(Adds minister's comment in paragraph 4)\n${body}`,
    'comment.line.advisory',
    ["(Adds minister's comment in paragraph 4)"],
  ],
  [
    'an embargo',
    `EMBARGOED UNTIL 0001 GMT, 9 MAY 2026\n${body}`,
    'invalid.illegal.embargo',
    ['EMBARGOED UNTIL 0001 GMT, 9 MAY 2026'],
  ],
  ['no embargo in a sentence', 'The embargo was lifted on Monday.', 'invalid', []],
  ['a sign-off on its own line', `${body}\n REUTER`, 'invalid.deprecated.sign-off', [' REUTER']],
  ['initials on their own line', `${body}\nab/cde/fg`, 'invalid.deprecated.sign-off', ['ab/cde/fg']],
  ['a sign-off behind the last sentence', `${body} Endi`, 'invalid.deprecated.sign-off', ['Endi']],
  ['no sign-off in a name', `${body} She thanked Endi`, 'invalid.deprecated', []],
  [
    'a web page’s remnant',
    `Xinhua, December 7, 2016 Adjust font size:`,
    'invalid.deprecated.remnant',
    ['Adjust font size:'],
  ],
  ['a placeholder', 'It closes for TK days.', 'invalid.illegal.placeholder', ['TK']],
  ['no placeholder in a company’s name', 'Shares of TK Steel rose.', 'invalid', []],
  ['a curly quotation', '“We close at noon,” he said.', 'string.quoted', ['“We close at noon,”']],
  ['a straight quotation', '"We close at noon," he said.', 'string.quoted', ['"We close at noon,"']],
  ['a quotation never closed, which ends at its paragraph', '“We close.\nHe left.', 'string.quoted', ['“We close.']],
  ['no cue: who is cited has a colour where somebody asks for it', body, 'keyword', []],
  ['a kicker', `Spotlight: Harbour to close`, 'entity.name.tag.kicker', ['Spotlight:']],
  ['kickers joined', `RPT-UPDATE 2-Harbour to close`, 'entity.name.tag.kicker', ['RPT-UPDATE 2-']],
  ['a correction', `X\nCORRECTED: Harbour to close`, 'markup.quote.correction', ['CORRECTED: Harbour to close']],
  ['a kill', `KILL KILL KILL`, 'markup.quote.correction', ['KILL KILL KILL']],
  [
    'what was corrected, at the foot',
    `${body}\nThis story has been corrected to show the day.`,
    'markup.quote.correction',
    ['This story has been corrected to show the day.'],
  ],
  ['no correction in a sentence', 'The corrections were made. A story was corrected.', 'markup.quote', []],
  ['notes to editors', `${body}\nNotes to editors:`, 'comment.line.contact', ['Notes to editors:']],
  ['a tagline', `${body}\nh/t Ana Brandt.`, 'comment.line.tagline', ['h/t Ana Brandt.']],
  [
    'a photographer’s credit',
    `${body}\n(Photo by Ana Brandt/AFP)`,
    'comment.line.caption',
    ['(Photo by Ana Brandt/AFP)'],
  ],
  ['a trailer', `dpa ab cd\n101137 GMT Dez 18`, 'comment.line.trailer', ['101137 GMT Dez 18']],
  ['no trailer in a year', 'May 2018', 'comment.line.trailer', []],
  ['a take', `${body}\n=2\n2nd Add`, 'invalid.deprecated.sign-off', ['=2', '2nd Add']],
  ['more to follow', `${body}\n(more)`, 'invalid.deprecated.sign-off', ['(more)']],
  [
    'a newsroom',
    `${body}\n-- Lom Newsroom, 555-0100-0200`,
    'invalid.deprecated.sign-off',
    ['-- Lom Newsroom, 555-0100-0200'],
  ],
  ['an advisory to editors', `Eds: With photos.\n${body}`, 'comment.line.advisory', ['Eds: With photos.']],
  ['a status line', `1ST LEAD\n${body}`, 'comment.line.advisory', ['1ST LEAD']],
  ['no advisory in a bracketed sentence', `X\n(Adding ferries would not help, it said.)`, 'comment.line.advisory', []],
  ['matter not for publication', `NOT FOR PUBLICATION\n${body}`, 'invalid.illegal.restricted', ['NOT FOR PUBLICATION']],
  ['a transcriber’s brackets', `LOM, 18 JAN 89 (EFE) -- [TEXT] ${body}`, 'comment.line.transcriber', [' [TEXT]']],
  [
    'a page’s label',
    `${body}\nRelated articles\nAdvertisement`,
    'invalid.deprecated.remnant',
    ['Related articles', 'Advertisement'],
  ],
  ['no label in a heading', `${body}\nShare prices\nPrint media`, 'invalid', []],
  [
    'a comment for Copydesk',
    `<!-- copydesk-ignore placeholder -->\n${body}`,
    'comment.block',
    ['<!-- copydesk-ignore placeholder -->'],
  ],
];

describe('wire-copy grammar', () => {
  let grammars: Registry;
  before(async () => {
    grammars = await registry();
  });

  for (const [name, text, scope, expected] of cases) {
    it(`colours ${name}`, async () => {
      const grammar = await grammars.loadGrammar('text.wire-copy');
      assert.ok(grammar);
      assert.deepEqual(scoped(grammar, text, scope), expected);
    });
  }

  for (const scope of ['text.plain', 'text.html.markdown'])
    it(`is injected into ${scope}: furniture, and nothing of the copy`, async () => {
      const grammar = await grammars.loadGrammar(scope);
      assert.ok(grammar);
      const text = `LONDON, Jan 30 (Reuters) - ${body}\n REUTER`;
      assert.deepEqual(scoped(grammar, text, 'support.type.place.dateline'), ['LONDON']);
      assert.deepEqual(scoped(grammar, text, 'invalid.deprecated.sign-off'), [' REUTER']);
      assert.deepEqual(scoped(grammar, text, 'keyword.other.cue'), []);
    });

  describe('knows what the analysis knows', () => {
    // what a line alone does not show: a slip of the finger, a place that only a list of places tells from a label, and whether
    // a name alone stands at the head or at the foot
    const onlyAnalysis = new Set(['Reuters 1987 slips', 'NEW DELHI: ', 'Reuters']);

    it('every dateline, byline, credit line and slug of the bench, and none of its look-alikes', async () => {
      const grammar = await grammars.loadGrammar('text.wire-copy');
      assert.ok(grammar);
      const scopes: Readonly<Record<string, string>> = {
        byline: 'keyword.other.byline',
        credit: 'support.other.agency.credit',
        slug: 'entity.name.section.slug',
      };
      for (const [role = '', line = '', place = '', , agency = ''] of benchRows('heads.tsv')) {
        if (onlyAnalysis.has(line)) continue;
        const said = (scope: string): string[] =>
          scoped(grammar, line + (line.endsWith(' ') || line.endsWith(':') ? body : ''), scope);
        if (role === 'dateline') {
          assert.deepEqual(said('support.type.place.dateline'), place ? [place] : [], line);
          const [source = ''] = said('support.other.agency.dateline');
          assert.equal(source.replace(/^[(/]|[)/]$/g, ''), agency, line);
        } else if (role === '-') {
          for (const scope of [...Object.values(scopes), 'entity.name.type', 'support.other', 'invalid'])
            assert.deepEqual(said(scope), [], line);
        } else if (role === 'credit') {
          assert.ok([...said(scopes.credit ?? ''), ...said('constant.other.date.credit')].length > 0, line);
        } else assert.ok(said(scopes[role] ?? '').length > 0, line);
      }
    });

    it('every sign-off of the bench, and none of its near misses', async () => {
      const grammar = await grammars.loadGrammar('text.wire-copy');
      assert.ok(grammar);
      for (const [agency = '', place, mark = '', near = ''] of benchRows('sign-offs.tsv')) {
        const first = mark.split('⏎')[0] ?? '';
        const behind = place === 'stop' ? body.slice(0, -1) + first : `${body} ${first}`;
        const said = (text: string): string =>
          [
            ...scoped(grammar, text, 'invalid.deprecated.sign-off'),
            ...scoped(grammar, text, 'comment.line.envelope'),
          ].join('|');
        if (!onlyAnalysis.has(agency)) assert.equal(said(place === 'line' ? `${body}\n${first}` : behind), first, mark);
        assert.equal(said(`${body} ${near}`), '', near);
      }
    });
  });

  it('reads a line of hostile copy to its end', async () => {
    const limitInMs = 15_000;
    const grammar = await grammars.loadGrammar('text.wire-copy');
    assert.ok(grammar);
    for (const piece of [
      'Lom ',
      'LOM, ',
      'Lom/',
      '(AP) ',
      'March 4 ',
      '- ',
      '... ',
      'by Ana ',
      'Share ',
      'a/b',
      '"A. ',
    ]) {
      const { stoppedEarly } = grammar.tokenizeLine(piece.repeat(2000), INITIAL, limitInMs);
      assert.equal(stoppedEarly, false, piece);
    }
  });
});
