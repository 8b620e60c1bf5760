// Arguments: flags from a table, so that parsing, help and "did you mean" never disagree.
import { didYouMean } from '../text/nearest';
import { Trouble } from '../workspace/trouble';

export interface Flag {
  /** What follows it, as help shows it: `<file>`. A flag without stands alone. */
  readonly takes?: string;
  readonly choices?: readonly string[];
  /** What a shell offers where there are no choices; other values may be right too. */
  readonly offers?: readonly string[];
  /** It may stand alone; what it takes follows an equals sign, so that a path behind it stays a path. */
  readonly optional?: true;
  /** May be given several times. */
  readonly many?: boolean;
  readonly help: string;
}

export type Flags = Readonly<Record<string, Flag>>;

/** What a subcommand is, for parsing and for help. */
export interface Usage {
  readonly summary: string;
  /** Behind `copydesk <name>`. */
  readonly takes: string;
  /** What stands there, and what it is, where that is not plain. */
  readonly words?: readonly (readonly [word: string, what: string])[];
  /** Words that a shell offers there. */
  readonly offers?: readonly string[];
  readonly flags: Flags;
  /** Command and what it is for. */
  readonly examples: readonly (readonly [command: string, why: string])[];
}

export interface Arguments {
  /** The words as they were given. */
  readonly given: readonly string[];
  readonly rest: readonly string[];
  has(flag: string): boolean;
  /** The value given last, or nothing. */
  value(flag: string): string | undefined;
  values(flag: string): readonly string[];
}

export interface Command {
  readonly usage: Usage;
  /** Resolves with the exit code: 0 nothing that fails the run, 1 something, 2 what could not be read or done. */
  run(args: Arguments): Promise<number>;
}

/** @throws Trouble on a flag that is not known, lacks its value, or has one that cannot be, and on words that nobody takes. */
export function parseArguments(args: readonly string[], { flags, takes }: Usage, command: string): Arguments {
  const see = ` See "copydesk help ${command}".`;
  const given = new Map<string, string[]>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '--') {
      rest.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('--')) {
      if (arg.startsWith('-') && arg !== '-')
        throw new Trouble(`There is no flag ${arg}. Flags are written out: ${long(flags)}.${see}`);
      rest.push(arg);
      continue;
    }
    const [name, inline] = cut(arg.slice(2));
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (!flag)
      throw new Trouble(`There is no flag --${name}.${didYouMean(name, Object.keys(flags)).replace('"', '"--')}${see}`);
    if (!flag.takes) {
      if (inline !== undefined) throw new Trouble(`--${name} takes no value. Write it alone.${see}`);
      given.set(name, []);
      continue;
    }
    if (flag.optional && inline === undefined) {
      given.set(name, []);
      continue;
    }
    const value = inline ?? args[++i];
    if (value === undefined) throw new Trouble(`--${name} needs ${flag.takes} behind it.${see}`);
    if (flag.choices && !flag.choices.includes(value))
      throw new Trouble(
        `--${name} cannot be "${value}".${didYouMean(value, flag.choices)} Use one of: ${flag.choices.join(', ')}.${see}`,
      );
    given.set(name, [...(flag.many ? (given.get(name) ?? []) : []), value]);
  }
  if (takes === '' && rest.length) throw new Trouble(`Nothing may follow but flags. Leave out "${rest[0]}".${see}`);
  return {
    given: args,
    rest,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  };
}

/** As help writes it: `--format <format>`, `--changed[=<ref>]`. */
export const written = (name: string, { takes, optional }: Flag): string =>
  `--${name}${takes ? (optional ? `[=${takes}]` : ` ${takes}`) : ''}`;

function cut(arg: string): [name: string, value: string | undefined] {
  const at = arg.indexOf('=');
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

const long = (flags: Flags): string =>
  Object.keys(flags)
    .slice(0, 4)
    .map((name) => `--${name}`)
    .join(', ') + ' …';
