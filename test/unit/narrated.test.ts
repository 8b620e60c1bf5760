// Minds that are only told of: who "knew" or "had ignored warnings" has said nothing, and is nobody's source.
import * as assert from 'node:assert/strict';
import { readStory } from '../../server/src/document/read';
import { coverOf } from '../../server/src/analysis/carry/carry';
import { sourcesRecord, type SourcesRecord } from '../../server/src/records/sources';
import { summaryOf } from '../../server/src/report/ledger/summary';

const recordOf = (text: string): SourcesRecord => sourcesRecord(readStory({ text, format: 'text' }));
const names = (text: string): string[] => recordOf(text).sources.map(({ name }) => name);

const quarry = [
  '"We heard a bang and then the sky went orange," said Mira Dobrov, who lives across the road. "My windows are gone."',
  '',
  'The company had ignored three warnings about the state of the hall. Its managers knew that the doors could not be opened from inside.',
  '',
  'The fire chief, Arvid Brenn, said the doors were found locked.',
].join('\n');

describe('minds that are only told of', () => {
  it('are no sources, and cover nothing', () => {
    assert.deepEqual(names(quarry), ['Mira Dobrov', 'Arvid Brenn']);
    const record = recordOf(quarry);
    const accused = record.sentences.filter(({ start }) => /^(?:The company|Its managers)/.test(quarry.slice(start)));
    assert.deepEqual(
      accused.map(({ coveredBy }) => coveredBy),
      [undefined, undefined],
    );
    assert.equal(accused.at(-1)?.attributed, false);
    for (const { claims } of accused) for (const { status } of claims) assert.notEqual(status, 'sourced');
    assert.deepEqual(summaryOf(record, quarry).unclear, []);
  });

  it('stand in the record, and are said to be told of', () => {
    const [knew] = recordOf('Its managers knew that the doors were locked.').sentences;
    assert.deepEqual(
      knew?.attributions.map(({ type, narrated }) => [type, narrated]),
      [['attitude', true]],
    );
  });

  it('are not who expects, believes or says', () => {
    assert.deepEqual(names('The ministry expects that prices will rise. The bank said they would fall.'), [
      'ministry',
      'bank',
    ]);
  });

  for (const [says, sentence, sources] of [
    ['have a participle for their verb', 'The company had ignored three warnings about the hall.', []],
    ['raise what they have: that is said', 'Critics have raised three questions about the hall.', ['Critics']],
    ['put out a fire, and no words', 'It took the crew six hours to put it out.', []],
    ['put it so: that is said', 'The hall was a trap, as Mira Dobrov put it.', ['Mira Dobrov']],
  ] as const)
    it(says, () => assert.deepEqual(names(sentence), sources));

  it('go on in free indirect speech behind what was reported, and not behind what was quoted a paragraph above', () => {
    const covers = (text: string): (string | undefined)[] =>
      coverOf(readStory({ text, format: 'text' })).map((cover) => cover?.why);
    const reported = 'The army would advance in the spring, the general said.\n\nIt would not stop at the river.';
    const quoted = '"We lost all of it," the general said.\n\nThe mayor had closed the bridge for a year.';
    assert.equal(covers(reported).at(-1), 'free indirect speech');
    assert.notEqual(covers(quoted).at(-1), 'free indirect speech');
  });
});
