// Which parser reads a format. What a plain draft does not need is loaded when the first draft asks for it.
import type { Format } from '../draft';
import type { Parser } from '../read';
import { formatTable } from './table';

export async function parserFor(format: Format): Promise<Parser> {
  return formatTable[format].parser();
}
