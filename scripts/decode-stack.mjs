// Tells where in the source the lines of a release's stack are:  node scripts/decode-stack.mjs MAPS < stack.txt
//
// MAPS is the folder of source maps that `npm run release` makes beside the release (`release-maps`); the same commit gives the same ones.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FlattenMap, originalPositionFor } from '@jridgewell/trace-mapping';
import { root } from './steps.mjs';

const [folder] = process.argv.slice(2);
if (!folder || !existsSync(folder)) {
  console.error('Name the folder of source maps: node scripts/decode-stack.mjs release-maps < stack.txt');
  process.exit(2);
}
const maps = new Map();
const PLACE = /(?:[^\s()]*[\\/])?(?<name>[\w.-]+\.m?js):(?<line>\d+):(?<column>\d+)/g;
process.stdout.write(readFileSync(0, 'utf8').replace(PLACE, inSource));

/** @returns the place in the source, or the place as it was where no map knows it. */
function inSource(place, name, line, column) {
  const map = mapOf(name);
  const found = map && originalPositionFor(map, { line: Number(line), column: Number(column) - 1 });
  if (!found?.source) return place;
  // an editor's terminal makes links of paths that begin at the project's root
  const [, file = found.source] = /(?:\.\.\/)*(.*)/.exec(found.source) ?? [];
  return `${path.relative(root, path.join(root, file))}:${found.line}:${found.column + 1}`;
}

function mapOf(name) {
  if (!maps.has(name)) {
    const file = [name, `browser/${name}`].map((one) => path.join(folder, `${one}.map`)).find((one) => existsSync(one));
    maps.set(name, file && new FlattenMap(readFileSync(file, 'utf8')));
  }
  return maps.get(name);
}
