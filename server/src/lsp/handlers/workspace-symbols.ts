// Workspace symbols: the names in all drafts of the workspace, each in its preferred form. Nothing is read before somebody asks;
// what was read is kept, as names only, until its draft changes.
import { type CancellationToken, type Location, SymbolKind, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { SymbolInformation } from 'vscode-languageserver-types';
import { entitiesOf, introducedAs, type NameType } from '../../analysis/names/entities';
import { namesRecord } from '../../records/names';
import { lineIndex } from '../../text/line-index';
import { toFile } from '../../text/source-map';
import type { Span } from '../../text/span';
import { type AnyDraft, anyDraft } from '../any-draft';
import { toRange } from '../convert';
import { breathe, everyDraft } from '../every-draft';
import type { Session } from '../session';
import { counted } from '../words';

export interface WorkspaceNames {
  answer(params: WorkspaceSymbolParams, token: CancellationToken): Promise<SymbolInformation[]>;
  /** A document may hold other names; all may, where none is named. */
  changed(uri?: string): void;
}

/** Drafts whose names are kept at most: a desk's months, not an archive. */
const MOST_DRAFTS = 5000;

/** Symbols in one answer at most: nobody reads further, and every letter more asks again. */
const MOST_SYMBOLS = 500;

interface Found {
  readonly symbol: SymbolInformation;
  /** Every spelling, the preferred one first, and as each is looked for. */
  readonly spellings: readonly string[];
  readonly sought: readonly string[];
}

export function workspaceNames(session: Session): WorkspaceNames {
  const known = new Map<string, readonly Found[]>();
  let drafts: readonly string[] | undefined;
  /** How many there have been, of any draft. */
  let changes = 0;

  /** Each draft's names, read where they are not known. */
  async function* names(token: CancellationToken): AsyncGenerator<readonly Found[]> {
    // a client that tells of no changes on disk: look again whenever it asks
    if (!session.client.registersWatchers) {
      drafts = undefined;
      known.clear();
    }
    drafts ??= await listed(session, token);
    for (const uri of drafts ?? []) {
      if (token.isCancellationRequested) return;
      const before = known.get(uri);
      if (before) {
        yield before;
        continue;
      }
      const from = changes;
      const found = await namesIn(session, uri);
      // changed while it was read: the next who asks has it read again
      if (changes === from) known.set(uri, found);
      yield found;
      await breathe();
    }
  }

  return {
    changed(uri) {
      changes++;
      if (uri === undefined) known.clear();
      else known.delete(uri);
      if (uri === undefined || !drafts?.includes(uri)) drafts = undefined;
    },
    async answer({ query }, token) {
      const wanted = folded(query);
      const symbols: SymbolInformation[] = [];
      for await (const found of names(token)) {
        symbols.push(...found.flatMap((one) => named(one, wanted)));
        if (symbols.length >= MOST_SYMBOLS) break;
      }
      return symbols.slice(0, MOST_SYMBOLS);
    },
  };
}

/** Editors look for the letters in the name once more: a spelling that was asked for stands behind the preferred one. */
function named({ symbol, spellings, sought }: Found, wanted: string): SymbolInformation[] {
  const at = sought.findIndex((text) => text.includes(wanted));
  if (at < 0) return [];
  return [at === 0 ? symbol : { ...symbol, name: `${symbol.name} (${spellings[at]})` }];
}

/** Nothing where nobody waits any longer. */
async function listed(session: Session, token: CancellationToken): Promise<readonly string[] | undefined> {
  const uris: string[] = [];
  for await (const uri of everyDraft(session)) {
    if (token.isCancellationRequested) return undefined;
    if (!session.host.isSettingsFile(uri)) uris.push(uri);
    if (uris.length >= MOST_DRAFTS) break;
  }
  return uris;
}

async function namesIn(session: Session, uri: string): Promise<readonly Found[]> {
  const draft = await anyDraft(session, uri);
  return draft ? namesOf(draft) : [];
}

function namesOf({ uri, text, story, house }: AnyDraft): readonly Found[] {
  const lines = lineIndex(text);
  const place = (at: Span): Location => ({ uri, range: toRange(lines, toFile(story.map, at)) });
  const records = namesRecord(story, house).entities;
  return entitiesOf(story).flatMap((entity, i): Found[] => {
    const { mentions, type } = entity;
    const name = records[i]?.preferred;
    if (!name) return [];
    const spellings = [...new Set([name, ...mentions.map((mention) => mention.text)])];
    const containerName = `${type}, ${counted(mentions.length, 'once', '{0} times')}`;
    return [
      {
        symbol: { name, kind: kinds[type], location: place(introducedAs(entity)), containerName },
        spellings,
        sought: spellings.map(folded),
      },
    ];
  });
}

/** The protocol knows programs, not people: what comes near. */
const kinds: Readonly<Record<NameType, SymbolKind>> = {
  person: SymbolKind.Object,
  organisation: SymbolKind.Module,
  place: SymbolKind.Namespace,
  term: SymbolKind.Constant,
  other: SymbolKind.Variable,
};

/** Case and accents aside. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
