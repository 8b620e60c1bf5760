// What a code action asks the server to do, by name.
import { ErrorCodes, type ExecuteCommandParams, ResponseError } from 'vscode-languageserver';
import type { Session } from '../session';

/** Named apart from the extension's own commands: a client registers these by itself. */
export const commands = {
  turnOff: 'copydesk.server.turnOff',
  notADraft: 'copydesk.server.notADraft',
} as const;

interface TurnOff {
  readonly uri: string;
  readonly rule: string;
}

export async function execute(
  session: Session,
  { command, arguments: [argument] = [] }: ExecuteCommandParams,
): Promise<null> {
  switch (command) {
    case commands.turnOff: {
      const { uri, rule } = argument as TurnOff;
      session.settings.turnOff(uri, rule);
      break;
    }
    case commands.notADraft:
      session.settings.ignore((argument as TurnOff).uri);
      break;
    default:
      throw new ResponseError(ErrorCodes.InvalidParams, `Copydesk has no command ${command}.`);
  }
  session.news();
  return null;
}
