// What may be done to copy that nobody looks at: the one place that says which fixes those are. `--fix`, fix all, fix on save, the
// library, reports that suggest a change: whatever acts on several findings, or without a person choosing that very fix, asks here.
import type { Fix as RuleFix } from '../rules/rule';
import type { TextEdit } from '../text/edit';
import type { Placer } from './placing';
import type { Diagnostic } from './record';

type Fix = Diagnostic['fixes'][number];

/** The one fix of a finding that is safe to apply unseen; nothing where a person is to choose. */
export const unseenFix = ({ fixes }: Pick<Diagnostic, 'fixes'>): Fix | undefined =>
  fixes.find(({ apply }) => apply === 'auto');

/** Those of several findings, in their order. */
export const unseenFixes = (diagnostics: readonly Pick<Diagnostic, 'fixes'>[]): Fix[] =>
  diagnostics.flatMap((one) => unseenFix(one) ?? []);

/**
 * A fix that cannot be made together with the others waits for its turn; until then a person may choose it. One that takes a link
 * out waits for a person: where it leads may be all that is said of something. So does one that writes where a program may read:
 * "--port", `slug: port`.
 */
export const inTurn = (
  apply: RuleFix['apply'],
  placer: Pick<Placer, 'takesWith' | 'takesLink' | 'isInProse'>,
  edits: readonly TextEdit[],
  placed: readonly TextEdit[],
): RuleFix['apply'] =>
  apply === 'auto' && (placer.takesLink(placed) || !placer.isInProse(edits) || !placer.takesWith(placed))
    ? 'ask'
    : apply;

/**
 * Fixes that name a possible speaker behind all others, and none of them first, for whoever takes the first: where nothing else can
 * be done about the finding, it has no fix. None of them is safe unseen, whatever its rule says.
 */
export function speakersLast(fixes: readonly RuleFix[]): RuleFix[] {
  const others = fixes.filter(({ speaker }) => speaker === undefined);
  if (!others.length) return [];
  const speakers = fixes.filter(({ speaker }) => speaker !== undefined);
  return [...others, ...speakers.map((fix): RuleFix => ({ ...fix, apply: 'ask' }))];
}
