// Exits: why a claim needs no source. Each is named, so that a silence can be explained too.
import type { Paragraph, Sentence } from '../../document/paragraph';
import { type Block, type Story, sentencesOf, storyAt } from '../../document/story';
import { has, Shape, wordAt } from '../../document/token';
import { type Exit, exitPatterns, exits, type Family, inGroup } from '../../lexicon/claims/load';
import { indexAt, overlaps, type Span, shift } from '../../text/span';
import { onlySource } from '../carry/carry';
import { voicesOf } from '../voices';
import { type Time, timesIn } from '../dates/times';
import { perParagraph, perStory } from '../../document/memo';
import { quantitiesOf } from '../../language/quantities';
import { type Match, matchesIn } from '../../language/patterns';
import { type PatternBook, patternBook } from '../../language/pattern-book';
import { weakSourcesIn } from '../speakers/weak-sources';
import type { Candidate } from './candidates';
import { domainsOf, isAbout, isAboutHarm } from './domain';
import { isRecorded } from './recorded';
import { isRepeated } from './repeats';
import { isSettled } from './settled';

/** Where a candidate stands, for an exit to judge. */
export interface Place {
  readonly story: Story;
  readonly block: Block;
  readonly candidate: Candidate;
  /** Index of its sentence, as `sentencesOf` counts. */
  readonly sentence: number;
}

/** The exits open to a candidate, each once. */
export function exitsFor(place: Place): Exit[] {
  const { candidate, block } = place;
  const found = new Set<Exit>();
  for (const match of patternExits(block.facts)[candidate.sentence] ?? [])
    if (match.is.takes(candidate.family) && isOpenTo(candidate, match)) found.add(match.is);
  for (const [exit, isOpen] of testsFor(candidate.family)) if (isOpen(place)) found.add(exit);
  return [...found];
}

type Test = (place: Place) => boolean;

const testsOf = new Map<Family, readonly (readonly [Exit, Test])[]>();

/** The tests of the exits that claims of the family may take. */
function testsFor(family: Family): readonly (readonly [Exit, Test])[] {
  let known = testsOf.get(family);
  if (!known) {
    const all = Object.entries(tests).map(([id, test]) => [exits().get(id) as Exit, test] as const);
    testsOf.set(family, (known = all.filter(([exit]) => exit.takes(family))));
  }
  return known;
}

/** Exits that the words of the sentence itself open, where they stand. */
const patternExits = perParagraph((paragraph: Paragraph): readonly (readonly Match<Exit>[])[] =>
  paragraph.sentences.map((sentence) => matchesIn(exitBook(), paragraph, sentence)),
);

/** Exits of these words themselves: "is set to vote" says nothing of "is expected to fall" in the same sentence. */
const here: ReadonlySet<string> = new Set(['fixture', 'foreseen', 'beasts']);
/** Exits of what stands behind them: "the perception that …". */
const leading: ReadonlySet<string> = new Set(['thought', 'hope']);

/** Exits of what stands outside them: "the jury heard that he …", but not "he bought the jury". */
const elsewhere: ReadonlySet<string> = new Set(['bench']);

function isOpenTo(candidate: Candidate, { is, first, last }: Match<Exit>): boolean {
  const overlap = first < candidate.last && candidate.first < last;
  if (here.has(is.id)) return overlap;
  if (elsewhere.has(is.id)) return !overlap;
  return !leading.has(is.id) || first <= candidate.first;
}

let book: PatternBook<Exit> | undefined;
const exitBook = (): PatternBook<Exit> => (book ??= patternBook(exitPatterns(), (id) => exits().get(id) as Exit));

const wasTold = ({ story, block, candidate, sentence }: Place): boolean =>
  isSettled(block.facts, candidate, storyAt(story, sentencesOf(story)[sentence]?.block ?? 0).date);

