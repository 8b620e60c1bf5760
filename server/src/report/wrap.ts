// Lines of a width: how many columns a text takes on a terminal, and where it breaks.

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns on a terminal: East Asian characters take two, combining marks none. */
export function columns(text: string): number {
  let sum = 0;
  for (const c of text) sum += c < '\u0080' ? 1 : columnsOf(c);
  return sum;
}

const columnsOf = (c: string): number => (/\p{M}|\p{Cf}/u.test(c) ? 0 : WIDE.test(c) || c.length > 1 ? 2 : 1);

export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}
