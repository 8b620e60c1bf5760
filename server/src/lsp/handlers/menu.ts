// The menu under a finding: what can be done about it in the order of a desk's thoughts: put it right or leave a gap, spell it so
// elsewhere, clear it, say who said so, clear it in the draft, keep the question away, read why it is asked. Where the client can go
// on asking, each of these is one entry, and one finding has six at most; no entry names a speaker, and none states a fact.
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { nameIn } from '../name-at';
import type { OpenDraft } from '../open-drafts';
import { type Choice, type Choose, chooseCommand } from '../protocol/choices';
import type { Reading } from '../reading';
import type { Session } from '../session';
import type { Here } from './code-actions';
import { type Clearing, reasonsForAllLike, reasonsHere } from './clear-or-turn-off';
import { t } from '../words';

/** What there is to be done, kind by kind, as a client that asks no further is given it. */
export interface Parts {
  /** What puts a finding right or leaves a gap, and names nobody. */
  readonly fixes: readonly CodeAction[];
  /** All of a rule. */
  readonly all: readonly CodeAction[];
  /** A name's spelling: all of it here, in the folder, for good. */
  readonly names: readonly CodeAction[];
  readonly clearings: readonly CodeAction[];
  readonly speakers: readonly CodeAction[];
  readonly comments: readonly CodeAction[];
  readonly quiet: readonly CodeAction[];
  readonly manuals: readonly CodeAction[];
}

/** As many entries as one finding has at most. */
const MOST = 6;

export function menuOf(
  session: Session,
  draft: OpenDraft,
  reading: Reading,
  here: readonly Here[],
  parts: Parts,
): CodeAction[] {
  const { fixes, all, names, clearings, speakers, comments, quiet, manuals } = parts;
  if (session.client.options.choices !== true)
    return [fixes, all, names, clearings, speakers, comments, quiet, manuals].flat();
  const ask = bundler(draft, here);
  const clear = clearingOf(reading, here);
  const entries = {
    fixes: [...fixes],
    others: [] as CodeAction[],
    // one that stands alone says more than a question
    spelling:
      all.length + names.length > 1
        ? ask('spelling', isOnName(reading, here) ? t('Spell this name…') : t('Spell this word…'), [...all, ...names])
        : [...all, ...names],
    clear: ask('clear', t('Clear this…'), clear),
    speakers: ask('speaker', t('Said by…'), speakers),
    comments:
      comments.length > 1 ? ask('comment', t('Clear this with a comment in the draft…'), comments) : [...comments],
    quiet: ask('off', t('Turn off…'), quiet),
    manuals: manuals.length > 1 ? ask('manual', t('Read why a desk asks…'), manuals) : [...manuals],
  };
  const count = (): number => Object.values(entries).flat().length;
  if (here.length < 2 && count() > MOST && entries.fixes.length > 1) {
    entries.others = ask('fix', t('Put it right otherwise…'), entries.fixes.slice(1));
    entries.fixes = entries.fixes.slice(0, 1);
  }
  if (here.length < 2 && count() > MOST) {
    entries.clear = ask('clear', t('Clear this…'), [...clear, ...comments]);
    entries.comments = [];
  }
  return Object.values(entries).flat();
}

/** And on no other word that has two spellings. */
const isOnName = (reading: Reading, here: readonly Here[]): boolean =>
  here.some(({ shown }) => nameIn(reading, shown.range.start));

type Chosen = CodeAction | Choice;

/** Each finding's own reasons, then all like it. */
const clearingOf = (reading: Reading, here: readonly Here[]): Chosen[] =>
  here.flatMap((one): Chosen[] => {
    const like = reasonsForAllLike(reading, one);
    const { rule, message } = one.finding;
    const group = here.length > 1 ? { group: `${rule}: ${message}` } : {};
    const reasons = reasonsHere(reading, one).map((clearing): Choice => ({ ...reasonOf(clearing), ...group }));
    if (!like) return reasons;
    return [...reasons, { label: like.label, ...group, choices: like.clearings.map(reasonOf) }];
  });

/** Makes one entry of several; none of none. */
function bundler({ uri, version }: OpenDraft, here: readonly Here[]) {
  const diagnostics = here.map(({ shown }) => shown);
  const about = here.length === 1 ? here[0]?.finding.message : undefined;
  return (kind: Choose['kind'], title: string, actions: readonly Chosen[]): CodeAction[] => {
    if (!actions.length) return [];
    const choices = actions.map((one) => ('title' in one ? choiceOf(one) : one));
    const argument: Choose = { kind, uri, version, title: title.replace('…', ''), ...(about && { about }), choices };
    const command = { title, command: chooseCommand, arguments: [argument] };
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command }];
  };
}

function choiceOf({ title, edit, command }: CodeAction): Choice {
  const done = command && { command: command.command, arguments: command.arguments ?? [] };
  return { label: title, ...(edit && { edit }), ...(done && { command: done }) };
}

/** Below "Clear this…" the reason is enough. */
const reasonOf = ({ label, action }: Clearing): Choice => ({ ...choiceOf(action), label });
