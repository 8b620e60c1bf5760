#!/usr/bin/env node
// The command line: finds the subcommand and turns its answer into an exit code.
import * as lint from './lint';
import { complain, leaveWithTheReader } from './output';
import { Trouble } from '../workspace/trouble';

interface Command {
  /** Resolves with the exit code: 0 nothing at or above `--fail-on`, 1 something, 2 what could not be read or done. */
  run(args: readonly string[]): Promise<number>;
}

/** `lint` starts at once; the others are loaded when they are called. */
const commands: Readonly<Record<string, () => Command | Promise<Command>>> = {
  lint: () => lint,
  sources: () => import('./sources'),
  names: () => import('./names'),
};

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  const command = commands[name];
  if (!command) throw new Trouble(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
  return (await command()).run(args);
}

leaveWithTheReader();
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    complain(
      error instanceof Trouble
        ? error.message
        : `This is a fault of copydesk, please report it. ${String(error instanceof Error ? error.stack : error)}`,
    );
    process.exitCode = 2;
  },
);
