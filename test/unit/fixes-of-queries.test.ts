// What the fixes of queries leave behind: a sentence that can stand, or none is offered and the finding stays.
import * as assert from 'node:assert/strict';
import { buildSettings } from '../../server/src/config/build';
import { parseMarkdown } from '../../server/src/document/formats/markdown';
import { readStory } from '../../server/src/document/read';
import { toRecord } from '../../server/src/engine/diagnostic';
import { lint } from '../../server/src/engine/lint';
import { rules } from '../../server/src/rules/index';
import { applyEdits } from '../../server/src/text/edit';

// eager: where a gap goes does not depend on what the judge makes of a mark behind the stop
const settings = buildSettings(
  [{ extends: 'recommended', rules: { 'unattributed-claim': ['information', { eager: true }] } }],
  rules,
);

/** The text after the first fix of the rule's only finding; `as it is` where it offers none, nothing where it finds nothing. */
function fixedBy(rule: string, text: string, format: 'text' | 'markdown' = 'text'): string | undefined {
  const story = readStory({ text, format }, undefined, format === 'markdown' ? parseMarkdown : undefined);
  const { diagnostics } = toRecord(lint(story, settings, rules), text);
  const found = diagnostics.find((d) => d.rule === rule);
  return found && (found.fixes[0] ? applyEdits(text, found.fixes[0].edits) : 'as it is');
}

describe('“said” in the place of a loaded verb', () => {
  const fits: readonly (readonly [string, string])[] = [
    ['The mayor claimed that the bridge was safe.', 'The mayor said that the bridge was safe.'],
    [
      'The mayor claimed in a letter on Monday that it was safe.',
      'The mayor said in a letter on Monday that it was safe.',
    ],
    ['The mayor claims she was never asked.', 'The mayor says she was never asked.'],
    ['Two clerks claim the letters were burnt.', 'Two clerks say the letters were burnt.'],
    ['The board has admitted it was slow.', 'The board has said it was slow.'],
    ['She left the hall, claiming that nobody had listened.', 'She left the hall, saying that nobody had listened.'],
    ['The bridge is safe, the mayor claims.', 'The bridge is safe, the mayor says.'],
    ['The bridge, the mayor conceded, is old.', 'The bridge, the mayor said, is old.'],
    ['“It is the best bridge in the land,” the mayor boasted.', '“It is the best bridge in the land,” the mayor said.'],
    [
      '“It is the best bridge in the land,” crowed Mayor Olga Brenn.',
      '“It is the best bridge in the land,” said Mayor Olga Brenn.',
    ],
    ['The mayor boasted, “Nobody builds as we do.”', 'The mayor said, “Nobody builds as we do.”'],
    ['The mayor insisted that the bridge was safe.', 'The mayor said that the bridge was safe.'],
    ['The mayor insists they are ready.', 'The mayor says they are ready.'],
    [
      'THE MAYOR CLAIMED THAT THE BRIDGE WAS SAFE AND THAT THE TOWN HAD PAID.',
      'THE MAYOR SAID THAT THE BRIDGE WAS SAFE AND THAT THE TOWN HAD PAID.',
    ],
  ];
  for (const [text, left] of fits) it(text, () => assert.equal(fixedBy('loaded-verb', text), left));

  const others = [
    'The man claimed to own the field.',
    'The mayor claims to have found the letter.',
    'She conceded defeat to her rival on Monday.',
    'The mayor insisted that the firm pay for the bridge.',
    'The union insisted that the mill close before the talks could begin.',
    'The envoy insisted the rebels leave the town.',
    'The envoy insisted he leave the town.',
    'The envoy insisted that Lom “stop its raids”.',
    'The clerk said he claims that the letter was lost.',
    'The mayor said the road was open, insisting that it was safe.',
    'Steel prices would, if maintained, “eat up” the profit, Olga Brenn told the paper.',
    'They admitted the possibility that the talks would fail.',
    'People who claimed refunds in Lom were sent home.',
    'The town claimed that prize in 2010.',
    'The mayor claimed “one or two” victories.',
    'The firm maintains its own stock of salt and says it is enough.',
    'The lead, a margin maintained since May, is small.',
    'The clerk absurdly claimed that the moon was hers.',
    'The mayor bragged about the bridge, and nobody listened.',
  ];
  for (const text of others)
    it(`none: ${text}`, () => assert.ok([undefined, 'as it is'].includes(fixedBy('loaded-verb', text))));
});

describe('one of two hedges', () => {
  const goes: readonly (readonly [string, string])[] = [
    ['Police said the driver allegedly fled on foot.', 'Police said the driver fled on foot.'],
    ['Police said that the driver of the van allegedly fled.', 'Police said that the driver of the van fled.'],
    ['Police said the driver had allegedly fled on foot.', 'Police said the driver had fled on foot.'],
    ['The driver allegedly fled on foot, police said.', 'The driver fled on foot, police said.'],
    [
      'Orel allegedly forged 70 permits, according to the indictment.',
      'Orel forged 70 permits, according to the indictment.',
    ],
    [
      'According to the indictment, Orel allegedly forged 70 permits.',
      'According to the indictment, Orel forged 70 permits.',
    ],
    ['Holm is accused of allegedly stealing 40 bicycles.', 'Holm is accused of stealing 40 bicycles.'],
  ];
  for (const [text, left] of goes) it(text, () => assert.equal(fixedBy('double-hedge', text), left));

  const stay = [
    'Police said Orel met the mayor in May and allegedly received his backing.',
    'Police said the van was found in a field, reportedly abandoned.',
    'The mill was sold and reportedly abandoned, the mayor said.',
    'Police said the van that Orel allegedly stole was found.',
    'Police said a van Orel allegedly stole was found.',
    'Police said the bags allegedly sold by Orel were empty.',
    'According to police, Orel had a permit for the guns he allegedly used.',
    'Analysts said the firm would grow, even though its prices are reportedly fixed.',
    'Police confirmed that Orel allegedly forged the permits.',
    'Orel denied that he allegedly forged the permits.',
    'Holm was charged with allegedly stealing 40 bicycles.',
    'Police said the driver is alleged to have fired twice.',
    // what the source has from others
    'Orel reportedly forged 70 permits, according to the indictment.',
    'Reportedly, two towns were cut off, the ministry said.',
    'There were reportedly four people on board; according to police, one died.',
    'Orel reportedly began to shout, and one man left the hall, according to the paper.',
    'The firm will sue to halt allegedly false claims, the paper said.',
  ];
  for (const text of stay)
    it(`stays: ${text}`, () => assert.ok([undefined, 'as it is'].includes(fixedBy('double-hedge', text))));
});

