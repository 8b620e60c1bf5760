// Sources near a sentence: whom a writer may have had in mind.
import type { Story } from '../../document/story';
import type { Span } from '../../text/span';
import { voicesOf } from '../voices';
import type { SpeakerKind } from '../speakers/speaker';

export interface NearSource {
  /** As a reader would be told: "the interior ministry", "Moll". */
  readonly name: string;
  /** Where it is cited. Prose offsets. */
  readonly at: Span;
  /** Sentences from the one asked about; before it below zero. */
  readonly distance: number;
}

const citable: ReadonlySet<SpeakerKind> = new Set(['named', 'organisation', 'role', 'media']);
const NEAR = 8;

/** The sources cited near a sentence, the nearest first, each once. */
export function sourcesNear(story: Story, sentence: number): NearSource[] {
  const voices = voicesOf(story);
  const found = new Map<string, NearSource>();
  for (let away = 0; away <= NEAR; away++) {
    for (const distance of away ? [-away, away] : [0]) {
      for (const { attribution, speaker } of voices[sentence + distance]?.reports ?? []) {
        const at = attribution.source;
        if (!at || !citable.has(speaker.kind) || found.has(speaker.name)) continue;
        const written = story.prose.slice(at.start, at.end);
        const name = written.endsWith(',') ? written.slice(0, -1) : written;
        if (name.length <= 60) found.set(speaker.name, { name: inMidSentence(name), at, distance });
      }
    }
  }
  return [...found.values()];
}

/** "The ministry" as it reads behind a comma. */
const inMidSentence = (name: string): string =>
  name.replace(/^(?:The|An|A|His|Her|Its|Their|Some|Local)\b/, (w) => w.toLowerCase());
