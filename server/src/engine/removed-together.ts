// Whether two removals may be made together. Each alone may leave a word, or a line between two blocks, where both together leave
// none. This is the one place that decides it, for `--fix`, for bulk actions of an editor, for the library.
import type { MarkupNode } from '../document/markup';
import type { Story } from '../document/story';
import { collide, type TextEdit } from '../text/edit';
import { byPosition, firstWhere, isEmpty, trim } from '../text/span';

/** @returns a question to ask of placed fixes in the order of their places: can this one be made with those accepted before? */
export function removedTogether({ markup, prose }: Story): (edits: readonly TextEdit[]) => boolean {
  if (!markup) return () => true;
  // where checking takes too long (`isTired`), a removal is judged as if it were the only one
  const judge = markup.judge();
  let run: (readonly TextEdit[])[] = [];
  return (edits) => {
    if (!edits.every(({ text }) => text === '')) return true;
    const taken = run.flat();
    const last = taken.at(-1);
    const next = edits[0];
    if (taken.some((one) => edits.some((edit) => collide(one, edit)))) return false;
    if (!last || !next || next.start < last.end || wordsStay(prose, markup.texts, last.end, next.start)) run = [];
    else if (!judge.holds([...taken, ...edits].sort(byPosition)) && !judge.isTired) return false;
    run = [...run, edits].slice(-MOST_TOGETHER);
    return true;
  };
}

/** How many of the fixes before are looked at. */
const MOST_TOGETHER = 6;

/** True where a whole text stands between the two places, and is more than white space. */
function wordsStay(prose: string, texts: readonly MarkupNode[], from: number, to: number): boolean {
  for (let i = firstWhere(texts, ({ start }) => start >= from); i < texts.length; i++) {
    const node = texts[i] as MarkupNode;
    if (node.end > to) return false;
    if (!isEmpty(trim(prose, node.prose))) return true;
  }
  return false;
}
