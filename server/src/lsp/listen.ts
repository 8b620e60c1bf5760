// Waiting for clients: each that connects is served by a process of its own, so that none can take the desk from another.
import { spawn } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import * as path from 'node:path';
import { Trouble } from '../workspace/trouble';
import { addressOf } from './address';

/** Each is served by a process of some 50 MB. */
const MOST_CLIENTS = 32;

/** Resolves with exit code 0 when a person ends it. @throws Trouble where nobody can wait there. */
export function listen(where: string): Promise<number> {
  const address = addressOf(where);
  const server = createServer(serve);
  server.maxConnections = MOST_CLIENTS;
  server.on('drop', () => process.stderr.write(`copydesk: ${MOST_CLIENTS} clients are served, and no more can be.\n`));
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => reject(new Trouble(sentence(where, error.code))));
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        server.close();
        resolve(0);
        // clients that are still served go with it
        setImmediate(() => process.exit());
      });
    // a socket file is for its owner alone
    const mask = process.umask(0o077);
    server.listen(address, () => {
      process.umask(mask);
      process.stderr.write(`copydesk: Waiting for clients on ${shown(server.address(), where)}. Ctrl-C ends.\n`);
    });
  });
}

function serve(socket: Socket): void {
  const child = spawn(process.execPath, [path.join(__dirname, 'server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // who leaves in the middle of a sentence is gone, and so is the process that served him
  for (const stream of [socket, child.stdin, child.stdout]) stream.on('error', () => socket.destroy());
  socket.pipe(child.stdin);
  child.stdout.pipe(socket);
  socket.on('close', () => child.kill());
}

const shown = (at: ReturnType<ReturnType<typeof createServer>['address']>, where: string): string =>
  at !== null && typeof at === 'object' ? `port ${at.port} of this machine` : where;

const sentence = (where: string, code: string | undefined): string =>
  code === 'EADDRINUSE'
    ? `${where} is taken. Another program waits there; where it is a file that was left behind, delete it.`
    : `Nobody can wait for clients on ${where} (${code}). Name a port from 1024 on, or a file in a folder of yours.`;
