#!/usr/bin/env node
// The command line: finds the subcommand and turns its answer into an exit code.
import { didYouMean } from '../text/nearest';
import { isTrouble, Trouble } from '../workspace/trouble';
import { type Command, parseArguments } from './arguments';
import * as lint from './lint';
import { complain, isWritten, leaveWithTheReader } from './output';

/** `lint` starts at once; the others are loaded when they are called. */
const commands: Readonly<Record<string, () => Command | Promise<Command>>> = {
  lint: () => lint,
  sources: () => import('./sources'),
  names: () => import('./names'),
  report: () => import('./report'),
  explain: () => import('./explain'),
  rules: () => import('./rules'),
  test: () => import('./test'),
  try: () => import('./try'),
  merge: () => import('./merge'),
  compare: () => import('./compare'),
  clear: () => import('./clear'),
  stats: () => import('./stats'),
  init: () => import('./init'),
  glossary: () => import('./glossary'),
  pack: () => import('./pack'),
  doctor: () => import('./doctor'),
  lsp: () => import('./lsp'),
  completion: async () => (await import('./completion')).completionOf(commands),
};

async function main([name = 'help', ...args]: readonly string[]): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') return (await import('./help')).help(args[0], commands);
  if (name === '--version' || name === '-V') return (await import('./help')).version();
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const known = [...Object.keys(commands), 'help'];
    throw new Trouble(`There is no command "${name}".${didYouMean(name, known)} "copydesk help" lists them all.`);
  }
  if (args.includes('--help') || args.includes('-h')) return (await import('./help')).help(name, commands);
  const command = await load();
  return command.run(parseArguments(args, command.usage, name));
}

/** The working folder was taken away. */
const isNowhere = (error: unknown): boolean => (error as NodeJS.ErrnoException | undefined)?.syscall === 'uv_cwd';
const NOWHERE = 'The folder that you are in is gone. Go to one that is there, and run the command again.';

leaveWithTheReader();
main(process.argv.slice(2)).then(
  async (code) => {
    process.exitCode = code;
    // V8 may be compiling for a run that is over: who waits for the shell need not wait for that
    if (await isWritten()) process.exit();
  },
  (error: unknown) => {
    const fault = `This is a fault of copydesk; please report it. ${error instanceof Error ? error.stack : String(error)}`;
    complain(isTrouble(error) ? error.message : isNowhere(error) ? NOWHERE : fault);
    process.exitCode = 2;
  },
);
