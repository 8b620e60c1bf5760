// Linting: every rule over a story's facts. A rule that throws becomes a problem that names it; the others still run.
import { withoutWeights } from '../analysis/claims/claims';
import { unaskedIn } from '../analysis/speakers/stories-that-need-sources';
import { perParagraph } from '../document/memo';
import { foreignIn } from '../document/foreign';
import type { Paragraph } from '../document/paragraph';
import { isSilenced } from '../document/silenced';
import { type Block, type Problem, type Story, storiesOf } from '../document/story';
import type { House } from '../rules/house';
import type { Finding, ParagraphRule, Rule, Severity, StoryRule } from '../rules/rule';
import { byPosition, overlapsOne, shift } from '../text/span';
import { takesArticleAlong } from './article-along';
import { keepsToGlossary } from './contested';
import { keepsQuotedWords } from './fix';
import { ruleFailed } from './rule-failed';
import { isOn, type RuleSetting, type Settings } from './settings';
import { asksWhereSpellingIsTold } from './told-of-spelling';
import { type Silenced, uselessComments } from './useless-comments';
import { keepsToVocabulary } from './vocabulary';

/** A finding with the rule that made it. Offsets into the story's prose. */
export interface Found extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

export interface Linted {
  readonly story: Story;
  /** In order of place, then of the registry. */
  readonly findings: readonly Found[];
  readonly problems: readonly Problem[];
  /** What a comment in the draft keeps from being said. */
  readonly silenced?: readonly Silenced[];
  /** {@link House.typed}: how the house writes its words, unit for unit. */
  readonly typed?: House['typed'];
}

/** Asks every rule that is on. Pure: the same story and settings give the same findings, whatever was linted before. */
export function lint(story: Story, settings: Settings, rules: readonly Rule[]): Linted {
  const findings: Found[] = [];
  const problems: Problem[] = [...story.problems];
  const kept = story.blocks.map(({ facts }) => keptFor(facts, settings, rules));
  const silenced: Silenced[] = [];
  const foreign = foreignIn(story);
  const isForeign = new Set(foreign);
  for (const [place, rule] of rules.entries()) {
    const setting = settings.rules.get(rule.id);
    if (!setting || setting.severity === 'off') continue;
    // a rule's findings are added when it is done: those of a rule that throws half-way are left out
    const found: Found[] = [];
    const hushed: Silenced[] = [];
    try {
      for (const finding of ask(rule, story, setting, settings, { place, kept, foreign, isForeign })) {
        if (isSilenced(story, rule.id, finding)) {
          const { start, end, class: kind } = finding;
          hushed.push({ start, end, rule: rule.id, ...(kind !== undefined && { class: kind }) });
          continue;
        }
        const whole = keepsQuotedWords(story, takesArticleAlong(story, finding));
        const vetted = asksWhereSpellingIsTold(story, rule, keepsToVocabulary(story, settings.house, rule, whole));
        found.push({ rule, severity: setting.severity, ...keepsToGlossary(story, settings.house, vetted) });
      }
    } catch (error) {
      problems.push(ruleFailed(rule.id, error));
      continue;
    }
    findings.push(...found);
    silenced.push(...hushed);
  }
  if (rules.some((rule) => rule.isJudged && isOn(settings, rule.id))) problems.push(...withoutWeights());
  if (story.cleared.length) problems.push(...uselessComments(story, silenced, settings, rules));
  findings.sort(byPosition);
  const { typed } = settings.house;
  return { story, findings, problems, ...(silenced.length && { silenced }), ...(typed && { typed }) };
}

function ask(
  rule: Rule,
  story: Story,
  setting: RuleSetting,
  settings: Settings,
  { place, kept, foreign, isForeign }: Asking,
): Iterable<Finding> {
  return rule.reads === 'story'
    ? askStory(rule, story, setting, settings, foreign)
    : askParagraphs(rule, story, setting, settings, { place, kept, isForeign });
}

/** What one reading of a story holds ready for each rule. */
interface Asking {
  /** Index of the rule among the rules. */
  readonly place: number;
  /** Findings of the paragraph rules, by block. */
  readonly kept: readonly Kept[];
  readonly foreign: readonly Block[];
  readonly isForeign: ReadonlySet<Block>;
}

/** @param foreign the blocks that are not English. */
function* askStory(
  rule: StoryRule,
  story: Story,
  { options }: RuleSetting,
  { house }: Settings,
  foreign: readonly Block[],
): Iterable<Finding> {
  const unasked = rule.asks === 'sources' ? unaskedIn(story) : [];
  if (unasked.length > 0 && unasked.length === storiesOf(story).length) return;
  for (const finding of rule.check(story, options, house)) {
    if (overlapsOne(unasked, finding)) continue;
    if (rule.language === 'any' || !overlapsOne(foreign, finding)) yield finding;
  }
}

function* askParagraphs(
  rule: ParagraphRule,
  { blocks }: Story,
  { options }: RuleSetting,
  { house }: Settings,
  { place, kept, isForeign }: Pick<Asking, 'place' | 'kept' | 'isForeign'>,
): Iterable<Finding> {
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const { start, facts } = block;
    if (rule.language !== 'any' && isForeign.has(block)) continue;
    const known = kept[i] as Kept;
    const findings = (known[place] ??= [...rule.check(facts, options, house)]);
    for (const finding of findings) yield moved(finding, start);
  }
}

/** Findings of the paragraph rules in one paragraph, by the index of the rule; undefined for rules that have not been asked. */
type Kept = (readonly Finding[] | undefined)[];

/** Findings for one `Settings` object. Other settings empty it, which happens only when somebody changes them. */
const keep = perParagraph((): { settings?: Settings; rules?: readonly Rule[]; found: Kept } => ({ found: [] }));

function keptFor(paragraph: Paragraph, settings: Settings, rules: readonly Rule[]): Kept {
  const known = keep(paragraph);
  if (known.settings !== settings || known.rules !== rules) {
    known.settings = settings;
    known.rules = rules;
    known.found = new Array(rules.length);
  }
  return known.found;
}

/** From paragraph offsets to story offsets. */
function moved(finding: Finding, by: number): Finding {
  return {
    ...finding,
    ...shift(finding, by),
    ...(finding.related && { related: finding.related.map((r) => ({ ...r, ...shift(r, by) })) }),
    ...(finding.fixes && {
      fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((e) => ({ ...e, ...shift(e, by) })) })),
    }),
  };
}
