// Conversations: whatever an editor says, in whatever order, with questions taken back and drafts closed in the middle of them, each
// question has one answer, the server stays, and in the end it says of each draft what a server says that opens it for the first time.
import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { asking, type Editor, startEditor } from '../support/editor';
import { root } from '../support/root';
import { type Json, RpcError } from '../support/rpc';

const numRuns = Number(process.env.COPYDESK_RUNS ?? (process.env.COPYDESK_THOROUGH === '1' ? 400 : 12));
const seed = process.env.COPYDESK_SEED === undefined ? {} : { seed: Number(process.env.COPYDESK_SEED) };

const samples = ['harbour.txt', 'envoys.txt', 'quarry.wire', 'council.md'].map((name) =>
  readFileSync(path.join(root, 'test/samples', name), 'utf8'),
);
const drafts = ['untitled:a', 'untitled:b', 'untitled:c'];
const languages = ['plaintext', 'markdown', 'wire-copy'];

/** Every question that an editor puts of itself, and what it says of the place. */
const questions: Readonly<Record<string, (at: object, range: object) => object>> = {
  'textDocument/diagnostic': () => ({}),
  'textDocument/documentSymbol': () => ({}),
  'textDocument/foldingRange': () => ({}),
  'textDocument/semanticTokens/full': () => ({}),
  'textDocument/codeLens': () => ({}),
  'textDocument/codeAction': (_, range) => ({ range, context: { diagnostics: [] } }),
  'textDocument/inlayHint': (_, range) => ({ range }),
  'textDocument/hover': (position) => ({ position }),
  'textDocument/completion': (position) => ({ position }),
  'textDocument/documentHighlight': (position) => ({ position }),
  'textDocument/references': (position) => ({ position, context: { includeDeclaration: true } }),
  'textDocument/prepareRename': (position) => ({ position }),
  'textDocument/rename': (position) => ({ position, newName: 'Kern' }),
};

const draft = fc.constantFrom(...drafts);
const put = fc.constantFrom(
  'a',
  '. ',
  '\n',
  '\n\n',
  '“',
  ' Ivo Kern said.',
  ' At least 17 people were killed.',
  '',
  '\r\n',
  '👩‍👩‍👧',
);
const step = fc.oneof(
  fc.record({
    does: fc.constant('open' as const),
    draft,
    sample: fc.constantFrom(...samples),
    language: fc.constantFrom(...languages),
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('type' as const),
      draft,
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      out: fc.nat({ max: 40 }),
      put,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('ask' as const),
      draft,
      what: fc.constantFrom(...Object.keys(questions)),
      line: fc.nat({ max: 30 }),
      character: fc.nat({ max: 90 }),
      back: fc.boolean(),
    }),
  },
  fc.record({ does: fc.constant('close' as const), draft }),
  fc.record({ does: fc.constant('save' as const), draft }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe('a conversation', function () {
  this.timeout(numRuns * 15_000);

  it('of any order is answered, and leaves no trace in what is said of a draft', async () => {
    const server = await startEditor(asking);
    const open = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const answers = steps.flatMap((one) => said(server, open, one) ?? []);
        for (const answer of await Promise.all(answers))
          assert.ok(answer === undefined || refusals.has(answer), String(answer));
        const fresh = await startEditor(asking);
        for (const [uri, language] of open) {
          fresh.open(uri, server.text(uri), language);
          for (const one of [server, fresh]) one.save(uri);
          for (const method of [
            'textDocument/diagnostic',
            'textDocument/documentSymbol',
            'textDocument/semanticTokens/full',
          ])
            assert.deepEqual(await whole(server, method, uri), await whole(fresh, method, uri), `${method} of ${uri}`);
        }
        assert.equal(await fresh.stop(), 0);
      }),
      { numRuns, ...seed },
    );
    assert.equal(await server.stop(), 0);
  });
});

/** Codes with which the protocol lets a question go: it was taken back, its draft has changed, or there is nothing there to rename. */
const refusals: ReadonlySet<number> = new Set([-32800, -32801, -32602, -32803]);

/** @returns what comes of a question: nothing, or the code of its error. */
function said(server: Editor, open: Map<string, string>, one: Step): Promise<number | undefined> | undefined {
  const uri = one.draft;
  switch (one.does) {
    case 'open':
      if (!open.has(uri)) server.open(uri, one.sample, one.language);
      if (!open.has(uri)) open.set(uri, one.language);
      return undefined;
    case 'type': {
      if (!open.has(uri)) return undefined;
      const text = server.text(uri);
      const start = Math.floor(one.at * text.length);
      return void server.type(uri, start, Math.min(text.length, start + one.out), one.put);
    }
    case 'close':
      if (open.delete(uri)) server.notify('textDocument/didClose', { textDocument: { uri } });
      return undefined;
    case 'save':
      return open.has(uri) ? void server.save(uri) : undefined;
    case 'ask': {
      const { line, character, what, back } = one;
      const range = { start: { line: 0, character: 0 }, end: { line, character } };
      const asked = server.request(what, { textDocument: { uri }, ...questions[what]?.({ line, character }, range) });
      if (back) server.notify('$/cancelRequest', { id: asked.id });
      return asked.then(
        () => undefined,
        (error: unknown) => (error instanceof RpcError ? error.code : Promise.reject(error as Error)),
      );
    }
  }
}

/** Without the number that tells one answer from the next. */
async function whole(server: Editor, method: string, uri: string): Promise<Json> {
  const { resultId: _, ...answer } = (await server.request(method, { textDocument: { uri } })) ?? {};
  return answer;
}
