// Where in the file an edit of the prose is made, and where it is not made at all.
import * as assert from 'node:assert/strict';
import type { Format } from '../../server/src/document/draft';
import { parseMarkdown } from '../../server/src/document/formats/markdown';
import { parsePlainText } from '../../server/src/document/formats/plain-text';
import { readStory } from '../../server/src/document/read';
import { placerOf } from '../../server/src/engine/placing';
import { inTurn, speakersLast, unseenFix, unseenFixes } from '../../server/src/engine/unseen';
import { applyEdits, type TextEdit } from '../../server/src/text/edit';
import type { Span } from '../../server/src/text/span';

const deskOf = (text: string, format: Format) => {
  const story = readStory({ text, format }, undefined, format === 'markdown' ? parseMarkdown : parsePlainText);
  const placer = placerOf(story, text);
  /** Words of the prose and what is to stand there. */
  const edit = (words: string, by: string): TextEdit => {
    const start = story.prose.indexOf(words);
    assert.ok(start >= 0, `“${words}” is not in ${JSON.stringify(story.prose)}`);
    return { start, end: start + words.length, text: by };
  };
  const placed = (...edits: readonly TextEdit[]): string | undefined => {
    const found = placer.place(edits);
    return found && applyEdits(text, found);
  };
  return { story, placer, edit, placed };
};

/** The file with these words of its prose written so, or nothing where that cannot be done. */
const plain = (text: string, words: string, by: string): string | undefined => {
  const { edit, placed } = deskOf(text, 'text');
  return placed(edit(words, by));
};
const marked = (text: string, words: string, by: string): string | undefined => {
  const { edit, placed } = deskOf(text, 'markdown');
  return placed(edit(words, by));
};

const FOLDED =
  'The port of Lom has been shut by the harbour master since\nMonday, the mayor of the town has said in a letter to all crews\nof the ferry.\n';

