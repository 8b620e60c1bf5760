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

async function registry(): Promise<Registry> {
  const wasm = readFileSync(path.join(root, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  return new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const file = files[scope];
      return file ? parseRawGrammar(readFileSync(path.join(root, 'syntaxes', file), 'utf8'), file) : null;
    },
    getInjections: (scope) => (scope === 'text.plain' ? ['text.wire-copy.injection'] : []),
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

const body = 'The harbour will close at noon, the port authority said.';

const cases: readonly [name: string, text: string, scope: string, expected: readonly string[]][] = [
  ['a headline', `Harbour to close on Friday\n${body}`, 'markup.heading', ['Harbour to close on Friday']],
  ['no headline where the story opens with a sentence', body, 'markup.heading', []],
  ['an AP dateline', `CHATHAM, Mass. (AP) _ ${body}`, 'entity.name.type.place.dateline', ['CHATHAM, Mass.']],
  ['its agency', `CHATHAM, Mass. (AP) _ ${body}`, 'support.other.agency.dateline', ['(AP)']],
  ['a Reuters dateline’s day', `LONDON, Jan 30 (Reuters) - ${body}`, 'constant.other.date.dateline', ['Jan 30']],
  ['a Xinhua dateline', `HARBIN, Sept. 23 (Xinhua) -- ${body}`, 'entity.name.type.place.dateline', ['HARBIN']],
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
  ['a cue', body, 'keyword.other.cue', ['said']],
  ['no cue inside a quotation', '“He said so.”', 'keyword.other.cue', []],
  ['a kicker', `Spotlight: Harbour to close`, 'entity.name.tag.kicker', ['Spotlight:']],
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

  it('is injected into plain text: furniture, and nothing of the copy', async () => {
    const grammar = await grammars.loadGrammar('text.plain');
    assert.ok(grammar);
    const text = `LONDON, Jan 30 (Reuters) - ${body}\n REUTER`;
    assert.deepEqual(scoped(grammar, text, 'entity.name.type.place.dateline'), ['LONDON']);
    assert.deepEqual(scoped(grammar, text, 'invalid.deprecated.sign-off'), [' REUTER']);
    assert.deepEqual(scoped(grammar, text, 'keyword.other.cue'), []);
  });
});
