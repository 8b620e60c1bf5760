// What the tests inside VS Code's extension host share beside `inside.ts`: the command line's word on the same drafts.
import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { inOrder, root, type Told } from '../inside';

export * from '../inside';

export interface CliDiagnostic extends Told {
  readonly line: number;
  readonly fixes: readonly {
    readonly title: string;
    readonly apply: 'auto' | 'ask';
    readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  }[];
}

/** What `copydesk lint` says of a file of the workspace. @param asked what is named on the command line: the file, or a folder. */
export function cli(name: string, asked = name): readonly CliDiagnostic[] {
  const args = [process.env.E2E_CLI!, 'lint', '--format', 'json', '--fail-on', 'never', asked];
  const { stdout } = spawnSync(process.env.E2E_NODE!, args, { cwd: root().fsPath, encoding: 'utf8' });
  const { files } = JSON.parse(stdout) as { files: { path: string; diagnostics: CliDiagnostic[] }[] };
  const found = files.find((file) => path.basename(file.path) === path.basename(name));
  return [...(found?.diagnostics ?? [])].sort(inOrder);
}

/** The same, with no more than the editor shows. */
export const told = (diagnostics: readonly Told[]): readonly Told[] =>
  diagnostics.map(({ rule, severity, start, end, message }) => ({ rule, severity, start, end, message }));

/** The text with one fix applied, by our own hand. */
export function applied(text: string, edits: CliDiagnostic['fixes'][number]['edits']): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, e) => now.slice(0, e.start) + e.text + now.slice(e.end), text);
}