describe('an edit in a file without markup', () => {
  it('is made where the words stand, over the end of a line too', () => {
    assert.equal(plain(FOLDED, 'shut', 'closed'), FOLDED.replace('shut', 'closed'));
    assert.equal(plain(FOLDED, 'since Monday', 'for a week'), FOLDED.replace('since\nMonday', 'for a week'));
    assert.equal(plain(FOLDED, 'has been ', ''), FOLDED.replace('has been ', ''));
  });

  it('is several, or none where one of them cannot be made', () => {
    const { edit, placed, placer } = deskOf(FOLDED, 'text');
    assert.equal(
      placed(edit('Lom', 'Rom'), edit('shut', 'open')),
      FOLDED.replace('Lom', 'Rom').replace('shut', 'open'),
    );
    const beyond = { start: 900, end: 901, text: 'x' };
    assert.equal(placer.place([edit('Lom', 'Rom'), beyond]), undefined);
    assert.deepEqual(placer.place([]), []);
  });

  it('goes over no row or comment that was pasted between the words', () => {
    const text =
      'The port was shut on Monday, the mayor said.\n<!-- a note to the desk -->\nIt opens again on Friday, he said.\n';
    const { story, placer } = deskOf(text, 'text');
    const [first, second] = story.blocks as unknown as readonly [TextEdit, TextEdit];
    assert.ok(!story.prose.includes('note'));
    assert.equal(placer.place([{ start: first.end - 5, end: second.start + 2, text: 'x' }]), undefined);
    assert.equal(placer.place([{ start: first.end - 5, end: second.start, text: 'x' }]), undefined, 'up to it');
    const apart = deskOf(text.replace('<!-- a note to the desk -->', ''), 'text');
    assert.notEqual(
      apart.placer.place([{ start: first.end - 5, end: second.start, text: 'x' }]),
      undefined,
      'a blank line',
    );
    // a removal then takes its own words alone
    const out = { start: story.prose.indexOf('It opens'), end: story.prose.length, text: '' };
    const left = placer.place([{ ...out, start: first.end }]);
    assert.equal(placer.place([{ ...out, start: first.end, text: 'x' }]), undefined, 'which no other edit does');
    assert.equal(left && applyEdits(text, left).includes('<!-- a note to the desk -->'), true);
    assert.equal(left && applyEdits(text, left).includes('It opens'), false);
  });

  it('changes no address, which may go as a whole with what is taken out', () => {
    const text = 'The port said so on www.port.example on Monday, and in a letter.\n';
    assert.equal(plain(text, 'port.example', 'harbour.example'), undefined);
    assert.equal(plain(text, 'www.port.example', 'www.harbour.example'), undefined);
    assert.equal(plain(text, 'so on www.port', 'so'), undefined, 'half of it');
    assert.equal(plain(text, 'so on www.port', ''), undefined, 'half of it taken out');
    assert.equal(plain(text, 'port.example on', ''), undefined, 'its other half taken out');
    assert.equal(plain(text, ' on www.port.example', ''), text.replace(' on www.port.example', ''));
    assert.equal(plain(text, 'www.port.example on', ''), text.replace('www.port.example on', ''));
    assert.equal(plain(text, 'so', 'this'), text.replace('so', 'this'), 'before it');
    assert.equal(plain(text, ' on Monday', ''), text.replace(' on Monday', ''), 'right behind it');
    const { story, placer } = deskOf(text, 'text');
    const at = story.prose.indexOf('www');
    const insert = (offset: number) => placer.place([{ start: offset, end: offset, text: 'x' }]) !== undefined;
    assert.deepEqual([insert(at), insert(at + 1), insert(at + 16), insert(at + 17)], [true, false, true, true]);
    assert.ok(!insert(at + 15));
    const two = `${text}\nMore is on www.ferry.example today.\n`;
    assert.equal(plain(two, 'www.ferry', 'www.boat'), undefined, 'in a later paragraph');
    assert.equal(plain(two, 'More', 'Most'), two.replace('More', 'Most'));
  });

  it('changes no object in a sentence', () => {
    const { placed, edit } = deskOf('It runs `port --open` at night, the manual of the port says.\n', 'markdown');
    assert.equal(placed(edit('runs \ufffc at', 'runs at')), undefined);
    assert.equal(placed(edit('\ufffc', '')), undefined);
    assert.notEqual(placed(edit('night', 'dawn')), undefined);
  });

  it('leaves no mark of emphasis without its partner', () => {
    const half = 'It was **shut on Monday.\n\nEndi**\n';
    assert.equal(plain(half, 'Endi**', ''), undefined);
    assert.equal(plain('__Endi\n\nIt was shut__ on Monday.\n', '__Endi', ''), undefined);
    assert.equal(plain('It was **shut on Monday. Endi**\n', ' Endi**', ''), undefined, 'with a space before it');
    assert.notEqual(plain('It was **shut.\n\nThe **Endi\n', 'The **Endi', ''), undefined, 'a mark inside is no half');
    assert.notEqual(plain('It was **shut.\n\nEndi** now\n', 'Endi** now', ''), undefined);
    assert.equal(plain('It was __shut on Monday.\n\nEndi__\n', 'Endi__', ''), undefined);
    assert.equal(plain('**Endi\n\nIt was shut** on Monday.\n', '**Endi', ''), undefined);
    assert.notEqual(plain('It was shut on Monday.\n\nEndi**\n', 'Endi**', ''), undefined, 'it never had one');
    assert.notEqual(plain(half, 'Endi**', 'End**'), undefined, 'nothing is taken out');
    assert.notEqual(plain('It was **shut** on Monday.\n\n**Endi**\n', '**Endi**', ''), undefined, 'both go');
    assert.notEqual(plain('It was * shut on Monday, he said * again.\n', 'again.', ''), undefined);
  });
});

