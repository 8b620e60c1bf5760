// A file that is read by its marks, for tests of where what is read stands in it.
import { proseBuilder, type SourceMap } from '../../server/src/text/source-map';

/** "The &eacute;t&eacute; port" and its like: text in braces is a code, `{eacute=é}`; in brackets what nobody reads, `[<b>]`. */
export function read(marked: string): { readonly file: string; readonly prose: string; readonly map: SourceMap } {
  const pieces = [...marked.matchAll(/\{(.*?)=(.*?)\}|\[(.*?)\]|[^{[]+/g)];
  const written = pieces.map(([all, code, , left]) => code ?? left ?? all);
  const file = written.join('');
  const builder = proseBuilder(file);
  let at = 0;
  for (const [i, [, code, meant = '', left]] of pieces.entries()) {
    const end = at + (written[i] as string).length;
    if (code !== undefined) builder.decoded(at, end, meant);
    else if (left === undefined) builder.copy(at, end);
    at = end;
  }
  return { file, ...builder.build() };
}
