// What holds for every string: spans slice to their own text, maps are exact, nothing throws, cost is linear.
import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseMarkdown } from '../../server/src/document/formats/markdown';
import { parsePlainText } from '../../server/src/document/formats/plain-text';
import type { Paragraph } from '../../server/src/document/paragraph';
import { readStory } from '../../server/src/document/read';
import { readParagraph } from '../../server/src/document/segment/paragraph';
import { Shape } from '../../server/src/document/token';
import { endInFile, toFile } from '../../server/src/text/source-map';
import { Unit, unitKind } from '../../server/src/text/characters';
import { seen } from '../../server/src/text/letters';
import { contains } from '../../server/src/text/span';
import { copy, markdown } from '../support/copy';
import { checkParsed } from '../support/held';

const layouts = fc.constantFrom(undefined, 'line-a-paragraph', 'blank-lines', 'wrapped') as fc.Arbitrary<undefined>;

function checkParagraph({ text, tokens, sentences, quotations }: Paragraph): void {
  let at = 0;
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens.start[i] as number;
    const end = tokens.end[i] as number;
    assert.ok(start >= at && end > start && end <= text.length, `token ${i} at ${start}-${end}`);
    // between tokens there is only what nobody sees
    assert.match(text.slice(at, start), /^(?:[\s\u0085\p{Cf}]|\u034f)*$/u);
    const kinds = (tokens.shape[i] as number) & (Shape.word | Shape.number | Shape.mark);
    assert.ok(kinds, `token ${i} has no kind`);
    at = end;
  }
  let token = 0;
  for (const sentence of sentences) {
    assert.equal(sentence.firstToken, token);
    assert.ok(sentence.lastToken > sentence.firstToken);
    assert.equal(sentence.start, tokens.start[sentence.firstToken]);
    assert.equal(sentence.end, tokens.end[sentence.lastToken - 1]);
    token = sentence.lastToken;
  }
  assert.equal(token, tokens.length, 'sentences cover every token');
  for (const [i, quotation] of quotations.entries()) {
    assert.ok(contains(quotation, quotation.inner), 'the inner part lies inside');
    assert.ok(quotation.start >= 0 && quotation.end <= text.length && quotation.inner.start <= quotation.inner.end);
    for (const other of quotations.slice(i + 1)) {
      const apart = other.start >= quotation.end;
      assert.ok(apart || contains(quotation, other), 'quotations nest');
      if (!apart) assert.ok(other.level > quotation.level);
    }
  }
}

describe('any string', () => {
  it('is a paragraph whose tokens, sentences and quotations hold together', () => {
    fc.assert(
      fc.property(copy(), fc.boolean(), (text, running) => checkParagraph(readParagraph(text, 'paragraph', running))),
      {
        numRuns: 400,
      },
    );
  });

  it('is a plain text with an exact map', () => {
    fc.assert(
      fc.property(copy(), layouts, (text, layout) => {
        const parsed = parsePlainText({ text, layout, format: 'text' });
        checkParsed(parsed, text);
        // every character that is not white space, a folded mark or one that nobody sees is in the prose
        const kept = parsed.map.runs.reduce((sum, run) => sum + endInFile(run) - run.file, 0);
        const folded = (text.match(/''|``/g)?.length ?? 0) * 2;
        const comments = (text.match(/<!--[\s\S]*?-->/g) ?? []).join('').length;
        let visible = 0;
        for (let i = 0; i < text.length; i++)
          if (seen(text.charAt(i)) && unitKind(text.charCodeAt(i)) !== Unit.invisible) visible++;
        assert.ok(kept >= visible - folded - comments, `${kept} of ${visible} characters`);
      }),
      { numRuns: 400 },
    );
  });

  it('is a Markdown draft with an exact map', () => {
    fc.assert(
      fc.property(markdown(), (text) => checkParsed(parseMarkdown({ text, format: 'markdown' }), text)),
      { numRuns: 250 },
    );
  });

  it('is a field, a picture and a piece of HTML with an exact map', () => {
    const places = ['---\ndek: %\n---\n', '---\ndek: "%"\n---\n', "---\ndek: '%'\n---\n", '---\ndek: >\n  %\n---\n'];
    const more = [
      '---\ndek: |\n  %\n  %\n---\n',
      '+++\ndek = "%"\n+++\n',
      "+++\ndek = '''%'''\n+++\n",
      '{\n"dek": "%"\n}\n',
    ];
    const pieces = [
      '![%](a.png "%")\n',
      '<p>%</p>\n',
      '<!-- a --> %\n',
      '> <p>%\n> %</p>\n',
      '<p title="%"><img alt="%">\n',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places, ...more, ...pieces), copy(6), (place, words) => {
        const text = place.replaceAll('%', () => words);
        checkParsed(parseMarkdown({ text, format: 'markdown' }), text);
      }),
      { numRuns: 400 },
    );
  });

  it('is a story whose tokens stand in the file where the map says', () => {
    fc.assert(
      fc.property(copy(), (text) => {
        const story = readStory({ text, format: 'text' });
        for (const { start, end, facts } of story.blocks) {
          assert.equal(story.prose.slice(start, end), facts.text);
          for (let i = 0; i < facts.tokens.length; i++) {
            const from = start + (facts.tokens.start[i] as number);
            const to = start + (facts.tokens.end[i] as number);
            const span = toFile(story.map, { start: from, end: to });
            const mapped = story.map.runs.some((r) => r.prose <= from && to <= r.prose + r.length);
            const typed = text.slice(span.start, span.end);
            if (mapped)
              assert.ok(
                typed.normalize('NFC').includes(story.prose.slice(from, to).normalize('NFC')),
                JSON.stringify(typed),
              );
          }
        }
      }),
      { numRuns: 250 },
    );
  });
});
