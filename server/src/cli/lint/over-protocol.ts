// `lint --server`: the same answers from the headless server, asked as an editor asks it.
import { lintOverProtocol } from '../../lsp/headless';
import type { Linted } from '../../report/report';
import { Trouble } from '../../workspace/trouble';
import { unshared } from '../across';
import type { Arguments } from '../arguments';
import type { Desk } from '../resolve-settings';
import { placesOf } from '../inputs';
import type { Answered, Placed } from './answers';

/** Flags that the protocol has no words for. */
const notOverProtocol = [
  'fix',
  'fix-dry-run',
  'stdin-filename',
  'input',
  'rule',
  'only',
  'extends',
  'date',
  'genre',
  'jobs',
  'cache',
  'cache-location',
];

/** @throws Trouble where a flag cannot be asked over the protocol. */
export async function* askServer(args: Arguments, desk: Desk, drafts: AsyncIterable<Placed>): AsyncGenerator<Answered> {
  for (const flag of notOverProtocol)
    if (args.has(flag))
      throw new Trouble(`--server cannot take --${flag}. Write it into copydesk.json, or leave --server out.`);
  const placed: Placed[] = [];
  for await (const draft of drafts) placed.push(draft);
  const answers = await lintOverProtocol({
    folder: process.cwd(),
    paths: placed.flatMap(({ input }) => (typeof input.content === 'string' ? [input.file] : [])),
    across: args.has('across') ? await comparedPaths(args, desk) : undefined,
    config: args.value('config'),
    now: args.value('now'),
    at: args.value('server'),
  });
  let answered = 0;
  for (const { input, across: _, ...more } of placed) {
    const { shown: path, content } = input;
    const linted =
      typeof content === 'string'
        ? { ...(answers[answered++] as Linted), path }
        : { path, text: '', diagnostics: [], problems: [content] };
    yield { linted, ...more, index: input.index };
  }
}

async function comparedPaths(args: Arguments, desk: Desk): Promise<string[]> {
  const files: string[] = [];
  for await (const { file, untouched } of placesOf(unshared(args), desk)) if (!untouched) files.push(file);
  return files;
}
