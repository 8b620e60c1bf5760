// Evidence of the page: what the story is about, how it is sourced throughout, and in which voice it is written.
import type { Story } from '../../../document/story';
import { has, recordAt, Shape } from '../../../document/token';
import { perWord } from '../../../document/word';
import { Class, classOf } from '../../../language/word-classes';
import { type Domain, domains } from '../../../lexicon/claims/load';
import { perStory } from '../../../document/memo';
import { domainsOf } from '../domain';
import { looksOf } from './claims';
import { kind, kindsBy, type Piece, type Say } from './kinds';
import { type Reading, readingsOf, step } from './reading';

const sourcedShare = kind('sourced share');
const sourced = kind('sourced');
const sources = kind('sources');
const sentences = kind('sentences');
const pageLooks = kind('page looks');
const about = kindsBy((domain: Domain) => kind('about', `${domain} `));

/** Evidence that is the same for every sentence of the story: its subject, its sources, its voice. */
export const pageEvidence = perStory((story: Story): readonly Piece[] => {
  const pieces: Piece[] = [];
  const say: Say = (kind, value) => void pieces.push({ kind, value });
  const readings = readingsOf(story).filter((one) => one !== undefined);
  const all = Math.max(1, readings.length);
  const cited = readings.filter((one) => one.cited).length;
  say(sourcedShare, step(cited / all, 0.01, 0.1, 0.2, 0.3, 0.45, 0.6));
  say(sourced, step(cited, 1, 2, 3, 5, 8));
  const names = new Set(readings.flatMap(({ voices }) => voices.reports.map(({ speaker }) => speaker.name)));
  say(sources, step(names.size, 1, 2, 3, 5));
  say(sentences, step(all, 5, 8, 12, 16, 22, 30));
  const looks = looksOf(story).filter((list) => list.length).length;
  say(pageLooks, step(looks / all, 0.1, 0.2, 0.35, 0.5));
  const { share } = domainsOf(story);
  for (const domain of domains) if (share[domain] >= 1) say(about(domain), step(share[domain], 1, 2.5, 4.5));
  voiceOf(readings, say);
  return pieces;
});

/** What a word by itself says of the voice of the page. */
type Tone = 'we' | 'you' | 'past' | 'present' | undefined;

const toneOf = perWord((word): Tone => {
  if (word === 'i' || word === 'we' || word === 'our' || word === 'my') return 'we';
  if (word === 'you' || word === 'your') return 'you';
  if (word === 'was' || word === 'were' || word === 'had' || (word.length > 4 && word.endsWith('ed'))) return 'past';
  return classOf(word) & (Class.be | Class.have) ? 'present' : undefined;
});

const pageWe = kind('page we');
const pageYou = kind('page you');
const pageQuoted = kind('page quoted');
const pageNumbers = kind('page numbers');
const pagePast = kind('page past');
const pagePresent = kind('page present');
const pageAsks = kind('page asks');

/** Counted a hundred words: who speaks, to whom, in which tense. */
function voiceOf(readings: readonly Reading[], say: Say): void {
  let words = 0;
  let quoted = 0;
  let numbers = 0;
  let questions = 0;
  const count = { we: 0, you: 0, past: 0, present: 0 };
  for (const { facts, sentence } of readings) {
    const { tokens } = facts;
    words += sentence.lastToken - sentence.firstToken;
    for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
      const record = recordAt(tokens, t);
      if (record.text === '?') questions++;
      if (has(tokens, t, Shape.quoted)) {
        quoted++;
        continue;
      }
      if (has(tokens, t, Shape.number)) numbers++;
      const tone = toneOf(record);
      if (tone) count[tone]++;
    }
  }
  const rate = (count: number): number => (100 * count) / Math.max(1, words);
  say(pageWe, step(rate(count.we), 0.1, 0.5, 2));
  say(pageYou, step(rate(count.you), 0.1, 1));
  say(pageQuoted, step(rate(quoted), 0.1, 5, 15, 30));
  say(pageNumbers, step(rate(numbers), 1, 2, 3.5));
  say(pagePast, step(rate(count.past), 3, 6, 9));
  say(pagePresent, step(rate(count.present), 1, 2, 4));
  say(pageAsks, step(questions, 1, 3));
}
