// What the language server's process holds at rest, and once so many drafts were opened and closed. Linux: read from /proc.
//
// node test/bench/memory.mjs [drafts] [flags of the server's Node.js]   500 made of the stories in test/bench/claims, each opened when
// the one before it is closed. VS Code starts the server with --max-semi-space-size=4. COPYDESK names another server.js.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../scripts/steps.mjs';
import { readMessages, writeMessage } from './messages.mjs';
import { writeArchive } from './parts/archive.mjs';

const [drafts = '500', ...flags] = process.argv.slice(2);
const program = process.env.COPYDESK ?? path.join(root, 'dist/server.js');
/** Milliseconds without a word before the process is looked at. */
const REST = 3_000;

const server = spawn(process.execPath, [...flags, program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
let take = () => {};
readMessages(server.stdout, (message) => take(message));
const send = (message) => writeMessage(server.stdin, message);
/** Resolves with the first message that fits. */
const heard = (fits) =>
  new Promise((resolve) => {
    take = (message) => fits(message) && resolve(message);
  });

const asked = heard(({ id }) => id === 1);
send({
  id: 1,
  method: 'initialize',
  params: { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null },
});
await asked;
send({ method: 'initialized', params: {} });
await pause(REST);
const atRest = megabytes();

let most = 0;
for (const { id, text } of await stories(Number(drafts))) {
  const uri = `untitled:draft-${id}`;
  const told = heard(({ params }) => params?.uri === uri);
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'plaintext', version: 0, text } },
  });
  await told;
  most = Math.max(most, megabytes());
  send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
}
await pause(REST);
console.log(
  `memory of the server ${flags.join(' ')}: ${atRest} MB at rest, ${megabytes()} MB after ${drafts} drafts, ${most} MB at most (asked: 60 and 120)`,
);
server.stdin.end();

async function stories(count) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-memory-'));
  try {
    const file = path.join(folder, 'stories.ndjson');
    await writeArchive(file, count);
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the process holds of the machine's memory. */
function megabytes() {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'));
  return Math.round(kilobytes / 1024);
}
