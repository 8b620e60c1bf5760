// Stories that others wrote, as the judge of claims has learned from them: for tests that want much copy.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from './root';

/** @param files of training/data, in that order. */
export const storiesToRead = (...files: readonly string[]): string[] =>
  files
    .flatMap((name) =>
      gunzipSync(readFileSync(path.join(root, `training/data/${name}.jsonl.gz`)))
        .toString()
        .trim()
        .split('\n'),
    )
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
