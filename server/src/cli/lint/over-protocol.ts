// `lint --server`: the same answers from the headless server, asked as an editor asks it.
import { lintOverProtocol } from '../../lsp/headless';
import type { Linted } from '../../report/report';
import { Trouble } from '../../workspace/trouble';
import type { Arguments } from '../arguments';
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
export async function* askServer(args: Arguments, drafts: AsyncIterable<Placed>): AsyncGenerator<Answered> {
  for (const flag of notOverProtocol)
    if (args.has(flag))
      throw new Trouble(`--server cannot take --${flag}. Write it into copydesk.json, or leave --server out.`);
  const placed: Placed[] = [];
  for await (const draft of drafts) placed.push(draft);
  const answers = await lintOverProtocol({
    folder: process.cwd(),
    paths: placed.map(({ input }) => input.file),
    config: args.value('config'),
    now: args.value('now'),
    at: args.value('server'),
  });
  for (const [i, { input, settings }] of placed.entries()) {
    const { shown: path, content } = input;
    const linted =
      typeof content === 'string'
        ? { ...(answers[i] as Linted), path }
        : { path, text: '', diagnostics: [], problems: [content] };
    yield { linted, settings, index: input.index };
  }
}
