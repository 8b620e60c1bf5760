// House packs: found where they lie inside the root and nowhere else; and what is taken over from other tools' rules.
import * as assert from 'node:assert/strict';
import { importedFrom, leftInWords, settled, type Imported } from '../../server/src/cli/import/imported';
import { formsOf } from '../../server/src/cli/import/finite';
import type { Files } from '../../server/src/config/files';
import { createResolver } from '../../server/src/config/resolve';
import { rules } from '../../server/src/rules/index';

/** Files below /repo, by path; links by path and target. */
const disk = (texts: Readonly<Record<string, object>>, links: Readonly<Record<string, string>> = {}) => {
  const real = (path: string): string | undefined => {
    const link = Object.keys(links).find((one) => path === one || path.startsWith(`${one}/`));
    const at = link === undefined ? path : (links[link] as string) + path.slice(link.length);
    return Object.keys(texts).some((one) => one === at || one.startsWith(`${at}/`)) ? at : undefined;
  };
  const files: Files = {
    read: (path) => {
      const at = real(path);
      return at !== undefined && texts[at] ? JSON.stringify(texts[at]) : undefined;
    },
    real,
    isRoot: (folder) => folder === '/repo',
    fallbackRoot: () => '/repo',
  };
  return createResolver({ files, rules });
};

const pack = { lists: { placeholders: ['NAMETK'] }, overrides: [{ files: 'opinion/**', genre: 'opinion' }] };
const manifest = { name: '@daily/house', version: '1.2.0', license: 'CC-BY-4.0' };

describe('house packs', () => {
  it('are found in the nearest node_modules up to the root, and tell who they are', async () => {
    const home = '/repo/node_modules/@daily/house';
    const resolver = disk({
      '/repo/desk/copydesk.json': { extends: '@daily/house', lists: { placeholders: ['ALDERTK'] } },
      [`${home}/copydesk.json`]: { extends: './more.json', ...pack },
      [`${home}/more.json`]: { signOff: { require: 'Ends' } },
      [`${home}/package.json`]: manifest,
    });
    const { settings, packs, problems, files } = await resolver.for('/repo/desk/a.txt');
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.house.words?.placeholders, ['NAMETK', 'ALDERTK']);
    assert.deepEqual(settings.house.signOff, { require: 'Ends' });
    assert.deepEqual(packs, [{ folder: home, name: '@daily/house', version: '1.2.0', licence: 'CC-BY-4.0' }]);
    assert.deepEqual(files, [`${home}/more.json`, `${home}/copydesk.json`, '/repo/desk/copydesk.json']);
    // its globs mean the drafts of whoever builds on it
    assert.equal((await resolver.for('/repo/desk/opinion/a.txt')).genre, 'opinion');
    assert.equal((await resolver.for('/repo/opinion/a.txt')).genre, undefined);
  });

  it('are found in a folder, and by a name without a scope', async () => {
    const texts = {
      '/repo/copydesk.json': { extends: ['./house-style', 'daily-house'] },
      '/repo/house-style/copydesk.json': pack,
      '/repo/node_modules/daily-house/copydesk.json': { signOff: { require: 'Ends' } },
      '/repo/node_modules/daily-house/package.json': {},
    };
    const { settings, problems, packs } = await disk(texts).for('/repo/a.txt');
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.house.words?.placeholders, ['NAMETK']);
    assert.deepEqual(settings.house.signOff, { require: 'Ends' });
    assert.deepEqual(
      packs.map(({ folder }) => folder),
      ['/repo/house-style', '/repo/node_modules/daily-house'],
    );
  });

  it('may be a link inside the root, and are told in a sentence where it leads out', async () => {
    const home = '/repo/node_modules/@daily/house';
    const texts = {
      '/repo/copydesk.json': { extends: '@daily/house' },
      '/repo/packages/house/copydesk.json': pack,
      '/repo/packages/house/package.json': manifest,
      '/else/house/copydesk.json': pack,
      '/else/house/package.json': manifest,
    };
    const inside = await disk(texts, { [home]: '/repo/packages/house' }).for('/repo/a.txt');
    assert.deepEqual(inside.problems, []);
    assert.deepEqual(inside.settings.house.words?.placeholders, ['NAMETK']);
    const out = await disk(texts, { [home]: '/else/house' }).for('/repo/a.txt');
    assert.equal(out.settings.house.words, undefined);
    assert.deepEqual(
      out.problems.map(({ message }) => message),
      [`"@daily/house" is a link that leads outside /repo (${home}), so it does not count. Put the pack itself there.`],
    );
  });

  it('tell what is missing: the package, its settings, a name that is none', async () => {
    const messages = async (name: string, more: object = {}) =>
      (await disk({ '/repo/copydesk.json': { extends: name }, ...more }).for('/repo/a.txt')).problems.map(
        ({ message }) => message,
      );
    assert.deepEqual(await messages('@daily/house'), [
      'There is no package "@daily/house" in a node_modules from /repo up to /repo. Install it; Copydesk fetches nothing.',
    ]);
    assert.deepEqual(await messages('daily', { '/repo/node_modules/daily/package.json': {} }), [
      '"daily" holds no copydesk.json (/repo/node_modules/daily), so it is no house pack. See docs/house-packs.md.',
    ]);
    for (const name of ['../house', '@daily/../../house', '@daily/house/../../../../etc', '/etc', './house-style'])
      assert.equal((await messages(name)).length, 1, name);
  });
});

