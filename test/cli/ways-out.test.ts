// What is built names no way out to a network, and no way to start a program, but those that are listed here with why.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/root';

/** A module asked for under its name, by whatever the bundler calls what asks; or what a browser has. */
const WAYS =
  /\("(?:node:)?(net|https?|http2|dns|dns\/promises|tls|dgram|child_process)"\)|from ?"(?:node:)?(net|https?|http2|dns|tls|dgram|child_process)"|\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|RTCPeerConnection)\b|(?<![\w.$ ])(fetch)\(/g;

/** By the name of the file, its hash left out; a chunk has no name. */
const listed: readonly string[] = [
  // Git, for `--changed` and `--staged`
  'chunk: child_process',
  // the library that the server speaks the protocol with, which could be told of a pipe or a socket
  'chunk: child_process, net',
  // Git, for `compare` with what is committed
  'compare: child_process',
  // a library that reads tables could read them from addresses; it is given text
  'forms-table: XMLHttpRequest',
  // `copydesk lsp --listen`: a socket of this machine alone, and a server for each who comes
  'listen: child_process, net',
  // the editor’s own library, which starts the server and speaks with it over Node’s channel
  'node-client: child_process, net',
  // `copydesk lint --server`: to that socket
  'over-protocol: child_process, net',
];

describe('what is built', () => {
  const dist = path.join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => /\.m?js$/.test(name));
  const waysOf = (code: string): string[] =>
    [...code.matchAll(WAYS)].map((found) => found.slice(1).find(Boolean) as string);

  it('has its ways out noticed', () => {
    const codes = [
      'require("node:https")',
      'import("net")',
      '(0,U.a)("dns")',
      'e=fetch(u)',
      'new WebSocket(u)',
      'from"node:tls"',
    ];
    for (const code of codes) assert.equal(waysOf(code).length, 1, code);
    assert.deepEqual(waysOf('prefetch(); a.fetch(b); "or fetch it"; "net"'), []);
  });

  it('names no way out to a network and starts no program but those that are listed', () => {
    assert.ok(files.includes('extension.js') && files.includes('extension.browser.js') && files.includes('server.js'));
    const found = files.flatMap((name) => {
      const ways = [...new Set(waysOf(readFileSync(path.join(dist, name), 'utf8')))].sort();
      return ways.length ? [`${name.replace(/-[A-Z0-9]{8}\.m?js$/, '')}: ${ways.join(', ')}`] : [];
    });
    assert.deepEqual(found.sort(), listed);
  });
});
