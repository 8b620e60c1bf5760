// `copydesk doctor`: which settings hold and why, what is read and what is passed over, and what is not in order.
import * as assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { folder } from '../support/cli';
import { root } from '../support/root';

const clean = 'The council meets on Monday, the mayor said.\n';

const desk = () =>
  folder({
    'a.txt': clean,
    'sport/b.md': clean,
    'old/c.txt': clean,
    'wire/d.txt': clean,
    'README.md': clean,
    'large.txt': Buffer.alloc((10 << 20) + 1, 'a'),
    '.copydeskignore': '# what agencies send\nwire/\n',
    'copydesk.json': `{
      "extends": ["recommended", "ap"],
      "ignore": ["old/**"],
      "rules": { "vague-source": "off", "placeholder": "error", "web-remnant": "warning" },
      "glossary": [{ "prefer": "Kyiv", "instead": ["Kiev"] }],
      "overrides": [
        { "files": "x/**", "genre": "letter" },
        { "files": "sport/**", "genre": "opinion", "extends": "all", "rules": { "vague-source": "warning" } }
      ]
    }`,
    'sport/copydesk.json': '{ "date": "2016-12-07", "across": true, "rules": { "web-remnant": ["error"] } }',
  });

describe('copydesk doctor', () => {
  it('tells of a folder where its settings come from, and what passes files over', () => {
    const { code, out } = desk().run(['doctor', '--format', 'json']);
    assert.equal(code, 0);
    const found = JSON.parse(out);
    assert.equal(found.version, 1);
    assert.equal(found.copydesk, JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version);
    assert.deepEqual([found.node, found.root.because], [process.version, 'git']);
    assert.deepEqual(found.settings, {
      files: ['copydesk.json'],
      presets: [
        { value: 'recommended', from: 'copydesk.json' },
        { value: 'ap', from: 'copydesk.json' },
      ],
      packs: [],
      lists: {},
      glossary: 1,
      rules: [
        { rule: 'vague-source', severity: 'off', from: 'copydesk.json' },
        { rule: 'web-remnant', severity: 'warning', from: 'copydesk.json' },
      ],
    });
    const { read, passedOver, tooLarge } = found.drafts;
    assert.deepEqual([read, tooLarge], [2, ['large.txt']]);
    assert.deepEqual(passedOver, [
      { path: '.git', pattern: '.*' },
      { path: 'README.md', pattern: 'readme*' },
      { path: 'old', pattern: 'old/**', from: 'copydesk.json' },
      { path: 'wire/d.txt', pattern: 'wire/', from: '.copydeskignore', line: 2 },
    ]);
  });

  it('tells of a draft which file, override, preset or flag decided', () => {
    const { settings, draft } = JSON.parse(
      desk().run(['doctor', 'sport/b.md', '--format', 'json', '--rule', 'placeholder=off']).out,
    );
    assert.deepEqual(draft, { path: 'sport/b.md', format: 'markdown', cleared: 0 });
    assert.deepEqual(settings.files, ['copydesk.json', 'sport/copydesk.json']);
    assert.deepEqual(settings.genre, { value: 'opinion', from: 'copydesk.json', override: 2 });
    assert.deepEqual(settings.date, { value: '2016-12-07', from: 'sport/copydesk.json' });
    assert.deepEqual(settings.across, { value: true, from: 'sport/copydesk.json' });
    const of = (id: string) => settings.rules.find(({ rule }: { rule: string }) => rule === id);
    assert.deepEqual(of('vague-source'), {
      rule: 'vague-source',
      severity: 'warning',
      from: 'copydesk.json',
      override: 2,
    });
    const all = { severity: 'information', from: 'copydesk.json', override: 2, preset: 'all' };
    assert.deepEqual(of('mind-reading'), { rule: 'mind-reading', ...all });
    assert.deepEqual(of('placeholder'), { rule: 'placeholder', severity: 'off', from: 'command line' });
    assert.equal(of('web-remnant'), undefined, 'as it is shipped again');
  });

  it('says so in sentences', () => {
    const made = desk();
    assert.equal(made.run(['clear', 'a.txt', '--baseline']).code, 0);
    const { out } = made.run(['doctor', 'README.md']);
    for (const sentence of [
      'Settings come from copydesk.json.',
      'They build on the preset "ap" (copydesk.json).',
      '  vague-source  off      copydesk.json',
      'README.md is no draft: "readme*" is left alone everywhere. Named on the command line it is read all the same, as Markdown.',
      'No answers are kept between runs; --cache keeps them.',
    ])
      assert.ok(out.includes(`${sentence}\n`), out);
    assert.match(made.run(['doctor']).out, /\n2 drafts of .* are read\.\nPassed over:\n/);
    made.run(['lint', '--cache', 'a.txt']);
    assert.match(
      made.run(['doctor']).out,
      /\nThe cache in \.copydesk\/cache holds 1 answer, 0\.0 MB; --cache uses it\.\n/,
    );
    assert.match(
      folder().run(['doctor']).out,
      /\nThere is no copydesk\.json, so .*\nAll rules are as Copydesk ships them\.\n/,
    );
  });

  it('tells what overrides say, and that rules are not as they are shipped there', () => {
    const made = folder({
      'a.txt': clean,
      'opinion/b.txt': clean,
      'copydesk.json':
        '{ "overrides": [{ "files": "opinion/**", "genre": "opinion", "rules": { "placeholder": "off", "loaded-verb": ["warning", { "every": true }] } }] }',
    });
    const { out } = made.run(['doctor']);
    assert.match(out, /\nAll rules are as Copydesk ships them, but where an override says otherwise\.\n/);
    assert.match(
      out,
      /\n {2}copydesk\.json, override 1 {2}opinion\/\*\* {2}1 draft {2}loaded-verb \["warning",\{"every":true\}\], placeholder off, genre "opinion"\n/,
    );
    const { drafts, idle } = JSON.parse(made.run(['doctor', '--format', 'json']).out);
    assert.deepEqual(idle, []);
    assert.deepEqual(
      drafts.overrides.map(({ override, drafts }: { override: number; drafts: number }) => [override, drafts]),
      [[1, 1]],
    );
  });

  it('tells what matches nothing, and of nothing that may match elsewhere', () => {
    const gap = 'The ferry leaves at TK, the harbour master said.\n';
    const made = folder({
      'copydesk.json':
        '{ "ignore": ["gone/**", "old/**", "!none.md"], "include": ["*.htm", "*.html"], "overrides": [{ "files": ["x/**", "*.rst"], "rules": {} }, { "files": "a.txt", "rules": {} }] }',
      '.copydeskignore': 'wire/\n# a comment\nfeed/\n!b.txt\n',
      'a.txt': gap,
      'c.txt': `${gap}\n${gap.replace('ferry', 'bus')}`,
      'gone.txt': gap,
      'old/b.txt': clean,
      'wire/d.txt': clean,
      'page.html': '<p>All is well, he said.</p>\n',
      'note.md': `<!-- copydesk-ignore-next placeholder -->\n\n${clean}`,
      'used.md': `<!-- copydesk-ignore-next placeholder -->\n\n${gap}`,
      'sub/copydesk.json': '{ "ignore": ["deep/*"] }',
      'sub/e.txt': clean,
    });
    for (const place of ['a.txt:1', 'c.txt:1', 'c.txt:3', 'gone.txt:1'])
      assert.equal(made.run(['clear', place, '--reason', 'confirmed']).code, 0);
    rmSync(path.join(made.path, 'gone.txt'));
    made.write('c.txt', `${gap}\n${gap.replace('ferry', 'tram')}`);
    const { out, code } = made.run(['doctor']);
    const [, told = ''] = out.split('\nMatches nothing:\n');
    assert.deepEqual(
      told
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .sort(),
      [
        '.copydeskignore:3: "feed/" passes nothing over.',
        // what lies in a folder that is passed over cannot be taken back in
        '.copydeskignore:4: "!b.txt" takes nothing back in.',
        'c.txt: 1 clearance matches nothing: its sentence has changed, or is asked about no more. "copydesk clear --prune" takes it out.',
        'copydesk.json: "!none.md" under "ignore" takes nothing back in.',
        'copydesk.json: "*.htm" under "include" takes nothing in.',
        'copydesk.json: "gone/**" under "ignore" passes nothing over.',
        'copydesk.json: Override 1 (x/**, *.rst) means no draft.',
        'gone.txt: 1 clearance matches nothing: the draft is gone. "copydesk clear --prune" takes it out.',
        'note.md:1: The comment on line 1 silences nothing: placeholder has nothing to say there. Take it out.',
        'sub/copydesk.json: "deep/*" under "ignore" passes nothing over.',
      ].sort(),
    );
    assert.equal(code, 0);
    const inSub = made.run(['doctor', 'sub']).out.split('\nMatches nothing:\n')[1];
    assert.equal(inSub, '  sub/copydesk.json: "deep/*" under "ignore" passes nothing over.\n');
    assert.match(made.run(['doctor', 'c.txt']).out, /\nMatches nothing:\n {2}c\.txt: 1 clearance matches nothing: /);
    assert.doesNotMatch(made.run(['doctor', 'a.txt']).out, /Matches nothing/);
  }).timeout(30_000);

  it('tells of clearances that do not count, for the root of their drafts is another folder', () => {
    const gap = 'The ferry leaves at TK, the harbour master said.\n';
    const made = folder({ 'a.txt': gap, 'sub/b.txt': gap, 'git/c.txt': gap, 'old/d.txt': gap });
    const told = (...args: string[]): string[] =>
      (made.run(['doctor', ...args]).out.split('\nMatches nothing:\n')[1] ?? '').split('\n').filter(Boolean);
    made.write('old/copydesk.json', '{ "root": true }');
    made.run(['clear', '--baseline']);
    made.write('old/copydesk.json', '{}');
    made.write('sub/copydesk.json', '{ "root": true }');
    mkdirSync(path.join(made.path, 'git/.git'));
    const [file, cleared] = ['with "file" as seen from there', '.copydesk/cleared.jsonl'];
    const ofSub = `  ${cleared}: 1 clearance for drafts in sub does not count: sub/copydesk.json says "root": true. Take that out to have it, or move the line to sub/${cleared}, ${file}.`;
    assert.deepEqual(told(), [
      `  ${cleared}: 1 clearance for drafts in git does not count: a repository is a desk of its own. To have it, move the line to git/${cleared}, ${file}.`,
      ofSub,
      `  old/${cleared}: 1 clearance for drafts in ${made.path} does not count: the desk's root is above. Put "root": true in old/copydesk.json to have it, or move the line to ${cleared}, ${file}.`,
    ]);
    for (const one of ['sub', 'sub/b.txt']) assert.deepEqual(told(one), [ofSub], one);
    assert.deepEqual(told('sub', '--config', 'old/copydesk.json'), []);
    // what would count again is not taken out, though its sentence has changed meanwhile
    made.write('sub/b.txt', clean);
    const before = made.read(cleared);
    made.run(['clear', '--prune']);
    assert.equal(made.read(cleared), before);
    const line = JSON.parse(before.split('\n').find((one) => one.includes('sub/b.txt')) ?? '');
    made.write(`sub/${cleared}`, `${JSON.stringify({ ...line, file: 'b.txt' })}\n`);
    made.write('sub/b.txt', gap);
    assert.deepEqual(told('sub'), [], 'it counts where it was moved to');
  }).timeout(120_000);

  it('does not say that settings come from a file that cannot be read', () => {
    const made = folder({ 'copydesk.json': '{ "rules": {', 'sub/copydesk.json': '{}' });
    const alone = made.run(['doctor']).out;
    assert.match(
      alone,
      /\ncopydesk\.json cannot be read, so nothing in it counts\.\nNo other copydesk\.json counts, so /,
    );
    assert.doesNotMatch(alone, /Settings come from/);
    assert.match(made.run(['doctor', 'sub']).out, /nothing in it counts\.\nSettings come from sub\/copydesk\.json\.\n/);
  });

  for (const [what, bytes] of [
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le')],
    ['bytes of no encoding', Buffer.from([0x7b, 0xc3, 0x28, 0x7d])],
    ['no object', Buffer.from('[]')],
    ['more than settings may have', Buffer.alloc(11_000_000, 0x20)],
  ] as const)
    it(`nor from one that is ${what}`, () => {
      const { out } = folder({ 'copydesk.json': bytes }).run(['doctor']);
      assert.match(out, /\ncopydesk\.json cannot be read, so nothing in it counts\.\n/);
      assert.doesNotMatch(out, /Settings come from/);
    });

  it('ends with 2 where something is not in order, and names it', () => {
    const made = folder({
      'copydesk.json': '{\n  "rules": { "placholder": "off" }\n}',
      'a.txt': Buffer.from([0xff, 0xff]),
    });
    const { code, out } = made.run(['doctor', 'a.txt']);
    assert.equal(code, 2);
    assert.match(
      out,
      /\nNot in order:\n {2}copydesk\.json:2: There is no rule "placholder"\. Did you mean "placeholder"\?/,
    );
    assert.match(out, /\n {2}a\.txt:1: a\.txt is not valid UTF-8/);
    assert.deepEqual(made.run(['doctor', 'b.txt']), {
      code: 2,
      out: '',
      err: 'copydesk: There is no file or folder b.txt. Check the name.\n',
    });
    assert.match(made.run(['doctor', 'a.txt/']).err, /^copydesk: a\.txt is a file, not a folder\./);
    assert.equal(made.run(['doctor', 'b/']).err, 'copydesk: There is no folder b. Check the name.\n');
  });
});