/** Exits that need more than the sentence's words. */
const tests: Readonly<Record<string, Test>> = {
  'court-before': ({ block, candidate }) =>
    candidate.sentence > 0 && hasExit(block.facts, candidate.sentence - 1, 'court', 'bench'),
  sport: ({ story }) => isOfSport(story),
  history: wasTold,
  old: wasTold,
  past: wasTold,
  diary: (place) => isInTheDiary(place),
  transcript: ({ story, candidate, block, sentence }) => isRecorded(story, block, candidate, sentence),
  whether: ({ block, candidate }) => isLeftOpen(block.facts, candidate),
  question: ({ block, candidate }) => endsIn(block.facts, candidate.sentence, '?'),
  definite: ({ block, candidate }) => isDefinite(block.facts, candidate),
  negated: ({ block, candidate }) => isNegated(block.facts, candidate),
  repeat: ({ story, block, candidate, sentence }) => isRepeated(story, block.facts, candidate, sentence),
  subordinate: ({ block, candidate }) => isSubordinate(block.facts, candidate),
  clause: ({ block, candidate }) => isSubordinate(block.facts, candidate),
  continued: ({ story, sentence }) => sentence >= leadEnds(story),
  voice: ({ story }) => isVoiced(story),
  'one-source': ({ story, sentence }) => goesOnWithOne(story, sentence),
  'few-sources': ({ story }) => hasFewSources(story),
  'silent-piece': ({ story }) => isSilent(story),
  'weak-source': ({ story, block, candidate }) => {
    const at = shift(candidate, block.start);
    return (weaklyToldIn(story).get(block) ?? []).some((weak) => overlaps(weak, at));
  },
  fragment: ({ block, candidate }) => isFragment(block.facts, candidate),
  domain: ({ story, candidate: { family } }) => !isInDomain(story, family.domain),
};

/** Words of sport that make a sports story: in a brief, one "set" or "title" is a large share. */
const SPORT_WORDS = 3;

function isOfSport(story: Story): boolean {
  const { share, words } = domainsOf(story);
  return isAbout(story, 'sport') && share.sport > share.conflict && (share.sport * words) / 100 >= SPORT_WORDS;
}

const isInDomain = (story: Story, domain: Candidate['family']['domain']): boolean =>
  domain === '-' || isAboutHarm(story) || (domain !== 'harm' && isAbout(story, domain));

const LEAD_SENTENCES = 2;

/** Index of the first sentence behind the lead. */
const leadEnds = perStory((story: Story): number => {
  let left = LEAD_SENTENCES;
  const end = voicesOf(story).findIndex(({ prose }) => prose && left-- === 0);
  return end < 0 ? Number.POSITIVE_INFINITY : end;
});

/** Weak sources and what they are said to say: who that is, is asked already. */
const weaklyToldIn = perStory((story: Story): ReadonlyMap<Block, readonly Span[]> => {
  const found = new Map<Block, Span[]>();
  for (const weak of weakSourcesIn(story)) {
    const block = story.blocks[indexAt(story.blocks, weak.start)];
    if (block) found.set(block, [...(found.get(block) ?? []), weak, ...weak.told]);
  }
  return found;
});

const hasExit = (paragraph: Paragraph, sentence: number, ...ids: readonly string[]): boolean =>
  (patternExits(paragraph)[sentence] ?? []).some(({ is }) => ids.includes(is.id));

/** A day is named and nothing is said to rise, fall or fail: "is expected to report on Tuesday", "to decide by December 16". */
function isInTheDiary({ block: { facts }, candidate: { sentence, last } }: Place): boolean {
  const named = timesIn(facts, facts.sentences[sentence] as Sentence).some((time) => isDay(facts, time));
  return named && !inGroup('will-effect', wordAt(facts.tokens, last));
}

/** A day or month, or a time that lies ahead of a forecast: "next week", "this weekend". */
function isDay({ text }: Paragraph, { is, start }: Time): boolean {
  if (is.kind === 'phrase') return is.when === 'coming' || text.startsWith('this ', start);
  // "a December 23 meeting" says which meeting
  return is.kind !== 'year' && !/\b(?:an?|the|its|his|her|their) $/i.test(text.slice(Math.max(0, start - 6), start));
}

function endsIn({ tokens, sentences }: Paragraph, sentence: number, mark: string): boolean {
  const { firstToken, lastToken } = sentences[sentence] ?? { firstToken: 0, lastToken: 0 };
  for (let t = lastToken - 1; t >= Math.max(firstToken, lastToken - 2); t--)
    if (wordAt(tokens, t) === mark) return true;
  return false;
}

const definites = new Set('the these those his her their its'.split(' '));

/** "the 12 people killed", "their 30 dead": told before. */
const isDefinite = (paragraph: Paragraph, { first }: Candidate): boolean =>
  quantitiesOf(paragraph).at.has(first) && definites.has(wordAt(paragraph.tokens, first - 1));

const negations = new Set(['not', 'never', 'no', "isn't", "wasn't", "didn't", "hasn't", "haven't", "don't", "doesn't"]);

/** "has not silenced" */
const isNegated = ({ tokens }: Paragraph, { first, last }: Candidate): boolean =>
  tokens.word.slice(Math.max(0, first - 1), last).some((word) => negations.has(word));

const openers = new Set(['how', 'why', 'if']);
const OPEN_WITHIN = 14;

