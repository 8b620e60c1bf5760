// What is wrong with settings and clearances, told by commands whose answer has no place for it.
import type { SettingsProblem } from '../config/files';
import { shownAs } from '../workspace/shown-as';
import type { Desk } from './resolve-settings';
import { complain } from './output';

/** Sentences not told before, each with its place. */
export const newSentences = (desk: Desk): string[] => sentencesOn(desk.newProblems());

export const sentencesOn = (problems: readonly SettingsProblem[]): string[] =>
  problems.map(
    ({ path, line, message }) => `${shownAs(path, process.cwd())}${line === undefined ? '' : `:${line}`}: ${message}`,
  );

/** @returns true where there was nothing to tell: what could not be read makes the exit code 2. */
export function settingsInOrder(desk: Desk): boolean {
  const sentences = newSentences(desk);
  sentences.forEach(complain);
  return !sentences.length;
}
