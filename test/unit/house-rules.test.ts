// A house's own rules: data in copydesk.json and on pages beside it, and rules like ours everywhere.
import * as assert from 'node:assert/strict';
import type { Files } from '../../server/src/config/files';
import { readPageHead } from '../../server/src/config/page-head';
import { createResolver } from '../../server/src/config/resolve';
import { parsePlainText } from '../../server/src/document/formats/plain-text';
import { answer } from '../../server/src/engine/answer';
import { fixUntilStable } from '../../server/src/engine/fix';
import { rules } from '../../server/src/rules/index';
import { manualOf } from '../../server/src/rules/manual';

const held = (texts: Readonly<Record<string, string>>): Files => ({
  read: (file) => texts[file],
  real: (file) => (Object.keys(texts).some((one) => one === file || one.startsWith(`${file}/`)) ? file : undefined),
  names: (folder) =>
    Object.keys(texts).flatMap((one) =>
      one.startsWith(`${folder}/`) && !one.slice(folder.length + 1).includes('/') ? [one.slice(folder.length + 1)] : [],
    ),
  isRoot: (folder) => folder === '/desk',
  fallbackRoot: (folder) => folder,
});

/** @param files by their paths below the desk's folder; settings as a value. */
async function desk(files: Readonly<Record<string, unknown>>, draft = 'draft.txt') {
  const texts = Object.fromEntries(
    Object.entries(files).map(([name, held]) => [
      `/desk/${name}`,
      typeof held === 'string' ? held : JSON.stringify(held),
    ]),
  );
  const resolved = await createResolver({ files: held(texts), rules }).for(`/desk/${draft}`);
  const record = (text: string) =>
    answer({ format: 'text', parser: parsePlainText }, text, { settings: resolved.settings }).record;
  const own = new Set((resolved.settings.own ?? []).map(({ id }) => id));
  const found = (text: string) => record(text).diagnostics.filter(({ rule }) => own.has(rule));
  return { resolved, record, found, words: (text: string) => found(text).map((d) => text.slice(d.start, d.end)) };
}

const house = (rule: object) => ({
  'copydesk.json': { houseRules: { own: { kind: 'query', message: 'Why?', ...rule } } },
});
const problemsOf = async (files: Readonly<Record<string, unknown>>): Promise<string[]> =>
  (await desk(files)).resolved.problems.map(({ path, line, message }) => `${path.slice(6)}:${line} ${message}`);

const story = (body: string): string => `Harbour to close on Friday\n\n${body}\n`;