describe('a gap for the source', () => {
  const toll = 'At least 40 people were killed in the attack, many of them children';
  const behind: readonly (readonly ['text' | 'markdown', string])[] = [
    ...[
      '[1]',
      '[^2]',
      '[1][2]',
      '¹',
      '¹²',
      '7',
      '(3)',
      '†',
      '*',
      '[citation needed]',
      '<br>',
      '</p>',
      '<sup>4</sup>',
      '_',
      '[1](#n1)',
    ].map((mark) => ['text', mark] as const),
    ...['[1]', '<sup>4</sup>', '[[1]](#n1)', '[1](#n1)', '<!-- ask -->', '^5^', '<br>'].map(
      (mark) => ['markdown', mark] as const,
    ),
  ];
  for (const [format, mark] of behind)
    for (const more of ['', ' The market was quiet on Sunday.'])
      it(`stands before the stop, and so before ${mark} (${format}${more && ', with more behind it'})`, () => {
        assert.equal(
          fixedBy('unattributed-claim', `${toll}.${mark}${more}`, format),
          `${toll}, TK said.${mark}${more}`,
        );
      });

  for (const [text, left, format = 'markdown'] of [
    [`${toll} in Gaza.`, `${toll} in Gaza, TK said.`],
    [`${toll} by men of Lom Co.`, `${toll} by men of Lom Co., TK said.`],
    [`*${toll}.*`, `*${toll}, TK said.*`],
    [`**${toll}.** The market was quiet.`, `**${toll}, TK said.** The market was quiet.`],
    [`*${toll}.*`, `*${toll}, TK said.*`, 'text'],
    [`${toll} on **Sunday**.`, `${toll} on **Sunday**, TK said.`],
    [`${toll} on [Sunday](https://a.example).`, `${toll} on [Sunday](https://a.example), TK said.`],
    [`${toll} of the U.S.[1]`, `${toll} of the U.S., TK said.[1]`, 'text'],
    [
      `${toll} on *[Sunday](https://a.example)*.[^1]\n\n[^1]: A note.`,
      `${toll} on *[Sunday](https://a.example)*, TK said.[^1]\n\n[^1]: A note.`,
    ],
  ] as const)
    it(`keeps markup whole: ${text} (${format})`, () =>
      assert.equal(fixedBy('unattributed-claim', text, format), left));

  // a mark says where the gap goes
  for (const marked of [
    `${toll}‸, but the builders said nothing.`,
    `${toll}‸ while the builders made no comment.`,
    `${toll}‸; the builders made no comment.`,
    `${toll}‸, although the army denied it.`,
    `At least 40 people were killed in the attack‸ as the army said it was advancing.`,
    `${toll}, but many were saved‸.`,
    `The army said nothing, but at least 40 people were killed in the attack‸.`,
    `${toll}‸. #lom`,
    `${toll}‸. @lomnews #lom https://a.example/b`,
    `${toll} in Lom, Orsk etc.‸`,
  ]) {
    const gap = /‸ (?:while|as)/.test(marked) ? ', TK said,' : marked.endsWith('‸') ? ', TK said.' : ', TK said';
    it(`stands behind the claim’s own clause: ${marked}`, () =>
      assert.equal(fixedBy('unattributed-claim', marked.replace('‸', '')), marked.replace('‸', gap)));
  }

  for (const text of [`When ${toll.toLowerCase()}, the army said nothing.`, `${toll}, see https://a.example/b`])
    it(`none in front of another’s clause, or behind an address: ${text}`, () =>
      assert.equal(fixedBy('unattributed-claim', text), 'as it is'));

  for (const gap of ['(TK)', '[source TK]'])
    it(`none where the writer has left one: ${gap}`, () =>
      assert.equal(fixedBy('unattributed-claim', `${toll} ${gap}.`), undefined));

  it('stands behind words, and not behind the space before a comment', () =>
    assert.equal(fixedBy('unattributed-claim', `${toll} <!-- ask -->.`, 'markdown'), `${toll}, TK said <!-- ask -->.`));

  for (const [text, format] of [
    [`[${toll}.](https://a.example)`, 'markdown'],
    [`${toll} on [Sunday.](https://a.example)`, 'markdown'],
    [`${toll}.<ref name="a">The paper</ref>`, 'text'],
    [`${toll}.{{note}}`, 'text'],
  ] as const)
    it(`none inside a link’s words, or behind what nobody knows: ${text}`, () =>
      assert.equal(fixedBy('unattributed-claim', text, format), 'as it is'));
});
