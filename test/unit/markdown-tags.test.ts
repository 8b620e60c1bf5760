// Captions that a template or an element of the site's own is given: read where they stand, fixed as they have to be written.
import * as assert from 'node:assert/strict';
import { fixAs, lintAs, storyOf } from '../support/formats';

const lead = 'The harbour master closed the port on Monday, he said, and the ferries will not run.';
const draft = (piece: string): string => `# Port stays shut\n\n${lead}\n\n${piece}\n\nHe left on Friday.\n`;
const captionsIn = (piece: string): string[] =>
  storyOf(draft(piece), 'markdown').blocks.flatMap(({ role, facts }) => (role === 'caption' ? [facts.text] : []));

describe('words given to a template', () => {
  const read: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'a shortcode',
      '{{< figure src="kiev.jpg" caption="Cranes stand still" alt="A crane" >}}',
      ['Cranes stand still', 'A crane'],
    ],
    ['one with percent signs', '{{% img alt="A crane" %}}', ['A crane']],
    ['an include', "{% include figure.html url='x.jpg' caption='Cranes stand still' %}", ['Cranes stand still']],
    ['a title of a picture', '{{< figure src="x.jpg" title="The port" >}}', ['The port']],
    ['one over lines', '{{< figure\n  src="x.jpg"\n  caption="Cranes stand still"\n>}}', ['Cranes stand still']],
    ['behind the words of a paragraph', 'He waited. {{< img alt="A crane" >}}', ['A crane']],
    ['before them', '{{< img alt="A crane" >}} He waited.', ['A crane']],
    ['raw marks', '{{< figure caption=`The "port"` >}}', ['The "port"']],
    ['escaped marks', '{{< figure caption="The \\"port\\"" >}}', ['The "port"']],
    ['codes', '{{< figure caption="Tea &amp; sons" >}}', ['Tea & sons']],
    [
      'a component',
      '<Figure src="x.jpg" caption="Cranes stand still" alt="A crane" />',
      ['Cranes stand still', 'A crane'],
    ],
    ['one with copy in it', '<Figure caption="Cranes stand still">\n\nHe waited.\n\n</Figure>', ['Cranes stand still']],
  ];
  for (const [name, piece, words] of read)
    it(`are captions: ${name}`, () => assert.deepEqual(captionsIn(piece), words));

  const unread: readonly (readonly [string, string])[] = [
    ['in the middle of a sentence', 'He waited {{< img alt="A crane" >}} for them.'],
    ['the title of a link’s card', '{{< card title="The port" link="/x" >}}'],
    ['shown as code', '{% raw %}{{< figure caption="Cranes stand" >}}{% endraw %}'],
    ['between fences', '```\n{{< figure caption="Cranes stand" >}}\n```'],
    ['inside code', 'Write `{{< figure caption="Cranes stand" >}}` there.'],
    ['a value that is an expression', '<Figure caption={words} alt={`A crane`} />'],
    ['a name of a file', '{{< figure alt="crane_01.jpg" >}}'],
    ['a closing tag', '{{< /figure caption="Cranes stand" >}}'],
    ['what a program is given', '{{< query data-caption="Cranes stand" >}}'],
    ['never closed', '{{< figure caption="Cranes stand'],
  ];
  for (const [name, piece] of unread) it(`are left: ${name}`, () => assert.deepEqual(captionsIn(piece), []));

  const fixed: readonly (readonly [string, string])[] = [
    [
      '{{< figure src="Kiev.jpg" caption="Port of Kiev" alt="Kiev’s crane" >}}',
      '{{< figure src="Kiev.jpg" caption="Port of Kyiv" alt="Kyiv’s crane" >}}',
    ],
    [
      "{% include figure.html url='Kiev.jpg' caption='The \\'port\\' of Kiev' %}",
      "{% include figure.html url='Kiev.jpg' caption='The \\'port\\' of Kyiv' %}",
    ],
    [
      '{{< figure caption="See [Kiev](/Kiev) & Kiev &amp; Kiev" >}}',
      '{{< figure caption="See [Kyiv](/Kiev) & Kyiv &amp; Kyiv" >}}',
    ],
    ['<Figure src="Kiev.jpg" caption="Port of Kiev" />', '<Figure src="Kiev.jpg" caption="Port of Kyiv" />'],
    // what the template would read as more than words stays
    ['{{< figure caption="Tea and Sons" >}}', '{{< figure caption="Tea and Sons" >}}'],
    ['<Figure caption="Tea and Sons" />', '<Figure caption="Tea and Sons" />'],
  ];
  for (const [before, after] of fixed)
    it(`are fixed in place: ${before.slice(0, 50)}`, () =>
      assert.equal(fixAs(draft(before), 'markdown').text, draft(after)));

  it('are told of where they stand, cut off anywhere', () => {
    const text = draft('{{< figure src="Kiev.jpg" caption="Port of Kiev" >}}');
    const [found] = lintAs(text, 'markdown').diagnostics;
    assert.equal(found && text.slice(found.start - 8, found.end), 'Port of Kiev');
    for (let end = 0; end < text.length; end++) storyOf(text.slice(0, end), 'markdown');
  });
});
