// An archive of short stories, made of the paragraphs of those in test/bench/claims: as many as are wanted, no two the same.
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { load } from '../../../scripts/load.mjs';
import { root } from '../../../scripts/steps.mjs';

/** Writes a line a story: the opening of one, and two paragraphs of others. @throws where so many would not all be different. */
export async function writeArchive(file, stories) {
  const { openings, paragraphs } = await ours();
  if (stories > openings.length * paragraphs.length)
    throw new Error('more stories than the paragraphs can be put together to');
  const out = createWriteStream(file);
  for (let id = 0; id < stories; id++) {
    // opening and second paragraph count like the digits of a number, so no pair comes twice
    const opening = openings[id % openings.length];
    const second = paragraphs[Math.floor(id / openings.length)];
    const third = paragraphs[(id * STRIDE) % paragraphs.length];
    if (!out.write(`${JSON.stringify({ id, text: `${opening}\n\n${second}\n\n${third}\n` })}\n`))
      await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** Far from a divisor of how many paragraphs there are, so that neighbours have little in common. */
const STRIDE = 7_919;

async function ours() {
  const { readCases } = await load('server/src/rules/case-file.ts');
  const texts = ['open', 'held', 'edited'].flatMap((folder) => {
    const at = path.join(root, 'test/bench/claims', folder);
    return readdirSync(at).flatMap((name) =>
      readCases(readFileSync(path.join(at, name), 'utf8')).map(({ text }) => text),
    );
  });
  const split = texts.map((text) => text.split(/\n{2,}/).map((paragraph) => paragraph.trim()));
  return {
    openings: [...new Set(split.map(([first]) => first))],
    paragraphs: [...new Set(split.flatMap(([, ...more]) => more))].filter(Boolean),
  };
}
