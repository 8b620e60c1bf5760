// Maps an edit of the prose to the file. All fixes and new spellings of names go this way, in every format, for every client.
//
// An edit is made in one of two ways. It lies wholly in one text of the file ("teh" in `<b>teh</b>`), or it takes words out with all
// markup that would be left empty (`<b>Endi</b>` as a whole). Otherwise it is withheld, and its finding stays without that fix.
import type { Block, Story } from '../document/story';
import { OBJECT } from '../document/formats/hidden';
import type { Judge } from '../document/markup';
import { isInProse } from '../document/segment/in-prose';
import { collide, type TextEdit } from '../text/edit';
import { seen } from '../text/letters';
import { endInFile, isExact, type Run, toFile } from '../text/source-map';
import { byPosition, firstWhere, type Span, trim } from '../text/span';
import { removedTogether } from './removed-together';
import { type Copy, isAmong, takesLink, waysOf } from './whole-nodes';

export interface Placer {
  /** The edits of one fix in the file's offsets; undefined where one of them cannot be made. */
  place(edits: readonly TextEdit[]): readonly TextEdit[] | undefined;
  /** Whether edits in the file's own offsets stand among its words and leave its markup as it is. */
  keepsMarkup(edits: readonly TextEdit[]): boolean;
  /**
   * Whether a fix, placed, can be made unseen together with those taken before it. One that cannot waits until the others are made.
   */
  takesWith(edits: readonly TextEdit[]): boolean;
  /** Whether a fix, placed, takes a link out whole. */
  takesLink(edits: readonly TextEdit[]): boolean;
  /** Whether all that edits of the prose put in stands among words of copy, and nowhere that a program may read it. */
  isInProse(edits: readonly TextEdit[]): boolean;
  /** A fix was withheld because too much would have had to be read. */
  readonly isTired: boolean;
}

/** Makes a placer for one answer about a story. @param file the text that the story was read from. */
export function placerOf(story: Story, file: string): Placer {
  const judge = story.markup?.judge();
  return {
    place: (edits) =>
      edits.every((edit) => leavesObjects(story, edit) && leavesPairs(story, edit))
        ? placed(story, file, judge, edits)
        : undefined,
    keepsMarkup: (edits) =>
      !story.markup || edits.every((edit) => isAmong(story.markup?.texts ?? [], edit) && judge?.holds([edit])),
    takesWith: removedTogether(story),
    takesLink: (edits) => takesLink(story.markup?.texts ?? [], file, edits),
    isInProse: (edits) =>
      edits.every((edit) => !isInDoubt(story, edit) && (edit.text === '' || isAmongCopy(story, edit))),
    get isTired() {
      return judge?.isTired ?? false;
    },
  };
}

function placed(
  story: Story,
  file: string,
  judge: Judge | undefined,
  edits: readonly TextEdit[],
): TextEdit[] | undefined {
  const { markup } = story;
  if (!markup || !judge) {
    const inFile = edits.map((edit) => inPlainFile(story, file, edit));
    return inFile.every((edit) => edit !== undefined) ? inFile : undefined;
  }
  const chosen: TextEdit[] = [];
  for (const edit of edits) {
    // the first way that holds beside those chosen before
    const way = waysOf(story, markup.texts, edit).find(
      (one) => !chosen.some((other) => collide(other, one)) && judge.holds([...chosen, one].sort(byPosition)),
    );
    if (!way) return undefined;
    chosen.push(way);
  }
  return chosen;
}

// ---- plain text ----------------------------------------------------------------------------------------------------------

/**
 * The edit in a file without markup. Pasted rows and comments, which are not part of the prose, stay in the file: a removal then takes
 * its own words alone.
 */
function inPlainFile({ map, prose }: Copy, file: string, edit: TextEdit): TextEdit | undefined {
  const words = edit.text === '' ? [edit, { ...trim(prose, edit), text: '' }] : [edit];
  for (const one of words) {
    if (!isExact(map, one)) continue;
    const { start, end } = toFile(map, one);
    if (takesProseOnly(map, file, { start, end })) return { start, end, text: edit.text };
  }
  return undefined;
}

/** True where nothing but white space and what nobody sees stands in the file between what is mapped. */
function takesProseOnly({ runs }: Copy['map'], file: string, { start, end }: Span): boolean {
  let from = start;
  for (let i = firstWhere(runs, (run) => endInFile(run) > start); i < runs.length; i++) {
    const run = runs[i] as Run;
    if (run.file >= end) break;
    if (run.file > from && seen(file.slice(from, run.file))) return false;
    from = Math.max(from, endInFile(run));
  }
  return from >= end || !seen(file.slice(from, end));
}

/** Whether a place touches a line that a program may read. */
const isInDoubt = ({ doubtful }: Story, { start, end }: Span): boolean => {
  const line = doubtful[firstWhere(doubtful, (one) => one.end > start)];
  return line !== undefined && line.start < Math.max(end, start + 1);
};

function isAmongCopy({ blocks, prose }: Story, { start, end, text }: TextEdit): boolean {
  const block = blocks[firstWhere(blocks, (one) => one.end >= start)];
  if (!block || block.start > start || end > block.end) return true;
  const base = block.start;
  return isInProse(prose.slice(base, block.end), { start: start - base, end: end - base }, text);
}

// ---- marks that pair -----------------------------------------------------------------------------------------------------

/** `Endi**` is half of what a paragraph before it opened: what is taken out leaves no mark of emphasis without its partner. */
function leavesPairs({ prose }: Copy, { start, end, text }: TextEdit): boolean {
  const words = text === '' ? prose.slice(start, end).trim() : '';
  const mark = (/^(\*{1,3}|_{1,3})[^\s*_][^*_]*$/.exec(words) ?? /^[^*_]*[^\s*_](\*{1,3}|_{1,3})$/.exec(words))?.[1];
  return mark === undefined || (prose.slice(0, start) + prose.slice(end)).split(mark).length % 2 === 1;
}

// ---- what is no prose ----------------------------------------------------------------------------------------------------

/** An address, or a template, code, a formula in a sentence, is never changed. An address may go with all that is taken out. */
function leavesObjects({ blocks, prose, markup }: Story, edit: TextEdit): boolean {
  if (prose.slice(edit.start, edit.end).includes(OBJECT)) return false;
  const form = markup?.named[firstWhere(markup.named, ({ end }) => end > edit.start)];
  if (form && form.start < edit.end && !(edit.text === '' && edit.start <= form.start && form.end <= edit.end))
    return false;
  for (let i = firstWhere(blocks, ({ end }) => end >= edit.start); i < blocks.length; i++) {
    const { start: base, facts } = blocks[i] as Block;
    if (base > edit.end) break;
    for (const { start, end } of facts.opaque) {
      const [from, to] = [base + start, base + end];
      const touches = edit.start < to && from < edit.end;
      if (touches && !(edit.text === '' && edit.start <= from && to <= edit.end)) return false;
    }
  }
  return true;
}
