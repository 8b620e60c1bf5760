// The list of what ships, as a security desk's scanner reads it.
import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { folder } from '../support/cli';
import { root } from '../support/root';

interface Bom {
  readonly bomFormat: string;
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly hashes: readonly { readonly alg: string; readonly content: string }[];
    readonly licenses: readonly unknown[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

describe('npm run sbom', () => {
  it('tells of the packages that are bundled, each with its version, licence and hash, and of no others', () => {
    const made = folder();
    // of one commit it is the same each time
    const env = { ...process.env, SOURCE_DATE_EPOCH: '1700000000' };
    const [once = '', again] = ['a.json', 'b.json'].map((name) => {
      const args = ['scripts/sbom.mjs', path.join(made.path, name)];
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
      assert.equal(status, 0, stderr);
      return made.read(name);
    });
    assert.equal(once, again);
    const { bomFormat, metadata, components, dependencies } = JSON.parse(once) as Bom;
    assert.equal(bomFormat, 'CycloneDX');
    assert.equal(metadata.component.name, 'copydesk');
    const table = /<!-- below: generated -->\n\n.*\n.*\n((?:\|.*\n)+)/.exec(
      readFileSync(path.join(root, 'THIRD_PARTY.md'), 'utf8'),
    )?.[1];
    const shipped = table
      ?.trim()
      .split('\n')
      .map((row) =>
        row
          .split('|')
          .slice(1, 3)
          .map((cell) => cell.trim())
          .join('@'),
      );
    assert.deepEqual(components.map(({ name, version }) => `${name}@${version}`).sort(), shipped?.sort());
    for (const { purl, hashes, licenses } of components) {
      assert.match(purl, /^pkg:npm\//);
      assert.match(hashes[0]?.content ?? '', /^[0-9a-f]{128}$/, purl);
      assert.ok(licenses.length, purl);
    }
    const refs = new Set(dependencies.map(({ ref }) => ref));
    assert.match(once, /"serialNumber": "urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}"/);
    assert.match(once, /"timestamp": "2023-11-14T22:13:20\.000Z"/);
    assert.equal(
      dependencies.flatMap(({ dependsOn }) => dependsOn).find((one) => !refs.has(one)),
      undefined,
    );
  }).timeout(180_000);
});
