// Records: what `--input ndjson` answers, held against the JSON Schemas of the package.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Ajv } from 'ajv';
import { folder } from '../support/cli';
import { recordValidator } from '../support/records';
import { root } from '../support/root';

const harbour = readFileSync(path.join(root, 'test/samples/harbour.txt'), 'utf8');

const stories = [
  { id: 'plain', text: harbour, date: '2023-03-08' },
  { id: 7, text: harbour.replaceAll('\n', '\r\n'), format: 'text' },
  {
    id: 'markdown',
    text: '# A headline\n\nThe *council* meets with TK members, the mayor said.\n',
    format: 'markdown',
  },
  { id: 'empty', text: '' },
  { id: 'letter', text: harbour, genre: 'letter', path: 'letters/a.txt' },
  { id: 'hostile', text: '\ud800 TK "\u0000 “never closed \u202e TK\r\r\n\t' },
];
const lines = (all: readonly unknown[]): string => all.map((s) => `${JSON.stringify(s)}\n`).join('');
const read = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a line of --input ndjson', () => {
  const schema = JSON.parse(readFileSync(path.join(root, 'schemas/story-line.schema.json'), 'utf8'));

  it('has a schema that takes what is read, and not what is refused', () => {
    const valid = new Ajv({ allowUnionTypes: true, formats: { date: /^\d{4}-\d\d-\d\d$/ } }).compile(schema);
    for (const story of stories) assert.ok(valid(story), JSON.stringify(valid.errors));
    for (const bad of [
      { text: 'x' },
      { id: 1 },
      { id: 1, text: 'x', format: 'docx' },
      { id: 1, text: 'x', genre: 'poem' },
    ])
      assert.ok(!valid(bad), JSON.stringify(bad));
  });

  it('has each of its fields in the manual', () => {
    const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
    for (const name of Object.keys(schema.properties)) assert.match(page, new RegExp(`^\\| \`${name}\` \\|`, 'm'));
  });
});

for (const command of ['lint', 'sources', 'names', 'report']) {
  describe(`copydesk ${command} --input ndjson`, () => {
    it('answers a line each, in order, as the schema says', () => {
      const { out, code } = folder().run([command, '--input', 'ndjson'], lines(stories));
      const records = read(out);
      assert.deepEqual(
        records.map(({ id }) => id),
        stories.map(({ id }) => id),
      );
      records.forEach(recordValidator(command));
      assert.equal(code, command === 'lint' ? 1 : 0);
      for (const [i, record] of records.entries())
        for (const span of spansOf(record)) {
          const { length } = (stories[i] as { text: string }).text;
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= length, JSON.stringify(span));
        }
    });

    it('passes over a field that a line does not have, tells of it once, and fails nothing of it', () => {
      const one = { id: 1, text: harbour, dat: '2020-01-01', headline: 'A "b"\u001b' };
      const input = lines([one, { ...one, id: 2 }, { id: 3, text: '' }]);
      const { out, err, code } = folder().run([command, '--input', 'ndjson'], input);
      assert.equal(code, command === 'lint' ? 1 : 0);
      const plain = lines([1, 2].map((id) => ({ id, text: harbour })).concat({ id: 3, text: '' }));
      assert.equal(out, folder().run([command, '--input', 'ndjson'], plain).out);
      assert.deepEqual(err.trimEnd().split('\n'), [
        'copydesk: A line has no field "dat", so it is passed over. Did you mean "date"? Fields: id, text, format, date, genre, path.',
        'copydesk: A line has no field "headline", so it is passed over. Fields: id, text, format, date, genre, path.',
      ]);
    });

    it('answers a line that cannot be read, goes on, and ends with 2', () => {
      const bad = [
        '{',
        '[]',
        '{"text":"x"}',
        '{"id":1}',
        '{"id":1,"text":"x","format":"docx"}',
        '{"id":1,"text":"x","date":"May"}',
        '{"id":1,"text":"x","genre":"poem"}',
        '{"id":1,"text":"x","path":3}',
      ];
      const input = Buffer.concat([
        Buffer.from(`\ufeff${JSON.stringify(stories[0])}\n\n`),
        Buffer.from(bad.map((line) => `${line}\n`).join('')),
        Buffer.from([0x7b, 0xff, 0x0a]),
        Buffer.from('{"id":"last","text":"x"}'),
      ]);
      const { out, code } = folder().run([command, '--input', 'ndjson'], input);
      const records = read(out);
      assert.equal(code, 2);
      assert.deepEqual(
        records.map(({ id, line }) => line ?? id),
        ['plain', 3, 4, 5, 6, 7, 8, 9, 10, 11, 'last'],
      );
      records.forEach(recordValidator(command));
      for (const { id, problems } of records) if (id === null) assert.match(problems[0].message, /^[A-Z].*\.$/);
      assert.match(records[5].problems[0].message, /is a Word file, which is no text/);
    });

    it('answers the same for a story alone, among others, and again', () => {
      const made = folder();
      const together = made.run([command, '--input', 'ndjson'], lines(stories)).out.trim().split('\n');
      const backwards = made
        .run([command, '--input', 'ndjson'], lines([...stories].reverse()))
        .out.trim()
        .split('\n');
      assert.deepEqual(backwards.reverse(), together);
      assert.equal(made.run([command, '--input', 'ndjson'], lines(stories.slice(0, 1))).out.trim(), together[0]);
    });

    it('answers a file as it answers a line', () => {
      const made = folder({ 'a.txt': harbour });
      const [line] = read(made.run([command, '--input', 'ndjson'], lines([{ id: 'a', text: harbour }])).out);
      const { version, files } = JSON.parse(made.run([command, 'a.txt', '--format', 'json']).out);
      assert.equal(version, 1);
      const { id: _, ...record } = line;
      assert.deepEqual(files, [{ path: 'a.txt', ...record }]);
    });
  });
}

/** Every object in a record that has a start and an end. */
function spansOf(value: unknown): { start: number; end: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value ? [value as { start: number; end: number }] : [];
  return [...own, ...Object.values(value).flatMap(spansOf)];
}

describe('settings of lines', () => {
  it('come from the working folder and from --config, by path', () => {
    const made = folder({
      'copydesk.json': '{ "overrides": [{ "files": "old/**", "rules": { "placeholder": "off" } }] }',
      'strict.json': '{ "rules": { "placeholder": "warning" } }',
    });
    const text = 'With TK members, the mayor said.';
    const ask = (args: string[], path?: string) =>
      read(made.run(['lint', '--input', 'ndjson', ...args], lines([{ id: 1, text, path }])).out)[0].diagnostics.map(
        (d: { severity: string }) => d.severity,
      );
    assert.deepEqual(ask([]), ['error']);
    assert.deepEqual(ask([], 'old/a.txt'), []);
    assert.deepEqual(ask(['--config', 'strict.json'], 'old/a.txt'), ['warning']);
  });

  it('that are broken are told on standard error, once, and end the run with 2', () => {
    const ran = folder({ 'copydesk.json': '{' }).run(
      ['lint', '--input', 'ndjson'],
      lines(stories.slice(3, 4).concat(stories.slice(3, 4))),
    );
    assert.equal(ran.code, 2);
    assert.equal(ran.err.split('\n').length, 2, ran.err);
    assert.equal(read(ran.out).length, 2);
  });
});
