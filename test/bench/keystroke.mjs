// How long a keystroke takes to become diagnostics, over the protocol. Prints one line of figures.
//
// node test/bench/keystroke.mjs [keystrokes] [words] [flags of the server's Node.js]   300 in a draft of 1,000 words, where nothing is said
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMessages, writeMessage } from './messages.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const [, , keystrokes = 300, words = 1000, ...flags] = process.argv.map((word, i) =>
  i < 4 && i > 1 ? Number(word) : word,
);
const uri = 'untitled:keystroke';

const plain = [
  'The council met for # minutes on Tuesday to hear from the owners of the market stalls, who have waited since spring for new roofs. “We were told June, then August,” said Idris Malouf, who sells fish. “Now nobody gives a month.”',
  'Malouf said that # of the stalls had closed. The mayor, Lena Orsk, told the meeting that the money had been set aside and that work would begin once the harbour wall was repaired.',
  'According to the harbour authority, the wall will take # weeks. It was damaged in the storm of last winter, and a first repair did not hold, the authority said in a report on Monday.',
  'Orsk, who was elected in 2021, promised during her campaign to rebuild the quarter. She said on Tuesday that she stood by that. A spokesman for the opposition said that his party would vote against the budget.',
  'At the end of the meeting, # people signed a letter to the ministry. “We do not ask for much,” it says. “We ask for a date.” The ministry did not answer a request for comment.',
];

const server = spawn(process.execPath, [...flags, path.join(root, 'dist/server.js'), '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const listeners = new Set();
readMessages(server.stdout, (message) => {
  for (const listener of listeners) listener(message);
});

const send = (message) => writeMessage(server.stdin, message);
const heard = (fits) =>
  new Promise((resolve) => {
    const listener = (message) => {
      if (!fits(message)) return;
      listeners.delete(listener);
      resolve(message);
    };
    listeners.add(listener);
  });

/** Our own sample with its faults, then plain copy to the wanted length: as many findings as a draft on a bad day. */
function draft() {
  const sample = readFileSync(path.join(root, 'test/samples/harbour.txt'), 'utf8').trim().split('\n');
  const end = sample.pop();
  const count = (line) => line.split(/\s+/).length;
  const lines = [...sample];
  let left = words - count([...sample, end].join(' '));
  for (let i = 0; left > 0; i++) {
    const line = plain[i % plain.length].replaceAll('#', String(20 + i));
    lines.push(line);
    left -= count(line);
  }
  return `${[...lines, end].join('\n\n')}\n`;
}

const started = performance.now();
const ready = heard(({ id }) => id === 1);
send({
  id: 1,
  method: 'initialize',
  params: { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null },
});
await ready;
const initialised = performance.now() - started;
send({ method: 'initialized', params: {} });

const text = draft();
const first = heard(({ params }) => params?.version === 0);
const opened = performance.now();
send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'plaintext', version: 0, text } } });
await first;
const opening = performance.now() - opened;

// a writer adds a sentence in the middle of the story, a character at a time
const lines = text.split('\n');
const line = lines.findIndex((l, i) => i > lines.length / 2 && l !== '');
let character = lines[line].length;
const typed = ' Some 40 families were told to leave, the mayor said. Experts say that no one knows why.';
const times = [];
const burnt = processorTime();
for (let version = 1; version <= keystrokes; version++) {
  const at = { line, character: character++ };
  const answer = heard(({ params }) => params?.version === version);
  const from = performance.now();
  const contentChanges = [{ range: { start: at, end: at }, text: typed[(version - 1) % typed.length] }];
  send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges } });
  await answer;
  times.push(performance.now() - from);
}

// the first ones warm the engine up, and count: a writer waits for them too
const sorted = [...times].sort((a, b) => a - b);
const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1);
const processor =
  burnt === undefined ? '' : `, ${((processorTime() - burnt) / keystrokes).toFixed(1)} ms of processor each`;
const resident = /VmRSS:\s+(\d+)/.exec(tryRead(`/proc/${server.pid}/status`))?.[1];
console.log(
  `keystroke to diagnostics, ${words} words, ${keystrokes} keystrokes: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms${processor}` +
    ` (asked: 3 and 9 in 1,000 words, p95 25 in 20,000); initialise ${initialised.toFixed(0)} ms, open ${opening.toFixed(0)} ms` +
    (resident ? `, server ${(resident / 1024).toFixed(0)} MB` : ''),
);
const done = heard(({ id }) => id === 2);
send({ id: 2, method: 'shutdown' });
await done;
send({ method: 'exit' });

/** What the server has used of the processor, in ms; the clock says more where others use the machine. Linux only. */
function processorTime() {
  const fields = tryRead(`/proc/${server.pid}/stat`).split(') ')[1]?.split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) * 10;
}

function tryRead(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
