// Drafts in the encoding that they say they are in: read, and put right in that encoding or not at all.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { folder, program } from '../support/cli';

const glossary = JSON.stringify({
  root: true,
  glossary: [
    { prefer: 'Kyïv', instead: ['Kiev'] },
    { prefer: 'Łódź', instead: ['Lodz'] },
  ],
});
const nitf = (said: string): string =>
  `<?xml version="1.0" encoding="${said}"?>\n<nitf><body><body.content><p>The café in Kiev shut, the owner said.</p><p>He left for Lodz, she said.</p></body.content></body></nitf>\n`;
const put = (text: string, by: (word: string) => string = (word) => word): string =>
  text.replace('Kiev', 'Kyïv').replace('Lodz', by('Łódź'));
const coded = (word: string): string => word.replace(/[Łź]/g, (one) => `&#${one.codePointAt(0)};`);

describe('a draft in another encoding', () => {
  it('is put right in that one, with codes for letters that it has not', () => {
    const text = nitf('ISO-8859-1');
    const { path: dir, run } = folder({ 'a.nitf': Buffer.from(text, 'latin1'), 'copydesk.json': glossary });
    assert.equal(run(['lint', '--fix', 'a.nitf']).code, 0);
    assert.deepEqual(readFileSync(path.join(dir, 'a.nitf')), Buffer.from(put(text, coded), 'latin1'));
  });

  it('is put right in two bytes a letter', () => {
    const text = `\ufeff${nitf('UTF-16')}`;
    const { path: dir, run } = folder({ 'a.nitf': Buffer.from(text, 'utf16le'), 'copydesk.json': glossary });
    assert.equal(run(['lint', '--fix', 'a.nitf']).code, 0);
    assert.deepEqual(readFileSync(path.join(dir, 'a.nitf')), Buffer.from(put(text), 'utf16le'));
  });

  it('goes through a pipe as it came', () => {
    const text = nitf('ISO-8859-1');
    const { path: cwd } = folder({ 'copydesk.json': glossary });
    const asked = [program, 'lint', '--fix', '--stdin-filename', 'a.nitf'];
    const { stdout } = spawnSync(process.execPath, asked, { cwd, input: Buffer.from(text, 'latin1') });
    assert.deepEqual(stdout, Buffer.from(put(text, coded), 'latin1'));
  });

  it('that nobody here can write is left as it is, and told of', () => {
    const file = Buffer.from(nitf('shift_jis').replace('é', '\x93\xfa'), 'latin1');
    const { path: dir, run } = folder({ 'a.nitf': file, 'copydesk.json': glossary });
    assert.doesNotMatch(run(['lint', 'a.nitf']).out, /can be put right/);
    const { code, out } = run(['lint', '--fix', '--format', 'json', 'a.nitf']);
    const [{ diagnostics, problems }] = JSON.parse(out).files;
    assert.equal(code, 2);
    assert.equal(diagnostics.length, 2);
    assert.equal(
      problems[0].message,
      'a.nitf is in shift_jis, which is read and cannot be written here, so nothing in it was changed. Convert it to UTF-8 and run the command again.',
    );
    assert.deepEqual(readFileSync(path.join(dir, 'a.nitf')), file);
  });
});
