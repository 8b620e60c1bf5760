// The draft beside the page: the sentence in sight, the focus in the text where the writer asks for it, and the desk's next reading.
import * as vscode from 'vscode';

const columnOf = (document: vscode.TextDocument): vscode.ViewColumn =>
  vscode.window.visibleTextEditors.find((one) => one.document === document)?.viewColumn ?? vscode.ViewColumn.One;

/** The sentence stays in sight, and the focus where it is. */
export async function reveal(document: vscode.TextDocument, range: vscode.Range): Promise<void> {
  const open = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const editor =
    open ??
    (await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.One,
      preserveFocus: true,
      preview: false,
    }));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The focus goes into the text, with this selected. */
export async function enter(document: vscode.TextDocument, selection?: vscode.Range): Promise<Entered> {
  const editor = await vscode.window.showTextDocument(document, { viewColumn: columnOf(document), preview: false });
  if (selection) editor.selection = new vscode.Selection(selection.start, selection.end);
  const { start, end } = editor.selection;
  return { editor, offset: document.offsetAt(start), selected: selection && [start, end], version: document.version };
}

/** Where and how the writer went into the text. */
export interface Entered {
  readonly editor: vscode.TextEditor;
  /** Where the next letter belongs that was pressed on the page, in UTF-16 code units. */
  offset: number;
  /** What such a letter is typed over, as long as nothing else is typed: at this version of the document. */
  selected?: readonly [vscode.Position, vscode.Position];
  readonly version: number;
}

/**
 * Types into the text what was pressed on the page while the focus was on its way: over what is selected, as the key would have. Keys
 * that reached the text itself meanwhile were pressed later, so this goes in front of them.
 */
export async function typeInto(entered: Entered, text: string): Promise<void> {
  const { document } = entered.editor;
  // an edit is refused where a key has changed the text since: then it is made to the text as it is now
  for (let tries = 0; tries < PRESSES; tries++) {
    const over = document.version === entered.version ? entered.selected : undefined;
    const made = await entered.editor.edit(
      (edit) => {
        // taken out apart: what is put in place of a selection would be selected, and the next key would go over it
        if (over) edit.delete(new vscode.Range(...over));
        else edit.insert(document.positionAt(entered.offset), text);
      },
      { undoStopBefore: tries === 0, undoStopAfter: false },
    );
    if (made && !over) {
      entered.offset += text.length;
      return;
    }
    if (made) entered.selected = undefined;
  }
}

/** How many keys in a row may come in between, before a letter is given up. */
const PRESSES = 50;

/** How long the desk may take at most to read a draft again, in ms. */
const PATIENCE = 10_000;

/**
 * Does something, and where it has changed the draft, waits until the desk has read it again (no longer than `PATIENCE`). It listens
 * from before the change on, since the reading may be quicker than the answer.
 */
export async function readAfter<T>(
  uri: vscode.Uri,
  act: () => Promise<T>,
  hasChanged: (result: T) => boolean,
): Promise<T> {
  let heard: () => void = () => undefined;
  const reading = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.some((one) => one.toString() === uri.toString())) heard();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const result = await act();
    if (hasChanged(result))
      await Promise.race([
        reading,
        new Promise((resolve) => {
          timer = setTimeout(resolve, PATIENCE);
        }),
      ]);
    return result;
  } finally {
    clearTimeout(timer);
    listener.dispose();
  }
}
