// Fingerprints: what a service that compares two runs knows a finding by, though lines have moved.
import { sentenceHash, whatIsAsked } from '../engine/clearances';
import type { Diagnostic } from '../engine/diagnostic';
import type { Linted } from './report';

/** Characters on either side of the marked words in which the ends of their sentence are looked for. */
const NEAR = 300;

/** The sentence round the words, roughly: edits before and behind it leave it as it is. */
function around(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const from = Math.max(...['. ', '? ', '! ', '\n', '\r'].map((mark) => before.lastIndexOf(mark)));
  const to = after.search(/[.?!\n\r]/);
  return before.slice(from + 1) + text.slice(start, end) + (to < 0 ? after : after.slice(0, to));
}

/** One for each finding of a draft, in their order, all different: from path, rule, class and the words around. */
export function fingerprintsOf({ path, text, diagnostics }: Linted): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((d: Diagnostic) => {
    const base = sentenceHash(
      [path, whatIsAsked(d.rule, d.class).replace('\0', ' '), around(text, d.start, d.end)].join(' '),
    );
    const nth = seen.get(base) ?? 0;
    seen.set(base, nth + 1);
    return nth ? `${base}-${nth}` : base;
  });
}
