// The draft with the desk's marks in it, as CriticMarkup: an editor reads it like a page, and tools can accept or reject.
import type { Diagnostic } from '../engine/diagnostic';
import { unseenFix } from '../engine/unseen';
import { visible } from './escape';
import type { Report } from './report';

export function criticReport(): Report {
  let drafts = 0;
  return {
    draft({ path, text, diagnostics, problems }) {
      const notes = problems.map(({ message }) => note(message)).join('');
      // a lone draft comes back as it is; several are told apart
      const head = drafts++ ? `\n${note(path)}\n` : '';
      return head + notes + (notes ? '\n' : '') + marked(text, diagnostics);
    },
  };
}

interface Mark {
  readonly start: number;
  end: number;
  /** What a fix that is safe unseen puts there. */
  becomes: string | undefined;
  readonly notes: string[];
}

function marked(text: string, diagnostics: readonly Diagnostic[]): string {
  const marks: Mark[] = [];
  for (const d of diagnostics) {
    const mark = markFor(d);
    const before = marks.at(-1);
    // marks cannot cross: findings on overlapping words share one, which then promises no single fix
    if (before && mark.start < before.end) {
      before.end = Math.max(before.end, mark.end);
      before.becomes = undefined;
      before.notes.push(...mark.notes);
    } else marks.push(mark);
  }
  let out = '';
  let from = 0;
  for (const { start, end, becomes, notes } of marks) {
    out += text.slice(from, start) + around(text.slice(start, end), becomes) + notes.join('');
    from = end;
  }
  return out + text.slice(from);
}

function markFor({ start, end, rule, message, fixes }: Diagnostic): Mark {
  const edits = unseenFix({ fixes })?.edits;
  const edit = edits?.length === 1 ? edits[0] : undefined;
  const notes = [note(`${rule}: ${message}`)];
  if (!edit || edit.start > start || edit.end < end) return { start, end, becomes: undefined, notes };
  // a fix may take in white space beside the words
  return { start: edit.start, end: edit.end, becomes: edit.text, notes };
}

const around = (words: string, becomes: string | undefined): string =>
  becomes === undefined ? `{==${words}==}` : becomes ? `{~~${words}~>${becomes}~~}` : `{--${words}--}`;

/** A note must not end early, whatever the draft quotes. */
const note = (text: string): string => `{>>${visible(text).replaceAll('<<}', '<< }')}<<}`;
