// The record of `copydesk sources`: who says what, sentence by sentence, in the file's offsets.
import { type Problem, type Story, sentencesOf } from '../document/story';
import { toFile } from '../text/source-map';
import type { Span } from '../text/span';

/** A contract: fields may be added, never changed. Offsets in UTF-16 units from 0 into the file's text. */
export interface SourcesRecord {
  readonly sentences: readonly SentenceRecord[];
  readonly sources: readonly SourceRecord[];
  readonly problems: readonly Problem[];
}

export interface SentenceRecord extends Span {
  /** Index of its block in the story. */
  readonly block: number;
  /** A cue or a quotation stands in the sentence itself. */
  readonly attributed: boolean;
  readonly attributions: readonly AttributionRecord[];
  /** An earlier attribution still holds. */
  readonly coveredBy?: { readonly sentence: number; readonly why: string };
  readonly claims: readonly ClaimRecord[];
}

export interface AttributionRecord {
  readonly type: 'direct' | 'indirect' | 'mixed' | 'document' | 'act' | 'attitude';
  readonly source: (Span & { readonly name: string }) | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
}

export interface ClaimRecord extends Span {
  readonly class: string;
  readonly status: 'sourced' | 'unsourced' | 'exempt';
  /** Who it is sourced to, or the exit's name: a silence can be explained too. */
  readonly why: string;
}

export interface SourceRecord {
  readonly name: string;
  readonly kind: 'named' | 'anonymous' | 'vague' | 'document' | 'media';
  readonly sentences: readonly number[];
}

export function sourcesRecord(story: Story): SourcesRecord {
  const sentences = sentencesOf(story).map(({ start, end, block }) => {
    const base = story.blocks[block]?.start ?? 0;
    const quoted = (story.blocks[block]?.facts.quotations ?? []).filter(
      (q) => q.level === 0 && base + q.start < end && base + q.end > start,
    );
    const content = quoted.map((q) =>
      toFile(story.map, { start: Math.max(start, base + q.inner.start), end: Math.min(end, base + q.inner.end) }),
    );
    return {
      ...toFile(story.map, { start, end }),
      block,
      attributed: quoted.length > 0,
      attributions: content.length ? [{ type: 'direct' as const, source: null, cue: null, content }] : [],
      claims: [],
    };
  });
  return { sentences, sources: [], problems: story.problems };
}
