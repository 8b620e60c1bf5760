// A rule's manual as VS Code shows it: every mark in it is one that a reader sees.
import * as assert from 'node:assert/strict';
import { shownPage } from '../../client/src/manual-page';
import { docs } from '../../server/src/rules/docs';

describe('a manual’s page', () => {
  it('marks what is asked about, strikes what is taken out, and sets what is put right beside it', () => {
    const page = [
      'Before {--this--}.',
      '',
      '```text extends=ap',
      '{==At least 9 died.==}{>>unattributed-claim: casualty<<}',
      '',
      'A {~~cease-fire~>ceasefire~~} & <more>. {--Endi--}{>>wire-sign-off<<}',
      '```',
      '',
      'After.',
    ];
    assert.deepEqual(shownPage(page.join('\n')).split('\n'), [
      'Before {--this--}.',
      '',
      '<blockquote>',
      '<mark>At least 9 died.</mark> <em>(unattributed-claim: casualty)</em><br>',
      '<br>',
      'A <del>cease-fire</del> <ins>ceasefire</ins> &#38; &#60;more&#62;. <del>Endi</del> <em>(wire-sign-off)</em>',
      '</blockquote>',
      '',
      'After.',
    ]);
  });

  it('leaves no mark of its source in any rule’s', () => {
    for (const [rule, markdown] of Object.entries(docs)) {
      const page = shownPage(markdown);
      assert.doesNotMatch(page, /```text|\{(?:==|--|~~|&#62;)/, rule);
      for (const [, figure] of page.matchAll(/<blockquote>\n([\s\S]*?)\n<\/blockquote>/g))
        assert.doesNotMatch(figure!, /^\s*$/m, rule);
    }
  });
});
