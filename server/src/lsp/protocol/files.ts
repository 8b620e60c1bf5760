// Requests to the client for files that the server cannot reach itself.

/**
 * Requests to the client, for files that the server cannot reach itself: sent where it said `files`. It answers for what lies
 * in its open folders, and with `null` for all else and for what is not there.
 */
export const filesMethods = {
  /** Answers {@link FileKind}. */
  kind: 'copydesk/files/kind',
  /** Answers {@link FileContent}. */
  read: 'copydesk/files/read',
  /** Answers {@link FileEntry}, in any order. */
  list: 'copydesk/files/list',
  /** Answers `null`, or with an error that says why it could not. */
  write: 'copydesk/files/write',
  /** Answers `null`, also where there is no such file; or with an error that says why it could not. */
  remove: 'copydesk/files/remove',
} as const;

/** Links are neither. */
export type FileKind = 'file' | 'folder';

/** Of `kind`, `list` and `remove`. */
export interface FileParams {
  readonly uri: string;
}

export interface FileEntry {
  readonly name: string;
  readonly kind: FileKind;
}

export interface ReadFileParams extends FileParams {
  /** Bytes above which nobody wants the content. */
  readonly largest: number;
}

export interface FileContent {
  /** In bytes. */
  readonly size: number;
  /** A character of code 0 to 255 for each byte, since not every text is UTF-8. */
  readonly bytes?: string;
}

export interface WriteFileParams extends FileParams {
  readonly text: string;
  /** Lines to be added at the end; folder and file are made where there is none. Otherwise the text replaces the file's. */
  readonly append?: boolean;
}
