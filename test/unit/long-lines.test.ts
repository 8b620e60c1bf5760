// A line that a person has to review is one that a screen shows: sources, pages, cases and lexicons.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import { root } from '../support/root';

/** Characters. */
const LONGEST = 500;

/** Written by a program, read by one or looked something up in. */
const generated = [
  'THIRD_PARTY.md',
  'docs/settings.md',
  'server/src/rules/docs.ts',
  'server/src/lexicon/claims/weights.txt',
  'training/titles.md',
];

/** What was learned hangs on the bytes of this file: its line is cut when weights are next learned. */
const known: Readonly<Record<string, number>> = { 'server/src/lexicon/claims/patterns.tsv': 515 };

/** An expression has no place where a line could end. */
const isExpression = (file: string, line: string): boolean =>
  file.endsWith('.ts') && /^\s*\/.+\/[a-z]*(?:\.test\()?[;,)]*$/.test(line);

describe('lines', () => {
  it(`of sources, pages, cases and lexicons have at most ${LONGEST} characters`, () => {
    const files = globSync(['**/*.{ts,mjs,cjs,js,md,txt,tsv,yml,yaml,css,html,py,lua,el}', '.github/**'], {
      cwd: root,
      // copy is as long as its writer made it
      ignore: [
        '**/node_modules/**',
        'out/**',
        'dist/**',
        'test/bench/**',
        'test/samples/**',
        'training/.cache/**',
        'release/**',
        'copydesk-*.html',
        ...generated,
      ],
    });
    const long: string[] = [];
    for (const file of files)
      readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .forEach((line, i) => {
          if (line.length > (known[file] ?? LONGEST) && !isExpression(file, line))
            long.push(`${file}:${i + 1}: ${line.length} characters: wrap it, or give each entry a line`);
        });
    assert.ok(files.length > 500, `${files.length} files`);
    assert.deepEqual(long, []);
  });
});
