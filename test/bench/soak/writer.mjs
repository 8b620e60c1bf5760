// A writer at random: opens drafts of a folder, types into them letter by letter, takes out, pastes, saves, closes, and asks what an editor
// asks of itself meanwhile. The same seed writes the same.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/steps.mjs';

const samples = ['harbour.txt', 'envoys.txt', 'quarry.wire', 'council.md'].map((name) => ({
  ending: path.extname(name),
  text: readFileSync(path.join(root, 'test/samples', name), 'utf8'),
}));
const languages = { '.txt': 'plaintext', '.wire': 'wire-copy', '.md': 'markdown' };
const surnames = readFileSync(path.join(root, 'server/src/lexicon/names/surnames.txt'), 'utf8')
  .split('\n')
  .filter((line) => /^\w+$/.test(line));

/** Tabs that somebody has open at a time. */
const OPEN = 20;
/** A draft that has become this many times as long is what it was again. */
const LONGEST = 1.5;

const sentences = [
  'Some # families were told to leave, the mayor, $, said on Tuesday.',
  'Experts say that no one knows why.',
  'At least # people were killed in the blast.',
  '“We lost the pier,” said $, who sells fish. “Nobody gives a month.”',
  '$, #, had said before that the money was set aside.',
  'The ministry did not answer TK questions.',
];
const questions = {
  'textDocument/documentSymbol': () => ({}),
  'textDocument/foldingRange': () => ({}),
  'textDocument/semanticTokens/full': () => ({}),
  'textDocument/codeLens': () => ({}),
  'textDocument/codeAction': (_, range) => ({ range, context: { diagnostics: [] } }),
  'textDocument/inlayHint': (_, range) => ({ range }),
  'textDocument/hover': (position) => ({ position }),
  'textDocument/completion': (position) => ({ position }),
  'textDocument/documentHighlight': (position) => ({ position }),
};

/** Numbers from 0 to 1, always the same for one seed. (mulberry32) */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes that many drafts into the folder, no two the same. */
export function draftsIn(folder, count) {
  return Array.from({ length: count }, (_, i) => {
    const { ending, text } = samples[i % samples.length];
    let nth = 0;
    const own = text.replace(
      /\b(Mr\.|Ms\.|Gen\.|Mayor|Minister|captain) [A-Z]\w+/g,
      (_, title) => `${title} ${surnames[(i * 31 + nth++ * 7) % surnames.length]}`,
    );
    const file = path.join(folder, `draft-${i}${ending}`);
    writeFileSync(file, own);
    return {
      file,
      uri: `file://${file}`,
      languageId: languages[ending],
      first: own,
      text: own,
      version: 0,
      open: false,
    };
  });
}

/** @param paused waits as somebody does between two keys. @param typed is told of each key's time in ms */
export function writer({ server, drafts, random, paused, typed }) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const tabs = [];

  const positionAt = (text, offset) => {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
  };

  async function open(draft) {
    Object.assign(draft, { open: true, version: 1 });
    tabs.push(draft);
    const { uri, languageId, version, text } = draft;
    const answer = server.told(uri, version);
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    await answer;
    if (tabs.length > OPEN) close(tabs[Math.floor(random() * OPEN)]);
  }

  /** What was not saved is as it was on disk the next time. */
  function close(draft) {
    draft.open = false;
    tabs.splice(tabs.indexOf(draft), 1);
    draft.text = readFileSync(draft.file, 'utf8');
    server.notify('textDocument/didClose', { textDocument: { uri: draft.uri } });
  }

  function save({ file, uri, text }) {
    writeFileSync(file, text);
    server.notify('textDocument/didSave', { textDocument: { uri } });
    server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  }

  /** Puts `put` in place of what stands there, and waits until that is answered. */
  async function edit(draft, start, end, put) {
    const range = { start: positionAt(draft.text, start), end: positionAt(draft.text, end) };
    draft.text = draft.text.slice(0, start) + put + draft.text.slice(end);
    draft.version++;
    const textDocument = { uri: draft.uri, version: draft.version };
    const from = performance.now();
    const answer = server.told(draft.uri, draft.version);
    server.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text: put }] });
    await answer;
    typed(performance.now() - from);
    await paused();
  }

  async function ask(draft, offset) {
    const position = positionAt(draft.text, offset);
    const range = { start: { line: 0, character: 0 }, end: position };
    const [method, params] = pick(Object.entries(questions));
    await server.request(method, { textDocument: { uri: draft.uri }, ...params(position, range) });
  }

  /** Somewhere between two words. */
  function somewhere({ text }) {
    const at = text.indexOf(' ', Math.floor(random() * text.length));
    return at < 0 ? text.length : at;
  }

  async function sentence(draft) {
    const words = pick(sentences)
      .replace('#', String(Math.floor(random() * 90) + 10))
      .replace('$', pick(surnames));
    let at = somewhere(draft);
    for (const letter of ` ${words}`) {
      await edit(draft, at, at, letter);
      at++;
      // a slip of the finger
      if (random() < 0.03) {
        await edit(draft, at, at, 'x');
        await edit(draft, at, at + 1, '');
      }
    }
    await ask(draft, at);
  }

  async function cut(draft) {
    const from = somewhere(draft);
    const to = Math.min(draft.text.length, from + Math.floor(random() * 200));
    const words = draft.text.slice(from, to);
    await edit(draft, from, to, '');
    // put back elsewhere, mostly
    const at = somewhere(draft);
    if (random() < 0.7) await edit(draft, at, at, words);
  }

  /** One visit to one draft. */
  async function visit() {
    const draft = pick(random() < 0.5 ? tabs : drafts);
    if (!draft.open) await open(draft);
    if (draft.text.length > LONGEST * draft.first.length) await edit(draft, 0, draft.text.length, draft.first);
    for (let i = 0; i <= random() * 3; i++) await (random() < 0.8 ? sentence(draft) : cut(draft));
    await ask(draft, somewhere(draft));
    if (random() < 0.4) save(draft);
  }
  /** As many drafts are open at any time: what memory they take is the same then. */
  async function begin() {
    while (tabs.length < Math.min(OPEN, drafts.length)) {
      const draft = pick(drafts);
      if (!draft.open) await open(draft);
    }
  }
  return { begin, visit, tabs };
}
