// What became of a story's claims, once for every view: which stand alone and are asked about, and which somebody has cleared. Map,
// colours, hover, report and figures are drawn from this, so none of them says what the findings do not.
import type { Answer } from '../engine/answer';
import { sentencesOf, type Story } from '../document/story';
import { toFile } from '../text/source-map';
import { ownRule } from '../rules/own-rule';
import { byPosition, overlaps, type Span } from '../text/span';
import type { Judged, JudgedClaim } from './judgement';

export type { Judged, JudgedClaim };

export function judgedClaims({ story, all, left }: Pick<Answer, 'story' | 'all' | 'left'>): Judged {
  const kept = new Set(left.findings);
  const asked = all.findings.filter(({ rule }) => rule.about === 'claim');
  const claims = (those: readonly Marked[]): JudgedClaim[] => those.flatMap((one) => claimAt(story, one));
  const silenced = (all.silenced ?? []).filter(({ rule }) => ownRule(rule)?.about === 'claim');
  return {
    alone: claims(asked.filter((one) => kept.has(one))),
    cleared: claims([...asked.filter((one) => !kept.has(one)), ...silenced].sort(byPosition)),
  };
}

/** What became of the claims of a sentence that nobody stands behind; nothing where the desk does not ask. */
export function becameOf({ alone, cleared }: Judged, sentence: number): keyof Judged | undefined {
  if (alone.some((one) => one.sentence === sentence)) return 'alone';
  return cleared.some((one) => one.sentence === sentence) ? 'cleared' : undefined;
}

type Marked = Span & { readonly class?: string };

function claimAt(story: Story, found: Marked): JudgedClaim[] {
  const sentence = sentencesOf(story).findIndex((one) => overlaps(one, found));
  return sentence < 0 ? [] : [{ ...toFile(story.map, found), sentence, class: found.class ?? 'claim' }];
}
