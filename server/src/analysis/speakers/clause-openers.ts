// Where a clause opens that says who speaks: there a pronoun must be clear from what went before.
import type { Block } from '../../document/story';
import type { Span } from '../../text/span';

/** At the start of a sentence, behind a short phrase there ("In the call, he said"), or behind a quotation: elsewhere the sentence
 *  itself says who is meant. */
export function opensItsClause(prose: string, { start, facts }: Block, { start: at }: Span): boolean {
  const sentence = facts.sentences.find((s) => start + s.start <= at && at < start + s.end);
  const ahead = sentence ? prose.slice(start + sentence.start, at) : '';
  if (sentence && (ahead === '' || (ahead.length <= LEADING && LEADS_IN.test(ahead)))) return true;
  const before = prose.slice(Math.max(start, at - 3), at).trimEnd();
  return '"”’»'.includes(before.at(-1) ?? ' ');
}

/** Units of a phrase that leads into a sentence. */
const LEADING = 40;
const LEADS_IN =
  /^(?:However|Meanwhile|Still|But|And|In|On|At|After|Before|During|Later|Earlier|Speaking|Asked|By|With|From|Afterwards)\b[^,;:"“”]*, $/;
