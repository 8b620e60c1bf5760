// The walk of ARCHITECTURE.md: one sentence from file to squiggle, and the files that it names have a part in the answer.
import * as assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEditor } from '../support/editor';
import { root } from '../support/root';

const page = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
const walk = page.slice(page.indexOf('## One sentence'), page.indexOf('On the command line steps'));
const draft = /```text\n([^`]*)```/.exec(walk)?.[1] ?? '';
const files = [...new Set([...walk.matchAll(/`((?:server|client)\/src\/[\w/-]+\.ts)`/g)].map(([, file = '']) => file))];

/** Started as it is, so nothing in it needs to be called. */
const program = 'server/src/lsp/server.ts';

describe('the walk of ARCHITECTURE.md', () => {
  it('names files that there are', () => {
    assert.ok(draft.includes('killed') && files.length > 25, 'the page was read');
    assert.deepEqual(
      files.filter((file) => !existsSync(path.join(root, file))),
      [],
    );
  });

  it('names files of the server that each do something for that sentence', async function () {
    this.timeout(60_000);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'copydesk-walk-'));
    try {
      const messages = await readInServer(folder);
      assert.ok(
        messages.some((message) => walk.includes(`"${message.slice(0, message.indexOf('.') + 1)}"`)),
        `the page quotes what is said: ${messages.join(' ')}`,
      );
      const ran = filesThatRan(folder);
      assert.deepEqual(
        files.filter((file) => file.startsWith('server/') && file !== program && !ran.has(file)),
        [],
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Opens the draft as an editor does, in the server as it is compiled for tests. @returns what is said of it. */
async function readInServer(coverage: string): Promise<string[]> {
  const before = process.env.NODE_V8_COVERAGE;
  process.env.NODE_V8_COVERAGE = coverage;
  const editor = await startEditor(undefined, {
    folders: [pathToFileURL(coverage).href],
    program: path.join(root, 'out', program.replace(/ts$/, 'js')),
  }).finally(() => {
    if (before === undefined) delete process.env.NODE_V8_COVERAGE;
    else process.env.NODE_V8_COVERAGE = before;
  });
  const uri = pathToFileURL(path.join(coverage, 'lom.txt')).href;
  editor.open(uri, draft);
  const shown = await editor.diagnostics(uri);
  await editor.stop();
  return shown.map(({ message }) => message);
}

interface Covered {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { readonly count: number }[];
  }[];
}

/** By their sources: the files of which a function was called. */
function filesThatRan(coverage: string): Set<string> {
  const compiled = pathToFileURL(path.join(root, 'out/')).href;
  const ran = new Set<string>();
  for (const name of readdirSync(coverage).filter((one) => one.endsWith('.json'))) {
    const { result } = JSON.parse(readFileSync(path.join(coverage, name), 'utf8')) as { result: Covered[] };
    for (const { url, functions } of result)
      if (url.startsWith(compiled) && functions.some(isCalled))
        ran.add(url.slice(compiled.length).replace(/\.js$/, '.ts'));
  }
  return ran;
}

const isCalled = ({ functionName, ranges }: Covered['functions'][number]): boolean =>
  functionName !== '' && (ranges[0]?.count ?? 0) > 0;
