// ArchieML: copy is what its keys and freeform lists say it is; all else in the document is somebody's note.
import * as assert from 'node:assert/strict';
import { fixAs, lintAs, storyOf } from '../support/formats';

const lead = 'The harbour master closed the port on Monday, he said, and the ferries will not run.';
const rolesOf = (text: string): string[] => storyOf(text, 'archieml').blocks.map(({ role }) => role);
const readOf = (text: string): string[] => storyOf(text, 'archieml').prose.split('\n').filter(Boolean);

describe('ArchieML', () => {
  const reads: readonly (readonly [string, string, readonly string[]])[] = [
    ['keys of a story', 'headline: Port shut\nbyline: Lena Orsk\nslug: kiev\n', ['Port shut', 'Lena Orsk']],
    ['no words outside of keys', 'Kiev\nheadline: Port shut\nKiev\n', ['Port shut']],
    ['a key over several lines', 'body: He left.\nHe came.\n\n:end\nKiev', ['He left.', 'He came.']],
    ['one that is never ended on its line alone', 'body: He left.\nKiev\nslug: kiev', ['He left.']],
    [
      'freeform lists',
      '[+story]\nHe left.\n\nimage: kiev.jpg\ncaption: A crane\nHe came.\n[]\nKiev',
      ['He left.', 'A crane', 'He came.'],
    ],
    [
      'lists of objects',
      '[items]\nhed: Port shut\ntext: He left.\nid: kiev\nhed: Quay open\n[]',
      ['Port shut', 'He left.', 'Quay open'],
    ],
    ['points of a list of copy', '[text]\n* He left.\n* He came.\n[]\n[tags]\n* Kiev\n[]', ['He left.', 'He came.']],
    ['scopes', '{lead}\nheadline: Port shut\n{}\nlead.dek: The sea was high', ['Port shut', 'The sea was high']],
    [
      'nothing that is skipped',
      'headline: Port shut\n:skip\nbody: Kiev\n:endskip\nbody: He left.',
      ['Port shut', 'He left.'],
    ],
    ['nothing behind the end', 'headline: Port shut\n:ignore\nbody: Kiev', ['Port shut']],
    [
      'a line that is no command',
      '[+body]\nHe left.\n\\:end\n\\Note: he came.\n[]',
      ['He left.', ':end', 'Note: he came.'],
    ],
    [
      'a key with an end of line that only Unicode knows',
      'dek: \u0085He left.\u0085\u2028 He came.',
      ['He left. He came.'],
    ],
    ['other ends of lines', '[+body]\r\nHe left.\r\nHe came.\r\n[]\r\n', ['He left.', 'He came.']],
  ];
  for (const [name, text, words] of reads) it(`reads ${name}`, () => assert.deepEqual(readOf(text), words));

  it('knows its parts', () => {
    const text = `headline: Port stays shut\ndek: The sea was high\nbyline: By Lena Orsk\n\n[+body]\n${lead}\n\ncaption: A crane\n\n${lead}\n[]\n\ndate: 2026-11-03\ngenre: opinion\nlanguage: en\n`;
    assert.deepEqual(rolesOf(text), ['headline', 'subhead', 'byline', 'paragraph', 'caption', 'paragraph']);
    const { date, genre } = storyOf(text, 'archieml');
    assert.deepEqual([date, genre], ['2026-11-03', 'opinion']);
  });

  it('is read by the keys that settings name', () => {
    const text = '{main}\nkop: Port shut\n{}\nheadline: Kiev\n[+tekst]\nHe left.\n[]';
    const { prose } = storyOf(text, 'archieml', { headline: 'main.kop', body: 'tekst' });
    assert.equal(prose, 'Port shut\nHe left.');
  });

  const body = (words: string): string => `headline: Port shut\n\n[+body]\n${lead}\n${words}\n[]\n`;
  const places: readonly (readonly [string, string, string])[] = [
    ['a key', 'headline: Port of Kiev shut', 'headline: Port of Kyiv shut'],
    ['a list', body('He left Kiev.\nHe came.'), body('He left Kyiv.\nHe came.')],
    ['several lines', 'body: He left.\nHe left Kiev.\n:end', 'body: He left.\nHe left Kyiv.\n:end'],
    ['behind a backslash', body('\\Note: he left Kiev.'), body('\\Note: he left Kyiv.')],
    ['a sign-off, whole', body('Enditem').replace('\nEnditem', '\n\nEnditem'), body('').replace('\n\n[]', '\n[]')],
    ['nothing in notes', 'Kiev\nheadline: Port shut\nKiev', 'Kiev\nheadline: Port shut\nKiev'],
  ];
  for (const [name, before, after] of places)
    it(`is fixed in ${name}`, () => assert.equal(fixAs(before, 'archieml').text, after));

  it('without copy is told of', () => {
    for (const text of ['', 'Kiev', 'slug: kiev', '[]'])
      assert.deepEqual(
        lintAs(text, 'archieml').problems.map(({ code, line }) => [code, line]),
        [['unknown-archieml', 1]],
      );
  });
});
