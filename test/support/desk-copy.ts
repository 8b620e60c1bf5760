// Copy that the tests of commands put before the desk.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from './root';

export const marked = 'The council meets on Monday with TK members, the mayor said.\n';
export const harbour = readFileSync(path.join(root, 'test/samples/harbour.txt'), 'utf8');
