// Every format keeps the same promises: a token is its characters of the file, a fix is written as the file has to write it, and a file
// that is cut off or made to hurt somebody is read as far as it can be trusted.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { formats } from '../../server/src/document/draft';
import { formatTable } from '../../server/src/document/formats/table';
import { OBJECT } from '../../server/src/document/formats/hidden';
import { toFile } from '../../server/src/text/source-map';
import { applyEdits } from '../../server/src/text/edit';
import { copy, files, fixAs, lintAs, storyOf } from '../support/formats';
import { root } from '../support/root';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  eacute: 'é',
  ldquo: '“',
  nbsp: ' ',
};
/** What the file's characters are read as, where they are words and codes. */
const decode = (raw: string): string =>
  raw
    .replace(/\\(?:u([\da-f]{4})|(["\\/nrtbf]))/gi, (_, unit, mark) =>
      unit ? String.fromCharCode(Number.parseInt(unit, 16)) : ({ n: '\n', r: '\r', t: '\t' }[mark as string] ?? mark),
    )
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (code, point, hex, name) =>
      name ? (entities[name] ?? code) : String.fromCodePoint(point ? Number(point) : Number.parseInt(hex, 16)),
    )
    .normalize('NFC');

describe('the same story in every format', () => {
  const told = new Map<string, string[]>();
  for (const [name, file] of Object.entries(files)) {
    const { format, text } = file!;
    const found = lintAs(text, format).diagnostics.map(
      (d) =>
        `${d.rule}${d.class ? `: ${d.class}` : ''} «${decode(text.slice(d.start, d.end))
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ')}»`,
    );
    told.set(name, found);
  }
  const all = [...new Set([...told.values()].flat())];

  it(`says the same of the same words\n${tableOf()}`, () => {
    const plain = told.get('text')!;
    for (const [name, found] of told) {
      // plain text has no captions of its own
      const own = found.filter((one) => !one.includes(copy.caption));
      assert.deepEqual(own.filter((one) => !isCaption(name, one)).sort(), [...plain].sort(), name);
    }
    assert.ok(plain.length > 5);
  });

  /** Formats that have a caption find in it what stands there. */
  function isCaption(name: string, one: string): boolean {
    const extra =
      told.get(name)!.filter((other) => other === one).length -
      told.get('text')!.filter((other) => other === one).length;
    if (extra <= 0 || captioned.has(name + one)) return false;
    captioned.add(name + one);
    return one.startsWith('house-style');
  }

  function tableOf(): string {
    const names = [...told.keys()];
    const rows = all.map(
      (one) =>
        `        ${names.map((name) => String(told.get(name)!.filter((other) => other === one).length).padEnd(name.length)).join('  ')}  ${one}`,
    );
    return [`        ${names.join('  ')}`, ...rows].join('\n');
  }
});
const captioned = new Set<string>();

describe('a format', () => {
  for (const [name, file] of Object.entries(files)) {
    const { format, text } = file!;
    it(`${name}: each token is its characters of the file`, () => {
      const { blocks, map } = storyOf(text, format);
      let tokens = 0;
      for (const { start, facts } of blocks)
        for (let i = 0; i < facts.tokens.length; i++) {
          const at = { start: start + facts.tokens.start[i]!, end: start + facts.tokens.end[i]! };
          const word = facts.text.slice(facts.tokens.start[i], facts.tokens.end[i]);
          if (word.includes(OBJECT)) continue;
          const inFile = toFile(map, at);
          assert.equal(decode(text.slice(inFile.start, inFile.end)), word);
          tokens++;
        }
      assert.ok(tokens > 80);
    });

    const isReadOnly = formatTable[format].textOf !== undefined;
    it(`${name}: ${isReadOnly ? 'no fix is made' : 'a fix leaves all bytes but its own, and is read as it was meant'}`, () => {
      const { diagnostics } = lintAs(text, format);
      if (isReadOnly) return assert.ok(diagnostics.every(({ fixes }) => !fixes.length));
      const before = storyOf(text, format).prose;
      for (const { fixes } of diagnostics)
        for (const { edits } of fixes) {
          const after = storyOf(applyEdits(text, edits), format);
          assert.equal(after.problems.length, 0);
          assert.ok(Math.abs(after.prose.length - before.length) < 200);
        }
      const fixed = fixAs(text, format).text;
      assert.equal(decode(fixed).includes('Port of Kyiv'), true);
      assert.equal(
        lintAs(fixed, format).diagnostics.some(({ rule }) => rule === 'wire-sign-off'),
        false,
      );
      assert.equal(storyOf(fixed, format).problems.length, 0);
    });

    it(`${name}: cut off anywhere it is read as far as it goes`, () => {
      const whole = storyOf(text, format).prose;
      for (let end = 0; end <= text.length; end += format === 'text' || format === 'markdown' ? 11 : 1) {
        const { prose, problems } = storyOf(text.slice(0, end), format);
        assert.ok(problems.length <= 1, `${end}: ${problems.map(({ message }) => message).join(' ')}`);
        for (const { line } of problems) assert.ok(line !== undefined, String(end));
        // what was read of the piece is the beginning of what is read of the whole, but for its last words
        if (format === 'text' || format === 'markdown') continue;
        const words = prose.split(/\s+/).slice(0, -3).join(' ');
        assert.ok(whole.replace(/\s+/g, ' ').startsWith(words) || words.length < 200, `${end}: ${words.slice(-80)}`);
      }
    }).timeout(60_000);
  }

  it('is known by one table: names and languages are nobody else’s', () => {
    const names = formats.flatMap((format) => [...formatTable[format].extensions, ...formatTable[format].languages]);
    assert.equal(new Set(names).size, names.length);
  });

  it('wakes the editor by its language where nobody has to ask for it, and nowhere else', () => {
    const { activationEvents, contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const languagesOf = (asked: boolean): string[] =>
      formats.flatMap((format) => {
        const { languages, onlyWhenNamed } = formatTable[format];
        return (onlyWhenNamed ?? false) === asked ? languages.slice(0, 1) : [];
      });
    const woken = (activationEvents as string[]).flatMap((one) => /^onLanguage:(.*)/.exec(one)?.[1] ?? []);
    assert.deepEqual(woken.sort(), languagesOf(false).sort());
    assert.deepEqual(contributes.configuration.properties['copydesk.languages'].items.enum, languagesOf(true));
    const client = readFileSync(path.join(root, 'client/src/drafts.ts'), 'utf8');
    const listed = (name: string): string[] =>
      Array.from(
        new RegExp(`const ${name} = \\[([^\\]]*)\\]`).exec(client)?.[1]?.matchAll(/'([^']+)'/g) ?? [],
        ([, one]) => one!,
      );
    assert.deepEqual(listed('languages').sort(), languagesOf(false).sort());
    assert.deepEqual(listed('unasked'), languagesOf(true));
  });

  it('can be chosen on the page where it is text and files are called after it', () => {
    const page = readFileSync(path.join(root, 'page/src/format.ts'), 'utf8');
    const offered = Array.from(page.matchAll(/^ {2}\['([^']+)', '/gm), ([, one]) => one);
    const wanted = formats.filter((one) => formatTable[one].extensions.length && !formatTable[one].textOf);
    assert.deepEqual(offered.sort(), wanted.sort());
  });
});