describe('a house rule', () => {
  it('finds its phrases as words, in small letters and at the head of a sentence, not in a name', async () => {
    const { words } = await desk(house({ phrases: ['tragedy', 'very unique'] }));
    const text = story(
      'Tragedy struck the harbour. A tragedy’s end and a very unique boat. The Tragedy Club met. No strategy.',
    );
    assert.deepEqual(words(text), ['Tragedy', 'tragedy', 'very unique']);
  });

  it('finds a verb in the forms that follow no rule, where its pattern means every form', async () => {
    const text = story('A fire swept through. Fires sweep through. It stopped and hit it. He swept off the ash.');
    const found = async (pattern: string) => (await desk(house({ patterns: [pattern] }))).words(text);
    assert.deepEqual(await found('fire~s sweep~ through'), ['fire swept through', 'Fires sweep through']);
    assert.deepEqual(await found('fire~s sweep~d_through'), ['fire swept through']);
    assert.deepEqual(await found('it|he sweep~d|stop~'), ['It stopped', 'He swept']);
  });

  it('is silent in its exceptions, the longer words', async () => {
    const { words } = await desk(house({ phrases: ['tragedy'], exceptions: ['Greek tragedy'] }));
    assert.deepEqual(words(story('She wrote on Greek tragedy. It was a tragedy, he said.')), ['tragedy']);
  });

  it('keeps to the parts of a story that it names', async () => {
    const text =
      'Blaze at the mill\n\nA blaze broke out at the mill on Monday.\n\nThe blaze was out by noon, the fire service said.\n';
    for (const [scope, count] of [
      [undefined, 3],
      ['headline', 1],
      ['lead', 1],
      ['body', 2],
      [['headline', 'lead'], 2],
    ] as const) {
      const { words } = await desk(house({ phrases: ['blaze'], ...(scope && { scope }) }));
      assert.equal(words(text).length, count, String(scope));
    }
  });

  it('looks outside quotation marks, inside, or anywhere', async () => {
    const text = story('The plan is insane. “It is insane,” Ada Okoye said.');
    for (const rule of [{ phrases: ['insane'] }, { patterns: ['is insane'] }])
      for (const [quotations, places] of [
        ['outside', [1]],
        ['inside', [2]],
        ['anywhere', [1, 2]],
      ] as const) {
        const { found } = await desk(house({ ...rule, quotations }));
        const first = text.indexOf('“');
        assert.deepEqual(
          found(text).map(({ start }) => (start < first ? 1 : 2)),
          places,
          `${JSON.stringify(rule)} ${quotations}`,
        );
      }
  });

  it('finds patterns with classes, numbers and names, and its own classes', async () => {
    const { words } = await desk(
      house({
        classes: { scene: ['dramatic', 'scenes of chaos'] },
        patterns: ['<weekday> last', '# <person>', '<say> ly Name', '<scene> ..2 unfolded'],
      }),
    );
    const text = story(
      'It opened on Monday last. Up to 40 people came. The guide said sadly Anna Moll left. Scenes of chaos then unfolded.',
    );
    assert.deepEqual(words(text), [
      'Monday last',
      'Up to 40 people',
      'said sadly Anna Moll',
      'Scenes of chaos then unfolded',
    ]);
  });

  it('says what it found and what the house writes', async () => {
    const { found } = await desk(
      house({ kind: 'fix', phrases: ['blaze'], replacement: 'fire', message: '“{found}”: write “{replacement}”.' }),
    );
    const [one] = found(story('A blaze broke out at the mill.'));
    assert.equal(one?.message, '“blaze”: write “fire”.');
    assert.deepEqual([one?.rule, one?.kind, one?.severity], ['own', 'fix', 'warning']);
  });

  it('has another word put in by a person, unless the house says bulk; never a query’s, never a quoted word', async () => {
    const text = story('A blaze broke out. “The blaze was hot,” Ada Okoye said.');
    const fixed = async (rule: object): Promise<string> => {
      const { record } = await desk(
        house({ phrases: ['blaze'], replacement: 'fire', quotations: 'anywhere', ...rule }),
      );
      return fixUntilStable(text, (copy) => record(copy).diagnostics).text;
    };
    assert.equal(await fixed({ kind: 'query' }), text);
    assert.equal(await fixed({ kind: 'fix' }), text);
    assert.equal(await fixed({ kind: 'fix', bulk: true }), text.replace('A blaze', 'A fire'));
  });

  it('takes words out with what was theirs', async () => {
    const { found } = await desk(house({ kind: 'fix', phrases: ['in a sense', 'very'], replacement: '' }));
    const without = (body: string): string => {
      const text = story(body);
      const [edit] = found(text)[0]?.fixes[0]?.edits ?? [];
      return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : text;
    };
    assert.equal(without('It was, in a sense, over.'), story('It was over.'));
    assert.equal(without('It was a very long day.'), story('It was a long day.'));
    assert.equal(without('It was over, in a sense.'), story('It was over.'));
    assert.equal(without('In a sense it was over.'), story('In a sense it was over.'));
  });

  it('has one of several put there by the person who chooses it', async () => {
    const { found } = await desk(
      house({ kind: 'fix', bulk: true, message: 'Write {replacement}.', replace: { aviatrix: ['aviator', 'pilot'] } }),
    );
    const [one] = found(story('An aviatrix landed.'));
    assert.equal(one?.message, 'Write aviator or pilot.');
    assert.deepEqual(
      one?.fixes.map(({ apply, edits }) => [apply, edits.at(-1)?.text]),
      [
        ['ask', 'aviator'],
        ['ask', 'pilot'],
      ],
    );
    assert.deepEqual(await problemsOf(house({ replace: { aviatrix: [] } })).then((told) => told.length), 1);
  });

  it('finds phrases with marks in them as they stand', async () => {
    const { words } = await desk(house({ phrases: ['and/or', 'no pain, no gain', '(s)he', '12am'] }));
    assert.deepEqual(
      words(
        story(
          'It is no pain, no gain here. Cars and/or trucks, and he and / or no pain no gain. If (s)he goes at 12am.',
        ),
      ),
      ['no pain, no gain', 'and/or', '(s)he', '12am'],
    );
  });

  it('is heavier, lighter or off as settings say, and a comment silences it', async () => {
    const files = house({ phrases: ['tragedy'] });
    const settings = files['copydesk.json'];
    const text = story('It was a tragedy.');
    assert.equal(
      (await desk({ 'copydesk.json': { ...settings, rules: { own: 'error' } } })).found(text)[0]?.severity,
      'error',
    );
    assert.deepEqual((await desk({ 'copydesk.json': { ...settings, rules: { own: 'off' } } })).found(text), []);
    const inner = { ...files, 'sport/copydesk.json': { rules: { own: 'off' } } };
    assert.deepEqual((await desk(inner, 'sport/draft.txt')).resolved.problems, []);
    assert.deepEqual((await desk(inner, 'sport/draft.txt')).found(text), []);
  });

  it('holds where its settings hold, and nowhere else', async () => {
    const files = {
      'copydesk.json': { root: true },
      'a/copydesk.json': house({ phrases: ['tragedy'] })['copydesk.json'],
    };
    const text = story('It was a tragedy.');
    assert.equal((await desk(files, 'a/draft.txt')).found(text).length, 1);
    const other = await desk(files, 'b/draft.txt');
    assert.equal(other.resolved.settings.own, undefined);
    assert.ok(!other.record(text).diagnostics.some(({ rule }) => rule === 'own'));
  });

  it('does not hide another one’s words, nor the other its', async () => {
    const rule = (phrase: string) => ({ kind: 'query', message: 'Why?', phrases: [phrase] });
    const { found } = await desk({
      'copydesk.json': { houseRules: { a: rule('very sad day'), b: rule('sad'), c: rule('sad day') } },
    });
    assert.deepEqual(
      found(story('It was a very sad day.')).map(({ rule }) => rule),
      ['a', 'b', 'c'],
    );
  });
});

