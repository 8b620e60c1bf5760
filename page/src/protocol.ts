// What page and worker say to one another: a question by its name, and one answer to each, in order.
import type {
  Clearance,
  Diagnostic,
  FileText,
  Format,
  NamesRecord,
  Problem,
  Reason,
  SourcesRecord,
  TextEdit,
} from 'copydesk';

/** A finding as the page shows it. */
export interface Shown extends Diagnostic {
  /** Its sentence is being written: it is shown when the writer rests. */
  readonly waits: boolean;
  /** Why it may be fine, and words for it. */
  readonly reasons: readonly (readonly [reason: Reason, words: string])[];
}

/** The draft as the desk has read it. */
export interface State {
  /** That of the newest edit that it knows of. */
  readonly version: number;
  readonly findings: readonly Shown[];
  readonly problems: readonly Problem[];
  /** Findings that somebody has found fine. */
  readonly cleared: readonly Diagnostic[];
  /** What was decided, for another desk to go on with. */
  readonly decided: readonly Clearance[];
}

/** What is shown beside the findings. */
export interface Views {
  readonly sources: Pick<SourcesRecord, 'sources' | 'sentences'> & { readonly alone: readonly Alone[] };
  readonly names: Pick<NamesRecord, 'entities'>;
  /** HTML: a page of its own. */
  readonly report: string;
}

export interface Alone {
  readonly start: number;
  readonly end: number;
  readonly class: string;
}

/** What a house's settings hold, in numbers and names. */
export interface HouseSettings {
  /** What they build on. */
  readonly base: readonly string[];
  readonly forms: number;
  readonly own: number;
  /** Rules that they make heavier, lighter or off. */
  readonly set: number;
  readonly lists: number;
  /** Other entries that hold for the draft. */
  readonly other: readonly string[];
  /** Entries that are about files: they mean nothing on a page. */
  readonly left: readonly string[];
}

/** @param at where the newest edit ends, an offset. */
export interface Questions {
  /** The draft is to be opened anew. @param text of a settings file; the desk's own where it is empty. */
  house(text: string): Promise<HouseSettings | { readonly fault: string }>;
  file(bytes: Uint8Array, name: string): Promise<FileText | Problem>;
  open(version: number, text: string, format: Format, decided: readonly Clearance[]): Promise<State>;
  edit(version: number, edits: readonly TextEdit[], at: number): Promise<State>;
  /** @param index among the findings of the last state. */
  clear(index: number, reason: Reason): Promise<State>;
  /** @param index among the cleared of the last state. */
  askAgain(index: number): Promise<State>;
  safeFixes(): Promise<{
    readonly version: number;
    readonly edits: readonly TextEdit[];
    readonly problems: readonly Problem[];
  }>;
  view<V extends keyof Views>(view: V): Promise<{ readonly version: number; readonly view: Views[V] }>;
}

export interface Question {
  readonly id: number;
  readonly name: keyof Questions;
  readonly given: readonly unknown[];
}

export interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
}
