// The one wrapper round every handler: a mistake in one answers that request with an error and is logged, no more.
import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  type Message,
  ResponseError,
  type ResponseMessage,
} from 'vscode-languageserver';
import { isTrouble } from '../workspace/trouble';

// biome-ignore lint/suspicious/noExplicitAny: an error answers a request of any type
type Refusal = ResponseError<any>;

/** Answers with what `handle` returns; with an error where it throws; with "cancelled" where nobody waits any longer. */
export const answering =
  (connection: Connection) =>
  <P, A extends unknown[], R>(
    name: string,
    handle: (params: P, token: CancellationToken, ...more: A) => R | Promise<R>,
  ) =>
  async (params: P, token: CancellationToken, ...more: A): Promise<R | Refusal> => {
    try {
      if (token.isCancellationRequested) return cancelled();
      const answer = await handle(params, token, ...more);
      return token.isCancellationRequested ? cancelled() : answer;
    } catch (error) {
      if (error instanceof ResponseError) return error as Refusal;
      log(connection, name, error);
      // whole sentences that a person can act on
      if (isTrouble(error)) return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      return new ResponseError(
        ErrorCodes.InternalError,
        `Copydesk could not answer ${name}: ${brief(error)}. The log has more.`,
      );
    }
  };

/** Takes a notification: nobody waits for an answer, so a mistake is only logged. */
export const taking =
  (connection: Connection) =>
  <P>(name: string, handle: (params: P) => unknown) =>
  async (params: P): Promise<void> => {
    try {
      await handle(params);
    } catch (error) {
      log(connection, name, error);
    }
  };

const NOBODY_WAITS = 'Nobody waits for this answer any longer.';

const cancelled = (): Refusal => new ResponseError(LSPErrorCodes.RequestCancelled, NOBODY_WAITS);

/** Answers a request that was cancelled before its turn came. */
export const cancelUndispatched = ({ id }: Message & { readonly id?: number | string | null }): ResponseMessage => ({
  jsonrpc: '2.0',
  id: id ?? null,
  error: { code: LSPErrorCodes.RequestCancelled, message: NOBODY_WAITS },
});

const brief = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a person must put right is no fault of the program, so where in it that came up is nobody's concern. */
const log = (connection: Connection, name: string, error: unknown): void =>
  connection.console.error(
    `${name}: ${error instanceof Error && !isTrouble(error) ? (error.stack ?? error.message) : brief(error)}`,
  );
