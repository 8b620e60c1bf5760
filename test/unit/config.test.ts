// Configuration: what a copydesk.json may say, how a fault in it is told, and which settings hold for a draft.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import { buildSettings } from '../../server/src/config/build';
import { notDrafts } from '../../server/src/config/drafts';
import { literal, matchesGlob, matchesList } from '../../server/src/config/glob';
import { noRule } from '../../server/src/config/no-rule';
import { parseSettings } from '../../server/src/config/parse';
import type { Files } from '../../server/src/config/files';
import { createResolver, type ResolverOptions } from '../../server/src/config/resolve';
import { rules as everyRule } from '../../server/src/rules/index';
import { option } from '../../server/src/rules/option';
import { paragraphRule, type Rule } from '../../server/src/rules/rule';
import { root } from '../support/root';

const rule = (id: string, severity: Rule['severity'] = 'information'): Rule =>
  paragraphRule({
    id,
    summary: `Asks about ${id}.`,
    category: 'style',
    kind: 'query',
    inserts: [],
    severity,
    options: { eager: option(v.boolean(), false, 'Speaks sooner.') },
    check: () => [],
  });
const rules = [rule('bare-surname', 'off'), rule('vague-source'), rule('web-remnant', 'error')];

describe('globs', () => {
  it('made of a path mean that path, whatever characters it holds', () => {
    for (const path of ['a.txt', 'a{b,c}.txt', 'a[1].txt', '[{]}.txt', 'wh*t?.txt', 'x/{{y}.txt', '{a[}].txt']) {
      assert.ok(matchesGlob(`/${literal(path)}`, path), literal(path));
      for (const other of ['ab.txt', 'a1.txt', 'what1.txt', 'x/y.txt', 'a[.txt'])
        assert.ok(!matchesGlob(`/${literal(path)}`, other), `${literal(path)} ${other}`);
    }
  });

  const cases: readonly [pattern: string, path: string, expected: boolean][] = [
    ['*.md', 'a.md', true],
    ['*.md', 'sport/a.md', true],
    ['*.md', 'a.mdx', false],
    ['sport', 'sport/a.md', true],
    ['sport/', 'desk/sport/x/a.md', true],
    ['sport/*.md', 'sport/a.md', true],
    ['sport/*.md', 'desk/sport/a.md', false],
    ['sport/*.md', 'sport/x/a.md', false],
    ['sport/**/*.md', 'sport/a.md', true],
    ['sport/**/*.md', 'sport/x/y/a.md', true],
    ['**/x/a.md', 'x/a.md', true],
    ['/a.md', 'sport/a.md', false],
    ['./a.md', 'a.md', true],
    ['a.{md,txt}', 'a.txt', true],
    ['{a,{b,c}}.md', 'c.md', true],
    ['{a}.md', 'a.md', true],
    ['a.{md', 'a.{md', true],
    ['take[0-9].txt', 'take7.txt', true],
    ['take[!0-9].txt', 'take7.txt', false],
    ['take?.txt', 'take10.txt', false],
    ['*a*b*c', 'xxaxxbxxc', true],
  ];
  for (const [pattern, path, expected] of cases)
    it(`${pattern} ${expected ? 'means' : 'does not mean'} ${path}`, () =>
      assert.equal(matchesGlob(pattern, path), expected));

  it('come to an end, whatever they ask for', () => {
    // a matcher that tries all ways would not come to an end
    matchesGlob('**/'.repeat(200) + 'b', 'a/'.repeat(2000) + 'a');
    matchesGlob('*a'.repeat(200) + 'b', 'a'.repeat(5000));
    matchesGlob('{a,b}'.repeat(100), 'a'.repeat(100));
  });

  it('let a later pattern take a file back in', () => {
    assert.equal(matchesList(['*.md', '!keep.md'], 'x/keep.md'), false);
    assert.equal(matchesList(['!keep.md', '*.md'], 'keep.md'), true);
  });

  it('know what is no draft', () => {
    for (const path of [
      'readme.md',
      'node_modules/a/b.txt',
      '.github/x.md',
      'docs/license.txt',
      'requirements-dev.txt',
      'robots.txt',
    ])
      assert.ok(matchesList(notDrafts, path), path);
    for (const path of ['story.md', 'readers.txt', 'desk/history of a town.txt', 'requirements.md'])
      assert.ok(!matchesList(notDrafts, path), path);
  });
});

