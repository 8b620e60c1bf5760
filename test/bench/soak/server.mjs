// The language server as a soak speaks to it: what an editor says, and beside it how much memory is in use.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMessages, writeMessage } from '../messages.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** How long anything may take to be answered before the soak has failed. */
const WAIT = 60_000;

/** @param program the server's bundle. @param folder the workspace's path */
export async function startServer(program, folder) {
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--require', path.join(here, 'memory.cjs'), program, '--stdio'],
    { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] },
  );
  const waiting = new Map();
  const listeners = new Set();
  const newest = new Map();
  let nextId = 1;

  const send = (message) => writeMessage(child.stdin, message);
  const notify = (method, params) => send({ method, params });
  const request = (method, params) => {
    const id = nextId++;
    send({ id, method, params });
    return within(method, (resolve) => waiting.set(id, resolve));
  };
  readMessages(child.stdout, (message) => {
    if (message.method && message.id !== undefined) send({ id: message.id, result: null });
    else if (message.method) {
      const { uri, diagnostics } = message.params ?? {};
      if (diagnostics) newest.set(uri, diagnostics);
      for (const listener of listeners) listener(message);
    } else {
      const { id, error, result } = message;
      const resolve = waiting.get(id);
      waiting.delete(id);
      resolve(error ? { error } : result);
    }
  });

  /** What is said of the draft at this version, or at a later one. */
  const told = (uri, version) =>
    within(`diagnostics of ${uri}`, (resolve) => {
      const listener = ({ method, params }) => {
        if (method !== 'textDocument/publishDiagnostics' || params.uri !== uri || !(params.version >= version)) return;
        listeners.delete(listener);
        resolve(params.diagnostics);
      };
      listeners.add(listener);
    });

  const memory = () =>
    within('memory', (resolve) => {
      child.once('message', resolve);
      child.send('memory');
    });

  await request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { workspaceFolders: true }, textDocument: {} },
    workspaceFolders: [{ uri: `file://${folder}`, name: 'desk' }],
  });
  notify('initialized', {});
  const stop = async () => {
    const left = new Promise((resolve) => child.once('exit', resolve));
    await request('shutdown');
    notify('exit');
    return left;
  };
  return {
    notify,
    request,
    told,
    newest: (uri) => newest.get(uri),
    memory,
    stop,
    processorTime: () => processorTime(child.pid),
  };
}

/** Resolves as `begin` says; fails where that takes too long. */
function within(what, begin) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what}: no answer in ${WAIT / 1000} s`)), WAIT);
    begin((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

/** What a process has used of the processor, in ms; nothing where the system does not tell. */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
