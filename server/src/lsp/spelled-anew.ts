// Names spelled anew, as a workspace edit: in one draft or in many. What stands inside quotation marks is somebody else's words: it
// is changed only where a person can be asked for each.
import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { NamedEntity } from '../analysis/names/entities';
import { wordsOfName } from '../analysis/names/name-words';
import { editsOf, renamed } from '../analysis/names/rename';
import { opensSentence, type Story } from '../document/story';
import { placerOf } from '../engine/placing';
import { lineIndex } from '../text/line-index';
import { indexAt, type Span } from '../text/span';
import { toEdit } from './convert';
import { typedIn } from './name-at';
import type { Session } from './session';

/** An edit, and whether it is inside quotation marks. */
export interface RenamingEdit {
  readonly edit: TextEdit;
  readonly quoted: boolean;
}

export interface DraftEdits {
  readonly uri: string;
  /** Of an open document; null where it is read from disk. */
  readonly version: number | null;
  readonly edits: readonly RenamingEdit[];
}

/** A name spelled anew in one draft. */
export interface Renamed {
  readonly edits: readonly RenamingEdit[];
  /** How many mentions stay as they are: markup of the file stands inside them, or something hangs on their letters. */
  readonly kept: number;
}

/** What makes every mention of the name follow the one that is written `chosen` and becomes `to`; a mention changes whole or not. */
export function renamingEdits(
  { story, text }: { readonly story: Story; readonly text: string },
  { mentions }: NamedEntity,
  chosen: string,
  to: string,
): Renamed {
  const lines = lineIndex(text);
  const placer = placerOf(story, text);
  const written = mentions.map((mention) => typedIn({ story, text }, mention));
  const full = written.reduce((a, b) => (wordsOfName(b).length > wordsOfName(a).length ? b : a), chosen);
  let kept = 0;
  const edits = mentions.flatMap((mention, i) => {
    const typed = written[i] as string;
    const now = renamed(typed, chosen, to, opensSentence(story, mention.start), full);
    if (now === undefined) return [];
    const placed = placer.place(editsOf(mention, mention.text, fitted(story, mention, now), typed));
    if (!placed) kept++;
    return (placed ?? []).map((edit) => ({ edit: toEdit(lines, edit), quoted: mention.quoted }));
  });
  return { edits, kept };
}

/** A sentence on the mentions that were left, or nothing. */
export const saysKept = (kept: number): string =>
  kept === 0
    ? ''
    : kept === 1
      ? 'One place is left as it is: markup stands inside the name, or a link hangs on its letters.'
      : `${kept} places are left as they are: markup stands inside the name, or a link hangs on its letters.`;

/** As it stands there: in capitals in a line of capitals, and without a stop of its own where one follows. */
function fitted({ blocks, prose }: Story, { start, end }: Span, name: string): string {
  const capitals = blocks[indexAt(blocks, start)]?.facts.allCaps ?? false;
  const stopped = name.endsWith('.') && prose[end] === '.' ? name.slice(0, -1) : name;
  return capitals ? stopped.toUpperCase() : stopped;
}

const QUOTED = 'quoted';
const ELSEWHERE = 'elsewhere';

const annotations: Readonly<Record<string, ChangeAnnotation>> = {
  [QUOTED]: { label: 'Inside quotation marks', needsConfirmation: true, description: 'Somebody else’s words' },
  [ELSEWHERE]: {
    label: 'In the drafts of this folder',
    needsConfirmation: true,
    description: 'Tick what is to be changed, then apply',
  },
};

/** @param preview a person is to look at every change first, where the client can show them. */
export function spelledAnew({ client }: Session, drafts: readonly DraftEdits[], preview = false): WorkspaceEdit {
  const asks = client.annotatesEdits;
  const used = new Set<string>();
  const annotated = ({ edit, quoted }: RenamingEdit): (TextEdit | AnnotatedTextEdit)[] => {
    const annotationId = quoted ? QUOTED : preview ? ELSEWHERE : undefined;
    if (!asks || annotationId === undefined) return quoted ? [] : [edit];
    used.add(annotationId);
    return [{ ...edit, annotationId }];
  };
  const changed = drafts
    .map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits: edits.flatMap(annotated) }))
    .filter(({ edits }, _, all) => edits.length > 0 || all.length === 1);
  if (!client.versionsEdits)
    return { changes: Object.fromEntries(changed.map(({ textDocument: { uri }, edits }) => [uri, edits])) };
  const changeAnnotations = Object.fromEntries([...used].map((id) => [id, annotations[id] as ChangeAnnotation]));
  return { documentChanges: changed, ...(used.size && { changeAnnotations }) };
}
