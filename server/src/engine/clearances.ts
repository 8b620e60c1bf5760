// Clearances: an editor's decision that a finding is fine, known again by the words of its sentence.
//
// A clearance names the rule, the class and a hash of the sentence's words, so it outlives every edit elsewhere and dies
// when its sentence changes. It holds no words of the draft.
import type { Story } from '../document/story';
import { ownRule } from '../rules/own-rule';
import { indexAt, type Span } from '../text/span';
import { type Clearance, type Reason, reasons } from './clearance';
import type { Found, Linted } from './lint';

export { type Clearance, type Reason, reasons };

/** What is left when all that was cleared is taken out. */
export function withoutCleared(linted: Linted, cleared: readonly Clearance[]): Linted {
  if (!cleared.length) return linted;
  const known = new Set(cleared.map(clearanceKey));
  const named = clearancesFor(linted);
  return { ...linted, findings: linted.findings.filter((_, i) => !known.has(clearanceKey(named[i] as Clearance))) };
}

/** What would clear each finding, in their order. */
export function clearancesFor({ story, findings }: Linted): Clearance[] {
  const seen = new Map<string, number[]>();
  const hash = sentenceHasher(story);
  return findings.map((finding) => {
    const { rule, class: kind } = { ...finding, rule: finding.rule.id };
    const { sentence, start } = hash(finding);
    const base = { rule, ...(kind !== undefined && { class: kind }), sentence, occurrence: 0 };
    const before = seen.get(clearanceKey(base)) ?? [];
    seen.set(clearanceKey(base), before);
    // two sourcing questions on one sentence are one to an editor who has answered
    const again = isSourcing(rule) ? before.indexOf(start) : -1;
    return { ...base, occurrence: again < 0 ? before.push(start) - 1 : again };
  });
}

export const sameClearance = (a: Clearance, b: Clearance): boolean => clearanceKey(a) === clearanceKey(b);

/** The same for the same decision, whoever took it and why. */
export const clearanceKey = ({ rule, class: kind, sentence, occurrence }: Clearance): string =>
  `${whatIsAsked(rule, kind)}\0${sentence}\0${occurrence}`;

const isSourcing = (rule: string): boolean => ownRule(rule)?.isSourcing === true;

/** Who says so is one question, under whichever rule and class a version puts it: an answer outlives both. */
export const whatIsAsked = (rule: string, kind: string | undefined): string =>
  isSourcing(rule) ? 'sourcing' : `${rule}\0${kind ?? ''}`;

/** The hash of the sentence that a finding starts in. A sentence with many findings is read once. */
function sentenceHasher({
  blocks,
  prose,
}: Story): (finding: Found) => { readonly sentence: string; readonly start: number } {
  const known = new Map<string, string>();
  return (finding) => {
    const index = indexAt(blocks, finding.start);
    const block = blocks[index];
    if (!block) return { sentence: sentenceHash(prose.slice(finding.start, finding.end)), start: finding.start };
    const { text, sentences } = block.facts;
    const at = indexAt(sentences, finding.start - block.start);
    const key = `${index} ${at}`;
    const { start, end }: Span = sentences[at] ?? { start: 0, end: text.length };
    // as it is written: addresses count
    const hash = known.get(key) ?? sentenceHash(prose.slice(block.start + start, block.start + end));
    known.set(key, hash);
    return { sentence: hash, start: block.start + start };
  };
}

/** 64 bits as 16 hexadecimal digits, of the words alone: NFC, marks and spacing do not count. FNV-1a on UTF-16 units, twice. */
export function sentenceHash(sentence: string): string {
  const words = (sentence.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
  return fnv(words, 0x811c9dc5) + fnv(words, 0x9747b28c);
}

function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // FNV's last bits mix poorly: one round of murmur3's finaliser
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
}