describe('an edit in a file with markup', () => {
  const text = 'The *port* of **Lom** is [shut](http://port.example/fares), the mayor said on Monday.\n\n**Endi**\n';

  it('lies in one text, or takes words out with the markup that would be left empty', () => {
    assert.equal(marked(text, 'port', 'harbour'), text.replace('port', 'harbour'));
    assert.equal(marked(text, 'Endi', ''), text.replace('\n\n**Endi**', ''));
    assert.equal(marked(text, 'port of Lom', 'harbour'), undefined, 'it reaches across marks');
    assert.equal(marked(text, 'of Lom ', ''), text.replace('of **Lom** ', ''));
  });

  it('is one of several that hold together, or none is made', () => {
    const { edit, placed } = deskOf(text, 'markdown');
    assert.equal(placed(edit('port', 'quay'), edit('Lom', 'Rom')), text.replace('port', 'quay').replace('Lom', 'Rom'));
    assert.equal(placed(edit('Lom', 'Rom'), edit('port', 'quay')), text.replace('port', 'quay').replace('Lom', 'Rom'));
    assert.equal(placed(edit('port', 'quay'), edit('port of Lom', 'x')), undefined);
    assert.equal(placed(edit('Lom', 'Rom'), edit('Lom', 'Rum')), undefined, 'twice at one place');
  });

  it('changes no short form that the file gives the meaning of', () => {
    const named = 'The HTML of the port was changed on Monday, the mayor said.\n\n*[HTML]: a language of pages\n';
    assert.equal(marked(named, 'HTML', 'XML'), undefined);
    assert.equal(marked(named, 'HT', ''), undefined);
    assert.equal(marked(named, 'TML of ', ''), undefined);
    assert.notEqual(marked(named, 'HTML of ', ''), undefined);
    assert.notEqual(marked(named, 'The HTML', ''), undefined);
    assert.notEqual(marked(named, ' of', ' in'), undefined, 'right behind it');
    assert.notEqual(marked(named, 'The ', 'That '), undefined, 'right before it');
    assert.notEqual(marked(named, 'The', 'That'), undefined);
    assert.notEqual(marked(named, 'changed', 'written'), undefined);
  });

  it('in offsets of the file is made where words stand and the markup stays', () => {
    const { placer } = deskOf(text, 'markdown');
    const at = (words: string, by: string) => {
      const start = text.indexOf(words);
      return placer.keepsMarkup([{ start, end: start + words.length, text: by }]);
    };
    assert.ok(at('Lom', 'Rom') && !at('**Lom', 'Rom') && !at('http', 'https') && !at('mayor', '**mayor**'));
    assert.ok(placer.keepsMarkup([]));
    const bare = deskOf('The port is shut.', 'text').placer;
    assert.ok(bare.keepsMarkup([{ start: 900, end: 901, text: '**' }]), 'a file without markup keeps it');
  });

  it('that takes a link out is told apart from one that leaves it', () => {
    const { placer, edit } = deskOf(text, 'markdown');
    assert.ok(placer.takesLink(placer.place([edit('shut', '')]) ?? []));
    assert.ok(!placer.takesLink(placer.place([edit('Lom', '')]) ?? []));
    assert.equal(placer.isTired, false);
    const bare = deskOf('Plain.', 'text').placer;
    assert.deepEqual([bare.isTired, bare.takesLink([{ start: 0, end: 5, text: '' }])], [false, false]);
  });
});

