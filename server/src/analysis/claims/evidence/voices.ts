// Evidence of voices: who is cited in the sentence, how much of it is the writer's own, and who is cited how near.
import { has, Shape } from '../../../document/token';
import { accountOfLead } from '../account';
import { coverBeside, forecastCoverOf, onlySource } from '../../carry/carry';
import { leadOf, type Report } from '../../voices';
import { kind, kindsBy, type Say, withOrWithout, YES } from './kinds';
import { type Reading, readingsOf, step } from './reading';

const citedAtAll = kind('cited');
const says = kind('says');
const spoken = kind('spoken');
const byNone = kind('by none');

export function voiceEvidence(reading: Reading, say: Say): void {
  const { voices, cited } = reading;
  const yes = cited ? 'cited' : 'not';
  say(citedAtAll, yes);
  if (voices.says) say(says, yes);
  if (voices.spoken) say(spoken, YES);
  for (const report of voices.reports) attributed(by, report, say);
  for (const report of voices.local) attributed(beside, report, say);
  if (!voices.reports.length && !voices.local.length) say(byNone, YES);
  openWords(reading, say);
  cover(reading, say);
  distances(reading, say);
}

/** What is told of an attribution, by whether it speaks for the whole sentence. */
const kindsFor = (how: string) => ({
  form: kind(`${how} form`),
  type: kind(`${how} type`),
  source: kind(`${how} source`),
  meant: kind(`${how} meant`),
  word: kind(`${how} word`),
  nobody: kind(`${how} nobody`),
  governs: kind(`${how} governs`),
  nothing: kind(`${how} nothing`),
});
const by = kindsFor('by');
const beside = kindsFor('beside');

function attributed(how: typeof by, { attribution: a, speaker }: Report, say: Say): void {
  say(how.form, a.form);
  say(how.type, a.type);
  say(how.source, speaker.kind);
  if (speaker.resolved !== speaker.kind) say(how.meant, speaker.resolved);
  if (a.lemma) say(how.word, a.lemma);
  if (!a.source) say(how.nobody, YES);
  if (a.governs) say(how.governs, a.governs);
  if (!a.content.length) say(how.nothing, YES);
}

const open = withOrWithout('open', 'cited');
const openCount = kind('open words');
const openRun = kind('open run');
const wordCount = kind('words');
const quotedShare = kind('quoted');

function openWords({ facts, sentence, own, cited }: Reading, say: Say): void {
  let words = 0;
  let openHere = 0;
  let quoted = 0;
  let run = 0;
  let longest = 0;
  for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
    if (has(facts.tokens, t, Shape.quoted)) quoted++;
    if (has(facts.tokens, t, Shape.mark)) continue;
    words++;
    if (own[t - sentence.firstToken]) openHere++;
    run = own[t - sentence.firstToken] ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  say(open(cited), step(openHere / Math.max(1, words), 0.05, 0.2, 0.4, 0.6, 0.8, 0.999));
  say(openCount, step(openHere, 1, 4, 8, 12, 16, 22, 30));
  say(openRun, step(longest, 1, 4, 7, 10, 15, 22));
  say(wordCount, step(words, 4, 8, 12, 16, 20, 26, 34, 45));
  say(quotedShare, step(quoted / Math.max(1, sentence.lastToken - sentence.firstToken), 0.001, 0.2, 0.5, 0.8));
}

const heldBy = withOrWithout('held', ' cited');
const heldHow = kindsBy((why: string) => kind('held how', `${why} `));
const heldFrom = kind('held from');
const forecastersBeside = kind('forecasters');
const sources = kind('sources');
const account = kind('account');

function cover({ story, index, cited }: Reading, say: Say): void {
  const held = coverBeside(story)[index];
  say(heldBy(cited), held?.why ?? 'nobody');
  if (held) {
    say(heldHow(held.why), Math.floor(held.strength * 5));
    say(heldFrom, Math.max(-4, Math.min(4, held.sentence - index)));
  }
  if (forecastCoverOf(story)[index]) say(forecastersBeside, 'beside');
  if (onlySource(story)) say(sources, 'one');
  const of = index === leadOf(story) ? accountOfLead(story) : undefined;
  if (of) say(account, of.alleged ? 'alleged' : 'below');
}

const sourceBefore = kind('source before');
const sourceBehind = kind('source behind');
const sourceNear = [1, 2, 3].map((before) => withOrWithout('source near', ' cited', `${before} `));
const sourceAbove = kind('source above in paragraph');
const sourceBelow = kind('source below in paragraph');
const anybodyBefore = kind('anybody before');
const anybodyBehind = kind('anybody behind');

/** How many sentences away somebody is cited. */
function distances(reading: Reading, say: Say): void {
  const { block, cited } = reading;
  const isSourcedHere = (other: Reading): boolean => other.block === block && isSourced(other);
  const before = distance(reading, -1, isSourced);
  const behind = distance(reading, 1, isSourced);
  say(sourceBefore, before);
  say(sourceBehind, behind);
  say((sourceNear[Math.min(before, 3) - 1] as (typeof sourceNear)[number])(cited), Math.min(behind, 3));
  say(sourceAbove, Math.min(distance(reading, -1, isSourcedHere), 4));
  say(sourceBelow, Math.min(distance(reading, 1, isSourcedHere), 4));
  say(anybodyBefore, distance(reading, -1, isAnybodys));
  say(anybodyBehind, distance(reading, 1, isAnybodys));
}

const FAR = 6;
const NEVER = 7;
const NO_SENTENCE = 9;

function distance({ story, index }: Reading, by: 1 | -1, isOne: (other: Reading) => boolean): number {
  const readings = readingsOf(story);
  for (let d = 1; d < FAR; d++) {
    const at = index + d * by;
    if (at < 0 || at >= readings.length) return NO_SENTENCE;
    const other = readings[at];
    if (other && isOne(other)) return d;
  }
  return NEVER;
}

export const isSourced = ({ cited, voices }: Reading): boolean => cited || voices.spoken;
const isAnybodys = ({ voices }: Reading): boolean => voices.reports.length + voices.local.length > 0;
