// Drafts held against one another: `lint --across` and `names --across`.
import * as assert from 'node:assert/strict';
import { folder } from '../support/cli';

const drafts = {
  'a.txt':
    'Supporters of Muammar Qaddafi marched on Monday. Qaddafi’s son was not there. “Muammar Qaddafi knew,” said Ivan Bero.\n',
  'b.txt': 'Aides said on Tuesday that Moammar Gadhafi had left. Ivan Bero, a trader, disagreed in Kiev.\n',
  'c.txt': 'Nobody has seen Moammar Gadhafi, aides said. Fighters of al-Qaida left, a witness said.\n',
  'd.txt': 'Al-Qaida held the road, a witness said. Karim Haddadi fled, and so did Qaida, his dog.\n',
  'e.txt': 'Karam Haddadi stayed, he said. Said Mousavi left.\n',
};

interface Diagnostic {
  readonly rule: string;
  readonly class?: string;
  readonly start: number;
  readonly message: string;
  readonly elsewhere?: readonly { readonly path: string; readonly line: number; column: number; endColumn: number }[];
  readonly fixes: readonly {
    readonly apply: string;
    readonly edits: readonly { start: number; end: number; text: string }[];
  }[];
}

describe('copydesk lint --across', () => {
  const lint = (files: Readonly<Record<string, string>>, args: readonly string[] = []) => {
    const { out, code } = folder(files).run(['lint', '--across', '--format', 'json', ...args]);
    const all: { path: string; diagnostics: Diagnostic[] }[] = JSON.parse(out).files;
    return { code, found: all.flatMap((f) => f.diagnostics.map((d) => ({ path: f.path, ...d }))) };
  };

  it('marks the name that most drafts spell otherwise, once, and its fix puts every mention right but the quoted one', () => {
    const { found } = lint(drafts);
    assert.deepEqual(
      found.map(({ path, rule, class: kind }) => [path, rule, kind]),
      [['a.txt', 'inconsistent-transliteration', 'across']],
    );
    const [only] = found;
    assert.match(only?.message ?? '', /^“Muammar Qaddafi” here, “Moammar Gadhafi” in b\.txt and one more draft: /);
    const [fix] = only?.fixes ?? [];
    assert.equal(fix?.apply, 'ask');
    assert.deepEqual(
      fix?.edits.map(({ text }) => text),
      ['Moammar', 'Gadhafi', 'Gadhafi'],
    );
  });

  it('points at the other spelling in the other draft', () => {
    const [only] = lint(drafts).found;
    const { path, line, column, endColumn } = only?.elsewhere?.[0] ?? {};
    assert.equal(path, 'b.txt');
    assert.equal(line, 1);
    assert.equal(drafts['b.txt'].slice(Number(column) - 1, Number(endColumn) - 1), 'Moammar Gadhafi');
    const { results } = JSON.parse(folder(drafts).run(['lint', '--across', '--format', 'sarif']).out).runs[0];
    assert.equal(results[0].relatedLocations[0].physicalLocation.artifactLocation.uri, 'b.txt');
  });

  it('gives the same bytes over the protocol, and in jobs that share the drafts out', () => {
    const made = folder({ ...drafts, 'old/f.txt': drafts['b.txt'], 'a b/ü.txt': drafts['a.txt'] });
    for (const args of [[], ['--shard', '1/2'], ['--shard', '2/2'], ['c.txt', 'a.txt', 'a b']]) {
      const asked = ['lint', '--across', '--format', 'ndjson', ...args];
      assert.deepEqual(made.run([...asked, '--server']), made.run(asked), args.join(' '));
    }
  }).timeout(60_000);

  it('finds the same with workers', () => {
    assert.deepEqual(lint(drafts, ['--jobs', '2']).found, lint(drafts).found);
  });

  it('is silent where the drafts agree, where nobody asked, and on two names that are near', () => {
    assert.deepEqual(lint({ 'b.txt': drafts['b.txt'], 'c.txt': drafts['c.txt'] }).found, []);
    assert.deepEqual(lint({ 'd.txt': drafts['d.txt'], 'e.txt': drafts['e.txt'] }).found, []);
    assert.equal(folder(drafts).run(['lint']).out.includes('Qaddafi'), false);
  });

  it('leaves to the house what the house has decided', () => {
    const { found } = lint(drafts, ['--extends', 'ap']);
    assert.deepEqual([...new Set(found.map(({ rule }) => rule))], ['house-style']);
  });

  it('leaves to the story itself what it spells in two ways', () => {
    const { found } = lint({ ...drafts, 'a.txt': 'Muammar Qaddafi left. Gadhafi said so. Qaddafi did not.\n' });
    assert.deepEqual(
      found.map(({ path, class: kind }) => [path, kind]),
      [['a.txt', undefined]],
    );
  });

  it('reads a folder, not a pipe', () => {
    for (const args of [['-'], ['--input', 'ndjson']]) {
      const { code, err } = folder(drafts).run(['lint', '--across', ...args]);
      assert.equal(code, 2);
      assert.match(err, /--across holds drafts against one another and cannot take .*Name a folder\./);
    }
  });
});

