// Attributions: one line of copy each, with what is marked in it: [source], <cue>, {content}.
import * as assert from 'node:assert/strict';
import { type Attribution, attributionsOf } from '../../server/src/analysis/attribution/attribution';
import { readParagraph } from '../../server/src/document/segment/paragraph';
import type { Role } from '../../server/src/document/role';
import type { Span } from '../../server/src/text/span';

interface Marked {
  readonly text: string;
  readonly source: Span[];
  readonly cue: Span[];
  readonly content: Span[];
}

/** Takes the marks out and remembers where they stood. */
function unmark(marked: string): Marked {
  const spans: Record<string, Span[]> = { '[': [], '<': [], '{': [] };
  const open: { mark: string; at: number }[] = [];
  let text = '';
  for (const character of marked) {
    if ('[<{'.includes(character)) open.push({ mark: character, at: text.length });
    else if (']>}'.includes(character)) {
      const { mark, at } = open.pop() as { mark: string; at: number };
      (spans[mark] as Span[]).push({ start: at, end: text.length });
    } else text += character;
  }
  return { text, source: spans['['] as Span[], cue: spans['<'] as Span[], content: spans['{'] as Span[] };
}

const read = (text: string, role: Role = 'paragraph') => attributionsOf(readParagraph(text, role, false));

const show = (text: string, spans: readonly (Span | null)[]): string[] =>
  spans.flatMap((span) => (span ? [text.slice(span.start, span.end)] : []));

/** The attributions made by words; quotations that stand without a cue are left out. */
function assertMarks(marked: string, type?: Attribution['type'], role?: Role): void {
  const { text, source, cue, content } = unmark(marked);
  const found = read(text, role).filter((a) => a.cue !== null);
  assert.deepEqual(
    show(
      text,
      found.map((a) => a.cue),
    ),
    show(text, cue),
    `cues of ${marked}`,
  );
  assert.deepEqual(
    show(
      text,
      found.map((a) => a.source),
    ),
    show(text, source),
    `sources of ${marked}`,
  );
  assert.deepEqual(
    found.flatMap((a) => show(text, a.content)),
    show(text, content),
    `contents of ${marked}`,
  );
  if (type) assert.deepEqual([...new Set(found.map((a) => a.type))], [type], `type of ${marked}`);
}

