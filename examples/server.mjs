// An endpoint for a newsroom's system, Superdesk say: it posts a story as its JSON, and gets what a desk would mark.
//
//   node server.mjs 8740
//   curl --data-binary @item.json http://127.0.0.1:8740/lint     findings, each with the words that it stands on
//   curl --data-binary @item.json http://127.0.0.1:8740/fix      the item after every fix that is safe unseen
//
// It listens on this machine alone; what stands in front of it says who may ask. No story is kept, logged or sent on.
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { createDesk } from 'copydesk';

/** Longest story, in bytes. */
const LONGEST = 2 << 20;

/** @param {import('copydesk').SettingsFile} settings the house's, as copydesk.json holds them. */
export async function deskServer(settings = {}) {
  const desk = await createDesk(settings);
  return createServer(async (request, response) => {
    const answer = (/** @type {number} */ status, /** @type {object} */ value) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(value));
    };
    try {
      const asked = new URL(request.url ?? '', 'http://desk').pathname;
      if (asked !== '/lint' && asked !== '/fix') return answer(404, { error: 'Ask /lint or /fix.' });
      if (request.method !== 'POST') return answer(405, { error: 'POST the story as JSON.' });
      const text = await bodyOf(request);
      if (text === undefined) return answer(413, { error: `A story may have ${LONGEST >> 20} MB.` });
      const fault = faultIn(text);
      if (fault) return answer(400, { error: fault });
      if (asked === '/lint') {
        const { diagnostics, problems } = await desk.lint(text, { format: 'json' });
        // offsets count in the JSON; a view shows the words
        const findings = diagnostics.map((one) => ({ ...one, words: text.slice(one.start, one.end) }));
        return answer(200, { findings, problems });
      }
      const fixed = await desk.fix(text, { format: 'json' });
      return answer(200, { item: JSON.parse(fixed.text), applied: fixed.applied, problems: fixed.problems });
    } catch {
      // no word of the story goes into a log
      return answer(500, { error: 'The desk could not read this story. Please report it.' });
    }
  });
}

/** @param {import('node:http').IncomingMessage} request @returns {Promise<string | undefined>} nothing where it is too long. */
async function bodyOf(request) {
  const pieces = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    // what is too long is read to its end, or the sender never hears why
    if (length <= LONGEST) pieces.push(piece);
  }
  return length > LONGEST ? undefined : Buffer.concat(pieces).toString('utf8');
}

/** @param {string} text */
function faultIn(text) {
  try {
    const item = JSON.parse(text);
    return typeof item === 'object' && item !== null ? undefined : 'The story must be a JSON object.';
  } catch {
    return 'The story is no JSON.';
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const port = Number(process.argv[2] ?? 8740);
  const server = await deskServer();
  server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/lint`));
}
