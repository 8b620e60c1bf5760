// The record of `copydesk sources`: who says what, sentence by sentence, in the file's offsets.
import { attributionsIn, type StoryAttribution } from '../analysis/attribution/story';
import { type Speaker, speakersOf } from '../analysis/speakers/resolve';
import { coverOf } from '../analysis/carry/carry';
import { type Claim, claimsOf, withoutWeights } from '../analysis/claims/claims';
import { placeholdersIn } from '../analysis/placeholders';
import { isNarrated } from '../analysis/voices';
import { holdsName } from '../analysis/speakers/by-name';
import type { SpeakerKind } from '../analysis/speakers/speaker';
import { type Problem, type Story, sentencesOf } from '../document/story';
import { toFile } from '../text/source-map';
import { overlaps, type Span, shift } from '../text/span';

/** A contract: fields may be added, never changed. Offsets in UTF-16 units from 0 into the file's text. */
export interface SourcesRecord {
  readonly sentences: readonly SentenceRecord[];
  readonly sources: readonly SourceRecord[];
  readonly problems: readonly Problem[];
}

export interface SentenceRecord extends Span {
  /** Index of its block in the story. */
  readonly block: number;
  /** A cue or a quotation stands in the sentence itself, and not only what somebody is told to have known. */
  readonly attributed: boolean;
  readonly attributions: readonly AttributionRecord[];
  /** An earlier attribution still holds. */
  readonly coveredBy?: { readonly sentence: number; readonly why: string };
  readonly claims: readonly ClaimRecord[];
}

export interface AttributionRecord {
  readonly type: 'direct' | 'indirect' | 'mixed' | 'document' | 'act' | 'attitude';
  readonly source: (Span & { readonly name: string }) | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
  /** The writer tells what somebody knew: they have said nothing, and are no source. */
  readonly narrated?: true;
}

export interface ClaimRecord extends Span {
  readonly class: string;
  /** `exempt`: nobody was found behind it, and the desk is not sure enough to ask. It may need a source all the same. */
  readonly status: 'sourced' | 'unsourced' | 'exempt';
  /** Who it is sourced to; that nobody is; or, of a claim that is not asked about, that the desk is not sure enough to ask. */
  readonly why: string;
  /** What weighed most with the judge: for the question where one is put, against it where none is. In thousandths. */
  readonly evidence: readonly { readonly text: string; readonly weight: number }[];
}

export interface SourceRecord {
  readonly name: string;
  readonly kind: 'named' | 'anonymous' | 'vague' | 'document' | 'media';
  /** Known by what it is, not by a name: "an eyewitness", "two officials", "police". */
  readonly byRole?: true;
  /** Those that cite it: indexes, from 0, into the record's own. */
  readonly sentences: readonly number[];
  /** How it is cited, and how often so. */
  readonly cited: Readonly<Partial<Record<AttributionRecord['type'], number>>>;
}

export function sourcesRecord(story: Story): SourcesRecord {
  const attributions = attributionsIn(story);
  const speakers = speakersOf(story);
  const covers = coverOf(story);
  const claims = claimsOf(story);
  let next = 0;
  const sentences = sentencesOf(story).map(({ start, end, block }, index): SentenceRecord => {
    const own: AttributionRecord[] = [];
    for (; attributions[next]?.sentence === index; next++) {
      own.push(attributionRecord(story, attributions[next] as StoryAttribution, speakers[next] as Speaker));
    }
    const cover = covers[index];
    return {
      ...toFile(story.map, { start, end }),
      block,
      attributed: own.some(({ narrated }) => !narrated),
      attributions: own,
      ...(cover && { coveredBy: { sentence: cover.sentence, why: cover.why } }),
      claims: (claims[index] ?? []).map((claim) => claimRecord(story, claim)),
    };
  });
  const problems = [...story.problems, ...withoutWeights()];
  return { sentences, sources: ledger(story, attributions, speakers), problems };
}

const attributionRecord = ({ map }: Story, attribution: StoryAttribution, { name }: Speaker): AttributionRecord => {
  const { type, source, cue, content } = attribution;
  return {
    type,
    source: source && { ...toFile(map, source), name },
    cue: cue && toFile(map, cue),
    content: content.map((span) => toFile(map, span)),
    ...(isNarrated(attribution) && { narrated: true as const }),
  };
};

const claimRecord = ({ map }: Story, { class: name, status, why, evidence, ...at }: Claim): ClaimRecord => ({
  class: name,
  ...toFile(map, at),
  status,
  why,
  evidence,
});

const kinds: Readonly<Partial<Record<SpeakerKind, SourceRecord['kind']>>> = {
  named: 'named',
  role: 'named',
  organisation: 'named',
  media: 'media',
  document: 'document',
  anonymous: 'anonymous',
  vague: 'vague',
};

/** No name stands in it: a reader is told what spoke, and not who. */
const isByRole = (kind: SpeakerKind, name: string): boolean =>
  kind === 'role' || (kind === 'organisation' && !holdsName(name));

interface Entry extends Pick<SourceRecord, 'name' | 'kind' | 'byRole'> {
  readonly sentences: number[];
  readonly cited: Partial<Record<AttributionRecord['type'], number>>;
}

/** A placeholder stands where the source should. */
function isGap({ blocks }: Story, { block, source }: StoryAttribution): boolean {
  const { start = 0, facts } = blocks[block] ?? {};
  return !!source && !!facts && placeholdersIn(facts).some((gap) => overlaps(shift(gap, start), source));
}

/** Who is cited in the story, in order of first mention; one entry a name. */
function ledger(story: Story, attributions: readonly StoryAttribution[], speakers: readonly Speaker[]): SourceRecord[] {
  const entries = new Map<string, Entry>();
  speakers.forEach(({ name, resolved }, i) => {
    const attribution = attributions[i] as StoryAttribution;
    const kind = kinds[resolved];
    // “TK said”: who it is, is still to come
    if (!kind || !name || isGap(story, attribution) || isNarrated(attribution)) return;
    // "Arkel Corp." is Arkel Corp
    const key = name.toLowerCase().replace(/\.$/, '');
    const entry = entries.get(key) ?? {
      name,
      kind,
      ...(isByRole(resolved, name) && { byRole: true as const }),
      sentences: [],
      cited: {},
    };
    const { sentence, type } = attribution;
    entry.cited[type] = (entry.cited[type] ?? 0) + 1;
    if (entry.sentences.at(-1) !== sentence) entry.sentences.push(sentence);
    entries.set(key, entry);
  });
  return [...entries.values()];
}
