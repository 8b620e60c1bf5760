// The page of the read-through: it draws what it is told, and tells which key or button was pressed. It may fetch nothing, and words
// of the draft are never markup there.
import * as vscode from 'vscode';
import type { Labelled } from './offers';

/** One question. */
export interface Shown {
  /** Which it is: what the page tells of it carries this. */
  readonly question: number;
  readonly progress: string;
  readonly rule: string;
  readonly weight: string;
  readonly before: string;
  /** What is marked. */
  readonly words: string;
  readonly after: string;
  readonly asks: string;
  readonly actions: readonly Labelled[];
  /** There is nothing to go back to. */
  readonly first: boolean;
  /** Something was done that can be taken back. */
  readonly undo: boolean;
  /** What could not be done, in a sentence. */
  readonly notice: string;
}

export interface Page {
  show(shown: Shown): void;
  /** The writer is in the text. */
  editing(): void;
  over(said: string): void;
  focus(): void;
  close(): void;
}

/** What was pressed on the page. */
export interface Pressed {
  /** A step; `typed`: letters that are meant for the text; `stayed`: the focus is on the page, and should be in the text. */
  readonly do: string;
  /** The question that stood there. */
  readonly question?: number;
  readonly path?: readonly number[];
  readonly text?: string;
}

export interface Hearing {
  readonly pressed: (what: Pressed) => void;
  readonly closed: () => void;
}

/** As keybindings name it. */
const viewType = 'copydesk.readThrough';

/** One at a time: the page of a pass that is over makes room for the next. */
let open: vscode.WebviewPanel | undefined;

export function openPage(extensionUri: vscode.Uri, { pressed, closed }: Hearing): Page {
  open?.dispose();
  const media = vscode.Uri.joinPath(extensionUri, 'media');
  const panel = vscode.window.createWebviewPanel(
    viewType,
    vscode.l10n.t('Read Through'),
    { viewColumn: vscode.ViewColumn.Beside },
    { enableScripts: true, localResourceRoots: [media], retainContextWhenHidden: true },
  );
  open = panel;
  let ready = false;
  let last: object | undefined;
  const post = (message: object): void => {
    last = message;
    if (ready) void panel.webview.postMessage(message);
  };
  panel.webview.onDidReceiveMessage((message: Pressed) => {
    if (message.do !== 'ready') return pressed(message);
    ready = true;
    if (last) post(last);
  });
  panel.onDidDispose(() => {
    if (open === panel) open = undefined;
    closed();
  });
  panel.webview.html = html(panel.webview, media);
  return {
    show: (shown) => post({ kind: 'show', ...shown }),
    editing: () => post({ kind: 'editing' }),
    over: (said) => post({ kind: 'over', said }),
    focus: () => panel.reveal(panel.viewColumn, false),
    close: () => panel.dispose(),
  };
}

function html(webview: vscode.Webview, media: vscode.Uri): string {
  const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(media, name)).toString();
  const { cspSource } = webview;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${cspSource}; style-src ${cspSource}">
<title>${vscode.l10n.t('Read Through')}</title>
<link rel="stylesheet" href="${file('read-through.css')}">
</head>
<body data-words="${inAttribute(JSON.stringify(words()))}">
<main id="question" aria-live="polite"></main>
<script src="${file('read-through.js')}"></script>
</body>
</html>`;
}

/** What stands on the page whatever is asked. */
const words = () => {
  const { t } = vscode.l10n;
  return {
    leave: t('Leave it as it is'),
    back: t('Back to the one before'),
    edit: t('Edit the text, then go on'),
    undo: t('Undo the last step'),
    stop: t('Stop here'),
    editing: t('You are in the text. When you are done, Alt+. asks on from there.'),
    stayed: t('The text did not take the focus. Click into it, or press E again; Enter goes on.'),
    goOn: t('Go on'),
    close: t('Close'),
  };
};

const inAttribute = (text: string): string => text.replace(/[&"<>]/g, (c) => `&#${c.charCodeAt(0)};`);
