// What stands behind a diagnostic beyond the protocol, and a position as the protocol counts it.

/** `codeDescription.href` of every diagnostic, where package.json names no homepage: the client serves what stands there. */
export const manualScheme = 'copydesk-rule';

export const manualUri = (rule: string): string => `${manualScheme}:/${rule}.md`;

/** `data` of every diagnostic: with the protocol's own fields, all that a `lint` record says. */
export interface DiagnosticData {
  /** `problem`: not a finding, something that could not be read; `code` is then the problem's. */
  readonly kind: 'fix' | 'query' | 'problem';
  readonly class?: string;
  /** Of a problem that names a place. From 1. */
  readonly line?: number;
  readonly column?: number;
  /** Of a rule that threw: where in the program. */
  readonly stack?: string;
  /** Places that belong to it and are not listed under it in an editor. */
  readonly related?: readonly {
    readonly range: { readonly start: PositionInFile; readonly end: PositionInFile };
    readonly message: string;
  }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly apply: 'auto' | 'ask';
    /** The protocol's text edits. */
    readonly edits: readonly {
      readonly range: { readonly start: PositionInFile; readonly end: PositionInFile };
      readonly newText: string;
    }[];
    /** Who is named as having said it: a fix that a person alone may choose. */
    readonly speaker?: string;
  }[];
}

/** From 0, `character` in UTF-16 units. */
export interface PositionInFile {
  readonly line: number;
  readonly character: number;
}
