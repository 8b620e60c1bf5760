// `lint --server`: the same answers from the headless server, asked as an editor asks it.
import type { Linted } from '../../report/report';
import { Trouble } from '../../workspace/trouble';
import type { Arguments } from '../arguments';
import type { Desk } from '../desk';
import type { Input } from '../inputs';
import { lintOverProtocol } from '../../lsp/headless';

/** Flags that the protocol has no words for. */
const notOverProtocol = ['fix', 'fix-dry-run', 'stdin-filename', 'input', 'rule', 'only', 'extends', 'date', 'genre'];

/** @throws Trouble where a flag cannot be asked over the protocol. */
export async function* askServer(args: Arguments, desk: Desk, drafts: AsyncIterable<Input>): AsyncGenerator<Linted> {
  for (const flag of notOverProtocol)
    if (args.has(flag))
      throw new Trouble(`--server cannot take --${flag}. Write it into copydesk.json, or leave --server out.`);
  const inputs: Input[] = [];
  for await (const input of drafts) inputs.push(input);
  const answers = await lintOverProtocol({
    folder: process.cwd(),
    paths: inputs.map(({ file }) => file),
    config: args.value('config'),
    now: args.value('now'),
  });
  for (const [i, { shown: path, file, content }] of inputs.entries()) {
    if (typeof content === 'string') await desk.at(file);
    yield typeof content === 'string'
      ? { ...(answers[i] as Linted), path }
      : { path, text: '', diagnostics: [], problems: [content] };
  }
}
