// Which sentence waits while it is being written.
import * as assert from 'node:assert/strict';
import { readStory } from '../../server/src/document/read';
import { unfinished } from '../../server/src/engine/writing';

/** What waits with the cursor at `|`, where the newest edit ended. */
function waiting(marked: string): string | undefined {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const span = unfinished(readStory({ text, format: 'text' }), text, at);
  return span && text.slice(span.start, span.end);
}

describe('while a sentence is being written', () => {
  const before = 'The port was quiet on Monday, police said.';

  it('it waits until its end mark', () => {
    assert.equal(waiting(`${before} Experts say|`), 'Experts say');
    assert.equal(waiting(`${before} Experts say |`), 'Experts say');
    assert.equal(waiting(`${before} Experts say so.|`), undefined);
    assert.equal(waiting(`${before} Do experts say so?|`), undefined);
    assert.equal(waiting(`${before} “We know,” he said.|`), undefined);
  });

  it('a full stop that may belong to an initial, a number or an abbreviation is no end yet', () => {
    assert.equal(waiting('The talks failed in the U.|'), 'The talks failed in the U.');
    assert.equal(waiting('The talks failed in the U.S.|'), 'The talks failed in the U.S.');
    assert.equal(waiting('Prices rose 3.|'), 'Prices rose 3.');
    assert.equal(waiting('The minister met Gen.|'), 'The minister met Gen.');
    assert.equal(waiting('Prices rose in 2016.|'), undefined);
  });

  it('an open quotation waits from its sentence on', () => {
    assert.equal(waiting('He was tired. The mayor said: "We won. We|'), 'The mayor said: "We won. We');
    assert.equal(waiting('He was tired. The mayor said: "We won.|'), 'The mayor said: "We won.');
    assert.equal(waiting('The mayor said: "We won."|'), undefined);
  });

  it('an edit elsewhere, or a new paragraph, lets it go', () => {
    assert.equal(waiting('The port| was quiet. Experts say'), undefined);
    assert.equal(waiting('Experts say\n|'), undefined);
    assert.equal(waiting('Experts say\n\n|'), undefined);
    assert.equal(waiting('|'), undefined);
  });

  it('a word put into a finished sentence does not hide what is asked of it', () => {
    assert.equal(waiting('Some experts| say so. The end.'), undefined);
  });
});
