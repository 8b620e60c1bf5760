// What is wrong with a file of tags, told once, with its line.
import { lineIndex, positionAt } from '../../../text/line-index';
import type { Problem } from '../../story';
import type { Fault } from './tree';

export interface Source {
  readonly file: string;
  /** With programs hidden, as long as it is. */
  readonly seen: string;
}

export function faultTold({ file }: Source, fault: Fault | undefined): Problem[] {
  if (!fault) return [];
  const { line, column } = positionAt(lineIndex(file), fault.at);
  const message = `The file ${fault.what} (line ${line}). What stands before it was read, and nothing in the file is changed until that is put right.`;
  return [{ code: 'markup', message, line, column }];
}
