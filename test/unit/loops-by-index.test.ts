// What dist/ is built with in place of loops over arrays.
import * as assert from 'node:assert/strict';
import path from 'node:path';
import { runInThisContext } from 'node:vm';
import { root } from '../support/root';

interface Loops {
  parse(text: string): unknown;
  declaredArrays(sources: unknown[]): unknown;
  byIndex(source: unknown, declared: unknown): string;
  helperCode: string;
}

describe('loops by index', () => {
  let loops: Loops;
  before(async () => {
    loops = await import(path.join(root, 'scripts/build/loops-by-index.mjs'));
  });

  /** As the build changes a module, where the project declares `declared` too. */
  const built = (text: string, declared = ''): string => {
    const source = loops.parse(text);
    return loops.byIndex(source, loops.declaredArrays([source, loops.parse(declared)]));
  };
  const isByIndex = (text: string, declared?: string) => assert.match(built(text, declared), /\$arrayOf\(/);
  const isLeft = (text: string, declared?: string) => assert.equal(built(text, declared), text);

  it('are written out where a parameter is an array', () =>
    assert.equal(
      built('function sum(all: readonly number[]) {\n  let sum = 0;\n  for (const one of all) sum += one;\n}'),
      "import { arrayOf as $arrayOf } from 'copydesk:array-of';function sum(all: readonly number[]) {\n  let sum = 0;\n" +
        '  for (let $array0 = $arrayOf(all), $index0 = 0; $index0 < $array0.length; $index0++) {const one = $array0[$index0];sum += one;}\n}',
    ));

  it('give the place too where entries are asked for', () =>
    assert.match(
      built('const f = (all: string[]) => { for (const [i, { length }] of all.entries()) g(i, length); };'),
      /\$arrayOf\(all\).*const i = \$index0, \{ length \} = \$array0\[\$index0\];/,
    ));

  it('are told by a literal, by what makes an array, and by a variable of either', () => {
    isByIndex('for (const one of [1, 2]) f(one);');
    isByIndex('const parts = text.split(" ");\nfor (const part of parts) f(part);');
    isByIndex('for (const [key, value] of Object.entries(table)) f(key, value);');
  });

  it('are told by a property or a function that is an array wherever it is declared', () => {
    const story = 'interface Story { readonly blocks: readonly Block[] }\nfunction linesOf(a: string): Line[] {}';
    isByIndex('for (const block of story.blocks) f(block);', story);
    isByIndex('const f = ({ blocks }: Story) => { for (const block of blocks) g(block); };', story);
    isByIndex('for (const line of linesOf(text)) f(line);', story);
    isByIndex('for (const act of actsOf(p)) f(act);', 'const actsOf = perParagraph((p): readonly Act[] => read(p));');
    isLeft('for (const block of story.blocks) f(block);', `${story}\ninterface Page { blocks: Set<Block> }`);
  });

  for (const [what, text] of [
    ['a set', 'const f = (all: ReadonlySet<string>) => { for (const one of all) g(one); };'],
    ['a map', 'for (const [key, value] of new Map(pairs)) f(key, value);'],
    ['a generator', 'function* pieces() { yield 1; }\nfor (const piece of pieces()) f(piece);'],
    ['text', 'const f = (text: string) => { for (const letter of text) g(letter); };'],
    [
      'another variable of that name',
      'const all: string[] = [];\nconst f = (all: Set<string>) => { for (const one of all) g(one); };',
    ],
    ['what comes later', 'async function f(all: Promise<string>[]) { for await (const one of all) g(one); }'],
  ] as const)
    it(`stay as they are over ${what}`, () => isLeft(text));

  it('walk what is no array after all, and what grows meanwhile, as before', () => {
    const run = (text: string): unknown => {
      const code = built(text).replace(
        /^import.*?;/,
        loops.helperCode.replace('export ', '').replace('arrayOf', '$arrayOf'),
      );
      return runInThisContext(`(() => {${code}\nreturn found;})()`);
    };
    // a list of its own, whose "slice" gives a set
    const set =
      'const own = { slice: () => new Set([1, 2]) };\nconst found = [];\nfor (const one of own.slice()) found.push(one);';
    assert.deepEqual(run(set), [1, 2]);
    assert.deepEqual(
      run('const found = [1];\nfor (const one of found) if (one < 4) found.push(one + 1);'),
      [1, 2, 3, 4],
    );
    const kept = run(
      'const found = [];\nfor (const one of [1, 2, 3]) { if (one === 2) continue; found.push(() => one); }',
    );
    assert.deepEqual(
      (kept as (() => number)[]).map((one) => one()),
      [1, 3],
    );
  });
});
