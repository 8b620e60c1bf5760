// A small JSON-RPC client over stdio: spawns a language server and speaks to it as any editor would.
import { type ChildProcess, spawn } from 'node:child_process';
import * as path from 'node:path';
import { root } from './root';

// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is looked at field by field
export type Json = any;

export interface Rpc {
  readonly process: ChildProcess;
  /** Notifications from the server, in order. */
  readonly heard: { readonly method: string; readonly params: Json }[];
  request(method: string, params?: unknown): Promise<Json> & { readonly id: number };
  notify(method: string, params?: unknown): void;
  /** Resolves with the first notification of this name, from index `from` of {@link heard}, that `fits`. */
  next(method: string, fits?: (params: Json) => boolean, from?: number): Promise<Json>;
  /** Answers requests of the server. What has no answerer is answered with null. */
  readonly answers: Record<string, (params: Json) => unknown>;
  /** Raw bytes, for messages that no client should send. */
  write(bytes: string): void;
  /** `shutdown`, `exit`; resolves with the exit code. */
  stop(): Promise<number | null>;
}

export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

const WAIT = 15_000;

export function startServer(
  args: readonly string[] = ['--stdio'],
  cwd = root,
  program = path.join(root, 'dist/server.js'),
): Rpc {
  const child = spawn(process.execPath, [program, ...args], { cwd });
  const heard: Rpc['heard'] = [];
  const answers: Rpc['answers'] = {};
  const pending = new Map<number, { resolve: (value: Json) => void; reject: (error: Error) => void }>();
  const listeners = new Set<() => void>();
  let nextId = 1;
  let buffer = Buffer.alloc(0);
  let complaints = '';

  const write = (bytes: string): void => void child.stdin.write(bytes);
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };

  child.stderr.on('data', (data) => {
    complaints += data;
  });
  child.on('exit', (code) => {
    for (const { reject } of pending.values()) reject(new Error(`the server left with ${code}: ${complaints}`));
    pending.clear();
  });
  child.stdin.on('error', () => undefined);
  child.stdout.on('data', (data: Buffer) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, head).toString())?.[1]);
      if (buffer.length < head + 4 + length) return;
      const message = JSON.parse(buffer.subarray(head + 4, head + 4 + length).toString());
      buffer = buffer.subarray(head + 4 + length);
      take(message);
    }
  });

  function take(message: Json): void {
    if (message.method && message.id !== undefined) {
      const answer = answers[message.method]?.(message.params);
      // a person who is asked answers in their own time
      if (answer instanceof Promise) void answer.then((result) => send({ id: message.id, result: result ?? null }));
      else send({ id: message.id, result: answer ?? null });
      heard.push({ method: message.method, params: message.params });
    } else if (message.method) heard.push(message);
    else {
      const waiting = pending.get(message.id);
      pending.delete(message.id);
      if (message.error) waiting?.reject(new RpcError(message.error.code, message.error.message));
      else waiting?.resolve(message.result);
    }
    for (const listener of listeners) listener();
  }

  const request: Rpc['request'] = (method, params) => {
    const id = nextId++;
    const answer = new Promise<Json>((resolve, reject) => {
      pending.set(id, { resolve, reject });
      send({ id, method, params });
    });
    return Object.assign(answer, { id });
  };

  return {
    process: child,
    heard,
    answers,
    write,
    request,
    notify: (method, params) => send({ method, params }),
    next: (method, fits = () => true, from = 0) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          listeners.delete(look);
          reject(new Error(`no ${method} in ${WAIT} ms; heard ${JSON.stringify(heard).slice(0, 2000)} ${complaints}`));
        }, WAIT);
        const look = (): void => {
          const found = heard.slice(from).find((message) => message.method === method && fits(message.params));
          if (!found) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found.params);
        };
        listeners.add(look);
        look();
      }),
    stop: async () => {
      const left = new Promise<number | null>((resolve) => child.once('exit', resolve));
      if (child.exitCode !== null) return child.exitCode;
      // a server that hangs must not hang the tests
      const timer = setTimeout(() => child.kill('SIGKILL'), WAIT);
      await request('shutdown').catch(() => undefined);
      send({ method: 'exit' });
      return left.finally(() => clearTimeout(timer));
    },
  };
}
