// A draft that a merge has left in two versions: one of them is read, in its place, and the marks are no copy.
import * as assert from 'node:assert/strict';
import { withoutConflicts } from '../../server/src/document/conflict';
import { readStory } from '../../server/src/document/read';

const ours = 'The ferry carried 52 people, Brekke said.';
const theirs = 'The ferry carried 51 people, Brekke said.';
const marked = [
  'Council keeps the ferry',
  '<<<<<<< HEAD',
  ours,
  '=======',
  theirs,
  '>>>>>>> night-desk',
  'It sails at nine.',
];

describe('a merge conflict in a draft', () => {
  for (const end of ['\n', '\r\n']) {
    it(`is read in its first version only, every character where it was (${JSON.stringify(end)})`, () => {
      const text = marked.join(end);
      const { text: left, problems } = withoutConflicts(text);
      assert.equal(left.length, text.length);
      assert.equal(left.indexOf(ours), text.indexOf(ours));
      assert.equal(left.split(end).length, marked.length);
      assert.deepEqual(
        left.split(end).filter((line) => line.trim()),
        [marked[0], ours, marked[6]],
      );
      assert.deepEqual(
        problems.map(({ code, line }) => [code, line]),
        [['merge-conflict', 2]],
      );
      const story = readStory({ text, format: 'text' });
      assert.equal(/[<>=]/.test(story.prose), false);
      assert.deepEqual(story.problems, problems);
    });
  }

  it('leaves out what both came from, and a second conflict too', () => {
    const based = [marked[1], ours, '||||||| base', 'TK', ...marked.slice(3)].join('\n');
    const { text, problems } = withoutConflicts(`${based}\n${based}`);
    assert.deepEqual(
      text.split('\n').filter((line) => line.trim()),
      [ours, marked[6], ours, marked[6]],
    );
    assert.equal(problems.length, 2);
  });

  it('is none where a mark lacks its others, or stands inside a line', () => {
    for (const text of [
      marked.slice(0, 5).join('\n'),
      marked.slice(2).join('\n'),
      marked.map((line) => ` ${line}`).join('\n'),
      'Vote\n=======\nText.\n',
      '<<<<<<< a\n>>>>>>> b\n',
    ])
      assert.deepEqual(withoutConflicts(text), { text, problems: [] });
  });
});
