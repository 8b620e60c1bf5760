// What the server says to the person of itself: a sentence, one with the way back beside it, and why something was not done.
import {
  type Connection,
  ErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { t } from './words';

/** A change that was made. */
export interface Made {
  /** What was done, where and for whom: whole sentences. */
  readonly said: string;
  /** @returns what is so again. @throws an error with a sentence where it cannot be taken back. */
  readonly undo: () => Promise<string>;
}

/** A sentence that asks for nothing. */
export const say = (connection: Connection, message: string, type: MessageType = MessageType.Info): void =>
  void connection.sendNotification(ShowMessageNotification.type, { type, message });

/** Told to the person as it is. */
export const refused = (message: string): ResponseError<void> => new ResponseError(ErrorCodes.InvalidRequest, message);

/** Says it, with Undo beside it, and then what came of that. @param undo answers nothing where it was taken back elsewhere meanwhile. */
export async function sayWithUndo(
  connection: Connection,
  said: string,
  undo: () => Promise<string> | undefined,
): Promise<void> {
  const title = t('Undo');
  const chosen = await connection.window.showInformationMessage(said, { title }).catch(() => undefined);
  if (chosen?.title !== title) return;
  try {
    const came = await undo();
    if (came !== undefined) say(connection, came);
  } catch (error) {
    say(connection, error instanceof Error ? error.message : String(error), MessageType.Error);
  }
}
