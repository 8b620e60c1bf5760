// Debugs a Node.js program as an editor does: by the inspector's protocol, with breakpoints given in the source and found in the program
// through its source map.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { allGeneratedPositionsFor, LEAST_UPPER_BOUND, originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import WebSocket from 'ws';

/** A place in a source, its line from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

export interface Debugged {
  readonly process: ChildProcess;
  /** @throws where the program has no code of that line. */
  breakAt(place: SourceLine): Promise<void>;
  /** Lets the program run. @returns where it stops next. */
  runToBreak(): Promise<SourceLine>;
  stop(): Promise<void>;
}

interface Paused {
  readonly callFrames: readonly { readonly location: { readonly lineNumber: number; readonly columnNumber: number } }[];
}

/** Starts `node PROGRAM ARGS`, waiting before its first line. */
export async function debugProgram(program: string, args: readonly string[]): Promise<Debugged> {
  const child = spawn(process.execPath, ['--inspect-brk=127.0.0.1:0', program, ...args]);
  const socket = new WebSocket(await addressOf(child));
  await once(socket, 'open');
  const map = new TraceMap(readFileSync(`${program}.map`, 'utf8'));
  const inMap = (file: string) => path.relative(path.dirname(program), file).replaceAll(path.sep, '/');
  let sent = 0;
  const answered = (matches: (message: { id?: number; method?: string }) => boolean): Promise<unknown> =>
    new Promise((resolve) => {
      const read = (data: WebSocket.RawData) => {
        const message = JSON.parse(String(data));
        if (!matches(message)) return;
        socket.off('message', read);
        resolve(message.params ?? message.result);
      };
      socket.on('message', read);
    });
  const send = (method: string, params: object = {}): Promise<unknown> => {
    const id = ++sent;
    const answer = answered((message) => message.id === id);
    socket.send(JSON.stringify({ id, method, params }));
    return answer;
  };
  const paused = () => answered(({ method }) => method === 'Debugger.paused') as Promise<Paused>;

  await send('Debugger.enable');
  const atStart = paused();
  await send('Runtime.runIfWaitingForDebugger');
  await atStart;
  return {
    process: child,
    async breakAt({ file, line }) {
      const [place] = allGeneratedPositionsFor(map, { source: inMap(file), line, column: 0, bias: LEAST_UPPER_BOUND });
      if (place?.line == null) throw new Error(`${program} has no code of ${file}:${line}`);
      const url = pathToFileURL(program).href;
      await send('Debugger.setBreakpointByUrl', { url, lineNumber: place.line - 1, columnNumber: place.column });
    },
    async runToBreak() {
      const next = paused();
      await send('Debugger.resume');
      const [frame] = (await next).callFrames;
      const { lineNumber = 0, columnNumber = 0 } = frame?.location ?? {};
      const { source, line } = originalPositionFor(map, { line: lineNumber + 1, column: columnNumber });
      return { file: path.resolve(path.dirname(program), source ?? ''), line: line ?? 0 };
    },
    async stop() {
      socket.terminate();
      const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Where the inspector listens, which it writes on standard error. @throws where the program ends before. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const [, address] = /listening on (ws:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`It ended without a debugger: ${said}`)));
  });
}
