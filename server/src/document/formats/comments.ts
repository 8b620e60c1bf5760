// Comments in the draft that speak to Copydesk: an editor says there that a rule's findings are fine.
//
//   <!-- copydesk-ignore late-attribution vague-source -->   these rules are silent from here on (none named: all rules)
//   <!-- copydesk-ignore-end -->                             … up to here; with rules named, only those speak again
//   <!-- copydesk-ignore-next placeholder -->                these rules are silent on the next paragraph
//
// In Markdown a comment may stand anywhere in the text, in plain text and wire copy on a line of its own. It is no part of
// the prose. A comment that asks for something else, or does nothing, is told of in a note; so is one that nothing ends and that
// keeps something from being said, for whoever reads the findings would take the rest of the draft for clean.
import type { Span } from '../../text/span';
import type { Clearing, Problem } from '../story';

const COMMENT = /^<!--\s*copydesk-([a-z-]+)((?:[\s,]+[a-z][a-z-]*)*)[\s,]*-->$/;

/** The comments in `text` that are meant for Copydesk, well formed or not; each from `<!--` to `-->`. Offsets into `text`. */
export function* commentsIn(text: string): Iterable<Span> {
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) return;
    const end = close + 3;
    if (/^<!--\s*copydesk-/.test(text.slice(start, Math.min(end, start + 40)))) yield { start, end };
    start = text.indexOf('<!--', end);
  }
}

export interface Comments {
  /**
   * @param comment from `<!--` to `-->`.
   * @param at prose offset where it stands.
   * @param line from 1, for a problem.
   */
  add(comment: string, at: number, line: number): void;
  /** Call with each paragraph once its end is known. Prose offsets. */
  paragraph(start: number, end: number): void;
  /** @param end of the prose. */
  finish(end: number): { readonly cleared: readonly Clearing[]; readonly problems: readonly Problem[] };
}

interface Opened {
  readonly start: number;
  readonly rules: readonly string[];
  readonly line: number;
}

export function readComments(): Comments {
  const cleared: Clearing[] = [];
  const problems: Problem[] = [];
  let open: Opened[] = [];
  let next: Opened[] = [];
  const note = (line: number, message: string): void =>
    void problems.push({ code: USELESS_COMMENT, line, severity: 'note', message });
  const close = (rules: readonly string[], end: number, unended?: true): void => {
    const still: Opened[] = [];
    for (const { start, rules: silent, line } of open) {
      const speaks = rules.length ? silent.filter((id) => rules.includes(id)) : silent;
      if (speaks.length || !rules.length)
        cleared.push({ start, end, rules: speaks, line, ...(unended && { unended }) });
      const rest = rules.length ? silent.filter((id) => !rules.includes(id)) : [];
      if (rest.length || (rules.length && !silent.length)) still.push({ start, rules: rest, line });
    }
    open = still;
  };
  return {
    add(comment, at, line) {
      if (!/--!?>$/.test(comment)) {
        problems.push(unclosedComment(line));
        return;
      }
      const [, directive, names] = COMMENT.exec(comment) ?? [];
      const rules = names?.split(/[\s,]+/).filter(Boolean) ?? [];
      if (directive === 'ignore') open.push({ start: at, rules, line });
      else if (directive === 'ignore-end') {
        if (!open.length)
          note(line, `The comment on line ${line} ends nothing: no copydesk-ignore stands open above it.`);
        close(rules, at);
      } else if (directive === 'ignore-next') next.push({ start: at, rules, line });
      else problems.push({ code: 'unknown-comment', line, severity: 'note', message: `${UNKNOWN} (line ${line}).` });
    },
    paragraph(start, end) {
      for (const { start: at, rules, line } of next) {
        cleared.push({ start, end, rules, line });
        if (at > start)
          note(
            line,
            `The comment on line ${line} stands inside a paragraph and silences that one, not the next: for the next, put it on a line of its own between the two.`,
          );
      }
      next = [];
    },
    finish(end) {
      close([], end, true);
      for (const { line } of next)
        note(line, `The comment on line ${line} silences nothing: no paragraph stands below it.`);
      return { cleared, problems };
    },
  };
}

/** A comment that swallows what stands below it, in a page. @param line from 1. */
export const unclosedComment = (line: number): Problem => ({
  code: 'unclosed-comment',
  line,
  severity: 'note',
  message: `The comment that opens on line ${line} is never closed, so what stands below it was not read, and no reader of the page will see it. Put --> where it ends.`,
});

/** What every comment to Copydesk holds. */
export const ADDRESSED = 'copydesk-ignore';

/** A comment that does nothing, or not what its writer may think. */
export const USELESS_COMMENT = 'useless-comment';

const UNKNOWN =
  'This comment asks Copydesk for something it does not know; it reads copydesk-ignore, copydesk-ignore-next and copydesk-ignore-end, each with rule ids behind it or none';