const page = `---
kind: fix
severity: error
message: "Say what happened: “{found}” judges."
phrases:
  - tragedy   # a comment
  - 'tragic'
exceptions: [Greek tragedy, "tragedy, in acts"]
replace:
  "in order to": to
bulk: true
scope: [headline, lead]
---
# no-tragedy

The reader will judge.
`;

describe('a page of a house rule', () => {
  it('is a rule with its manual, called as the file is', async () => {
    const { resolved, words } = await desk({ 'copydesk.json': '{}', 'house/no-tragedy.md': page });
    assert.deepEqual(resolved.problems, []);
    assert.deepEqual(resolved.settings.rules.get('no-tragedy'), { severity: 'error', options: {} });
    assert.deepEqual(words('A tragedy at sea\n\nThe tragic loss came in order to end.\n'), [
      'tragedy',
      'tragic',
      'in order to',
    ]);
    const manual = await manualOf('no-tragedy', resolved.settings.own ?? []);
    assert.match(manual, /^# no-tragedy\n\n[\s\S]*The reader will judge\.[\s\S]*“tragedy”, “tragic”/);
  });

  it('is no draft, and a page without such a head is one', async () => {
    const files = {
      'copydesk.json': '{}',
      'house/no-tragedy.md': page,
      'house/vote.md': '# The House votes\n\nIt did.\n',
    };
    assert.equal((await desk(files, 'house/no-tragedy.md')).resolved.ignored?.isPage, true);
    assert.equal((await desk(files, 'house/vote.md')).resolved.ignored, undefined);
  });

  it('is read from the plain part of YAML, and what goes beyond is told', () => {
    const head = readPageHead('---\na: >\nb: [x\nc\na: 1\nd:\n  - e\n  f: g\n---\nText.\n');
    assert.deepEqual(
      head?.faults.map(({ line }) => line),
      [2, 3, 4, 5, 8],
    );
    assert.equal(head?.below, 'Text.\n');
  });
});

describe('a fault in a house rule', () => {
  const faults: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
    [
      'an unknown key',
      house({ phrases: ['x'], frases: [] }),
      /^copydesk.json:1 There is no setting "houseRules.own.frases"\. Did you mean "phrases"\?/,
    ],
    ['nothing to find', house({}), /^copydesk.json:1 The house rule "own" does not count: it looks for nothing\./],
    [
      'an id of ours',
      { 'copydesk.json': { houseRules: { placeholder: { kind: 'query', message: 'Why?', phrases: ['x'] } } } },
      /Copydesk has a rule of that id/,
    ],
    [
      'an id that is none',
      { 'copydesk.json': { houseRules: { 'No Tragedy': { kind: 'query', message: 'Why?', phrases: ['x'] } } } },
      /its id is not in order/,
    ],
    ['a regular expression', house({ patterns: ['(very|really) .*'] }), /looks like a regular expression/],
    ['an unknown class', house({ patterns: ['<weekdy> last'] }), /Did you mean "weekday"/],
    ['an unknown number', house({ patterns: ['#percent of'] }), /no kind of number/],
    ['a capital', house({ patterns: ['the Gulf'] }), /with a capital/],
    ['a pattern that begins with a gap', house({ patterns: ['..3 killed'] }), /begins with "\.\.3"/],
    ['too many ways', house({ patterns: ['a ..15 b ..15 c ..15 d'] }), /too many ways/],
    ['a bulk query', house({ phrases: ['x'], bulk: true, replacement: 'y' }), /a query is answered by a person/],
    [
      'an unknown name in a message',
      house({ phrases: ['x'], message: '{fund}' }),
      /speaks of \{fund\}.*Did you mean "found"/,
    ],
    [
      'an unknown rule',
      { 'copydesk.json': { ...house({ phrases: ['x'] })['copydesk.json'], rules: { owm: 'off' } } },
      /^copydesk.json:1 There is no rule "owm"\. Did you mean "own"\?/,
    ],
    [
      'a page’s unknown field',
      { 'copydesk.json': '{}', 'house/p.md': page.replace('bulk', 'bulky') },
      /^house\/p.md:11 A rule has no field "bulky"\. Did you mean "bulk"\?/,
    ],
    [
      'a page’s id that is taken',
      { ...house({ phrases: ['x'] }), 'house/own.md': page },
      /^house\/own.md:1 There is a house rule "own" already, in line 1 of \/desk\/copydesk.json/,
    ],
    [
      'a phrase of too many verbs',
      house({ patterns: [Array(40).fill('sweep~').join('_')] }),
      /has "sweep~_sweep~.*", which stands for more than 64 phrases\. Write some of its verbs in one form/,
    ],
    [
      'a replacement that only some of what it finds has',
      house({ kind: 'fix', message: 'Write “{replacement}”.', replace: { blaze: 'fire' }, patterns: ['fire swept'] }),
      /its message speaks of \{replacement\}, and what "patterns" finds has none\. Add "replacement"/,
    ],
  ];
  for (const [name, files, expected] of faults)
    it(`is told with its place: ${name}`, async () => {
      const problems = await problemsOf(files);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] as string, expected);
    });

  it('leaves the other rules', async () => {
    const good = { kind: 'query', message: 'Why?', phrases: ['tragedy'] };
    const { found } = await desk({
      'copydesk.json': { houseRules: { bad: { ...good, phrases: 3 }, worse: { ...good, patterns: ['('] }, good } },
    });
    assert.deepEqual(
      found(story('It was a tragedy.')).map(({ rule }) => rule),
      ['good'],
    );
  });
});
