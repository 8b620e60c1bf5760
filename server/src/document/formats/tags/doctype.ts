// The document type of an XML file: never fetched, never followed. What it declares is only known by name, so that nothing is put in its place.

/** As long as before, the declaration left blank, and the names of what it declares. */
export function withoutDoctype(file: string): { readonly seen: string; readonly declared: ReadonlySet<string> } {
  const declared = new Set<string>();
  const bare = file.startsWith('\ufeff') ? ` ${file.slice(1)}` : file;
  const at = /^(?:\s|<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->)*<!DOCTYPE(?=[\s>[])/i.exec(bare.slice(0, FARTHEST));
  if (!at) return { seen: bare, declared };
  const start = at[0].length - '<!DOCTYPE'.length;
  const end = endOfDoctype(bare, at[0].length);
  for (const [, name] of bare.slice(start, end).matchAll(/<!ENTITY\s{1,9}([^\s%&;]{1,80})\s/g))
    declared.add(name as string);
  return { seen: bare.slice(0, start) + ' '.repeat(end - start) + bare.slice(end), declared };
}

/** Units in which it begins. */
const FARTHEST = 20_000;

/** Behind the mark that ends it; marks in quotation marks, comments and brackets end nothing. */
function endOfDoctype(file: string, from: number): number {
  let depth = 0;
  for (let at = from; at < file.length; at++) {
    const unit = file.charAt(at);
    if (unit === '"' || unit === "'") {
      const close = file.indexOf(unit, at + 1);
      if (close < 0) return file.length;
      at = close;
    } else if (file.startsWith('<!--', at)) {
      const close = file.indexOf('-->', at + 4);
      if (close < 0) return file.length;
      at = close + 2;
    } else if (unit === '[') depth++;
    else if (unit === ']') depth--;
    else if (unit === '>' && depth <= 0) return at + 1;
  }
  return file.length;
}
