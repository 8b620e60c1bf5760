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
export async function enter(document: vscode.TextDocument, selection?: vscode.Range): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, { viewColumn: columnOf(document), preview: false });
  if (selection) editor.selection = new vscode.Selection(selection.start, selection.end);
}

/** Types into the text what was pressed before the focus was there: over what is selected, as the key would have. */
export async function typeInto(document: vscode.TextDocument, text: string): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  if (!editor) return;
  const { start } = editor.selection;
  await editor.edit((edit) => edit.replace(editor.selection, text));
  const behind = document.positionAt(document.offsetAt(start) + text.length);
  editor.selection = new vscode.Selection(behind, behind);
}

/** How long the desk may take at most to read a draft again, in ms. */
const PATIENCE = 10_000;

/** What is waited for begins now; how long it is waited for at most, when it is. */
export function nextReading(uri: vscode.Uri): () => Promise<void> {
  let heard: () => void = () => undefined;
  const reading = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    if (uris.some((one) => one.toString() === uri.toString())) heard();
  });
  return async () => {
    await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    listener.dispose();
  };
}
