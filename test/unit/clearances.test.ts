// Clearances: decisions are known again by the words of their sentence, and take out what they name.
import * as assert from 'node:assert/strict';
import { readStory } from '../../server/src/document/read';
import { type Clearance, clearancesFor, sentenceHash, withoutCleared } from '../../server/src/engine/clearances';
import { type Linted, lint } from '../../server/src/engine/lint';
import { recommended } from '../../server/src/engine/settings';
import { replaces } from '../support/replaces';

describe('clearances', () => {
  const rules = [replaces('a', 'one', 'two')];
  const asked = (text: string) => lint(readStory({ text, format: 'text' }), recommended(rules), rules);
  const left = (text: string, cleared: readonly Clearance[]) => withoutCleared(asked(text), cleared).findings.length;
  const text = 'There is one, he said. Here is one and one more.';

  it('take out what they name, and nothing else', () => {
    const [first, second, third] = clearancesFor(asked(text)) as [Clearance, Clearance, Clearance];
    assert.deepEqual([first.occurrence, second.occurrence, third.occurrence], [0, 0, 1]);
    assert.equal(left(text, [first]), 2);
    assert.equal(left(text, [second, third]), 1);
    assert.equal(
      left(text, [
        { ...first, rule: 'b' },
        { ...first, class: 'toll' },
      ]),
      3,
    );
  });

  it('know a sentence by its words, not its marks, spacing or place', () => {
    assert.equal(sentenceHash('“Caf\u00e9,” he  said.'), sentenceHash('"Cafe\u0301" he said'));
    assert.notEqual(sentenceHash('He said one.'), sentenceHash('He said two.'));
    assert.match(sentenceHash(''), /^[0-9a-f]{16}$/);
    const all = clearancesFor(asked(text));
    assert.equal(left(`A new lead, he said.\n\n${text}`, all), 0);
    assert.equal(left(text.replace('more', 'less'), all), 2);
  });

  it('have a hash of sixteen digits, whatever the sentence', () => {
    for (let i = 0; i < 500; i++) assert.match(sentenceHash(`At least ${i} people were hurt.`), /^[0-9a-f]{16}$/);
    assert.equal(sentenceHash('“…”'), sentenceHash(''), 'no words, no difference');
    assert.equal(sentenceHash(''), '5db4a50186e3cee6');
  });

  it('hash apart', () => {
    const seen = new Set(Array.from({ length: 50_000 }, (_, i) => sentenceHash(`At least ${i} people were hurt.`)));
    assert.equal(seen.size, 50_000);
  });

  /** What clears findings at these words, each of a rule of that name. */
  const named = (copy: string, ...found: readonly (readonly [rule: string, words: string, kind?: string])[]) => {
    const story = readStory({ text: copy, format: 'text' });
    const findings = found.map(([id, words, kind]) => {
      const start = story.prose.indexOf(words);
      return { rule: { id }, ...(kind !== undefined && { class: kind }), start, end: start + words.length };
    });
    return clearancesFor({ story, findings } as unknown as Linted);
  };
  const COPY = 'At least 17 people were hurt. The port is shut.\n\nThe port is shut. The port, is shut!';

  it('name the sentence that a finding begins in, the rule, and its class where it has one', () => {
    const [first, second] = named(COPY, ['a', 'hurt. The', 'toll'], ['a', 'port is']);
    assert.deepEqual(first, {
      rule: 'a',
      class: 'toll',
      sentence: sentenceHash('At least 17 people were hurt'),
      occurrence: 0,
    });
    assert.deepEqual(second, { rule: 'a', sentence: sentenceHash('The port is shut'), occurrence: 0 });
    assert.ok(!('class' in (second as Clearance)));
  });

  it('number findings of one rule and class on sentences of the same words, in their order', () => {
    const numbers = (...found: Parameters<typeof named>[1][]): number[] =>
      named(COPY, ...found).map(({ occurrence }) => occurrence);
    assert.deepEqual(numbers(['a', 'port is'], ['a', 'shut'], ['a', 'port, is']), [0, 1, 2]);
    assert.deepEqual(
      numbers(['a', 'port is'], ['b', 'port is'], ['a', 'port is', 'toll'], ['a', 'people']),
      [0, 0, 0, 0],
    );
  });

  it('are one for all sourcing questions on a sentence, and number its twins', () => {
    const found = named(
      COPY,
      ['unattributed-claim', 'port is', 'closure'],
      ['vague-source', 'shut'],
      ['unattributed-claim', 'port, is', 'casualty'],
      ['double-hedge', 'port is'],
    );
    assert.deepEqual(
      found.map(({ occurrence }) => occurrence),
      [0, 0, 1, 0],
    );
  });

  it('know a finding that lies in no paragraph by its own words', () => {
    const story = readStory({ text: 'The port is shut.', format: 'text' });
    const at = (start: number, end: number) => ({ rule: { id: 'a' }, start, end });
    const bare = { story: { ...story, blocks: [] }, findings: [at(4, 8), at(0, 8)] } as unknown as Linted;
    assert.deepEqual(
      clearancesFor(bare).map(({ sentence }) => sentence),
      [sentenceHash('port'), sentenceHash('The port')],
    );
  });

  it('hash letters and figures of any script, and nothing else', () => {
    assert.equal(sentenceHash('–  (The) port: 17!'), sentenceHash('The port 17'));
    assert.notEqual(sentenceHash('The port 17'), sentenceHash('The port17'));
    assert.notEqual(sentenceHash('Порт'), sentenceHash('Пора'));
    assert.notEqual(sentenceHash('\u0915\u093e'), sentenceHash('\u0915'), 'a vowel of Hindi counts');
    // what files of decisions hold already: another hash would clear nothing of it
    assert.equal(sentenceHash('The port is shut.'), 'a92e4d5ec796c42f');
  });

  it('leave all as it is where nothing was cleared', () => {
    const linted = asked(text);
    assert.equal(withoutCleared(linted, []), linted);
  });
});
