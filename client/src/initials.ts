// The initials of the person who clears. They come from the settings; where there are none, the person is asked once, with those of
// Git's user to begin with, and the answer is kept in the settings.
import * as vscode from 'vscode';

const setting = 'initials';

/** What a command answers that was left off with Escape: the server answers no such thing. */
export const leftOff = false;

/** The person's answer, kept for the rest of this window where it is not written down. */
let answered: string | undefined;

/** @returns '' where the person goes without; undefined where they pressed Escape: then nothing is cleared, and they are asked again. */
export async function initials(): Promise<string | undefined> {
  const kept = vscode.workspace.getConfiguration('copydesk').get<string>(setting, '').trim();
  if (kept) return kept;
  answered ??= await ask();
  return answered;
}

async function ask(): Promise<string | undefined> {
  const said = await vscode.window.showInputBox({
    title: vscode.l10n.t('Copydesk: Your Initials'),
    prompt: vscode.l10n.t('They stand beside what you clear, so that the desk knows whom to ask. Empty goes without.'),
    value: lettersOf(await gitName()),
    ignoreFocusOut: true,
  });
  if (said === undefined) return undefined;
  const wanted = said.trim();
  if (wanted)
    await vscode.workspace.getConfiguration('copydesk').update(setting, wanted, vscode.ConfigurationTarget.Global);
  return wanted;
}

/** "Rosa Okoye Brenn": ROB. */
const lettersOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 4);

/** As much of the Git extension as is used here. */
interface Git {
  getAPI(version: 1): {
    readonly repositories: readonly {
      getConfig(key: string): Promise<string>;
      getGlobalConfig(key: string): Promise<string>;
    }[];
  };
}

/** What Git's own extension says, where it is there and awake: nothing is run for it. */
async function gitName(): Promise<string> {
  try {
    const git = vscode.extensions.getExtension<Git>('vscode.git');
    const [repository] = git?.isActive ? git.exports.getAPI(1).repositories : [];
    return (await repository?.getConfig('user.name')) || (await repository?.getGlobalConfig('user.name')) || '';
  } catch {
    return '';
  }
}
