// From a house's rules as they are written down to rules as the engine asks them: the same values as ours, made of data.
import { isInLongerName } from '../../analysis/names/longer-name';
import { isBorne, somebodyAt } from '../../analysis/names/somebody';
import { inCaseOf } from '../../analysis/usage/phrases';
import { perStory } from '../../document/memo';
import { isEnglish } from '../../document/paragraph';
import { isProse, type Role } from '../../document/role';
import { type Block, isReadIn, type Story, storiesOf } from '../../document/story';
import { shift, type Span, slice } from '../../text/span';
import { fixesPutting } from '../one-stop';
import { standsBeside } from '../stands-beside';
import { isRespelling } from '../respelled';
import { type Finding, type Fix, type Rule, storyRule } from '../rule';
import { type Finder, finderOf, type Hit } from './finder';
import type { HouseRule, Scope } from './spec';
import { takenOut } from './taken-out';

/** @param written what was found in order, of one settings file: they are found together. */
export function rulesOf(written: readonly HouseRule[]): readonly Rule[] {
  const finder = finderOf(written);
  return written.map((one, place) => ruleOf(one, place, finder));
}

const ruleOf = (written: HouseRule, place: number, finder: Finder): Rule => ({
  ...storyRule({
    id: written.id,
    summary: written.summary ?? written.message,
    category: written.category ?? 'style',
    kind: written.kind,
    inserts: insertsOf(written),
    severity: written.severity ?? (written.kind === 'fix' ? 'warning' : 'information'),
    options: {},
    *check(story) {
      for (const block of story.blocks) {
        if (!isReadIn(story, block.role) || !isEnglish(block.facts)) continue;
        const hits = finder.in(block.facts)[place] as readonly Hit[];
        if (!hits.length || !isInScope(story, block, written.scope)) continue;
        for (const hit of hits) {
          const finding = findingAt(story, block, hit, written);
          if (finding) yield finding;
        }
      }
    },
  }),
  house: written,
});

function insertsOf({ replacement, replace = {} }: HouseRule): Rule['inserts'] {
  const words = [...(replacement ? [replacement] : []), ...Object.values(replace).flat()].filter(Boolean);
  return words.length ? [{ words }] : [];
}

/** What of a story each scope is, the lead apart. */
const rolesOf: Readonly<Record<Exclude<Scope, 'lead'>, (role: Role) => boolean>> = {
  headline: (role) => role === 'headline',
  subhead: (role) => role === 'subhead',
  body: isProse,
  caption: (role) => role === 'caption',
  table: (role) => role === 'table',
};

function isInScope(story: Story, block: Block, scope: HouseRule['scope']): boolean {
  if (scope === undefined) return true;
  const scopes = typeof scope === 'string' ? [scope] : scope;
  return scopes.some((one) => (one === 'lead' ? leadsOf(story).has(block) : rolesOf[one](block.role)));
}

/** The first paragraph of each story of the file. */
const leadsOf = perStory(
  (story: Story): ReadonlySet<Block | undefined> =>
    new Set(storiesOf(story).map(({ blocks }) => blocks.find(({ role }) => isProse(role)))),
);

function findingAt(story: Story, block: Block, hit: Hit, rule: HouseRule): Finding | undefined {
  const place = shift({ start: hit.start, end: hit.end }, block.start);
  const found = slice(story.prose, place);
  if (hit.phrase !== undefined && !isWrittenSo(story, block, hit, { place, found }, rule)) return undefined;
  const texts = textsOf(hit.replacement).map((text) => text && inCaseOf(text, found, hit.initial));
  // it stands there as the house writes it
  if (texts.includes(found)) return undefined;
  const fixes = fixesAt(story, hit, { place, found }, texts, rule);
  return { ...place, message: messageOf(rule, found, texts), ...(fixes.length && { fixes }) };
}

const textsOf = (replacement: Hit['replacement']): readonly string[] =>
  replacement === undefined ? [] : typeof replacement === 'string' ? [replacement] : replacement;

interface Place {
  readonly place: Span;
  readonly found: string;
}

/** Whether the phrase is meant by its capitals: a word in small letters is no name, and a name no word in small letters. */
function isWrittenSo(
  story: Story,
  { role, facts }: Block,
  hit: Hit,
  { place, found }: Place,
  rule: HouseRule,
): boolean {
  const phrase = hit.phrase as string;
  if (rule.case === 'exact') return found === phrase || (hit.initial && found === capitalised(phrase));
  if (phrase !== phrase.toLowerCase()) return found !== found.toLowerCase();
  if (!isProse(role) || facts.allCaps || !CAPITALISED.test(found)) return true;
  return hit.initial ? !(ONE_WORD.test(found) && isBorne(story, place)) : false;
}

const CAPITALISED = /^\p{Lu}\p{Ll}/u;
const ONE_WORD = /^\S+$/;
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function fixesAt(
  story: Story,
  hit: Hit,
  { place, found }: Place,
  texts: readonly string[],
  rule: HouseRule,
): readonly Fix[] {
  const wanted = texts.filter((text) => !standsBeside(story.prose, place, text));
  if (!wanted.length) return [];
  const unseen =
    rule.kind === 'fix' && (rule.bulk === true || wanted.every((text) => text && isRespelling(found, text)));
  const apply = unseen && wanted.length === texts.length && !isPartOfName(story, place, found) ? 'auto' : 'ask';
  const words = wanted.filter(Boolean);
  if (words.length) return fixesPutting(story, place, words, apply) ?? [];
  const edit = takenOut(story.prose, place, hit.initial);
  return edit ? [{ title: `Take out “${found}”`, apply, edits: [edit] }] : [];
}

/** Anna Kiev, the Holland Tunnel: what a name is made of nobody changes unseen. */
const isPartOfName = (story: Story, place: Span, found: string): boolean =>
  found !== found.toLowerCase() && (isInLongerName(story, place, 'name') || somebodyAt(story, place) !== 'no');

const messageOf = ({ message }: HouseRule, found: string, texts: readonly string[]): string =>
  message.replace(/\{(found|replacement)\}/g, (_, name: string) => (name === 'found' ? found : oneOf(texts)));

/** "wage earner or taxpayer". */
const oneOf = (texts: readonly string[]): string =>
  [...(texts.length > 1 ? [texts.slice(0, -1).join(', ')] : []), ...texts.slice(-1)].join(' or ');
