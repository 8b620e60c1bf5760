// `copydesk doctor`: which settings hold and why, what is read and what is passed over, and what is not in order.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
  });
});