const from = async (text: string, name: string): Promise<Imported> => {
  const found = await importedFrom(text, name);
  assert.ok(typeof found === 'object', String(found));
  return settled([found]);
};
const pairs = ({ forms }: Imported) => forms.map(({ prefer, instead }) => [prefer, ...instead]);

describe('rules of other tools', () => {
  it('are words where they are no expression, or one that stands for a handful of forms', () => {
    for (const [pattern, forms] of [
      ['e.g.', ['e.g.']],
      ['U\\.S\\.', ['U.S.']],
      ['C\\+\\+', ['C++']],
      ['v1\\.5', ['v1.5']],
      ['colou?r', ['color', 'colour']],
      ['(?:fire|air)m[ae]n', ['fireman', 'firemen', 'airman', 'airmen']],
      ['foot[ -]*ball', ['football', 'foot ball', 'foot-ball']],
      ['\\bvery\\s+(unique|sad)?\\b', ['very', 'very unique', 'very sad']],
      ['a|b', ['a', 'b']],
      ['[.-]x', ['.x', '-x']],
    ] as const)
      assert.deepEqual(formsOf(pattern), forms, pattern);
    for (const pattern of [
      'a.*b',
      'x{2}',
      '^a',
      'a$',
      '  ',
      '\\w',
      '[a-z]x',
      '[^a]',
      'a+',
      '(?=a)b',
      '(?<!a)b',
      '(a',
      'a)',
      '[a',
      '\\',
      'a??',
      '(a|b)+',
    ])
      assert.equal(formsOf(pattern), undefined, pattern);
  });

  it('are never written out beyond what a person would write', () => {
    assert.equal(formsOf('(a|b)'.repeat(40)), undefined);
    assert.equal(formsOf('('.repeat(900)), undefined);
    assert.equal(formsOf(`${'(?:'.repeat(200)}a${')'.repeat(200)}`), undefined);
    assert.equal(formsOf('x'.repeat(5000)), undefined);
  }).timeout(1000);

  it('of Vale: substitutions', async () => {
    const found = await from(
      [
        'extends: substitution',
        'message: "Use %s."',
        'ignorecase: true',
        'swap:',
        '  adaptor: adapter',
        '  "chat ?bots?": chatbot',
        '  utilise: use|apply',
        '  no: yes',
        '  the: a',
        '  adapter: connector',
      ].join('\n'),
      'Daily/Terms.yml',
    );
    assert.deepEqual(pairs(found), [
      ['adapter', 'adaptor'],
      ['chatbot', 'chatbots', 'chat bot', 'chat bots'],
    ]);
    assert.deepEqual(
      found.rules.map(({ id, entry }) => [id, entry.kind, entry.severity, entry.replace]),
      [['daily-terms', 'fix', 'warning', { utilise: ['use', 'apply'] }]],
    );
    assert.deepEqual(leftInWords(found.left), [
      'Not taken over, for it is one of the commonest words there are: “no → yes”, “the → a”.',
      'Not taken over, for another entry prefers it: “adapter → connector”.',
    ]);
  });

  it('of Vale: what it bans, or proposes for a part, are house rules with its message, weight and exceptions', async () => {
    const rule = async (lines: readonly string[], name = 'styles/Daily/TooLoud.yml') =>
      (await from(lines.join('\n'), name)).rules;
    assert.deepEqual(
      await rule([
        'extends: existence',
        "message: \"Don't shout '%s'.\"",
        'description: "\'%s\' shouts."',
        'link: https://example.org/loud',
        'level: error',
        'ignorecase: true',
        'scope: heading',
        'tokens:',
        '  - shock(?:ing|er)?',
        'exceptions:',
        '  - shock absorber',
      ]),
      [
        {
          id: 'daily-too-loud',
          entry: {
            kind: 'fix',
            message: "Don't shout “{found}”.",
            severity: 'error',
            scope: ['headline', 'subhead'],
            phrases: ['shock', 'shocking', 'shocker'],
            exceptions: ['shock absorber'],
            manual: '“…” shouts.\n\nFrom Daily/TooLoud.yml, a rule of Vale: <https://example.org/loud>.',
          },
        },
      ],
    );
    const [asked] = await rule([
      'extends: substitution',
      'message: "Consider %s over %s."',
      'level: suggestion',
      'swap:',
      '  in order to: to',
    ]);
    assert.deepEqual(
      [asked?.entry.kind, asked?.entry.message, asked?.entry.replace],
      ['query', 'Consider “{replacement}” over “{found}”.', { 'in order to': 'to' }],
    );
    const [gone] = await rule(['extends: existence', 'message: Out.', 'action:', '  name: remove', 'tokens: [Very]']);
    assert.deepEqual([gone?.entry.replacement, gone?.entry.case, gone?.entry.severity], ['', 'exact', 'warning']);
    const [pair] = await rule([
      'extends: existence',
      'message: Out.',
      'ignorecase: true',
      'raw:',
      '  - \\b(is|was)\\b\\s*',
      'tokens:',
      '  - seen',
      "  - '\\w+ed'",
    ]);
    assert.deepEqual(
      [pair?.entry.patterns, pair?.entry.classes],
      [['<first> <second>|ed'], { first: ['is', 'was'], second: ['seen'] }],
    );
    const [words] = await rule([
      'extends: existence',
      'message: Out.',
      'ignorecase: true',
      'tokens:',
      "  - '\\d+ (?:percent|per cent)'",
    ]);
    assert.deepEqual(words?.entry.patterns, ['# percent|per_cent']);
    const [rejected] = await rule(['slave', 'man(?:kind)?'], 'Vocab/Daily/reject.txt');
    assert.deepEqual([rejected?.id, rejected?.entry.phrases], ['daily-reject', ['slave', 'man', 'mankind']]);
    assert.equal(
      (await rule(['extends: existence', 'message: Out.', 'tokens: [x y]'], 'Placeholder.yml'))[0]?.id,
      'house-placeholder',
    );
  });

  it('of Vale: what measures, keeps to a part or cannot be said is told', async () => {
    for (const [text, why] of [
      ['extends: existence\ntokens:\n  - "auto-\\\\w+"\n', /no list of words or pattern says the same: “auto-/],
      ['extends: existence\ntokens:\n  - ";"\n', /for it is a mark/],
      ['extends: occurrence\nmax: 3\ntoken: ","\n', /kind “occurrence” measures or compares/],
      ['extends: existence\nscope: blockquote\ntokens: [a b]\n', /it keeps to “blockquote”/],
    ] as const) {
      const { forms, rules: own, left } = await from(text, 'X.yml');
      assert.deepEqual([...forms, ...own], []);
      assert.match(leftInWords(left).join('\n'), why);
    }
  });

  it('of Vale: vocabularies', async () => {
    const { forms, left } = await from('# names\nGitHub\n(?i)kubernetes\n[Pp]od\n', 'Vocab/Daily/accept.txt');
    assert.deepEqual(
      forms.map(({ prefer }) => prefer),
      ['GitHub'],
    );
    assert.equal(left.length, 2);
  });

  it('of prh', async () => {
    const found = await from(
      [
        'version: 1',
        'imports:',
        '  - ./other.yml',
        'rules:',
        '  - jQuery',
        '  - expected: Angular 2',
        '    pattern: Angular2',
        '  - expected: Web Components',
        '    patterns: [WebComponents, /webcomponents?/i]',
        '  - expected: $1 Server',
        '    pattern: /(.*)server/',
        '  - expected: サーバー',
        '    pattern: サーバ',
        '  - expected: American Express',
        '    pattern: アメックス',
        '  - pattern: nothing',
      ].join('\n'),
      'prh.yml',
    );
    assert.deepEqual(pairs(found), [
      ['jQuery'],
      ['Angular 2', 'Angular2'],
      ['Web Components', 'WebComponents', 'webcomponent', 'webcomponents'],
    ]);
    assert.equal(found.left.length, 5);
  });

  it('that cannot be read are told, and what is none of them is left to others', async () => {
    assert.match(String(await importedFrom('a: [1', 'x.yml')), /^x\.yml is not YAML: /);
    assert.match(String(await importedFrom('a: 1', 'x.yml')), /neither a rule of Vale/);
    assert.equal(await importedFrom('prefer,instead\n', 'forms.csv'), undefined);
    // each layer would be ten times the one below it
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((key, i) => `${key}: &${key} [${`*${'abcdefghi'[i]},`.repeat(9)}*${'abcdefghi'[i]}]`).join('\n')}\nextends: existence\ntokens: *i\n`;
    assert.ok(await importedFrom(bomb, 'x.yml'));
  }).timeout(5000);
});