/** "whether the army will …" */
function isLeftOpen({ tokens, sentences }: Paragraph, { first, sentence }: Candidate): boolean {
  const from = Math.max(sentences[sentence]?.firstToken ?? 0, first - OPEN_WITHIN);
  for (let t = first - 1; t >= from; t--) {
    if (wordAt(tokens, t) === 'whether') return true;
    if (openers.has(wordAt(tokens, t)) && t >= first - SUBORDINATE_WITHIN) return true;
    if (has(tokens, t, Shape.mark)) return false;
  }
  return false;
}

const subordinators = new Set(
  'which that who whose what where after when since following because before although though whom'.split(' '),
);
/** The verb that they lead is no main verb: "facilities before the army takes the port". */
const outside = new Set(['before', 'after', 'when', 'until', 'since']);
const SUBORDINATE_WITHIN = 7;

/** The claim stands in a clause that something else is told with: "…, where rebels killed 12 last night". */
function isSubordinate({ tokens, sentences }: Paragraph, { first, last, sentence, family }: Candidate): boolean {
  if (family.class !== 'cause') for (let t = first; t < last - 1; t++) if (outside.has(wordAt(tokens, t))) return true;
  if (wordAt(tokens, first - 1) === 'as' || (wordAt(tokens, first - 2) === 'as' && wordAt(tokens, first - 1) === 'the'))
    return true;
  const from = Math.max(sentences[sentence]?.firstToken ?? 0, first - SUBORDINATE_WITHIN);
  for (let t = first; t >= from; t--) {
    const word = wordAt(tokens, t);
    if (subordinators.has(word)) return t > (sentences[sentence]?.firstToken ?? 0);
    if (has(tokens, t, Shape.mark) && t < first && word !== '-' && word !== ',') return false;
  }
  return false;
}

const MOST_WORDS_OF_A_SCRAP = 3;

/** No end mark, or hardly a word: a heading, a broken line. */
function isFragment({ text, sentences }: Paragraph, { sentence }: Candidate): boolean {
  const at = sentences[sentence];
  if (!at) return true;
  if (at.lastToken - at.firstToken <= MOST_WORDS_OF_A_SCRAP) return true;
  return !/[.!?;:…]["”'’)\]]*$/.test(text.slice(Math.max(at.start, at.end - 6), at.end).trimEnd());
}

const first = new Set("i we my me our us i'm i've we're we've let's i'd we'll".split(' '));
const VOICED_SENTENCES = 3;
const VOICED_SHARE = 0.1;
const VOICED_MOSTLY = 0.3;

/** The writer says "I" or "we" outside quotation marks again and again: a column, a speech, a letter. */
const isVoiced = perStory((story: Story): boolean => {
  let spoken = 0;
  let all = 0;
  for (const { at, prose, reports } of voicesOf(story)) {
    if (!prose) continue;
    all++;
    if (!reports.length && speaksOfItself((story.blocks[at.block] as Block).facts, at.sentence)) spoken++;
  }
  return (spoken >= VOICED_SENTENCES && spoken >= VOICED_SHARE * all) || (spoken > 1 && spoken >= VOICED_MOSTLY * all);
});

function speaksOfItself({ tokens, sentences, allCaps }: Paragraph, sentence: number): boolean {
  const at = sentences[sentence];
  if (!at) return false;
  for (let t = at.firstToken; t < at.lastToken; t++) {
    if (!first.has(wordAt(tokens, t)) || has(tokens, t, Shape.quoted)) continue;
    // "US" and "U.S." are a country
    if (!allCaps && wordAt(tokens, t) === 'us' && has(tokens, t, Shape.allCaps)) continue;
    return true;
  }
  return false;
}

/** A source that tells so many sentences of a brief tells the others too. */
const TELLS = 2;

function goesOnWithOne(story: Story, sentence: number): boolean {
  const only = onlySource(story);
  return only !== undefined && only.told >= TELLS && sentence > only.sentence;
}

const FEW_FROM_SENTENCES = 8;
const FEW_SHARE = 0.18;

/** A long piece that hardly cites anybody: analysis, advice, a chronicle. */
const hasFewSources = perStory((story: Story): boolean => {
  const prose = voicesOf(story).filter((v) => v.prose);
  const sourced = prose.filter((v) => v.reports.length > 0 || v.spoken || v.local.length > 0);
  return prose.length >= FEW_FROM_SENTENCES && sourced.length < FEW_SHARE * prose.length;
});

const SILENT_FROM_SENTENCES = 12;

const SILENT_SHARE = 0.05;

/** Page after page with hardly a "said" or a quotation: a speech, a commentary, a chronicle. */
const isSilent = perStory((story: Story): boolean => {
  const prose = voicesOf(story).filter((v) => v.prose);
  const told = prose.filter((v) => v.says || v.spoken).length;
  return prose.length >= SILENT_FROM_SENTENCES && told < SILENT_SHARE * prose.length;
});
