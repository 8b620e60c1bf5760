// Evidence of voices: who is cited in the sentence, how much of it is the writer's own, and who is cited how near.
import { has, Shape } from '../../../document/token';
import { accountOfLead } from '../account';
import { coverBeside, forecastCoverOf, onlySource } from '../../carry/carry';
import { leadOf } from '../../voices';
import { type Reading, readingsOf, step } from './reading';

export function voiceEvidence(reading: Reading, say: (key: string) => void): void {
  const { voices, cited } = reading;
  const yes = cited ? 'cited' : 'not';
  say(`cited=${yes}`);
  if (voices.says) say(`says=${yes}`);
  if (voices.spoken) say('spoken=yes');
  for (const { attribution: a, speaker } of voices.reports) attributed('by', a, speaker);
  for (const { attribution: a, speaker } of voices.local) attributed('beside', a, speaker);
  if (!voices.reports.length && !voices.local.length) say('by none=yes');
  openWords(reading, say);
  cover(reading, say);

  function attributed(
    how: string,
    a: (typeof voices.reports)[number]['attribution'],
    speaker: { kind: string; resolved: string },
  ): void {
    say(`${how} form=${a.form}`);
    say(`${how} type=${a.type}`);
    say(`${how} source=${speaker.kind}`);
    if (speaker.resolved !== speaker.kind) say(`${how} meant=${speaker.resolved}`);
    if (a.lemma) say(`${how} word=${a.lemma}`);
    if (!a.source) say(`${how} nobody=yes`);
    if (a.governs) say(`${how} governs=${a.governs}`);
    if (!a.content.length) say(`${how} nothing=yes`);
  }
}

function openWords({ facts, sentence, own, cited }: Reading, say: (key: string) => void): void {
  let words = 0;
  let open = 0;
  let quoted = 0;
  let run = 0;
  let longest = 0;
  for (let t = sentence.firstToken; t < sentence.lastToken; t++) {
    if (has(facts.tokens, t, Shape.quoted)) quoted++;
    if (has(facts.tokens, t, Shape.mark)) continue;
    words++;
    if (own[t - sentence.firstToken]) open++;
    run = own[t - sentence.firstToken] ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  say(`open=${step(open / Math.max(1, words), 0.05, 0.2, 0.4, 0.6, 0.8, 0.999)}${cited ? 'cited' : ''}`);
  say(`open words=${step(open, 1, 4, 8, 12, 16, 22, 30)}`);
  say(`open run=${step(longest, 1, 4, 7, 10, 15, 22)}`);
  say(`words=${step(words, 4, 8, 12, 16, 20, 26, 34, 45)}`);
  const share = quoted / Math.max(1, sentence.lastToken - sentence.firstToken);
  say(`quoted=${step(share, 0.001, 0.2, 0.5, 0.8)}`);
}

const FAR = 6;

function cover({ story, index, cited, block }: Reading, say: (key: string) => void): void {
  const held = coverBeside(story)[index];
  say(`held=${held?.why ?? 'nobody'}${cited ? ' cited' : ''}`);
  if (held) {
    say(`held how=${held.why} ${Math.floor(held.strength * 5)}`);
    say(`held from=${Math.max(-4, Math.min(4, held.sentence - index))}`);
  }
  if (forecastCoverOf(story)[index]) say('forecasters=beside');
  if (onlySource(story)) say('sources=one');
  const account = index === leadOf(story) ? accountOfLead(story) : undefined;
  if (account) say(`account=${account.alleged ? 'alleged' : 'below'}`);
  const readings = readingsOf(story);
  const distance = (by: number, isOne: (other: Reading) => boolean): number => {
    for (let d = 1; d < FAR; d++) {
      const other = readings[index + d * by];
      if (!(index + d * by in readings)) return 9;
      if (other && isOne(other)) return d;
    }
    return 7;
  };
  const before = distance(-1, isSourced);
  const behind = distance(1, isSourced);
  say(`source before=${before}`);
  say(`source behind=${behind}`);
  say(`source near=${Math.min(before, 3)} ${Math.min(behind, 3)}${cited ? ' cited' : ''}`);
  say(
    `source above in paragraph=${Math.min(
      distance(-1, (o) => o.block === block && isSourced(o)),
      4,
    )}`,
  );
  say(
    `source below in paragraph=${Math.min(
      distance(1, (o) => o.block === block && isSourced(o)),
      4,
    )}`,
  );
  say(`anybody before=${distance(-1, isAnybodys)}`);
  say(`anybody behind=${distance(1, isAnybodys)}`);
}

export const isSourced = ({ cited, voices }: Reading): boolean => cited || voices.spoken;
const isAnybodys = ({ voices }: Reading): boolean => voices.reports.length + voices.local.length > 0;
