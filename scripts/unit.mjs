// Compiles server and tests to out/ and runs Mocha on the kinds named (default: unit).  node scripts/unit.mjs unit cli --grep x
import { existsSync } from 'node:fs';
import path from 'node:path';
import { compileTests, mocha, testsOf } from './mocha.mjs';
import { root } from './steps.mjs';

const words = process.argv.slice(2).filter((word) => word !== '--');
const cut = words.findIndex((word) => word.startsWith('-'));
const kinds = cut < 0 ? words : words.slice(0, cut);
const flags = cut < 0 ? [] : words.slice(cut);
await compileTests();
const specs = (kinds.length ? kinds : ['unit'])
  .filter((kind) => existsSync(path.join(root, 'out/test', kind)))
  .flatMap(testsOf);
process.exit(mocha(specs, flags));
