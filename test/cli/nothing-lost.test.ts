// What somebody has written down, and what somebody pipes through: nothing of it is lost because it stands in a way that nobody foresaw.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { folder, program } from '../support/cli';

const marked = 'The council meets on Monday with TK members, the mayor said.\n';

describe('nothing is lost', () => {
  it('of a draft whose byte order mark stands before characters nobody sees', () => {
    const draft = Buffer.from('\ufeff\u00a0\u200bTK is due.\n', 'utf16le');
    const made = folder({ 'a.txt': draft, 'b.md': '\ufeff\u00a0The council met.\n', 'c.txt': marked });
    const { err, out } = made.run(['lint', '--fix']);
    assert.equal(err, '');
    assert.match(out, /c\.txt/);
    assert.match(made.read('b.md'), /^\ufeff/);
    assert.match(made.run(['lint', 'a.txt']).out, /placeholder/, 'it is read as ever');
  });

  it('of a wire message that another line stands before', () => {
    const text =
      'ZCZC\r\n\x01ABC123 4 KIV 55 XX\r\n\x02Head=\r\n   The council met on Monday, the mayor said.\r\n\x03 071000 GMT DEC 16\x04';
    const made = folder({ 'w.txt': text });
    made.run(['lint', '--fix']);
    assert.equal(made.read('w.txt'), text);
  });

  it('of what is piped through and cannot be read, or not be written', () => {
    const made = folder();
    for (const bytes of [
      Buffer.from('caf\xe9 TK\n', 'latin1'),
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="shift_jis"?><nitf>'),
        Buffer.from([0x93, 0x8c]),
        Buffer.from('</nitf>'),
      ]),
    ])
      for (const name of ['a.txt', 'a.nitf']) {
        const args = ['lint', '--fix', '--stdin-filename', name];
        const { stdout } = spawnSync(process.execPath, [program, ...args], { cwd: made.path, input: bytes });
        assert.deepEqual(stdout, bytes);
      }
  });

  it('of a glossary with comments between its entries: it is sorted and filled, or left as it is', () => {
    const awkward = [
      '{"glossary":[\n {"prefer":"Zagreb"}, // zed\n {"prefer":"Accra"}]}',
      '{"glossary":[{"prefer":"b"} /* bee */, {"prefer":"a"} // ay\n]}',
      '{"glossary":[{"prefer":"b"} // 2019\n , {"prefer":"a"}]}',
    ];
    for (const settings of awkward) {
      const made = folder({ 'copydesk.json': settings });
      assert.deepEqual([made.run(['glossary', 'sort']).code, made.read('copydesk.json')], [2, settings]);
    }
    const filled = [
      '{"glossary":[{"prefer":"A"} /* x, y */ , /* z */]}',
      '{"glossary":[{"prefer":"A"}/* one\n two */]}',
      '{"glossary":[ // to be filled\n]}',
      '{"glossary":[{"prefer":"A"}],"glossary":[{"prefer":"B"}]}',
      '{"glossary":[{ "prefer": "Kyiv", /* board */ "instead": ["Kief"] }]}',
    ];
    for (const settings of filled) {
      const made = folder({ 'copydesk.json': settings, 'f.csv': 'prefer,instead\nKyiv,Kiev\n' });
      assert.deepEqual([made.run(['glossary', 'import', 'f.csv']).code, made.read('copydesk.json')], [2, settings]);
    }
    const plain = '{"glossary":[\n  // of the sea\n  {"prefer":"Zagreb"},\n  {"prefer":"Accra"}\n]}';
    const made = folder({ 'copydesk.json': plain, 'f.csv': 'prefer,instead\nKyiv,Kiev\n' });
    assert.equal(made.run(['glossary', 'import', 'f.csv']).code, 0);
    assert.equal(made.run(['glossary', 'sort']).code, 0);
    assert.match(made.read('copydesk.json'), /Accra[\s\S]*Kyiv[\s\S]*of the sea[\s\S]*Zagreb/);
  });

  it('of a table that is not in the encoding that is named', () => {
    const made = folder({ 'copydesk.json': '{}', 'f.csv': Buffer.from('caf\xe9,cafe\n', 'latin1') });
    const { code, err } = made.run(['glossary', 'import', 'f.csv', '--encoding', 'utf-8']);
    assert.deepEqual([code, made.read('copydesk.json')], [2, '{}']);
    assert.match(err, /f\.csv is not in utf-8/);
  });

  it('of decisions: no line is nought, no folder has lines, a baseline has a reason of its own', () => {
    const made = folder({ 'a.txt': marked, 'b/a.txt': marked });
    for (const [args, says] of [
      [['a.txt:0', '--reason', 'confirmed'], /counted from 1/],
      [['b:1', '--reason', 'confirmed'], /b is a folder/],
      [['--baseline', '--reason', 'confirmed'], /reason of its own/],
    ] as const) {
      const { code, err } = made.run(['clear', ...args]);
      assert.equal(code, 2);
      assert.match(err, says);
    }
  });

  it('of a decision whose draft is a link that leads nowhere today', () => {
    const made = folder({ 'real.txt': marked });
    mkdirSync(path.join(made.path, '.copydesk'));
    symlinkSync('away/a.txt', path.join(made.path, 'a.txt'));
    made.run(['clear', 'real.txt:1', '--reason', 'confirmed']);
    const lines = made.read('.copydesk/cleared.jsonl').replace('real.txt', 'a.txt');
    made.write('.copydesk/cleared.jsonl', lines);
    made.run(['clear', '--prune']);
    assert.equal(made.read('.copydesk/cleared.jsonl'), lines);
  });

  it('of a house’s page: no report takes its place', () => {
    const page = '---\nkind: query\nmessage: Why?\nphrases: [tragedy]\n---\n';
    const made = folder({ 'a.txt': marked, 'copydesk.json': '{}', 'house/no-tragedy.md': page });
    assert.equal(made.run(['lint', 'a.txt', '--output', 'json=house/no-tragedy.md']).code, 2);
    assert.equal(made.read('house/no-tragedy.md'), page);
  });
});

describe('reports that are none', () => {
  for (const text of [
    '',
    '{"version":1,"files":null}',
    '{"version":1,"files":[null]}',
    '{"path":"a","diagnostics":[]}',
    '{"id":1}',
    '[null]',
    '{"version":"2.1.0"}',
    '{"version":1,"shard":"1/1e9","files":[]}',
    '{"version":1,"shard":"0/0","files":[]}',
    '{"path":"a","diagnostics":[{"severity":"loud"}],"problems":[]}',
  ])
    it(`are refused with a sentence: ${text || 'nothing'}`, () => {
      const { code, out, err } = folder({ 'p.json': text && `${text}\n` }).run(['merge', 'p.json']);
      assert.equal(code, 2, out);
      assert.match(err, /^copydesk: |^Nothing stands in these reports/);
      assert.doesNotMatch(err, /fault of copydesk/);
    });

  it('and stories whose numbers no reader keeps are told so', () => {
    const lines = '{"id":9007199254740993,"text":"TK"}\n{"id":7,"text":"All is well, he said."}\n';
    const { out, code } = folder().run(['lint', '--input', 'ndjson'], lines);
    assert.equal(code, 2);
    assert.match(out, /more digits than a reader of JSON keeps[\s\S]*\{"id":7,"diagnostics":\[\]/);
  });
});
