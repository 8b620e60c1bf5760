// Who may import whom: the same table that the linter holds, checked on every file.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { circleIn, importsOf } from '../support/imports';
import { root } from '../support/root';

describe('layers', () => {
  const src = path.join(root, 'server/src');
  const files = readdirSync(src, { recursive: true })
    .map(String)
    .filter((f) => f.endsWith('.ts'));

  it('import downwards only', async () => {
    const { layers, nodeLayers, protocolLayers, protocolPackages } = await import(
      path.join(root, 'scripts/layers.mjs')
    );
    const faults: string[] = [];
    for (const file of files) {
      const layer = file.split(path.sep)[0] as string;
      for (const [, name] of readFileSync(path.join(src, file), 'utf8').matchAll(
        /(?:from|import\()\s*['"]([^'"]+)['"]/g,
      )) {
        const wanted = name as string;
        if (wanted.startsWith('.')) {
          const target = path.relative(src, path.join(src, path.dirname(file), wanted)).split(path.sep)[0] as string;
          const upwards = layers.indexOf(target) > layers.indexOf(layer) || layers.indexOf(target) < 0;
          if (upwards) faults.push(`${file} imports ${wanted}`);
        } else if (wanted.startsWith('node:') && !nodeLayers.includes(layer)) faults.push(`${file} imports ${wanted}`);
        else if (
          protocolPackages.some((p: string) => wanted === p || wanted.startsWith(`${p}/`)) &&
          !protocolLayers.includes(layer)
        )
          faults.push(`${file} imports ${wanted}`);
      }
    }
    assert.deepEqual(faults, []);
    assert.ok(files.length > 20, 'the tree was read');
  });

  it('read files of a workspace through one door', () => {
    // what opens a file for reading, and who may: the door itself, the program's own files, a descriptor that is open already
    const opens = /\b(?:readFileSync|readFile|createReadStream|openSync|opendir|readSync)\b/;
    const may = [
      'workspace/regular-file.ts',
      'workspace/answer-cache.ts',
      'workspace/clearance-file.ts',
      'workspace/write-file.ts',
      'cli/help.ts',
      'cli/merge.ts',
      'cli/merge-parts.ts',
      'cli/compare/old-answers.ts',
    ];
    const around = files
      .filter((file) => {
        const text = readFileSync(path.join(src, file), 'utf8');
        return /from 'node:fs/.test(text) && opens.test(text);
      })
      .map((file) => file.split(path.sep).join('/'));
    assert.deepEqual(
      around.filter((file) => !may.includes(file)),
      [],
    );
  });

  it('import one another in no circle', () => {
    const imports = importsOf(['server/src/**/*.ts', 'client/src/**/*.ts', 'page/src/**/*.ts', 'training/*.ts']);
    assert.ok(imports.size > 700, `${imports.size} modules`);
    assert.deepEqual(circleIn(imports), []);
    const planted = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]);
    assert.deepEqual(circleIn(planted), ['b', 'd']);
  }).timeout(60_000);

  it('import one way inside analysis', async () => {
    const { analysisLayers } = (await import(path.join(root, 'scripts/layers.mjs'))) as { analysisLayers: string[] };
    const analysis = path.join(src, 'analysis');
    const layerOf = (file: string): string => (file.split(path.sep)[0] as string).replace(/\.ts$/, '');
    const faults: string[] = [];
    for (const file of files.filter((f) => f.startsWith(`analysis${path.sep}`))) {
      const own = layerOf(path.relative('analysis', file));
      if (!analysisLayers.includes(own)) faults.push(`${file} is in no layer of analysis: scripts/layers.mjs`);
      for (const [, wanted] of readFileSync(path.join(src, file), 'utf8').matchAll(
        /(?:from|import\()\s*['"](\.[^'"]+)['"]/g,
      )) {
        const target = path.relative(analysis, path.join(src, path.dirname(file), wanted as string));
        if (target.startsWith('..')) continue;
        if (analysisLayers.indexOf(layerOf(target)) > analysisLayers.indexOf(own))
          faults.push(`${file} imports ${wanted}`);
      }
    }
    assert.deepEqual(faults, []);
  });
});
