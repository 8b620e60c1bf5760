// A quotation mark without its partner: a reader cannot tell where the speaker's words begin or end.
import { type Unpaired, unpairedMarks } from '../../analysis/quotation-marks';
import { type EdgeSlip, edgeSlips } from '../../analysis/quotation-slips';
import { isCopy } from '../../document/role';
import type { Paragraph } from '../../document/paragraph';
import { wordAt } from '../../document/token';
import { tagsSpeech } from '../../lexicon/speech-tags';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import { type Fix, storyRule } from '../rule';

const messages: Readonly<Record<Unpaired['fault'], string>> = {
  open: "This quotation is opened and never closed, and the next paragraph does not take it up: a reader cannot tell where the speaker's words end. Close it.",
  close:
    "This mark closes a quotation that nothing opens: a reader cannot tell where the speaker's words begin. Open it there, or take the mark out.",
  'taken-up':
    'This quotation comes from the paragraph before, but the paragraph does not open with a mark: a reader takes the words for ours. Open it with one.',
  again:
    'This mark opens a quotation, and the one before is still open: a reader takes all for one. Close that one before it.',
  apostrophe: 'A quotation mark stands where an apostrophe belongs.',
};

const edges: Readonly<Record<EdgeSlip['fault'], string>> = {
  gap: 'A space stands behind the mark that opens: a word may be lost there. Put it back, or close the space up.',
  cut: 'The quotation opens with half a word: its first letter is lost. Put it back.',
  headless:
    'The quotation begins in mid-sentence behind words that announce a whole one: its first words are lost. Put them back, or build it into the sentence.',
  comma: 'The quotation, and the paragraph with it, ends on a comma. End it with a stop, or say who says it.',
  stops: 'Two stops stand where the quotation ends. Keep the one that is meant.',
};

const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»', '»': '«' };
const opening: Readonly<Record<string, string>> = { '"': '"', '”': '“', '“': '„', '»': '«', '«': '»' };

export const rule = storyRule({
  id: 'unbalanced-quote',
  summary: 'A quotation mark has no partner, or the words beside it are cut.',
  category: 'quotations',
  kind: 'fix',
  inserts: ['marks'],
  severity: 'warning',
  confirms: 'quotations',
  clearedAs: 'as-sent',
  options: {},
  *check(story) {
    for (const one of unpairedMarks(story)) {
      const fix = fixFor(one);
      yield { ...placeOf(one), message: messages[one.fault], ...(fix && { fixes: [fix] }) };
    }
    for (const [i, { role, facts, start }] of story.blocks.entries()) {
      if (!isCopy(role)) continue;
      for (const { start: from, end, fault } of edgeSlips(facts)) {
        // a paragraph that was broken in two in mid-sentence goes on in the next
        if (fault === 'comma' && /^\p{Ll}/u.test(story.blocks[i + 1]?.facts.text ?? '')) continue;
        yield { start: start + from, end: start + end, message: edges[fault] };
      }
    }
  },
});

/** The mark; where one is missing at a paragraph's head, its first word. */
const placeOf = ({ fault, at, block }: Unpaired): Span =>
  fault === 'taken-up' ? { start: block.start, end: block.start + (block.facts.tokens.end[0] ?? 0) } : at;

/** Where there is one right answer, or one likely enough to be asked about. */
function fixFor({ at, block, fault, mark, token }: Unpaired): Fix | undefined {
  const { facts } = block;
  const insert = (title: string, offset: number, text: string | undefined): Fix | undefined =>
    text === undefined ? undefined : ask(title, { start: offset, end: offset, text });
  switch (fault) {
    case 'apostrophe':
      return ask('Put an apostrophe', { ...at, text: "'" });
    case 'again':
      return undefined;
    case 'taken-up':
      return insert('Open the paragraph with a mark', block.start, opening[mark]);
    case 'open':
      if (!opensSpeech(facts, token) || !isPlainSpeech(facts, token + 1, facts.tokens.length)) return undefined;
      return insert('Close the quotation at the end of the paragraph', block.end, closing[mark]);
    case 'close': {
      const sentence = facts.sentences.find(({ lastToken }) => token < lastToken);
      if (!sentence || !endsSpeech(facts, token) || !isPlainSpeech(facts, sentence.firstToken, token)) return undefined;
      return insert('Open the quotation where the sentence begins', block.start + sentence.start, opening[mark]);
    }
  }
}

const ask = (title: string, edit: TextEdit): Fix => ({ title, apply: 'ask', edits: [edit] });

/** A whole statement opens here, not a word or two: the mark stands first in its sentence, or behind a colon or comma. */
const opensSpeech = ({ tokens, sentences }: Paragraph, token: number): boolean =>
  sentences.some(({ firstToken }) => firstToken === token) || ':,'.includes(wordAt(tokens, token - 1));

/** A statement ends here: the mark stands behind a comma or a stop. */
const endsSpeech = ({ tokens }: Paragraph, token: number): boolean => ',.?!'.includes(wordAt(tokens, token - 1));

/** Several words, no other mark and no "she said" between the two: they can be one person's. */
function isPlainSpeech({ tokens, quotations }: Paragraph, from: number, to: number): boolean {
  if (to - from < 2) return false;
  for (let i = from; i < to; i++) if (tagsSpeech(wordAt(tokens, i))) return false;
  return !quotations.some(({ firstToken }) => firstToken >= from && firstToken < to);
}
