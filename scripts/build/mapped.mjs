// Code with its source map, through each step of a build. Without maps the steps are the same and `map` is nothing: maps are made for a
// release, so that the stacks that come from it can be read (`scripts/decode-stack.mjs`), and are not shipped.
import path from 'node:path';
import remapping from '@jridgewell/remapping';
import { transform } from 'esbuild';
import MagicString from 'magic-string';

/** The option of a build or a step whose map is wanted, or none. */
export const asked = (maps) => ({ sourcemap: maps ? 'external' : false });

/** @param outputFiles of a build that writes nothing. @returns its programs by their names, { code, map }. */
export function programsOf(outputFiles) {
  const texts = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
  return new Map(
    [...texts]
      .filter(([name]) => !name.endsWith('.map'))
      .map(([name, code]) => [name, { code, map: texts.get(`${name}.map`) }]),
  );
}

/** What esbuild makes of it. */
export async function transformed({ code, map }, options) {
  const made = await transform(withMap({ code, map }), { ...options, ...asked(map) });
  return { code: made.code, map: map && made.map };
}

/** The code with its map inside, as esbuild reads one. */
export const withMap = ({ code, map }) =>
  map ? `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(map).toString('base64')}\n` : code;

/** `String.replace`. */
export function replaced({ code, map }, pattern, by) {
  if (!map) return { code: code.replace(pattern, by), map };
  const changed = new MagicString(code).replace(pattern, by);
  return {
    code: changed.toString(),
    map: String(remapping([changed.generateMap({ hires: 'boundary' }), map], () => null)),
  };
}

/** One file of several, with text of its own between them. @param parts strings and { code, map }. */
export function joinedOf(parts) {
  let [code, line, column] = ['', 0, 0];
  const sections = [];
  for (const part of parts) {
    const text = typeof part === 'string' ? part : part.code;
    if (part.map) sections.push({ offset: { line, column }, map: JSON.parse(part.map) });
    const lines = text.split('\n');
    line += lines.length - 1;
    column = lines.length > 1 ? lines.at(-1).length : column + text.length;
    code += text;
  }
  return { code, map: sections.length ? JSON.stringify({ version: 3, sections }) : undefined };
}
