// `copydesk sources`: who says what, the ledger of a story.
import { sourcesRecord } from '../report/sources';
import { answerLines } from './ndjson';

export const run = async (_args: readonly string[]): Promise<number> => ((await answerLines(sourcesRecord)) ? 0 : 2);
