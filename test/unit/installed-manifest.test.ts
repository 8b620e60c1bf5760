// What an installed extension says of itself: all that the editor and its marketplace read, and nothing of how it is made.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/root';

type Manifest = Readonly<Record<string, unknown>>;

describe('package.json of the extension’s package', () => {
  const project = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  let installed: (manifest: Manifest) => Manifest;
  before(async () => {
    ({ installed } = (await import(path.join(root, 'scripts/package/manifest.mjs'))) as {
      installed: (manifest: Manifest) => Manifest;
    });
  });

  it('leaves out what only building, installing and importing ask for', () => {
    const left = Object.keys(project).filter((field) => !(field in installed(project)));
    assert.deepEqual(left.sort(), [
      'allowScripts',
      'bin',
      'devDependencies',
      'exports',
      'files',
      'overrides',
      'scripts',
      'types',
    ]);
    assert.deepEqual(installed({ ...project, mocha: {}, dependencies: {} }), installed(project));
  });

  it('has what starts, shows and sells it, as the project has it', () => {
    const { engines, ...more } = installed(project);
    assert.deepEqual(engines, { vscode: (project.engines as Manifest).vscode });
    for (const [field, value] of Object.entries(more)) assert.deepEqual(value, project[field], field);
    for (const field of ['main', 'browser', 'activationEvents', 'contributes', 'publisher', 'version', 'icon'])
      assert.ok(field in more, field);
    // a publisher fills them in
    for (const field of ['repository', 'bugs', 'homepage']) assert.ok(field in installed({ ...project, [field]: 'x' }));
  });
});
