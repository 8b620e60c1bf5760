// What kind of file lies there, by its beginning: for files whose name says too little, such as an XML file.
import { decodeAs, encodingOf } from '../document/encoding';
import { type Format, formatOfName } from '../document/formats/table';
import { readHead } from './regular-file';

/** Bytes that a file's outermost element stands in, declarations and a licence before it. */
const HEAD = 1 << 16;

/** True where a program wrote there what it has to say of other files: a report of ours or of another linter, which is nobody's draft. */
export const isReport = async (file: string): Promise<boolean> => (await kindByBeginning(file)) === 'report';

/** `other` where no story would be read in it, were it named. Nothing where the name says enough, or where it cannot be looked into. */
export async function kindByBeginning(file: string): Promise<'story' | 'report' | 'other' | undefined> {
  const format = formatOfName(file);
  if (!format || !beginsWithTags.has(format)) return undefined;
  const head = readHead(file, HEAD);
  if (!head) return undefined;
  const encoding = encodingOf(head, true);
  const text = (encoding && decodeAs(head, encoding)) ?? head.toString('utf8');
  const { kindOfPage, kindOfXml } = await import('../document/formats/tags/outermost');
  return format === 'xml' ? kindOfXml(text) : kindOfPage(text);
}

const beginsWithTags: ReadonlySet<Format> = new Set(['html', 'xml'] as const);
