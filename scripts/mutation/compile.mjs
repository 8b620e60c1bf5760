// What Stryker calls in its copy of the project, where each mutant stands in the source: the step that all tests are compiled by.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { compileTests } from '../mocha.mjs';
import { root } from '../steps.mjs';

// packages are those of the project, in a folder above the copy; what is compiled on the way has its place in this one
mkdirSync(path.join(root, 'node_modules'), { recursive: true });
await compileTests();
