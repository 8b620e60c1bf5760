// Sentences of a story as the product cuts them, in offsets of the file.
import { readStory } from '../server/src/document/read';
import { sentencesOf } from '../server/src/document/story';
import { toFile } from '../server/src/text/source-map';
import type { Span } from '../server/src/text/span';

export function sentencesFor(text: string): Span[] {
  const story = readStory({ text, format: 'text' });
  return sentencesOf(story).map((sentence) => toFile(story.map, sentence));
}