describe('"across" in copydesk.json', () => {
  const settings = '{ "across": true, "overrides": [{ "files": "old/**", "across": false }] }';
  const found = (out: string): string[] =>
    JSON.parse(out).files.flatMap(({ path, diagnostics }: { path: string; diagnostics: Diagnostic[] }) =>
      diagnostics.map((d) => `${path} ${d.class}: ${d.message.split(':')[0]}`),
    );
  const json = ['lint', '--format', 'json'];

  it('compares every draft below the root that says so, whichever are asked about', () => {
    const made = folder({ ...drafts, 'copydesk.json': settings, 'old/z.txt': drafts['a.txt'] });
    const told = ['a.txt across: “Muammar Qaddafi” here, “Moammar Gadhafi” in b.txt and one more draft'];
    assert.deepEqual(found(made.run(json).out), told);
    assert.deepEqual(found(made.run([...json, '--jobs', '2']).out), told);
    assert.deepEqual(found(made.run([...json, 'a.txt']).out), told);
    assert.deepEqual(found(made.run([...json, 'b.txt', 'old/z.txt']).out), []);
    assert.deepEqual(made.run([...json, '--server']), made.run(json));
    assert.deepEqual(made.run([...json, 'a.txt', '--server']), made.run([...json, 'a.txt']));
  }).timeout(60_000);

  it('holds a draft that is not saved yet against those that are', () => {
    const made = folder({ ...drafts, 'copydesk.json': settings });
    assert.deepEqual(
      found(made.run([...json, '--stdin-filename', 'a.txt'], 'Moammar Gadhafi spoke, aides said.\n').out),
      [],
    );
    made.write('a.txt', 'Nobody came.\n');
    const { out } = made.run([...json, '--stdin-filename', 'new.txt'], drafts['a.txt']);
    assert.match(found(out).join(), /^new\.txt across: /);
  });

  it('is cleared as any finding is, and the cache knows what it depends on', () => {
    const made = folder({ ...drafts, 'copydesk.json': settings });
    const cached = [...json, '--cache'];
    assert.equal(found(made.run(cached).out).length, 1);
    for (const name of ['b.txt', 'c.txt']) made.write(name, drafts['a.txt']);
    assert.deepEqual(found(made.run(cached).out), []);
    for (const name of ['b.txt', 'c.txt'] as const) made.write(name, drafts[name]);
    assert.equal(made.run(['clear', 'a.txt:1', '--reason', 'confirmed']).code, 0);
    assert.deepEqual(found(made.run(cached).out), []);
  });
});

describe('copydesk names --across', () => {
  it('lists each name once, with its spellings and their drafts, in each format', () => {
    const made = folder(drafts);
    const { names } = JSON.parse(made.run(['names', '--across', '--format', 'json']).out);
    const leader = names.find(({ preferred }: { preferred: string }) => preferred === 'Moammar Gadhafi');
    assert.deepEqual(leader, {
      preferred: 'Moammar Gadhafi',
      type: 'person',
      spellings: [
        { text: 'Muammar Qaddafi', drafts: [{ path: 'a.txt', times: 2 }] },
        { text: 'Qaddafi', drafts: [{ path: 'a.txt', times: 1 }] },
        {
          text: 'Moammar Gadhafi',
          drafts: [
            { path: 'b.txt', times: 1 },
            { path: 'c.txt', times: 1 },
          ],
        },
      ],
    });
    const shown = made.run(['names', '--across']).out;
    assert.match(
      shown,
      /Moammar Gadhafi +person +Muammar Qaddafi 2× in a\.txt, .*Moammar Gadhafi 2× in b\.txt and c\.txt/,
    );
    assert.match(made.run(['names', '--across', '--format', 'csv']).out, /^name,type,spelling,times,draft\r\n/);
    assert.match(made.run(['names', '--across', '--format', 'md']).out, /^\| name \| type \| spellings \| drafts \|\n/);
    const lines = made.run(['names', '--across', '--format', 'ndjson']).out.trim().split('\n');
    assert.equal(lines.length, names.length);
  });

  it('shows the house’s form, and ends with 2 where a draft cannot be read', () => {
    const made = folder(drafts);
    assert.match(made.run(['names', 'b.txt', '--across', '--extends', 'ap']).out, /Kyiv +place +Kiev 1× in b\.txt/);
    const { code, err } = made.run(['names', '--across', 'nope.txt', 'b.txt']);
    assert.equal(code, 2);
    assert.match(err, /^copydesk: There is no file nope\.txt\./);
  });
});