describe('copydesk.json', () => {
  const told = (text: string): string[] => {
    const { problems, others } = parseSettings(text, rules);
    const unknown = others.map((other) =>
      noRule(
        other,
        rules.map(({ id }) => id),
      ),
    );
    return [...problems, ...unknown].map(({ line, column, message }) => `${line}:${column} ${message}`);
  };

  it('may hold comments and trailing commas', () => {
    const { settings, problems } = parseSettings('{ // house\n "rules": { "vague-source": "off", }, }', rules);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, { rules: { 'vague-source': 'off' } });
  });

  it('that is no JSON is told with its place and does not count', () => {
    assert.equal(parseSettings('{ "rules": }', rules).settings, undefined);
    assert.deepEqual(told('{\n  "rules" {}\n}'), ['2:11 This is not JSON. A colon is missing before this.']);
    assert.equal(told('').length, 1);
    assert.equal(told('{ "rules": {} } }').length, 1);
  });

  it('keeps what is good where one thing is bad', () => {
    const { settings, problems, others } = parseSettings(
      '{"rules": {"vague-sorce": "off", "web-remnant": "warning", "bare-surname": "loud"}, "signOff": "forbid", "genre": "poem"}',
      rules,
    );
    assert.deepEqual(settings, { rules: { 'vague-sorce': 'off', 'web-remnant': 'warning' }, signOff: 'forbid' });
    assert.equal(problems.length, 2);
    // it may be a rule of the house's own: who has read all files knows
    assert.deepEqual(others, [{ id: 'vague-sorce', line: 1, column: 12 }]);
  });

  for (const list of ['ignore', 'include']) {
    it(`keeps the good items of "${list}" where one is bad`, () => {
      const { settings, problems } = parseSettings(JSON.stringify({ [list]: ['a.html', 1] }), rules);
      assert.deepEqual([settings, problems.length], [{ [list]: ['a.html'] }, 1]);
    });

    it(`says of a pattern in "${list}" that is too long that it does not count`, () => {
      assert.match(
        told(JSON.stringify({ [list]: ['a'.repeat(5000)] })).join(),
        /^1:\d+ The pattern at "\w+\.0" .*does not count/,
      );
    });
  }

  const sentences: readonly [string, string][] = [
    [
      '{"rulez": {}}',
      '1:2 There is no setting "rulez". Did you mean "rules"? Known here: $schema, root, extends, rules, houseRules, glossary, lists, signOff, genre, date, fields, ignore, include, across, overrides.',
    ],
    [
      '{"rules": {"vague-sorce": "off"}}',
      '1:12 There is no rule "vague-sorce". Did you mean "vague-source"? Put its name right, or take it out.',
    ],
    [
      '{"rules": {"vague-source": "loud"}}',
      '1:28 "rules.vague-source" has no severity that is known. Write one of error, warning, information, off, or [severity, { options }].',
    ],
    [
      '{"rules": {"vague-source": ["off", {"eagr": true}]}}',
      '1:37 There is no setting "rules.vague-source.1.eagr". Did you mean "eager"? Known here: eager.',
    ],
    [
      '{"rules": {"vague-source": ["off", {"eager": 1}]}}',
      '1:46 "rules.vague-source.1.eager" cannot be 1. Write true or false there.',
    ],
    [
      '{"genre": "poem"}',
      '1:11 "genre" cannot be "poem". Write "story" or "headlines" or "caption" or "letter" or "opinion" or "transcript" or "press-release" there.',
    ],
    ['{"date": "May"}', '1:10 "date" cannot be "May". Write a day like "2016-12-07" there.'],
    ['{"date": "2016-02-31"}', '1:10 "date" cannot be "2016-02-31". Write a day like "2016-12-07" there.'],
    [
      '{"glossary": [{"prefr": "x"}]}',
      '1:16 There is no setting "glossary.0.prefr". Did you mean "prefer"? Known here: prefer, instead, entity, bulk, source.',
    ],
    ['{"overrides": [{"rules": {}}]}', '1:16 "overrides.0.files" is missing. Add it.'],
    ['[]', '1:1 The settings must be an object: { "rules": { … } }.'],
  ];
  for (const [text, sentence] of sentences)
    it(`says of ${text}: ${sentence}`, () => assert.ok(told(text).includes(sentence), told(text).join('\n')));
});

