// `copydesk doctor`: why the desk reads what it reads and asks what it asks, for who wonders.
import type { Arguments, Usage } from './arguments';
import { deskFlags } from './resolve-settings';
import { examine } from './doctor/examine';
import { inWords } from './doctor/in-words';
import { print } from './output';

export const usage: Usage = {
  summary: 'Tell which settings hold and where they come from, what is read, and what is in order.',
  takes: '[draft or folder]',
  flags: {
    format: { takes: '<format>', choices: ['pretty', 'json'], help: 'pretty (default) or json.' },
    ...deskFlags,
  },
  examples: [
    ['copydesk doctor', 'of the desk in this folder'],
    ['copydesk doctor story.txt', 'of one draft: why is a rule silent there?'],
    ['copydesk doctor --format json', 'to send along with a question'],
  ],
};

export async function run(args: Arguments): Promise<number> {
  const found = await examine(args);
  await print(
    args.value('format') === 'json' ? `${JSON.stringify({ version: 1, ...found }, null, 2)}\n` : inWords(found),
  );
  return found.problems.length ? 2 : 0;
}
