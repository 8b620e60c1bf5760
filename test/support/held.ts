// What holds of whatever a parser makes of any text: runs of the map follow one another and stand for what is typed there, and chunks lie in
// the prose.
import * as assert from 'node:assert/strict';
import type { Parsed } from '../../server/src/document/draft';
import { endInFile } from '../../server/src/text/source-map';

export function checkParsed({ prose, map, chunks }: Parsed, file: string): void {
  let inProse = 0;
  let inFile = 0;
  for (const run of map.runs) {
    assert.ok(run.prose >= inProse && run.file >= inFile && run.length > 0);
    const [read, typed] = [prose.slice(run.prose, run.prose + run.length), file.slice(run.file, endInFile(run))];
    if (run.takes === undefined) assert.equal(read, typed);
    // what a code or an escape of the file stands for
    else if (run.coded) assert.match(typed, /^(?:&|\\|''|<q)/);
    else assert.ok(mayBeReadAs(typed).includes(read), `${JSON.stringify(typed)} is read as ${JSON.stringify(read)}`);
    inProse = run.prose + run.length;
    inFile = endInFile(run);
  }
  assert.ok(inProse <= prose.length && inFile <= file.length);
  let at = 0;
  for (const chunk of chunks) {
    assert.ok(chunk.start >= at && chunk.end >= chunk.start);
    assert.ok(
      !/[\n\r\u2028\u2029\u0085\v\f]/.test(prose.slice(chunk.start, chunk.end)),
      'no line break inside a chunk',
    );
    at = chunk.end;
  }
  assert.ok(at <= prose.length);
}

/** A letter composed, a space as a plain one; a joiner behind a letter that is never joined is seen by nobody. */
const mayBeReadAs = (typed: string): readonly string[] =>
  /^\p{Zs}$/u.test(typed) ? [' '] : [typed, typed.replace(/[\u200c\u200d]/g, '')].map((one) => one.normalize('NFC'));
