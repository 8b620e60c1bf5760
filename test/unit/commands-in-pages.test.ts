// A command that a page tells a person to type is one that there is.
import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { globSync } from 'tinyglobby';
import { parseArguments, type Command } from '../../server/src/cli/arguments';
import { pages as markdown } from '../support/pages';
import { root } from '../support/root';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

describe('pages and workflows', () => {
  const pages = globSync(['**/*.{md,yml,yaml}', '.github/**/*.{yml,yaml}', '.*.yaml', 'scripts/**/*.mjs'], {
    cwd: root,
    ignore: ['**/node_modules/**', 'out/**', 'dist/**', 'release/**'],
    dot: true,
  });

  it('name no script that package.json lacks', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const missing: string[] = [];
    let named = 0;
    for (const page of pages)
      for (const [, name = ''] of read(page).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)) {
        named++;
        if (!Object.hasOwn(scripts, name)) missing.push(`${page}: npm run ${name}`);
      }
    assert.ok(named > 20 && pages.includes('CONTRIBUTING.md') && pages.includes('action.yml'));
    assert.deepEqual(missing, []);
  });

  it('start no program of the project that there is not', () => {
    const missing: string[] = [];
    let named = 0;
    for (const page of markdown)
      for (const [, name = ''] of read(page).matchAll(/\bnode ((?:scripts|test|training|examples)\/[\w./-]+)/g)) {
        named++;
        if (!existsSync(path.join(root, name))) missing.push(`${page}: node ${name}`);
      }
    assert.ok(named > 3);
    assert.deepEqual(missing, []);
  });

  it('tell nobody to install a name that is not ours in a registry', () => {
    for (const page of pages)
      assert.doesNotMatch(
        read(page),
        /npm (?:i|install|add)(?: -\S+)* copydesk(?![\w.-])|npx (?!--no-install )copydesk@/,
        page,
      );
  });

  it('give npm a file with a dot before its folder: without one it takes “release/a.tgz” for a project on GitHub', () => {
    const given = pages.flatMap(
      (page) => read(page).match(/npm (?:i|install|publish)(?: [^\s`]+)*? [^\s`]+\.tgz/g) ?? [],
    );
    assert.ok(given.length > 3, given.join());
    assert.deepEqual(
      given.filter((one) => !/ (?:\.{0,2}\/\S*|[^\s/]*)$/.test(one)),
      [],
    );
  });

  it('call copydesk with commands and flags that it has', async () => {
    const usages = await usagesOf();
    const faults: string[] = [];
    let called = 0;
    for (const page of markdown)
      read(page)
        .split('\n')
        .forEach((line, i) => {
          if (isRun(line)) return;
          for (const words of callsIn(line)) {
            called++;
            const fault = faultOf(words, usages);
            if (fault) faults.push(`${page}:${i + 1}: copydesk ${words.join(' ')}: ${fault}`);
          }
        });
    assert.ok(called > 60, `${called} calls`);
    assert.deepEqual(faults, []);
  });
});

/** A row of the table of exit codes, mistakes and all: `cli/exit-codes` runs each. */
const isRun = (line: string): boolean => /^\| `copydesk .+` \| \d \|/.test(line);

/** What stands behind `copydesk` where it is called: in code letters, at a line's beginning, behind `run:` or `exec`. */
function callsIn(line: string): string[][] {
  const inline = [...line.matchAll(/`copydesk( [^`]+)`/g)];
  const alone = /^\s*(?:- )?(?:run: |exec |\$ )?copydesk( .+)$/.exec(line);
  return (inline.length ? inline : alone ? [alone] : []).map(([, behind = '']) => wordsOf(behind));
}

/** As a shell takes them, as far as pages need it: up to a pipe, a redirection, or the blanks before a remark. */
function wordsOf(behind: string): string[] {
  const [command = ''] = behind.trim().split(/\s+[|<>&#]|\s{2,}|;|…/);
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|((?:\$\{\{[^}]*\}\}|"[^"]*"|[^\s"'])+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
}

type Usages = ReadonlyMap<string, Command['usage'] | undefined>;

/** By name, from the table that `cli/main.ts` has; nothing where the command is made from the others. */
async function usagesOf(): Promise<Usages> {
  const table = /const commands[^{]*\{([\s\S]*?)\n\};/.exec(read('server/src/cli/main.ts'))?.[1] ?? '';
  const names = [...table.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => name);
  assert.ok(names.length > 10);
  const usages = await Promise.all(
    names.map(async (name) => {
      const { usage } = (await import(path.join(root, `out/server/src/cli/${name}.js`))) as Partial<Command>;
      return [name, usage] as const;
    }),
  );
  return new Map([...usages, ['help', undefined], ['--version', undefined], ['--help', undefined]]);
}

/** A sentence, or nothing. A flag that a page names without its value is a name, no call. */
function faultOf([name = '', ...args]: readonly string[], usages: Usages): string | undefined {
  if (!usages.has(name)) return 'there is no such command';
  const usage = usages.get(name);
  if (!usage || args.includes('--help')) return undefined;
  try {
    parseArguments(args, usage, name);
  } catch (error) {
    const { message } = error as Error;
    if (!/^--[\w-]+ needs /.test(message)) return message;
  }
  return undefined;
}
