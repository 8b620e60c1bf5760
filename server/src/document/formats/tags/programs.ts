// Programs in a file of tags: templates and scripts that a server runs before anybody sees the page, hidden before its tags are read.
import { HIDDEN } from '../hidden';

const OPENING = /<\?(?:php|=)|<%|\{\{|\{%/g;
const closings: Readonly<Record<string, string>> = { '<?php': '?>', '<?=': '?>', '<%': '%>', '{{': '}}', '{%': '%}' };

/** As long as before. */
export function withoutPrograms(file: string): string {
  let out = '';
  let at = 0;
  const never = new Set<string>();
  OPENING.lastIndex = 0;
  for (let open = OPENING.exec(file); open; open = OPENING.exec(file)) {
    const closing = closings[open[0]] as string;
    const close = never.has(closing) ? -1 : file.indexOf(closing, open.index + open[0].length);
    if (close < 0) {
      never.add(closing);
      continue;
    }
    const end = close + closing.length;
    out += file.slice(at, open.index) + HIDDEN.repeat(end - open.index);
    at = end;
    OPENING.lastIndex = end;
  }
  return out + file.slice(at);
}
