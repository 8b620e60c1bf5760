// Verbs that a house lists as loaded, where they report words: "thundered that the road was closed", "“It is shut,” she gushed".
import { perHouse } from '../../document/house-words';
import type { Paragraph } from '../../document/paragraph';
import { has, recordAt, Shape, type Tokens, tokenAt, wordAt } from '../../document/token';
import { Form, inflect } from '../../language/morphology';
import { verbForm, verbFormOf } from '../../language/verb-forms';
import { Class, classesOf } from '../../language/word-classes';
import { inText } from '../../text/spelling';
import { attributionsOf } from '../attribution/attribution';
import { opensReport, reportsWords } from './reported-words';
import { takesSaid } from './said-here';

/** Tokens `[verb, next)` are the verb and its particle; `lemma` as attributions have it: "hit-out". */
export interface ListedVerb {
  readonly sentence: number;
  readonly verb: number;
  readonly next: number;
  readonly lemma: string;
}

export const isListedVerb = ({ words }: Paragraph, lemma: string): boolean =>
  words?.loadedVerbs !== undefined && verbsOf(words).lemmas.has(lemma);

/** In order; outside quotations. */
export function listedVerbsIn(paragraph: Paragraph): readonly ListedVerb[] {
  if (!paragraph.words?.loadedVerbs) return [];
  const { tokens, sentences } = paragraph;
  const { byForm } = verbsOf(paragraph.words);
  const found: ListedVerb[] = [];
  for (const [sentence, { firstToken, lastToken }] of sentences.entries()) {
    for (let verb = firstToken; verb < lastToken; verb++) {
      const listed = has(tokens, verb, Shape.quoted) ? undefined : byForm.get(wordAt(tokens, verb));
      for (const lemma of listed ?? []) {
        const particle = lemma.split('-')[1];
        if (particle !== undefined && wordAt(tokens, verb + 1) !== particle) continue;
        const next = particle === undefined ? verb + 1 : verb + 2;
        if (!speaks(paragraph, verb, next, lastToken)) continue;
        found.push({ sentence, verb, next, lemma });
        break;
      }
    }
  }
  return found;
}

/** The verb tells words here. A form that is a noun too needs "that" or a quotation behind it. */
function speaks(paragraph: Paragraph, verb: number, next: number, limit: number): boolean {
  const { tokens } = paragraph;
  if (isCue(paragraph, verb)) return true;
  if (classesOf(recordAt(tokens, verb - 1)) & (Class.determiner | Class.preposition)) return false;
  if (isNounToo(tokens, verb)) return opensReport(tokens, next, limit);
  const clauses = next > verb + 1;
  return (
    reportsWords(tokens, next, limit) || takesSaid(paragraph, { first: verb, verb, next, demands: false, clauses })
  );
}

/** An attribution rests on it. */
const isCue = (paragraph: Paragraph, verb: number): boolean =>
  attributionsOf(paragraph).some(
    ({ form, cue, governs }) =>
      form === 'verb' &&
      (governs === 'clause' || governs === 'quotation') &&
      cue !== null &&
      tokenAt(paragraph.tokens, cue.start) <= verb &&
      verb <= tokenAt(paragraph.tokens, cue.end - 1),
  );

function isNounToo(tokens: Tokens, verb: number): boolean {
  const { forms = Form.base, noun = true } = verbFormOf(recordAt(tokens, verb)) ?? {};
  return noun && !(forms & (Form.past | Form.participle | Form.ing));
}

/** Verbs by each of their forms: an entry may stand in any, "thundered", with its particle, "hit out". */
const verbsOf = perHouse(({ loadedVerbs = [] }) => {
  const lemmas = new Set<string>();
  const byForm = new Map<string, string[]>();
  for (const entry of loadedVerbs) {
    const [first = '', particle] = inText(entry).trim().split(/\s+/);
    const verb = verbForm(first)?.lemma ?? first;
    const lemma = particle === undefined ? verb : `${verb}-${particle}`;
    if (lemmas.has(lemma)) continue;
    lemmas.add(lemma);
    for (const form of new Set(inflect(verb).map(([one]) => one))) {
      const same = byForm.get(form);
      // with its particle a verb says more than alone
      if (!same) byForm.set(form, [lemma]);
      else if (particle === undefined) same.push(lemma);
      else same.unshift(lemma);
    }
  }
  return { lemmas, byForm };
});
