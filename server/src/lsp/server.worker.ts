// The language server in a browser: a web worker that speaks to the page that started it, and reads files through it. The first message
// is the text of dist/lexicons.mjs; the protocol begins behind it.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { fileHost } from './file-host';
import { cancelUndispatched } from './safely';
import { serve } from './serve';
import { throughClient } from './through-client';

/** The worker itself; the project is compiled without a browser's types. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

self.onmessage = ({ data }: { readonly data: string }) => {
  Object.assign(globalThis, { lexicons: data });
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), {
    cancelUndispatched,
  });
  serve(connection, fileHost({ client: throughClient(connection) }));
};
