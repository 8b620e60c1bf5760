// One stop where a sentence ends, whether the form that is written there has one of its own or the form that is put there.
import { closesSentence, type Story } from '../document/story';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** The edit that puts the text there: "He left the US." becomes "… the U.S.", and "He left the E.U." keeps the stop that ends it. */
export function replacing(story: Story, { start, end }: Span, text: string): TextEdit {
  const { prose } = story;
  if (text.endsWith('.')) {
    const isOnly = prose[end] === '.' && prose[end + 1] !== '.';
    return { start, end: isOnly ? end + 1 : end, text };
  }
  const endsBoth = prose[end - 1] === '.' && closesSentence(story, end);
  return { start, end: endsBoth ? end - 1 : end, text };
}
