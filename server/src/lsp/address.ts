// Where a server waits for clients: a port of this machine or a socket file. Copy does not leave the machine.
import { Trouble } from '../workspace/trouble';

export type Address = { readonly host: '127.0.0.1'; readonly port: number } | { readonly path: string };

/** @throws Trouble where it names another machine, or nothing. */
export function addressOf(where: string): Address {
  const [, host = 'localhost', port] = /^(?:([^/\\]*):)?(\d{1,5})$/.exec(where) ?? [];
  if (port === undefined && where !== '' && !/^[^/\\]+:/.test(where)) return { path: where };
  if (port === undefined || Number(port) > 65535 || !['localhost', '127.0.0.1', ''].includes(host))
    throw new Trouble(
      `"${where}" is no place on this machine. Name a port, such as 7601, or a socket file; unpublished copy does not leave the machine.`,
    );
  return { host: '127.0.0.1', port: Number(port) };
}
