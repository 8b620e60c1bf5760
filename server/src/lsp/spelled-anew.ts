// Names spelled anew, as a workspace edit: in one draft or in many. What stands inside quotation marks is somebody else's words: it
// is changed only where a person can be asked for each.
import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { blockAt, tokensOf } from '../analysis/names/called-tokens';
import type { CalledName } from '../analysis/names/called';
import type { EntityMention } from '../analysis/names/entities';
import { endingFor } from '../analysis/names/endings';
import { leftBehind } from '../analysis/names/left-behind';
import { isFirmAt } from '../analysis/names/firm-meant';
import { isFullName } from '../analysis/names/people';
import { editsOf, renaming } from '../analysis/names/rename';
import { articlesAlong } from '../analysis/slips/articles-along';
import { opensSentence, type Story } from '../document/story';
import { tellsOfNames } from '../engine/told-of-spelling';
import { placerOf } from '../engine/placing';
import { lineIndex } from '../text/line-index';
import { indexAt, type Span } from '../text/span';
import { toEdit } from './convert';
import { typedIn } from './name-at';
import type { Session } from './session';
import { counted, later, t } from './words';

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
  /** Mentions that stay because nothing says for certain what they become, or whose they are. As they are written. */
  readonly left: readonly string[];
  /** Why what was typed is no spelling of the name, where it is none. */
  readonly fault?: string;
}

/** What makes every mention of the name follow the one that was chosen and becomes `to`; a mention changes whole or not. @param adds see {@link renaming}. */
export function renamingEdits(
  { story, text }: { readonly story: Story; readonly text: string },
  called: CalledName,
  chosen: EntityMention,
  to: string,
  adds = true,
): Renamed {
  const { mentions, maybe, type } = called;
  const lines = lineIndex(text);
  const placer = placerOf(story, text);
  const typed = (mention: EntityMention): string => typedIn({ story, text }, mention);
  const isPerson = (type !== 'organisation' && type !== 'term') || mentions.some((one) => isFullName(one.text));
  const anew = renaming(typed(chosen), to, mentions.map(typed), isPerson, adds);
  let kept = 0;
  const left: string[] = [];
  const edits = mentions.flatMap((mention) => {
    const now = anew.of(typed(mention), opensSentence(story, mention.start));
    if (now === typed(mention)) return [];
    // who renames has chosen that one; who spells the drafts of a folder anew has seen none of another's
    if (now === undefined || (mention.unsure && !(adds && mention.start === chosen.start))) {
      left.push(typed(mention));
      return [];
    }
    const name = fitted(story, mention, now);
    if (!adds && isLeftUnseen(story, mention, name)) {
      left.push(typed(mention));
      return [];
    }
    const ending = endingFor(story.prose, mention, name, ownsThere(story, mention));
    const own = [...editsOf(mention, mention.text, name, typed(mention)), ...(ending ? [ending] : [])];
    const along = articlesAlong(story, own);
    // who spells another's draft anew does not see the "a" before it
    if (!adds && !along.sure) {
      left.push(typed(mention));
      return [];
    }
    const placed = placer.place(along.edits);
    if (!placed) kept++;
    return (placed ?? []).map((edit) => ({ edit: toEdit(lines, edit), quoted: mention.quoted }));
  });
  for (const mention of maybe) {
    const now = anew.of(typed(mention), opensSentence(story, mention.start));
    if (now !== undefined && now !== typed(mention)) left.push(typed(mention));
  }
  for (const place of leftBehind(story, called, anew.changed)) left.push(typedIn({ story, text }, place));
  return { edits, kept, left, ...(anew.fault !== undefined && { fault: anew.fault }) };
}

/** Where a fix of the desk's would ask as well: "Orsk, formerly Orsq", "Vera Orsk's beer", "Vera Orsk & Co." */
function isLeftUnseen(story: Story, { start, end }: Span, text: string): boolean {
  if (tellsOfNames(story, { start, end, text }, true)) return true;
  const block = blockAt(story, start);
  return block !== undefined && isFirmAt(story, block, ...tokensOf(block, { start, end }), true);
}

/** An apostrophe behind the mention is its own, and closes no quotation. */
function ownsThere({ blocks }: Story, { end }: Span): boolean {
  const block = blocks[indexAt(blocks, end)];
  return block !== undefined && !block.facts.quotations.some(({ inner }) => inner.end + block.start === end);
}

/** A sentence on the mentions that were left, or nothing. */
export const saysKept = ({ kept, left }: Pick<Renamed, 'kept' | 'left'>): string =>
  [saysMarked(kept), saysLeft(left)].filter(Boolean).join(' ');

const saysMarked = (kept: number): string =>
  kept === 0
    ? ''
    : counted(
        kept,
        'One place is left as it is: markup stands inside the name, or a link hangs on its letters.',
        '{0} places are left as they are: markup stands inside the name, or a link hangs on its letters.',
      );

function saysLeft(left: readonly string[]): string {
  const texts = [...new Set(left)];
  if (!texts.length) return '';
  const shown = texts.slice(0, MOST_TOLD).map((text) => `“${text}”`);
  const told = texts.length > MOST_TOLD ? t('{0} and others', shown.join(', ')) : shown.join(', ');
  return left.length === 1
    ? t('{0} is left: whether it should follow is not certain.', told)
    : t('{0} ({1} places) are left: whether they should follow is not certain.', told, left.length);
}

const MOST_TOLD = 3;

/** As it stands there: in capitals in a line of capitals, and without a stop of its own where one follows. */
function fitted({ blocks, prose }: Story, { start, end }: Span, name: string): string {
  const capitals = blocks[indexAt(blocks, start)]?.facts.allCaps ?? false;
  const stopped = name.endsWith('.') && prose[end] === '.' ? name.slice(0, -1) : name;
  return capitals ? stopped.toUpperCase() : stopped;
}

const QUOTED = 'quoted';
const ELSEWHERE = 'elsewhere';

const annotations: Readonly<Record<string, ChangeAnnotation & { readonly description: string }>> = {
  [QUOTED]: {
    label: later('Inside quotation marks'),
    needsConfirmation: true,
    description: later('Somebody else’s words'),
  },
  [ELSEWHERE]: {
    label: later('In the drafts of this folder'),
    needsConfirmation: true,
    description: later('Tick what is to be changed, then apply'),
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
  const changeAnnotations = Object.fromEntries(
    Object.entries(annotations).flatMap(([id, one]) =>
      used.has(id) ? [[id, { ...one, label: t(one.label), description: t(one.description) }]] : [],
    ),
  );
  return { documentChanges: changed, ...(used.size && { changeAnnotations }) };
}
