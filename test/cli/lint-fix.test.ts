// `copydesk lint --fix`: what is safe is put right in the files, and nothing else of them changes.
import * as assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { folder } from '../support/cli';

describe('copydesk lint --fix', () => {
  const furnished = 'The council meets on Monday, the mayor said. Enditem\n';

  it('puts right what is safe, keeps byte order mark, line ends and mode, and reports the rest', () => {
    const made = folder({
      'a.txt': '\ufeffOne thing is clear, the mayor said.\r\nThe council meets with TK members, he said. Enditem\r\n',
    });
    chmodSync(path.join(made.path, 'a.txt'), 0o640);
    const { code, out } = made.run(['lint', '--fix', 'a.txt']);
    assert.equal(
      made.read('a.txt'),
      '\ufeffOne thing is clear, the mayor said.\r\nThe council meets with TK members, he said.\r\n',
    );
    assert.equal(statSync(path.join(made.path, 'a.txt')).mode & 0o777, 0o640);
    assert.equal(code, 1, 'TK is left');
    assert.match(out, /1 error\. 1 put right\.\n$/);
    assert.deepEqual(readdirSync(made.path).sort(), ['.git', 'a.txt'], 'nothing is left beside it');
  });

  it('says so where nothing is safe to put right unseen', () => {
    const made = folder({ 'a.txt': 'The council meets with TK members, he said.\n' });
    assert.match(made.run(['lint', '--fix', 'a.txt']).out, /1 error\. Nothing here is safe to put right unseen\.\n$/);
    made.write('a.txt', 'The council meets, he said.\n');
    assert.match(made.run(['lint', '--fix', 'a.txt']).out, /: clean\.\n$/);
  });

  it('writes through a link and leaves it a link', () => {
    const made = folder({ 'real.txt': furnished });
    symlinkSync('real.txt', path.join(made.path, 'link.txt'));
    assert.equal(made.run(['lint', '--fix', 'link.txt']).code, 0);
    assert.ok(lstatSync(path.join(made.path, 'link.txt')).isSymbolicLink());
    assert.ok(!made.read('real.txt').includes('Enditem'));
  });

  it('says that a read-only file was left alone', () => {
    const made = folder({ 'a.txt': furnished });
    chmodSync(path.join(made.path, 'a.txt'), 0o444);
    const { code, out } = made.run(['lint', '--fix', 'a.txt', '--format', 'ndjson']);
    assert.equal(code, 2);
    const { problems, diagnostics } = JSON.parse(out);
    assert.equal(
      problems[0].message,
      'a.txt cannot be written (it is marked read-only), so nothing in it was changed. Make it writable and run the command again.',
    );
    assert.equal(diagnostics.length, 1, 'what is wrong is still told');
    assert.equal(made.read('a.txt'), furnished);
  });

  it('never touches what it could not read', () => {
    const bytes = Buffer.from('caf\xe9. Enditem\n', 'latin1').toString('latin1');
    const made = folder({ 'a.txt': Buffer.from(bytes, 'latin1') });
    assert.equal(made.run(['lint', '--fix']).code, 2);
    assert.equal(statSync(path.join(made.path, 'a.txt')).size, bytes.length);
  });

  it('sends a piped draft on, fixed, with the report on standard error', () => {
    const ran = folder().run(['lint', '--fix', '--stdin-filename', 'a.txt'], furnished);
    assert.equal(ran.out, 'The council meets on Monday, the mayor said.\n');
    assert.match(ran.err, /1 put right/);
    assert.equal(ran.code, 0);
  });

  it('shows with --fix-dry-run what it would change, and changes nothing', () => {
    const made = folder({ 'a.txt': `One.\nTwo.\nThree.\nFour.\n${furnished}` });
    const { out } = made.run(['lint', '--fix-dry-run', 'a.txt']);
    assert.equal(
      out,
      '--- a/a.txt\n+++ b/a.txt\n@@ -2,4 +2,4 @@\n Two.\n Three.\n Four.\n-The council meets on Monday, the mayor said. Enditem\n+The council meets on Monday, the mayor said.\n',
    );
    assert.ok(made.read('a.txt').endsWith('Enditem\n'));
  });
});
