// Where the project lies: tests run from out/test/<kind>/.
import { readdirSync } from 'node:fs';
import * as path from 'node:path';

export const root = path.resolve(__dirname, '../../..');

/** Names of the stories in test/samples; the folders there are houses. */
export const sampleNames = (): readonly string[] =>
  readdirSync(path.join(root, 'test/samples')).filter((name) => path.extname(name) !== '');
