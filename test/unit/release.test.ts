// `npm run release`: the version that is in package.json is one that the changelog tells readers of.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/root';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

describe('a release’s notes', () => {
  let notesOf: (changelog: string, version: string, address?: string) => string | undefined;
  before(async () => {
    ({ notesOf } = await import(path.join(root, 'scripts/release/notes.mjs')));
  });

  it('are the version’s part of the changelog, and no other’s', () => {
    const changelog = '# Changelog\n\n## 1.2.0 (unseen)\n\n- New.\n\n## 1.2\n\n- Old.\n';
    assert.equal(notesOf(changelog, '1.2.0'), '## 1.2.0 (unseen)\n\n- New.\n');
    assert.equal(notesOf(changelog, '1.2'), '## 1.2\n\n- Old.\n');
    assert.equal(notesOf(changelog, '1'), undefined);
  });

  it('have no line that breaks where it was wrapped, and no link that leads nowhere', () => {
    const changelog =
      '## 1.0\n\nNow it\nreads.\n\n### Desks\n\n- One ([how](docs/how.md)), and\n  **two** of\n  [those](docs/x.md).\n- Three.\n';
    assert.equal(
      notesOf(changelog, '1.0'),
      '## 1.0\n\nNow it reads.\n\n### Desks\n\n- One, and **two** of those.\n- Three.\n',
    );
    assert.match(
      notesOf(changelog, '1.0', 'git+https://forge.example/desk/copydesk.git') ?? '',
      /\[those\]\(https:\/\/forge\.example\/desk\/copydesk\/blob\/HEAD\/docs\/x\.md\)/,
    );
  });

  it('are there for the version of the package', () => {
    const { version } = JSON.parse(read('package.json'));
    assert.ok(notesOf(read('CHANGELOG.md'), version), `CHANGELOG.md says nothing of ${version}`);
  });
});

describe('an audit of the packages', () => {
  it('counts what is known, and tells it from an answer that is none', async () => {
    const { auditOf } = await import(path.join(root, 'scripts/release/audit.mjs'));
    const answer = (total: number): string => JSON.stringify({ metadata: { vulnerabilities: { total } } });
    assert.deepEqual(auditOf(`${answer(0)}\n`), { asked: true, weak: false });
    assert.deepEqual(auditOf(`npm warn x\n${answer(3)}`), { asked: true, weak: true });
    assert.deepEqual(auditOf('{ "error": { "code": "405" } }'), { asked: false, weak: false });
    assert.deepEqual(auditOf(''), { asked: false, weak: false });
  });
});
