// `copydesk completion`: what a shell offers behind the Tab key, from the same tables as help.
import { didYouMean } from '../text/nearest';
import { Trouble } from '../workspace/trouble';
import type { Command, Flag, Usage } from './arguments';
import { print } from './output';

type Commands = Readonly<Record<string, () => Command | Promise<Command>>>;
type Usages = readonly (readonly [name: string, usage: Usage])[];

const shells: Readonly<Record<string, (usages: Usages) => string>> = { bash, zsh, fish };
const names = Object.keys(shells);

const usage: Usage = {
  summary: `Print what makes the Tab key complete commands and flags: ${names.join(', ')}.`,
  takes: '<shell>',
  offers: names,
  flags: {},
  examples: [
    ['copydesk completion bash >> ~/.bashrc', 'for bash; zsh takes its own in ~/.zshrc'],
    ['copydesk completion fish > ~/.config/fish/completions/copydesk.fish', 'for fish'],
  ],
};

export const completionOf = (commands: Commands): Command => ({
  usage,
  async run({ rest: [shell = ''] }) {
    const write = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
    if (!write)
      throw new Trouble(
        `Name the shell to complete in: copydesk completion <shell>, one of ${names.join(', ')}.${didYouMean(shell, names)}`,
      );
    const usages: (readonly [string, Usage])[] = [];
    for (const [name, load] of Object.entries(commands)) usages.push([name, (await load()).usage]);
    await print(write(usages));
    return 0;
  },
});

const flagsOf = ({ flags }: Usage): readonly (readonly [string, Flag])[] => Object.entries(flags);

function bash(usages: Usages): string {
  const offer = (words: readonly string[]): string => `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$current"))`;
  const values = usages.flatMap(([name, of]) =>
    flagsOf(of).flatMap(([flag, { choices, offers = choices }]) =>
      offers ? [`    '${name} --${flag}') ${offer(offers)}; return ;;`] : [],
    ),
  );
  const words = usages.flatMap(([name, { offers }]) => (offers ? [`    '${name} '*) ${offer(offers)} ;;`] : []));
  const flags = usages.map(([name, of]) => `    '${name} -'*) ${offer(flagsOf(of).map(([flag]) => `--${flag}`))} ;;`);
  return `_copydesk() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then ${offer([...usages.map(([name]) => name), 'help'])}; return; fi
  case "\${COMP_WORDS[1]} $before" in
${values.join('\n')}
  esac
  case "\${COMP_WORDS[1]} $current" in
${[...flags, ...words].join('\n')}
  esac
}
complete -o default -F _copydesk copydesk
`;
}

function zsh(usages: Usages): string {
  return `autoload -U +X bashcompinit && bashcompinit\n${bash(usages)}`;
}

function fish(usages: Usages): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = usages.flatMap(([name, of]) => [
    `complete -c copydesk -n __fish_use_subcommand -f -a ${name} -d ${quoted(of.summary)}`,
    ...(of.offers
      ? [
          `complete -c copydesk -n '__fish_seen_subcommand_from ${name}' -f -a ${quoted(of.offers.join(' '))} -d ${quoted(of.takes)}`,
        ]
      : []),
    ...flagsOf(of).map(([flag, { takes, optional, choices, offers = choices, help }]) => {
      const value = offers ? ` -x -a ${quoted(offers.join(' '))}` : takes && !optional ? ' -r' : '';
      return `complete -c copydesk -n '__fish_seen_subcommand_from ${name}' -l ${flag}${value} -d ${quoted(help)}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}