describe('attribution', () => {
  describe('by a verb', () => {
    for (const [name, marked, type] of [
      ['a clause', '[The minister] <said> {the road would open in May}.', 'indirect'],
      ['with "that"', '[The army] <has insisted> {that it held the port}.', 'indirect'],
      ['behind the words', '{The road is open}, [the army] <said>.', 'indirect'],
      ['inverted', '{"The road is open,"} <said> [General Omar Dessa], who leads the army.', 'direct'],
      ['a fragment quoted', '[The judge] <called> {the contract "a cathedral of nonsense"}.', 'mixed'],
      ['adjuncts between', '[Dessa] <told> reporters in Lom on Monday {that the road was open}.', 'indirect'],
      ['an apposition between', "[Ada Brenn, the bank's chief economist,] <said> {prices would fall}.", 'indirect'],
      ['a document', '[The indictment] <says> {he moved the money through a cousin}.', 'document'],
      ['an aside', '{Sales fell in May}, [the figures] <show>.', 'document'],
      ['an act', '[The Lions Front] <claimed> {responsibility for the bombing}.', 'act'],
      ['a public act', '[Parliament] <vetoed> {the bill}.', 'act'],
      ['a plan', '[The company] <plans> {to close two plants}.', 'attitude'],
      ['a figure put', '[The ministry] <put> {the number of the dead at 14}.', 'indirect'],
      [
        'a figure put, behind all that it counts',
        '[Dessa] <puts> {the number of its people killed and wounded in the war at 35 million}.',
        'indirect',
      ],
      [
        'a figure put, with an aside',
        '[Police] <put> {the number of people hurt in the two blasts, most of them young, at two hundred}.',
        'indirect',
      ],
      ['a chance put', '[Brokers] <put> {the chance of a default within two years at one in five}.', 'indirect'],
      ['a cost put', '[The bank] <put> {damage from the storm at $3 billion}.', 'indirect'],
      ['pictures', '[Satellite images] <show> {three new runways}.', 'document'],
      [
        'far from its subject',
        '[The mayor, whose wife works for the mill,] on Monday <called> {it "a pack of lies"}.',
        'direct',
      ],
      ['in a clause of time', 'It came days after [the carmaker] <said> {it would close a plant}.', 'indirect'],
      [
        'described behind a comma',
        '[A second source, close to one of the partners,] <said> {the deal was dead}.',
        'indirect',
      ],
      [
        'described, one comma',
        '[A second source, close to one of the partners] <later confirmed> {the report}.',
        'indirect',
      ],
      [
        'quoted by another',
        '[Omar Dessa] <was quoted by the state agency as saying> {that the road was open}.',
        'indirect',
      ],
      ['on the air', '[The bishop] took to the radio <to say> {the church would close}.', 'indirect'],
      [
        'behind an opening participle',
        'Speaking to growers, [a port official] shrugged and <blamed> {the cranes}.',
        'indirect',
      ],
      ['nameless by wish', '[Nurses in the camp, who asked not to be named,] <spoke> of {empty shelves}.', 'indirect'],
      ['in a relative clause', 'The law, which [the mayor] <says> {will cost jobs}.', 'indirect'],
      ['with a word between commas', '[The envoy] <added>, though, {that the roof had held}.', 'indirect'],
      ['that somebody seems to say', '[The coach] <seemed to suggest> {the pitch was wet}.', 'indirect'],
      ['that somebody is quick to say', '[Mr. Lee] was quick <to dismiss> {the idea}.', 'indirect'],
      ['behind another clause', 'Prices fell sharply after [the ministry] <said> {it would sell grain}.', 'indirect'],
      [
        'in a clause with a subject of its own',
        'It is the pact under which [ministers] <agreed> {to sell}.',
        'indirect',
      ],
      ['that is tried', '[The firm] <tried to explain> {a merger}.', 'indirect'],
      ['of a family', '[The family] <said> {the boy was safe}.', 'indirect'],
      ['a tally', '[An agency tally] <shows> {90 dead}.', 'document'],
      ['a clause that begins with "nothing"', '[The firm] <said> {nothing was owed}.', 'indirect'],
      ['behind a day', 'On Monday [the court] <said> {the road was closed}.', 'indirect'],
      ['of some number', '{"The road is closed,"} <said> [two survivors].', 'direct'],
      ['of a house in -’s', '[Moody’s] <said> {the debt was junk}.', 'indirect'],
      ['a particle', '[The envoy] <pointed out> {that the road was open}.', 'indirect'],
    ] as const) {
      it(name, () => assertMarks(marked, type));
    }
  });

  describe('where what is said ends', () => {
    for (const marked of [
      // a clause before the main one
      'When [the mayor] <said> {the bridge was safe}, the crowd was gone.',
      'After [aides] <insisted> {that the tour would go on}, the singer flew home.',
      'While [engineers] <say> {the wall will hold}, the town has packed its bags.',
      'With [dockers] <worried> about {the new cranes}, the port called a meeting.',
      // a clause inside another
      'The audit, [which] <notes> {that two vans are missing}, was late.',
      'The audit – [which] <notes> {that two vans are missing} – was late.',
      'The harbour (which [the port] <says> {is safe for ferries}) is closed.',
      // who that is stands behind the phrase
      '{The bridge had moved}, <according to> [Adler], head of the works.',
      '{The bridge}, <according to> [the surveyors], {had moved by a metre}.',
      // what the writer tells besides
      'In the end, [the council] <agreed> {to pay for the bridge}.',
      '[Police] <said> {the road was open}, but drivers were still being turned back.',
    ])
      it(marked, () => assertMarks(marked));
  });

  describe('by a verb of seeing, and of those who were asked', () => {
    for (const marked of [
      '[The union] <painted> {the mayor as a friend of the banks}.',
      '[Police] <identified> {the driver as Otto Moll}.',
      '{The bridge} <is considered> {a danger to lorries}.',
      'In the count, [46 percent] <would back> {the mayor}.',
      'It is a move that [critics] <believe> {will sink the port}.',
      'The board is looking for somebody [who] <thinks> {the fleet requires new boats}.',
      '[Adler] <added> {that "the wall will hold"}.',
      '[The mayor] <is warning> voters {that the wall may fall}.',
      "[Prosecutors'] most serious <claim is> {that the log was burned}.",
    ])
      it(marked, () => assertMarks(marked));
  });

  describe('by a preposition', () => {
    for (const marked of [
      '<In> [a Lom Herald poll released on Monday], {the mayor led by five points}.',
      '<In> [exit polls], {most put rents first}.',
      '{The mayor led by five points} <in> [the latest Herald poll].',
      '<To> [Adler], {the bridge is a disgrace}.',
      '<As stated in> [the report], {the bridge was never tested}.',
    ])
      it(marked, () => assertMarks(marked));
    it('of nobody: a way, a purpose, a poll that is not told from others', () => {
      for (const text of [
        'To Vienna, the road is long and steep.',
        'In a field near the poll, two dogs fought.',
        'Voters in the polls were few.',
        'The mayor is ahead in the polls.',
        'In the survey office, the lights were on.',
        'In a poll station, 20 people were hurt.',
        'The boats cast nets as rebels shelled the port.',
        'The mayor presented flags as guests arrived.',
      ])
        assert.deepEqual(
          read(text).map(({ cue }) => cue),
          [],
          text,
        );
    });
  });

  describe('words inside what somebody said', () => {
    for (const [name, marked] of [
      ['what is yet to be said', '[Adler] <said> {the board would tell the crew to report on Monday}.'],
      ['what a noun only names', '[The union] <criticised> {the bank for its support of the merger}.'],
      ['what will be said, in no one else\u2019s words', '[The mayor] <would say> only {that the wall had moved}.'],
      ['a plan that does something is no words', 'It is a plan that could sink the port.'],
    ] as const)
      it(name, () => assertMarks(marked));
  });

  describe('without a verb', () => {
    for (const [name, marked] of [
      ['according to, first', '<According to> [the ministry], {nine people were hurt}.'],
      ['according to, last', '{Nine people were hurt}, <according to> [the ministry].'],
      [
        'according to somebody described',
        '<According to> [Omar Dessa, a shopkeeper who saw the raid], {the men wore uniforms}.',
      ],
      [
        'according to one, of another described',
        '<According to> [Reuters], {a leader of the group, Abu Musa, was killed}.',
      ],
      ["by somebody's count", "<By [the United Nations'] count>, {3,400 people have fled}."],
      ["in somebody's telling", "{The talks collapsed}, <in [the minister's] telling>."],
      ['a position', "[The bank's] <position is> {that the loans were never made}."],
      ['a case', '[The prosecutors’] <case is> {that the money went abroad}.'],
      ['a noun with its owner', "There was laughter at [the minister's] <claim> {that the road is open}."],
      ['a noun, and who is behind it', 'Few heeded <warnings> from [the port] {that the wall would fall}.'],
      ['a noun carried by a verb', '[Aid groups] <have raised alarm> about {the situation of those left behind}.'],
      ['an adjective', '[The mayor] <is worried> {that the dam could fail}.'],
    ] as const) {
      it(name, () => assertMarks(marked));
    }
  });

  describe('in headlines', () => {
    it('a body whose letters are a word', () => assertMarks('{Fever kills 12}<:> [WHO]', 'indirect', 'headline'));
    it('an office by its letters', () => assertMarks('{Fever kills 12} <-> [PM]', 'indirect', 'headline'));
    it('no office behind an hour', () => assert.deepEqual(read('Talks to open - 3 PM', 'headline'), []));
    it('a speaker behind a colon', () => assertMarks('{Blast at market kills 12}<:> [police]', 'indirect', 'headline'));
    it('a speaker at the end', () =>
      assertMarks('{Rebels take northern town}, [monitor] <says>', 'indirect', 'headline'));
  });

  describe('words that only look like cues', () => {
    for (const text of [
      'Baker Saad Said was opening his shop when the raid began.',
      'The ferry left Port Said at noon.',
      'Holm claimed her third title on Sunday.',
      'The blast claimed 12 lives.',
      'Nine people were admitted to hospital.',
      'The report is due in May, and two plans lie on the table.',
      'Shares rose on press reports of a merger, and on central bank figures.',
      'They said goodbye at the gate.',
      'The accused man left through the back door.',
      'The mill put its workers at risk, and 20 left.',
      'The ferry put in at 14 ports.',
      'The driver put the keys of the van in the box at 5:30 p.m.',
      'The driver put the van in the yard at 5 pm.',
      'The baker put the bags of flour at the door.',
      "By the city's north gate, 3,400 people have camped.",
      'The members opened a program called Lomnet.',
    ]) {
      it(text, () => assert.deepEqual(read(text), []));
    }
  });

  it('takes no contraction for an owner', () => {
    for (const text of ["There's no doubt that the mill will close.", "That's a claim that the mill will close."])
      assert.deepEqual(
        read(text).filter(({ source }) => source),
        [],
        text,
      );
  });

  it('keeps a stance inside reported words as part of them', () => {
    assertMarks('[The mayor] <said> {she supports the plan and hopes to build it}.');
  });

  it('reads no cue inside a quotation', () => {
    const found = read('"He said it would hold," the engineer recalled.');
    assert.deepEqual(found.map((a) => a.lemma).filter(Boolean), ['recall']);
  });

  it('gives spans that lie in the paragraph, whatever stands there', () => {
    for (const text of [
      '',
      ' ',
      '"',
      'said',
      ':',
      'said said said',
      '“said ”said',
      'According to',
      "'s said that",
      '\u{1f600} said \ud800',
    ]) {
      for (const { cue, source, content } of read(text)) {
        for (const span of [cue, source, ...content]) {
          if (span) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, text);
        }
      }
    }
  });
});