describe('the JSON Schema of copydesk.json', () => {
  const schema = JSON.parse(readFileSync(path.join(root, 'schemas/copydesk.schema.json'), 'utf8'));
  const accepts = new Ajv({ allowUnionTypes: true, strict: false, formats: { date: /^\d{4}-\d\d-\d\d$/ } }).compile(
    schema,
  );
  const files: readonly [file: object, good: boolean][] = [
    [{}, true],
    [{ root: true, extends: 'all', rules: { placeholder: 'off' }, ignore: ['old'] }, true],
    [{ extends: ['recommended'], rules: { placeholder: ['warning'] }, signOff: { require: 'Enditem' } }, true],
    [{ rules: { placeholder: ['warning', {}] }, glossary: [{ prefer: 'Kyiv', instead: ['Kiev'] }] }, true],
    [{ overrides: [{ files: '*.md', genre: 'letter', date: '2016-12-07', rules: { placeholder: 'error' } }] }, true],
    [{ rulez: {} }, false],
    [{ rules: { 'own-rule': 'off' }, houseRules: { 'own-rule': { kind: 'fix', message: 'No.' } } }, true],
    [{ houseRules: { 'own-rule': { kind: 'fix' } } }, false],
    [{ houseRules: { 'own-rule': { kind: 'fix', message: 'No.', regex: 'x' } } }, false],
    [{ rules: { placeholder: 'loud' } }, false],
    [{ rules: { placeholder: [] } }, false],
    [{ rules: { placeholder: ['off', { x: 1 }] } }, false],
    [{ rules: { placeholder: ['off', {}, 1] } }, false],
    [{ overrides: [{ rules: {} }] }, false],
    [{ glossary: [{ prefer: '' }] }, false],
    [{ genre: 'poem' }, false],
    [{ signOff: 'require' }, false],
  ];
  for (const [file, good] of files)
    it(`${good ? 'takes' : 'refuses'} what the desk ${good ? 'takes' : 'refuses'}: ${JSON.stringify(file)}`, () => {
      assert.equal(parseSettings(JSON.stringify(file), everyRule).problems.length === 0, good);
      assert.equal(accepts(file), good);
    });
});

