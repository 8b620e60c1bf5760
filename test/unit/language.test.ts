// Words, verb groups, noun phrases and clauses, on copy of our own.
import * as assert from 'node:assert/strict';
import { readParagraph } from '../../server/src/document/segment/paragraph';
import { perWord, rememberWords, wordIn, wordOf } from '../../server/src/document/word';
import { type Clause, clausesOf, isUnreal } from '../../server/src/language/clauses';
import { contractionOf } from '../../server/src/language/contractions';
import { inflect } from '../../server/src/language/morphology';
import type { NounPhrase } from '../../server/src/language/noun-phrases';
import { verbForm } from '../../server/src/language/verb-forms';

/** The clauses of the text's first sentence, each beside its words. */
function read(text: string) {
  const paragraph = readParagraph(text, 'paragraph', false);
  const { word } = paragraph.tokens;
  const words = (from: number, to: number): string => word.slice(from, to).join(' ');
  const phrase = (np: NounPhrase | undefined): string | undefined => np && words(np.first, np.last);
  return (clausesOf(paragraph)[0] ?? []).map((clause: Clause) => ({
    clause,
    verb: words(clause.verb.first, clause.verb.last),
    lemma: clause.verb.lemma,
    subject: phrase(clause.subject),
    object: phrase(clause.object),
    actor: phrase(clause.verb.passive ? clause.agent : clause.subject),
    target: phrase(clause.verb.passive ? clause.subject : clause.object),
  }));
}

const summary = (text: string): string[] =>
  read(text).map(({ clause, verb, subject }) => `${clause.kind}: ${subject ?? '–'} / ${verb}`);

describe('words', () => {
  it('are one record wherever they stand', () => {
    const [a, b] = ['The bridge fell.', 'A bridge and THE bridge'].map(
      (text) => readParagraph(text, 'paragraph', false).tokens,
    );
    assert.equal(a?.record[1], b?.record[1]);
    assert.equal(a?.record[0], b?.record[3], '“The” and “THE” are one word');
    assert.deepEqual(
      a?.record.map(({ text }) => text),
      a?.word,
    );
  });

  it('are asked once', () => {
    let asked = 0;
    const length = perWord((word) => {
      asked++;
      return word.length > 3 ? word.length : undefined;
    });
    const words = ['span', 'the', 'span', 'the'].map((word) => wordOf(word));
    assert.deepEqual(words.map(length), [4, undefined, 4, undefined]);
    assert.equal(asked, 2);
  });

  it('are forgotten where more are met than a program will remember', () => {
    rememberWords(8);
    try {
      const first = wordOf('remembered');
      assert.equal(wordOf('remembered'), first);
      for (let i = 0; i < 20; i++) wordOf(`forgets ${i}`);
      assert.notEqual(wordOf('remembered'), first);
      assert.equal(wordOf('remembered').text, 'remembered');
      // what was met before is still asked about, and answers for itself
      const length = perWord((word) => word.length);
      const others = Array.from({ length: 20 }, (_, i) => wordOf('o'.repeat(i + 1)));
      assert.equal(length(first), 'remembered'.length);
      assert.deepEqual(
        others.map(length),
        [...others.keys()].map((i) => i + 1),
      );
      assert.equal(length(first), 'remembered'.length);
    } finally {
      rememberWords(1 << 16);
    }
  });

  it('are found by their characters, also beyond what is remembered', () => {
    const lower = (piece: string): string => piece.toLowerCase();
    for (let i = 0; i < 140_000; i++) {
      const text = `W${i.toString(36)}x`;
      assert.equal(wordIn(`a ${text} b`, 2, 2 + text.length, lower).text, text.toLowerCase());
    }
  });
});

describe('morphology', () => {
  it('inflects by rule, and what follows none by the lexicon', () => {
    const forms = (lemma: string): string =>
      inflect(lemma)
        .map(([form]) => form)
        .join(' ');
    assert.equal(forms('plan'), 'plan plans planned planned planning');
    assert.equal(forms('deny'), 'deny denies denied denied denying');
    assert.equal(forms('tie'), 'tie ties tied tied tying');
    assert.equal(forms('write'), 'write writes wrote written writing');
    assert.equal(forms('signal'), 'signal signals signalled signalled signaled signaled signalling');
  });

  it('finds the verb that a word may be', () => {
    const lemmas = {
      stopped: 'stop',
      baked: 'bake',
      carried: 'carry',
      found: 'find',
      shot: 'shoot',
      tying: 'tie',
      levied: 'levy',
    };
    for (const [form, lemma] of Object.entries(lemmas)) assert.equal(verbForm(form)?.lemma, lemma, form);
    assert.equal(verbForm('harbour'), undefined);
    assert.equal(verbForm("ring's"), undefined);
  });

  it('sees through contractions, and takes no owner for one', () => {
    assert.deepEqual(contractionOf(wordOf("there's"))?.auxiliaries, ['be', 'have']);
    assert.deepEqual(contractionOf(wordOf("won't")), { host: 'will', auxiliaries: [], negated: true });
    assert.equal(contractionOf(wordOf("mayor's")), undefined);
  });
});

