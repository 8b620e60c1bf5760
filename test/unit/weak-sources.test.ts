// Weak sources: people of a calling and nobody in particular, charges that nobody brings, talk without who talks.
import * as assert from 'node:assert/strict';
import { weakSourcesIn } from '../../server/src/analysis/speakers/weak-sources';
import { readStory } from '../../server/src/document/read';

/** Kind and words of each, in order. */
const weak = (text: string): string[] =>
  weakSourcesIn(readStory({ text, format: 'text' })).map(({ kind, words }) => `${kind}: ${words}`);

describe('weak sources', () => {
  it('are people of a calling, so many that they could be any', () => {
    for (const who of ['Several dentists', 'A number of plumbers', 'Some historians', 'Many officials'])
      assert.deepEqual(weak(`${who} said the plan was flawed.`), [`vague: ${who}`], who);
  });

  it('are not those who were there, who are placed, or one of whom is named', () => {
    for (const text of [
      'Several residents said the siren was silent.',
      'Dentists said the plan was flawed.',
      'Several dentists in the town council of Lom said the plan was flawed.',
      'Several Danish dentists said the plan was flawed.',
      'Several dentists said the plan was flawed. “It will hurt,” said Ada Brenn, a dentist in Lom.',
    ])
      assert.deepEqual(weak(text), [], text);
  });

  it('are people of a calling whom the press alone knows', () => {
    for (const whom of ['the paper', 'the newspaper', 'the BBC', 'reporters'])
      assert.deepEqual(weak(`Nurses told ${whom} that the files were gone.`).length, 1, whom);
    for (const text of [
      'Nurses told the judge that the files were gone.',
      'The nurses told the paper that it was gone.',
    ])
      assert.deepEqual(weak(text), [], text);
  });

  it('are charges that nobody brings', () => {
    assert.deepEqual(weak('The bishop has been accused of greed.'), ['hidden: has been accused']);
    assert.deepEqual(weak('The guild was criticised for its silence.'), ['hidden: was criticised']);
    for (const text of [
      'The bishop has been accused of greed by two nuns.',
      'The bishop is accused of greed.',
      'A bishop who has been accused of greed sang.',
      'The nuns have accused the bishop of greed.',
      'The bishop was accused in court of greed.',
    ])
      assert.deepEqual(weak(text), [], text);
    assert.deepEqual(weak('The guild was accused of lying by hiding its rules.').length, 1);
  });

  it('are talk, whoever talks', () => {
    assert.deepEqual(weak('There was speculation that the abbey would close.'), ['hidden: speculation']);
    assert.deepEqual(weak('There have been rumours of a sale.').length, 1);
    assert.deepEqual(weak('There were claims that the count was rigged.'), ['hidden: claims']);
    assert.deepEqual(weak('The mayor’s claims that the count was rigged are new.'), []);
  });

  it('are critics in a clause about a thing', () => {
    assert.deepEqual(weak('The town shut the pool, a step opponents argue was rash.'), ['vague: opponents']);
  });
});
