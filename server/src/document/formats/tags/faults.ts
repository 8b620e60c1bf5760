// What is wrong with a file of tags, told once, with its line.
import { lineIndex, positionAt } from '../../../text/line-index';
import type { Problem } from '../../story';
import type { Fault } from './tree';

export function faultTold(file: string, fault: Fault | undefined): Problem[] {
  if (!fault) return [];
  const { line, column } = positionAt(lineIndex(file), fault.at);
  const message = `The file ${fault.what} (line ${line}). Nothing in the file is changed until that is put right.`;
  return [{ code: 'markup', message, line, column }];
}
