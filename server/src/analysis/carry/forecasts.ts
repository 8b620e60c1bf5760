// Forecasts: who looks ahead close by, above or below, stands behind them.
import type { Block, Story } from '../../document/story';
import { wordAt } from '../../document/token';
import { matterOf } from '../topic';
import { leadOf, type Report, type Voices } from '../voices';
import { breaksBetween, type Cover, isSomebodyNamed, nameWords, type CoverContext } from './cover';
import { turnsAway } from './from-above';

/** Who makes forecasts for a living: what stands beside them is taken as theirs. */
const forecasters = new Set('analyst economist broker trader dealer forecaster strategist poll survey'.split(' '));
const forecasting = new Set('expect forecast predict anticipate project foresee'.split(' '));

const forecasts = (report: Report): boolean =>
  forecasting.has(report.attribution.lemma) || nameWords(report).some((word) => forecasters.has(word));

const ahead = new Set(['will', 'would', 'could', 'may', 'might', 'likely', 'expected']);

/** Somebody named goes on to say what will come: "the haulier says freight could cost twice as much". */
function looksAhead(story: Story, { at, reports }: Voices): boolean {
  if (!reports.some(isSomebodyNamed)) return false;
  const { tokens, sentences } = (story.blocks[at.block] as Block).facts;
  const { firstToken, lastToken } = sentences[at.sentence] ?? { firstToken: 0, lastToken: 0 };
  for (let t = firstToken; t < lastToken; t++) if (ahead.has(wordAt(tokens, t))) return true;
  return false;
}

const nearestFirst = [-1, 1, -2, 2] as const;

/** "Analysts expect a charge." The next sentence goes on forecasting, in a paragraph of its own perhaps; so does one close by on
 *  the same matter. */
export function forecastersBeside({ story, voices, speakers }: CoverContext, i: number): Cover | undefined {
  const here = voices[i] as Voices;
  if (turnsAway(story, here)) return undefined;
  const { words } = matterOf(story);
  // a lead that looks ahead sums up who is cited right behind it
  if (i === leadOf(story) && voices[i + 1]?.reports.some(isSomebodyNamed))
    return { sentence: i + 1, why: 'lead redeemed below', strength: 0.3 };
  for (const away of nearestFirst) {
    const beside = voices[i + away];
    if (!beside?.prose || (away < 0 ? breaksBetween(story, beside, here) : breaksBetween(story, here, beside)))
      continue;
    if (!speakers[i + away]?.some(forecasts) && !(away > 0 && looksAhead(story, beside))) continue;
    if (away === -1 || words.shared(i, i + away) > 0)
      return { sentence: i + away, why: 'forecasters beside', strength: 0.4 };
  }
  return undefined;
}