describe('settings of a draft', () => {
  it('share one glossary where there is none, since what is made of one is kept as long as it', () => {
    const [a, b] = [buildSettings([], rules), buildSettings([], rules, '2016-12-07T12:00:00Z')];
    assert.equal(a.house.glossary, b.house.glossary);
  });

  const disk = (
    texts: Record<string, object | string>,
    more: Partial<ResolverOptions> = {},
    links: Record<string, string> = {},
  ) => {
    const files: Files = {
      read: (path) => {
        const text = texts[path];
        return text === undefined || typeof text === 'string' ? text : JSON.stringify(text);
      },
      real: (path) => links[path] ?? (path in texts || !path.endsWith('.json') ? path : undefined),
      isRoot: (folder) => folder === '/repo',
      fallbackRoot: () => '/work',
    };
    return createResolver({ files, rules, ...more });
  };
  const severityOf = async (texts: Parameters<typeof disk>[0], path: string, id = 'vague-source') =>
    (await disk(texts).for(path)).settings.rules.get(id)?.severity;

  it('are the defaults where no file speaks', async () => {
    const { settings, problems, files } = await disk({}).for('/repo/a.txt');
    assert.equal(settings.rules.get('bare-surname')?.severity, 'off');
    assert.deepEqual([problems, files], [[], []]);
  });

  it('come from the files above, the nearest winning, up to the root', async () => {
    const texts = {
      '/copydesk.json': { rules: { 'vague-source': 'error', 'web-remnant': 'off' } },
      '/repo/copydesk.json': { rules: { 'vague-source': 'warning' } },
      '/repo/desk/copydesk.json': { rules: { 'vague-source': 'off' } },
    };
    assert.equal(await severityOf(texts, '/repo/a.txt'), 'warning');
    assert.equal(await severityOf(texts, '/repo/desk/x/a.txt'), 'off');
    assert.equal(await severityOf(texts, '/repo/a.txt', 'web-remnant'), 'error');
  });

  it('stop at a file that says it is the root', async () => {
    const texts = {
      '/repo/copydesk.json': { rules: { 'vague-source': 'warning' } },
      '/repo/desk/copydesk.json': { root: true },
    };
    assert.equal(await severityOf(texts, '/repo/desk/a.txt'), 'information');
  });

  it('build on presets and on files inside the root, in their order', async () => {
    const texts = {
      '/repo/copydesk.json': { extends: ['all', './house/base.json'], rules: { 'web-remnant': 'warning' } },
      '/repo/house/base.json': { rules: { 'bare-surname': 'error', 'web-remnant': 'off' } },
    };
    assert.equal(await severityOf(texts, '/repo/a.txt', 'bare-surname'), 'error');
    assert.equal(await severityOf(texts, '/repo/a.txt', 'web-remnant'), 'warning');
  });

  it('never build on a file outside the root, nor through a link', async () => {
    const texts = {
      '/repo/copydesk.json': { extends: ['../secret.json', './link.json'] },
      '/secret.json': {},
      '/repo/link.json': {},
    };
    const { problems } = await disk(texts, {}, { '/repo/link.json': '/secret.json' }).for('/repo/a.txt');
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['../secret.json', './link.json'].map(
        (name) => `There is no file "${name}" inside /repo. Settings may only build on files in there.`,
      ),
    );
  });

  it('are not read through a link that leads outside the root', async () => {
    const texts = { '/repo/copydesk.json': { rules: { 'vague-source': 'off' } } };
    const { settings, problems } = await disk(texts, {}, { '/repo/copydesk.json': '/etc/x.json' }).for('/repo/a.txt');
    assert.equal(settings.rules.get('vague-source')?.severity, 'information');
    assert.equal(problems.length, 1);
  });

  it('tell a circle and an unknown preset', async () => {
    const texts = {
      '/repo/copydesk.json': { extends: ['./a.json', 'afpp'] },
      '/repo/a.json': { extends: './copydesk.json' },
    };
    const { problems } = await disk(texts).for('/repo/a.txt');
    assert.deepEqual(
      problems.map(({ path, message }) => `${path}: ${message.split('.')[0]}`),
      ['/repo/a.json: "', '/repo/copydesk.json: There is no preset "afpp"'],
    );
  });

  it('take overrides for the drafts that their globs mean, later ones winning', async () => {
    const texts = {
      '/repo/copydesk.json': {
        date: '2016-12-07',
        overrides: [
          { files: 'letters/**', genre: 'letter', rules: { 'vague-source': 'off' } },
          { files: ['letters/a.txt'], rules: { 'vague-source': 'error' }, date: '2017-01-01' },
        ],
      },
    };
    const resolver = disk(texts);
    const [story, letter, special] = await Promise.all(
      ['/repo/a.txt', '/repo/letters/b.txt', '/repo/letters/a.txt'].map((p) => resolver.for(p)),
    );
    const shown = [story, letter, special].map((r) => [
      r?.settings.rules.get('vague-source')?.severity,
      r?.genre,
      r?.date,
    ]);
    assert.deepEqual(shown, [
      ['information', undefined, '2016-12-07'],
      ['off', 'letter', '2016-12-07'],
      ['error', 'letter', '2017-01-01'],
    ]);
    assert.equal((await resolver.for('/repo/b.txt')).settings, story?.settings, 'the very same object');
  });

  it('come from the named file alone where one is named', async () => {
    const texts = {
      '/repo/copydesk.json': { rules: { 'vague-source': 'off' } },
      '/house/my.json': { rules: { 'web-remnant': 'off' } },
    };
    const { settings } = await disk(texts, { config: '/house/my.json' }).for('/repo/a.txt');
    assert.deepEqual(
      ['vague-source', 'web-remnant'].map((id) => settings.rules.get(id)?.severity),
      ['information', 'off'],
    );
  });

  it('stay the last good ones while a file is broken', async () => {
    const texts: Record<string, object | string> = { '/repo/copydesk.json': { rules: { 'vague-source': 'off' } } };
    const resolver = disk(texts);
    await resolver.for('/repo/a.txt');
    texts['/repo/copydesk.json'] = '{ "rules": ';
    resolver.forget();
    const { settings, problems } = await resolver.for('/repo/a.txt');
    assert.equal(settings.rules.get('vague-source')?.severity, 'off');
    assert.equal(problems.length, 1);
  });

  for (const [text, message] of [
    [
      '{ "rules"',
      'This is not JSON. A colon is missing before this. Put it right; until then the file does not count.',
    ],
    ['[]', 'The settings must be an object: { "rules": { … } }. Put it right; until then the file does not count.'],
    [
      ' '.repeat((4 << 20) + 1),
      'The file is too long to be settings. Move the glossary into files of their own. Until then it does not count.',
    ],
  ] as const)
    it(`say of a file that is left out what to do: ${message}`, async () => {
      const { problems } = await disk({ '/repo/copydesk.json': text }).for('/repo/a.txt');
      assert.deepEqual(
        problems.map((one) => one.message),
        [message],
      );
    });

  it('say which files are no drafts, and by what', async () => {
    const resolver = disk({
      '/repo/copydesk.json': { ignore: ['old/**', '!README.md'] },
      '/repo/.copydeskignore': '# what the agencies send\nwire/\n!LICENSE.txt\n',
      '/repo/sub/.copydeskignore': '/draft?.txt\n!draft1.txt\n',
    });
    const patternOf = async (path: string): Promise<string | undefined> => {
      const { ignored } = await resolver.for(`/repo/${path}`);
      return ignored && [ignored.path ?? 'shared', ignored.line, ignored.pattern].join(' ');
    };
    const table: readonly [path: string, ignored: string | undefined][] = [
      ['a.txt', undefined],
      ['old/a.txt', '/repo/copydesk.json  old/**'],
      ['README.md', undefined],
      ['sub/README.md', undefined],
      ['sub/history.md', 'shared  history.md'],
      ['.git/a.txt', 'shared  .*'],
      ['desk/wire/x/a.txt', '/repo/.copydeskignore 2 wire/'],
      ['desk/wire', undefined],
      ['sub/LICENSE.txt', undefined],
      ['sub/draft2.txt', '/repo/sub/.copydeskignore 1 /draft?.txt'],
      ['sub/draft1.txt', undefined],
      ['sub/x/draft2.txt', undefined],
      ['draft2.txt', undefined],
    ];
    for (const [path, expected] of table) assert.equal(await patternOf(path), expected, path);
  });

  it('pass over what an ignore file names where another file takes the place of settings, and through no link that leads out', async () => {
    const texts = { '/repo/.copydeskignore': 'a.txt', '/house/my.json': {} };
    const { ignored } = await disk(texts, { config: '/house/my.json' }).for('/repo/a.txt');
    assert.equal(ignored?.path, '/repo/.copydeskignore');
    const linked = await disk(texts, {}, { '/repo/.copydeskignore': '/etc/ignore' }).for('/repo/a.txt');
    assert.equal(linked.ignored, undefined);
  });
});
