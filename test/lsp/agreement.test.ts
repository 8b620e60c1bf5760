// The editor and the command line give the same answer, to the byte, on every fixture there is.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { readCases } from '../../server/src/rules/case-file';
import { asking, type Editor, pushed, startEditor } from '../support/editor';
import { recordFromProtocol } from '../support/record-from-protocol';
import { root, sampleNames } from '../support/root';

interface Fixture {
  readonly id: string;
  readonly text: string;
  readonly format: string;
}

const languages: Record<string, string> = { text: 'plaintext', markdown: 'markdown', 'wire-copy': 'wire-copy' };

/** Every fence of every rule, every sample, and texts that are hard to measure. */
function fixtures(): Fixture[] {
  const rules = path.join(root, 'server/src/rules');
  const files = readdirSync(rules)
    .flatMap((rule) => ['cases.md', 'docs.md'].map((name) => path.join(rule, name)))
    .filter((name) => existsSync(path.join(rules, name)));
  const fences = files.flatMap((name) =>
    readCases(readFileSync(path.join(rules, name), 'utf8')).map(({ text, format, line }) => ({
      id: `${name}:${line}`,
      text,
      format,
    })),
  );
  const folder = path.join(root, 'test/samples');
  const samples = sampleNames().map((name) => ({
    id: name,
    text: readFileSync(path.join(folder, name), 'utf8'),
    format: name.endsWith('.md') ? 'markdown' : 'text',
  }));
  const hard = [
    '',
    'TK',
    '\uFEFFTK, the mayor said.',
    'One.\r\nTK two.\rThree TK.\n\u{1F600} TK',
    '\uD800 TK \uDC00',
    'e\u0301 TK\n\n\n',
  ].map((text, i) => ({ id: `hard ${i}`, text, format: 'text' }));
  return [...fences, ...samples, ...hard];
}

describe('agreement of editor and command line', function () {
  this.timeout(120_000);
  const all = fixtures();
  const input = all.map(({ id, text, format }) => `${JSON.stringify({ id, text, format })}\n`).join('');
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'lint', '--input', 'ndjson'], {
    input,
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const answers = stdout.trimEnd().split('\n');

  let editor: Editor;
  // where it is left running, the run comes to no end
  afterEach(() => editor.stop());

  for (const [name, capabilities] of Object.entries({ asking, pushed })) {
    it(`on ${all.length} fixtures, for a client that is ${name}`, async () => {
      editor = await startEditor(capabilities);
      let findings = 0;
      for (const [i, { id, text, format }] of all.entries()) {
        const uri = `untitled:fixture-${i}`;
        editor.open(uri, text, languages[format]);
        const record = { id, ...recordFromProtocol(await editor.diagnostics(uri), text) };
        findings += record.diagnostics.length;
        assert.equal(JSON.stringify(record), answers[i]);
      }
      assert.ok(findings > all.length / 4, `only ${findings} findings`);
    });
  }
});