describe('words that are put into copy', () => {
  it('stand in prose, and nowhere that a program may read them', () => {
    const can = (text: string, words: string, by: string): boolean => {
      const { placer, edit } = deskOf(text, 'text');
      return placer.isInProse([edit(words, by)]);
    };
    const COPY = 'The port of Lom was shut on Monday, the mayor said.\n';
    assert.ok(can(COPY, 'port', 'harbour'));
    const option = `The light is set with --harbour, the manual says.\n\n${COPY}`;
    assert.ok(!can(option, 'harbour', 'port'));
    assert.ok(can(option, 'harbour', ''), 'what is only taken out writes nothing');
    // three lines that look like a program's own settings: each is in doubt, whatever stands on it
    const doubtful = `- the quay of Lom\nport: 80\nquay: 7\n\n${COPY}`;
    assert.equal(deskOf(doubtful, 'text').story.doubtful.length, 3);
    assert.ok(!can(doubtful, 'quay', 'pier') && !can(doubtful, 'the', '') && !can(doubtful, 'quay: 7', 'pier'));
    assert.ok(can(doubtful, 'mayor', 'major') && can(doubtful, 'mayor', ''));
    const { story, placer } = deskOf(doubtful, 'text');
    const last = story.doubtful.at(-1) as Span;
    const writes = (start: number, end: number) => placer.isInProse([{ start, end, text: '' }]);
    assert.deepEqual(
      [writes(last.end - 1, last.end), writes(last.end, last.end), writes(last.end, last.end + 1)],
      [false, true, true],
    );
    assert.ok(!writes(last.start, last.start), 'put in at its beginning');
    const below = deskOf(`${COPY}\n- the quay of Lom\nport: 80\nquay: 7\n`, 'text');
    const [first] = below.story.doubtful as readonly [Span];
    assert.ok(below.placer.isInProse([below.edit('mayor', 'major')]), 'copy above it');
    assert.ok(below.placer.isInProse([{ start: first.start - 1, end: first.start, text: '' }]), 'up to its beginning');
  });

  it('are looked at in their own paragraph', () => {
    const COPY = 'The port of Lom was shut on Monday, the mayor said.\n';
    const { story, placer, edit } = deskOf(
      `${COPY}\nThe light is set with --harbour, the manual says.\n\n${COPY}`,
      'text',
    );
    assert.ok(!placer.isInProse([edit('harbour', 'port')]));
    assert.ok(placer.isInProse([edit('mayor', 'major')]) && placer.isInProse([edit('manual', 'book')]));
    const [first, second] = story.blocks as unknown as readonly [Span, Span];
    const across = { start: first.end - 5, end: second.start + 3, text: 'x' };
    assert.ok(placer.isInProse([across]), 'one that joins two is in neither');
  });

  it('of several edits are each asked about', () => {
    const { placer, edit } = deskOf('The light is set with --harbour at night, the manual says.\n', 'text');
    assert.ok(!placer.isInProse([edit('night', 'dawn'), edit('harbour', 'port')]));
    assert.ok(placer.isInProse([edit('night', 'dawn')]) && placer.isInProse([]));
  });
});

describe('a fix that is made unseen', () => {
  const edits = [{ start: 0, end: 0, text: 'x' }];
  const placer = (change: object) => ({
    takesWith: () => true,
    takesLink: () => false,
    isInProse: () => true,
    ...change,
  });

  it('waits for a person where it takes a link, writes for a program, or cannot be made with others', () => {
    const turn = (change: object, apply: 'auto' | 'ask' = 'auto') => inTurn(apply, placer(change), edits, edits);
    assert.equal(turn({}), 'auto');
    assert.equal(turn({ takesLink: () => true }), 'ask');
    assert.equal(turn({ isInProse: () => false }), 'ask');
    assert.equal(turn({ takesWith: () => false }), 'ask');
    assert.equal(turn({}, 'ask'), 'ask');
  });

  it('is the first safe one of a finding, if there is any', () => {
    const fix = (title: string, apply: 'auto' | 'ask') => ({ title, apply, edits });
    const [ask, auto] = [fix('a', 'ask'), fix('b', 'auto')];
    assert.equal(unseenFix({ fixes: [ask, auto, fix('c', 'auto')] }), auto);
    assert.equal(unseenFix({ fixes: [ask] }), undefined);
    assert.deepEqual(unseenFixes([{ fixes: [ask] }, { fixes: [ask, auto] }]), [auto]);
  });

  it('names no speaker: such fixes stand last, and never alone', () => {
    const fix = (title: string, speaker?: string) => ({
      title,
      apply: 'auto' as const,
      edits,
      ...(speaker && { speaker }),
    });
    const found = speakersLast([fix('who', 'Roe'), fix('gap')]);
    assert.deepEqual(
      found.map(({ title, apply }) => `${title} ${apply}`),
      ['gap auto', 'who ask'],
    );
    assert.deepEqual(speakersLast([fix('who', 'Roe')]), []);
  });
});
