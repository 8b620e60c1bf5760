import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { coverOf } from '../../server/src/analysis/carry/carry';
import { claimsOf, questionsOf } from '../../server/src/analysis/claims/claims';
import { useWeights, weights } from '../../server/src/analysis/claims/weights';
import { readStory } from '../../server/src/document/read';
import { type Genre, type Story, sentencesOf } from '../../server/src/document/story';
import { claimClasses, families } from '../../server/src/lexicon/claims/load';
import { formsOf, readEntry } from '../../server/src/lexicon/claims/inflect';

const read = (text: string, date?: string, genre?: Genre): Story => readStory({ text, format: 'text', date, genre });

/** What the desk asks about, as `class: words`. */
const asked = (story: Story): string[] =>
  questionsOf(story).map(({ class: cls, asks }) => `${cls}: ${story.prose.slice(asks.start, asks.end)}`);

describe('claims', () => {
  it('mark the clause where the rest of the sentence is somebody’s act', () => {
    const by = weights();
    assert.ok(!('problem' in by));
    useWeights({ ...by, asks: 0 });
    try {
      assert.deepEqual(
        asked(read('About 40,000 people fled the valley, and the government has pledged tents.')).map((one) =>
          one.replace(/^\w+: /, ''),
        ),
        ['About 40,000 people fled the valley'],
      );
    } finally {
      useWeights(undefined);
    }
  });

  it('mark no words that begin or end within a clause', () => {
    const by = weights();
    assert.ok(!('problem' in by));
    useWeights({ ...by, asks: 0 });
    const stories = [
      'About 40,000 people fled the valley, and the government has pledged tents.',
      'Police urged people to leave the town; at least 12 houses burned down in the night.',
      'The council welcomed the plan, but the port lost 40 ships in May.',
      'Doctors fear at least 200 people were killed by gunmen who attacked the village, angry over land.',
      'The union hopes the yard will keep its 300 jobs until the ferry is sold.',
    ].map((text) => read(text));
    let clauses = 0;
    try {
      for (const story of stories)
        for (const { sentence, asks } of questionsOf(story)) {
          const { start, end } = sentencesOf(story)[sentence] as { start: number; end: number };
          if (asks.start > start || asks.end < end) clauses++;
          assert.match(story.prose.slice(start, asks.start), /^$|(?:[,;:–—-]|\b(?:and|but|while|whereas))["”’]? *$/);
          assert.match(story.prose.slice(asks.end, end), /^$|^["”’]? *(?:[,;:–—-]|(?:and|but|while|whereas)\b|[.!?])/);
        }
      assert.ok(clauses > 1, String(clauses));
    } finally {
      useWeights(undefined);
    }
  });

  it('are told apart by status', () => {
    const story = read(
      'Rebels captured the port of Sennar, the army said.\n\nAt least 17 people were killed in the blast.',
    );
    assert.deepEqual(
      claimsOf(story).map((claims) => claims.map(({ class: cls, status }) => `${cls} ${status}`)),
      [['territory sourced'], ['casualty unsourced']],
    );
  });

  it('say what weighed most, for a question and for a silence', () => {
    const [claim] = claimsOf(read('Rebels captured the port of Sennar, the army said.')).flat();
    assert.equal(claim?.evidence.length, 3);
    assert.ok(claim.evidence.every(({ text, weight }) => text && weight < 0));
    assert.equal(claim.why, 'sourced in the sentence: army');
    const silent = claimsOf(
      read('The bank said its profit rose.\n\nShares of the bank are expected to rise by 3 percent on Monday.'),
    )
      .flat()
      .filter(({ status }) => status === 'exempt');
    for (const { why } of silent) assert.match(why, /^not sure enough to ask(?:; most against it: .+)?$/);
    const [asked] = claimsOf(read('At least 17 people were killed in the blast.')).flat();
    assert.ok(asked?.evidence.every(({ weight }) => weight > 0));
  });

  it('are not asked for where the page is a record of turns', () => {
    const turn = '[REPORTER] What is known of the raid?\n\n[MALOUF] The rebels killed 12 people in the market.\n\n';
    assert.equal(read(turn).genre, 'transcript');
    assert.equal(read('[MALOUF] The rebels killed 12 people in the market.\n').genre, 'story');
  });

  for (const genre of ['headlines', 'letter', 'opinion', 'caption', 'transcript'] as const)
    it(`are not asked about in the genre ${genre}`, () =>
      assert.deepEqual(asked(read('At least 17 people were killed in the blast.', undefined, genre)), []));

  it('never throw, and stand inside their story', () => {
    const words = fc.constantFrom(
      ...'rebels captured killed 17 people , . " “ ” said the army is expected to will collapse by 2030 1998 in because of Monday - $20 million 3-1 crowd of 5,000 É 🚢 \n'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (list) => {
        const story = read(list.join(' '));
        const claims = claimsOf(story).flat();
        for (const { start, end } of [...claims, ...questionsOf(story, true).map(({ asks }) => asks)])
          assert.ok(0 <= start && start < end && end <= story.prose.length);
        for (const cover of coverOf(story)) if (cover) assert.ok(sentencesOf(story)[cover.sentence]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('carry', () => {
  const why = (text: string): (string | undefined)[] => coverOf(read(text)).map((cover) => cover?.why);

  it('holds within a paragraph', () =>
    assert.deepEqual(why('Two trams collided, the operator said. Eleven people were hurt.'), [
      undefined,
      'same paragraph',
    ]));
  it('ends with the paragraph', () =>
    assert.deepEqual(why('Two trams collided, the operator said.\n\nEleven people were hurt.'), [
      undefined,
      undefined,
    ]));
  it('breaks where time turns', () =>
    assert.deepEqual(why('Two trams collided, the operator said. Earlier, eleven people were hurt.'), [
      undefined,
      undefined,
    ]));
  it('goes on over back-shifted tense', () =>
    assert.equal(
      why('The army would take the port, General Dessa said.\n\nIt would not stop at the river.')[1],
      'free indirect speech',
    ));
  it('holds between two mentions of one source', () =>
    assert.equal(
      why('The bank lost money, Anna Moll said.\n\nIts branches are closing.\n\nMoll said that it would be sold.')[1],
      'between two mentions of one source',
    ));
  it('holds for the list that a sourced sentence opens', () => {
    const list = '\n- The valve was broken.\n- Nobody was warned.';
    assert.deepEqual(why(`Among the findings of the report:${list}`), [undefined, 'list', 'list']);
    assert.deepEqual(why(`Closed on Monday:${list}`), [undefined, undefined, undefined]);
  });
  it('breaks where the writer speaks of what the source said', () =>
    assert.notEqual(
      why(
        'The bank lost money, Anna Moll said.\n\nHer remarks will not help it.\n\nMoll said that it would be sold.',
      )[1],
      'between two mentions of one source',
    ));
  it('does not start from a pledge', () =>
    assert.equal(why('The government pledged tents. Rebels captured a town.')[1], undefined));
});

describe('the claim lexicon', () => {
  it('has a class that a desk knows for each family', () => {
    for (const family of families().values()) assert.ok(claimClasses.includes(family.class), family.id);
  });
  it('says each thing once', () => {
    for (const file of ['patterns', 'exit-patterns']) {
      const rows = readFileSync(`server/src/lexicon/claims/${file}.tsv`, 'utf8').split('\n').filter(Boolean);
      assert.deepEqual(
        rows.filter((row, i) => !row.startsWith('#') && rows.indexOf(row) !== i),
        [],
      );
    }
  });
  it('knows the forms of a verb', () => {
    assert.deepEqual(formsOf('seize~'), ['seize', 'seizes', 'seized', 'seizing']);
    assert.deepEqual(formsOf('occupy~'), ['occupy', 'occupies', 'occupied', 'occupying']);
    assert.deepEqual(formsOf('repel~~'), ['repel', 'repels', 'repelled', 'repelling']);
    assert.deepEqual(formsOf('town~s'), ['town', 'towns']);
    assert.deepEqual(formsOf('rout~d'), ['routed']);
  });

  it('know what an entry of several words stands for', () => {
    const read = (entry: string) => readEntry(entry).map((words) => words.join(' '));
    assert.deepEqual(read('harbour_pilot~s'), ['harbour pilot', 'harbour pilots']);
    assert.deepEqual(read('steal~d_boat~s'), ['stealed boat', 'stealed boats']);
    assert.deepEqual(read('there_is'), ['there is', "there's"]);
    assert.deepEqual(read('they_will_be'), ['they will be', "they'll be"]);
    assert.deepEqual(read('town_is'), ['town is']);
    assert.deepEqual(read('it_has'), ['it has'], 'what is written "it\'s" is nearly always "it is"');
  });
});

/** Of all the ways below to attribute a claim, those behind which the judge may still hear nobody. */
const ASKED_ALL_THE_SAME = 4;

describe('claims, however they are attributed', () => {
  const told = [
    'at least 17 people were killed in the raid',
    'rebels seized the town of Lom',
    'the mayor took bribes from builders',
    'prices will double by June',
    'the fire was caused by a faulty heater',
    'the minister lied to parliament',
    'the army shelled a hospital',
    '40,000 people have fled the valley',
    'the group is plotting attacks abroad',
    '10,000 people marched through the capital',
    'police beat the protesters',
    'the attack was meant to punish the clan',
    'the militia is armed by its neighbour',
    'the policy is a failure',
    'three men raped the girl',
    'the economy is expected to shrink next year',
    'the bank laundered money for the cartel',
    'the general ordered the killings',
  ];
  const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
  const frames: readonly ((claim: string) => string)[] = [
    (c) => `Police said ${c}.`,
    (c) => `${capital(c)}, police said.`,
    (c) => `${capital(c)}, according to the ministry.`,
    (c) => `According to the ministry, ${c}.`,
    (c) => `The ministry said on Monday that ${c}.`,
    (c) => `On Tuesday the opposition claimed ${c}.`,
    (c) => `Lena Moll, who heads the union, said ${c}.`,
    (c) => `"It is clear that ${c}," said Omar Dessa, a witness.`,
    (c) => `"We know," Dessa said. "${capital(c)}."`,
    (c) => `In a statement, the army said ${c}.`,
    (c) => `A UN report found that ${c}.`,
    (c) => `The indictment says ${c}.`,
    (c) => `Prosecutors allege that ${c}.`,
    (c) => `The claim by Dessa that ${c} drew laughter.`,
    (c) => `Dessa’s claim that ${c} drew laughter.`,
    (c) => `As Dessa put it, ${c}.`,
    (c) => `${capital(c)}, Dessa told the court.`,
    (c) => `The army says ${c}; the rebels deny it.`,
    (c) => `The army denied that ${c}.`,
    (c) => `Witnesses described how ${c}.`,
    (c) => `Asked about the day, Dessa said ${c}.`,
    (c) => `By the army’s account, ${c}.`,
    (c) => `Dessa, speaking by telephone, said ${c}.`,
    (c) => `Dessa wrote on Facebook that ${c}.`,
    (c) => `The court heard that ${c}.`,
    (c) => `Whether ${c} is for the court to say.`,
    (c) => `The inquiry concluded: ${c}.`,
    (c) => `The paper quoted a general as saying ${c}.`,
  ];
  const before =
    'Rebels and police fought in the valley on Monday, killing and burning.\n\nSchools stay shut until May 3.\n\n';
  for (const claim of told)
    it(`are seldom a question: ${claim}`, () => {
      const wrong = frames.filter((frame) => asked(read(before + frame(claim))).length);
      assert.ok(wrong.length <= ASKED_ALL_THE_SAME, wrong.map((frame) => frame(claim)).join('\n'));
    });
});
