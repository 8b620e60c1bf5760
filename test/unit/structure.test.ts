// The parts of a story: each block's role by its place and shape, and what its furniture says.
import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePlainText } from '../../server/src/document/formats/plain-text';
import { readStory } from '../../server/src/document/read';
import { assignRoles } from '../../server/src/document/structure/roles';

/** "role: text" of every block; layout as it is found. */
const parts = (text: string): string[] =>
  readStory({ text, format: 'text' }).blocks.map(({ role, facts }) => `${role}: ${facts.text}`);

const body = [
  'The harbour will close at noon on Friday, the port authority said.',
  'Ships will wait outside until the storm has passed.',
];
const told = body.map((text) => `paragraph: ${text}`);
const copy = body.join('\n\n');

describe('parts of a story', () => {
  const cases: readonly [name: string, text: string, expected: readonly string[]][] = [
    ['copy alone', copy, told],
    ['a headline above it', `Harbour to close\n\n${copy}`, ['headline: Harbour to close', ...told]],
    [
      'a headline and a deck',
      `Harbour to close\n\nShips to wait outside for two days\n\n${copy}`,
      ['headline: Harbour to close', 'subhead: Ships to wait outside for two days', ...told],
    ],
    [
      'a first line that is a sentence',
      `The harbour is closed.\n\n${copy}`,
      ['paragraph: The harbour is closed.', ...told],
    ],
    [
      'a kicker before the headline',
      `Spotlight: Harbour to close\n\n${copy}`,
      ['kicker: Spotlight:', 'headline: Harbour to close', ...told],
    ],
    ['a dateline before the first sentence', `LOM, March 4 (AP) — ${copy}`, ['dateline: LOM, March 4 (AP) —', ...told]],
    [
      'a dateline under a headline and a byline',
      `Harbour to close\n\nBy ANA BRANDT\n\nLOM (Reuters) - ${copy}`,
      ['headline: Harbour to close', 'byline: By ANA BRANDT', 'dateline: LOM (Reuters) -', ...told],
    ],
    [
      'a transcriber’s brackets, which go with the dateline',
      `LOM, 18 JAN 89 (EFE) -- [REPORT] [TEXT] ${copy}`,
      ['dateline: LOM, 18 JAN 89 (EFE) -- [REPORT] [TEXT]', ...told],
    ],
    ['a known place in capitals before a colon', `NEW DELHI: ${copy}`, ['dateline: NEW DELHI:', ...told]],
    [
      'speakers before colons, though one has a place’s name',
      `WASHINGTON: ${body[0]}\n\nBRANDT: ${body[1]}`,
      [`paragraph: WASHINGTON: ${body[0]}`, `paragraph: BRANDT: ${body[1]}`],
    ],
    [
      'a day that opens the sentence behind a dateline',
      `WASHINGTON - March 4 was cold, the mayor said.\n\n${copy}`,
      ['dateline: WASHINGTON -', 'paragraph: March 4 was cold, the mayor said.', ...told],
    ],
    [
      'a writer’s role under the byline',
      `Harbour to close\n\nBy ANA BRANDT\n\nAP Business Writer\n\n${copy}`,
      ['headline: Harbour to close', 'byline: By ANA BRANDT', 'byline: AP Business Writer', ...told],
    ],
    [
      'a credit line with a page’s control behind it',
      `Harbour to close\n\nXinhua, March 4, 2024 Adjust font size:\n\n${copy}`,
      ['headline: Harbour to close', 'credit: Xinhua, March 4, 2024', 'remnant: Adjust font size:', ...told],
    ],
    ['a sign-off behind the last sentence', `${copy} Enditem`, [...told, 'sign-off: Enditem']],
    ['a sign-off on a line of its own', `${copy}\n\nREUTER`, [...told, 'sign-off: REUTER']],
    [
      'a sign-off, then the agency’s own paragraph',
      `${copy}\n\n-- BERNAMA\n\nThe agency forbids the sale of this text.`,
      [...told, 'sign-off: -- BERNAMA', 'paragraph: The agency forbids the sale of this text.'],
    ],
    [
      'a sign-off and a time stamp',
      `${copy}\n\ndpa ab cd ef\n\n101137 GMT Dez 18`,
      [...told, 'sign-off: dpa ab cd ef', 'trailer: 101137 GMT Dez 18'],
    ],
    ['more to follow', `${copy}\n\nMORE`, [...told, 'take: MORE']],
    ['a telex envelope', `ZCZC FMG000\n\n${copy}\n\nNNNN`, ['envelope: ZCZC FMG000', ...told, 'envelope: NNNN']],
    [
      'a subhead between paragraphs',
      [body[0], 'Storm warning', body[1], body[0]].join('\n\n'),
      [told[0], 'subhead: Storm warning', told[1], told[0]] as string[],
    ],
    [
      'a correction at the foot',
      `${copy}\n\nAn earlier version of this story gave the wrong day.`,
      [...told, 'correction: An earlier version of this story gave the wrong day.'],
    ],
    ['a tagline', `${copy}\n\nh/t Ana Brandt.`, [...told, 'tagline: h/t Ana Brandt.']],
    ['who else worked on it', `${copy}\n\nContributing: Ana Brandt.`, [...told, 'sign-off: Contributing: Ana Brandt.']],
    [
      'a caption by its label and by its credit',
      `${body[0]}\n\nPhoto: The harbour on Monday.\n\nShips outside the harbour. (AP Photo/Ana Brandt)\n\n${body[1]}`,
      [
        told[0],
        'caption: Photo: The harbour on Monday.',
        'caption: Ships outside the harbour. (AP Photo/Ana Brandt)',
        told[1],
      ] as string[],
    ],
    [
      'points of a list',
      `${body[0]}\n\n• Two ships\n\n• Nine boats\n\n${body[1]}`,
      [told[0], 'item: • Two ships', 'item: • Nine boats', told[1]] as string[],
    ],
    [
      'addresses behind a release',
      `${copy}\n\n###\n\nMedia contact:\n\nAna Brandt, 555-0100`,
      [...told, 'sign-off: ###', 'contact: Media contact:', 'contact: Ana Brandt, 555-0100'],
    ],
    [
      'a release’s tail, piece under piece',
      `${copy}\n\n- ENDS -\n\nAbout Lom Pilots\n\nLom Pilots guides ships into the harbour.\n\nMedia contact:\n\nAna Brandt\n\n555-010-7788\n\n© 2024 Lom Media. All rights reserved.`,
      [
        ...told,
        'sign-off: - ENDS -',
        'contact: About Lom Pilots',
        'contact: Lom Pilots guides ships into the harbour.',
        'contact: Media contact:',
        'contact: Ana Brandt',
        'contact: 555-010-7788',
        'sign-off: © 2024 Lom Media. All rights reserved.',
      ],
    ],
    [
      'a heading that opens no tail, for the story goes on',
      `${copy}\n\nContact: 555-010-7788\n\n${copy}\n\n${body[0]}\n\n${body[0]}`,
      [...told, 'subhead: Contact: 555-010-7788', ...told, told[0], told[0]] as string[],
    ],
    [
      'an advertisement between paragraphs',
      `${body[0]}\n\nAdvertisement\n\n${body[1]}`,
      [told[0], 'remnant: Advertisement', told[1]] as string[],
    ],
    [
      'two stories in one file, each with its head and foot',
      `Harbour to close\n\n${copy}\n\nREUTER\n\nMill to open\n\nBROD, March 4 (Reuters) - ${copy}\n\nREUTER`,
      [
        'headline: Harbour to close',
        ...told,
        'sign-off: REUTER',
        'headline: Mill to open',
        'dateline: BROD, March 4 (Reuters) -',
        ...told,
        'sign-off: REUTER',
      ],
    ],
    [
      'furniture folded together in wrapped copy',
      `BC-EU--Port Closure,340\n(Adds minister's comment)\nEMBARGOED UNTIL 0001 GMT, 9 MAY 2026\n\n${copy}`,
      [
        'slug: BC-EU--Port Closure,340',
        "advisory: (Adds minister's comment)",
        'embargo: EMBARGOED UNTIL 0001 GMT, 9 MAY 2026',
        ...told,
      ],
    ],
    [
      'a mark inside a quotation',
      `${body[0]}\n\nHe read the last line: "The ship sank. ENDS"`,
      [told[0], 'paragraph: He read the last line: "The ship sank. ENDS"'] as string[],
    ],
    [
      'a name behind a title',
      `${body[0]}\n\nShe thanked Mr. Endi`,
      [told[0], 'paragraph: She thanked Mr. Endi'] as string[],
    ],
  ];
  for (const [name, text, expected] of cases) it(`knows ${name}`, () => assert.deepEqual(parts(text), expected));

  it('reads place, day and agency of a dateline', () => {
    const data = readStory({ text: `SAN DIEGO, Calif., March 11, 2024 (tca/dpa) - ${copy}`, format: 'text' }).blocks[0]
      ?.data;
    assert.deepEqual(data, { place: 'SAN DIEGO, Calif.', agency: 'tca/dpa', month: 3, day: 11, date: '2024-03-11' });
  });

  it('takes the story’s day from a full dateline or credit line, where none is given', () => {
    const dated = (text: string, date?: string) => readStory({ text, format: 'text', date }).date;
    assert.equal(dated(`LOM, March 11, 2024 (dpa) - ${copy}`), '2024-03-11');
    assert.equal(dated(`Harbour to close\n\nXinhua, March 12, 2024\n\n${copy}`), '2024-03-12');
    assert.equal(dated(`LOM, March 11 (dpa) - ${copy}`), undefined);
    assert.equal(dated(`LOM, March 11, 2024 (dpa) - ${copy}`, '2023-01-01'), '2023-01-01');
    assert.equal(dated(`LOM, February 30, 2024 (dpa) - ${copy}`), undefined);
  });

  it('reads the instant at which an embargo ends', () => {
    const until = (line: string) =>
      readStory({ text: `${line}\n\n${copy}`, format: 'text' }).blocks.find(({ role }) => role === 'embargo')?.data
        ?.until;
    assert.equal(until('EMBARGOED UNTIL 0001 GMT, 9 MAY 2026'), '2026-05-09T00:01:00.000Z');
    assert.equal(until('Embargoed until 00:01 BST, May 9, 2026'), '2026-05-08T23:01:00.000Z');
    assert.equal(until('EMBARGOED: 9 a.m. EST, Jan. 5, 2026'), '2026-01-05T14:00:00.000Z');
    assert.equal(until('EMBARGOED UNTIL May 9, 2026'), '2026-05-09');
    assert.equal(until('HOLD FOR RELEASE'), undefined);
  });

  it('covers every character but white space, once, in order, on any text', () => {
    const pieces = fc.constantFrom(
      ...[
        'Enditem',
        'REUTER',
        ' ',
        '\n',
        '\n\n',
        '. ',
        '"',
        '“',
        '(',
        ')',
        '[TEXT]',
        '--',
        'LOM, March 4 (AP) — ',
        'By Ana Brandt',
        'said',
        'BC-A--B,340',
      ],
      ...[
        'Adjust font size:',
        'EMBARGOED UNTIL',
        '9 MAY 2026',
        '(Adds',
        '\ud800',
        '\u200b',
        '🙂',
        '-30-',
        'ZCZC',
        'NNNN',
        '___',
        'dpa ab',
        'Media contact:',
        './.',
      ],
    );
    const text = fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (draft) => {
        const parsed = parsePlainText({ text: draft, format: 'text' });
        let end = 0;
        for (const part of assignRoles(parsed)) {
          assert.ok(
            part.start >= end && part.end > part.start,
            `${part.role} at ${part.start}-${part.end} behind ${end}`,
          );
          assert.equal(parsed.prose.slice(end, part.start).trim(), '');
          end = part.end;
        }
        assert.equal(parsed.prose.slice(end).trim(), '');
      }),
      { numRuns: 300 },
    );
  });
});