describe('clauses', () => {
  const cases: readonly (readonly [text: string, ...clauses: string[]])[] = [
    ['Divers found the wreck on Sunday.', 'main: divers / found'],
    ['The ferry sank, the coast guard said.', 'main: the ferry / sank', 'main: the coast guard / said'],
    ['The envoy said she would not sign.', 'main: the envoy / said', 'reported: she / would not sign'],
    ['The clerk who hid the file was dismissed.', 'relative: the clerk / hid', 'main: the clerk / was dismissed'],
    [
      'The plan, which the council backed in June, would close two schools.',
      'relative: the council / backed',
      'main: the plan / would close',
    ],
    ['Drivers accused of taking fares were freed.', 'participle: drivers / accused', 'main: drivers / were freed'],
    ['Unless talks resume, the union will strike.', 'subordinate: talks / resume', 'main: the union / will strike'],
    ['The bank closed and laid off its staff.', 'main: the bank / closed', 'main: the bank / laid'],
    ['Aides were told that the vote had been moved.', 'main: aides / were told', 'reported: the vote / had been moved'],
    ['The judge, a former teacher, reportedly left town.', 'main: the judge / left'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(summary(text), expected));

  it('tell who acts on whom, passive or not', () => {
    const [active] = read('Gunmen killed two guards.');
    const [passive] = read('Two guards were killed by gunmen near Lom.');
    assert.deepEqual([active?.actor, active?.target], ['gunmen', 'two guards']);
    assert.equal(passive?.actor?.startsWith('gunmen'), true);
    assert.equal(passive?.target, 'two guards');
  });

  it('tell time, modality, denial and doubt', () => {
    const facts = (text: string) => read(text)[0]?.clause as Clause;
    assert.equal(facts('The dam has been repaired.').verb.perfect, true);
    assert.equal(facts('The dam will burst.').verb.tense, 'future');
    assert.equal(facts('The dam might burst.').verb.modal, 'might');
    assert.equal(facts('The dam did not burst.').negated, true);
    assert.equal(facts('No one saw the dam burst.').negated, true);
    assert.equal(facts('The dam allegedly burst.').hedges.length, 1);
    assert.equal(isUnreal(facts('If the dam bursts, the town is lost.')), true);
    assert.equal(isUnreal(facts('The dam burst.')), false);
    const [, feared] = read('The mayor began to fear a flood.');
    assert.equal(isUnreal(feared?.clause as Clause), false, 'as real as “began”');
    const [, hoped] = read('The mayor refused to leave.');
    assert.equal(isUnreal(hoped?.clause as Clause), true);
  });

  it('see through contractions, however the apostrophe is drawn', () => {
    for (const mark of ["'", '’']) {
      const [thought] = read(`It${mark}s feared that the seal broke.`);
      assert.deepEqual([thought?.lemma, thought?.clause.verb.passive], ['fear', true]);
      const [said] = read(`She${mark}s denied it twice.`);
      assert.deepEqual([said?.lemma, said?.clause.verb.perfect, said?.clause.verb.passive], ['deny', true, false]);
      const [fled] = read(`He${mark}s said to have fled.`);
      assert.equal(fled?.clause.verb.passive, true);
    }
  });

  it('know people, bodies and documents, one and several', () => {
    const subject = (text: string) => read(text)[0]?.clause.subject as NounPhrase;
    assert.deepEqual([subject('Two divers drowned.').is, subject('Two divers drowned.').number], ['person', 'several']);
    assert.deepEqual(
      [subject('The ministry denied it.').is, subject('The ministry denied it.').number],
      ['body', 'one'],
    );
    assert.equal(subject('A report blamed the crew.').is, 'document');
    assert.equal(subject('Nobody drowned.').is, 'person');
  });
});
