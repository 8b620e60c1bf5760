// Evidence of the page: what the story is about, how it is sourced throughout, and in which voice it is written.
import type { Story } from '../../../document/story';
import { has, recordAt, Shape, wordAt } from '../../../document/token';
import { Class, classesOf } from '../../../language/word-classes';
import { domains } from '../../../lexicon/claims/load';
import { perStory } from '../../../document/memo';
import { domainsOf } from '../domain';
import { looksOf } from './claims';
import { type Reading, readingsOf, step } from './reading';

/** The same for every sentence of the story. */
export const pageEvidence = perStory((story: Story): readonly string[] => {
  const keys: string[] = [];
  const readings = readingsOf(story).filter((one) => one !== undefined);
  const all = Math.max(1, readings.length);
  const cited = readings.filter((one) => one.cited).length;
  keys.push(`sourced share=${step(cited / all, 0.01, 0.1, 0.2, 0.3, 0.45, 0.6)}`);
  keys.push(`sourced=${step(cited, 1, 2, 3, 5, 8)}`);
  const names = new Set(readings.flatMap(({ voices }) => voices.reports.map(({ speaker }) => speaker.name)));
  keys.push(`sources=${step(names.size, 1, 2, 3, 5)}`);
  keys.push(`sentences=${step(all, 5, 8, 12, 16, 22, 30)}`);
  const looks = looksOf(story).filter((list) => list.length).length;
  keys.push(`page looks=${step(looks / all, 0.1, 0.2, 0.35, 0.5)}`);
  const { share } = domainsOf(story);
  for (const domain of domains)
    if (share[domain] >= 1) keys.push(`about=${domain} ${step(share[domain], 1, 2.5, 4.5)}`);
  return [...keys, ...voiceOf(readings)];
});

/** Counted a hundred words: who speaks, to whom, in which tense. */
function voiceOf(readings: readonly Reading[]): string[] {
  let words = 0;
  let quoted = 0;
  let we = 0;
  let you = 0;
  let numbers = 0;
  let past = 0;
  let present = 0;
  let questions = 0;
  for (const { facts, sentence } of readings) {
    const { tokens } = facts;
    for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
      words++;
      const word = wordAt(tokens, t);
      if (word === '?') questions++;
      if (has(tokens, t, Shape.quoted)) {
        quoted++;
        continue;
      }
      if (has(tokens, t, Shape.number)) numbers++;
      const bits = classesOf(recordAt(tokens, t));
      if (word === 'i' || word === 'we' || word === 'our' || word === 'my') we++;
      else if (word === 'you' || word === 'your') you++;
      else if (word === 'was' || word === 'were' || word === 'had' || (word.length > 4 && word.endsWith('ed'))) past++;
      else if (bits & (Class.be | Class.have)) present++;
    }
  }
  const rate = (count: number): number => (100 * count) / Math.max(1, words);
  return [
    `page we=${step(rate(we), 0.1, 0.5, 2)}`,
    `page you=${step(rate(you), 0.1, 1)}`,
    `page quoted=${step(rate(quoted), 0.1, 5, 15, 30)}`,
    `page numbers=${step(rate(numbers), 1, 2, 3.5)}`,
    `page past=${step(rate(past), 3, 6, 9)}`,
    `page present=${step(rate(present), 1, 2, 4)}`,
    `page asks=${step(questions, 1, 3)}`,
  ];
}
