// Runs the suite inside the extension host of a VS Code in a browser, which loads this as one bundled file and calls `run`.
//
// There are no files to write a report to: its lines go to the console, marked, the outcomes last, and `in-browser.mjs` reads
// them there.
import 'mocha/mocha.js';
import { ConfigurationTarget, workspace } from 'vscode';
import { type Outcomes, outcomesOf } from '../../support/outcomes';

declare const mocha: Mocha & { setup(options: Mocha.MochaOptions): void };

/** Written in when the suite is bundled: a page has no environment. */
declare const GREP: string;

export async function run(): Promise<void> {
  mocha.setup({
    ui: 'bdd',
    timeout: 60_000,
    reporter: toConsole as unknown as Mocha.ReporterConstructor,
    forbidOnly: true,
  });
  if (GREP) mocha.grep(GREP);
  // or the first clearing asks for them, and waits
  await workspace.getConfiguration('copydesk').update('initials', 'ee', ConfigurationTarget.Global);
  await import('./reading.test');
  const outcomes = await new Promise<Outcomes>((resolve) => {
    const runner = mocha.run(() => resolve(heard));
    const heard = outcomesOf(runner);
  });
  console.log(`OUTCOMES ${JSON.stringify(outcomes)}`);
  const { passed, failed } = outcomes;
  if (failed.length || !passed.length)
    throw new Error(`${passed.length} tests in the browser passed, ${failed.length} failed`);
}

const say = (line: string): void => console.log(`REPORT ${line}`);

/** Mocha's own reporters for browsers draw a page, and there is none here. */
function toConsole(runner: Mocha.Runner): void {
  runner.on('suite', ({ title }) => say(`  ${title}`));
  runner.on('pass', ({ title, duration }) => say(`    ✔ ${title} (${duration}ms)`));
  runner.on('pending', ({ title }) => say(`    - ${title}`));
  runner.on('fail', ({ title }, { stack, message }) => say(`    ✘ ${title}\n${stack ?? message}`));
}
