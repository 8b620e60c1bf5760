// Where the project lies: tests run from out/test/<kind>/.
import * as path from 'node:path';

export const root = path.resolve(__dirname, '../../..');
