// Help: what each command is for, its flags, and examples to copy.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { definitions, SCREEN } from '../report/table';
import { wrap } from '../report/wrap';
import { didYouMean } from '../text/nearest';
import { Trouble } from '../workspace/trouble';
import { type Command, written } from './arguments';
import { print } from './output';

type Commands = Readonly<Record<string, () => Command | Promise<Command>>>;

export async function help(name: string | undefined, commands: Commands): Promise<number> {
  if (name === undefined) await print(await overview(commands));
  else if (Object.hasOwn(commands, name)) await print(page(name, await (commands[name] as Commands[string])()));
  else
    throw new Trouble(
      `There is no command "${name}".${didYouMean(name, Object.keys(commands))} "copydesk help" lists them all.`,
    );
  return 0;
}

export async function version(): Promise<number> {
  await print(`${packageVersion()}\n`);
  return 0;
}

export const packageVersion = (): string => JSON.parse(ownFile('package.json')).version;

/** The text of a file that comes with the program. @param name from the package's folder. */
export const ownFile = (name: string): string => readFileSync(path.join(__dirname, '..', name), 'utf8');

async function overview(commands: Commands): Promise<string> {
  const rows: [string, string][] = [];
  for (const [name, load] of Object.entries(commands)) rows.push([`copydesk ${name}`, (await load()).usage.summary]);
  return [
    'copydesk reads news drafts the way a copy desk does.',
    '',
    ...definitions(rows, 24),
    '',
    ...wrap('Exit codes: 0 nothing that must not run, 1 something, 2 what could not be read or done.', SCREEN),
    '"copydesk help <command>" tells its flags and shows examples.',
    '',
  ].join('\n');
}

function page(name: string, { usage }: Command): string {
  const flags = Object.entries(usage.flags).map(([name, flag]): [string, string] => [written(name, flag), flag.help]);
  return [
    `copydesk ${name} ${usage.takes}`.trimEnd(),
    '',
    ...wrap(usage.summary, SCREEN),
    ...(usage.words ? ['', ...definitions(usage.words, 24)] : []),
    ...(flags.length ? ['', 'Flags:', ...definitions(flags, 24)] : []),
    '',
    'Examples:',
    ...definitions(usage.examples, 40),
    '',
  ].join('\n');
}
