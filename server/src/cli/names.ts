// `copydesk names`: each name with its spellings.
import { namesRecord } from '../report/names';
import { answerLines } from './ndjson';

export const run = async (_args: readonly string[]): Promise<number> => ((await answerLines(namesRecord)) ? 0 : 2);
