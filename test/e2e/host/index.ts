// Runs the suite inside VS Code's extension host. VS Code loads this module and calls `run`.
//
// Report and result go to files in E2E_OUT: VS Code mixes what is printed here with its own log, and its exit code is 0
// even where the extension host was killed.
import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { format } from 'node:util';
import { ConfigurationTarget, workspace } from 'vscode';
import { type Outcomes, outcomesOf } from '../../support/outcomes';

export async function run(): Promise<void> {
  // or the first clearing asks for them, and waits
  await workspace.getConfiguration('copydesk').update('initials', 'ee', ConfigurationTarget.Global);
  const { default: Mocha } = await import('mocha');
  const out = process.env.E2E_OUT!;
  const report = path.join(out, 'report.txt');
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => appendFileSync(report, `${format(...parts)}\n`);
  const mocha = new Mocha({ timeout: 60_000, reporter: 'spec', forbidOnly: true });
  if (process.env.E2E_GREP) mocha.grep(process.env.E2E_GREP);
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  await mocha.loadFilesAsync();
  const outcomes = await new Promise<Outcomes>((resolve) => {
    const runner = mocha.run(() => resolve(heard));
    const heard = outcomesOf(runner);
  });
  writeFileSync(path.join(out, 'result.json'), JSON.stringify(outcomes));
  const { passed, failed } = outcomes;
  if (failed.length || !passed.length) throw new Error(`${passed.length} editor tests passed, ${failed.length} failed`);
}
