// The formats that drafts are written in: each by its name, what its files are called, what editors call it, and who reads it.
//
// The one place for these facts. A parser is loaded when the first draft of its format is met.
import type { Parser } from '../read';
import type { Problem } from '../story';
import { parsePlainText } from './plain-text';

export interface FormatRow {
  /** As a person calls it. */
  readonly name: string;
  /** Of its files; the first is what messages name. */
  readonly extensions: readonly string[];
  /** Identifiers of the language in editors, VS Code's own first. */
  readonly languages: readonly string[];
  /** Files of such a name may be anything: one is a draft where a person names it, or settings say so (`include`). */
  readonly onlyWhenNamed?: true;
  /** Most files of such a name are somebody's data: nobody is told that they are passed over. */
  readonly mostlyData?: true;
  /** A file says at its beginning which encoding it is in. */
  readonly declares?: true;
  /** Its files are no text: what makes one of them. They are read only, and nothing is written to them. */
  readonly textOf?: () => Promise<(bytes: Uint8Array, name: string) => string | Problem>;
  readonly parser: () => Parser | Promise<Parser>;
}

const rows = {
  text: {
    name: 'plain text',
    extensions: ['.txt'],
    languages: ['plaintext', 'text', 'txt', 'plain-text'],
    parser: () => parsePlainText,
  },
  'wire-copy': {
    name: 'wire copy',
    extensions: ['.wire', '.slug'],
    languages: ['wire-copy'],
    parser: () => parsePlainText,
  },
  markdown: {
    name: 'Markdown',
    extensions: ['.md', '.markdown', '.mdx'],
    languages: ['markdown', 'md', 'mdx'],
    parser: async () => (await import('./markdown')).parseMarkdown,
  },
  html: {
    name: 'HTML',
    extensions: ['.html', '.htm', '.xhtml'],
    languages: ['html'],
    onlyWhenNamed: true,
    declares: true,
    parser: async () => (await import('./tags/html')).parseHtml,
  },
  xml: {
    name: 'XML of a feed',
    extensions: ['.xml', '.nitf', '.newsml'],
    languages: ['xml'],
    onlyWhenNamed: true,
    declares: true,
    parser: async () => (await import('./tags/xml')).parseXml,
  },
  json: {
    name: 'JSON of a feed',
    extensions: ['.json', '.ninjs'],
    languages: ['json', 'jsonc'],
    onlyWhenNamed: true,
    mostlyData: true,
    parser: async () => (await import('./json/json')).parseJson,
  },
  archieml: {
    name: 'ArchieML',
    extensions: ['.aml', '.archieml'],
    languages: ['archieml'],
    onlyWhenNamed: true,
    parser: async () => (await import('./archieml/archieml')).parseArchie,
  },
  docx: {
    name: 'a Word file',
    extensions: ['.docx'],
    languages: [],
    onlyWhenNamed: true,
    parser: async () => (await import('./docx/lines')).parseWordLines,
    textOf: async () => (await import('./docx/text')).textOfWord,
  },
  // the same by their own names, for whoever sends stories: the outermost element decides
  nitf: { name: 'NITF', extensions: [], languages: [], parser: async () => (await import('./tags/xml')).parseXml },
  newsml: { name: 'NewsML', extensions: [], languages: [], parser: async () => (await import('./tags/xml')).parseXml },
  ninjs: { name: 'ninjs', extensions: [], languages: [], parser: async () => (await import('./json/json')).parseJson },
} as const satisfies Readonly<Record<string, FormatRow>>;

export type Format = keyof typeof rows;

export const formatTable: Readonly<Record<Format, FormatRow>> = rows;
export const formats = Object.keys(rows) as readonly Format[];

/** The format that a file of this name is written in, whether it is a draft or not; nothing where none is. */
export const formatOfName = (path: string): Format | undefined => byExtension.get(extensionOf(path));

/** The format of a document in this language of an editor. */
export const formatOfLanguage = (language: string): Format | undefined => byLanguage.get(language);

const byExtension = new Map(formats.flatMap((format) => formatTable[format].extensions.map((one) => [one, format])));
const byLanguage = new Map(formats.flatMap((format) => formatTable[format].languages.map((one) => [one, format])));

/** With its dot, in small letters; nothing where the name has none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot).toLowerCase();
}

// ---- what is not read ----------------------------------------------------------------------------------------------------

interface UnreadKind {
  readonly name: string;
  readonly how: string;
}

/** Kinds of files that newsrooms keep copy in and that are not read, each with how to make one that is. */
const unread: ReadonlyMap<string, UnreadKind> = new Map<string, UnreadKind>([
  ['.rtf', { name: 'a Rich Text file', how: 'save it as plain text' }],
  ['.doc', { name: 'an old Word file', how: 'save it as plain text' }],
  ['.odt', { name: 'an OpenDocument file', how: 'save it as plain text' }],
  ['.pdf', { name: 'a PDF', how: 'ask for the draft that it was made from' }],
  ['.pages', { name: 'a Pages file', how: 'export it as plain text' }],
]);

/** Why a file of this name, or with this beginning, is not read, and what to do: the sentence behind its name. */
export function whyUnread(path: string, beginning = ''): string | undefined {
  const kind = unread.get(extensionOf(path)) ?? unread.get(extensionMeant(beginning));
  if (!kind) return undefined;
  return `is ${kind.name}, which is not read. To have its words read, ${kind.how}.`;
}

/** By the first characters, for a file under another name. */
const extensionMeant = (beginning: string): string =>
  beginning.startsWith('{\\rtf') ? '.rtf' : beginning.startsWith('%PDF-') ? '.pdf' : '';
