// Finds the source of a lead that is somebody's account, where the story says so only further down: "The account was given by seven
// survivors."
import { claimCandidates } from './candidates';
import { isProse } from '../../document/role';
import type { Block, Story } from '../../document/story';
import type { ClaimClass } from '../../lexicon/claims/load';
import { type Tokens, wordAt } from '../../document/token';
import { perStory } from '../../document/memo';
import { isBodyNoun } from '../speakers/bodies';
import { matterOf } from '../topic';
import { leadOf, type Report, type Voices, voicesOf } from '../voices';
import { type Cover, isDocument, isSomebodyNamed } from '../carry/cover';

/** Up to how many sentences below the lead its source may come. */
const WITHIN = 10;

export interface Account extends Cover {
  /** The source calls the lead an allegation. */
  readonly alleged: boolean;
}

/** How many content words the lead and a later source must share to count as telling of the same matter. */
const SAME_MATTER = 2;

/** Up to how many paragraphs below the lead a document answers for its own words only. */
const JUST_BELOW = 2;

/** The source behind the story's first sentence: a sentence that names the account, a document, a body, or a witness. */
export const accountOfLead = perStory((story: Story): Account | undefined => {
  const voices = voicesOf(story);
  const lead = leadOf(story);
  if (lead < 0) return undefined;
  const { words } = matterOf(story);
  const paragraphsTo = ({ at }: Voices): number =>
    story.blocks.slice((voices[lead] as Voices).at.block, at.block).filter(({ role }) => isProse(role)).length;
  // where somebody is cited nearer, the one far below is not the first that stands behind it
  let cited = false;
  for (let k = lead + 1; k < voices.length && k <= lead + WITHIN; k++) {
    const below = voices[k] as Voices;
    if (!below.prose) continue;
    const called = accountNamed(story, below);
    if (called) return { sentence: k, why: 'account below', strength: 0.7, alleged: allegations.has(called) };
    const reports = below.reports.filter(isSomebodyNamed);
    const shared = words.shared(lead, k);
    const far = paragraphsTo(below) > JUST_BELOW;
    const tells = (report: Report): boolean =>
      (far &&
        (isDocument(report) ||
          (!cited && (shared >= SAME_MATTER || (isBody(report) && (shared > 0 || tellsOfWrong(story, below))))))) ||
      (isWitness(report) && (shared > 0 || isOfKnown(story, report)));
    if (reports.some(tells)) return { sentence: k, why: 'account below', strength: 0.6, alleged: false };
    cited ||= reports.length > 0;
  }
  return undefined;
});

/** How many tokens from its head a sentence may name an account, and how many further on say where the account came from. */
const NEAR = 8;

/** "The allegations are in a lawsuit that …", "Those accounts come from nine witnesses". */
function accountNamed(story: Story, { at }: Voices): string | undefined {
  const { tokens, sentences } = (story.blocks[at.block] as Block).facts;
  const { firstToken, lastToken } = sentences[at.sentence] ?? { firstToken: 0, lastToken: 0 };
  if (!pointing.has(wordAt(tokens, firstToken))) return undefined;
  for (let t = firstToken + 1; t < Math.min(lastToken, firstToken + NEAR); t++) {
    const word = wordAt(tokens, t);
    if (accounts.has(word) || allegations.has(word))
      return hasOrigin(tokens, t + 1, Math.min(lastToken, t + NEAR)) ? word : undefined;
  }
  return undefined;
}

/** "in a lawsuit", "given by", "come from". */
const hasOrigin = ({ word }: Tokens, from: number, to: number): boolean =>
  word.slice(from, to).some((w) => origins.has(w));

const pointing = new Set(['the', 'these', 'those', 'this', 'that', 'such', 'their', 'his', 'her']);
const allegations = new Set('allegation allegations accusation accusations claim claims charge charges'.split(' '));
const accounts = new Set(
  'account accounts finding findings detail details description descriptions testimony testimonies evidence revelation revelations disclosure disclosures conclusion conclusions'.split(
    ' ',
  ),
);
const origins = new Set(['in', 'by', 'from', 'to', 'on']);

/** A commission or a rights group tells it: its account further down is what the lead summed up. */
const isBody = ({ speaker: { resolved, name }, attribution: { lemma } }: Report): boolean =>
  tells.has(lemma) && (resolved === 'organisation' || (resolved === 'named' && name.split(' ').some(isBodyWord)));

const tells = new Set('say tell add report announce state write explain find conclude estimate'.split(' ')).add(
  'according to',
);

const isBodyWord = (word: string): boolean => isBodyNoun(word.toLowerCase()) || bodies.has(word.toLowerCase());
const bodies = new Set(['observatory', 'watch', 'amnesty', 'monitor', 'initiative', 'project', 'institute', 'police']);

/** The sentence itself tells of somebody who was hurt or wronged. */
function tellsOfWrong({ blocks }: Story, { at }: Voices): boolean {
  const { facts } = blocks[at.block] as Block;
  return claimCandidates(facts).some((one) => one.sentence === at.sentence && wrongs.has(one.class));
}

const wrongs: ReadonlySet<ClaimClass> = new Set(['casualty', 'crime', 'accusation', 'territory']);

/** Somebody tells as those do who were there: verbs and nouns of witnesses. */
const isWitness = ({ attribution: { lemma } }: Report): boolean => witnessing.has(lemma);
const witnessing = new Set('describe recount detail document testify witness evidence testimony account'.split(' '));

/** "Described the killings": what was told before. */
const isOfKnown = ({ prose }: Story, { attribution: { content } }: Report): boolean =>
  content.some(({ start }) => /^(?:the|these|those|what|how) /i.test(prose.slice(start, start + 6)));
