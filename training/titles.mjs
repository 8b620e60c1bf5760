// Writes titles.md: each story of training/data with its page, as its licence asks.  node training/titles.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../scripts/steps.mjs';

const stories = ['desk.jsonl.gz', 'more.jsonl.gz'].flatMap((name) =>
  gunzipSync(readFileSync(path.join(root, 'training/data', name)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line)),
);
const plain = (text) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[[\]<>|\\]/g, '')
    .trim();
const lines = stories.map(({ title, date, url, source, licence }) => {
  const name = plain(title || 'Untitled');
  return `- ${url ? `[${name}](${url})` : name}${date ? `, ${date}` : ''}. ${plain(source)}, ${licence}.`;
});
writeFileSync(
  path.join(root, 'training/titles.md'),
  `# The stories that the judge learned from\n\nMade by \`node training/titles.mjs\`. A Wikinews story without a page here is found by its title and date on https://en.wikinews.org/.\n\n${lines.join('\n')}\n`,
);
