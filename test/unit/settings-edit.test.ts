// Changes that an action makes to copydesk.json.
import * as assert from 'node:assert/strict';
import { changeSettings, emptySettings } from '../../server/src/config/edit';

describe('changing copydesk.json', () => {
  it('starts from nothing', () => {
    assert.equal(
      changeSettings(emptySettings, { turnOff: 'placeholder' }),
      '{\n  "rules": {\n    "placeholder": "off"\n  }\n}\n',
    );
  });

  it('keeps comments and layout', () => {
    const text = '{\n\t// ours\n\t"rules": {\n\t\t"placeholder": ["error", {}], // why\n\t},\n}\n';
    assert.equal(
      changeSettings(text, { turnOff: 'placeholder' }),
      '{\n\t// ours\n\t"rules": {\n\t\t"placeholder": "off", // why\n\t},\n}\n',
    );
  });

  it('adds a file to those ignored, once', () => {
    const once = changeSettings(emptySettings, { ignore: '/notes.txt' }) as string;
    assert.deepEqual(JSON.parse(once), { ignore: ['/notes.txt'] });
    assert.equal(changeSettings(once, { ignore: '/notes.txt' }), once);
    assert.deepEqual(JSON.parse(changeSettings(once, { ignore: '/b.txt' }) as string), {
      ignore: ['/notes.txt', '/b.txt'],
    });
  });

  it('does not touch a file that is broken or no object', () => {
    for (const text of ['{ "rules": ', '[]', 'x', '']) assert.equal(changeSettings(text, { turnOff: 'x' }), undefined);
  });
});
