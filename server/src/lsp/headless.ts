// A client without a screen, for `lint --server`: starts the server, asks it for a whole workspace, and gives records back.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import * as path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type InitializeParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import type { SettingsFile } from '../config/file';
import type { LintRecord } from '../engine/diagnostic';
import { readDraftFile } from '../workspace/read-draft';
import { shownAs } from '../workspace/shown-as';
import { Trouble } from '../workspace/trouble';
import { addressOf } from './address';
import { fromShown } from './convert';
import type { InitializationOptions } from './protocol/options';

export interface HeadlessRun {
  /** Where the person stands: the server's folder. */
  readonly folder: string;
  /** Drafts, in the order in which they are to be answered. */
  readonly paths: readonly string[];
  /** Drafts that are held against one another, whatever the settings say. */
  readonly across?: readonly string[] | undefined;
  /** The one settings file to use. */
  readonly config?: string | undefined;
  /** Settings that win over every file: flags. */
  readonly last?: readonly SettingsFile[];
  /** The moment of linting, ISO 8601. */
  readonly now?: string | undefined;
  /** Where a server waits for clients; without, one is started. */
  readonly at?: string | undefined;
}

export interface Answered extends LintRecord {
  /** As it was asked for. */
  readonly path: string;
  readonly text: string;
}

/**
 * What the server says of each draft; opens no document. A file that cannot be read is answered with its problem.
 * @throws an error where the server cannot be started or leaves early.
 */
export async function lintOverProtocol({
  folder,
  paths,
  across,
  config,
  last,
  now,
  at,
}: HeadlessRun): Promise<Answered[]> {
  const files = await Promise.all(
    paths.map(async (file) => ({ file, text: await readDraftFile(file), uri: toUri(path.resolve(folder, file)) })),
  );
  const reports = await askServer(at, {
    folder: toUri(folder),
    options: {
      only: files.filter(({ text }) => typeof text === 'string').map(({ uri }) => uri),
      ...(across && { across: across.map((file) => toUri(path.resolve(folder, file))) }),
      ...(config !== undefined && { config: toUri(path.resolve(folder, config)) }),
      ...(last && { last }),
      ...(now !== undefined && { now }),
    },
  });
  const pathOf = (uri: string): string => shownAs(fileURLToPath(uri), folder);
  const items = new Map(reports.items.map((report) => [report.uri, report.kind === 'full' ? report.items : []]));
  return files.map(({ file, text, uri }) =>
    typeof text === 'string'
      ? { path: file, text, ...fromShown(items.get(uri) ?? [], uri, text, pathOf) }
      : { path: file, text: '', diagnostics: [], problems: [text] },
  );
}

interface Question {
  readonly folder: string;
  readonly options: InitializationOptions;
}

async function askServer(at: string | undefined, { folder, options }: Question): Promise<WorkspaceDiagnosticReport> {
  const { read, write, left, leave } = at === undefined ? startServer() : await reachServer(at);
  const connection = createProtocolConnection(new StreamMessageReader(read), new StreamMessageWriter(write));
  connection.onError(() => undefined);
  connection.listen();
  try {
    return await Promise.race([left, converse()]);
  } finally {
    left.catch(() => undefined);
    connection.dispose();
    leave();
  }

  async function converse(): Promise<WorkspaceDiagnosticReport> {
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: folder,
      capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
      initializationOptions: options,
      workspaceFolders: [{ uri: folder, name: path.basename(folder) }],
    };
    await connection.sendRequest('initialize', params);
    await connection.sendNotification('initialized', {});
    const reports = await connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    await connection.sendRequest('shutdown');
    return reports;
  }
}

interface Line {
  readonly read: Readable;
  readonly write: Writable;
  /** Rejects where the server goes before it was done with. */
  readonly left: Promise<never>;
  leave(): void;
}

function startServer(): Line {
  const server = spawn(process.execPath, [path.join(__dirname, 'server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const left = new Promise<never>((_, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The language server left early, with code ${code}.`)));
  });
  return { read: server.stdout, write: server.stdin, left, leave: () => server.kill() };
}

/** @throws Trouble where nobody waits there. */
async function reachServer(at: string): Promise<Line> {
  const socket = connect(addressOf(at));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(new Trouble(`No server waits on ${at} (${code}). Start one: copydesk lsp --listen ${at}`)),
    );
  });
  const left = new Promise<never>((_, reject) => {
    socket.once('close', () =>
      reject(new Trouble(`The server on ${at} left early. Look at what it said, and run the command again.`)),
    );
  });
  return { read: socket, write: socket, left, leave: () => socket.destroy() };
}

const toUri = (file: string): string => pathToFileURL(file).href;
