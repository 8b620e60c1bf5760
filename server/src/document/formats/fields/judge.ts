// Whether a change to a file of fields changes the words of its values as it says, and nothing else.
import type { TextEdit } from '../../../text/edit';
import { toFile, toProse } from '../../../text/source-map';
import { firstWhere } from '../../../text/span';
import type { Judge } from '../../markup';
import type { Value } from './field';

/** A value, and who judges a change of its words. */
export interface Judged {
  readonly value: Value;
  readonly judge: () => Judge;
}

/** @param values in the order of the file. @param faulty nobody knows what a change does to a file that is not whole. */
export function judgeOf(values: readonly Judged[], faulty: boolean): Judge {
  const judges = new Map<Judged, Judge>();
  const judgeFor = (one: Judged): Judge => {
    const known = judges.get(one) ?? one.judge();
    judges.set(one, known);
    return known;
  };
  return {
    get isTired() {
      return [...judges.values()].some(({ isTired }) => isTired);
    },
    holds(edits) {
      const inValues = new Map<Judged, TextEdit[]>();
      const inFile = new Map<Judged, TextEdit[]>();
      for (const edit of faulty ? [] : edits) {
        const one = values[firstWhere(values, ({ value }) => value.end >= edit.start)];
        const inWords = one && one.value.start <= edit.start ? inWordsOf(one.value, edit) : undefined;
        if (!one || !inWords) return false;
        inValues.set(one, [...(inValues.get(one) ?? []), inWords]);
        inFile.set(one, [...(inFile.get(one) ?? []), edit]);
      }
      return (
        !faulty &&
        [...inValues].every(
          ([one, own]) => (one.value.keeps?.(inFile.get(one) as TextEdit[]) ?? true) && judgeFor(one).holds(own),
        )
      );
    },
  };
}

/**
 * The same change of the value's words. Both ends stand where a word's unit begins, so what is written between them is read by itself,
 * as the file's parser reads it there. Nothing where it is no such change.
 */
function inWordsOf({ end, text, map, read }: Value, edit: TextEdit): TextEdit | undefined {
  const at = (offset: number): number | undefined => {
    if (offset === end) return text.length;
    const found = toProse(map, offset);
    return toFile(map, { start: found, end: found + 1 }).start === offset ? found : undefined;
  };
  const [start, to, words] = [at(edit.start), edit.end > end ? undefined : at(edit.end), read(edit.text)];
  return start === undefined || to === undefined || words === undefined ? undefined : { start, end: to, text: words };
}
